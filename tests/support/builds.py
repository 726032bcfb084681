"""Decks built for tests by the pipeline, each with the deck and scenes that it was built from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from deckbuild.model.deck import Deck
from deckbuild.model.scene import Scene
from deckbuild.pipeline import BuildRequest, build
from deckbuild.pipeline.look import Look
from deckbuild.pipeline.make import make
from deckbuild.pipeline.plan import prepare


@dataclass(frozen=True)
class Built:
    """One variant with its pack."""

    brand: str
    deck: Deck
    scenes: tuple[Scene, ...]
    files: dict[str, Path]
    """Format → file."""

    @property
    def pptx(self) -> Path:
        """The deck."""
        return self.files["pptx"]

    def pdf(self, kind: str) -> Path:
        """The PDF of a kind."""
        return self.files[kind]


def build_all(
    project: Path, output: Path, brand: str, formats: tuple[str, ...] = (), *, verify: bool = True
) -> list[Built]:
    """Build every variant of a project into a folder, in a brand, and return them.

    Without *formats*, each with its whole pack. With *verify* every file is compared with its deck. The build
    must find nothing wrong, not even a warning.
    """
    request = BuildRequest(
        project, formats=formats, pack=not formats, output=output, brand=brand, verify=verify
    )
    result = build(request, jobs=2)
    wrong = [each for each in result.diagnostics if each.severity != "info"]
    assert (result.could_run, wrong) == (True, [])
    return [
        Built(
            brand,
            deck,
            scenes,
            {
                each.format: each.path
                for each in result.files
                if (each.session, each.profile) == (deck.session, deck.profile)
            },
        )
        for deck, scenes in lay_all(request)
    ]


def lay_all(request: BuildRequest) -> list[tuple[Deck, tuple[Scene, ...]]]:
    """Return each variant's deck and scenes."""
    prepared = prepare(request)
    root = prepared.project.root
    found = []
    for variant in prepared.variants:
        brand = prepared.project.brands[variant.brand]
        look = Look(brand, variant.session.language, lambda path: (root / path).read_bytes())
        made = make(replace(variant, formats=()), prepared.project, look, lambda _: None)
        found.append((made.deck, made.scenes))
    return found
