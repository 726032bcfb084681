"""Steps that are looked up in the cache before they are done; without a cache they are done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, TypeVar

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import NOWHERE, Origin

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuild.cache.actions import Action, Kept, Missing
    from deckbuild.cache.cache import Cache
    from deckbuild.cache.sealed import Digest
    from deckbuild.cache.trouble import Trouble
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.pipeline.request import BuildRequest

T = TypeVar("T")

Inputs = Mapping[str, object]


@contextmanager
def opened(request: BuildRequest, root: Path, code: Digest | None = None) -> Iterator[Cache | None]:
    """Give the cache of a project, to be closed at the end; None where the request wants none.

    A process opens one and no more. *root* is the project's folder, *code* the compiler's state where it is
    known.
    """
    memory = cache_of(request, root, code)
    if memory is None:
        yield None
        return
    with memory:
        yield memory


def cache_of(
    request: BuildRequest, root: Path, code: Digest | None = None, folder: Path | None = None
) -> Cache | None:
    """Return the cache of a project, for whoever closes it; None where the request wants none.

    *folder* is the cache's, None for the usual one.
    """
    from deckbuild.pipeline.unchanged import uses_cache

    if not uses_cache(request):
        return None
    from deckbuild.cache.cache import Cache
    from deckbuild.cache.place import default_folder

    return Cache(root, folder or default_folder(root), code=code)


def told(memory: Cache | None) -> list[Diagnostic]:
    """Return what went wrong with a cache, once it is closed."""
    return list(findings_of(memory.troubles)) if memory else []


def findings_of(troubles: Iterable[Trouble]) -> Iterator[Diagnostic]:
    """Yield what went wrong with a cache: it only takes longer, and no output depends on it."""
    from deckbuild.diagnostics.diagnostic import Diagnostic, warning

    for each in troubles:
        if each.kind == "damaged":
            yield Diagnostic("DB506", "info", each.message, NOWHERE, (each.hint,))
        else:
            yield warning("DB505", each.message, NOWHERE, (each.hint,))


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """A step to be done (see `cache.actions.Action`), whose inputs are asked for where there is a cache."""

    step: str
    subject: str
    inputs: Callable[[], Inputs]
    kind: type[T]
    make: Callable[[], tuple[T, Sequence[Diagnostic]]]
    base: Origin = NOWHERE


class Steps:
    """Does steps, or finds what came of them."""

    def __init__(self, memory: Cache | None) -> None:
        self.memory = memory

    def run(self, task: Task[T]) -> Kept[T]:
        """Return what comes of a step; its identity is empty without a cache."""
        if self.memory is None:
            from deckbuild.cache.actions import Kept

            value, found = task.make()
            return Kept(b"", tuple(found), lambda: value)
        return self.memory.actions.run(_action(task))

    def seek(self, task: Task[T]) -> Kept[T] | Missing[T] | None:
        """Return what came of a step in an earlier build, or what it takes to do it; None without a cache."""
        return self.memory.actions.seek(_action(task)) if self.memory else None

    def taken(self, task: Task[T]) -> Kept[T] | None:
        """Return what another process has made of a step (`Actions.taken`)."""
        return self.memory.actions.taken(_action(task)) if self.memory else None

    def forget_contents(self) -> None:
        """Let go of pictures, which are others once the project is read again."""
        if self.memory:
            self.memory.actions.forget_contents()

    def digest(self, value: object) -> Digest:
        """Return the digest of a value that goes into many steps; empty without a cache."""
        return self.memory.actions.digest(value) if self.memory else b""

    def files(self, paths: Sequence[str]) -> Digest:
        """Return the digest of files by their project paths; empty without a cache."""
        return self.digest(tuple(self.memory.files.digest(path) for path in paths)) if self.memory else b""


def _action(task: Task[T]) -> Action[T]:
    from deckbuild.cache.actions import Action

    return Action(task.step, task.subject, task.inputs(), task.kind, task.make, task.base)
