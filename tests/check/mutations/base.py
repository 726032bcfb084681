"""What a fault of an example file is, and the files that faults are put into.

`‸` in the new text marks the character that the message must name; it is not part of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

MARK = "‸"

SeenBy = Literal["parser", "schema", "compiler"]
"""Who can see a fault first: what reads YAML at all, the JSON Schema of the file, or only the compiler,
because it is in the words, or in how files fit together."""


@dataclass(frozen=True)
class Mutation:
    """One edit of one file."""

    name: str
    file: str
    old: str
    """Stands in the file once."""
    new: str
    code: str
    hint: str
    """Part of a hint (or of what a second place says) without which the message helps nobody."""
    seen_by: SeenBy = "compiler"

    def applied(self, text: str) -> tuple[str, int, int]:
        """Return the text with the fault, and the line and column of the fault, from 1."""
        assert text.count(self.old) == 1, (
            f"{self.name}: “{self.old}” stands in {self.file} {text.count(self.old)} times"
        )
        made = text.replace(self.old, self.new)
        index = made.index(MARK)
        return made.replace(MARK, ""), made.count("\n", 0, index) + 1, index - made.rfind("\n", 0, index)


SESSION = "decks/sessions/pathways-to-harm.yaml"
WORKSPACE = "decks/deckbuild.yaml"
SOURCES = "decks/sources.yaml"
EDUCATION = "decks/profiles/education.yaml"
LOCAL = "examples/local/evening-session.yaml"
BRAND = "assets/brands/worcestershire/brand.yaml"
FACTORS = "assets/data/parental-factors.csv"


def module(name: str) -> str:
    """Return the file of a module."""
    return str(Path("decks/modules", f"{name}.yaml").as_posix())
