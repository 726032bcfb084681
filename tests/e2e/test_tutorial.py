"""The tutorial, followed to the letter: every file is written, every change made, every command given.

`python3 make.py accept tests/e2e/test_tutorial.py` writes what the commands print into the page.
"""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

import make
from tests.support.cli import deckbuild

PAGE = Path(make.__file__).parent / "docs" / "tutorial.md"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`([\w./-]+\.yaml)`")
LANGUAGES = ("console", "yaml", "diff")


@dataclass
class Reader:
    """Somebody at a terminal, in a folder that was empty."""

    folder: Path

    def command(self, line: str) -> str:
        """Give a command and return what is seen."""
        name, *arguments = shlex.split(line)
        if name == "cd":
            self.folder /= arguments[0]
            return ""
        assert name == "deckbuild", f"the tutorial has no way to run {name}"
        done = deckbuild(*arguments, folder=self.folder)
        seen = done.stdout + done.stderr
        assert done.returncode == (1 if ": error[" in seen else 0), seen
        return seen

    def console(self, body: str) -> str:
        """Give the commands of a block, and return the block with what is seen after each."""
        lines = [line for line in body.splitlines() if line.startswith("$ ")]
        return "".join(f"{line}\n{self.command(line.removeprefix('$ '))}" for line in lines)

    def write(self, name: str, text: str) -> None:
        """Write a file, in place of what is there."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, diff: str) -> None:
        """Take out the lines with a minus, and put in those with a plus, where the others stand."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        lines = [line or " " for line in diff.splitlines()]
        before = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
        after = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
        assert text.count(before) == 1, f"{name} does not have these lines once:\n{before}"
        path.write_text(text.replace(before, after), encoding="utf-8")


def followed(page: str, folder: Path) -> str:
    """Follow a page and return it with what was seen."""
    reader, written, end = Reader(folder), "", 0
    for fence in FENCE.finditer(page):
        language, body = fence.groups()
        prose = page[end : fence.start()]
        assert language in LANGUAGES, f"nobody knows what to do with a block of {language}"
        if language == "console":
            body = reader.console(body)
        else:
            name = FILE.findall(prose)[-1]
            reader.write(name, body) if language == "yaml" else reader.change(name, body)
        written += f"{prose}```{language}\n{body}```"
        end = fence.end()
    return written + page[end:]


def without_measures(text: str) -> str:
    """Return a page without the times and sizes that differ between machines and versions."""
    return re.sub(r"\d+\.\d s\b", "… s", re.sub(r" +[\d,]+ kB\b", " … kB", text))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def seen(home: Path) -> str:
    """The page as it is seen by who follows it."""
    return followed(PAGE.read_text(encoding="utf-8"), home)


def test_the_tutorial_can_be_followed_to_the_letter_and_shows_what_is_seen(seen: str, accept: bool):
    if accept:
        PAGE.write_text(seen, encoding="utf-8")

    assert without_measures(PAGE.read_text(encoding="utf-8")) == without_measures(seen)


def test_the_tutorial_ends_with_the_decks_that_it_promises(seen: str, home: Path):
    decks = sorted(each.name for each in (home / "training" / "output").rglob("*.pptx"))

    assert decks == [
        "bridgetown-schools.pptx",
        "noticing-neglect-health.pptx",
        "noticing-neglect-police.pptx",
        "noticing-neglect-schools.pptx",
    ]
