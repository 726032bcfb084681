"""Every block has its form, says all its words in order, or is refused."""

from __future__ import annotations

from base64 import b64encode

import pytest

from deckbuild.model.document import (
    Block,
    ChartBlock,
    FieldBlock,
    Heading,
    Panel,
    PictureBlock,
    RuledLines,
    Section,
    SlideBlock,
    TableBlock,
    TextBlock,
)
from deckbuild.model.text import plain
from deckbuild.render.html import render
from tests.support.brands import template
from tests.unit.render_html.specimen import (
    FIELDS,
    PIXEL,
    Element,
    chart,
    document,
    everything,
    main,
    picture,
    tree,
    words,
)


def test_a_page_says_the_words_of_every_block_in_order():
    said = tree(render(everything(), template(), {})).one("main").text
    wanted = """
        Part 1 Words|A lead.|Lists|First|Second|Third|Ask|Why?|Où ?|Nothing grows without water.|A gardener|
        53%|Water the beans.|Left|Right|10:15|Begin.|One|Two|
        Figures|What we grew Crops, who grew them, and how much|Crop|Who|Kilos|Beans|12|
        Peas|First|Second|Third|7|Bars|Sown|Grown|March|1,200|1,100|Source: us|Columns|Stacks|Lines|A pie|
        Figure 5: Rain|How much it rained.|Figure not available.|It is lost.|Rain, the report of 2020|
        Source: them|Beans|A form|Name|What you will do|One line for each step.|Dig Sow|When|
        Agreed with my manager|Which bed|North|South|Which tool|Spade|Fork"""
    at = 0
    for piece in (" ".join(each.split()) for each in wanted.split("|")):
        found = said.find(piece, at)
        assert found >= at, (piece, said[at : at + 200])
        at = found + len(piece)


def test_a_drawn_slide_is_refused_by_its_id():
    with pytest.raises(ValueError, match="garden/beans"):
        render(document(Section((SlideBlock("garden/beans", 3),))), template(), {})


@pytest.mark.parametrize(
    ("blocks", "fault"),
    [
        ((Heading(2, plain("A")), Heading(4, plain("B"))), "level 4 follows level 2"),
        ((Heading(3, plain("A")),), "level 3 follows level 1"),
        ((Section((Heading(1, plain("A")),)), Heading(1, plain("B"))), "2 headings of level 1"),
        ((Heading(2, plain("A"), "a"), Panel((Heading(2, plain("B"), "a"),))), "unique"),
        ((Heading(2, plain("A"), "a b"),), "without spaces"),
    ],
)
def test_headings_with_a_gap_a_second_title_or_one_anchor_twice_are_refused(
    blocks: tuple[Block, ...], fault: str
):
    with pytest.raises(ValueError, match=fault):
        render(document(*blocks), template(), {})


def test_a_table_names_its_columns_and_rows_and_sets_numbers_to_the_right():
    made = TableBlock(
        (plain(""), plain("Kilos")),
        (((words("Beans")), (words("12"))),) and (((words("Beans"),), (words("12"),)),),
        plain("Crops"),
        row_headers=True,
        numbers=(1,),
    )
    table = main(made).one("table")
    assert [(each.tag, each.text, each.attributes) for each in table.all("th", "td", "caption")] == [
        ("caption", "Crops", {}),
        ("td", "", {}),
        ("th", "Kilos", {"scope": "col", "class": "n"}),
        ("th", "Beans", {"scope": "row"}),
        ("td", "12", {"class": "n"}),
    ]


def test_a_table_too_wide_for_a_telephone_scrolls_by_itself_and_with_the_keyboard():
    wide = TableBlock((plain("A"), plain("B"), plain("C")), (), plain("Crops"))
    narrow = TableBlock((plain("A"), plain("B")), (), plain("Crops"))
    frame = main(wide).one("div", class_="scroll")
    assert {key: frame.attributes[key] for key in ("role", "tabindex", "aria-label")} == {
        "role": "region",
        "tabindex": "0",
        "aria-label": "Crops",
    }
    assert [each for each in main(narrow).all("div") if each.attributes.get("class") == "scroll"] == []


def test_the_numbers_of_a_chart_stand_under_it_and_a_gap_says_that_it_is_one():
    figure = main(ChartBlock(chart("line"), plain("Crops"), plain("Source: us"))).one("figure")
    parts = [each.tag for each in figure.kids if isinstance(each, Element)]
    assert parts == ["figcaption", "div", "div", "p"]
    rows = [[cell.text for cell in row.all("th", "td")] for row in figure.one("table").all("tr")]
    assert rows == [
        ["", "Sown", "Grown"],
        ["March", "1,200", "1,100"],
        ["April", "2,400", "–no figure"],
        ["May", "1,900", "1,850"],
    ]
    assert figure.text.endswith("Source: us")


def test_a_chart_without_a_table_has_none():
    assert main(ChartBlock(chart("bar"), with_table=False)).all("table") == []


def test_a_picture_stands_in_the_page_with_its_size_and_alternative_text():
    image = main(PictureBlock(picture(), width=0.5)).one("img")
    assert image.attributes == {
        "src": f"data:image/png;base64,{b64encode(PIXEL).decode()}",
        "alt": "A bed of beans",
        "width": "600",
        "height": "400",
        "style": "width:50%",
    }


def test_a_decorative_picture_says_nothing():
    assert main(PictureBlock(picture(None))).one("img").attributes["alt"] == ""


def test_every_field_has_a_label_and_keeps_what_it_is_prefilled_with():
    form = main(FieldBlock(FIELDS))
    named = {each.attributes["for"]: each.text for each in form.all("label")}
    controls = form.all("input", "textarea", "select")
    assert [named[each.attributes["id"]] for each in controls] == [
        "Name (required)",
        "What you will do",
        "When",
        "Agreed with my manager",
        "North",
        "South",
        "Which tool",
    ]
    assert form.one("fieldset").one("legend").text == "Which bed"
    assert form.one("textarea").kids == ["\nDig\nSow"]
    assert [each.attributes.get("value") for each in controls if "checked" in each.attributes] == [
        "yes",
        "South",
    ]
    assert form.one("input", type="date").attributes["value"] == "2026-12-01"
    assert "required" in form.one("input", type="text").attributes
    assert (
        form.one("textarea").attributes["aria-describedby"] == form.one("p", class_="help").attributes["id"]
    )


def test_a_field_in_a_table_is_named_though_no_label_stands_beside_it():
    made = TableBlock((plain("Crop"), plain("Who")), (((words("Beans"),), FIELDS[0]),))
    assert main(made).one("input").attributes["aria-label"] == "Name"


def test_lines_to_write_on_are_hidden_from_screen_readers():
    ruled = main(RuledLines(3)).one("div", class_="ruled")
    assert (ruled.attributes["aria-hidden"], len(ruled.all("hr"))) == ("true", 3)


def test_a_heading_is_an_anchor_and_its_eyebrow_is_read_before_it():
    made = main(Heading(2, plain("Words"), "garden/words", "Part 1"))
    assert made.one("h2").attributes["id"] == "garden/words"
    assert made.one("hgroup").text == "Part 1 Words"


@pytest.mark.parametrize("style", ["lead", "small", "caption", "label", "display", "time", "source"])
def test_a_style_of_text_is_its_class(style: str):
    assert main(TextBlock((words("Text"),), style, align="ctr")).one("p").attributes == {  # type: ignore[arg-type]
        "class": f"{style} centred"
    }
