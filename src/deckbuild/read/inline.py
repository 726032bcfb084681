"""Inline tokens of markdown-it in, runs out (CommonMark 0.31, section 6).

Bold, italic and links are Markdown's; `<sup>`, `<sub>` and `<span lang="cy">` are the only HTML; `{{ name }}`
is a key. A line end within a paragraph is a space. Hard line breaks are refused: where a line ends is for the
box to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from deckbuild.model.dataclasses import dataclass, field, replace
from deckbuild.model.text import Link, Run, alike

if TYPE_CHECKING:
    from markdown_it.token import Token


class Report(Protocol):
    """Takes note of a fault."""

    def __call__(self, code: str, message: str, number: int, hint: str, word: str = "") -> None:
        """*number* is the line of the text, from 0; *word* is what is at fault, as it is written there."""


_KEY = re.compile(r"\{\{\s*([a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*)\s*\}\}")
_BRACES = re.compile(r"\{\{|\}\}")
_STRAY = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}")
_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_TARGET = re.compile(
    r"(?i:https?)://[^\s/?#]+\.\S+|(?i:mailto):[^\s@]+@[^\s@]+\.[^\s@]+|(?i:tel):\+?[0-9().-]+"
    rf"|slide:{_ID}/{_ID}"
)
_SPAN = re.compile(r"""<span lang=(["'])([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\1>""")
"""Words in another language, by a BCP 47 tag."""
_BASELINES: dict[str, Literal["super", "sub"]] = {"<sup>": "super", "<sub>": "sub"}

_REFUSED = {
    "code_inline": ("code between backticks", "Write “quotation marks” instead."),
    "image": ("a picture in a text", "Use the slide layout `picture-text` or `picture-full`."),
    "s_open": ("struck-out text", "Leave the words out, or write a backslash before each tilde."),
    "hardbreak": ("a line break within a paragraph", "Leave a line blank to begin a new paragraph."),
}
"""Token type → what it is, and what to do instead."""


def ascii_target(target: str) -> str:
    """Return an address as Markdown gives it: beyond ASCII percent-encoded, host names in Punycode."""
    if target.isascii():
        return target
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(target)


def link_fault(target: str) -> tuple[str, str] | None:
    """Return what is wrong with the address of a link, and a hint; None where it leads somewhere."""
    if _BRACES.search(target.replace("%7B", "{").replace("%7D", "}")):
        return "the address of a link holds a key", "Write the address out."
    if _TARGET.fullmatch(target):
        return None
    if target in ("", "#"):
        return "a link has no address", "Write the address, or leave the brackets out."
    hint = "Begin with https://, mailto:, tel:, or with slide: and the id of a slide."
    return f"the link “{target}” leads nowhere", hint


_USUAL, _BOLD = Run(""), Run("", bold=True)


@dataclass(slots=True)
class Runs:
    """Collects the runs of one paragraph."""

    report: Report
    line: int
    """The line of the text that the tokens stand on, from 0."""
    done: list[Run] = field(default_factory=list)
    style: Run = _USUAL
    """What the next letters look like."""
    bold: int = 0
    italic: int = 0
    at_link: int = 0
    """How many runs there were when the open link began."""

    def take(self, tokens: Sequence[Token]) -> tuple[Run, ...]:
        """Return the runs of a paragraph's tokens."""
        for token in tokens:
            self._token(token)
        return self.end()

    def end(self) -> tuple[Run, ...]:
        """Return the runs, with neighbours of one look put together."""
        if self.style.baseline != "normal":
            tag = f"<{self.style.baseline[:3]}>"
            self.report("DB120", f"`{tag}` is not closed", self.line, "Close it.", tag)
        if self.style.lang is not None:
            self.report(
                "DB120", f'`<span lang="{self.style.lang}">` is not closed', self.line, "Close it.", "<span"
            )
        return tuple(self.done if len(self.done) < 2 else _joined(self.done))

    def _token(self, token: Token) -> None:
        match token.type:
            case "text":
                self.letters(token.content)
            case "softbreak":
                self.line += 1
                self.letters(" ")
            case "strong_open" | "strong_close":
                self.bold += token.nesting
                self.style = replace(self.style, bold=self.bold > 0)
            case "em_open" | "em_close":
                self.italic += token.nesting
                self.style = replace(self.style, italic=self.italic > 0)
            case "link_open":
                self._open_link(token)
            case "link_close":
                self._close_link()
            case "html_inline":
                self._html(token.content)
            case kind if kind in _REFUSED:
                what, hint = _REFUSED[kind]
                self.report("DB120", f"{what} has no place on a slide", self.line, hint, token.markup)
                self.line += kind == "hardbreak"

    def marked(self, text: str) -> None:
        """Add letters that are bold between each two pairs of asterisks."""
        for n, letters in enumerate(text.split("**")):
            if n:
                self.style = _BOLD if n % 2 else _USUAL
            self.letters(letters)

    def letters(self, text: str) -> None:
        """Add letters in the style of the moment, each key as a run of its own."""
        end = 0
        for key in _KEY.finditer(text):
            self._plain(text[end : key.start()])
            self._add(key[0], key[1])
            end = key.end()
        self._plain(text[end:])

    def _plain(self, text: str) -> None:
        if stray := _STRAY.search(text):
            hint = (
                "Write `{{ agency.name }}`: small letters, digits, dots and hyphens in two pairs of braces."
            )
            self.report("DB123", f"the braces in “{stray[0]}” hold no key", self.line, hint, stray[0])
        if text:
            self._add(text)

    def _add(self, text: str, key: str | None = None) -> None:
        style = self.style  # spelt out: `replace` takes a tenth of the time of reading a project
        self.done.append(Run(text, style.bold, style.italic, style.baseline, style.link, style.lang, key))

    def _open_link(self, token: Token) -> None:
        target = str(token.attrs.get("href", ""))
        self.at_link = len(self.done)
        self.style = replace(self.style, link=Link(target))
        if fault := link_fault(target):
            self.report("DB121", fault[0], self.line, fault[1], target)
        if "title" in token.attrs:
            hint = "Leave out the words in quotation marks after the address."
            self.report("DB120", "the title of a link has no place on a slide", self.line, hint)

    def _close_link(self) -> None:
        if len(self.done) == self.at_link:
            hint = "Write what it leads to between the brackets."
            self.report("DB121", "a link has no words", self.line, hint, "[]")
        self.style = replace(self.style, link=None)

    def _html(self, tag: str) -> None:
        if tag == "</span>" or tag.startswith("<span"):
            self._span(tag)
            return
        open_now = self.style.baseline
        if tag in _BASELINES and open_now == "normal":
            self.style = replace(self.style, baseline=_BASELINES[tag])
        elif _BASELINES.get(tag.replace("/", "")) == open_now and tag.startswith("</"):
            self.style = replace(self.style, baseline="normal")
        elif tag.replace("/", "") in _BASELINES:
            message = f"`{tag}` does not fit what is open before it"
            self.report("DB120", message, self.line, "Close each before the next.", tag)
        else:
            hint = "Leave it out, or write a backslash before the “<”."
            self.report("DB120", f"the HTML `{tag}` has no place on a slide", self.line, hint, tag)

    def _span(self, tag: str) -> None:
        opened = _SPAN.fullmatch(tag)
        if opened and self.style.lang is None:
            self.style = replace(self.style, lang=opened[2])
        elif tag == "</span>" and self.style.lang is not None:
            self.style = replace(self.style, lang=None)
        elif opened or tag == "</span>":
            message = f"`{tag}` does not fit what is open before it"
            self.report("DB120", message, self.line, "Close each before the next.", tag)
        else:
            hint = 'Write `<span lang="cy">…</span>`, with the tag of a language.'
            self.report("DB120", f"`{tag}` does not name a language", self.line, hint, tag)


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs with neighbours of one look put together; keys stay alone."""
    last: Run | None = None
    for run in runs:
        if last is not None and run.key is None and alike(last, run):
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
