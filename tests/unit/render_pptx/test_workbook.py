"""The workbook of a chart is the one that XlsxWriter would write."""

import io
import zipfile
from datetime import datetime

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.model.source import Chart, Series
from deckbuild.render.pptx.workbook import SHEET, workbook

DATE = "2027-03-31"
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=8).filter(
    lambda text: not (text.startswith("<r>") and text.endswith("</r>"))  # XlsxWriter takes it for XML
)
NUMBERS = (
    st.none() | st.integers(-(10**17), 10**17).map(float) | st.floats(allow_nan=False, allow_infinity=False)
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    categories = draw(st.lists(WORDS, min_size=1, max_size=40))
    values = st.lists(NUMBERS, min_size=len(categories), max_size=len(categories)).map(tuple)
    series = draw(st.lists(st.builds(Series, name=WORDS, values=values), min_size=1, max_size=28))
    return Chart("column", tuple(categories), tuple(series), "A chart")


def written_by_xlsxwriter(chart: Chart) -> list[tuple[str, bytes]]:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.fromisoformat(DATE)})
        sheet = book.add_worksheet(SHEET)
        sheet.set_column(0, 0, 32)
        for row, name in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, name)
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(0, column, series.name)
            for row, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(row, column, value)
    with zipfile.ZipFile(file) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def parts(chart: Chart) -> list[tuple[str, bytes]]:
    return [(name, member.content) for name, member in workbook(chart, DATE)]


@given(charts())
def test_every_part_is_as_xlsxwriter_writes_it(chart: Chart):
    assert parts(chart) == written_by_xlsxwriter(chart)


@pytest.mark.parametrize("name", ["_x0041_", " spaced ", "a < b & “c”", "=1+1", "2016"])
def test_a_name_is_kept_as_it_is_written(name: str):
    chart = Chart("bar", (name, "Other", name), (Series(name, (1.0, None, 0.1)),), "A chart")

    assert parts(chart) == written_by_xlsxwriter(chart)
