"""Our commands on the same work: the workload as projects, and the states in which they are built.

Each command has a project, a cache and an output of its own, so that what one leaves behind serves no other.
"""

from __future__ import annotations

import itertools
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tests.bench.measure import Command, nothing
from tests.bench.project import ROOT, SESSION, write_project

DECK = ("--format", "pptx")
HANDOUT = ("--format", "handout-3up")
BOTH = (*DECK, *HANDOUT)
PACK = ("--pack",)
EDITED = "m2"
"""The module that is edited: five of forty slides."""


@dataclass(frozen=True)
class Ours:
    """Makes commands of `deckbuild build`."""

    work: Path
    """An empty folder."""
    picture: Path
    """The cover's."""
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    def cold(self, name: str, decks: Sequence[Path], options: Sequence[str] = DECK) -> Command:
        """Return a build into an empty folder with an empty cache; *decks* are the variants' files."""
        place = self._place(decks)

        def empty() -> None:
            for folder in (place / "cache", place / "output"):
                shutil.rmtree(folder, ignore_errors=True)

        return self._build(name, place, options, len(decks), empty)

    def unchanged(self, name: str, decks: Sequence[Path], options: Sequence[str] = DECK) -> Command:
        """Return a build in which nothing changed since the last; the run that warms up makes the last."""
        return self._build(name, self._place(decks), options, len(decks), nothing)

    def changed(
        self, name: str, decks: Sequence[Path], options: Sequence[str] = DECK, *, slides: int | None = None
    ) -> Command:
        """Return a build after an edit of one shared module; so many of its slides changed, None for all.

        Each edit is another, so that no run finds what an earlier one made.
        """
        place = self._place(decks)
        module = place / f"project/decks/modules/{EDITED}.yaml"

        def edit() -> None:
            edit_module(module, f"Edit {next(self.numbers)}", slides)

        return self._build(name, place, options, len(decks), edit)

    def own(self, name: str, options: Sequence[str]) -> Command:
        """Return a build of this project's own session, with an empty cache."""
        place = self.work / f"own-{next(self.numbers):02d}"
        argv: tuple[str, ...] = (
            *PROGRAM,
            "build",
            *OWN,
            "--project",
            str(ROOT),
            "--output",
            str(place / "output"),
        )
        environment = {**ENVIRONMENT, "DECKBUILD_CACHE_DIR": str(place / "cache")}
        return Command(
            name,
            (*argv, "--quiet", *options),
            environment,
            before=lambda: shutil.rmtree(place, ignore_errors=True),
        )

    def bare(self, *arguments: str) -> Command:
        """Return the command alone."""
        return Command(f"deckbuild {' '.join(arguments)}", (*PROGRAM, *arguments), ENVIRONMENT)

    def _place(self, decks: Sequence[Path]) -> Path:
        place = self.work / f"ours-{next(self.numbers):02d}"
        write_project(place / "project", decks[0], self.picture, decks if len(decks) > 1 else ())
        return place

    def _build(
        self, name: str, place: Path, options: Sequence[str], count: int, before: Callable[[], None]
    ) -> Command:
        argv: tuple[str, ...] = (*PROGRAM, "build", SESSION, "--project", str(place / "project"))
        argv += ("--output", str(place / "output"), "--quiet", *options)
        environment = {**ENVIRONMENT, "DECKBUILD_CACHE_DIR": str(place / "cache")}
        return Command(
            name, argv, environment, before=before, makes=outputs(place / "output", count, options)
        )


OWN = ("pathways-to-harm", "--profile", "multi-agency")
PROGRAM = (sys.executable, "-m", "deckbuild")
ENVIRONMENT = {"PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"}


def outputs(folder: Path, count: int, options: Sequence[str]) -> tuple[Path, ...]:
    """Return the files that a build must write: deck and handout, as far as the options name them."""
    ends = [end for name, end in (("pptx", ".pptx"), ("handout-3up", "-handout-3up.pdf")) if name in options]
    names = [f"v{number:03d}" for number in range(count)]
    return tuple(folder / SESSION / name / f"{SESSION}-{name}{end}" for name in names for end in ends)


def edit_module(path: Path, words: str, slides: int | None = None) -> None:
    """Change title and notes of a module's slides: the first so many, None for all."""
    module = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for slide in list(module["slides"].values())[:slides]:
        slide["title"] = f"{slide['title'].partition(' · ')[0]} · {words}"
        slide["notes"]["ask"] = words
    path.write_text(yaml.safe_dump(module, sort_keys=False, allow_unicode=True, width=1000), encoding="utf-8")
