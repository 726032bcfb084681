"""The catalogue: every code that is used is in it, with an example that provokes it, and in the docs."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckbuild.diagnostics.codes import CODES
from deckbuild.diagnostics.examples import EXAMPLES, Example
from deckbuild.diagnostics.pages import code_page
from tests.support.diagnosed import diagnose
from tests.support.files import ROOT

GARDEN = ROOT / "tests/projects/garden"
IN_FILES = {code: example for code, example in EXAMPLES.items() if example.file}


def used() -> set[str]:
    """Return the codes that the package can give."""
    files = (each for each in (ROOT / "src").rglob("*.py") if "diagnostics" not in each.parts)
    nodes = (node for each in files for node in ast.walk(ast.parse(each.read_bytes())))
    words = (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {word for word in words if re.fullmatch(r"DB\d{3}", word)}


def named_in_tests() -> Iterator[str]:
    """Yield the codes that a test names, besides this one."""
    for path in sorted((ROOT / "tests").rglob("*.py")):
        if path != Path(__file__):
            yield from re.findall(r"DB\d{3}", path.read_text(encoding="utf-8"))


def test_the_codes_of_the_package_are_those_of_the_catalogue():
    assert used() == set(CODES)


def test_the_catalogue_is_in_the_order_of_its_codes():
    assert list(CODES) == sorted(CODES)


def test_every_code_says_what_and_why_with_an_example():
    assert set(EXAMPLES) == set(CODES)
    for code in CODES.values():
        assert code.what.endswith("."), code
        assert code.why.endswith("."), code
        assert not code.title.endswith("."), code


def test_every_code_is_provoked_by_its_example_or_by_a_test():
    assert set(CODES) - set(IN_FILES) - set(named_in_tests()) == set()


def replaced(text: str, example: Example) -> str:
    """Return a file with the wrong lines of an example in place of the right ones, at their indentation."""
    first = re.escape(example.right.split("\n")[0])
    for found in re.finditer(rf"^(.*?)(?={first})", text, re.MULTILINE):
        indent = " " * len(found[1])
        right = example.right.replace("\n", f"\n{indent}")
        if text.startswith(right, found.end()):
            wrong = re.sub(r"\n(?=[^\t])", f"\n{indent}", example.wrong)
            return text[: found.end()] + wrong + text[found.end() + len(right) :]
    raise AssertionError(f"{example.file} has no lines “{example.right}”")


@pytest.mark.parametrize("code", list(IN_FILES))
def test_the_wrong_lines_of_an_example_give_its_code_and_the_right_ones_nothing(code: str, tmp_path: Path):
    example = IN_FILES[code]
    shutil.copytree(ROOT / "assets", tmp_path / "assets")
    shutil.copytree(GARDEN, tmp_path, dirs_exist_ok=True)
    file = tmp_path / example.file
    local = [str(file)] if "/local/" in example.file else []

    assert diagnose(tmp_path, *local)[0] == []
    file.write_text(replaced(file.read_text(encoding="utf-8"), example), encoding="utf-8")

    assert {each.code for each in diagnose(tmp_path, *local)[0]} == {code}


def test_a_page_shows_the_example_and_what_to_write_instead():
    assert code_page("DB113").splitlines()[-11:] == [
        "For example, in `decks/modules/figures.yaml`:",
        "",
        "```yaml",
        "kind: pies",
        "```",
        "",
        "Instead:",
        "",
        "```yaml",
        "kind: pie",
        "```",
    ]


def test_the_reference_pages_are_those_of_the_declarations():
    done = subprocess.run(
        [sys.executable, ROOT / "scripts/make_reference.py", "--check"], env={"PYTHONPATH": str(ROOT / "src")}
    )

    assert done.returncode == 0, "run scripts/make_reference.py"
