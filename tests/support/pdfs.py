"""Every PDF of the project, made in process: a variant in, its documents and the pages they show out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from deckbuild.model.paged import Paged
from deckbuild.model.scene import Scene
from deckbuild.pack import KINDS
from deckbuild.pipeline.look import Look
from deckbuild.pipeline.make import make
from deckbuild.pipeline.plan import Prepared, Variant, prepare
from deckbuild.pipeline.request import BuildRequest
from tests.support.files import ROOT

PDF_KINDS = tuple(name for name, kind in KINDS.items() if kind.extension == "pdf")


@dataclass(frozen=True)
class MadePdf:
    """One document of a pack."""

    kind: str
    paged: Paged
    scenes: Mapping[str, Scene]
    data: bytes


@cache
def prepared(brand: str | None = None) -> Prepared:
    """Return this project, ready to make every variant in every kind of PDF; in a brand, or in its own."""
    return prepare(BuildRequest(ROOT, formats=PDF_KINDS, brand=brand))


def variants(brand: str | None = None) -> dict[str, Variant]:
    """Return all variants by their names, SESSION/PROFILE."""
    return {each.name: each for each in prepared(brand).variants}


@cache
def look(asked: str | None, brand: str, language: str) -> Look:
    """Return what all decks of a brand share."""
    return Look(prepared(asked).project.brands[brand], language, lambda file: (ROOT / file).read_bytes())


def pdfs(name: str, *, brand: str | None = None, **changes: object) -> Iterator[MadePdf]:
    """Yield the documents of a variant, of each kind that it has the matter for.

    *changes* are fields of `Variant`: other formats or options than the project's.
    """
    variant = replace(variants(brand)[name], **changes)  # type: ignore[arg-type]
    chosen = look(brand, variant.brand, variant.session.language)
    made = make(variant, prepared(brand).project, chosen, lambda _: None)
    assert [each for each in made.findings if each.severity == "error"] == []
    scenes = {scene.id: scene for scene in made.scenes}
    for kind, content in made.contents.items():
        if isinstance(content.meant, Paged):
            yield MadePdf(kind, content.meant, scenes, content.data)
