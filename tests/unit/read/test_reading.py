"""What the readers share: they note faults and go on."""

from pathlib import Path

import pytest

from deckbuild.model.origin import Origin
from tests.unit.read.given import reading

HERE = Origin("m.yaml", ("date",))


def test_a_file_that_the_system_refuses_is_noted(tmp_path: Path):
    (tmp_path / "folder.yaml").mkdir()
    it = reading(tmp_path)
    assert it.yaml("folder.yaml") is None
    assert [(each.code, each.origin) for each in it.found] == [("DB502", Origin("folder.yaml"))]


@pytest.mark.parametrize(("text", "codes"), [("2028-02-29", []), ("2027-02-29", ["DB115"])])
def test_a_date_is_a_day_of_the_calendar(tmp_path: Path, text: str, codes: list[str]):
    it = reading(tmp_path)
    assert it.date(text, HERE) == text
    assert [each.code for each in it.found] == codes


def test_plain_text_holds_no_keys(tmp_path: Path):
    it = reading(tmp_path)
    assert (it.plain(" words\n", HERE), it.plain(None, HERE), it.found) == ("words", "", [])
    assert it.plain("{{ a }}", HERE) == "{{ a }}"
    assert [each.code for each in it.found] == ["DB123"]
