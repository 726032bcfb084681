"""Finished bytes become files: each is written beside its place and renamed, so that none is half there.

A file that holds these bytes already is left alone, so that whoever copies or publishes only what is new sees
what is new.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from deckbuild.diagnostics import Diagnostic, error
from deckbuild.model.origin import Origin

Examine = Callable[[Path, Path], list[Diagnostic]]
"""Looks at a file that lies beside its place: where it lies, and where it shall stand."""

HINTS = {
    "ENOSPC": "Free some space on the disk, or choose another folder with `--output`.",
    "EACCES": "Close the file if it is open, check the permissions, or choose a folder with `--output`.",
    "EROFS": "Choose a folder that can be written to with `--output`.",
}
HINT = "Choose another folder with `--output`."


def write_together(files: Mapping[Path, bytes], examine: Examine) -> tuple[frozenset[Path], list[Diagnostic]]:
    """Write files that belong together; return which were new, and why they could not be written, if so.

    With any finding no file takes its place, and what stood there before is untouched. Only when the system
    refuses to rename one of several finished files do those before it stand.
    """
    new = {place: data for place, data in files.items() if not _stands(place, data)}
    beside = {place: place.with_name(f".{place.name}.{os.getpid()}.part") for place in new}
    findings: list[Diagnostic] = []
    try:
        for place, data in files.items():
            if place in new:
                _written(beside[place], data)
            findings += examine(beside.get(place, place), place)
        if not findings:
            for place in new:
                beside[place].replace(place)
                del beside[place]
    except OSError as fault:
        # After one refusal the others would meet the same.
        findings.append(_refused(place, fault))
    finally:
        for path in beside.values():
            # What is left here was interrupted or refused; its place has what it had before.
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return frozenset(() if findings else new), findings


def _stands(place: Path, data: bytes) -> bool:
    """Return whether a file holds these bytes already."""
    try:
        return place.stat().st_size == len(data) and place.read_bytes() == data
    except OSError:
        return False


def _written(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except FileNotFoundError:  # mostly the folder is there, and to ask first takes as long as to write
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _refused(place: Path, fault: OSError) -> Diagnostic:
    import errno

    name = errno.errorcode.get(fault.errno or 0, "")
    name = "EACCES" if name == "EPERM" else name
    reason = fault.strerror or type(fault).__name__
    if name in ("EEXIST", "ENOTDIR", "ENOENT"):
        # “File exists” is what the system says where a folder is wanted, and a file has its name.
        reason = next((f"{each} is no folder" for each in place.parents if each.is_file()), reason)
    return error("DB501", f"{place} cannot be written: {reason}", Origin(""), (HINTS.get(name, HINT),))
