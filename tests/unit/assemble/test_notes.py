"""The speaker notes of a slide."""

from deckbuild.assemble.notes import minutes, speaker_notes
from deckbuild.model.source import Citation, Evidence, Notes
from deckbuild.model.text import Paragraph, Run, plain, text_of
from tests.unit.assemble.sources import reference, slide

REFERENCES = {"report": reference("report", "Sidebotham et al. 2016")}


def test_the_notes_stand_in_the_order_of_need_each_part_with_its_label():
    full = slide(
        "m/one",
        notes=Notes(*((plain(text),) for text in ("To begin.", "What do you see?", "Hello.", "Since 2018."))),
        source=Citation("report", "12"),
        evidence=Evidence("second-hand", plain("Quoted by two boards.")),
        minutes=2.5,
    )

    assert text_of(speaker_notes(full, REFERENCES)).split("\n") == [
        "Purpose: To begin.",
        "Ask: What do you see?",
        "Say: Hello.",
        "What has changed: Since 2018.",
        "Evidence: Confirmed at second hand. Quoted by two boards.",
        "Source: Sidebotham et al. 2016, Sidebotham et al. 2016: the report, p. 12",
        "Time: 2.5 minutes",
    ]


def test_what_is_not_written_leaves_no_label():
    assert (
        text_of(speaker_notes(slide("m/one", notes=Notes((plain("To begin."),))), {})) == "Purpose: To begin."
    )


def test_a_label_is_bold_and_its_text_is_not():
    (purpose,) = speaker_notes(slide("m/one", notes=Notes((plain("To begin."),))), {})

    assert purpose.runs == (Run("Purpose:", bold=True), Run(" To begin."))


def test_a_label_before_a_list_has_a_line_of_its_own():
    listed = (plain("First", level=1), plain("Second", level=1))

    notes = speaker_notes(slide("m/one", notes=Notes(listed)), {})

    assert notes == (Paragraph((Run("Purpose:", bold=True),)), *listed)


def test_only_the_first_paragraph_of_a_part_has_the_label():
    notes = speaker_notes(slide("m/one", notes=Notes((plain("One."), plain("Two.")))), {})

    assert text_of(notes) == "Purpose: One.\nTwo."


def test_minutes_are_written_in_words():
    assert [minutes(n) for n in (1, 2, 2.0, 0.5)] == ["1 minute", "2 minutes", "2 minutes", "0.5 minutes"]
