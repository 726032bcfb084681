"""Words that differ between agencies."""

from deckbuild.assemble.keys import Keys, key_values, replace_keys, slot_warnings
from deckbuild.assemble.walk import paragraphs_of_slide
from deckbuild.model.source import (
    Card,
    Chart,
    Citation,
    Column,
    Evidence,
    FigureNotAvailable,
    KeyDeclaration,
    LinkItem,
    LocalSession,
    Notes,
    Series,
    Table,
)
from deckbuild.model.text import Link, Paragraph, Run, plain
from tests.unit.assemble.sources import FILE, keyed, profile, session, slide

KEYED = keyed("For ", "{{ agency.name }}", ".")
VALUES = key_values(session(), profile(agency="Education", people="teachers"), {})
KEYS = Keys(VALUES)

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
    assert VALUES == {
        "people": "teachers",
        "agency.name": "Education",
        "session.title": "A session",
        "session.date": "23 November 2026",
    }


def test_a_built_in_key_keeps_its_value_whatever_a_profile_writes():
    # Reading it is an error: tests/unit/read/test_keys.py.
    values = key_values(session(), profile(**{"agency.name": "Mine"}), {})

    assert values["agency.name"] == "Education"


def test_a_key_is_replaced_wherever_text_stands():
    findings = []

    result = replace_keys(EVERYWHERE, KEYS, findings)

    texts = [paragraph.text for paragraph in paragraphs_of_slide(result)]
    assert (findings, set(texts), len(texts)) == ([], {"For Education."}, 25)


def test_a_chart_and_plain_text_are_left_as_they_are():
    chart = Chart("bar", ("{{ agency.name }}",), (Series("{{ x }}", (1.0,)),), "{{ y }}")
    before = slide("m/one", fields={"chart": chart, "figure": "{{ z }}"})

    assert replace_keys(before, KEYS, []) == before


def test_a_value_joins_its_neighbours_of_the_same_appearance():
    title = Paragraph(
        (Run("All "), Run("", key="people"), Run(" and "), Run("", bold=True, key="agency.name"))
    )

    result = replace_keys(slide("m/one", title=title), KEYS, [])

    assert result.title.runs == (Run("All teachers and "), Run("Education", bold=True))


def test_a_key_in_a_link_keeps_the_link():
    link = Link("https://example.org/")

    result = replace_keys(slide("m/one", title=Paragraph((Run("", link=link, key="people"),))), KEYS, [])

    assert result.title.runs == (Run("teachers", link=link),)


def test_an_unknown_key_is_an_error_with_the_nearest_name():
    findings = []
    title = keyed("{{ agency.nam }}")

    replace_keys(slide("m/one", title=title), KEYS, findings)

    assert [(f.code, f.origin, f.hints) for f in findings] == [
        ("DB204", title.origin, ("Write `agency.name`.",))
    ]


def test_a_slide_without_keys_comes_back_equal():
    before = slide("m/one", fields={"text": (plain("No key here"),)})

    assert replace_keys(before, KEYS, []) == before


DECLARED = {
    each.name: each
    for each in (
        KeyDeclaration("agency.place", "Where they work"),
        KeyDeclaration("agency.lead", "Whom they tell", default="the lead"),
        KeyDeclaration("local.phone", "Telephone of the desk", "phone", origin=FILE.at("phone")),
        KeyDeclaration("local.day", "The day", "date"),
        KeyDeclaration("local.time", "How long", "minutes"),
        KeyDeclaration("notes.only", "A secret", default="x", used_in=("notes",), origin=FILE.at("secret")),
    )
}


def declared(local: LocalSession | None = None, **keys: str) -> Keys:
    given = profile(**{name.replace("_", "."): value for name, value in keys.items()})
    return Keys(key_values(session(), given, DECLARED, local), DECLARED)


def test_a_value_is_of_the_local_session_else_of_the_profile_else_the_default():
    local = LocalSession("l", "session", "education", {"local.phone": "1"}, (), {}, FILE, "On Tuesday")

    assert declared().values["agency.lead"] == "the lead"
    assert declared(agency_lead="Ann").values["agency.lead"] == "Ann"
    values = declared(local, local_phone="2").values
    assert (values["local.phone"], values["session.title"]) == ("1", "On Tuesday")


def test_dates_and_minutes_are_written_as_readers_see_them():
    values = declared(local_day="2026-11-23", local_time="1").values

    assert (values["local.day"], values["local.time"]) == ("23 November 2026", "1 minute")
    assert declared(local_time="7.5").values["local.time"] == "7.5 minutes"


def test_a_local_key_without_value_is_a_slot_that_names_its_places():
    keys, findings = declared(), []
    text = keyed("Ring ", "{{ local.phone }}")

    made = replace_keys(slide("m/one", title=text, fields={"text": (text,)}), keys, findings)

    assert (made.title.text, findings) == ("Ring [Telephone of the desk]", [])
    (slot,) = keys.slots()
    assert (slot.key, slot.type, slot.places) == ("local.phone", "phone", (("m/one", text.origin),) * 2)
    (found,) = slot_warnings(keys.slots())
    assert (found.code, found.severity, found.origin) == ("DB214", "warning", text.origin)
    assert found.related == ((text.origin, "it also stands on “m/one”"),)


def test_another_key_without_value_is_an_error_that_leads_to_its_declaration():
    findings = []

    replace_keys(slide("m/one", title=keyed("{{ agency.place }}")), declared(), findings)

    assert [(f.code, f.related[0][0]) for f in findings] == [("DB204", DECLARED["agency.place"].origin)]


def test_a_key_stands_only_where_it_may():
    findings = []
    text = keyed("{{ notes.only }}")

    replace_keys(slide("m/one", notes=Notes((text,), (text,))), declared(), findings)
    assert findings == []
    replace_keys(slide("m/one", title=text), declared(), findings)
    assert [(f.code, f.origin, f.related[0][0]) for f in findings] == [
        ("DB217", text.origin, FILE.at("secret", "used-in"))
    ]
