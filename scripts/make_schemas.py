"""Write the JSON Schemas of the package from the declarations, and put references to them into examples.

python scripts/make_schemas.py                  write src/deckbuild/schemas/*.json
python scripts/make_schemas.py --check          exit 1 if they are not what the declarations say
python scripts/make_schemas.py --refer DIR…     write `# yaml-language-server: $schema=…` on top of the
                                                files of the projects DIR
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from deckbuild.bundle import manifest
from deckbuild.read.field_docs import field_doc
from deckbuild.read.schema import DIALECT, KINDS, schema

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "src" / "deckbuild" / "schemas"
REFERENCE = "# yaml-language-server: $schema="

PLACES = {
    "decks/deckbuild.yaml": "workspace",
    "decks/sources.yaml": "sources",
    "decks/sessions/*.yaml": "session",
    "decks/modules/*.yaml": "module",
    "decks/profiles/*.yaml": "profile",
    "decks/local/*.yaml": "local",
    "local/*.yaml": "local",
    "examples/local/*.yaml": "local",
    "assets/brands/*/brand.yaml": "brand",
}
"""Where the files of a project stand, and the kind that each is."""


def text(kind: str) -> str:
    """Return the schema of a kind as the file that holds it."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def manifest_text() -> str:
    """Return the schema of a bundle's manifest as the file that holds it.

    A manifest is written by us as JSON, so its declarations say all; only the words below the fields are
    added. Fields that a later version adds are no fault.
    """
    made = msgspec.json.schema(manifest.Manifest)
    for name, definition in made["$defs"].items():
        declaration = getattr(manifest, name)
        names = dict(zip(declaration.__struct_encode_fields__, declaration.__struct_fields__, strict=True))
        for field, node in definition["properties"].items():
            node["description"] = field_doc(declaration, names[field])
    whole = {"$schema": DIALECT, "title": "Manifest", **made}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def files_of(project: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files of a project and the kind of each."""
    for pattern, kind in PLACES.items():
        for path in sorted(project.glob(pattern)):
            yield path, kind


def referred(path: Path, kind: str) -> str:
    """Return the text of a file with the reference to its schema as its first line."""
    written = path.read_text(encoding="utf-8")
    if written.startswith(REFERENCE):
        written = written.partition("\n")[2]
    schema_path = os.path.relpath(SCHEMAS / f"{kind}.json", path.parent)
    return f"{REFERENCE}{Path(schema_path).as_posix()}\n{written}"


def main(arguments: list[str]) -> int:
    """Write the schemas or the references, or check the schemas."""
    if arguments[:1] == ["--refer"]:
        for folder in arguments[1:]:
            for path, kind in files_of(Path(folder).resolve()):
                path.write_text(referred(path, kind), encoding="utf-8", newline="\n")
        return 0
    made = {SCHEMAS / f"{kind}.json": text(kind) for kind in KINDS}
    made[SCHEMAS / "manifest.json"] = manifest_text()
    if arguments == ["--check"]:
        standing = {path: path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*.json")}
        return 0 if standing == made else 1
    SCHEMAS.mkdir(exist_ok=True)
    for path, content in made.items():
        path.write_text(content, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
