"""An action in, what it makes out: looked up by the digest of everything that goes in, or made and kept.

The table says for a key what came out: the digest of the value, those of the contents that it holds, and
what was found wrong, to be said again. Origins are in no key; those of an action's values and findings
are kept relative to the action's base (a slide's place), so that a finding that is said again names
today's line.

The digest of a value is its identity for what comes after: an action that needs a scene takes the digest
of the scene's action among its inputs, and the scene itself is read only where something has to be made
of it. And where something was made again and came out as before, everything after it is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Generic, Literal, NamedTuple, TypeVar

from deckbuild.cache.key import ROOM, Keys
from deckbuild.cache.sealed import Digest, pack_plain, unpack_plain
from deckbuild.cache.serialise import Stored, dumps, loads
from deckbuild.cache.store import Store
from deckbuild.cache.trouble import DamagedError, Troubles
from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.model.recent import Recent

T = TypeVar("T")

_NOTHING = pack_plain(())
"""What is kept of an action in which nothing was found wrong."""
COMPILER = "deckbuild"
"""What stands for the compiler itself among the inputs that changed."""


@dataclass(frozen=True, slots=True)
class Action(Generic[T]):
    """Something that can be made, and everything that decides what comes out."""

    step: str
    """What is done, for example `typeset`."""
    subject: str
    """To what, in words that are the same in the next build: with its last inputs today's are compared."""
    inputs: Mapping[str, object]
    """Name → value or digest. What is not here must not change what comes out."""
    kind: type[T]
    """Class of what comes out."""
    make: Callable[[], tuple[T, Sequence[Diagnostic]]]
    """Makes it, and tells what was found wrong."""
    base: Origin = NOWHERE
    """The place that origins are kept relative to."""


class Why(NamedTuple):
    """Why something was made and not found."""

    reason: Literal["new", "changed", "lost"]
    """`lost`: it was thrown away or damaged, and nothing had changed."""
    changed: tuple[str, ...] = ()
    """Names of the inputs that are others than last time, sorted."""


class Kept(Generic[T]):
    """What an action makes, whether it was made now or long ago."""

    def __init__(
        self,
        digest: Digest,
        diagnostics: tuple[Diagnostic, ...],
        value: Callable[[], T],
        why: Why | None = None,
    ) -> None:
        self.digest = digest
        """The identity of the value, to be an input of other actions."""
        self.diagnostics = diagnostics
        """What was found wrong, with today's origins."""
        self.why = why
        """Why it was made now; None for what was found."""
        self._read = value
        self._value: T | None = None

    @property
    def value(self) -> T:
        """The value, read or made when it is first asked for."""
        if self._value is None:
            self._value = self._read()
        return self._value


@dataclass(frozen=True, slots=True)
class Missing(Generic[T]):
    """An action whose outcome is not in the store."""

    action: Action[T]
    inputs: Mapping[str, Digest]
    """Name → digest."""


class Actions:
    """The action table of a store, for one state of the compiler."""

    def __init__(self, store: Store, code: Digest, troubles: Troubles) -> None:
        """*code* is the compiler's state (`code.code_state`)."""
        self._store = store
        self._code = code
        self._troubles = troubles
        self._keys = Keys()
        self._shared: Recent[Digest, bytes] = Recent(ROOM)
        self.made: Counter[str] = Counter()
        """Step → how many values were made."""
        self.found: Counter[str] = Counter()
        """Step → how many were found."""

    def digest(self, value: object) -> Digest:
        """Return the digest of a value that goes into many actions (a layout, a font), to be made once.

        Raises:
            TypeError: it holds what cannot be in the cache.
        """
        return self._keys.digest(value)

    def forget_contents(self) -> None:
        """Let go of long bytes that were digested, where the values that hold them are of no more use."""
        self._keys.forget_contents()

    def run(self, action: Action[T]) -> Kept[T]:
        """Return what an action makes."""
        found = self.seek(action)
        return found if isinstance(found, Kept) else self.make(found)

    def seek(self, action: Action[T]) -> Kept[T] | Missing[T]:
        """Return what an action made before, or what it takes to make it."""
        inputs = self._inputs(action)
        return self._find(action, inputs) or Missing(action, inputs)

    def make(self, missing: Missing[T]) -> Kept[T]:
        """Make what was missing, keep it and return it."""
        return self._keep(missing.action, missing.inputs, *missing.action.make())

    def taken(self, action: Action[T], inputs: Mapping[str, Digest] | None = None) -> Kept[T] | None:
        """Return what another process has made of an action and the store took; None where it has not.

        *inputs* are those of `Missing`, where they are known.
        """
        kept = self._find(action, inputs or self._inputs(action), counts=False)
        if kept is not None:
            self.made[action.step] += 1
        return kept

    def find(self, action: Action[T]) -> Kept[T] | None:
        """Return what an action made before; None where it must be made."""
        return self._find(action, self._inputs(action))

    def keep(self, action: Action[T], value: T, diagnostics: Sequence[Diagnostic]) -> Kept[T]:
        """Keep what an action has made, here or in another process, and return it."""
        return self._keep(action, self._inputs(action), value, diagnostics)

    def why(self, step: str, subject: str) -> Why | None:
        """Return why something was last made; None where nobody knows."""
        before = self._before(step, subject)
        return before and before[1]

    def _find(
        self, action: Action[T], inputs: Mapping[str, Digest], *, counts: bool = True
    ) -> Kept[T] | None:
        record = self._store.find(_key(inputs), counts=counts)
        if record is None:
            return None
        try:
            digest, contents, said = _outcome(record)
            diagnostics = loads(said, tuple, self._content, action.base) if said != _NOTHING else ()
        except DamagedError as fault:
            self._troubles.add("damaged", Path(action.subject), fault)
            return None
        if not all(self._store.touch(each) for each in (digest, *contents)):
            return None
        if counts:
            self.found[action.step] += 1
        return Kept(digest, diagnostics, lambda: self._load(action, digest))

    def _keep(
        self, action: Action[T], inputs: Mapping[str, Digest], value: T, diagnostics: Sequence[Diagnostic]
    ) -> Kept[T]:
        why = self._note(action, inputs)
        digest = self._put(action, inputs, value, diagnostics)
        self.made[action.step] += 1
        return Kept(digest, tuple(diagnostics), lambda: value, why)

    def _put(
        self, action: Action[T], inputs: Mapping[str, Digest], value: T, diagnostics: Sequence[Diagnostic]
    ) -> Digest:
        stored = dumps(value, action.base)
        digest = self._put_value(stored)
        said = dumps(tuple(diagnostics), action.base).data
        # The contents go first, so that no pack holds a record whose contents wait for the next one.
        self._store.keep(_key(inputs), pack_plain((digest, tuple(stored.contents), said)))
        return digest

    def _put_value(self, stored: Stored) -> Digest:
        for digest, content in stored.contents.items():
            self._store.put_as(digest, content)
        return self._store.put(stored.data)

    def _load(self, action: Action[T], digest: Digest) -> T:
        """Read a value; where it is damaged or was thrown away meanwhile, make it again."""
        try:
            return loads(self._content(digest), action.kind, self._long, action.base)
        except DamagedError as fault:
            self._troubles.add("damaged", Path(action.subject), fault)
        value, diagnostics = action.make()
        self.made[action.step] += 1
        self._put(action, self._inputs(action), value, diagnostics)
        return value

    def _long(self, digest: Digest) -> bytes:
        """Return long bytes, such as a picture, which are one value however many values hold them."""
        return self._shared.get(digest, lambda: self._content(digest))

    def _content(self, digest: Digest) -> bytes:
        data = self._store.get(digest)
        if data is None:
            raise DamagedError("a content is gone")
        return data

    def _inputs(self, action: Action[T]) -> dict[str, Digest]:
        inputs = {name: self._keys.digest(action.inputs[name]) for name in sorted(action.inputs)}
        return {
            "": self._keys.digest((action.step, action.kind.__qualname__)),
            COMPILER: self._code,
            **inputs,
        }

    def _note(self, action: Action[T], inputs: Mapping[str, Digest]) -> Why:
        """Note what goes into an action, and return what of it is new since the last time."""
        known = self._before(action.step, action.subject)
        if known is None:
            why = Why("new")
        else:
            before = known[0]
            names = {name for name in (*before, *inputs) if before.get(name) != inputs.get(name)}
            why = Why("changed", tuple(sorted(names))) if names else Why("lost")
        self._store.keep(_subject(action.step, action.subject), pack_plain((dict(inputs), tuple(why))))
        return why

    def _before(self, step: str, subject: str) -> tuple[dict[str, Digest], Why] | None:
        """Return what last went into an action, and why it was made."""
        record = self._store.find(_subject(step, subject), counts=False)
        if record is None:
            return None
        found = unpack_plain(record)
        if not isinstance(found, tuple) or len(found) != 2:
            return None
        inputs, why = found
        return inputs, Why(*why)


def _key(inputs: Mapping[str, Digest]) -> Digest:
    return sha256(pack_plain(dict(inputs))).digest()


def _outcome(record: bytes) -> tuple[Digest, tuple[Digest, ...], bytes]:
    found = unpack_plain(record)
    if not isinstance(found, tuple) or len(found) != 3:
        raise DamagedError("a record is none of an action")
    digest, contents, said = found
    return digest, contents, said


def _subject(step: str, subject: str) -> Digest:
    """Return the key under which the last inputs of a subject stand, whatever compiler it was."""
    return sha256(pack_plain(("why", step, subject))).digest()
