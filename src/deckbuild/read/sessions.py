"""Files of sessions, profiles and sources in, model values out."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.model.origin import Origin
from deckbuild.model.source import KeyDeclaration, Part, Profile, Reference, Session, Use
from deckbuild.read import keys, markup
from deckbuild.read.changes import changes
from deckbuild.read.conditions import condition
from deckbuild.read.documents import PartDoc, ProfileDoc, ReferenceDoc, ReferencesDoc, SessionDoc, UseDoc
from deckbuild.read.handouts import briefing, handouts
from deckbuild.read.notes import lines, other_notes
from deckbuild.read.reading import Reading


def session(id_: str, path: str, reading: Reading) -> Session | None:
    """Return a session; None where its file has faults."""
    tree = reading.yaml(path)
    origin = Origin(path)
    doc = None if tree is None else reading.decode(tree, SessionDoc, origin, "the session")
    if doc is None:
        return None
    _check_profiles(doc, origin, reading)
    return Session(
        id=id_,
        title=reading.plain(doc.title, origin.at("title")),
        subtitle=reading.plain(doc.subtitle, origin.at("subtitle")),
        brand=doc.brand,
        language=doc.language,
        version=reading.plain(doc.version, origin.at("version")),
        date=reading.date(doc.date, origin.at("date")),
        review=reading.date(doc.review, origin.at("review")),
        owner=reading.plain(doc.owner, origin.at("owner")),
        minutes=doc.minutes,
        profiles=tuple(doc.profiles),
        parts=tuple(_part(part, origin.at("parts", n), reading) for n, part in enumerate(doc.parts)),
        subject=reading.plain(doc.subject, origin.at("subject")),
        origin=origin,
        aims=tuple(markup.line(aim, origin.at("aims", n), reading.found) for n, aim in enumerate(doc.aims)),
        outcomes={
            name: markup.line(text, origin.at("outcomes", name), reading.found)
            for name, text in doc.outcomes.items()
        },
        audience=reading.plain(doc.audience, origin.at("audience")),
        handouts=handouts(doc.handouts, origin.at("handouts")),
        mandatory=tuple(doc.mandatory),
        level=reading.plain(doc.level, origin.at("level")),
        marking=reading.plain(doc.marking, origin.at("marking")),
        materials=lines(doc.materials, origin.at("materials"), reading),
        evaluation=lines(doc.evaluation, origin.at("evaluation"), reading),
        actions=lines(doc.action_plan, origin.at("action-plan"), reading),
        briefing=briefing(doc.briefing, origin.at("briefing"), reading),
    )


def _check_profiles(doc: SessionDoc, origin: Origin, reading: Reading) -> None:
    for n, name in enumerate(doc.profiles):
        first = doc.profiles.index(name)
        if first < n:
            place = origin.at("profiles")
            message = f"the profile `{name}` stands in the list twice"
            reading.error(
                "DB145",
                message,
                place.at(n),
                ["Delete one of the two."],
                [(place.at(first), "the first stands here")],
            )


def _part(doc: PartDoc, origin: Origin, reading: Reading) -> Part:
    return Part(
        title=reading.plain(doc.title, origin.at("title")),
        uses=tuple(_use(use, origin.at("slides", n), reading) for n, use in enumerate(doc.slides)),
        origin=origin,
    )


def _use(doc: UseDoc, origin: Origin, reading: Reading) -> Use:
    return Use(
        target=doc.use,
        when=condition(doc, origin, reading),
        title=None if doc.title is None else markup.line(doc.title, origin.at("title"), reading.found),
        minutes=doc.minutes,
        origin=origin,
        notes=other_notes(doc.notes, origin.at("notes"), reading),
    )


def profile(
    id_: str, path: str, known: Mapping[str, KeyDeclaration] | None, reading: Reading
) -> Profile | None:
    """Return a profile, whose keys must be *known*; None where its file has faults."""
    tree = reading.yaml(path)
    origin = Origin(path)
    doc = None if tree is None else reading.decode(tree, ProfileDoc, origin, "the profile")
    if doc is None:
        return None
    return Profile(
        id=id_,
        agency=reading.plain(doc.agency, origin.at("agency")),
        keys=keys.values(doc.keys, known, origin.at("keys"), reading),
        origin=origin,
        tags=tuple(doc.tags),
        brand=doc.brand,
        changes={
            session: changes(each, origin.at("changes", session), reading)
            for session, each in doc.changes.items()
        },
        handouts=handouts(doc.handouts, origin.at("handouts")),
        footer=reading.plain(doc.footer, origin.at("footer")),
    )


def references(path: str, reading: Reading) -> dict[str, Reference]:
    """Return the sources of a file by id; none where there is no such file."""
    if not reading.files.exists(path):
        return {}
    tree = reading.yaml(path)
    doc = None if tree is None else reading.decode(tree, ReferencesDoc, Origin(path), "the file")
    return {id_: _reference(id_, each, Origin(path, (id_,)), reading) for id_, each in (doc or {}).items()}


def _reference(id_: str, doc: ReferenceDoc, origin: Origin, reading: Reading) -> Reference:
    return Reference(
        id=id_,
        author=reading.plain(doc.author, origin.at("author")),
        year=reading.plain(doc.year, origin.at("year")),
        title=reading.plain(doc.title, origin.at("title")),
        publisher=reading.plain(doc.publisher, origin.at("publisher")),
        url=doc.url,
        licence=reading.plain(doc.licence, origin.at("licence")),
        short=reading.plain(doc.short, origin.at("short")),
        origin=origin,
    )
