"""Problems as data: what is wrong, where, and what to do about it. Only `cli` prints them."""

from __future__ import annotations

from deckbuild.diagnostics.diagnostic import Diagnostic, Severity, did_you_mean, error, has_errors, warning
from deckbuild.diagnostics.spans import Place, SourceMap, Span

__all__ = [
    "Diagnostic",
    "Place",
    "Severity",
    "SourceMap",
    "Span",
    "did_you_mean",
    "error",
    "has_errors",
    "warning",
]
