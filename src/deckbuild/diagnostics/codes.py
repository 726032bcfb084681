"""The catalogue of findings: what each code means. A code is named for the fault, and keeps its meaning.

1xx reading the files of a project · 2xx names that lead nowhere, and what a deck is assembled of ·
3xx setting text and pictures on slides · 4xx outputs, against their sources and their formats ·
5xx files, fonts and the system · 6xx releases and their bundles.

Entries are in `catalogue`, what each looks like in `examples`.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.diagnostics.catalogue import assemble, bundle, check, read, system, typeset
from deckbuild.diagnostics.catalogue.code import Code

__all__ = ["CODES", "Code"]

CODES: Mapping[str, Code] = {
    each.code: each for room in (read, assemble, typeset, check, system, bundle) for each in room.ENTRIES
}
"""Code → entry, in the order of the codes."""
