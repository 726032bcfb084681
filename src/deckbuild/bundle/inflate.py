"""The bytes of a package (a ZIP, APPNOTE 6.3) in, its members out; read without trust, within bounds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

MOST_MEMBERS = 50_000
MOST_BYTES = 1_000_000_000
"""Bytes of all members before deflation: a deck of a thousand slides has a tenth of it."""


class BrokenPackageError(ValueError):
    """The bytes are no package, or more of one than is taken."""


def members(data: bytes) -> dict[str, bytes]:
    """Return the members of a package by name, in its order; of two with one name the last.

    Raises:
        BrokenPackageError: it is damaged, encrypted, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            listed = [each for each in package.infolist() if not each.is_dir()]
            if len(listed) > MOST_MEMBERS:
                raise BrokenPackageError(f"it has {len(listed):,} members, of {MOST_MEMBERS:,} at most")
            # A member never gives more than its entry says, so the sum of these bounds what is inflated.
            size = sum(each.file_size for each in listed)
            if size > MOST_BYTES:
                raise BrokenPackageError(f"it has {size:,} bytes inflated, of {MOST_BYTES:,} at most")
            return {each.filename: package.read(each) for each in listed}
    except BrokenPackageError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        LookupError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
        MemoryError,
    ) as fault:
        raise BrokenPackageError(str(fault) or type(fault).__name__) from fault
