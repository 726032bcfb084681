"""Our own lint of a .pptx: what PowerPoint repairs or refuses and what no deck of ours may carry.

It stands beside `openxml-audit`, which knows the schema: order of elements, attributes, value ranges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.check.hygiene import check_hygiene
from deckbuild.check.opc import read_package
from deckbuild.check.presentation import check_presentation
from deckbuild.check.shapes import check_shapes
from deckbuild.check.structure import check_structure

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuild.diagnostics import Diagnostic

RULES = (check_structure, check_presentation, check_shapes, check_hygiene)


def check_package(path: Path, *, name: str | None = None) -> list[Diagnostic]:
    """Return everything found wrong with a .pptx file, which messages call *name*; empty for a clean one."""
    findings: list[Diagnostic] = []
    package = read_package(path, name or path.name, findings)
    if package is not None:
        for rule in RULES:
            findings.extend(rule(package))
    return findings
