"""Objects in a file: found by their numbers, with gaps between rows of numbers, and the same for the same."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from deckbuild.render.pdf.file import BlockObjects, File, references

INFO = b"<</Title(T)>>"


def page(file: File, tree: int, words: bytes = b"") -> int:
    contents = file.stream(words)
    entries = b"/Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents %d 0 R" % (tree, contents)
    return file.add(b"<<%b>>" % entries)


def small(*, blocks: int = 0, data: bytes = b"q Q") -> bytes:
    """Return a file of one page, and of blocks of one and more objects."""
    file = File()
    tree = file.reserve()
    for count in range(1, blocks + 1):
        objects = BlockObjects(file.next)
        for number in [objects.reserve() for _ in range(count)]:
            objects.put(number, b"(%d of %d)" % (number, count))
        file.place(objects.block(), 8)
    only = page(file, tree, data)
    file.put(tree, b"<</Type/Pages/Count 1/Kids%b>>" % references([only]))
    return file.finish({"Pages": b"%d 0 R" % tree}, INFO)


def test_objects_are_found_by_their_numbers() -> None:
    with pikepdf.open(BytesIO(small(blocks=3))) as pdf:
        assert pdf.docinfo.Title == "T"
        assert pdf.pages[0].Contents.read_bytes() == b"q Q"
        assert [str(pdf.get_object(number, 0)) for number in (2, 8, 9, 16, 18)] == [
            "2 of 1",
            "8 of 2",
            "9 of 2",
            "16 of 3",
            "18 of 3",
        ]
        assert pdf.get_object(3, 0) is None


@pytest.mark.needs_qpdf
@pytest.mark.parametrize("blocks", [0, 1, 5])
def test_qpdf_finds_no_fault_and_rebuilds_nothing(blocks: int, tmp_path: Path) -> None:
    path = tmp_path / "small.pdf"
    path.write_bytes(small(blocks=blocks))
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_entries_of_the_cross_reference_table_are_twenty_bytes() -> None:
    data = small(blocks=2)
    table = data[data.index(b"xref\n") + 5 : data.index(b"trailer")]
    entries = [line for line in table.splitlines(keepends=True) if line[10:11] == b" "]
    assert {len(line) for line in entries} == {20}
    for number, offset in ((1, int(entries[1][:10])),):
        assert data[offset:].startswith(b"%d 0 obj\n" % number)
    assert int(data.split(b"startxref\n")[1].split()[0]) == data.index(b"xref\n")


def test_the_identifier_is_that_of_the_content() -> None:
    def identifier(data: bytes) -> bytes:
        with pikepdf.open(BytesIO(data)) as pdf:
            return bytes(pdf.trailer.ID[0])

    assert small() == small()
    assert identifier(small()) != identifier(small(data=b"Q q"))
    assert len(identifier(small())) == 16
