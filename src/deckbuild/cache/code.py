"""The state of the compiler: another wherever its own code, Python or a package that it uses is another.

It salts every key, so that nothing is reused that another compiler made. In a checkout the code changes
with every edit, so what counts are the contents of the package's sources, not its version; and since
contents are the same everywhere, what one machine made serves another (continuous integration, workers).

Reading 350 files takes 8 ms, asking for their stamps less than 2: the state is kept with the stamps that
it was read with, and read anew when one is another, or was young (see `states`). Reading a state that is
too new for the code that runs is the one risk; it is that of changing the code while it runs.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import deckbuild
from deckbuild.cache.sealed import Digest, now, pack_plain, read_table, write_table
from deckbuild.cache.states import Stamp, is_young
from deckbuild.cache.trouble import Troubles

PACKAGES = (
    "lxml",
    "markdown_it_py",
    "mdurl",
    "msgspec",
    "pikepdf",
    "pillow",
    "python_pptx",
    "pyyaml",
    "uharfbuzz",
    "xlsxwriter",
)
"""The packages that have a part in what is made, as their folders of metadata are called, in lower case."""


def code_state(folder: Path, troubles: Troubles, package: Path | None = None) -> Digest:
    """Return the digest of the compiler: sources, Python, zlib and packages.

    *folder* is the cache's, where it is kept. *package* holds the sources; None for those that run.
    """
    root = Path(deckbuild.__file__).parent if package is None else package
    python = ".".join(map(str, (sys.implementation.name, *sys.version_info)))
    around = (deckbuild.__version__, python, zlib.ZLIB_RUNTIME_VERSION, *_packages(sys.path))
    try:
        return _state(folder, root, around, troubles)
    except OSError:
        # The sources are being replaced. What cannot be known is like nothing before: all is made anew.
        return os.urandom(32)


def _state(folder: Path, root: Path, around: tuple[str, ...], troubles: Troubles) -> Digest:
    sources: dict[str, Stamp] = {}
    if root.is_dir():  # it is none within a ZIP, where the version must do
        _add_sources(f"{root}/", "", sources)
    # In bytes, to be compared at once: most builds do nothing else with it.
    seen = pack_plain((str(root), around, sources))
    kept = read_table(folder / "code.table", troubles)
    if isinstance(kept, tuple) and len(kept) == 2 and kept[0] == seen and isinstance(kept[1], bytes):
        return kept[1]
    began = now(folder)
    state = _digest(root, sources, around)
    if not any(is_young(each, began) for each in sources.values()):
        write_table(folder / "code.table", (seen, state), troubles)
    return state


def _digest(root: Path, sources: Iterable[str], around: tuple[str, ...]) -> Digest:
    from hashlib import sha256  # loads OpenSSL, which a build in which nothing changed does not need

    contents = tuple((name, _bytes(f"{root}/{name}")) for name in sources)
    return sha256(pack_plain((around, contents))).digest()


def _bytes(path: str) -> bytes:
    # Without `Path` and a buffer: 450 files in half the time.
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.readall()


def _add_sources(folder: str, below: str, found: dict[str, Stamp]) -> None:
    """Add the stamp of each Python file below a folder (its path ends with a slash), sorted."""
    # Written for speed: `Path.rglob` takes 15 ms for what is done here in one and a half.
    for name in sorted(os.listdir(folder)):  # noqa: PTH208, TID251  sorted at once
        if name.endswith(".py"):
            each = os.stat(f"{folder}{name}")  # noqa: PTH116
            found[f"{below}{name}"] = (each.st_size, each.st_mtime_ns, each.st_ctime_ns, each.st_ino)
        elif "." not in name and name != "__pycache__":
            with suppress(NotADirectoryError):
                _add_sources(f"{folder}{name}/", f"{below}{name}/", found)


def _packages(path: Iterable[str]) -> tuple[str, ...]:
    """Return name and version of each package, as its metadata's folder says; the first on *path* counts."""
    found: dict[str, str] = {}
    for folder in path:
        try:
            names = sorted(os.listdir(folder or "."))  # noqa: PTH208, TID251
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                package = name.partition("-")[0].replace(".", "_").lower()
                if package in PACKAGES:
                    found.setdefault(package, name)
    return tuple(sorted(found.values()))
