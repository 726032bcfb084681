"""The last build of a request, held against today's files: it stands, or some decks are to be made.

A build in which nothing changed loads this module, the cache's tables and nothing else of the program; what
it returns is what the last one returned. Where only modules and profiles changed, the decks that do not read
them are left as they are (`untouched`).

Requests that name local sessions are not recorded: their files lie anywhere, and each is one deck.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckbuild.diagnostics import SourceMap
from deckbuild.pipeline.request import BuildResult, BuiltFile

if TYPE_CHECKING:
    from deckbuild.cache.record import Asked, BuildRecord, Change
    from deckbuild.cache.sealed import Digest
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.diagnostics.spans import Spans
    from deckbuild.pipeline.request import BuildRequest

SWITCH = "DECKBUILD_NO_CACHE"
"""Environment variable that switches the cache off, whatever it says."""


class Last(NamedTuple):
    """What is known of a request before anything is read."""

    root: Path
    """The project's folder."""
    folder: Path
    """The cache's folder."""
    code: Digest
    """State of the compiler."""
    asked: Asked
    record: BuildRecord | None
    """The last build, with today's stamps; None where there is none."""
    changes: tuple[Change, ...]
    """What is not as it was."""

    @property
    def stands(self) -> bool:
        """Whether there is nothing to do."""
        return self.record is not None and not self.changes


def last_build(request: BuildRequest) -> Last | None:
    """Return what is known of a request; None where the cache is not to be used, or has no records of it.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    if not uses_cache(request) or any(name.endswith((".yaml", ".yml")) for name in request.sessions):
        return None
    from deckbuild.cache.place import default_folder
    from deckbuild.read.root import find_root

    root = find_root(request.project)
    return _examined(root, default_folder(root), asked_of(request, root))


def uses_cache(request: BuildRequest) -> bool:
    """Return whether a request may use the cache."""
    return request.cache and not os.environ.get(SWITCH)


def asked_of(request: BuildRequest, root: Path) -> Asked:
    """Return what of a request decides what comes out."""
    return (
        str(root),
        request.sessions,
        request.profiles,
        request.formats,
        request.pack,
        None if request.output is None else str(request.output.resolve()),
        request.brand,
        request.verify,
        request.write,
    )


def _examined(root: Path, folder: Path, asked: Asked) -> Last:
    from deckbuild.cache.code import code_state
    from deckbuild.cache.record import examine, read_record, write_record
    from deckbuild.cache.trouble import Troubles

    # What is wrong with the cache is told by whoever has to use it for more than this.
    troubles = Troubles()
    code = code_state(folder, troubles)
    record = read_record(folder, asked, troubles)
    if record is None:
        return Last(root, folder, code, asked, None, ())
    found = examine(record, root, code, folder)
    if not found.changes and found.fresh != record:
        write_record(folder, found.fresh, troubles)
    return Last(root, folder, code, asked, found.fresh, found.changes)


def keep(last: Last, record: BuildRecord) -> None:
    """Keep the record of a build for the next one."""
    from deckbuild.cache.record import write_record
    from deckbuild.cache.trouble import Troubles

    write_record(last.folder, record, Troubles())


def result_of(last: Last) -> BuildResult:
    """Return what the last build returned."""
    record = last.record
    assert record is not None
    findings = said(record)
    files = tuple(_file(each, last.root) for each in record.outputs)
    return BuildResult(last.root, files, findings, places_of(last.root, findings))


def _file(each: object, root: Path) -> BuiltFile:
    from deckbuild.cache.record import Output

    assert isinstance(each, Output)
    assert each.state.stamp is not None
    return BuiltFile(
        root / each.path,
        each.session,
        each.profile,
        each.format,
        each.slides,
        each.state.stamp[0],
        each.state.digest.hex(),
        written=False,
    )


def said(record: BuildRecord) -> tuple[Diagnostic, ...]:
    """Return what the recorded build found."""
    if not record.said:
        return ()
    from deckbuild.cache.serialise import loads

    return loads(record.said, tuple, lambda _: b"")


def places_of(root: Path, findings: Iterable[Diagnostic], places: SourceMap | None = None) -> SourceMap:
    """Return where findings stand today: in *places*, with the documents that these do not know."""
    places = places or SourceMap()
    origins = (origin for each in findings for origin in (each.origin, *(other for other, _ in each.related)))
    for document in dict.fromkeys(origin.document for origin in origins):
        if document and not places.knows(document):
            try:
                text = (root / document).read_bytes().decode("utf-8-sig")
            except (OSError, ValueError):
                continue
            places.add(document, text, _finder(text.replace("\r\n", "\n").replace("\r", "\n")))
    return places


def _finder(text: str) -> Callable[[], Spans]:
    def find() -> Spans:
        from deckbuild.read.places import spans

        return spans(text)

    return find


class Shown(NamedTuple):
    """How a command wants its result shown."""

    json: bool
    quiet: bool
    diagnostics: str
    strict: bool


class Again(NamedTuple):
    """What the same words brought about the last time, and still do."""

    result: BuildResult
    shown: Shown


def again(words: Sequence[str]) -> Again | None:
    """Return what a command line comes to whose like was given before and after which nothing has changed.

    The words are not read for what they mean: the same words in the same folder mean the same, as long as the
    compiler is the same.
    """
    if os.environ.get(SWITCH):
        return None
    from deckbuild.cache.place import default_folder
    from deckbuild.cache.sealed import read_table
    from deckbuild.cache.trouble import Troubles
    from deckbuild.diagnostics.errors import ProjectNotFoundError
    from deckbuild.read.root import find_root

    try:
        root = find_root(_project_of(words))
    except ProjectNotFoundError:
        return None
    folder = default_folder(root)
    key = _key(words)
    found = read_table(_words_path(folder, key), Troubles())
    if not isinstance(found, tuple) or len(found) != 3 or found[0] != key:
        return None
    _, asked, shown = found
    if not _looks_the_same(root, folder, asked):
        return None
    last = _examined(root, folder, asked)
    return Again(result_of(last), Shown(*shown)) if last.stands else None


def _looks_the_same(root: Path, folder: Path, asked: Asked) -> bool:
    """Return whether no input has another stamp than in the last build.

    Where one has, it is for the build to look closer; nothing is lost by asking this first.
    """
    from deckbuild.cache.record import read_record
    from deckbuild.cache.states import stamp
    from deckbuild.cache.trouble import Troubles

    record = read_record(folder, asked, Troubles())
    return record is not None and all(
        state.stamp is None or stamp(f"{root}/{path}") == state.stamp for path, state in record.inputs.items()
    )


def remember_words(request: BuildRequest, words: Sequence[str], shown: Shown) -> None:
    """Note what a command line meant, for `again`."""
    from deckbuild.cache.place import default_folder
    from deckbuild.cache.sealed import read_table, write_table
    from deckbuild.cache.trouble import Troubles
    from deckbuild.read.root import find_root

    if not uses_cache(request) or find_root(_project_of(words)) != find_root(request.project):
        return
    root = find_root(request.project)
    path, key, troubles = _words_path(default_folder(root), _key(words)), _key(words), Troubles()
    value = (key, asked_of(request, root), tuple(shown))
    if read_table(path, troubles) != value:
        write_table(path, value, troubles)


def _project_of(words: Sequence[str]) -> Path:
    """Return the folder that the words name with `--project`, as far as can be seen; else this folder."""
    for word, after in zip(words, (*words[1:], ""), strict=True):
        if word == "--project":
            return Path(after)
        if word.startswith("--project="):
            return Path(word.partition("=")[2])
    return Path()


def _key(words: Sequence[str]) -> tuple[str, ...]:
    return (str(Path.cwd()), *words)


def _words_path(folder: Path, key: tuple[str, ...]) -> Path:
    import zlib

    from deckbuild.cache.sealed import BUILDS, pack_plain

    return folder / BUILDS / f"{zlib.crc32(pack_plain(('words', key))):08x}.table"
