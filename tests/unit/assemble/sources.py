"""Small sessions, modules and slides as values, for the tests of assembling."""

from deckbuild.assemble import assemble
from deckbuild.diagnostics import Diagnostic
from deckbuild.model.condition import Condition
from deckbuild.model.deck import Deck
from deckbuild.model.origin import Origin
from deckbuild.model.source import Module, Notes, Part, Profile, Reference, Session, Slide, SlideHead, Use
from deckbuild.model.text import Paragraph, Run, plain

FILE = Origin("decks/sessions/session.yaml")


def slide(id_: str, **more: object) -> Slide:
    values = {
        "layout": "prose",
        "title": plain(f"Title of {id_}"),
        "fields": {},
        "notes": Notes((plain("What it is for."),), (plain("What do you think?"),)),
    }
    return Slide(id=id_, origin=Origin("decks/modules/m.yaml", ("slides", id_)), **{**values, **more})


def module(id_: str, *slides: Slide, **more: object) -> Module:
    by_name = {each.id.partition("/")[2]: each for each in slides}
    heads = {
        name: SlideHead(each.id, each.origin, each.title.text, each.layout, each.when, each.covers)
        for name, each in by_name.items()
    }
    return Module(id_, id_, "Owner", "2027-03-31", by_name, heads=heads, **more)


def modules(*all_: Module) -> dict[str, Module]:
    return {each.id: each for each in all_}


def use(
    target: str, place: int = 0, *, only: tuple[str, ...] = (), except_: tuple[str, ...] = (), **more: object
) -> Use:
    origin = FILE.at("parts", 0, "slides", place)
    when = Condition(only, except_, origin) if only or except_ else None
    return Use(target, when, origin=origin, **more)


def part(title: str, *uses: Use) -> Part:
    return Part(title, uses, FILE.at("parts"))


def session(*parts: Part, profiles: tuple[str, ...] = ("education", "police"), minutes: int = 90) -> Session:
    return Session(
        id="session",
        title="A session",
        subtitle="",
        brand="brand",
        language="en-GB",
        version="1.0.0",
        date="2026-11-23",
        review="2027-03-31",
        owner="Learning and development",
        minutes=minutes,
        profiles=profiles,
        parts=parts,
        origin=FILE,
    )


def profile(id_: str = "education", agency: str = "Education", **keys: str) -> Profile:
    return Profile(id_, agency, keys)


def reference(id_: str, short: str, url: str | None = None) -> Reference:
    return Reference(id_, short, "2016", f"{short}: the report", "Publisher", url, "OGL", short)


def keyed(*pieces: str) -> Paragraph:
    """Return a paragraph whose pieces in double braces are keys."""
    return Paragraph(
        tuple(Run(each, key=each[2:-2].strip() if each.startswith("{{") else None) for each in pieces),
        origin=Origin("decks/modules/m.yaml", ("slides", "text")),
    )


def assembled(
    session: Session,
    profile: Profile,
    modules: dict[str, Module],
    references: dict[str, Reference],
    **more: object,
) -> tuple[Deck, list[Diagnostic]]:
    """Return the deck, and what was found wrong."""
    made = assemble(session, profile, modules, references, **more)
    return made.deck, made.findings
