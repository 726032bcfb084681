"""The catalogue has every code that the program gives, and each fault of reading has its case."""

import re
from pathlib import Path

import deckbuild
from deckbuild.diagnostics.codes import CODES

PACKAGE = Path(deckbuild.__file__).parent
READ_TESTS = Path(__file__).parents[1] / "read"


def codes_in(folder: Path, pattern: str = r'"(DB\d{3})"') -> set[str]:
    return {
        code
        for path in folder.rglob("*.py")
        if path != PACKAGE / "diagnostics" / "codes.py"
        for code in re.findall(pattern, path.read_text(encoding="utf-8"))
    }


def test_every_code_that_is_given_is_in_the_catalogue():
    assert sorted(codes_in(PACKAGE) - set(CODES)) == []


def test_codes_stand_in_order_and_say_what_they_mean():
    assert list(CODES) == sorted(CODES)
    for code, entry in CODES.items():
        assert (entry.code, re.fullmatch(r"DB[1-5]\d\d", code) is not None) == (code, True)
        assert not entry.title.endswith(".")
        assert entry.explanation.endswith(".")
    titles = [entry.title for entry in CODES.values()]
    assert sorted(set(titles)) == sorted(titles)


def test_every_fault_of_reading_has_a_case():
    given = codes_in(PACKAGE / "read")
    assert {code for code in CODES if code.startswith("DB1")} <= given
    assert sorted(given - codes_in(READ_TESTS, r"\b(DB\d{3})\b")) == []
