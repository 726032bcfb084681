"""Laws of assembling: what is decided for one slide changes no other."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.assemble import Assembly, assemble
from deckbuild.model.deck import DeckSlide
from deckbuild.model.text import plain
from deckbuild.render.pptx import DeckText, compile_slide
from deckbuild.typeset.engine import typeset
from tests.properties.strategies import Case, cases, module, session, slides
from tests.support.brands import fonts, template


def assembly(case: Case) -> Assembly:
    return assemble(case.session, case.profile, case.modules, {})


def with_own_title(slide: DeckSlide, case: Case) -> DeckSlide:
    """Return a slide with its module's title: “(1 of 2)” says how many slides the deck has of one name."""
    module_id, _, name = slide.id.partition("/")
    return replace(slide, title=case.modules[module_id].slides[name].title)


def by_id(case: Case) -> dict[str, DeckSlide]:
    return {slide.id: with_own_title(slide, case) for slide in assembly(case).deck.slides}


@given(cases())
def test_assembling_twice_gives_the_same(case: Case):
    first = assembly(case)

    assert assembly(case) == first


@given(cases())
def test_a_verdict_says_what_is_in_the_deck_and_where(case: Case):
    made = assembly(case)
    parts = {slide.id: part.title for part in made.deck.parts for slide in part.slides}

    assert {each.slide: each.part for each in made.verdicts if each.included} == parts
    assert all(each.rules for each in made.verdicts if each.included)
    assert {each.slide for each in made.verdicts} == {
        head.id for module in case.modules.values() for head in module.heads.values()
    }


@given(cases(with_changes=False), st.data())
def test_leaving_a_module_out_changes_no_other_slide(case: Case, data: st.DataObject):
    before = by_id(case)
    out = data.draw(st.sampled_from(sorted(case.modules)))
    uses = [use for part in case.session.parts for use in part.uses if use.target != out]

    after = by_id(replace(case, session=session(uses)))

    assert after == {id_: slide for id_, slide in before.items() if id_.partition("/")[0] != out}


@given(cases(), st.data())
def test_no_condition_and_no_key_is_left(case: Case, data: st.DataObject):
    for slide in assembly(case).deck.slides:
        for paragraph in slide.fields["text"]:
            assert paragraph.when is None
            assert all(run.key is None for run in paragraph.runs)


@settings(max_examples=25, deadline=None)
@given(cases(with_changes=False), st.data())
def test_a_slide_above_changes_neither_the_id_nor_the_compiled_parts_of_a_slide(
    case: Case, data: st.DataObject
):
    first = next(iter(case.modules.values()))
    new = replace(data.draw(slides(f"{first.id}/new")), title=plain("A title of its own"), when=None)
    grown = module(first.id, [new, *first.slides.values()], first.when)
    more = replace(case, modules={**case.modules, first.id: grown})

    before, after = assembly(case).deck.slides, assembly(more).deck.slides

    assert [slide.id for slide in after if slide.id != new.id] == [slide.id for slide in before]
    below = {slide.id: slide for slide in after}
    for slide in before:
        assert compiled(below[slide.id]) == compiled(slide)


def compiled(slide: DeckSlide) -> object:
    """Return a slide's parts, with their bytes."""
    scene, _ = typeset(slide, template(), fonts())
    return compile_slide(scene, template(), DeckText("2026-11-23", {slide.id: slide.title.text}))
