"""Words that differ between agencies."""

from deckbuild.assemble.keys import key_values, replace_keys
from deckbuild.assemble.walk import paragraphs_of_slide
from deckbuild.model.source import (
    Card,
    Chart,
    Citation,
    Column,
    Evidence,
    FigureNotAvailable,
    LinkItem,
    Notes,
    Series,
    Table,
)
from deckbuild.model.text import Link, Paragraph, Run, plain
from tests.unit.assemble.sources import keyed, profile, session, slide

KEYED = keyed("For ", "{{ agency.name }}", ".")
VALUES = key_values(session(), profile(agency="Education", people="teachers"), [])

EVERYWHERE = slide(
    "m/one",
    title=KEYED,
    fields={
        "line": KEYED,
        "blocks": (KEYED, KEYED),
        "lines": ((KEYED,), (KEYED, KEYED)),
        "column": Column((KEYED,), KEYED),
        "cards": (Card(KEYED, (KEYED,)), Card(KEYED, ())),
        "links": (LinkItem(KEYED, KEYED),),
        "table": Table((KEYED,), ((KEYED,), (KEYED,)), "Table."),
        "missing": FigureNotAvailable("Figure 5", "source", KEYED, KEYED),
        "empty": (),
        "plain": "53 %",
    },
    notes=Notes((KEYED,), (KEYED,), (KEYED,), (KEYED,)),
    source=Citation("source", note=KEYED),
    evidence=Evidence("doubtful", KEYED),
)


def test_keys_are_built_in_or_the_profiles_own():
    assert VALUES == {"people": "teachers", "agency.name": "Education", "session.title": "A session"}


def test_a_built_in_key_that_a_profile_writes_is_an_error_at_the_key():
    findings = []

    values = key_values(session(), profile(**{"agency.name": "Mine"}), findings)

    assert values["agency.name"] == "Education"
    assert [(f.code, f.origin.path, f.origin.key) for f in findings] == [
        ("DB211", ("keys", "agency.name"), True)
    ]


def test_a_key_is_replaced_wherever_text_stands():
    findings = []

    result = replace_keys(EVERYWHERE, VALUES, findings)

    texts = [paragraph.text for paragraph in paragraphs_of_slide(result)]
    assert (findings, set(texts), len(texts)) == ([], {"For Education."}, 25)


def test_a_chart_and_plain_text_are_left_as_they_are():
    chart = Chart("bar", ("{{ agency.name }}",), (Series("{{ x }}", (1.0,)),), "{{ y }}")
    before = slide("m/one", fields={"chart": chart, "figure": "{{ z }}"})

    assert replace_keys(before, VALUES, []) == before


def test_a_value_joins_its_neighbours_of_the_same_appearance():
    title = Paragraph(
        (Run("All "), Run("", key="people"), Run(" and "), Run("", bold=True, key="agency.name"))
    )

    result = replace_keys(slide("m/one", title=title), VALUES, [])

    assert result.title.runs == (Run("All teachers and "), Run("Education", bold=True))


def test_a_key_in_a_link_keeps_the_link():
    link = Link("https://example.org/")

    result = replace_keys(slide("m/one", title=Paragraph((Run("", link=link, key="people"),))), VALUES, [])

    assert result.title.runs == (Run("teachers", link=link),)


def test_an_unknown_key_is_an_error_with_the_nearest_name():
    findings = []
    title = keyed("{{ agency.nam }}")

    replace_keys(slide("m/one", title=title), VALUES, findings)

    assert [(f.code, f.origin, f.hints) for f in findings] == [
        ("DB204", title.origin, ("Write `agency.name`.",))
    ]


def test_a_slide_without_keys_comes_back_equal():
    before = slide("m/one", fields={"text": (plain("No key here"),)})

    assert replace_keys(before, VALUES, []) == before
