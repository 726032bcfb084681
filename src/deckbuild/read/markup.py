"""Text of an author in, paragraphs out: CommonMark by markdown-it-py, less what slides have layouts for.

Paragraphs are of level 0 and marked as their style says; entries of a list are one level deeper than what is
around them, marked with a bullet or a number, and further paragraphs of an entry are not marked. What cannot
stand on a slide is a fault and never dropped: headings, pictures, code, tables, quotation blocks, rules,
HTML, hard line breaks. Reference definitions are not read: one that is not used would swallow its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from deckbuild.diagnostics import Diagnostic, error
from deckbuild.model.origin import Origin
from deckbuild.model.text import Marker, Paragraph, Run, Text
from deckbuild.read.inline import Report, Runs

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MOST_LEVELS = 8

_LETTER = r"[^\n\\*_`\[\]<>&~|]"
_BOLD = (
    rf"""(?<![^\s(“‘"'])\*\*[^\W_]{_LETTER}*(?<!\s)"""
    r"""(?:(?<=[^\W_])\*\*(?=[\s.,;:!?)’”"']|\Z)|\*\*(?=\s|\Z))"""
)
"""Two asterisks that can only open, letters, and two that can only close (CommonMark 0.31, section 6.2)."""
_PLAIN_LINE = rf"(?![-+=#:]|\d+[.)]|\s)(?:{_LETTER}++|{_BOLD})++(?<!\s)"
_PLAIN = re.compile(rf"{_PLAIN_LINE}(?:\n{{1,2}}{_PLAIN_LINE})*+")
"""Text without signs but bold ones that nobody could read otherwise: most texts, in a tenth of the time."""

_TOLD_APART = re.compile(r"\n|\*\*|\{\{|\}\}")
"""What makes more than one run of a plain text."""
_BLOCK = re.compile(r"#{1,6}(\s|$)|>|[-+*]\s|```|~~~")
_BLANK = re.compile(r"\n[ \t]*\n")

_REFUSED = {
    "heading_open": ("a heading", "Write it as the slide's title, or in bold."),
    "fence": ("a block of code", "Write it as a paragraph."),
    "code_block": ("text indented like code", "Indent it like its neighbours."),
    "blockquote_open": ("a quotation block", "Use the slide layout `quotation`, or quotation marks."),
    "hr": ("a rule", "Leave it out, or divide the slide in two."),
    "table_open": ("a table", "Use the slide layout `table`."),
}
"""Token type → what it is, and what to do instead."""


def blocks(text: str, origin: Origin, found: list[Diagnostic]) -> Text:
    """Return the paragraphs and lists of a Markdown text; faults go to *found*."""
    plain = _plain(text.rstrip("\n"), origin, found)
    if plain is not None:
        return plain
    before = len(found)
    done = _Blocks(origin, found).take(_parser().parse(text))
    if not done and len(found) == before:
        found.append(_empty(origin))
    return done


def line(text: str, origin: Origin, found: list[Diagnostic], level: int = 0) -> Paragraph:
    """Return one paragraph of inline Markdown, of an outline level; faults go to *found*."""
    text = text.strip()
    if not text:
        found.append(_empty(origin))
    if _BLANK.search(text) or _BLOCK.match(text):
        hint = "Write one paragraph; write a backslash before a sign that stands for itself."
        message = "one line of text is wanted, found a list, a heading or a second paragraph"
        found.append(error("DB122", message, origin, [hint]))
    plain = _plain(text, origin, found)
    if plain is not None:
        return Paragraph(plain[0].runs, level, origin=origin)
    tokens = _parser().parseInline(text)[0].children or []
    return Paragraph(Runs(_reporter(origin, found), 0).take(tokens), level, origin=origin)


def _plain(text: str, origin: Origin, found: list[Diagnostic]) -> Text | None:
    """Return the paragraphs of a text with no sign of Markdown but simple bold; None where it has others."""
    if not _PLAIN.fullmatch(text):
        return None
    if not _TOLD_APART.search(text):
        return (Paragraph((Run(text),), origin=origin),)
    done, number = [], 0
    for paragraph in text.split("\n\n"):
        runs = Runs(_reporter(origin, found), number)
        for n, each in enumerate(paragraph.split("\n")):
            runs.line = number + n
            runs.marked(f" {each}" if n else each)
        done.append(Paragraph(runs.end(), origin=_at(origin, number)))
        number += paragraph.count("\n") + 2
    return tuple(done)


class _Blocks:
    """Walks the block tokens of one text."""

    def __init__(self, origin: Origin, found: list[Diagnostic]) -> None:
        self.origin = origin
        self.report = _reporter(origin, found)
        self.done: list[Paragraph] = []
        self.lists: list[Marker] = []
        """Marker of each list around the token."""
        self.marker: Marker = "style"
        """Of the next paragraph."""
        self.entry = 0
        """The line that the entry of the list begins on."""

    def take(self, tokens: Sequence[Token]) -> Text:
        """Return the paragraphs of a text; what is refused is left out whole."""
        refused: tuple[str, int] | None = None
        for token in tokens:
            if refused:
                refused = None if (token.type, token.level) == refused else refused
            elif token.type in _REFUSED:
                self._refuse(token)
                refused = (token.type.replace("_open", "_close"), token.level) if token.nesting else None
            else:
                self._token(token)
        return tuple(self.done)

    def _token(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._open_list(token)
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                self.marker = "none" if self.lists else "style"
            case "list_item_open":
                self.marker, self.entry = self.lists[-1], _line(token)
            case "list_item_close":
                if self.marker != "none":
                    self.report(
                        "DB124", "an entry of a list is empty", self.entry, "Write it, or leave it out."
                    )
            case "inline":
                self._paragraph(token)

    def _paragraph(self, token: Token) -> None:
        runs = Runs(self.report, _line(token)).take(token.children or [])
        level = min(len(self.lists), MOST_LEVELS)
        self.done.append(Paragraph(runs, level, self.marker, _at(self.origin, _line(token))))
        self.marker = "none" if self.lists else "style"

    def _open_list(self, token: Token) -> None:
        self.lists.append("number" if token.type == "ordered_list_open" else "bullet")
        if token.attrs.get("start", 1) != 1:
            message = f"a list that begins with {token.attrs['start']} would be numbered from 1"
            hint = "Begin with 1, or write a backslash before the full stop."
            self.report("DB120", message, _line(token), hint)
        if len(self.lists) == MOST_LEVELS + 1:
            self.report(
                "DB120", f"lists nest {MOST_LEVELS} levels at most", _line(token), "Write it flatter."
            )

    def _refuse(self, token: Token) -> None:
        what, hint = _REFUSED[token.type]
        self.report("DB120", f"{what} has no place in a text", _line(token), hint)
        self.marker = "none" if self.lists else "style"


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # 25 ms; a project may be all plain words

    class Parser(MarkdownIt):
        """CommonMark that reads what it must refuse, instead of leaving its signs in the text."""

        def validateLink(self, url: str) -> bool:  # noqa: N802  the library's name
            return True

    parser = Parser("commonmark").enable(["table", "strikethrough"])
    return parser.disable(["html_block", "reference"])


def _reporter(origin: Origin, found: list[Diagnostic]) -> Report:
    def report(code: str, message: str, number: int, hint: str, word: str = "") -> None:
        found.append(error(code, message, origin.at(number), [hint], word=word))

    return report


def _empty(origin: Origin) -> Diagnostic:
    return error("DB124", "the text is empty", origin, ["Write what it should say."])


def _at(origin: Origin, number: int) -> Origin:
    """Return the origin of a line of the text; the first is the text itself."""
    return origin.at(number) if number else origin


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0
