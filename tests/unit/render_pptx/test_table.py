"""Native tables and their style."""

from dataclasses import replace

from lxml import etree

from deckbuild.model.scene import Stroke, TableNode
from deckbuild.render.pptx.table import STYLE_ID, table_styles
from tests.unit.render_pptx import looking, samples
from tests.unit.render_pptx.looking import find


def table(node: TableNode | None = None) -> etree._Element:
    """Return the frame of a table."""
    return looking.shape(looking.slide("table", node or samples.table_node()), "Table")


def test_a_table_fills_its_placeholder_has_a_header_row_and_is_described():
    frame = table()
    assert find(frame, ".//p:ph/@type") == ["tbl"]
    assert find(frame, ".//a:tblPr/@firstRow") == ["1"]
    assert find(frame, "*/p:cNvPr/@descr") == ["Children by kind."]


def test_widths_heights_and_insets_are_the_scenes():
    frame, node = table(), samples.table_node()
    assert find(frame, ".//a:gridCol/@w") == [str(each) for each in node.widths]
    assert find(frame, ".//a:tr/@h") == [str(each) for each in node.heights]
    inset = node.cells[0][0].insets
    assert find(frame, "(.//a:tcPr)[1]/@marL | (.//a:tcPr)[1]/@marT") == [str(inset.left), str(inset.top)]
    assert set(find(frame, ".//a:tcPr/@anchor")) == {"ctr"}


def test_words_of_a_cell_say_their_whole_style():
    frame = table()
    assert dict(find(frame, "(.//a:rPr)[1]")[0].attrib) == {"lang": "en-GB", "sz": "2000", "b": "1", "i": "0"}
    assert find(frame, "(.//a:pPr)[1]/a:lnSpc/a:spcPts/@val") == ["2400"]
    assert find(frame, "(.//a:pPr)[1]/@algn") == ["ctr"]


def test_only_a_cell_unlike_the_tables_style_has_a_fill_of_its_own():
    assert find(table(), ".//a:tcPr/a:solidFill/a:schemeClr/@val") == ["accent2"]


def test_rules_unlike_the_tables_style_are_written_between_rows():
    thick = replace(samples.table_node(), rule=Stroke("brand", 25400))
    assert find(table(), ".//a:lnB") == []
    assert find(table(thick), ".//a:lnB/@w") == ["25400"] * 4


def test_the_style_is_the_decks_own_and_the_one_for_new_tables():
    root = etree.fromstring(table_styles("The Board").encode())
    assert root.get("def") == STYLE_ID
    assert find(root, "a:tblStyle/@styleId") == [STYLE_ID]
    assert find(root, "a:tblStyle/@styleName") == ["The Board"]
    assert find(table(), ".//a:tableStyleId/text()") == [STYLE_ID]
