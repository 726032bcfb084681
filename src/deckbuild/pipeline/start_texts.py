"""The text of a new file: a template of the package, filled with what the project has."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.errors import CannotRunError, InternalError
from deckbuild.model.dataclasses import dataclass
from deckbuild.pipeline.survey_files import ProjectFiles, relative

if TYPE_CHECKING:
    from deckbuild.read.documents import KeyDoc

_PLACE = re.compile("<<([a-z-]+)>>")
_SCHEMA_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
_PLAIN = re.compile(r"[A-Za-z][\w ’–-]*\w")
"""Texts that need no quotation marks in YAML."""
_FACES = ("regular", "bold", "italic", "bold-italic")
_STARTER_FONTS = "assets/fonts/atkinson-hyperlegible"
_SAMPLES = {
    "phone": "01234 567890",
    "email": "name@example.org",
    "url": "https://example.org/",
    "date": "2027-03-31",
    "number": "1",
    "minutes": "10",
}
"""Type of a key → a value that has its form."""


@dataclass(frozen=True, slots=True)
class NewFiles:
    """A new file and what it needs."""

    files: Mapping[str, bytes]
    """Project path → content."""
    next: str
    """What to do with it, in a sentence."""


def new_files(
    files: ProjectFiles, kind: str, id_: str, place: str, extends: str = "", profile: str = ""
) -> NewFiles:
    """Return the files of a new session, module, profile, brand or local session of the project.

    Raises:
        CannotRunError: the project lacks what the file needs.
    """
    values = {**_common(files, id_), "id": id_, "path": place}
    more: dict[str, bytes] = {}
    match kind:
        case "session":
            values |= _session(files)
            todo = f"Edit it, then: deckbuild build {id_}"
        case "module":
            todo = f"Edit it, and take it into a session: `- use: {id_}`."
        case "profile":
            values["keys"] = _keys(files, local=False)
            todo = f"Edit it, and add {id_} to the `profiles` of a session."
        case "brand":
            values |= _brand(files, place, more)
            todo = f"Edit it, then: deckbuild build --brand {id_}"
        case _:
            values |= _local(files, extends, profile)
            todo = f"Edit it, then: deckbuild build {place}"
    values["schema"] = _schema(files, kind, place, more)
    return NewFiles({place: _filled(kind, values), **more}, todo)


def _filled(kind: str, values: Mapping[str, str]) -> bytes:
    from deckbuild.pipeline.start import package_files

    template = package_files("new")[f"{kind}.yaml"].decode()

    def value(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise InternalError(f"the template of a {kind} has an unknown place {match[1]}")
        return values[match[1]]

    return _PLACE.sub(value, template).encode()


def _common(files: ProjectFiles, id_: str) -> dict[str, str]:
    """Return what most templates say: names of the project, and dates of its first session."""
    sessions = files.names("sessions")
    first = files.session(sessions[0]) if sessions else None
    profiles = files.names("profiles")
    return {
        "title": id_.replace("-", " ").capitalize(),
        "owner": _text(files.workspace.doc.organisation or "Who answers for it"),
        "modules": files.workspace.path("modules"),
        "session": sessions[0] if sessions else "session",
        "profile": profiles[0] if profiles else "profile",
        "brand": first.brand if first else next(iter(files.names("brands")), "brand"),
        "language": first.language if first else "en-GB",
        "date": first.date if first else "2027-01-01",
        "review": first.review if first else "2028-01-01",
    }


def _session(files: ProjectFiles) -> dict[str, str]:
    """Return what a session names: every profile, and the slide that the first session begins with."""
    modules, profiles = files.names("modules"), files.names("profiles")
    for kind, names in (("module", modules), ("profile", profiles), ("brand", files.names("brands"))):
        if not names:
            raise CannotRunError(f"the project has no {kind}; begin with: deckbuild new {kind} ID")
    sessions = files.names("sessions")
    first = files.session(sessions[0]) if sessions else None
    module = first.parts[0].slides[0].use.partition("/")[0] if first else ""
    return {"slide": _beginning(files, module, *modules), "profiles": ", ".join(profiles)}


def _beginning(files: ProjectFiles, *modules: str) -> str:
    """Return the first slide that can stand alone in every deck: for everybody, and no agenda."""
    for id_ in modules:
        doc = files.module(id_) if id_ in files.names("modules") else None
        if doc is not None and not doc.only and not doc.except_:
            for name, tree in doc.slides.items():
                if (
                    isinstance(tree, dict)
                    and tree.get("layout") != "agenda"
                    and not {"only", "except"} & {*tree}
                ):
                    return f"{id_}/{name}"
    raise CannotRunError("the project has no slide for everybody; begin with: deckbuild new module ID")


def _local(files: ProjectFiles, extends: str, profile: str) -> dict[str, str]:
    sessions = files.names("sessions")
    if not sessions:
        raise CannotRunError("the project has no session to extend; begin with: deckbuild new session ID")
    session = _known(extends or sessions[0], sessions, "session")
    doc = files.session(session)
    if doc is None:
        raise CannotRunError(f"the session {session} has faults; mend them first: deckbuild build {session}")
    chosen = _known(profile or doc.profiles[0], tuple(doc.profiles), f"profile of {session}")
    return {"session": session, "profile": chosen, "keys": _keys(files, local=True)}


def _known(name: str, names: tuple[str, ...], noun: str) -> str:
    if name not in names:
        raise CannotRunError(f"there is no {noun} “{name}”. {' '.join(did_you_mean(name, names))}")
    return name


def _keys(files: ProjectFiles, *, local: bool) -> str:
    """Return the `keys` that a profile (or a trainer) may give; as comments where they need not be given."""
    declared = {
        name: doc for name, doc in files.workspace.doc.keys.items() if name.startswith("local.") == local
    }
    if not declared:
        return ""
    needed = [name for name, doc in declared.items() if doc.default is None and not local]
    lines = [f"{'' if needed else '# '}keys:"]
    for name, doc in declared.items():
        lines.append(
            f"{'  ' if name in needed else '  # ' if needed else '#   '}{name}: {_sample(name, doc)}"
        )
    return "\n".join(lines) + "\n\n"


def _sample(name: str, doc: KeyDoc) -> str:
    if doc.default is None and doc.type == "text":
        return _text(doc.explain)
    return f"{_text(doc.default or _SAMPLES[doc.type])}   # {doc.explain}"


def _brand(files: ProjectFiles, place: str, more: dict[str, bytes]) -> dict[str, str]:
    """Return a brand's names, and the first brand's faces; without one, those of the package go to *more*."""
    from deckbuild.pipeline.start import package_files

    package = package_files("project")
    folder = PurePosixPath(place).parent.as_posix()
    more[f"{folder}/mark.svg"] = package["assets/brands/riverside/mark.svg"]
    faces = _faces_of_first(files)
    deck = faces.pop("deck", "Atkinson Hyperlegible")
    if not faces:
        names = {face: face.title().replace("-", "") for face in _FACES}
        faces = {face: f"{_STARTER_FONTS}/AtkinsonHyperlegible-{name}.ttf" for face, name in names.items()}
        missing = [
            path
            for path in package
            if path.startswith(_STARTER_FONTS) and not files.reading.files.exists(path)
        ]
        more |= {path: package[path] for path in missing}
    words = (files.workspace.doc.organisation or "Our Partnership").split(" ", 1)
    return {
        "deck": _text(deck),
        "lines": ", ".join(json.dumps(each, ensure_ascii=False) for each in words),
        **{face: relative(path, folder) for face, path in faces.items()},
    }


def _faces_of_first(files: ProjectFiles) -> dict[str, str]:
    """Return face → project path of the first brand's fonts, and its `deck`; empty where there is none."""
    from deckbuild.read.files import normal

    for id_ in files.names("brands"):
        doc = files.brand(id_)
        if doc is not None:
            folder = PurePosixPath(files.path("brands", id_)).parent
            written = (doc.fonts.regular, doc.fonts.bold, doc.fonts.italic, doc.fonts.bold_italic)
            paths = [normal(folder, path) for path in written]
            return {"deck": doc.fonts.deck} | {
                face: path for face, path in zip(_FACES, paths, strict=True) if path
            }
    return {}


def _schema(files: ProjectFiles, kind: str, place: str, more: dict[str, bytes]) -> str:
    """Return where the file's schema is, from its folder; where there is none, a copy goes to *more*."""
    from deckbuild.pipeline.start import schema_text

    path = f"{_schemas(files)}/{kind}.json"
    if not files.reading.files.exists(path):
        more[path] = schema_text(kind).encode()
    return relative(path, PurePosixPath(place).parent.as_posix())


def _schemas(files: ProjectFiles) -> str:
    """Return the folder of the schemas: that of the workspace file's own, where it names one."""
    from deckbuild.pipeline.start import SCHEMAS
    from deckbuild.read.files import normal
    from deckbuild.read.root import WORKSPACE

    line = _SCHEMA_LINE.match(files.first_line(WORKSPACE))
    path = normal(PurePosixPath(WORKSPACE).parent, line[1]) if line else None
    return PurePosixPath(path).parent.as_posix() if path and files.reading.files.exists(path) else SCHEMAS


def _text(text: str) -> str:
    """Return a text as a YAML value."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
