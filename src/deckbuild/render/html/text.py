"""Paragraphs in, HTML out: runs become inline elements, marked paragraphs become lists in lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from deckbuild.model.text import Paragraph, Run, Text
from deckbuild.render.html.context import Context, direction
from deckbuild.render.html.markup import Markup, lines, run_in, tag, words


def inline(paragraph: Paragraph, context: Context) -> Markup:
    """Return a paragraph's runs; runs of one link stand in one `a`."""
    parts = []
    for link, group in groupby(paragraph.runs, key=lambda run: run.link):
        inner = run_in(_run(run, context) for run in group)
        href = context.address(link.target) if link else None
        told = "told" if link and link.target in context.told else None
        parts.append(tag("a", inner, href=href, class_=told) if href else inner)
    return run_in(parts)


def _run(run: Run, context: Context) -> Markup:
    made = words(run.text)
    if run.baseline != "normal":
        made = tag("sup" if run.baseline == "super" else "sub", made)
    if run.italic:
        made = tag("em", made)
    if run.bold:
        made = tag("strong", made)
    language = run.lang if run.lang != context.language else None
    colour = f"ink-{run.colour}" if run.colour else None
    if language or colour:
        turned = direction(language or context.language) != direction(context.language)
        turn = direction(run.lang or "") if turned else None
        made = tag("span", made, class_=colour, lang=language, dir=turn)
    return made


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph with the depth of the list that it stands in; 0 for none."""

    paragraph: Paragraph
    depth: int
    list: str
    """`ul` or `ol` where it begins an entry; empty where it goes on in one."""


def flow(text: Text, context: Context, *, listed: bool = False, class_: str | None = None) -> Markup:
    """Return paragraphs and lists; *class_* is that of each paragraph and list that stands in no other."""
    items = [_item(paragraph, listed) for paragraph in text]
    out = []
    for in_list, group in groupby(items, key=lambda item: item.depth > 0):
        some = list(group)
        if in_list:
            out += _lists(some, 1, context, class_)
        else:
            out += [tag("p", inline(item.paragraph, context), class_=class_) for item in some]
    return lines(out)


def _item(paragraph: Paragraph, listed: bool) -> _Item:
    marker, level = paragraph.marker, paragraph.level
    if marker in ("bullet", "number"):
        return _Item(paragraph, level + (listed or level == 0), "ol" if marker == "number" else "ul")
    return _Item(paragraph, level + listed, "ul" if marker == "style" and level + listed else "")


def _lists(items: Sequence[_Item], depth: int, context: Context, class_: str | None = None) -> list[Markup]:
    """Return the lists of one depth; where bullets give way to numbers a new one begins."""
    entries = list[list[_Item]]()
    for item in items:
        if not entries or (item.depth <= depth and item.list):
            entries.append([item])
        else:
            entries[-1].append(item)
    return [
        tag(
            name,
            Markup("\n" + lines(_entry(each, depth, context) for each in group) + "\n"),
            class_=class_,
        )
        for name, group in groupby(entries, key=lambda entry: entry[0].list or "ul")
    ]


def _entry(items: Sequence[_Item], depth: int, context: Context) -> Markup:
    """Return an entry: its words, further paragraphs of its own, lists within it.

    A paragraph without a marker belongs to the entry before it, however deep that is.
    """
    first, *rest = items
    nested, parts = list[_Item](), list[Markup]()
    for item in rest:
        if item.list or (nested and item.depth > depth):
            nested.append(item)
            continue
        parts += [*_lists(nested, depth + 1, context), tag("p", inline(item.paragraph, context))]
        nested = []
    parts += _lists(nested, depth + 1, context)
    words_of = inline(first.paragraph, context)
    has_more = any(part.startswith("<p>") for part in parts)
    return tag("li", lines((tag("p", words_of) if has_more else words_of, *parts)))
