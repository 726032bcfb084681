"""What a change touches, and what it leaves alone: decks that read nothing of it are not made again.

A deck depends on what everybody reads and on its own modules and profile with their files (`reads`). Where
only such own files changed, the other decks are as they were, and so is what was found in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckbuild.pipeline.request import BuildResult, BuiltFile
from deckbuild.pipeline.unchanged import Last, places_of, result_of, said

if TYPE_CHECKING:
    from deckbuild.cache.record import BuildRecord, Output, Reader
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.pipeline.plan import Prepared, Variant
    from deckbuild.pipeline.reads import Seen
    from deckbuild.read.project import Project


def touched(last: Last | None) -> frozenset[str] | None:
    """Return the names of the variants that have to be made; None for all of them."""
    if last is None or last.record is None:
        return None
    record, names = last.record, set()
    for change in last.changes:
        match change.kind:
            case "input":
                documents = {each for each, paths in record.own.items() if change.path in paths}
                if not documents:
                    return None
                names |= {_name(each) for each in record.readers if documents.intersection(each.documents)}
            case "output":
                names |= {_name(each) for each in record.outputs if each.path == change.path}
            case _:
                return None
    return frozenset(names) if 0 < len(names) < len(record.readers) else None


def _name(each: Reader | Output) -> str:
    return f"{each.session}/{each.profile}"


def merged(made: BuildResult, last: Last, only: frozenset[str], read: Seen) -> BuildResult:
    """Return the result of making some variants, with what stands of the others.

    *only* are the names of those that were made; *read* is what was read for them.
    """
    assert last.record is not None
    before = result_of(last)
    files: list[BuiltFile] = []
    for each in last.record.readers:
        source = made if _name(each) in only else before
        files += (file for file in source.files if (file.session, file.profile) == each[:2])
    kept = [each for each in said(last.record) if _holds(each, only, read)]
    found = tuple(dict.fromkeys((*made.diagnostics, *kept)))
    return BuildResult(made.root, tuple(files), found, places_of(made.root, found, made.places))


def _holds(finding: Diagnostic, only: frozenset[str], read: Seen) -> bool:
    """Return whether something that was found before holds still: nobody looked there again."""
    if finding.deck:
        return finding.deck not in only
    return finding.origin.document not in read.documents


def documents_of(variant: Variant, project: Project) -> tuple[str, ...]:
    """Return what is read for some decks only that a variant is made of: its modules and its profile."""
    modules = [project.modules.get(id_) for id_ in modules_of(variant)]
    paths = {each.origin.document for each in modules if each is not None}
    return tuple(sorted({variant.profile.origin.document, *paths}))


def modules_of(variant: Variant) -> set[str]:
    """Return the ids of the modules that a variant calls for, whether there are such or not."""
    calls = [use.target for part in variant.session.parts for use in part.uses]
    for change in variant.profile.changes.get(variant.session.id, ()):
        calls += [change.slide, change.with_]
    return {call.partition("/")[0] for call in calls}


def readers_of(prepared: Prepared) -> tuple[Reader, ...]:
    """Return the variants that were prepared, each with what is read for it."""
    from deckbuild.cache.record import Reader

    return tuple(
        Reader(each.id, each.profile.id, documents_of(each, prepared.project)) for each in prepared.variants
    )


def record_of(
    last: Last, readers: tuple[Reader, ...], read: Seen, result: BuildResult, only: frozenset[str] | None
) -> BuildRecord:
    """Return the record of a build, of which the variants of *readers* were made now."""
    from deckbuild.cache.record import BuildRecord
    from deckbuild.cache.serialise import dumps

    new = BuildRecord(
        asked=last.asked,
        code=last.code,
        inputs=read.inputs,
        missing=read.missing,
        listings=read.listings,
        own=read.own,
        readers=readers,
        outputs=tuple(_outputs(result)),
        said=dumps(result.diagnostics).data if result.diagnostics else b"",
    )
    return new if only is None or last.record is None else _joined(new, last.record)


def _joined(new: BuildRecord, before: BuildRecord) -> BuildRecord:
    """Return the record of a build of some decks, with what the one before says of the others."""
    readers = {_name(each): each for each in new.readers}
    # What is everybody's now was perhaps not before: a condition may have begun to ask for tags.
    everybody = set(new.inputs).difference(*new.own.values())
    own = {
        document: tuple(path for path in paths if path not in everybody)
        for document, paths in {**before.own, **new.own}.items()
    }
    return new._replace(
        inputs={**before.inputs, **new.inputs},
        missing=tuple(sorted({*before.missing, *new.missing})),
        listings=tuple(sorted({*before.listings, *new.listings})),
        own=own,
        readers=tuple(readers.get(_name(each), each) for each in before.readers),
    )


def _outputs(result: BuildResult) -> Iterator[Output]:
    from deckbuild.cache.record import Output
    from deckbuild.cache.states import FileState, stamp

    for each in result.files:
        inside = each.path.is_relative_to(result.root)
        path = str(each.path.relative_to(result.root)) if inside else str(each.path)
        state = FileState(stamp(str(each.path)), bytes.fromhex(each.sha256))
        yield Output(path, each.session, each.profile, each.format, each.slides, state)
