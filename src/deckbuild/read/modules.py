"""A module's file in, a `Module` out, with those of its slides that are used; the others cost nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from deckbuild.diagnostics import did_you_mean
from deckbuild.layouts import LAYOUTS
from deckbuild.model.origin import Origin
from deckbuild.model.source import Citation, Evidence, Module, Notes, Slide, Use, Value
from deckbuild.model.text import Text
from deckbuild.read import markup
from deckbuild.read.documents import CitationDoc, EvidenceDoc, ModuleDoc, NotesDoc, SlideDoc
from deckbuild.read.fields import convert
from deckbuild.read.reading import Reading
from deckbuild.read.slides import attribute, slide_declaration


def module(id_: str, path: str, uses: Sequence[Use], reading: Reading) -> Module | None:
    """Return a module with the slides that the calls *uses* want; None where its file has faults of its own.

    A slide with faults of form is left out of the module.
    """
    tree = reading.yaml(path)
    doc = None if tree is None else reading.decode(tree, ModuleDoc, Origin(path), "the module")
    if doc is None:
        return None
    slides: dict[str, Slide] = {}
    wanted = _wanted(id_, doc, uses, reading)
    for name in (name for name in doc.slides if name in wanted):
        made = _slide(f"{id_}/{name}", doc.slides[name], Origin(path, ("slides", name)), reading)
        if made is not None:
            slides[name] = made
    origin = Origin(path)
    return Module(
        id=id_,
        title=reading.plain(doc.title, origin.at("title")),
        owner=reading.plain(doc.owner, origin.at("owner")),
        review=reading.date(doc.review, origin.at("review")),
        slides=slides,
        origin=origin,
    )


def _wanted(id_: str, doc: ModuleDoc, uses: Sequence[Use], reading: Reading) -> Collection[str]:
    """Return the names of the slides that are called for; one that is not there is reported at its call."""
    names = [use.target.partition("/")[2] for use in uses]
    for use, name in zip(uses, names, strict=True):
        if name and name not in doc.slides:
            hints = did_you_mean(use.target, [f"{id_}/{each}" for each in doc.slides])
            message = f"the module “{id_}” has no slide “{name}”"
            reading.error("DB202", message, use.origin.at("use"), hints)
    return doc.slides if "" in names else names


def _slide(id_: str, tree: object, origin: Origin, reading: Reading) -> Slide | None:
    noun = f"the slide `{origin.path[-1]}`"
    layout = _layout(tree, noun, origin, reading)
    if layout is None:
        return None
    doc = reading.decode(tree, slide_declaration(layout), origin, noun)
    return None if doc is None else _converted(id_, layout, doc, origin, reading)


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


def _converted(id_: str, layout: str, doc: SlideDoc, origin: Origin, reading: Reading) -> Slide:
    values: dict[str, Value] = {}
    for field in LAYOUTS[layout].fields:
        decoded: object = getattr(doc, attribute(field))
        value = None if decoded is None else convert(decoded, field, origin.at(field.name), reading)
        if value is not None:
            values[field.name] = value
    return Slide(
        id=id_,
        layout=layout,
        title=markup.line(doc.title, origin.at("title"), reading.found),
        fields=values,
        notes=_notes(doc.notes, origin.at("notes"), reading),
        minutes=doc.minutes,
        source=_citation(doc.source, origin.at("source"), reading),
        evidence=_evidence(doc.evidence, origin.at("evidence"), reading),
        origin=origin,
    )


def _notes(doc: NotesDoc, origin: Origin, reading: Reading) -> Notes:
    def part(name: str, text: str | None) -> Text:
        return () if text is None else markup.blocks(text, origin.at(name), reading.found)

    return Notes(
        part("purpose", doc.purpose), part("ask", doc.ask), part("say", doc.say), part("changed", doc.changed)
    )


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
