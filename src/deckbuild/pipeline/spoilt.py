"""What was found wrong with a project's files, and which of its variants cannot be made because of it.

A fault in a module or profile is one of the variants that it is read for. A fault anywhere else (workspace,
session, sources, brand, a file that a module names) is one of all variants that were read together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from deckbuild.pipeline.untouched import modules_of

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.pipeline.plan import Prepared, Variant


def spoilt(prepared: Prepared, found: Iterable[Diagnostic]) -> frozenset[str]:
    """Return the names of the variants that cannot be made."""
    faulty = {each.origin.document for each in found if each.severity == "error"}
    if not faulty:
        return frozenset()
    folders = tuple(f"{folder}/" for folder in prepared.project.folders.values())
    if not all(document.startswith(folders) for document in faulty):
        return frozenset(each.name for each in prepared.variants)
    return frozenset(
        each.name for each in prepared.variants if each.local or faulty.intersection(_own(each, prepared))
    )


def _own(variant: Variant, prepared: Prepared) -> set[str]:
    """Return the paths of a variant's profile and modules, also of those that could not be read."""
    folder = prepared.project.folders["modules"]
    return {variant.profile.origin.document, *(f"{folder}/{id_}.yaml" for id_ in modules_of(variant))}
