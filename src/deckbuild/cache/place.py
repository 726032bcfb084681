"""Where the cache of a project lies: a folder of the user's, or the one that `DECKBUILD_CACHE_DIR` names.

Not in the project: projects lie in folders that are synchronised, backed up and searched, and thousands
of slides of other people's are no part of theirs. A continuous integration that keeps folders between its
runs names one, and what it keeps serves on every machine, since keys hold contents and never places or
times.
"""

from __future__ import annotations

import os
import re
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "DECKBUILD_CACHE_DIR"
"""Environment variable that names the folder; a relative one is below the project."""


def default_folder(project: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the cache of a project (its folder), absolute; it need not exist."""
    named = environment.get(VARIABLE, "")
    if named:
        return project.absolute() / Path(named).expanduser()
    home = _caches(environment)
    if home is None:
        return project.absolute() / ".deckbuild-cache"
    root = project.resolve()
    # Names alone are not unique; the number tells projects of one name apart, and people which is whose.
    number = zlib.crc32(os.fsencode(root))
    return home / "deckbuild" / f"{re.sub(r'[^A-Za-z0-9._-]+', '-', root.name)[:40]}-{number:08x}"


def _caches(environment: Mapping[str, str]) -> Path | None:
    """Return the folder where the system wants the caches of programs; None for a user without a home."""
    named = environment.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")
