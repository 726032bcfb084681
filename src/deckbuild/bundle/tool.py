"""What this process makes a bundle with: versions of deckbuild, Python, zlib and the packages in use."""

from __future__ import annotations

import platform
import zlib
from importlib.metadata import PackageNotFoundError, version

from deckbuild import __version__
from deckbuild.bundle.manifest import ToolEntry

PACKAGES = (
    "lxml",
    "markdown-it-py",
    "msgspec",
    "pikepdf",
    "pillow",
    "python-pptx",
    "PyYAML",
    "uharfbuzz",
    "xlsxwriter",
)
"""Whatever has a part in the bytes or in checking them. What draws the command line has none."""


def tool() -> ToolEntry:
    """Return the versions. A package that is not installed as one is left out."""
    return ToolEntry(__version__, platform.python_version(), zlib.ZLIB_RUNTIME_VERSION, dict(_versions()))


def _versions() -> list[tuple[str, str]]:
    found = []
    for name in PACKAGES:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            continue
    return found
