"""A written page for browsers says what its document says."""

from dataclasses import replace
from pathlib import Path

import pytest

from deckbuild.check.verify_html import verify_html
from deckbuild.model.document import Document
from deckbuild.pipeline import BuildRequest
from deckbuild.pipeline.look import Look
from deckbuild.pipeline.make import make
from deckbuild.pipeline.plan import prepare
from tests.support.small import write_project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Document]:
    """The small project's page for the school, and its document."""
    folder = write_project(tmp_path_factory.mktemp("small"))
    prepared = prepare(BuildRequest(folder, profiles=("school",), formats=("html",)))
    (variant,) = prepared.variants
    brand = prepared.project.brands[variant.brand]
    look = Look(brand, variant.session.language, lambda path: (folder / path).read_bytes())
    content = make(variant, prepared.project, look, lambda _: None).contents["html"]
    assert isinstance(content.meant, Document)
    return content.data.decode(), content.meant


def found(folder: Path, html: str, document: Document) -> list[tuple[str, str]]:
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    return [(each.code, each.message) for each in verify_html(path, document, name="page.html")]


def test_a_page_that_was_not_changed_differs_in_nothing(tmp_path: Path, made: tuple[str, Document]):
    assert found(tmp_path, *made) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("What to sow", "What to mow", "DB404"),
        (">Peas<", ">Pea<", "DB404"),
        ("54%", "55%", "DB404"),
        ("Bar chart. Beans 54 per cent", "Bar chart. Beans 45 per cent", "DB411"),
        ('lang="en-GB"', 'lang="cy"', "DB410"),
        ("A small session</h1>", "A large session</h1>", "DB410"),
    ],
)
def test_what_a_page_says_otherwise_is_found(
    tmp_path: Path, made: tuple[str, Document], old: str, new: str, code: str
):
    html, document = made
    assert old in html

    assert [each for each, _ in found(tmp_path, html.replace(old, new), document)] == [code]


def test_a_word_that_is_lost_is_named_with_what_stands_before_it(tmp_path: Path, made: tuple[str, Document]):
    html, document = made
    first, second = document.blocks[0], document.blocks[1]

    code, message = found(tmp_path, html, replace(document, blocks=(second, first)))[0]

    assert code == "DB404"
    assert "does not stand in the page after" in message


def test_words_in_a_script_or_a_drawing_do_not_count(tmp_path: Path, made: tuple[str, Document]):
    html, document = made
    hidden = html.replace("What to sow", "<script>What to sow</script><svg><text>What to sow</text></svg>")

    assert [code for code, _ in found(tmp_path, hidden, document)] == ["DB404"]


def test_a_page_that_cannot_be_read_is_found(tmp_path: Path, made: tuple[str, Document]):
    (tmp_path / "page.html").write_bytes(b"\xff\xfe")

    (finding,) = verify_html(tmp_path / "page.html", made[1])

    assert finding.code == "DB401"
