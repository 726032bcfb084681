"""Two manifests and what differs between their decks in, CHANGES.md out: slide by slide, for a board."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.bundle.diff.forms.markdown import escaped, field_lines, line_text
from deckbuild.bundle.diff.values import Comparison, DeckChange, DocumentChange, SlideChange, grouped
from deckbuild.bundle.diff.wording import Group, deed, numbers
from deckbuild.bundle.manifest import DeckEntry, Manifest
from deckbuild.model.dates import long_date

CHANGES = "CHANGES.md"
"""Name of the member."""

_MARKS = (
    "In what follows ~~words that are gone~~ are struck through, and **words that are new** are bold. "
    "A change that several agencies’ decks share is told once."
)


def changes(
    new: Manifest,
    old: Manifest | None,
    compared: Comparison | None,
    documents: Sequence[DocumentChange] = (),
) -> bytes:
    """Return the text.

    Args:
        new: Of the release.
        old: Of the one before; None for a first release.
        compared: How their decks differ; None for a first release.
        documents: How their documents differ beside that.
    """
    lines = [f"# {escaped(new.project)}, release {escaped(new.version)}", ""]
    if old is None or compared is None:
        lines += ["This is the first release that is kept here: there is no earlier one to compare with.", ""]
    else:
        lines += [f"What has changed since release {escaped(old.version)}.", ""]
    for session in new.sessions:
        lines += _session(session, new, old, compared)
        lines += _documents(session, new, documents)
    if old is not None:
        lines += _gone(new, old)
        lines += _sources(new, old)
    lines += _reviews(new)
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _session(session: str, new: Manifest, old: Manifest | None, compared: Comparison | None) -> Iterator[str]:
    decks = [each for each in new.decks if each.session == session]
    if not decks:
        return
    before = [] if old is None else [each for each in old.decks if each.session == session]
    yield f"## {escaped(decks[0].title)}"
    yield ""
    yield f"{_edition(decks[0], before)} {_count(len(decks), 'deck')}, for {_agencies(decks)}."
    yield ""
    if old is None or compared is None:
        return
    if not before:
        yield "The session is new in this release."
        yield ""
        return
    yield from _agencies_that_came_and_went(decks, before)
    yield from _kinds(session, new, old)
    names = {f"{each.session}/{each.profile}": each.agency for each in decks}
    own = tuple(each for each in compared.decks if each.name in names)
    groups = grouped(own)
    if not groups and own:
        yield "The slides and their notes say what they said."
        yield ""
        return
    yield _MARKS
    yield ""
    for change, group in groups:
        yield from _change(change, group, names, own)


def _documents(session: str, new: Manifest, documents: Sequence[DocumentChange]) -> Iterator[str]:
    """Yield what differs in the documents of a session beside what its slides say."""
    own = [each for each in documents if each.session == session]
    if not own:
        return
    yield "### In the documents"
    yield ""
    yield "Words that stand on no slide have changed: ~~gone~~ is struck through, **new** is bold."
    yield ""
    agencies = {each.agency for each in new.decks if each.session == session}
    for each in own:
        what = _and([escaped(kind) for kind in each.kinds])
        if set(each.agencies) != agencies:
            what += f", for {_and([escaped(agency) for agency in each.agencies])}"
        if len(each.lines) == 1:
            yield f"- {what}: {line_text(each.lines[0])}"
        else:
            yield f"- {what}:"
            yield from (f"  - {line_text(line)}" for line in each.lines)
    yield ""


def _edition(deck: DeckEntry, before: Sequence[DeckEntry]) -> str:
    now = f"Version {escaped(deck.version)} of {long_date(deck.date)}"
    if not before:
        return f"{now}."
    if (before[0].version, before[0].date) == (deck.version, deck.date):
        return f"{now}, as before."
    return f"{now}; before, version {escaped(before[0].version)} of {long_date(before[0].date)}."


def _agencies(decks: Sequence[DeckEntry]) -> str:
    return _and([escaped(each.agency) for each in decks])


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _agencies_that_came_and_went(decks: Sequence[DeckEntry], before: Sequence[DeckEntry]) -> Iterator[str]:
    had, has = {each.profile for each in before}, {each.profile for each in decks}
    came = [each for each in decks if each.profile not in had]
    went = [each for each in before if each.profile not in has]
    if came:
        yield f"- New: a deck for {_agencies(came)}."
    if went:
        yield f"- No longer there: the deck for {_agencies(went)}."
    if came or went:
        yield ""


def _kinds(session: str, new: Manifest, old: Manifest) -> Iterator[str]:
    """Yield which kinds of document came and went."""
    has = {each.format for each in new.outputs if each.session == session}
    had = {each.format for each in old.outputs if each.session == session}
    if has - had:
        yield f"- New documents: {', '.join(f'`{each}`' for each in sorted(has - had))}."
    if had - has:
        yield f"- No longer made: {', '.join(f'`{each}`' for each in sorted(had - has))}."
    if has != had:
        yield ""


def _change(
    change: SlideChange, group: Group, names: dict[str, str], decks: Sequence[DeckChange]
) -> Iterator[str]:
    word = deed(change)
    yield f"### {word[0].upper()}{word[1:]}: “{escaped(change.title)}”"
    yield ""
    everywhere = len(group) == len(decks)
    whose = (
        "in every deck"
        if everywhere
        else f"in the deck for {_and([escaped(names[d.name]) for d, _ in group])}"
    )
    text = f"{numbers(group)}, {whose}."
    yield text[0].upper() + text[1:]
    yield from field_lines(change)
    yield ""


def _gone(new: Manifest, old: Manifest) -> Iterator[str]:
    for session in old.sessions:
        title = next((each.title for each in old.decks if each.session == session), session)
        if session not in new.sessions:
            yield f"## {escaped(title)}"
            yield ""
            yield "The session is not in this release."
            yield ""


def _sources(new: Manifest, old: Manifest) -> Iterator[str]:
    """Yield which sources came and went."""
    had, has = {each.id for each in old.sources}, {each.id for each in new.sources}
    came = [each for each in new.sources if each.id not in had]
    went = [each for each in old.sources if each.id not in has]
    if not came and not went:
        return
    yield "## Sources"
    yield ""
    yield from (f"- Now cited: {escaped(f'{each.author} ({each.year}): {each.title}')}." for each in came)
    yield from (
        f"- No longer cited: {escaped(f'{each.author} ({each.year}): {each.title}')}." for each in went
    )
    yield ""


def _reviews(new: Manifest) -> Iterator[str]:
    yield "## To be read again"
    yield ""
    yield "| by | what | who |"
    yield "|---|---|---|"
    for each in sorted(new.reviews, key=lambda one: (one.review, one.kind != "session", one.id)):
        late = " (overdue)" if each.review < new.day else ""
        what = f"{each.kind}: {escaped(each.title)}"
        yield f"| {long_date(each.review)}{late} | {what} | {escaped(each.owner)} |"
