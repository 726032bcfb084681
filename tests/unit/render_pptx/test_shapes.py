"""Placeholders, boxes, drawings, connectors, groups and pictures."""

from dataclasses import replace

import pytest

from deckbuild.model.scene import ConnectorNode, GroupNode, PictureNode, ShapeNode, Stroke, TextNode
from deckbuild.model.text import plain
from deckbuild.model.units import Box, pt
from tests.unit.render_pptx import looking, samples
from tests.unit.render_pptx.looking import find

BOX = Box(pt(100), pt(200), pt(50), pt(40))


def test_a_placeholder_at_its_layouts_place_writes_no_position():
    shape = looking.shape(looking.slide("bullets"), "Title")
    assert find(shape, "p:nvSpPr/p:nvPr/p:ph/@type") == ["title"]
    assert find(shape, "p:nvSpPr/p:nvPr/p:ph/@idx") == []
    assert find(shape, "p:spPr/*") == []


def test_a_placeholder_leaves_fill_insets_and_anchor_to_its_layout():
    shape = looking.shape(looking.slide("free", samples.fill("free", "panel", (plain("Words"),))), "Panel")
    assert find(shape, "p:spPr/* | p:txBody/a:bodyPr/@* | p:txBody/a:bodyPr/*") == []


def test_a_placeholder_that_differs_from_its_layout_says_how():
    node = samples.fill("free", "panel", (plain("Words"),), fill="accent", stroke=None, anchor="b")
    shape = looking.shape(looking.slide("free", node), "Panel")
    assert find(shape, "p:spPr/a:solidFill/a:schemeClr/@val") == ["accent2"]
    assert len(find(shape, "p:spPr/a:ln/a:noFill")) == 1
    assert find(shape, "p:txBody/a:bodyPr/@anchor") == ["b"]


def test_a_text_box_carries_its_style_and_does_not_shrink_its_text():
    node = TextNode("Note", BOX, (plain("a"), plain("b", level=2)), samples.PLAIN)
    shape = looking.shape(looking.slide("free", node), "Note")
    assert find(shape, "p:nvSpPr/p:cNvSpPr/@txBox") == ["1"]
    assert [each.tag.rpartition("}")[2] for each in find(shape, ".//a:lstStyle/*")] == [
        "lvl1pPr",
        "lvl2pPr",
        "lvl3pPr",
    ]
    assert len(find(shape, "p:txBody/a:bodyPr/a:noAutofit")) == 1
    assert find(shape, "p:txBody/a:bodyPr/@wrap") == ["square"]


def test_a_drawn_outline_is_custom_geometry_on_a_stretched_square():
    node = ShapeNode("Icon", BOX, "path", "brand", path=samples.TRIANGLE)
    shape = looking.shape(looking.slide("free", node), "Icon")
    (path,) = find(shape, ".//a:path")
    assert (path.get("w"), path.get("h")) == ("100000", "100000")
    assert [each.tag.rpartition("}")[2] for each in path] == ["moveTo", "lnTo", "cubicBezTo", "close"]
    assert find(path, "a:cubicBezTo/a:pt/@x") == ["100000", "75000", "50000"]


@pytest.mark.parametrize(("radius", "guides"), [(0, []), (pt(10), ["val 25000"]), (pt(99), ["val 50000"])])
def test_a_round_rectangle_keeps_its_radius(radius: int, guides: list[str]):
    node = ShapeNode("Panel 2", BOX, "roundRect", "tint", radius=radius)
    shape = looking.shape(looking.slide("free", node), "Panel 2")
    assert find(shape, ".//a:gd/@fmla") == guides


def test_a_connector_is_glued_to_the_sites_of_its_shapes():
    shapes = samples.hub()
    root = looking.slide("free", *shapes)
    (line,) = find(looking.shape(root, "To the disc"), "p:nvCxnSpPr/p:cNvCxnSpPr")
    ids = {name: find(looking.shape(root, name), "*/p:cNvPr/@id")[0] for name in ("Centre", "Disc")}
    assert dict(find(line, "a:stCxn")[0].attrib) == {"id": ids["Centre"], "idx": "3"}
    # An ellipse has eight sites, counted anticlockwise from the top as the four of a rectangle are.
    assert dict(find(line, "a:endCxn")[0].attrib) == {"id": ids["Disc"], "idx": "2"}


def test_a_connector_that_runs_back_and_up_is_flipped():
    node = ConnectorNode("Line", (pt(50), pt(90)), (pt(10), pt(20)), Stroke("brand", 12700))
    (where,) = find(looking.shape(looking.slide("free", node), "Line"), "p:spPr/a:xfrm")
    assert dict(where.attrib) == {"flipH": "1", "flipV": "1"}
    assert find(where, "*/@*") == [str(pt(each)) for each in (10, 20, 40, 70)]


def test_a_group_is_the_box_around_its_children_in_the_slides_coordinates():
    root = looking.slide("free", *samples.hub())
    (where,) = find(looking.shape(root, "Lines"), "p:grpSpPr/a:xfrm")
    box = [str(pt(each)) for each in (300, 230, 400, 170)]
    assert find(where, "*/@*") == [*box, *box]


def test_a_placeholder_in_a_group_is_refused():
    group = GroupNode("Group", (samples.fill("free", "panel", (plain("Words"),)),))
    with pytest.raises(ValueError, match="cannot stand in the group"):
        looking.slide("free", group)


def test_two_shapes_of_one_name_are_refused():
    with pytest.raises(ValueError, match="'Twice'"):
        looking.slide("free", ShapeNode("Twice", BOX), GroupNode("G", (ShapeNode("Twice", BOX),)))


def test_a_shape_with_the_name_of_the_footer_is_refused():
    with pytest.raises(ValueError, match="Footer Placeholder"):
        looking.slide("free", ShapeNode("Footer Placeholder", BOX))


def test_ids_and_names_are_unique_on_every_slide():
    for made in samples.scenes():
        root = looking.slide(made.layout, *made.nodes[1:])
        for attribute in ("id", "name"):
            found = find(root, f"//p:cNvPr/@{attribute}")
            assert len(set(found)) == len(found)


def test_what_is_not_text_has_a_description_or_the_mark_of_a_decoration_never_both():
    for made in samples.scenes():
        root = looking.slide(made.layout, *made.nodes[1:])
        for own in find(root, "//p:cNvPr[not(@id='1')]"):
            described = bool(own.get("descr"))
            decorative = bool(find(own, ".//adec:decorative"))
            says = bool(find(own.getparent().getparent(), ".//a:t")) or bool(find(own, "../p:nvPr/p:ph"))
            assert described + decorative <= 1
            assert described or decorative or says, own.get("name")
            assert not (decorative and find(own.getparent().getparent(), ".//a:t")), own.get("name")


def test_a_picture_is_cropped_and_described():
    front = samples.scenes()[0].nodes[2]
    parts = looking.compiled("cover", front)
    shape = looking.shape(looking.root(parts.slide), "Picture")
    assert find(shape, ".//p:ph/@type") == ["pic"]
    assert dict(find(shape, ".//a:srcRect")[0].attrib) == {"l": "25000", "r": "25000"}
    assert find(shape, "*/p:cNvPr/@descr") == ["Hands that hold a family cut from paper"]
    assert find(shape, "p:spPr/*") == []
    (media,) = parts.media
    assert (media.extension, media.member.content) == ("png", front.picture.data)
    assert not media.member.deflated


def test_a_picture_without_words_is_marked_decorative_and_placed():
    node = PictureNode("Photo", BOX, samples.picture(alt=None))
    shape = looking.shape(looking.slide("free", node), "Photo")
    assert len(find(shape, "*/p:cNvPr//adec:decorative")) == 1
    assert find(shape, "p:spPr/a:xfrm/*/@*") == [str(n) for n in (BOX.x, BOX.y, BOX.w, BOX.h)]
    assert find(shape, ".//a:srcRect") == []


def test_one_picture_twice_on_a_slide_is_kept_once():
    node = PictureNode("One", BOX, samples.picture())
    parts = looking.compiled("free", node, replace(node, name="Two"))
    assert len(parts.media) == 1
    assert [each.kind for each in parts.relations].count("image") == 1
