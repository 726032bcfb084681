"""What decks say and how two of them differ, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Field = Literal[
    "title", "text", "table", "figures", "alternative text", "notes", "pictures", "layout", "part"
]
"""What of a slide can differ. `figures` are the numbers of charts."""
FIELDS: tuple[Field, ...] = (
    "title",
    "text",
    "table",
    "figures",
    "pictures",
    "alternative text",
    "notes",
    "layout",
    "part",
)
"""In the order in which they are told."""


@dataclass(frozen=True, slots=True)
class SlideText:
    """What a slide says."""

    id: str
    """The name that deckbuild gives a slide, `MODULE/SLIDE`; empty in a deck of other making."""
    mark: str
    """The slide's p14:creationId; empty where it has none."""
    lines: Mapping[Field, tuple[str, ...]]
    """Field → its paragraphs, rows or names; no field that is empty."""

    @property
    def title(self) -> str:
        """Its title as one line."""
        return " ".join(self.lines.get("title", ()))


@dataclass(frozen=True, slots=True)
class DeckText:
    """What a deck says."""

    title: str
    agency: str
    version: str
    slides: tuple[SlideText, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both have, or one of the two."""

    kind: Literal["same", "removed", "added"]
    text: str


Line = tuple[Piece, ...]
"""A line of the one or the other, or of both with what differs in it. All its pieces are of one kind where
one of the two has not the line at all."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """How a field of a slide differs."""

    field: Field
    lines: tuple[Line, ...]
    """Those that differ, in order. Of the lines that do not, none is here."""


@dataclass(frozen=True, slots=True)
class SlideChange:
    """How a slide differs, or that only one of the decks has it."""

    kind: Literal["added", "removed", "kept"]
    id: str
    """The id in the newer deck, or else in the older."""
    title: str
    """Likewise."""
    moved: bool
    """Whether it stands in another order among the slides that both have."""
    fields: tuple[FieldChange, ...]
    """What differs; of an added or removed slide all that it says."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A change in one deck."""

    change: SlideChange
    old: int | None
    """Number of the slide in the older deck, from 1; None where it has it not."""
    new: int | None


@dataclass(frozen=True, slots=True)
class DeckChange:
    """How two states of a deck differ."""

    name: str
    """`SESSION/PROFILE`, or the name of its file."""
    old: DeckText
    new: DeckText
    slides: tuple[Placed, ...]
    """Those that differ, in the order of the newer deck; removed ones stand where they stood."""


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """Words of documents that stand on no slide, and differ."""

    session: str
    """Id of the session."""
    kinds: tuple[str, ...]
    """What the documents are called that have this change."""
    agencies: tuple[str, ...]
    """Whose documents have it."""
    lines: tuple[Line, ...]
    """Those that differ, in order."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two sets of decks differ."""

    old: str
    """What the older set is called."""
    new: str
    decks: tuple[DeckChange, ...]
    """Those that both have, in the order of the newer set, also those that do not differ."""
    added: tuple[str, ...]
    """Names of decks that only the newer set has."""
    removed: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether there is any difference in what the decks say."""
        return bool(self.added or self.removed or any(each.slides for each in self.decks))


def grouped(decks: tuple[DeckChange, ...]) -> list[tuple[SlideChange, list[tuple[DeckChange, Placed]]]]:
    """Return each change once, with the decks that have it and its place there, in the order of the first."""
    found: dict[SlideChange, list[tuple[DeckChange, Placed]]] = {}
    for deck in decks:
        for placed in deck.slides:
            found.setdefault(placed.change, []).append((deck, placed))
    return list(found.items())
