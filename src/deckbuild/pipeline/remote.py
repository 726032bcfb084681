"""Units in, their results out, made by the workers of a Dask cluster; the files are written here.

What a project holds travels by digest, through the scheduler and from worker to worker: first the digests
alone, then what some worker lacks. A unit whose worker is lost is given to another by Dask.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics.errors import CannotRunError, DeckbuildError
from deckbuild.model.dataclasses import replace
from deckbuild.pipeline.errand import Done, Lacks, errand, given
from deckbuild.pipeline.request import BuiltFile, Report, Step
from deckbuild.pipeline.snapshot import content, snapshot

if TYPE_CHECKING:
    from distributed import Client, Future, as_completed

    from deckbuild.cache.states import FileState
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.pipeline.reads import Seen
    from deckbuild.pipeline.units import Unit
    from deckbuild.pipeline.work import UnitResult
    from deckbuild.pipeline.workshop import Workshop

PATIENCE = 10
"""Seconds to wait for the scheduler, and for a first worker."""
LOST = 60.0
"""Seconds to wait for another worker where the last one was lost: whoever runs the cluster may start it."""
LOOK = 1.0
"""Seconds between two looks whether there is a worker."""
BUNDLE = 4 * 1024 * 1024
"""Bytes of contents that travel together, about."""
RETRIES = 2
"""Times that a unit is made again where it came to a fault; a lost worker is none."""


def on_cluster(
    units: Sequence[Unit], root: Path, address: str, workshop: Workshop, report: Report
) -> list[UnitResult]:
    """Return the results of units, in their order; their files stand when this returns.

    Args:
        units: A plan.
        root: The project's folder.
        address: The scheduler's, for example `tcp://10.0.0.5:8786`.
        workshop: Its cache knows the digests of files.
        report: Takes each step.

    Raises:
        CannotRunError: the cluster cannot be reached or is lost, or has another deckbuild.
        FileError: a file was changed meanwhile, or cannot be read.
    """
    if any(name.endswith((".yaml", ".yml")) for name in units[0].request.sessions):
        raise CannotRunError("a local session is one deck, which is made here: leave --scheduler out")
    with _client(address) as client:
        return _Cluster(client, units, root, workshop, report).run()


@contextmanager
def _client(address: str) -> Iterator[Client]:
    """Give a connection to a cluster that has at least one worker."""
    try:
        from distributed import Client
    except ImportError as fault:
        raise CannotRunError(
            "--scheduler needs the package `distributed`: install it with pip install 'deckbuild[dask]'"
        ) from fault
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as fault:
        raise CannotRunError(
            f"the scheduler {address} cannot be reached: {str(fault) or type(fault).__name__}\n"
            "Start one with `dask scheduler`, and write the address that it prints."
        ) from fault
    try:
        _wait_for_worker(client, address)
        yield client
    finally:
        client.close(timeout=PATIENCE)


def _wait_for_worker(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as fault:
        raise CannotRunError(
            f"the scheduler {address} has no workers\nStart one with `dask worker {address}`."
        ) from fault


class _Cluster:
    """A plan that is carried out."""

    def __init__(
        self, client: Client, units: Sequence[Unit], root: Path, workshop: Workshop, report: Report
    ) -> None:
        from deckbuild.cache.code import code_state
        from deckbuild.cache.place import default_folder
        from deckbuild.cache.trouble import Troubles

        self._client = client
        self._units = units
        self._root = root
        self._memory = workshop.memory
        self._report = report
        self._output = _output(units[0], root)
        self._code = self._memory.code if self._memory else code_state(default_folder(root), Troubles())
        self._snapshot = snapshot(root, (self._output, _output(None, root)), self._digest)
        self._paths = {digest: path for path, digest in self._snapshot.files.items()}
        self._project = self._task(given, self._snapshot, key=f"deckbuild-project-{self._snapshot.digest}")
        self._sent: dict[str, Future] = {}
        """Digest → what brings the content to a worker."""
        self._bundles: list[Future] = []

    def run(self) -> list[UnitResult]:
        from distributed import as_completed

        total, before = sum(each.size for each in self._units), 0
        self._report(Step(0, total, "sending the project to the cluster"))
        going = {self._start(unit): at for at, unit in enumerate(self._units)}
        done: dict[int, UnitResult] = {}
        try:
            completed = as_completed(list(going), loop=self._client.loop)
            for future in self._finished(completed, going):
                at = going.pop(future)
                answer = self._answer(future)
                if isinstance(answer, Lacks):
                    self._send(answer.digests)
                    again = self._start(self._units[at])
                    going[again] = at
                    completed.add(again)
                    continue
                done[at] = self._delivered(answer)
                before += self._units[at].size
                self._report(Step(before, total, f"making decks on {self._workers()}"))
        finally:
            self._client.cancel(list(going))
        return [done[at] for at in range(len(self._units))]

    def _finished(self, completed: as_completed, going: Mapping[Future, int]) -> Iterator[Future]:
        """Yield each task once it has ended, also of those added meanwhile; *going* has the units' numbers.

        Dask itself waits for ever, in the hope of another worker.

        Raises:
            CannotRunError: there has been no worker for a while.
        """
        seen = looked = time.monotonic()
        while completed.count():
            if completed.has_ready():
                yield next(completed)
                seen = time.monotonic()
                continue
            with completed.thread_condition:
                completed.thread_condition.wait(timeout=0.1)
            now = time.monotonic()
            if now - looked < LOOK:
                continue
            looked = now
            if self._has_workers():
                seen = now
            elif now - seen > LOST:
                raise CannotRunError(
                    f"the last worker was lost, and in {LOST:.0f} seconds no other has come\n"
                    f"Start one with `dask worker {self._client.scheduler.address}`, and build again."
                )
            else:
                total = sum(each.size for each in self._units)
                left = sum(self._units[at].size for at in going.values())
                self._report(Step(total - left, total, "waiting for a worker"))

    def _has_workers(self) -> bool:
        try:
            return bool(self._client.scheduler_info(n_workers=1)["workers"])
        except OSError:
            return True  # the scheduler is lost, and its tasks soon say so

    def _start(self, unit: Unit) -> Future:
        return self._task(errand, unit, self._code, self._project, self._bundles)

    def _task(  # type: ignore[explicit-any]  # each has parameters of its own
        self, what: Callable[..., object], *given_: object, key: str | None = None
    ) -> Future:
        # Without a key each call is a task of its own: what it makes may be other than the last time.
        return self._client.submit(what, *given_, key=key, pure=False, retries=RETRIES)

    def _answer(self, future: Future) -> Lacks | Done:
        """Return what came of a unit."""
        from distributed import CancelledError, KilledWorker

        try:
            answer = future.result()
        except DeckbuildError:
            raise
        except KilledWorker as fault:
            raise CannotRunError(f"workers were lost again and again: {fault}") from fault
        except (CancelledError, OSError) as fault:
            raise CannotRunError(f"the cluster was lost: {str(fault) or type(fault).__name__}") from fault
        except ModuleNotFoundError as fault:
            raise CannotRunError(f"a worker cannot make decks: {fault}; install deckbuild there") from fault
        assert isinstance(answer, Lacks | Done)
        future.release()
        return answer

    def _send(self, digests: Collection[str]) -> None:
        """Bring contents on their way that no worker has been given yet."""
        bundle: dict[str, bytes] = {}
        for digest in sorted(digests - self._sent.keys()):
            bundle[digest] = content(self._root, self._paths[digest], digest)
            if sum(map(len, bundle.values())) >= BUNDLE:
                self._pack(bundle)
                bundle = {}
        if bundle:
            self._pack(bundle)

    def _pack(self, bundle: dict[str, bytes]) -> None:
        name = hashlib.sha256("".join(bundle).encode()).hexdigest()
        # Not scattered: a task can be done again where the only worker that has the result is lost.
        future = self._task(given, bundle, key=f"deckbuild-content-{name}")
        self._sent.update(dict.fromkeys(bundle, future))
        self._bundles = [*self._bundles, future]

    def _delivered(self, done: Done) -> UnitResult:
        """Return the result of a unit whose files stand here."""
        from itertools import groupby

        from deckbuild.pipeline.write import write_together

        files: list[BuiltFile] = []
        refused: list[Diagnostic] = []
        for _, some in groupby(done.result.files, key=lambda each: (each.session, each.profile)):
            places = {self._output / each.path: each for each in some}
            contents = {place: done.contents[each.path.as_posix()] for place, each in places.items()}
            written, found = write_together(contents, lambda *_: [])
            refused += found
            if not found:
                files += (replace(each, path=at, written=at in written) for at, each in places.items())
        findings = (*done.result.findings, *refused)
        return replace(done.result, files=tuple(files), findings=findings, seen=self._seen(done.result.seen))

    def _seen(self, seen: Seen | None) -> Seen | None:
        """Return what a worker read as files of this machine; None where nobody wants to know."""
        if self._memory is None or seen is None:
            return None
        inputs: dict[str, FileState] = {}
        for path, state in seen.inputs.items():
            if self._memory.files.digest(path) != state.digest:
                return None
            inputs[path] = self._memory.files.seen[path]
        return seen._replace(inputs=inputs)

    def _digest(self, path: str) -> bytes | None:
        from deckbuild.cache.states import content_digest

        if self._memory:
            return self._memory.files.digest(path)
        return content_digest(str(self._root / path))

    def _workers(self) -> str:
        count = len(self._client.scheduler_info(n_workers=-1)["workers"])
        return f"{count} worker{'' if count == 1 else 's'}"


def _output(unit: Unit | None, root: Path) -> Path:
    """Return the output folder of a unit; None for that of the project."""
    if unit is not None and unit.request.output is not None:
        return unit.request.output.resolve()
    from deckbuild.read.files import Files
    from deckbuild.read.reading import Reading
    from deckbuild.read.workspace import Workspace

    return (root / Workspace(Reading(Files(root))).path("output")).resolve()
