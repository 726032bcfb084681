"""What a project has, by kind: each entry as a mapping for a table or for JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.pipeline.survey import Answer
from deckbuild.pipeline.survey_files import ProjectFiles, open_files

if TYPE_CHECKING:
    from deckbuild.read.documents import SessionDoc

Entry = Mapping[str, object]


def listing(
    folder: Path, kinds: Sequence[str], ids: Sequence[str] = ()
) -> Answer[Mapping[str, Sequence[Entry]]]:
    """Return the entries of each kind asked for, sorted by id, and what is wrong with their files.

    With *ids* only these. Slide layouts are in the order of PowerPoint's gallery.

    Raises:
        ProjectNotFoundError: the folder is in no project.
        CannotRunError: one of *ids* is not there.
    """
    files = open_files(folder)
    found: dict[str, list[Entry]] = {kind: [*_LISTS[kind](files)] for kind in kinds}
    known = [str(each["id"]) for entries in found.values() for each in entries]
    for id_ in ids:
        if id_ not in known:
            hint = " ".join(did_you_mean(id_, known))
            raise CannotRunError(f"there is no “{id_}” among the {' and '.join(kinds)}. {hint}")
    if ids:
        found = {kind: [each for each in entries if each["id"] in ids] for kind, entries in found.items()}
    # Two lists may read one file, and find the same.
    return Answer(found, tuple(dict.fromkeys(files.reading.found)), files.reading.places)


def _sessions(files: ProjectFiles) -> Iterable[Entry]:
    for id_ in files.names("sessions"):
        doc = files.session(id_)
        if doc is not None:
            yield {
                "id": id_,
                "file": files.path("sessions", id_),
                "title": doc.title,
                "brand": doc.brand,
                "language": doc.language,
                "version": doc.version,
                "date": doc.date,
                "review": doc.review,
                "owner": doc.owner,
                "minutes": doc.minutes,
                "profiles": list(doc.profiles),
                "modules": _used(doc),
            }


def _modules(files: ProjectFiles) -> Iterable[Entry]:
    users = _by_session(files, lambda _, doc: _used(doc))
    changing = _by_change(files)
    for id_ in files.names("modules"):
        doc = files.module(id_)
        if doc is not None:
            yield {
                "id": id_,
                "file": files.path("modules", id_),
                "title": doc.title,
                "owner": doc.owner,
                "version": doc.version or "",
                "review": doc.review,
                "slides": list(doc.slides),
                "used-by": sorted({*users.get(id_, ()), *changing.get(id_, ())}),
            }


def _profiles(files: ProjectFiles) -> Iterable[Entry]:
    users = _by_session(files, lambda _, doc: doc.profiles)
    for id_ in files.names("profiles"):
        doc = files.profile(id_)
        if doc is not None:
            yield {
                "id": id_,
                "file": files.path("profiles", id_),
                "agency": doc.agency,
                "tags": list(doc.tags),
                "brand": doc.brand,
                "keys": dict(doc.keys),
                "used-by": users.get(id_, []),
            }


def _brands(files: ProjectFiles) -> Iterable[Entry]:
    users = _by_session(files, lambda _, doc: [doc.brand])
    for id_ in files.names("brands"):
        doc = files.brand(id_)
        if doc is not None:
            yield {
                "id": id_,
                "file": files.path("brands", id_),
                "name": doc.name,
                "used-by": users.get(id_, []),
            }


def _layouts(_: ProjectFiles) -> Iterable[Entry]:
    from deckbuild.layouts import LAYOUTS

    for layout in LAYOUTS.values():
        fields = [
            {"name": each.name, "kind": each.kind, "required": each.required, "doc": each.doc}
            for each in layout.fields
        ]
        yield {"id": layout.id, "doc": layout.doc, "fields": fields}


_LISTS: Mapping[str, Callable[[ProjectFiles], Iterable[Entry]]] = {
    "sessions": _sessions,
    "modules": _modules,
    "profiles": _profiles,
    "brands": _brands,
    "layouts": _layouts,
}


def _used(doc: SessionDoc) -> list[str]:
    """Return the modules that a session's parts call for, each once, in order."""
    targets = (use.use.partition("/")[0] for part in doc.parts for use in part.slides)
    return list(dict.fromkeys(targets))


def _by_session(
    files: ProjectFiles, names: Callable[[str, SessionDoc], Iterable[str]]
) -> Mapping[str, list[str]]:
    """Return name → the sessions that name it, sorted."""
    users: dict[str, list[str]] = {}
    for id_ in files.names("sessions"):
        doc = files.session(id_)
        for name in names(id_, doc) if doc is not None else ():
            users.setdefault(name, []).append(id_)
    return users


def _by_change(files: ProjectFiles) -> Mapping[str, set[str]]:
    """Return module → the sessions that profiles bring a slide of it into."""
    users: dict[str, set[str]] = {}
    for id_ in files.names("profiles"):
        doc = files.profile(id_)
        for session, changes in doc.changes.items() if doc is not None else ():
            for change in changes:
                target = change.insert or change.add or change.with_ or ""
                users.setdefault(target.partition("/")[0], set()).add(session)
    return users
