"""The page of a code, as Markdown: what it means, an example, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.diagnostics.codes import CODES
from deckbuild.diagnostics.examples import EXAMPLES


def code_page(code: str) -> str:
    """Return the page of a code of the catalogue, without a heading.

    Raises:
        KeyError: there is no such code.
    """
    return "\n".join(_lines(code))


def _lines(code: str) -> Iterator[str]:
    entry = CODES[code]
    yield f"**{_capital(entry.title)}.** {entry.what}\n"
    yield f"{entry.why}\n"
    example = EXAMPLES.get(code)
    if example is None:
        return
    if not example.language:
        yield f"For example: {example.wrong}\n"
        yield f"Instead: {example.right}"
        return
    yield f"For example, in `{example.file}`:\n"
    yield _fenced(example.wrong, example.language)
    yield "\nInstead:\n"
    yield _fenced(example.right, example.language)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fenced(text: str, language: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```"
