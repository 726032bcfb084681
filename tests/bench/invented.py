"""Slides in the form of the peers' JSON, all of them invented: for projects that need no peer's workload."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

WHO = (
    "Practitioners",
    "Managers",
    "Visiting staff",
    "Reviewers",
    "Teams",
    "Local boards",
    "Trainers",
    "Carers",
)
DO = (
    "need to check",
    "often notice",
    "may overlook",
    "agree to record",
    "can share",
    "should explain",
    "plan",
)
WHAT = (
    "the wishes of the family",
    "gaps between two accounts",
    "the date of the next contact",
    "what is still unknown",
    "the reasons behind each decision",
    "a change of address",
    "the outcome of earlier talks",
)
HOW = (
    "before the next meeting",
    "in plain words",
    "with a named person",
    "without delay",
    "at each handover",
)
TITLES = (
    "What we noticed",
    "Who does what",
    "Questions to ask",
    "In practice",
    "What helps",
    "A closer look",
)
PATTERN = ("bullets", "text", "quote", "bullets", "chart", "cards", "links")
"""Kinds of slides, again and again."""


def choice(seed: str, options: Sequence[str]) -> str:
    """Return one of the options, the same for the same seed."""
    return options[int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4], "big") % len(options)]


def sentence(seed: str) -> str:
    """Return a sentence."""
    said = [choice(f"{seed} {number}", words) for number, words in enumerate((WHO, DO, WHAT, HOW))]
    return f"{' '.join(said)}."


def sentences(seed: str, count: int) -> str:
    """Return some sentences."""
    return " ".join(sentence(f"{seed} sentence {number}") for number in range(count))


def slide(seed: str, kind: str) -> Mapping[str, object]:
    """Return a slide of a kind with its notes."""
    title = f"{choice(seed, TITLES)}: {seed}"
    return {"kind": kind, "title": title, "notes": sentences(f"{seed} notes", 6), **_fields(seed, kind)}


def cover(title: str) -> Mapping[str, object]:
    """Return a cover; the board's name comes from the profile."""
    said = {"subtitle": "Invented for a benchmark · ", "alt": "Hands hold a family cut out of paper"}
    return {"kind": "cover", "title": title, "notes": sentences(title, 4), **said}


def slides(seed: str, count: int) -> list[Mapping[str, object]]:
    """Return slides of all kinds."""
    return [slide(f"{seed} {number + 1}", PATTERN[number % len(PATTERN)]) for number in range(count)]


def _fields(seed: str, kind: str) -> dict[str, object]:
    match kind:
        case "text":
            return {"paras": [sentences(f"{seed} {number}", 2) for number in range(2)]}
        case "quote":
            return {"quote": sentences(f"{seed} quote", 2), "source": "Nobody, invented"}
        case "chart":
            return {"caption": sentence(f"{seed} caption"), "chart": _chart(seed)}
        case "cards":
            count = int(choice(seed, "35"))
            cards = [[f"Card {number}", sentence(f"{seed} card {number}")] for number in range(1, count + 1)]
            return {"lead": sentence(f"{seed} lead"), "cards": cards}
        case "links":
            links = [[f"Page {number}", f"https://example.org/{number}"] for number in (1, 2, 3)]
            return {"lead": sentence(f"{seed} lead"), "links": links}
        case _:
            return {"items": [[level, sentence(f"{seed} {level} {n}")] for n in (1, 2) for level in (0, 1)]}


def _chart(seed: str) -> dict[str, object]:
    """Return columns that count nothing."""
    numbers = [int(choice(f"{seed} {each}", [str(n) for n in range(10, 99)])) for each in "abcde"]
    return {"type": "column", "categories": list("ABCDE"), "series": [["Invented", numbers]]}
