"""Themes, master, layouts and notes master."""

from dataclasses import replace

import pytest
from lxml import etree

from deckbuild.model.scene import PictureNode
from deckbuild.model.units import Box
from deckbuild.render.pptx import compile_template
from tests.unit.render_pptx import looking, samples
from tests.unit.render_pptx.looking import find

PARTS = compile_template(samples.TEMPLATE)


def part(name: str) -> etree._Element:
    """Return the XML of a part of the template."""
    (found,) = (each for each in PARTS.parts if each.name == f"ppt/{name}.xml")
    return looking.root(found.member)


def layout(id_: str) -> etree._Element:
    """Return the XML of a layout."""
    return part(PARTS.layouts[id_].removeprefix("ppt/").removesuffix(".xml"))


def test_the_theme_holds_the_palette_and_the_font():
    theme = part("theme/theme1")
    assert find(theme, "//a:clrScheme/*/a:srgbClr/@val") == list(samples.COLOURS)
    assert find(theme, "//a:latin/@typeface") == ["Arial", "Arial"]
    assert theme.get("name") == "Sample & Sons"


def test_layouts_stand_in_the_templates_order():
    assert list(PARTS.layouts) == list(samples.TEMPLATE.layouts)
    names = [find(layout(id_), "p:cSld/@name")[0] for id_ in PARTS.layouts]
    assert names == [each.name for each in samples.TEMPLATE.layouts.values()]


def test_masters_and_layouts_have_ids_of_their_own():
    ids = [int(each) for each in find(part("slideMasters/slideMaster1"), "//p:sldLayoutId/@id")]
    assert len(set(ids)) == len(ids) == len(PARTS.layouts)
    assert min(ids) > 2**31


def test_master_styles_have_nine_levels_at_an_exact_pitch_kerned():
    master = part("slideMasters/slideMaster1")
    levels = find(master, "p:txStyles/p:bodyStyle/*")
    assert len(levels) == 9
    assert [find(each, "a:lnSpc/a:spcPts/@val") for each in levels[:3]] == [["2900"], ["2400"], ["2400"]]
    assert set(find(master, "p:txStyles/*[not(self::p:otherStyle)]//a:defRPr/@kern")) == {"100"}
    assert find(master, "p:txStyles/p:titleStyle//a:latin/@typeface") == ["+mj-lt"]
    assert set(find(master, "p:txStyles/p:bodyStyle//a:latin/@typeface")) == {"+mn-lt"}


def test_text_that_a_trainer_adds_has_no_exact_pitch():
    assert find(part("slideMasters/slideMaster1"), "p:txStyles/p:otherStyle//a:lnSpc") == []
    assert "lnSpc" not in PARTS.text_style


def test_the_master_has_title_body_and_the_footer_band():
    assert find(part("slideMasters/slideMaster1"), "//p:ph/@type") == ["title", "body", "dt", "ftr", "sldNum"]


def test_a_layout_has_its_slots_as_placeholders_with_prompts():
    root = layout("chart")
    assert find(root, "//p:ph/@type") == ["title", "chart", "body", "dt", "ftr", "sldNum"]
    assert find(root, "//p:ph/@idx") == ["1", "9", "10", "11", "12"]
    assert find(root, "//p:ph[@hasCustomPrompt='1']/@type") == ["title", "chart", "body"]
    assert "Write the chart" in find(root, "//a:t/text()")


def test_a_placeholder_like_the_master_leaves_its_style_to_it():
    root = layout("bullets")
    assert find(looking.shape(root, "Title"), ".//a:lstStyle/*") == []
    assert find(looking.shape(root, "Body"), ".//a:lstStyle/*") == []


def test_a_placeholder_unlike_the_master_says_how():
    styles = find(looking.shape(layout("chart"), "Source"), ".//a:lstStyle/*")
    assert len(styles) == 9
    assert find(styles[0], "a:buNone | a:defRPr/@sz | @marL") == ["0", *find(styles[0], "a:buNone"), "1400"]


def test_a_panel_has_its_fill_edge_and_insets_on_the_layout():
    shape = looking.shape(layout("free"), "Panel")
    assert find(shape, "p:spPr/a:solidFill/a:schemeClr/@val") == ["bg2"]
    assert find(shape, "p:spPr/a:ln/a:solidFill/a:schemeClr/@val") == ["accent4"]
    assert find(shape, "p:txBody/a:bodyPr/@lIns") == ["152400"]
    assert find(shape, "p:txBody/a:bodyPr/@anchor") == ["ctr"]


def test_text_never_shrinks_by_itself():
    for each in PARTS.parts:
        root = looking.root(each.member)
        assert find(root, "//a:normAutofit | //a:spAutoFit") == []


def test_a_dark_layout_has_its_ground_its_footer_and_no_decor_of_the_master():
    root = layout("section")
    assert find(root, "p:cSld/p:bg//a:schemeClr/@val") == ["tx2"]
    assert root.get("showMasterSp") == "0"
    assert root.get("type") == "secHead"
    footer = looking.shape(root, "Footer Placeholder")
    assert find(footer, ".//a:defRPr/a:solidFill/a:schemeClr/@val") == ["bg1"]
    assert find(footer, "p:spPr/*") == []


def test_a_light_layout_takes_ground_and_footer_from_the_master():
    root = layout("bullets")
    assert find(root, "p:cSld/p:bg") == []
    assert root.get("showMasterSp") is None
    assert find(looking.shape(root, "Footer Placeholder"), ".//a:lstStyle/*") == []


def test_a_layout_without_a_footer_band_has_none():
    assert find(layout("cover"), "//p:ph/@type") == ["ctrTitle", "subTitle", "pic"]


def test_decor_is_decorative_and_drawn_by_the_designer():
    for root in (layout("cover"), part("slideMasters/slideMaster1")):
        drawn = find(root, "//p:sp[not(.//p:ph)]")
        assert drawn
        for each in drawn:
            assert find(each, "*/p:nvPr/@userDrawn") == ["1"]
            assert len(find(each, "*/p:cNvPr//adec:decorative")) == 1


def test_two_decor_shapes_of_one_name_are_refused():
    twice = replace(samples.TEMPLATE, decor=samples.TEMPLATE.decor[:1] * 2)
    with pytest.raises(ValueError, match="Brand bar"):
        compile_template(twice)


def test_a_picture_of_the_decor_is_kept_with_the_template():
    node = PictureNode("Emblem", Box(0, 0, 100, 100), samples.picture())
    made = compile_template(replace(samples.TEMPLATE, decor=(node,)))
    (media,) = made.media
    master = next(each for each in made.parts if each.name == made.master)
    assert [each.target for each in master.relations if each.kind == "image"] == [media.digest]


def test_the_notes_master_is_a_page_with_the_slide_and_its_notes():
    root = part("notesMasters/notesMaster1")
    assert find(root, "//p:ph/@type") == ["hdr", "dt", "sldImg", "body", "ftr", "sldNum"]
    assert len(find(root, "p:notesStyle/*")) == 9
    assert find(root, "p:notesStyle//a:lnSpc") == []


def test_every_colour_is_a_slot_of_the_theme():
    for each in PARTS.parts:
        if "/theme/" not in each.name:
            assert find(looking.root(each.member), "//a:srgbClr") == []
