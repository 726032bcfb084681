"""The cache of a project, for whoever looks after it: what it holds, less of it, none of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from deckbuild.cache.trouble import Troubles
    from deckbuild.diagnostics import Diagnostic


class CacheInfo(NamedTuple):
    """What is said of a cache."""

    folder: Path
    entries: int
    """Values that are kept: laid-out slides, compiled slides, documents, and the records of these."""
    size: int
    """Bytes."""
    limit: int
    """Bytes above which what was not used for longest is thrown away."""
    asked: int
    """How often builds looked for a value, since the cache was made."""
    found: int
    """How often it was there."""
    freed: int
    """Bytes that were given back just now."""
    findings: tuple[Diagnostic, ...]
    """What is wrong with the cache."""


def cache_info(project: Path) -> CacheInfo:
    """Return what the cache of a project (a folder of it) holds.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    from deckbuild.cache.trouble import Troubles

    return _info(_folder(project), Troubles())


def prune_cache(project: Path, limit: int | None) -> CacheInfo:
    """Throw away what was not used for longest; *limit* is in bytes, None for the usual bound.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    from deckbuild.cache.prune import prune
    from deckbuild.cache.store import MOST_BYTES
    from deckbuild.cache.trouble import Troubles

    folder, troubles = _folder(project), Troubles()
    pruned = prune(folder, MOST_BYTES if limit is None else limit, troubles)
    return _info(folder, troubles)._replace(freed=pruned.size)


def clear_cache(project: Path) -> CacheInfo:
    """Throw everything away.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    from deckbuild.cache.prune import clear
    from deckbuild.cache.trouble import Troubles

    folder = _folder(project)
    freed = clear(folder)
    return _info(folder, Troubles())._replace(freed=freed)


def _folder(project: Path) -> Path:
    from deckbuild.cache.place import default_folder
    from deckbuild.read.root import find_root

    return default_folder(find_root(project))


def _info(folder: Path, troubles: Troubles) -> CacheInfo:
    from deckbuild.cache.prune import info
    from deckbuild.cache.store import MOST_BYTES
    from deckbuild.pipeline.remembered import findings_of

    found = info(folder, troubles)
    findings = tuple(findings_of(troubles.found))
    return CacheInfo(folder, found.entries, found.size, MOST_BYTES, found.asked, found.found, 0, findings)
