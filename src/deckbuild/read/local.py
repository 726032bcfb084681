"""A trainer's file in, a `LocalSession` out: keys, changes and slides of its own on top of a session."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from deckbuild.diagnostics import SourceMap
from deckbuild.model.origin import Origin
from deckbuild.model.source import LOCAL, TRAINER, KeyDeclaration, LocalSession, Profile, Slide
from deckbuild.read import keys
from deckbuild.read.changes import changes
from deckbuild.read.documents import LocalDoc
from deckbuild.read.files import real
from deckbuild.read.nodes import MOST_BYTES, parse
from deckbuild.read.reading import Reading
from deckbuild.read.slide import head, slide

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def project_of(file: Path) -> Path | None:
    """Return the folder that a local session's `project` names, absolute; None where it names none.

    Whatever is wrong with the file is not for this to say.
    """
    try:
        if not file.is_file():  # a pipe would be waited for
            return None
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return None
    tree = parse(file.name, data, SourceMap(), [])
    written = tree.get("project") if tree else None
    return real(real(file).parent / written) if isinstance(written, str) and written else None


def local_doc(path: str, reading: Reading) -> LocalDoc | None:
    """Return a local session as it is written; None where its file has faults. *path* is a project path."""
    tree = reading.yaml(path)
    return None if tree is None else reading.decode(tree, LocalDoc, Origin(path), "the local session")


def local_session(
    doc: LocalDoc,
    path: str,
    profiles: Mapping[str, Profile],
    known: Mapping[str, KeyDeclaration] | None,
    reading: Reading,
) -> LocalSession:
    """Return a local session, whose keys must be *known*, with its slides; those with faults are left out."""
    origin = Origin(path)
    written = {**({TRAINER: doc.trainer} if doc.trainer else {}), **doc.keys}
    if doc.trainer and TRAINER in doc.keys:
        message = f"`trainer` and the key “{TRAINER}” are one thing"
        reading.error("DB116", message, origin.at("keys", TRAINER), ["Keep one of them."])

    def named(name: str) -> str:
        return f"{LOCAL}/{name}" if name in doc.slides else name

    return LocalSession(
        id=_id(path, reading),
        extends=doc.extends,
        profile=doc.profile,
        keys=keys.values(written, known, origin.at("keys"), reading),
        changes=changes(doc.changes, origin.at("changes"), reading, named),
        slides=_slides(doc, origin, profiles, reading),
        origin=origin,
        title=None if doc.title is None else reading.plain(doc.title, origin.at("title")),
    )


def _id(path: str, reading: Reading) -> str:
    """Return the id of a local session: its file's name without the ending."""
    name = Path(path).stem
    if not _ID.fullmatch(name):
        better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "my-session"
        message = f"the file's name “{name}” cannot be an id; wanted small letters, digits and single hyphens"
        reading.error("DB115", message, Origin(path), [f"Rename the file to {better}.yaml."])
    return name


def _slides(
    doc: LocalDoc, origin: Origin, profiles: Mapping[str, Profile], reading: Reading
) -> dict[str, Slide]:
    own = [profiles[doc.profile]] if doc.profile in profiles else []
    made = {
        name: slide(head(f"{LOCAL}/{name}", tree, origin.at("slides", name), reading), tree, own, reading)
        for name, tree in doc.slides.items()
    }
    return {name: each for name, each in made.items() if each is not None}
