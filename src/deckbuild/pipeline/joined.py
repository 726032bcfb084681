"""What became of the units of a plan, in the plan's order, as what became of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckbuild.diagnostics import Diagnostic, SourceMap
from deckbuild.pipeline.reads import Seen
from deckbuild.pipeline.work import UnitResult


def joined(results: Sequence[UnitResult]) -> UnitResult:
    """Return the results of units, at least one, as one result."""
    if len(results) == 1 and isinstance(results[0].places, SourceMap):
        return results[0]
    places = SourceMap()
    for each in results:
        if not isinstance(each.places, SourceMap):
            places.adopt(each.places)
    return UnitResult(
        files=tuple(file for each in results for file in each.files),
        findings=tuple(_findings(each.findings for each in results)),
        places=places,
        could_run=all(each.could_run for each in results),
        seen=_seen([each.seen for each in results]),
        readers=tuple(reader for each in results for reader in each.readers),
    )


def _findings(units: Iterable[Sequence[Diagnostic]]) -> Iterable[Diagnostic]:
    """Yield findings; one of no deck, on what several units read, comes from the first of them alone."""
    known: set[Diagnostic] = set()
    for findings in units:
        yield from (each for each in findings if each.deck or each not in known)
        known.update(each for each in findings if not each.deck)


def _seen(parts: Sequence[Seen | None]) -> Seen | None:
    """Return all that was read; None where somebody does not know, or has read another state of a file."""
    known = [each for each in parts if each is not None]
    inputs = {path: state for each in reversed(known) for path, state in each.inputs.items()}
    changed = any(
        inputs[path].digest != state.digest for each in known for path, state in each.inputs.items()
    )
    if changed or len(known) < len(parts):
        return None
    everybody = {path for each in known for path in set(each.inputs).difference(*each.own.values())}
    own: dict[str, set[str]] = {}
    for each in known:
        for document, paths in each.own.items():
            own.setdefault(document, set()).update(paths)
    return Seen(
        {path: inputs[path] for path in sorted(inputs)},
        tuple(sorted({path for each in known for path in each.missing})),
        tuple(sorted({listing for each in known for listing in each.listings})),
        {document: tuple(sorted(paths - everybody)) for document, paths in sorted(own.items())},
        frozenset(path for each in known for path in each.documents),
    )
