"""Write `docs/layouts.md`, the reference of slide layouts, from their declarations.

python scripts/make_reference.py            write it
python scripts/make_reference.py --check    exit 1 if it is not what the declarations say
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from deckbuild.layouts import LAYOUTS
from deckbuild.layouts.base import Field, SlideLayout

PAGE = Path(__file__).resolve().parent.parent / "docs" / "layouts.md"

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

HEAD = """\
# Slide layouts

<!-- Made by scripts/make_reference.py from the declarations in src/deckbuild/layouts. Do not edit. -->

A slide of a module names its `layout`. Every slide has `title` and `notes` (`purpose` and `ask`; `say` and
`changed` where wanted), and may have `minutes`, `source` and `evidence`; see [language.md](language.md).
Besides these, each layout has fields of its own. A field in *italics* may be left out.
"""


def bounds(field: Field) -> str:
    """Return how many entries a list takes, in words; empty where there is no bound."""
    if field.least and field.least == field.most:
        return f" ({field.least} entries)"
    if field.least:
        return f" ({field.least} to {field.most} entries)"
    return f" (up to {field.most} entries)" if field.most else ""


def section(layout: SlideLayout) -> Iterator[str]:
    """Yield the lines of one layout."""
    yield f"\n## {layout.id}\n"
    yield f"{layout.doc}\n"
    yield "| field | what to write | what it is |"
    yield "|---|---|---|"
    for field in layout.fields:
        name = f"`{field.name}`" if field.required else f"*`{field.name}`*"
        yield f"| {name} | {WRITTEN[field.kind]}{bounds(field)} | {field.doc} |"


def page() -> str:
    """Return the whole page."""
    lines = [line for layout in LAYOUTS.values() for line in section(layout)]
    return HEAD + "\n".join(lines) + "\n"


def main() -> int:
    """Write the page, or check it."""
    if "--check" in sys.argv[1:]:
        return 0 if PAGE.read_text(encoding="utf-8") == page() else 1
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
