"""A process of its own, with one thread, that makes a project: `maker.py PROJECT OUTPUT HELPERS [FAULT]`.

FAULT is what happens to a helper: `killed` in the middle of its work, `refused` by the system, or it has
`no room` to keep what it made. It prints what was made and found, as JSON.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from deckbuild.cache import store
from deckbuild.diagnostics.emit import json_objects
from deckbuild.pipeline import BuildRequest
from deckbuild.pipeline.chunk import make_chunk
from deckbuild.pipeline.plan import prepare
from deckbuild.pipeline.remembered import opened
from deckbuild.pipeline.workshop import Workshop

KEPT_BEFORE_DEATH = 20


def main(project: Path, output: Path, helpers: int, fault: str = "") -> None:
    request = BuildRequest(project, profiles=("school",), formats=("pptx",), output=output)
    with opened(request, project) as memory:
        assert memory is not None
        workshop = Workshop(memory)
        workshop.helpers = helpers
        _break(fault)
        prepared = prepare(request)
        made = make_chunk(request, prepared, lambda _: None, workshop)
        said = {
            "made": dict(memory.actions.made),
            "found": dict(memory.actions.found),
            "findings": json_objects(made.findings, prepared.project.places),
            "files": [str(each.path) for each in made.files],
        }
    said["troubles"] = [each.kind for each in memory.troubles]
    print(json.dumps(said))


def _break(fault: str) -> None:
    """Make the system do to helpers what it may do to any process."""
    parent = os.getpid()
    keep, write_pack = store.Store.keep, store.write_pack
    kept = []

    def keep_a_few(self: store.Store, key: bytes, record: bytes) -> None:
        keep(self, key, record)
        if os.getpid() != parent:
            kept.append(key)
        if len(kept) > KEPT_BEFORE_DEATH:
            os.kill(os.getpid(), signal.SIGKILL)

    def refuse(*_: object) -> NoReturn:
        raise OSError(errno.EAGAIN, "no more processes")

    def write_none(folder: Path, number: int, entries: object) -> Path:
        if os.getpid() != parent:
            raise OSError(errno.ENOSPC, "no room")
        return write_pack(folder, number, entries)  # type: ignore[arg-type]

    if fault == "killed":
        store.Store.keep = keep_a_few  # type: ignore[method-assign]
    elif fault == "refused":
        os.fork = refuse
    elif fault == "no room":
        store.write_pack = write_none


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
