"""A module's file in, a `Module` with the heads of its slides out; a slide is opened when a deck has it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.origin import Origin
from deckbuild.model.source import Module, Profile, Slide
from deckbuild.read.conditions import condition
from deckbuild.read.documents import ModuleDoc
from deckbuild.read.reading import Reading
from deckbuild.read.slide import head, slide


@dataclass(frozen=True, slots=True)
class ModuleFile:
    """A module whose slides are still as they are written."""

    module: Module
    """With heads and without slides."""
    trees: Mapping[str, object]
    """Slide name → what is written there."""

    def opened(self, wanted: Mapping[str, Collection[Profile]], reading: Reading) -> Module:
        """Return the module with the slides wanted, by id, each for its profiles.

        A slide with faults of form is left out.
        """
        slides: dict[str, Slide] = {}
        for name, each in self.module.heads.items():
            if each.id in wanted:
                made = slide(each, self.trees[name], wanted[each.id], reading)
                if made is not None:
                    slides[name] = made
        return replace(self.module, slides=slides)


def module(id_: str, path: str, reading: Reading) -> ModuleFile | None:
    """Return a module; None where its file has faults of its own."""
    tree = reading.yaml(path)
    doc = None if tree is None else reading.decode(tree, ModuleDoc, Origin(path), "the module")
    if doc is None:
        return None
    origin = Origin(path)
    made = Module(
        id=id_,
        title=reading.plain(doc.title, origin.at("title")),
        owner=reading.plain(doc.owner, origin.at("owner")),
        review=reading.date(doc.review, origin.at("review")),
        slides={},
        origin=origin,
        version=reading.plain(doc.version, origin.at("version")),
        when=condition(doc, origin, reading),
        covers=tuple(doc.covers or ()),
        heads={
            name: head(f"{id_}/{name}", each, origin.at("slides", name), reading)
            for name, each in doc.slides.items()
        },
    )
    return ModuleFile(made, doc.slides)
