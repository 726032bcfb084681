"""Slides and their notes."""

from deckbuild.model.source import Series
from deckbuild.model.text import plain
from tests.unit.render_pptx import looking, samples
from tests.unit.render_pptx.looking import find


def test_a_slide_has_its_id_as_its_name_and_a_mark_that_stays():
    first, second = looking.slide("bullets"), looking.slide("chart")
    assert find(first, "p:cSld/@name") == ["test/slide"]
    assert find(first, "//p14:creationId/@val") == find(second, "//p14:creationId/@val")


def test_shapes_stand_in_the_order_of_the_scene():
    panel = samples.fill("free", "panel", (plain("Words"),))
    root = looking.slide("free", *samples.hub(), panel)
    names = find(root, "/p:sld/p:cSld/p:spTree/*/*/p:cNvPr/@name")
    assert names[:-3] == ["Title", "Lines", "Centre", "Number", "Warning sign", "Photo", "Panel"]


def test_date_footer_and_number_are_on_every_slide_whose_layout_has_them():
    root = looking.slide("bullets")
    assert find(root, "//p:ph[@idx > 9]/@type") == ["dt", "ftr", "sldNum"]
    assert find(root, "//a:fld/@type") == ["datetime3", "slidenum"]
    assert find(looking.shape(root, "Date Placeholder"), ".//a:t/text()") == ["23 November 2026"]
    assert find(looking.shape(root, "Footer Placeholder"), ".//a:t/text()") == ["The Board · Pathways & harm"]
    assert find(looking.slide("cover"), "//a:fld") == []


def test_the_notes_are_a_page_with_the_slides_picture():
    root = looking.root(looking.compiled("bullets").notes)
    assert find(root, "//p:ph/@type") == ["sldImg", "body", "sldNum"]
    words = ["".join(find(each, ".//a:t/text()")) for each in find(root, "//p:sp[2]//a:p")]
    assert words == ["Purpose: To begin well.", "Ask who has read it", "See the guide", "Go back"]
    assert find(root, "//p:sp[2]//a:rPr/@b") == ["1"]


def test_notes_link_outside_and_never_to_a_second_slide():
    parts = looking.compiled("bullets")
    assert find(looking.root(parts.notes), "//a:hlinkClick/@tooltip") == ["https://example.org/guide"]
    assert [(each.id, each.kind) for each in parts.note_relations] == [("rId3", "hyperlink")]


def test_a_slide_compiles_to_the_same_parts_in_any_deck():
    node = samples.chart_node("bar", (Series("a", (1.0, 2.0, 3.0)),), samples.PROBLEMS)
    assert looking.compiled("chart", node) == looking.compiled("chart", node)


def test_a_slide_knows_nothing_of_its_place():
    parts = looking.compiled("bullets")
    assert [(each.kind, each.target) for each in parts.relations] == [
        ("slideLayout", "bullets"),
        ("notesSlide", ""),
    ]
    assert find(looking.shape(looking.root(parts.slide), "Slide Number Placeholder"), ".//a:t/text()") == [
        "‹#›"
    ]
