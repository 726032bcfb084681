"""A national roll-out as a project: areas × agencies × sessions, all names invented.

Each session has 40 slides: a welcome that all sessions share, four modules of its own, one of the agency and
help that names the area. A profile is an agency of an area.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.invented import cover, slide, slides
from tests.bench.project import REVIEW, ROOT, copy_look, module, write

AGENCIES = (
    "schools",
    "health",
    "police",
    "social-care",
    "housing",
    "probation",
    "early-years",
    "youth-work",
    "volunteers",
)
SESSIONS = ("recognise", "respond", "record", "reflect")
CORE = 4
"""Modules of a session's own."""
PICTURE = ROOT / "assets/images/hands-paper-family.png"

Variant = tuple[str, str]
"""Session and profile."""


@dataclass(frozen=True)
class Nation:
    """So many areas, each with every agency, each of which holds every session."""

    areas: int

    @property
    def profiles(self) -> Iterator[tuple[str, int, str]]:
        """Yield the profiles: id, number of the area, agency."""
        for area in range(1, self.areas + 1):
            for agency in AGENCIES:
                yield f"area-{area:03d}-{agency}", area, agency

    @property
    def variants(self) -> set[Variant]:
        """Every session for every profile."""
        return {(session, profile) for session in SESSIONS for profile, _, _ in self.profiles}

    def affected(self, edited: str) -> set[Variant]:
        """Return the variants that hold a slide of a module."""
        return {
            (session, profile)
            for session in SESSIONS
            for profile, _, agency in self.profiles
            if edited in ("welcome", "help", f"for-{agency}") or edited.rpartition("-")[0] == session
        }

    def write(self, folder: Path) -> None:
        """Write the project into a folder, which must not exist."""
        copy_look(folder, PICTURE)
        decks = folder / "decks"
        write(decks / "deckbuild.yaml", {"name": "Roll-out", "organisation": "Invented", "keys": _keys()})
        write(decks / "sources.yaml", {})
        for name, content in _modules().items():
            write(decks / f"modules/{name}.yaml", content)
        names = [profile for profile, _, _ in self.profiles]
        for session in SESSIONS:
            write(decks / f"sessions/{session}.yaml", _session(session, names))
        for profile, area, agency in self.profiles:
            write(decks / f"profiles/{profile}.yaml", _profile(area, agency))


def _keys() -> object:
    told = {
        "board": "Name of the board",
        "area": "Name of the area",
        "desk": "Telephone of the referral desk",
    }
    return {name: {"explain": explained} for name, explained in told.items()}


def _profile(area: int, agency: str) -> object:
    name = f"Area {area:03d}"
    board = f"{name} Learning Board"
    return {
        "agency": f"{agency.replace('-', ' ').capitalize()} of {name}",
        "tags": [agency],
        "footer": board,
        # Numbers that are kept free for drama: nobody answers.
        "keys": {"board": board, "area": name, "desk": f"01632 960{area:03d}"},
    }


def _modules() -> Mapping[str, object]:
    welcome = [cover("Learning together"), *slides("Welcome", 2)]
    area = {
        **slide("Your area", "text"),
        "paras": ["In {{ area }}, talk to {{ board }}.", "Call {{ desk }}."],
    }
    made = {
        "welcome": module("Welcome", enumerate(welcome)),
        "help": module("Help", enumerate([area, *slides("Help", 4)])),
    }
    for agency in AGENCIES:
        made[f"for-{agency}"] = module(f"For {agency}", enumerate(slides(f"For {agency}", 4)))
    for session in SESSIONS:
        for number in range(1, CORE + 1):
            name = f"{session}-{number}"
            made[name] = module(name, enumerate(slides(name.replace("-", " ").capitalize(), 7)))
    return made


def _session(session: str, profiles: list[str]) -> object:
    core = [{"use": f"{session}-{number}"} for number in range(1, CORE + 1)]
    agencies = [{"use": f"for-{agency}", "only": [agency]} for agency in AGENCIES]
    return {
        "title": f"How we {session}",
        "subtitle": "A session that nobody holds",
        "brand": "worcestershire",
        "language": "en-GB",
        "version": "1.0.0",
        "date": "2026-11-23",
        "review": REVIEW,
        "owner": "Example Training Unit",
        "subject": "Benchmark",
        "minutes": 120,
        "profiles": profiles,
        "parts": [
            {"title": "Welcome", "slides": [{"use": "welcome"}]},
            *({"title": f"Step {number}", "slides": [use]} for number, use in enumerate(core, 1)),
            {"title": "For your agency", "slides": agencies},
            {"title": "Help", "slides": [{"use": "help"}]},
        ],
    }
