"""A slide's mapping in, a `Slide` out: decoded by its slide layout, its pictures and numbers opened."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from deckbuild.diagnostics import did_you_mean
from deckbuild.layouts import LAYOUTS
from deckbuild.model.origin import Origin
from deckbuild.model.source import Citation, Evidence, Profile, Slide, SlideHead, Value
from deckbuild.read import markup
from deckbuild.read.conditions import made
from deckbuild.read.counts import check_counts
from deckbuild.read.fields import convert
from deckbuild.read.notes import exercise, notes
from deckbuild.read.reading import Reading
from deckbuild.read.slide_documents import CitationDoc, EvidenceDoc, SlideDoc
from deckbuild.read.slides import attribute, slide_declaration


def head(id_: str, tree: object, origin: Origin, reading: Reading) -> SlideHead:
    """Return what is known of a slide before it is opened.

    What is of the wrong form counts as not written: it is reported when the slide is opened.
    """
    if not isinstance(tree, Mapping):
        return SlideHead(id_, origin)
    only, except_ = _words(tree.get("only")), _words(tree.get("except"))
    return SlideHead(
        id=id_,
        origin=origin,
        title=_word(tree.get("title")),
        layout=_word(tree.get("layout")),
        when=made(only, except_, origin, reading),
        covers=_words(tree.get("covers")),
    )


def _word(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _words(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def slide(head: SlideHead, tree: object, profiles: Collection[Profile], reading: Reading) -> Slide | None:
    """Return a slide for the profiles that have it; None where it has faults of form."""
    origin = head.origin
    noun = f"the slide `{origin.path[-1]}`"
    layout = _layout(tree, noun, origin, reading)
    if layout is None:
        return None
    doc = reading.decode(tree, slide_declaration(layout), origin, noun)
    return None if doc is None else _converted(head, layout, doc, profiles, reading)


def _layout(tree: object, noun: str, origin: Origin, reading: Reading) -> str | None:
    """Return the layout that a slide names; None where it names none that there is."""
    if not isinstance(tree, Mapping):
        hint = "Write the fields of the slide below its name, indented."
        reading.error("DB112", f"{noun} wants a mapping", origin, [hint])
        return None
    layout = tree.get("layout")
    if layout is None:
        hint = f"Add `layout: …` with one of {', '.join(LAYOUTS)}."
        reading.error("DB111", f"{noun} lacks the field `layout`", origin, [hint])
        return None
    if isinstance(layout, str) and layout in LAYOUTS:
        return layout
    found = f"“{layout}”" if isinstance(layout, str) else "no name"
    hints = did_you_mean(str(layout), LAYOUTS)
    reading.error(
        "DB117", f"`layout` wants the name of a slide layout, found {found}", origin.at("layout"), hints
    )
    return None


def _converted(
    head: SlideHead, layout: str, doc: SlideDoc, profiles: Collection[Profile], reading: Reading
) -> Slide:
    origin = head.origin
    values: dict[str, Value] = {}
    for field in LAYOUTS[layout].fields:
        decoded: object = getattr(doc, attribute(field))
        value = None if decoded is None else convert(decoded, field, origin.at(field.name), reading)
        if value is not None:
            values[field.name] = value
    made = Slide(
        id=head.id,
        layout=layout,
        title=markup.line(doc.title, origin.at("title"), reading.found),
        fields=values,
        notes=notes(doc.notes, origin.at("notes"), reading),
        minutes=doc.minutes,
        source=_citation(doc.source, origin.at("source"), reading),
        evidence=_evidence(doc.evidence, origin.at("evidence"), reading),
        origin=origin,
        when=head.when,
        covers=head.covers,
        language=doc.language,
        exercise=exercise(doc.exercise, origin.at("exercise"), reading),
    )
    check_counts(made, LAYOUTS[layout].fields, profiles, reading)
    return made


def _citation(doc: CitationDoc | None, origin: Origin, reading: Reading) -> Citation | None:
    if doc is None:
        return None
    return Citation(
        ref=doc.ref,
        page=None if doc.page is None else reading.plain(doc.page, origin.at("page")),
        as_quoted_by=doc.as_quoted_by,
        note=None if doc.note is None else markup.line(doc.note, origin.at("note"), reading.found),
        origin=origin,
    )


def _evidence(doc: EvidenceDoc | None, origin: Origin, reading: Reading) -> Evidence | None:
    if doc is None:
        return None
    return Evidence(doc.status, markup.line(doc.note, origin.at("note"), reading.found))
