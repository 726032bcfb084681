"""Write the reference pages of `docs/` from the declarations: layouts, fields of every file, diagnostics.

python scripts/make_reference.py            write them
python scripts/make_reference.py --check    exit 1 if they are not what the declarations say
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from deckbuild.diagnostics.codes import CODES
from deckbuild.diagnostics.pages import code_page
from deckbuild.layouts import LAYOUTS
from deckbuild.layouts.base import Field, SlideLayout
from deckbuild.read.schema import schema

DOCS = Path(__file__).resolve().parent.parent / "docs"
MADE = "<!-- Made by scripts/make_reference.py from the declarations in {}. Do not edit. -->"

WRITTEN = {
    "line": "a line of Markdown",
    "blocks": "Markdown: paragraphs and lists",
    "items": "a list; an entry is a line of Markdown, or `{text, items}` to nest",
    "lines": "a list of Markdown texts",
    "cards": "a list of `{heading, text}`, with `icon` where wanted",
    "links": "a list of `{text, url}` or `{text, not-available}`, with `for` where wanted",
    "chart": "`{kind, rows or data, alt}`, with `series`, `unit`, `highlight` where wanted;"
    " or `{not-available, in, shows, reason}`",
    "table": "`{columns, rows, alt}`",
    "picture": "`{file, alt}` or `{file, decorative: true}`",
    "column": "`{text}` or `{items}`, with `heading` where wanted",
    "plain": "plain text",
}

LAYOUTS_HEAD = f"""\
# Slide layouts

{MADE.format("src/deckbuild/layouts")}

A slide of a module names its `layout`. Every slide has `title` and `notes`, and may have what
[reference.md](reference.md#slide) lists, such as `minutes`, `source` and `only`. Besides these, each layout
has fields of its own. A field in *italics* may be left out.
"""

REFERENCE_HEAD = f"""\
# Fields of every file

{MADE.format("src/deckbuild/read/documents.py")}

Every field of every kind of file. A field in *italics* may be left out; a field that is not here is an error.
How the files work together is told in [language.md](language.md), the fields of each slide layout in
[layouts.md](layouts.md). The same declarations give the JSON Schemas (`deckbuild schema KIND`), by which an
editor completes and checks while you write.
"""

DIAGNOSTICS_HEAD = f"""\
# Diagnostics

{MADE.format("src/deckbuild/diagnostics")}

Every finding has a code, which keeps its meaning. `deckbuild explain DB110` shows its entry in a terminal.

1xx reading the files of a project · 2xx names that lead nowhere, and what a deck is assembled of ·
3xx setting text and pictures on slides · 4xx outputs, against their sources and their formats ·
5xx files, fonts and the system · 6xx releases and their bundles.
"""

FILES = {
    "workspace": "The workspace: `decks/deckbuild.yaml`",
    "session": "A session: `decks/sessions/<id>.yaml`",
    "module": "A module: `decks/modules/<id>.yaml`",
    "profile": "A profile: `decks/profiles/<id>.yaml`",
    "local": "A local session: a trainer's file, anywhere",
    "sources": "Sources: `decks/sources.yaml`",
    "brand": "A brand: `assets/brands/<id>/brand.yaml`",
}
"""Kind of schema → heading, in the order in which somebody meets them."""

Node = Mapping[str, object]


def bounds(field: Field) -> str:
    """Return how many entries a list takes, in words; empty where there is no bound."""
    if field.least and field.least == field.most:
        return f" ({field.least} entries)"
    if field.least:
        return f" ({field.least} to {field.most} entries)"
    return f" (up to {field.most} entries)" if field.most else ""


def layout_section(layout: SlideLayout) -> Iterator[str]:
    """Yield the lines of one layout."""
    yield f"\n## {layout.id}\n"
    yield f"{layout.doc}\n"
    yield from table(
        (name(field.name, required=field.required), f"{WRITTEN[field.kind]}{bounds(field)}", field.doc)
        for field in layout.fields
    )


def name(field: str, *, required: bool) -> str:
    """Return a field's name as the tables show it."""
    return f"`{field}`" if required else f"*`{field}`*"


def table(rows: Iterator[tuple[str, str, str]]) -> Iterator[str]:
    """Yield the lines of a table of fields."""
    yield "| field | what to write | what it is |"
    yield "|---|---|---|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def child(node: Node, key: str) -> Node:
    """Return a mapping below a node of a schema; an empty one where there is none."""
    found = node.get(key)
    return found if isinstance(found, dict) else {}


def entries(node: Node, key: str) -> list[object]:
    """Return a list below a node of a schema; an empty one where there is none."""
    found = node.get(key)
    return found if isinstance(found, list) else []


def fields(node: Node, root: Node) -> Iterator[str]:
    """Yield the table of a mapping's fields."""
    required = entries(node, "required")
    yield from table(
        (name(key, required=key in required), written(value, root), words(value, root))
        for key, value in child(node, "properties").items()
        if isinstance(value, dict)
    )


def words(node: Node, root: Node) -> str:
    """Return what a field is, with its value where it is not written."""
    said = str(node.get("description", ""))
    default = node.get("default")
    shown = ", ".join(map(str, default)) if isinstance(default, list) else default
    return f"{said} Otherwise `{shown}`." if default not in (None, False) else said


def written(node: Node, root: Node) -> str:
    """Return what to write for a value, in words."""
    if "$ref" in node:
        target = str(node["$ref"])
        part = target.rpartition("/")[2]
        if "properties" in target:
            every = child(child(root, "$defs"), "every-slide")
            return written(child(child(every, "properties"), part), root)
        return f"[{part}](#{part})" if part != "slide" else "a [slide](#slide)"
    if "anyOf" in node:
        choices = [written(each, root) for each in entries(node, "anyOf") if isinstance(each, dict)]
        # “a list, each a text or …” would be a list of either.
        comma = "," if any(each.startswith("a list") for each in choices[:-1]) else ""
        return f"{comma} or ".join(dict.fromkeys(choices))
    if "enum" in node:
        *most, last = [f"`{each}`" for each in entries(node, "enum")]
        return f"{', '.join(most)} or {last}" if most else last
    if "patternErrorMessage" in node:
        form = str(node["patternErrorMessage"]).removeprefix("Write ").rstrip(".")
        form = form.partition(" such as")[0] if form.startswith("an id") else form
        return form + (" or `null`" if "null" in entries(node, "type") else "")
    return _kind(node, root)


def _kind(node: Node, root: Node) -> str:
    match node.get("type"):
        case "array":
            return f"a list, each {written(child(node, 'items'), root)}{_count(node)}"
        case "object" if "additionalProperties" in node and not node.get("properties"):
            return f"names, each with {written(child(node, 'additionalProperties'), root)}"
        case "object":
            return ", ".join(f"`{each}`" for each in child(node, "properties"))
        case "integer" | "number":
            return _number(node)
        case "boolean":
            return "`true` or `false`"
        case [*types]:
            return "a text or `null`" if "null" in types else "a text"
        case _:
            return "a text"


def _count(node: Node) -> str:
    least, most = node.get("minItems"), node.get("maxItems")
    if least and least == most:
        return f" ({least})"
    if least and most:
        return f" ({least} to {most})"
    return f" (up to {most})" if most else ""


def _number(node: Node) -> str:
    noun = "a whole number" if node["type"] == "integer" else "a number"
    least = f" over {node['exclusiveMinimum']}" if "exclusiveMinimum" in node else ""
    least = f" from {node['minimum']}" if "minimum" in node else least
    most = f" up to {node['maximum']}" if "maximum" in node else ""
    return f"{noun}{least}{most}"


def reference() -> Iterator[str]:
    """Yield the lines of the page of fields."""
    parts: dict[str, tuple[Node, Node]] = {}
    for kind, heading in FILES.items():
        root = schema(kind)
        yield f"\n## {heading}\n"
        yield from file_section(kind, root)
        parts |= {key: (node, root) for key, node in child(root, "$defs").items() if isinstance(node, dict)}
    yield "\n## Slide\n"
    yield "A slide of a module, or of a local session. Besides these it has the fields of its layout.\n"
    every, holder = parts["every-slide"]
    layout = {"layout": {"description": "One of the [slide layouts](layouts.md)."}}
    properties = {**layout, **child(every, "properties")}
    yield from fields({"properties": properties, "required": ["layout", "title", "notes"]}, holder)
    for key, (part, whole) in sorted(parts.items()):
        if not re.match("every-slide|slide", key):
            yield f"\n## {key}\n"
            yield f"{part.get('description', '')}\n"
            yield from fields(part, whole)


def file_section(kind: str, root: Node) -> Iterator[str]:
    """Yield the lines of a kind of file."""
    if kind == "sources":
        yield "Ids, each with a [reference](#reference)."
        return
    yield from fields(root, root)
    for key, node in child(root, "properties").items():
        if isinstance(node, dict) and node.get("properties"):
            yield f"\n### {key}\n"
            yield f"{node.get('description', '')}\n"
            yield from fields(node, root)


def diagnostics() -> Iterator[str]:
    """Yield the lines of the page of codes."""
    yield "\n| code | fault |\n|---|---|"
    for entry in CODES.values():
        yield f"| [{entry.code}](#{entry.code.lower()}) | {entry.title} |"
    for code in CODES:
        yield f"\n## {code}\n"
        yield code_page(code)


def pages() -> dict[str, str]:
    """Return the text of each page, by its name."""
    layouts = [line for layout in LAYOUTS.values() for line in layout_section(layout)]
    return {
        "layouts.md": LAYOUTS_HEAD + "\n".join(layouts) + "\n",
        "reference.md": REFERENCE_HEAD + "\n".join(reference()) + "\n",
        "diagnostics.md": DIAGNOSTICS_HEAD + "\n".join(diagnostics()) + "\n",
    }


def main() -> int:
    """Write the pages, or check them."""
    made = {DOCS / page: text for page, text in pages().items()}
    if "--check" in sys.argv[1:]:
        return 0 if all(path.read_text(encoding="utf-8") == text for path, text in made.items()) else 1
    for path, text in made.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
