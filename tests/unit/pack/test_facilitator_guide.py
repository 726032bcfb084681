"""The facilitator guide: times that add up, what to do before what to say, answers in a frame."""

from itertools import accumulate, pairwise

from deckbuild.model.deck import DeckPart, Exercise, SlideGuide
from deckbuild.model.document import (
    Document,
    Heading,
    Margin,
    PageOptions,
    Panel,
    SlideBlock,
    TableBlock,
    TextBlock,
)
from deckbuild.model.text import plain
from deckbuild.pack import compose
from tests.unit.pack.sessions import composed, deck, name_of, real_decks, slide, values, words_of

KIND = "facilitator-guide"
EXERCISE = Exercise((plain("Talk in pairs."),), (plain("A good answer."),), (plain("Cards"), plain("Pens")))
GUIDE = SlideGuide(
    purpose=(plain("To begin."),),
    ask=(plain("What do you see?"),),
    say=(plain("Look closely."),),
    changed=(plain("The law."),),
    evidence=plain("Confirmed."),
    citation=plain("A report."),
    exercise=EXERCISE,
)


def plan(document: Document) -> list[list[str]]:
    (table,) = (each for each in values(document.blocks) if isinstance(each, TableBlock))
    return [["\n".join(paragraph.text for paragraph in cell) for cell in row] for row in table.rows]


def margins(document: Document) -> list[Margin]:
    """Return what stands under each slide's heading; each has the slide in its margin."""
    found = [each for each in values(document.blocks) if isinstance(each, Margin)]
    return [each for each in found if any(isinstance(block, SlideBlock) for block in each.aside)]


def minutes(clock: str) -> float:
    hours, rest, *seconds = (int(part) for part in clock.split(":"))
    return hours * 60 + rest + sum(seconds) / 60


def test_the_times_of_the_plan_add_up_to_the_duration():
    for a_deck in real_decks():
        *rows, end = plan(composed(KIND, a_deck))
        taken = [float(row[2].replace("−", "-")) for row in rows]

        assert sum(taken) == float(end[2]) == a_deck.minutes, name_of(a_deck)
        starts = [minutes(row[0]) for row in (*rows, end)]
        assert [after - start for start, after in pairwise(starts)] == taken, name_of(a_deck)


def test_every_slide_stands_at_the_time_that_those_before_it_have_taken():
    for a_deck in real_decks():
        times = [(slide_of(each), minutes(time_of(each))) for each in margins(composed(KIND, a_deck))]
        taken = accumulate((each.minutes or 0 for each in a_deck.slides), initial=0)

        assert times == list(zip([each.id for each in a_deck.slides], taken, strict=False)), name_of(a_deck)


def slide_of(margin: Margin) -> str:
    return next(each.slide for each in margin.aside if isinstance(each, SlideBlock))


def time_of(margin: Margin) -> str:
    return next(each.text[0].text for each in margin.aside if isinstance(each, TextBlock))


def test_time_that_no_slide_takes_is_in_hand():
    assert [row[:3] for row in plan(composed(KIND, deck(minutes=25)))] == [
        ["0:00", "All", "10"],
        ["0:10", "In hand", "15"],
        ["0:25", "End", "25"],
    ]


def test_slides_that_take_longer_are_said_plainly_in_the_plan_and_over_it():
    document = composed(KIND, deck(minutes=8))

    assert [row[:3] for row in plan(document)] == [
        ["0:00", "All", "10"],
        ["0:08", "Too long", "−2"],
        ["0:08", "End", "8"],
    ]
    assert any(
        words.startswith("The slides take 10 minutes; the session has 8 minutes.")
        for words in words_of(document.blocks)
    )


def test_slides_without_minutes_are_named_where_time_is_left():
    part = DeckPart("All", (slide("a"), slide("b", None), slide("c", None)))

    document, findings = compose(KIND, deck(part, minutes=60), PageOptions())

    assert [(each.code, each.severity, each.message) for each in findings] == [
        ("DB225", "info", "55 minutes of the session are left, and no minutes are given for `m/b`, `m/c`")
    ]
    assert findings[0].origin == part.slides[1].origin
    assert [origin for origin, _ in findings[0].related] == [part.slides[2].origin]
    assert any(words.startswith("Slides 2, 3 have no minutes") for words in words_of(document.blocks))


def test_slides_without_minutes_are_no_finding_where_the_session_is_full():
    part = DeckPart("All", (slide("a", 10), slide("b", None)))

    assert compose(KIND, deck(part), PageOptions())[1] == []


def test_the_plan_says_where_people_do_something():
    part = DeckPart(
        "All",
        (
            slide("a"),
            slide("b"),
            slide("c", 10, guide=SlideGuide(exercise=EXERCISE)),
            slide("d", None, layout="discussion"),
            slide("e"),
        ),
    )

    assert plan(composed(KIND, deck(part, minutes=25)))[0][3].split("\n") == [
        "1–2  About a · About b",
        "3  Exercise, 10 minutes: About c",
        "4  Discussion: About d",
        "5  About e",
    ]


def test_a_slide_says_its_purpose_then_what_to_do_then_what_to_say():
    (margin,) = margins(composed(KIND, deck(DeckPart("All", (slide("a", guide=GUIDE),)))))

    labels = [each.label for each in values(margin.body) if isinstance(each, TextBlock)]
    assert labels == [
        "Purpose",
        "Exercise",
        "What must be there",
        "Ask",
        "Say",
        "Answers, for you alone",
        "What has changed",
        "Evidence",
        "Source",
    ]


def test_answers_stand_in_a_frame_of_their_own():
    (margin,) = margins(composed(KIND, deck(DeckPart("All", (slide("a", guide=GUIDE),)))))

    framed = [each for each in margin.body if isinstance(each, Panel) and each.style == "key"]
    assert [block.text for each in framed for block in each.blocks] == [EXERCISE.answers]
    assert words_of(margin.body).count("A good answer.") == 1


def test_a_part_of_the_notes_that_is_not_written_leaves_no_label():
    (margin,) = margins(composed(KIND, deck(DeckPart("All", (slide("a", None),)))))

    assert margin.body == ()
    assert "Slide 1 · no minutes given" in words_of(margin.aside)


def test_materials_of_session_and_exercises_are_gathered_each_once_with_its_slides():
    exercise = SlideGuide(exercise=EXERCISE)
    part = DeckPart("All", (slide("a", guide=exercise), slide("b"), slide("c", guide=exercise)))
    document = composed(KIND, deck(part, materials=(plain("Projector"), plain("Pens"))))

    blocks = list(values(document.blocks))
    titles = [each.text.text if isinstance(each, Heading) else "" for each in blocks]
    heading = titles.index("What must be there")
    listed = next(each for each in blocks[heading:] if isinstance(each, TextBlock))
    assert [each.text for each in listed.text] == ["Projector", "Pens (slides 1, 3)", "Cards (slides 1, 3)"]


def test_headings_leave_no_level_out_and_a_slide_with_its_parts_title_is_the_parts_heading():
    parts = (
        DeckPart("Welcome", (slide("a"),)),
        DeckPart("Harm", (slide("b", title=plain("Harm")), slide("c"))),
    )
    document = composed(KIND, deck(*parts))

    headings = [each for each in values(document.blocks) if isinstance(each, Heading)]
    assert [(each.level, each.text.text) for each in headings][-4:] == [
        (2, "Welcome"),
        (3, "About a"),
        (2, "Harm"),
        (3, "About c"),
    ]
    assert [each.eyebrow for each in headings if each.eyebrow] == [
        "Part 1 · begins at 0:00 · 5 minutes",
        "Part 2 · begins at 0:05 · 10 minutes",
    ]


def test_the_guide_is_for_the_facilitator():
    assert composed(KIND, deck()).audience == "facilitator"
