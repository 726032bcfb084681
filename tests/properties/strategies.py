"""Sessions, modules and profiles of every shape that matters for assembling, as values."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from deckbuild.model.condition import Condition
from deckbuild.model.origin import Origin
from deckbuild.model.source import Change, Module, Notes, Part, Profile, Session, Slide, SlideHead, Use
from deckbuild.model.text import Paragraph, Run, plain
from tests.unit.assemble import sources

NAMES = ("school", "police", "board", "front-line")
FILE = Origin("decks/sessions/session.yaml")
WORDS = st.sampled_from(["Learning", "Neglect", "What now?", "A title of some words"])


@dataclass(frozen=True)
class Case:
    """What assembling takes."""

    session: Session
    profile: Profile
    modules: dict[str, Module]


def conditions() -> st.SearchStrategy[Condition | None]:
    names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True).map(tuple)
    return st.one_of(
        st.none(), names.map(lambda only: Condition(only=only)), names.map(lambda out: Condition(except_=out))
    )


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """Return a paragraph that may hold a key or have a condition."""
    runs = [Run(draw(WORDS))]
    if draw(st.booleans()):
        runs.append(Run("{{ agency.name }}", key="agency.name"))
    return Paragraph(tuple(runs), when=draw(conditions()))


@st.composite
def slides(draw: st.DrawFn, id_: str) -> Slide:
    """Return a slide of plain text."""
    text = (plain(draw(WORDS)), *draw(st.lists(paragraphs(), max_size=3)))
    return Slide(
        id=id_,
        layout="prose",
        title=plain(draw(WORDS)),
        fields={"text": text},
        notes=Notes((plain("What it is for."),), (plain("What do you think?"),)),
        minutes=draw(st.sampled_from([None, 2, 5])),
        origin=Origin(f"decks/modules/{id_.partition('/')[0]}.yaml", ("slides", id_.partition("/")[2])),
        when=draw(conditions()),
    )


@st.composite
def modules(draw: st.DrawFn, id_: str) -> Module:
    """Return a module of one to four slides."""
    names = ["one", "two", "three", "four"][: draw(st.integers(1, 4))]
    return module(id_, [draw(slides(f"{id_}/{name}")) for name in names], draw(conditions()))


def module(id_: str, members: list[Slide], when: Condition | None = None) -> Module:
    by_name = {each.id.partition("/")[2]: each for each in members}
    heads = {name: SlideHead(each.id, each.origin, when=each.when) for name, each in by_name.items()}
    return Module(id_, id_, "Owner", "2027-03-31", by_name, when=when, heads=heads)


@st.composite
def changes(draw: st.DrawFn, known: list[str]) -> Change:
    """Return a change that may meet what it names, or not."""
    kind = draw(st.sampled_from(["replace", "insert", "omit", "add"]))
    slide, other = draw(st.sampled_from(known)), draw(st.sampled_from(known))
    more = {"replace": {"with_": other}, "insert": {draw(st.sampled_from(["before", "after"])): other}}
    return Change(kind, slide, "why", FILE.at("changes"), **more.get(kind, {}))


@st.composite
def cases(draw: st.DrawFn, *, with_changes: bool = True) -> Case:
    """Return a session of whole modules, a profile, and the modules."""
    known = {id_: draw(modules(id_)) for id_ in ["a", "b", "c"][: draw(st.integers(1, 3))]}
    uses = [Use(id_, draw(conditions()), origin=FILE.at("parts", n)) for n, id_ in enumerate(known)]
    ids = [head.id for each in known.values() for head in each.heads.values()]
    made = draw(st.lists(changes(ids), max_size=3)) if with_changes else []
    profile = Profile(
        "school",
        "Schools",
        {},
        tags=tuple(draw(st.sets(st.just("front-line")))),
        changes={"session": tuple(made)},
    )
    return Case(session(uses), profile, known)


def session(uses: list[Use]) -> Session:
    """Return a session with a part for each use."""
    parts = (Part(f"Part {n}", (use,), FILE.at("parts", n)) for n, use in enumerate(uses))
    return sources.session(*parts, profiles=("school",), minutes=600)
