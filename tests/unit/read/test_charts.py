"""Charts are drawn from numbers that are there; every cell that is wrong is found at its own place."""

from pathlib import Path

import pytest

from deckbuild.model.source import Chart, FigureNotAvailable, Series
from tests.unit.read.given import faults, of_slide, read

HEAD = "      kind: bar\n      alt: Bars.\n"


def slide(*lines: str, head: str = HEAD) -> dict[str, str | bytes | None]:
    """Return a module with one chart, whose own lines begin on line 12 of the file."""
    fields = "    chart:\n" + head + "".join(f"      {line}\n" for line in lines)
    return {"decks/modules/words.yaml": of_slide("chart", fields)}


def chart(tmp_path: Path, files: dict[str, str | bytes | None]) -> Chart | FigureNotAvailable:
    project, found = read(tmp_path, files)
    assert found == []
    value = project.modules["words"].slides["first"].fields["chart"]
    assert isinstance(value, Chart | FigureNotAvailable)
    return value


def data(csv: str | bytes, *lines: str) -> dict[str, str | bytes | None]:
    return {**slide("data: ../../assets/data/a.csv", *lines), "assets/data/a.csv": csv}


def test_rows_become_categories_and_series_with_gaps(tmp_path: Path):
    made = chart(
        tmp_path, slide("series: [Sown, Grown]", "rows: [[2019, 12, 1.5e1], [2020, null, -3]]", 'unit: "%"')
    )
    assert isinstance(made, Chart)
    assert (made.kind, made.categories, made.unit, made.alt) == ("bar", ("2019", "2020"), "%", "Bars.")
    assert made.series == (Series("Sown", (12.0, None)), Series("Grown", (15.0, -3.0)))


def test_a_single_series_needs_no_name(tmp_path: Path):
    made = chart(tmp_path, slide("rows: [[Beans, 54]]", "highlight: Beans"))
    assert isinstance(made, Chart)
    assert (made.series, made.highlight) == ((Series("Series 1", (54.0,)),), "Beans")


def test_a_csv_file_holds_rows_and_the_names_of_series(tmp_path: Path):
    made = chart(tmp_path, data('Crop,Sown,Grown\nBeans,54,\n"Peas, late",53,12\n'))
    assert isinstance(made, Chart)
    assert made.categories == ("Beans", "Peas, late")
    assert made.series == (Series("Sown", (54.0, 53.0)), Series("Grown", (None, 12.0)))


def test_a_figure_may_be_not_available(tmp_path: Path):
    lines = [
        'not-available: "Figure 5: Slugs"',
        "in: report-2016",
        "shows: How *many*.",
        "reason: Not found.",
    ]
    made = chart(tmp_path, slide(*lines, head=""))
    assert isinstance(made, FigureNotAvailable)
    assert (made.figure, made.ref, made.shows.text, made.reason.text) == (
        "Figure 5: Slugs",
        "report-2016",
        "How many.",
        "Not found.",
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["rows: [[Beans, 54%]]"], ["12:22 DB140"]),
        (["rows: [[Beans, '1,200']]"], ["12:22 DB140"]),
        (["rows: [[Beans, '1,5']]"], ["12:22 DB140"]),
        (["rows: [[Beans, yes]]"], ["12:22 DB140"]),
        (["rows: [[Beans, nan]]"], ["12:22 DB140"]),
        (["rows:", "  - [Beans, x]", "  - [Peas, y]"], ["13:19 DB140", "14:18 DB140"]),
        (["series: [A, B]", "rows: [[Beans, 1, 2], [Peas, 1]]"], ["13:29 DB141"]),
        (["rows: [[Beans]]"], ["12:14 DB141"]),
        (["rows: [[Beans, 1, 2]]"], ["10:7 DB111"]),
        (["rows: [[Beans, ~], [Peas, ~]]"], ["10:7 DB142"]),
        (["rows: [['', 3]]"], ["12:15 DB124"]),
        (["rows: [[Beans, 3], [Beans, 4]]"], ["12:27 DB145"]),
        (["series: [A, A]", "rows: [[Beans, 3, 4]]"], ["12:19 DB145"]),
        (["rows: [[Beans, 3]]", "highlight: Bean"], ["13:18 DB143"]),
        (["rows: [[Beans, 3]]", "in: report"], ["13:7 DB116"]),
        (["rows: []"], ["12:13 DB114"]),
        (["rows: [Beans]"], ["12:14 DB112"]),
        (["unit: '%'"], ["10:7 DB111"]),
        (["rows: [['{{ agency.name }}', 3]]"], ["12:15 DB123"]),
    ],
)
def test_each_fault_of_written_rows_has_its_place(tmp_path: Path, lines: list[str], expected: list[str]):
    assert faults(tmp_path, slide(*lines)) == [f"words.yaml:{each}" for each in expected]


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("pie", ["series: [A, B]", "rows: [[Beans, 1, 2]]"], ["10:13 DB142"]),
        ("pie", ["rows: [[Beans, 1], [Peas, -1]]"], ["12:33 DB142"]),
        ("pie", ["rows: [[Beans, 1], [Peas, ~]]"], ["12:33 DB142"]),
        ("pie", ["rows: [[Beans, 0]]"], ["10:7 DB142"]),
        ("stacked", ["series: [A, B]", "rows: [[Beans, 1, -2]]"], ["13:25 DB142"]),
        ("stacked", ["series: [A, B]", "rows: [[Beans, 1, ~]]"], []),
        ("line", ["rows: [[Beans, -1], [Peas, ~]]"], []),
        ("bra", ["rows: [[Beans, 1]]"], ["10:13 DB113"]),
    ],
)
def test_a_kind_of_chart_shows_only_what_it_can(
    tmp_path: Path, kind: str, lines: list[str], expected: list[str]
):
    head = HEAD.replace("bar", kind)
    assert faults(tmp_path, slide(*lines, head=head)) == [f"words.yaml:{each}" for each in expected]


@pytest.mark.parametrize(
    ("csv", "lines", "expected"),
    [
        ("Crop,Sown\nBeans,54%\n", [], ["a.csv:2:7 DB140"]),
        ("Crop,Sown\nBeans,54,3\n", [], ["a.csv:2:1 DB141"]),
        ("Crop\nBeans\n", [], ["a.csv:2:1 DB141"]),
        ("Crop,\nBeans,54\n", [], ["a.csv:1:6 DB124"]),
        ("Crop,A,A\nBeans,54,2\n", [], ["a.csv:1:8 DB145"]),
        ("Crop,A\nBeans,5\nBeans,6\n", [], ["a.csv:3:1 DB145"]),
        ("Crop;A\nBeans;5\n", [], ["a.csv:1:1 DB144"]),
        ("Crop,A\nBeans,5\n", ["rows: [[Beans, 5]]"], ["words.yaml:13:7 DB116"]),
        ("Crop,A\nBeans,5\n", ["series: [A]"], ["words.yaml:13:7 DB116"]),
    ],
)
def test_each_fault_of_a_csv_file_has_its_place_there(
    tmp_path: Path, csv: str, lines: list[str], expected: list[str]
):
    assert faults(tmp_path, data(csv, *lines)) == expected


def test_a_missing_csv_file_is_found(tmp_path: Path):
    assert faults(tmp_path, slide("data: ../../assets/data/a.csv")) == ["words.yaml:12:13 DB108"]


def test_a_figure_that_is_not_available_says_where_what_and_why(tmp_path: Path):
    assert faults(tmp_path, slide('not-available: "Figure 5"', "rows: [[a, 1]]", head="")) == [
        "words.yaml:10:7 DB111",
        "words.yaml:10:7 DB111",
        "words.yaml:10:7 DB111",
        "words.yaml:11:7 DB116",
    ]


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("54%", "Write the number alone, and its sign as `unit`."),
        ("1,200", "Write the number without separators."),
        ("1 200 300.5", "Write the number without separators."),
        ("1,5", "Write a decimal point, not a comma."),
        ("many", "Write a number, or for a gap `null` (in a CSV file: nothing)."),
    ],
)
def test_a_cell_that_is_nearly_a_number_gets_its_hint(tmp_path: Path, cell: str, hint: str):
    _, found = read(tmp_path, slide(f"rows: [[Beans, '{cell}']]"))
    assert found[0].hints == (hint,)
