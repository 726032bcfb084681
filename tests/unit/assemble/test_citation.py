"""Where a slide's words are printed, spelt out."""

import pytest

from deckbuild.assemble.citation import full_citation, pages, source_line
from deckbuild.model.source import Citation, FigureNotAvailable
from deckbuild.model.text import Link, Run, plain
from tests.unit.assemble.sources import reference, slide

REFERENCES = {
    "report": reference("report", "Sidebotham et al. 2016", "https://example.org/report"),
    "board": reference("board", "Warrington SCB"),
}


def test_a_source_line_names_work_page_and_who_quotes_it():
    cited = slide("m/one", source=Citation("report", "12", "board"))

    assert source_line(cited, REFERENCES).text == (
        "Source: Sidebotham et al. 2016, p. 12, as quoted by Warrington SCB"
    )


def test_a_work_leads_to_its_page_where_one_is_known():
    line = source_line(slide("m/one", source=Citation("report", as_quoted_by="board")), REFERENCES)

    assert line.runs == (
        Run("Source: "),
        Run("Sidebotham et al. 2016", link=Link("https://example.org/report")),
        Run(", as quoted by Warrington SCB"),
    )


def test_a_remark_follows_as_a_sentence():
    cited = slide("m/one", source=Citation("board", note=plain("Base: 175 final reports.")))

    assert source_line(cited, REFERENCES).text == "Source: Warrington SCB. Base: 175 final reports."


def test_the_notes_give_the_title_of_the_work():
    assert full_citation(Citation("board", "165"), REFERENCES).text == (
        "Warrington SCB, Warrington SCB: the report, p. 165"
    )


def test_a_slide_that_cites_nothing_has_no_source_line():
    assert source_line(slide("m/one"), REFERENCES) is None


def test_a_missing_figure_names_the_report_that_prints_it():
    figure = FigureNotAvailable("Figure 5", "board", plain("Numbers"), plain("Not found"))

    line = source_line(slide("m/one", fields={"chart": figure}), REFERENCES)

    assert line.text == "Printed in: Warrington SCB, Warrington SCB: the report"


@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("165", "p. 165"),
        ("12a", "p. 12a"),
        ("iv", "p. iv"),
        ("12-14", "pp. 12-14"),
        ("12–14, 20", "pp. 12–14, 20"),
        ("chapter 10", "chapter 10"),
    ],
)
def test_pages_are_written_as_citations_write_them(page: str, written: str):
    assert pages(page) == written
