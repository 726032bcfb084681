"""What decks need of a project, and nothing else: files in, model values out; what leads nowhere is noted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from deckbuild.diagnostics import did_you_mean
from deckbuild.model.brand import Brand
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.model.source import LOCAL, Change, KeyDeclaration, LocalSession, Profile, Session
from deckbuild.read.brand import brand
from deckbuild.read.documents import LocalDoc
from deckbuild.read.files import MOST_SHOWN
from deckbuild.read.local import local_doc, local_session
from deckbuild.read.modules import ModuleFile, module
from deckbuild.read.reading import Reading
from deckbuild.read.root import WORKSPACE
from deckbuild.read.sessions import profile, session
from deckbuild.read.workspace import Workspace

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a project to read."""

    sessions: tuple[str, ...] = ()
    """Ids; empty for all, or with `locals` for none but those that they extend."""
    profiles: tuple[str, ...] = ()
    """Ids; empty for all of the sessions. What is for others only is not read."""
    brands: tuple[str, ...] = ()
    """Ids of brands besides those that sessions and profiles name."""
    locals: tuple[Path, ...] = ()
    """Files of local sessions."""
    all_modules: bool = False
    """Read the heads of modules that nothing uses, too."""
    decks: frozenset[str] | None = None
    """`SESSION/PROFILE` of the decks of sessions that are wanted, and modules that others have are not read;
    None for all of the sessions and profiles."""


@dataclass(frozen=True, slots=True)
class Call:
    """A place that brings slides into a deck."""

    target: str
    """`MODULE` or `MODULE/SLIDE`."""
    origin: Origin
    own: tuple[str, ...] = ()
    """Names of a local session's own slides, of which it might have been meant."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads all that decks need but their slides, and notes what is wrong with it."""

    reading: Reading
    workspace: Workspace
    wanted: Wanted

    @property
    def _keys(self) -> Mapping[str, KeyDeclaration] | None:
        return self.workspace.keys if self.workspace.is_read else None

    def local_docs(self) -> dict[str, LocalDoc]:
        """Return the files of local sessions, by project path."""
        done: dict[str, LocalDoc | None] = {}
        for each in self.wanted.locals:
            path = self.reading.files.path_of(each)
            if self.reading.files.exists(path):
                done[path] = local_doc(path, self.reading)
            else:
                hint = "Write the path of a local session."
                message = f"the file {each.as_posix()[:MOST_SHOWN]} does not exist"
                self.reading.error("DB108", message, NOWHERE, [hint])
        return _present(done.items())

    def sessions(self, docs: Mapping[str, LocalDoc]) -> dict[str, Session]:
        """Return the sessions asked for, or all, and those that local sessions extend."""
        folder = self.workspace.path("sessions")
        known = self.reading.files.names(folder, ".yaml")
        if not known:
            hint = f"Write one: {folder}/<id>.yaml."
            self.reading.error("DB160", "the project has no sessions", Origin(WORKSPACE), [hint])
        asked = self.wanted.sessions or (() if self.wanted.locals else known)
        places = dict.fromkeys(asked, NOWHERE)
        for path, doc in docs.items():
            places.setdefault(doc.extends, Origin(path, ("extends",)))

        def read(id_: str, path: str) -> Session | None:
            return session(id_, path, self.reading)

        return self._named(places, folder, ".yaml", read, "DB160", "session")

    def profiles(self, sessions: Mapping[str, Session], docs: Mapping[str, LocalDoc]) -> dict[str, Profile]:
        """Return the profiles of the decks asked for."""
        folder = self.workspace.path("profiles")
        places: dict[str, Origin] = {}
        for each in sessions.values():
            if each.id in self.wanted.sessions or not (self.wanted.sessions or self.wanted.locals):
                places |= {name: each.origin.at("profiles", n) for n, name in enumerate(each.profiles)}
        places |= {doc.profile: Origin(path, ("profile",)) for path, doc in docs.items()}
        asked = self.wanted.profiles or places

        def read(id_: str, path: str) -> Profile | None:
            made = profile(id_, path, self._keys, self.reading)
            if made is not None:
                self._check_changes(made)
            return made

        chosen = {name: place for name, place in places.items() if name in asked}
        return self._named(chosen, folder, ".yaml", read, "DB203", "profile")

    def _check_changes(self, profile: Profile) -> None:
        known = self.reading.files.names(self.workspace.path("sessions"), ".yaml")
        for id_ in profile.changes:
            if id_ not in known:
                place = Origin(profile.origin.document, ("changes", id_), key=True)
                self.reading.error("DB160", f"there is no session “{id_}”", place, did_you_mean(id_, known))

    def locals(
        self, docs: Mapping[str, LocalDoc], sessions: Mapping[str, Session], profiles: Mapping[str, Profile]
    ) -> dict[str, LocalSession]:
        """Return the local sessions by id, with their own slides."""
        known = self.reading.files.names(self.workspace.path("sessions"), ".yaml")
        done: dict[str, LocalSession] = {}
        for path, doc in docs.items():
            made = local_session(doc, path, profiles, self._keys, self.reading)
            shared = sessions.get(doc.extends)
            if shared and doc.profile not in shared.profiles:
                message = f"the session “{shared.id}” has no profile “{doc.profile}”"
                related = [(shared.origin.at("profiles"), "its profiles stand here")]
                hints = did_you_mean(doc.profile, shared.profiles)
                self.reading.error("DB203", message, made.origin.at("profile"), hints, related)
            if made.id in known or made.id in done:
                message = f"the session “{made.id}” has the name of another"
                self.reading.error("DB145", message, made.origin, ["Rename the file."])
            done[made.id] = made
        return done

    def calls(
        self,
        sessions: Mapping[str, Session],
        profiles: Mapping[str, Profile],
        locals_: Mapping[str, LocalSession],
    ) -> Iterator[Call]:
        """Yield the calls of all decks asked for; those for other profiles bring nothing."""
        for each in sessions.values():
            own = [profiles[name] for name in self._own(each) if name in profiles]
            if self.wanted.decks is not None and not own:
                continue
            for use in (use for part in each.parts for use in part.uses):
                if use.when is None or any(use.when.admits(one.names) for one in own):
                    yield Call(use.target, use.origin.at("use"))
            for one in own:
                yield from _brought(one.changes.get(each.id, ()))
        for local in locals_.values():
            yield from _brought(local.changes, tuple(local.slides))

    def _own(self, session: Session) -> Iterable[str]:
        """Return the profiles for which a session is wanted."""
        decks = self.wanted.decks
        return (name for name in session.profiles if decks is None or f"{session.id}/{name}" in decks)

    def modules(self, calls: Sequence[Call]) -> dict[str, ModuleFile]:
        """Return the modules that are called for, each with the heads of its slides."""
        folder = self.workspace.path("modules")
        # A file of this name could not be told from the slides of a local session.
        known = [id_ for id_ in self.reading.files.names(folder, ".yaml") if id_ != LOCAL]
        places: dict[str, Origin] = {}
        for call in calls:
            places.setdefault(call.target.partition("/")[0], call.origin)
        if self.wanted.all_modules:
            places = {**places, **{id_: NOWHERE for id_ in known if id_ not in places}}
        done = {id_: module(id_, f"{folder}/{id_}.yaml", self.reading) for id_ in places if id_ in known}
        for call in dict.fromkeys(calls):
            self._check_call(call, known, done)
        return _present(done.items())

    def _check_call(self, call: Call, known: Collection[str], files: Mapping[str, ModuleFile | None]) -> None:
        """Note a call for a module or slide that there is not."""
        id_, _, name = call.target.partition("/")
        if id_ not in known:
            here = ", and this file has no such slide" if call.own and not name else ""
            message = f"there is no module “{id_}”{here}"
            hints = did_you_mean(id_, [*known, *(() if name else call.own)])
            self.reading.error("DB201", message, call.origin, hints)
        file = files.get(id_)
        if file and name and name not in file.module.heads:
            hints = did_you_mean(call.target, [each.id for each in file.module.heads.values()])
            message = f"the module “{id_}” has no slide “{name}”"
            self.reading.error("DB202", message, call.origin, hints)

    def brands(self, sessions: Iterable[Session], profiles: Iterable[Profile]) -> dict[str, Brand]:
        """Return the brands that sessions and profiles name, and more."""
        folder = self.workspace.path("brands")
        places = dict.fromkeys(self.wanted.brands, NOWHERE)
        places |= {each.brand: each.origin.at("brand") for each in sessions}
        places |= {each.brand: each.origin.at("brand") for each in profiles if each.brand}

        def read(id_: str, path: str) -> Brand | None:
            return brand(id_, path, self.reading)

        return self._named(places, folder, "/brand.yaml", read, "DB161", "brand")

    def check_outcomes(self, sessions: Iterable[Session], files: Iterable[ModuleFile]) -> None:
        """Note outcomes that no session has; who reads only some of the sessions cannot know."""
        if self.wanted.sessions or self.wanted.locals:
            return
        known = {name for each in sessions for name in each.outcomes}
        for file in files:
            self._check_covers(file.module.covers, file.module.origin, known)
            for head in file.module.heads.values():
                self._check_covers(head.covers, head.origin, known)

    def _check_covers(self, covers: Sequence[str], origin: Origin, known: Collection[str]) -> None:
        for n, name in enumerate(covers):
            if name not in known:
                message = f"`covers` names the outcome “{name}”, which no session has"
                self.reading.error("DB208", message, origin.at("covers", n), did_you_mean(name, known))

    def _named(
        self,
        places: Mapping[str, Origin],
        folder: str,
        suffix: str,
        read: Callable[[str, str], T | None],
        code: str,
        noun: str,
    ) -> dict[str, T]:
        """Return what is named, from files FOLDER/<id>SUFFIX; an unknown name is reported at its place."""
        known = self.reading.files.names(folder, suffix)
        done: dict[str, T | None] = {}
        for id_, place in places.items():
            if id_ in known:
                done[id_] = read(id_, f"{folder}/{id_}{suffix}")
            else:
                self.reading.error(code, f"there is no {noun} “{id_}”", place, did_you_mean(id_, known))
        return _present(done.items())


def _brought(changes: Iterable[Change], own: tuple[str, ...] = ()) -> Iterator[Call]:
    """Yield what changes bring into a deck, save a local session's *own* slides."""
    for change in changes:
        target, word = (change.with_, "with") if change.kind == "replace" else (change.slide, change.kind)
        if change.kind != "omit" and not target.startswith(f"{LOCAL}/"):
            yield Call(target, change.origin.at(word), own)


def _present(pairs: Iterable[tuple[str, T | None]]) -> dict[str, T]:
    return {name: value for name, value in pairs if value is not None}
