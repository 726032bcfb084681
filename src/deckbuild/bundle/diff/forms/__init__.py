"""A comparison in, one of its forms out: text, Markdown, JSON, HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.bundle.diff.values import Comparison

FORMS = ("text", "markdown", "json", "html")


def written(compared: Comparison, form: str) -> str:
    """Return a comparison in one of `FORMS`; each ends with a line feed.

    Raises:
        ValueError: there is no such form.
    """
    match form:
        case "text":
            from deckbuild.bundle.diff.forms.text import text

            return text(compared)
        case "markdown":
            from deckbuild.bundle.diff.forms.markdown import markdown

            return markdown(compared)
        case "json":
            import json

            from deckbuild.bundle.diff.forms.objects import objects

            return json.dumps(objects(compared), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        case "html":
            from deckbuild.bundle.diff.forms.html import html

            return html(compared)
        case _:
            raise ValueError(f"there is no form {form!r}")
