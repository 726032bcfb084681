"""The agenda's entries, from the session's parts."""

from deckbuild.model.source import LinkItem, Part
from deckbuild.model.text import plain
from tests.unit.assemble.sources import assembled, module, modules, part, profile, session, slide, use

AGENDA = slide("m/agenda", layout="agenda")
KNOWN = modules(
    module("m", slide("m/cover"), AGENDA, slide("m/aims", minutes=1)),
    module("n", slide("n/one", minutes=2), slide("n/two", minutes=2.5)),
    module("o", slide("o/last")),
)


def entries(*parts: Part):
    deck, findings = assembled(session(*parts), profile(), KNOWN, {})
    agenda = next(s for s in deck.slides if s.layout == "agenda")
    return [
        (item.text.text, item.text.runs[0].link.target, item.audience.text)
        for item in agenda.fields["entries"]
    ], findings


def test_an_agenda_lists_what_follows_it_with_jumps_and_times():
    found, findings = entries(
        part("Welcome", use("m", 0)), part("Findings", use("n", 1)), part("What now?", use("o", 2))
    )

    assert findings == []
    assert found == [
        ("Welcome", "slide:m/aims", "1 slide · 1 minute"),
        ("Findings", "slide:n/one", "2 slides · 4.5 minutes"),
        ("What now?", "slide:o/last", "1 slide"),
    ]


def test_a_part_that_ends_with_the_agenda_is_not_listed():
    found, _ = entries(part("Welcome", use("m/cover", 0), use("m/agenda", 1)), part("Findings", use("n", 2)))

    assert [title for title, _, _ in found] == ["Findings"]


def test_a_part_before_the_agenda_is_not_listed():
    found, _ = entries(part("Past", use("o", 0)), part("Now", use("m", 1)), part("Next", use("n", 2)))

    assert [title for title, _, _ in found] == ["Now", "Next"]


def test_an_agenda_that_nothing_follows_is_an_error():
    _, findings = entries(part("Welcome", use("m/cover", 0), use("m/agenda", 1)))

    assert [f.code for f in findings] == ["DB213"]


def test_entries_of_its_own_are_kept():
    own = (LinkItem(plain("My own words")),)
    known = modules(module("m", slide("m/agenda", layout="agenda", fields={"entries": own})))

    deck, findings = assembled(session(part("P", use("m"))), profile(), known, {})

    assert (findings, deck.slides[0].fields["entries"]) == ([], own)
