"""A request in, one round after another out: a build at once, and one more each time that an input changes.

The process stays, so that what a build imports, reads of fonts and remembers of slides is there when the next
one begins; all else that was made before comes from the cache. Changes that come while a round is built wait
for the next one.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.pipeline.build import build
from deckbuild.pipeline.watched import Watched, watched
from deckbuild.pipeline.workshop import Workshop

if TYPE_CHECKING:
    from deckbuild.pipeline.request import BuildRequest, BuildResult

QUIET = 15
"""Milliseconds without a further change after which a build begins: an editor saves in several steps."""
LONGEST = 250
"""Milliseconds after which it begins in any case."""
PULSE = 30
"""Milliseconds from the beginning of the watching to the first build, and between two looks at *stop*."""


@dataclass(frozen=True, slots=True)
class Round:
    """A build, and why it was made."""

    changed: tuple[str, ...]
    """What changed, from the project's folder, sorted; empty for the first build."""
    result: BuildResult | None
    """None where the build could not run."""
    fault: str
    """Why it could not run; else empty."""
    seconds: float


def rounds(request: BuildRequest, stop: Event | None = None) -> Iterator[Round]:
    """Build what is asked for, and again after each change, until *stop* is set; yield each round.

    Raises:
        CannotRunError: the first build cannot run.
        KeyboardInterrupt: the user ends it.
    """
    inputs, workshop = watched(request), Workshop()
    last: Round | None = None
    while True:
        changes = _changes(inputs, stop)
        next(changes, None)  # begun: from here on no change is missed, while the first build reads or later
        done = _built(request, workshop) if last is None else _round(request, workshop, ())
        if last is None or _news(done, last):
            yield done
        if last is None:
            _load_all(request)
        last = done
        for changed in changes:
            last = _round(request, workshop, changed)
            yield last
            gc.collect()
            today = _watched_today(request, inputs)
            if today != inputs:
                inputs = today
                break
        else:
            return


def _changes(inputs: Watched, stop: Event | None) -> Iterator[tuple[str, ...]]:
    """Yield nothing when watching has begun, and from then on what changed, each time that something did."""
    from watchfiles import watch

    begun = False
    for changes in watch(
        *inputs.folders,
        watch_filter=None,
        debounce=LONGEST,
        step=QUIET,
        rust_timeout=PULSE,
        yield_on_timeout=True,
        recursive=False,
        stop_event=stop,
        ignore_permission_denied=True,
    ):
        if not begun:
            begun = True
            yield ()
        changed = tuple(sorted({inputs.name(path) for _, path in changes if inputs.matters(path)}))
        if changed:
            yield changed


def _built(request: BuildRequest, workshop: Workshop) -> Round:
    start = time.perf_counter()
    with _without_collector():
        result = build(request, workshop=workshop)
    return Round((), result, "", time.perf_counter() - start)


def _round(request: BuildRequest, workshop: Workshop, changed: tuple[str, ...]) -> Round:
    from deckbuild.diagnostics.errors import CannotRunError

    start = time.perf_counter()
    try:
        return replace(_built(request, workshop), changed=changed)
    except CannotRunError as fault:  # a file that everything needs is away, perhaps for this moment alone
        return Round(changed, None, str(fault), time.perf_counter() - start)


def _news(done: Round, last: Round) -> bool:
    """Return whether a round came to something else than the one before."""
    if done.result is None or last.result is None:
        return done.fault != last.fault
    written = any(each.written for each in done.result.files)
    return written or done.result.diagnostics != last.result.diagnostics


def _watched_today(request: BuildRequest, inputs: Watched) -> Watched:
    """Return where the inputs lie now; as before, as far as it exists, while there is no project."""
    from deckbuild.diagnostics.errors import CannotRunError

    try:
        return watched(request)
    except CannotRunError:
        return replace(inputs, folders=tuple(each for each in inputs.folders if each.is_dir()))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let a build run without looking for garbage, which takes a third of its time, for memory to be reused.

    It is looked for when nobody waits.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _load_all(request: BuildRequest) -> None:
    """Import what a build may need, while nobody waits: the first one has perhaps found everything made."""
    from importlib import import_module
    from pkgutil import walk_packages

    import deckbuild

    rooms = ["assemble", "fonts", "layouts", "link", "pack", "read", "render", "template", "typeset"]
    rooms += ["check"] if request.verify else []
    names = [f"deckbuild.{each}" for each in rooms]
    for folder in deckbuild.__path__:
        for name in names:
            import_module(name)
            for module in walk_packages([f"{folder}/{name.rpartition('.')[2]}"], f"{name}."):
                import_module(module.name)
    import_module("deckbuild.pipeline.anew")
