"""Each kind of field becomes its model value; what is missing or too much is found at its place."""

from pathlib import Path

import pytest

from deckbuild.layouts import LAYOUTS
from deckbuild.model.origin import Origin
from deckbuild.model.source import Card, Column, LinkItem, Slide, Table
from deckbuild.model.text import Link, Run
from tests.unit.read.given import MARK, faults, of_slide, read

MODULE = "decks/modules/words.yaml"


def slide(
    tmp_path: Path, layout: str, fields: str, files: dict[str, str | bytes | None] | None = None
) -> Slide:
    project, found = read(tmp_path, {MODULE: of_slide(layout, fields), **(files or {})})
    assert found == []
    return project.modules["words"].slides["first"]


def found(tmp_path: Path, layout: str, fields: str) -> list[str]:
    return faults(tmp_path, {MODULE: of_slide(layout, fields), "assets/icons/flag.svg": MARK})


def test_entries_of_a_list_nest(tmp_path: Path):
    made = slide(
        tmp_path,
        "bullets",
        "    items:\n      - One *word*\n      - text: Two\n        items:\n          - Three\n"
        "          - {text: Four, items: [Five]}\n      - 2016\n",
    )
    items = made.fields["items"]
    assert isinstance(items, tuple)
    assert [
        (each.text, each.level, each.marker)
        for each in items
        if not isinstance(each, tuple | Card | LinkItem)
    ] == [
        ("One word", 0, "style"),
        ("Two", 0, "style"),
        ("Three", 1, "style"),
        ("Four", 1, "style"),
        ("Five", 2, "style"),
        ("2016", 0, "style"),
    ]


def test_every_paragraph_of_a_nested_list_knows_its_place(tmp_path: Path):
    made = slide(tmp_path, "bullets", "    items:\n      - {text: Two, items: [Three]}\n")
    items = made.fields["items"]
    assert isinstance(items, tuple)
    assert [getattr(each, "origin", None) for each in items] == [
        Origin(MODULE, ("slides", "first", "items", 0, "text")),
        Origin(MODULE, ("slides", "first", "items", 0, "items", 0)),
    ]


def test_a_list_nests_as_deep_as_a_deck_can_show(tmp_path: Path):
    def deep(levels: int) -> str:
        return "{text: a, items: [" * levels + "b" + "]}" * levels

    assert found(tmp_path, "bullets", f"    items: [{deep(8)}]\n") == []
    assert [each[-5:] for each in found(tmp_path, "bullets", f"    items: [{deep(9)}]\n")] == ["DB120"]


def test_lines_are_texts_side_by_side(tmp_path: Path):
    made = slide(
        tmp_path,
        "two-statements",
        "    statements:\n      - One.\n      - |\n        Two.\n\n        - three\n",
    )
    statements = made.fields["statements"]
    assert isinstance(statements, tuple)
    assert [[each.text for each in text] for text in statements if isinstance(text, tuple)] == [
        ["One."],
        ["Two.", "three"],
    ]


def test_a_card_has_its_icons_outline(tmp_path: Path):
    fields = "    cards:\n      - {heading: A, text: One, icon: flag}\n      - {heading: B, text: Two}\n"
    cards = slide(tmp_path, "cards", fields, {"assets/icons/flag.svg": MARK}).fields["cards"]
    assert isinstance(cards, tuple)
    first, second = (each for each in cards if isinstance(each, Card))
    assert (first.heading.text, first.icon, len(first.drawing)) == ("A", "flag", 4)
    assert (second.text[0].text, second.icon, second.drawing) == ("Two", None, ())


def test_a_link_s_words_carry_its_address(tmp_path: Path):
    fields = (
        "    links:\n      - {text: The **year**, url: 'https://example.org/ü', for: For all}\n"
        "      - {text: The book, not-available: out of print}\n"
        "      - text: '[Write](mailto:a@example.org)'\n"
    )
    links = slide(tmp_path, "links", fields).fields["links"]
    assert isinstance(links, tuple)
    first, second, third = (each for each in links if isinstance(each, LinkItem))
    link = Link("https://example.org/%C3%BC")
    assert first.text.runs == (Run("The ", link=link), Run("year", bold=True, link=link))
    assert first.audience is not None
    assert (first.audience.text, first.not_available) == ("For all", None)
    assert (second.text.runs, second.not_available) == ((Run("The book"),), "out of print")
    assert third.text.runs == (Run("Write", link=Link("mailto:a@example.org")),)


def test_lines_of_an_agenda_need_no_address(tmp_path: Path):
    entries = slide(tmp_path, "agenda", "    entries:\n      - text: Welcome\n").fields["entries"]
    assert isinstance(entries, tuple)
    assert len(entries) == 1


def test_a_column_has_text_or_items(tmp_path: Path):
    made = slide(
        tmp_path, "two-columns", "    left: {heading: A, text: One}\n    right: {items: [Two, Three]}\n"
    )
    left, right = made.fields["left"], made.fields["right"]
    assert isinstance(left, Column)
    assert isinstance(right, Column)
    assert (left.heading.text if left.heading else None, left.text[0].text, left.listed) == (
        "A",
        "One",
        False,
    )
    assert (right.heading, [each.text for each in right.text], right.listed) == (None, ["Two", "Three"], True)


def test_a_table_has_cells_of_markdown(tmp_path: Path):
    made = slide(
        tmp_path,
        "table",
        "    table:\n      alt: Crops\n      columns: [Crop, 2019]\n"
        "      rows: [['**Beans**', 54], [Peas, ~], ['', '']]\n",
    ).fields["table"]
    assert isinstance(made, Table)
    assert [cell.text for cell in made.columns] == ["Crop", "2019"]
    assert [[cell.text for cell in row] for row in made.rows] == [["Beans", "54"], ["Peas", ""], ["", ""]]
    assert made.rows[0][0].runs == (Run("Beans", bold=True),)


def test_plain_text_is_taken_as_it_is(tmp_path: Path):
    assert slide(tmp_path, "key-figure", "    figure: 5*3%\n    text: Of it.\n").fields["figure"] == "5*3%"


def test_a_field_that_is_not_written_is_not_there(tmp_path: Path):
    assert list(slide(tmp_path, "bullets", "    items: [One]\n    close:\n").fields) == ["items"]


@pytest.mark.parametrize(
    ("layout", "fields", "expected"),
    [
        ("cards", "    cards: [{heading: A, text: b}]\n", "words.yaml:9:12 DB114"),
        (
            "cards",
            "    cards: [{heading: A, text: b, icon: flog}, {heading: C, text: d}]\n",
            "words.yaml:9:41 DB152",
        ),
        ("hub", "    centre: A\n    around: [B]\n", "words.yaml:10:13 DB114"),
        ("links", "    links: [{text: A}]\n", "words.yaml:9:13 DB111"),
        (
            "links",
            "    links: [{text: A, url: 'https://a.org', not-available: b}]\n",
            "words.yaml:9:45 DB116",
        ),
        (
            "links",
            "    links: [{text: '[A](https://a.org)', url: 'https://a.org'}]\n",
            "words.yaml:9:42 DB116",
        ),
        ("links", "    links: [{text: A, url: a.org}]\n", "words.yaml:9:28 DB121"),
        ("two-columns", "    left: {text: A, items: [b]}\n    right: {text: c}\n", "words.yaml:9:21 DB116"),
        ("two-columns", "    left: {heading: A}\n    right: {text: c}\n", "words.yaml:9:11 DB111"),
        ("comparison", "    left: {text: A}\n    right: {heading: B, text: c}\n", "words.yaml:9:11 DB111"),
        ("table", "    table: {alt: A, columns: [B, C], rows: [[d]]}\n", "words.yaml:9:45 DB141"),
        ("table", "    table: {alt: A, columns: [B, ''], rows: [[d, e]]}\n", "words.yaml:9:34 DB124"),
        ("key-figure", "    figure: '{{ a }}'\n    text: b\n", "words.yaml:9:13 DB123"),
        ("prose", "    text: |\n      One\n\n      # Two\n", "words.yaml:12:7 DB120"),
        ("prose", "    text: >\n      One\n\n      # Two\n", "words.yaml:9:11 DB120"),
        ("bullets", "    items: [One, '- two']\n", "words.yaml:9:18 DB122"),
    ],
)
def test_a_fault_in_a_field_has_its_place(tmp_path: Path, layout: str, fields: str, expected: str):
    assert found(tmp_path, layout, fields) == [expected]


@pytest.mark.parametrize(
    ("layout", "fields", "column", "note"),
    [
        (
            "links",
            "    links: [{text: A, url: 'https://a.org', not-available: b}]\n",
            23,
            "`url` stands here",
        ),
        (
            "links",
            "    links: [{text: '[A](https://a.org)', url: 'https://a.org'}]\n",
            14,
            "`text` stands here",
        ),
        (
            "two-columns",
            "    left: {text: A, items: [b]}\n    right: {text: c}\n",
            12,
            "`text` stands here",
        ),
    ],
)
def test_of_two_fields_that_exclude_each_other_the_first_is_shown_beside_the_second(
    tmp_path: Path, layout: str, fields: str, column: int, note: str
):
    project, (diagnostic,) = read(tmp_path, {MODULE: of_slide(layout, fields)})
    assert [(project.places.place(origin), what) for origin, what in diagnostic.related] == [
        ((9, column), note)
    ]
    assert diagnostic.hints == ("Keep one of them.",)


def test_an_unknown_icon_gives_the_nearest(tmp_path: Path):
    fields = "    cards: [{heading: A, text: b, icon: flog}, {heading: C, text: d, icon: flag}]\n"
    _, diagnostics = read(tmp_path, {MODULE: of_slide("cards", fields), "assets/icons/flag.svg": MARK})
    assert [each.hints for each in diagnostics] == [("Write `flag`.",)]


def test_every_kind_of_every_layout_is_read():
    from deckbuild.read import fields, slides

    kinds = {field.kind for layout in LAYOUTS.values() for field in layout.fields}
    assert kinds <= set(fields._CONVERT)
    assert set(fields._CONVERT) == set(slides._DECLARED)
