"""SHA256SUMS: digests by name in, the text out that `sha256sum --check` reads; and back."""

from __future__ import annotations

import re
from collections.abc import Mapping

SUMS = "SHA256SUMS"
"""Name of the member. It lists all others."""

_LINE = re.compile(r"([0-9a-f]{64})  ([!-~](?:[ -~]*[!-~])?)")


def written(digests: Mapping[str, str]) -> bytes:
    """Return the text for digests (SHA-256, hexadecimal) by name, in the order of the names."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def read(data: bytes) -> tuple[dict[str, str], list[int]]:
    """Return digests by name, and the numbers from 1 of the lines that say none or a name twice."""
    found: dict[str, str] = {}
    wrong = []
    for number, line in enumerate(data.decode("ascii", "replace").removesuffix("\n").split("\n"), 1):
        matched = _LINE.fullmatch(line)
        if matched is None or matched[2] in found:
            wrong.append(number)
        else:
            found[matched[2]] = matched[1]
    return found, wrong
