"""CSV files become rows; each cell keeps its place."""

from pathlib import Path

import pytest

from deckbuild.model.origin import Origin
from deckbuild.read.csvdata import rows_of
from tests.unit.read.given import places, reading

HERE = Origin("m.yaml", ("data",))


def read(folder: Path, data: str | bytes) -> tuple[list[list[str]] | None, list[str]]:
    (folder / "a.csv").write_bytes(data if isinstance(data, bytes) else data.encode())
    it = reading(folder)
    return rows_of("a.csv", HERE, it), places(it.found, it.places)


def test_cells_are_read_without_the_spaces_around_them(tmp_path: Path):
    assert read(tmp_path, 'Factor, Per cent\n"Abuse, domestic",54\n"Say ""no""",\n\n') == (
        [["Factor", "Per cent"], ["Abuse, domestic", "54"], ['Say "no"', ""]],
        [],
    )


def test_what_excel_writes_is_read(tmp_path: Path):
    assert read(tmp_path, b"\xef\xbb\xbfA,B\r\nx,1\r\n") == ([["A", "B"], ["x", "1"]], [])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("A;B\nx;1\n", "a.csv:1:1 DB144"),
        ("A\tB\nx\t1\n", "a.csv:1:1 DB144"),
        ("A,B\n", "a.csv:1:1 DB144"),
        ("", "a.csv:1:1 DB144"),
        ("\nA,B\nx,1\n", "a.csv:1:1 DB144"),
        ("A,B\n" + "x,1\n" * 1_000, "a.csv:1:1 DB144"),
        ("A" + ",B" * 100 + "\nx" + ",1" * 100 + "\n", "a.csv:1:1 DB144"),
        ("A,B\nx,1\n\ny,2\n", "a.csv:3:1 DB144"),
        ('A,B\nx,1\ny,"2\n', "a.csv:3:1 DB144"),
        ('A,B\nx,"1" 2\n', "a.csv:2:1 DB144"),
        ("A,B\nfür,1\n".encode("latin-1"), "a.csv:2:2 DB102"),
        (b"A,B\nx,1\n" * 140_000, "a.csv DB144"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, data: str | bytes, expected: str):
    assert read(tmp_path, data) == (None, [expected])


def test_a_cell_has_its_own_place(tmp_path: Path):
    (tmp_path / "a.csv").write_text('A,B\n"two\nlines",54\n"x, y",  53\n', encoding="utf-8")
    it = reading(tmp_path)
    rows_of("a.csv", HERE, it)
    cells = [(0, 1), (1, 0), (1, 1), (2,), (2, 1)]
    assert [it.places.place(Origin("a.csv", cell)) for cell in cells] == [
        (1, 3),
        (2, 1),
        (3, 8),
        (4, 1),
        (4, 8),
    ]
