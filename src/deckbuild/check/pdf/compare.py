"""Two trees of tags compared: the wanted and the found in, the differences as findings out.

Both are read as a listener hears them, one step after the other, so that one tag too many is one finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from deckbuild.check.difference import difference
from deckbuild.check.pdf.tags import Content, Filled, Tag, Words, words_in

MOST = 12
"""Differences that are told of one file; of a tree that is quite another, all steps differ."""
SHOWN = 50
"""Letters of a text that a message gives."""

Fault = tuple[str, str]
"""Code and message."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a listener meets: a tag that begins or ends, words, a field."""

    kind: Literal["begin", "end", "words", "field"]
    value: Tag | Words | Filled
    """Of a tag without what it holds."""
    path: str = field(compare=False)
    """The roles around it."""
    words: str = field(compare=False)
    """What a tag holds."""


def tree_faults(wanted: Sequence[Content], found: Sequence[Content]) -> Iterator[Fault]:
    """Yield code and message of each difference, in reading order; at most `MOST`, and how many more."""
    if tuple(wanted) == tuple(found):
        return
    faults = list(_differences(list(_steps(wanted)), list(_steps(found))))
    yield from faults[:MOST]
    if len(faults) > MOST:
        yield faults[MOST][0], f"the tags differ in {len(faults) - MOST} more places"


def _steps(content: Sequence[Content], path: str = "") -> Iterator[Step]:
    for each in content:
        if isinstance(each, Words):
            yield Step("words", each, path, "")
        elif isinstance(each, Filled):
            yield Step("field", each, path, "")
        else:
            bare = Tag(each.role, (), each.alt, each.language, each.scope, each.summary, each.page)
            inner = f"{path} {each.role}".strip()
            yield Step("begin", bare, inner, words_in(each.content))
            yield from _steps(each.content, inner)
            yield Step("end", Tag(each.role), inner, "")


def _differences(wanted: list[Step], found: list[Step]) -> Iterator[Fault]:
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        page = _page(found, start) or _page(wanted, first)
        for want, have in _paired(wanted[first:last], found[start:end]):
            for code, message in _told(want, have):
                at = (have and have.value.page) or (want and want.value.page) or page
                yield code, f"page {at}: {message}"


def _page(steps: list[Step], at: int) -> int:
    return next((each.value.page for each in reversed(steps[: at + 1]) if each.value.page), 0)


def _paired(wanted: list[Step], found: list[Step]) -> Iterator[tuple[Step | None, Step | None]]:
    """Yield wanted and found steps of one kind together, as far as there are both; no ends of tags."""
    for kind in ("begin", "words", "field"):
        wants = [each for each in wanted if each.kind == kind]
        haves = [each for each in found if each.kind == kind]
        yield from zip_longest(wants, haves)


def _told(want: Step | None, have: Step | None) -> Iterator[Fault]:
    if want is None or have is None:
        step = want or have
        assert step is not None
        yield from _single(step, "is missing" if want else "is not wanted")
        return
    match want.value, have.value:
        case Words() as first, Words() as second:
            yield from _words(first, second, want.path)
        case Tag() as first, Tag() as second:
            yield from _tags(first, second, have)
        case Filled() as first, Filled() as second:
            yield "DB413", f"the field {first.name} should have {_listed(first, second)}"


def _single(step: Step, what: str) -> Iterator[Fault]:
    match step.value:
        case Words(text=text):
            yield "DB404", f"{step.path}: the text “{text[:SHOWN]}” {what}"
        case Filled(name=name):
            yield "DB413", f"the field {name} {what}"
        case Tag(role=role, alt=alt):
            yield "DB412", f"{step.path}: an element {role} (“{(alt or step.words)[:SHOWN]}”) {what}"


def _words(want: Words, have: Words, path: str) -> Iterator[Fault]:
    if want.text != have.text:
        first, second = difference(want.text, have.text)
        yield "DB404", f"{path}: the text should be {first} and is {second}"
    words = f"“{have.text.strip()[:SHOWN]}”"
    if want.target != have.target:
        leads = have.target or "nowhere"
        yield "DB407", f"{path}: {words} should lead to {want.target or 'nowhere'} and leads to {leads}"
    if want.language != have.language:
        yield "DB412", f"{path}: {words} should be in the language {want.language}, and is in {have.language}"


def _tags(want: Tag, have: Tag, step: Step) -> Iterator[Fault]:
    words = f"(“{(have.alt or step.words)[:SHOWN]}”)"
    if want.role != have.role:
        yield "DB412", f"{step.path}: {words} should be {want.role}"
    if (want.scope, want.summary) != (have.scope, have.summary):
        first, second = difference((want.scope, want.summary), (have.scope, have.summary))
        yield "DB412", f"{step.path}: {words} should have scope or summary {first} and has {second}"
    if want.alt != have.alt:
        first, second = difference(want.alt, have.alt)
        yield "DB411", f"{step.path}: the alternative text should be {first} and is {second}"
    elif want.language != have.language:
        yield "DB412", f"{step.path}: {words} should be in {want.language}, and is in {have.language}"


def _listed(want: Filled, have: Filled) -> str:
    """Return in words what two fields differ in."""
    names = ("name", "kind", "label", "value", "required", "options")
    unlike = [name for name in names if getattr(want, name) != getattr(have, name)]
    return "; ".join(f"the {name} {getattr(want, name)!r}, not {getattr(have, name)!r}" for name in unlike)
