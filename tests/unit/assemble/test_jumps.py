"""Jumps between slides."""

from deckbuild.model.origin import Origin
from deckbuild.model.source import Notes, Use
from deckbuild.model.text import Link, Paragraph, Run, plain
from tests.unit.assemble.sources import assembled, module, modules, part, profile, session, slide, use

PLACE = Origin("decks/modules/m.yaml", ("slides", "one", "text"))


def jump(target: str) -> Paragraph:
    return Paragraph((Run("See", link=Link(f"slide:{target}")),), origin=PLACE)


def findings(target: str, *calls: Use, **more: object):
    known = modules(
        module("m", slide("m/one", **(more or {"fields": {"text": (jump(target),)}})), slide("m/two"))
    )
    found = assembled(session(part("P", *calls)), profile(), known, {})[1]
    return [(each.code, each.origin, each.hints) for each in found]


def test_a_jump_to_a_slide_of_the_deck_is_fine():
    assert findings("m/two", use("m")) == []


def test_a_jump_to_a_slide_that_the_deck_does_not_have_is_an_error_that_says_how_to_add_it():
    hint = "Add `use: other/slide` to the session for this profile, or take the link out."

    assert findings("other/slide", use("m")) == [("DB205", PLACE, (hint,))]


def test_where_a_similar_slide_is_in_the_deck_its_id_is_told():
    ((_, _, hints),) = findings("m/tow", use("m"))

    assert hints[0] == "Write `m/two`."


def test_a_jump_in_the_notes_is_looked_at_too():
    notes = Notes((plain("Purpose"),), (jump("x/y"),))

    assert [code for code, _, _ in findings("", use("m"), notes=notes)] == ["DB205"]
