"""Starts processes for `measure`, one at a time, and answers how long each took and how much memory it held.

Run as `python -I -S starter.py`. A child's peak memory never reads below that of the process that started
it, so that is a bare interpreter: it imports nothing but what every interpreter holds already. Both ways go
values of `marshal`, each after its length in eight digits: in come (argv, folder, environment), out go (wall
seconds, processor seconds, peak KiB, exit code, the end of what was said on standard error).
"""

import marshal
import os
import sys
import time
from typing import IO

SAID = 2000
"""Bytes of standard error that are kept."""


Request = tuple[list[str], str | None, dict[str, str]]
Answer = tuple[float, float, int, int, bytes]


def ask(sink: IO[bytes], source: IO[bytes], request: Request) -> Answer:
    """Send a request to a starter and return what it answers."""
    _write(sink, marshal.dumps(request))
    answered: Answer = marshal.loads(_read(source))
    return answered


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    while data := _read(source):
        _write(sink, marshal.dumps(answer(marshal.loads(data))))


def _read(source: IO[bytes]) -> bytes:
    """Return the next value; empty at the end."""
    length = source.read(8)
    return source.read(int(length)) if length else b""


def _write(sink: IO[bytes], data: bytes) -> None:
    sink.write(b"%8d" % len(data) + data)
    sink.flush()


def start(argv: list[str], folder: str | None, environment: dict[str, str], stderr: int) -> int:
    """Return the id of a new process in a group of its own, with nothing to read and nobody to talk to."""
    pid = os.fork()
    if pid:
        return pid
    try:
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDWR)
        for number, descriptor in enumerate((nothing, nothing, stderr)):
            os.dup2(descriptor, number)
        if folder:
            os.chdir(folder)
        os.execvpe(argv[0], argv, environment)
    finally:
        os._exit(127)


def answer(request: Request) -> Answer:
    """Return what a request's process took; that which it started and waited for counts with it."""
    stderr = os.memfd_create("stderr")
    begun = time.monotonic()
    pid = start(*request, stderr)
    _, status, used = os.wait4(pid, 0)
    wall = time.monotonic() - begun
    size = os.fstat(stderr).st_size
    said = os.pread(stderr, SAID, max(0, size - SAID))
    os.close(stderr)
    code = os.waitstatus_to_exitcode(status)
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss, code, said


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
