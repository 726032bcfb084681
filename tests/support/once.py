"""What takes long is made by one of the processes that run the tests, and read by the others."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import pytest

T = TypeVar("T")

PATIENCE = 300
"""Seconds to wait for another process."""


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], T]) -> T:
    """Return what *make* makes in a folder that it gets; it is called once a run of the tests.

    The value can be pickled. Where making it fails, it fails in every process.
    """
    top = factory.getbasetemp()
    folder = (top.parent if "PYTEST_XDIST_WORKER" in os.environ else top) / f"once-{name}"
    kept = folder / "value.pickle"
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(kept)
        value = pickle.loads(kept.read_bytes())
        if isinstance(value, RuntimeError):
            raise value from None
        return value
    try:
        value = make(folder)
    except Exception as fault:
        _keep(kept, RuntimeError(f"{type(fault).__name__}: {fault}"))
        raise
    _keep(kept, value)
    return value


def _keep(file: Path, value: object) -> None:
    part = file.with_suffix(".part")
    part.write_bytes(pickle.dumps(value))
    part.rename(file)


def _wait_for(file: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not file.exists():
        assert time.monotonic() < end, f"{file.parent.name} is not made"
        time.sleep(0.1)
