"""What an example of a fault is."""

from __future__ import annotations

from deckbuild.model.dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A fault and its remedy."""

    wrong: str
    """Lines with the fault; or words, where `file` is empty."""
    right: str
    """Lines without it; or what to do."""
    file: str = ""
    """The file that the lines stand in, relative to the project; empty where it is in no text file of it."""

    @property
    def language(self) -> str:
        """What a Markdown page calls the language of the lines; empty for words."""
        return {"yaml": "yaml", "csv": "csv", "svg": "xml"}.get(self.file.rpartition(".")[2], "")
