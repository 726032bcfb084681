"""Paragraphs, runs and list styles."""

import pytest
from lxml import etree

from deckbuild.model.scene import HANGING, LevelStyle
from deckbuild.model.text import Link, Paragraph, Run, plain
from deckbuild.model.units import Box, pt
from deckbuild.render.pptx.text import list_style
from tests.unit.render_pptx import looking, samples
from tests.unit.render_pptx.looking import find

STYLE = LevelStyle(24, 29, "ink", bullet="•", margin=pt(20), indent=-pt(20), before=12)


def body(*paragraphs: Paragraph, **more: object) -> etree._Element:
    """Return the body placeholder of a slide with these paragraphs."""
    return looking.shape(
        looking.slide("bullets", samples.fill("bullets", "body", paragraphs, **more)), "Body"
    )


def test_a_paragraph_like_its_level_says_nothing_but_its_words():
    shape = body(plain("Words"))
    assert find(shape, ".//a:pPr") == []
    assert find(shape, ".//a:rPr/@*") == ["en-GB"]
    assert find(shape, ".//a:lstStyle/*") == []


def test_a_deeper_paragraph_says_its_level():
    assert find(body(plain("Words", level=1)), ".//a:pPr/@lvl") == ["1"]


def test_an_unmarked_paragraph_of_a_list_has_no_margin_and_no_bullet():
    (properties,) = find(body(plain("Words", marker="none")), ".//a:pPr")
    assert dict(properties.attrib) == {"marL": "0", "indent": "0"}
    assert len(find(properties, "a:buNone")) == 1


def test_a_numbered_paragraph_counts_in_the_bullets_colour():
    (properties,) = find(body(plain("Words", marker="number")), ".//a:pPr")
    assert find(properties, "a:buAutoNum/@type") == ["arabicPeriod"]
    assert find(properties, "a:buClr/a:schemeClr/@val") == ["accent1"]


def test_a_bullet_where_the_level_has_none_hangs():
    node = samples.fill("free", "panel", (plain("Words", marker="bullet"),))
    (properties,) = find(looking.shape(looking.slide("free", node), "Panel"), ".//a:pPr")
    assert dict(properties.attrib) == {"marL": str(HANGING), "indent": str(-HANGING)}
    assert find(properties, "a:buChar/@char") == ["•"]


def test_bold_italic_and_raised_runs_say_only_that():
    runs = (Run("a", bold=True), Run("b", italic=True), Run("c", baseline="super"), Run("d", baseline="sub"))
    written = [dict(each.attrib) for each in find(body(Paragraph(runs)), ".//a:r/a:rPr")]
    assert written == [
        {"lang": "en-GB", "b": "1"},
        {"lang": "en-GB", "i": "1"},
        {"lang": "en-GB", "baseline": "30000"},
        {"lang": "en-GB", "baseline": "-25000"},
    ]


def test_bold_words_in_a_bold_style_need_no_saying():
    slide = looking.slide("bullets")
    assert find(looking.shape(slide, "Title"), ".//a:rPr/@b") == []


def test_a_run_in_another_language_says_so():
    runs = Paragraph((Run("Diogelu", lang="cy"), Run(" children")))
    assert find(body(runs), ".//a:rPr/@lang") == ["cy", "en-GB"]


def test_every_run_field_and_paragraph_end_has_a_language():
    for parts in (looking.parts(samples.build(*samples.scenes())),):
        for name, data in parts.items():
            if not name.startswith(("ppt/slide", "ppt/notes", "ppt/charts/c")) or name.endswith(".rels"):
                continue
            for each in find(looking.etree.fromstring(data), "//a:rPr | //a:endParaRPr"):
                assert each.get("lang"), f"{name}: {looking.etree.tostring(each)!r}"
            assert find(looking.etree.fromstring(data), "//a:r[not(a:rPr)] | //a:fld[not(a:rPr)]") == []


def test_a_link_leads_outside_and_says_where():
    parts = looking.compiled(
        "bullets",
        samples.fill("bullets", "body", (Paragraph((Run("Guide", link=Link("https://example.org/?a&b")),)),)),
    )
    (link,) = find(looking.root(parts.slide), "//a:hlinkClick")
    assert link.get("tooltip") == "https://example.org/?a&b"
    assert parts.relations[-1].kind == "hyperlink"
    assert parts.relations[-1].target == "https://example.org/?a&b"
    assert parts.relations[-1].id == link.get(f"{{{looking.NAMES['r']}}}id")


def test_a_jump_says_the_title_of_its_slide():
    parts = looking.compiled(
        "bullets",
        samples.fill("bullets", "body", (Paragraph((Run("Back", link=Link("slide:numbers/pie")),)),)),
    )
    (link,) = find(looking.root(parts.slide), "//a:hlinkClick")
    assert (link.get("action"), link.get("tooltip")) == ("ppaction://hlinksldjump", "Pie")
    assert (parts.relations[-1].kind, parts.relations[-1].target) == ("slide", "numbers/pie")


def test_two_links_to_one_address_share_a_relationship():
    run = Run("Guide", link=Link("https://example.org"))
    parts = looking.compiled("bullets", samples.fill("bullets", "body", (Paragraph((run, run)),)))
    assert [each.kind for each in parts.relations] == ["slideLayout", "notesSlide", "hyperlink"]


def test_a_link_in_a_colour_of_its_own_keeps_it():
    run = Run("Guide", link=Link("https://example.org"), colour="accent")
    shape = body(Paragraph((run,)))
    assert find(shape, ".//a:rPr/a:solidFill/a:schemeClr/@val") == ["accent2"]
    assert find(shape, ".//a:hlinkClick//@val") == ["tx"]


def test_a_jump_to_a_slide_without_a_title_is_refused():
    with pytest.raises(KeyError, match="nowhere/at-all"):
        body(Paragraph((Run("Back", link=Link("slide:nowhere/at-all")),)))


def test_a_line_break_in_a_run_is_a_break_of_its_paragraph():
    shape = body(Paragraph((Run("one\ntwo"),)))
    assert find(shape, ".//a:p/*") == find(shape, ".//a:r[1] | .//a:br | .//a:r[2]")
    assert find(shape, ".//a:t/text()") == ["one", "two"]


def test_signs_that_xml_cannot_hold_show_as_replaced():
    assert find(body(plain('a\x0bb\x01c<&>"')), ".//a:t/text()") == ["a", 'b\ufffdc<&>"']


def test_no_text_is_one_empty_paragraph():
    assert len(find(body(), ".//a:p[a:endParaRPr and not(a:r)]")) == 1


def test_a_list_style_against_a_base_says_what_differs():
    written = list_style((LevelStyle(20, 24, "ink"),), base=(LevelStyle(24, 24, "ink", bold=True),), levels=1)
    assert written == '<a:lvl1pPr><a:defRPr sz="2000" b="0"/></a:lvl1pPr>'


def test_a_list_style_like_its_base_says_nothing():
    assert list_style((STYLE,), base=(STYLE,)) == ""


def test_lines_stand_at_their_exact_pitch_and_letters_are_kerned():
    written = list_style((STYLE,), levels=1)
    assert '<a:lnSpc><a:spcPts val="2900"/></a:lnSpc>' in written
    assert '<a:spcBef><a:spcPts val="1200"/></a:spcBef>' in written
    assert 'kern="100"' in written


def test_a_smaller_step_of_the_type_scale_is_written_with_the_shape():
    smaller = tuple(
        LevelStyle(18, 21.5, s.colour, bullet=s.bullet, margin=s.margin, indent=s.indent, before=s.before)
        for s in samples.BODY
    )
    shape = body(plain("Words"), styles=smaller, restyled=True)
    assert find(shape, ".//a:lvl1pPr/@*") == []
    assert find(shape, ".//a:lvl1pPr//@val") == ["2150"]
    assert find(shape, ".//a:lvl1pPr/a:defRPr/@sz") == ["1800"]


def test_a_moved_placeholder_says_where_and_nothing_else():
    shape = body(plain("Words"), inherited=False, box=Box(1, 2, 3, 4))
    assert find(shape, "p:spPr/*/*/@*") == ["1", "2", "3", "4"]
    assert find(shape, "p:txBody/a:bodyPr/@*") == []
