"""A file's bytes before they are written, and what they were drawn from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.document import Document
    from deckbuild.model.paged import Paged


class Content:
    """A file, as it would be written."""

    def __init__(
        self,
        data: bytes,
        findings: tuple[Diagnostic, ...] = (),
        meant: Callable[[], Document | Paged | None] = lambda: None,
    ) -> None:
        """*meant* makes what was drawn, which only `--verify` asks for."""
        self.data = data
        """Empty where the findings have errors."""
        self.findings = findings
        self._meant = meant

    @cached_property
    def meant(self) -> Document | Paged | None:
        """What was drawn, to compare the file with; None for the deck itself."""
        return self._meant()
