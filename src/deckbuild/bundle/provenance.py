"""Manifest and digests in, a statement of provenance out: in-toto Statement v1 with SLSA Provenance v1.

Nothing in it is of a clock or a machine. It says what was built of what, and by which version; it is not
signed, and proves nothing until somebody signs it (`docs/release.md`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from deckbuild.bundle.manifest import Manifest

PROVENANCE = "provenance.json"
"""Name of the member."""
BUILD_TYPE = "urn:deckbuild:release:1"
"""Names how `externalParameters` and dependencies are to be read: `docs/release.md` says it."""
BUILDER = "urn:deckbuild:command-line"

Json = dict[str, object]


class _Subject(Struct):
    name: str
    digest: dict[str, str]


class _Statement(Struct):
    subject: list[_Subject]


def subjects(data: bytes) -> dict[str, str] | None:
    """Return the SHA-256 of each member that a statement is about, by name; None where it is no statement."""
    try:
        found = msgspec.json.decode(data, type=_Statement).subject
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return {each.name: each.digest.get("sha256", "") for each in found}


def statement(manifest: Manifest, digests: Mapping[str, str]) -> bytes:
    """Return the statement. *digests* are the SHA-256 of the members that it is about, by name."""
    value: Json = {
        "_type": "https://in-toto.io/Statement/v1",
        "subject": [{"name": name, "digest": {"sha256": digests[name]}} for name in sorted(digests)],
        "predicateType": "https://slsa.dev/provenance/v1",
        "predicate": {
            "buildDefinition": {
                "buildType": BUILD_TYPE,
                "externalParameters": _parameters(manifest),
                "internalParameters": {"zlib": manifest.tool.zlib},
                "resolvedDependencies": _dependencies(manifest),
            },
            "runDetails": {
                "builder": {
                    "id": BUILDER,
                    "version": {"deckbuild": manifest.tool.deckbuild, "python": manifest.tool.python},
                }
            },
        },
    }
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _parameters(manifest: Manifest) -> Json:
    since = manifest.since
    return {
        "version": manifest.version,
        "sessions": manifest.sessions,
        "allow": manifest.allowed,
        "on": manifest.day,
        "since": None if since is None else {"version": since.version, "digest": {"sha256": since.sha256}},
    }


def _dependencies(manifest: Manifest) -> list[Json]:
    """Return the project's files, then the packages; of these no digest is known."""
    files: list[Json] = [{"name": each.path, "digest": {"sha256": each.sha256}} for each in manifest.inputs]
    packages: list[Json] = [
        {"uri": f"pkg:pypi/{name.lower()}@{version}", "name": name}
        for name, version in sorted(manifest.tool.dependencies.items())
    ]
    return files + packages
