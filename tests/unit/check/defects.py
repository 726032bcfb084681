"""Faults that programs and people put into packages, each made in the members of a good deck.

Each names who must find it: our lint by a code, or openxml-audit, which knows the schema.
"""

import io
import re
import zipfile
from pathlib import Path

from tests.support.seeds import Seeds

Members = dict[str, bytes]
AUDIT = "openxml-audit"
DEFECTS = Seeds[Members]()

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SLIDE = "ppt/slides/slide3.xml"
RELS = "ppt/slides/_rels/slide3.xml.rels"
NOTES_RELS = "ppt/notesSlides/_rels/notesSlide3.xml.rels"
PRESENTATION = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
TYPES = "[Content_Types].xml"
CORE = "docProps/core.xml"


def read(path: Path) -> Members:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(members: Members, path: Path, again: tuple[str, ...] = ()) -> Path:
    """Write a package; the members named in *again* stand in it twice."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (*members, *again):
            archive.writestr(name, members[name])
    return path


def edit(members: Members, name: str, pattern: str, replacement: str, count: int = 1) -> None:
    """Replace a pattern in a member; a defect that changes nothing would prove nothing."""
    text = members[name].decode()
    changed = re.sub(pattern, replacement, text, count=count, flags=re.DOTALL)
    assert changed != text, f"{name} has no {pattern}"
    members[name] = changed.encode()


def holding(members: Members, folder: str, pattern: str) -> str:
    """Return the first member of a folder that holds a pattern."""
    texts = (name for name in members if name.startswith(folder) and name.endswith((".xml", ".rels")))
    return next(name for name in texts if re.search(pattern.encode(), members[name], re.DOTALL))


# Order, attributes and values: openxml-audit knows the schema.


@DEFECTS.found_by(AUDIT)
def text_before_shape_properties(members: Members) -> None:
    edit(members, SLIDE, r"(<p:spPr/>|<p:spPr>.*?</p:spPr>)(<p:txBody>.*?</p:txBody>)", r"\2\1")


@DEFECTS.found_by(AUDIT)
def letters_before_run_properties(members: Members) -> None:
    edit(members, SLIDE, r"(<a:rPr[^>]*/>)(<a:t>.*?</a:t>)", r"\2\1")


@DEFECTS.found_by(AUDIT)
def shape_of_no_such_geometry(members: Members) -> None:
    edit(members, holding(members, "ppt/slideMasters/", 'prst="rect"'), r'prst="rect"', 'prst="banana"')


@DEFECTS.found_by(AUDIT)
def attribute_that_runs_do_not_have(members: Members) -> None:
    edit(members, SLIDE, r"<a:rPr ", '<a:rPr colour="red" ')


@DEFECTS.found_by(AUDIT)
def text_body_without_paragraph(members: Members) -> None:
    edit(members, SLIDE, r"(<p:txBody>.*?<a:lstStyle/>).*?</p:txBody>", r"\1</p:txBody>")


@DEFECTS.found_by(AUDIT)
def negative_axis_id(members: Members) -> None:
    edit(members, holding(members, "ppt/charts/", "axId"), r'(axId val=")\d+', r"\1-5", count=0)


# Parts and relationships.


@DEFECTS.found_by("DB423")
def relationship_to_a_missing_picture(members: Members) -> None:
    arrow = f'<Relationship Id="rId77" Type="{RELATIONSHIPS}/image" Target="../media/none.png"/>'
    edit(members, RELS, r"</Relationships>", f"{arrow}</Relationships>")


@DEFECTS.found_by("DB423")
def picture_of_an_undefined_relationship(members: Members) -> None:
    edit(members, holding(members, "ppt/slides/", "r:embed="), r'r:embed="rId\d+"', 'r:embed="rId99"')


@DEFECTS.found_by("DB423")
def link_of_an_undefined_relationship(members: Members) -> None:
    name = holding(members, "ppt/slides/", "<a:hlinkClick")
    edit(members, name, r'(<a:hlinkClick[^>]*r:id=")rId\d+', r"\1rId99")


@DEFECTS.found_by("DB423")
def relationship_id_given_twice(members: Members) -> None:
    edit(members, RELS, r'(<Relationship Id="rId1".*?/>)', r"\1\1")


@DEFECTS.found_by("DB423")
def address_that_is_not_marked_external(members: Members) -> None:
    name = holding(members, "ppt/slides/_rels/", "TargetMode")
    edit(members, name, r' TargetMode="External"', "")


@DEFECTS.found_by("DB423")
def layout_left_out(members: Members) -> None:
    del members["ppt/slideLayouts/slideLayout3.xml"]


@DEFECTS.found_by("DB423")
def notes_left_out(members: Members) -> None:
    del members["ppt/notesSlides/notesSlide3.xml"]


@DEFECTS.found_by("DB423")
def workbook_left_out(members: Members) -> None:
    del members[next(name for name in members if name.endswith(".xlsx"))]


@DEFECTS.found_by("DB436")
def workbook_that_is_no_workbook(members: Members) -> None:
    members[next(name for name in members if name.endswith(".xlsx"))] = b"not a zip"


@DEFECTS.found_by("DB422")
def content_type_not_declared(members: Members) -> None:
    edit(members, TYPES, r'<Override PartName="/ppt/slides/slide3.xml"[^>]*/>', "")


@DEFECTS.found_by("DB422")
def content_type_of_another_part(members: Members) -> None:
    edit(
        members,
        TYPES,
        r'(PartName="/ppt/slides/slide3.xml" ContentType="[^"]*)slide\+xml',
        r"\1slideLayout+xml",
    )


@DEFECTS.found_by("DB422")
def content_type_of_no_part(members: Members) -> None:
    edit(members, TYPES, r"</Types>", '<Override PartName="/ppt/none.xml" ContentType="text/xml"/></Types>')


@DEFECTS.found_by("DB425")
def notes_without_their_slide(members: Members) -> None:
    edit(members, NOTES_RELS, r'<Relationship [^>]*relationships/slide"[^>]*/>', "")


@DEFECTS.found_by("DB425")
def notes_of_another_slide(members: Members) -> None:
    edit(members, NOTES_RELS, r"slides/slide3\.xml", "slides/slide4.xml")


@DEFECTS.found_by("DB425")
def slide_without_layout(members: Members) -> None:
    edit(members, RELS, r'<Relationship [^>]*relationships/slideLayout"[^>]*/>', "")


@DEFECTS.found_by("DB425")
def master_without_theme(members: Members) -> None:
    edit(members, MASTER_RELS, r'<Relationship [^>]*relationships/theme"[^>]*/>', "")


@DEFECTS.found_by("DB424")
def part_that_nothing_leads_to(members: Members) -> None:
    members["ppt/slides/slide99.xml"] = members[SLIDE]
    members["ppt/slides/_rels/slide99.xml.rels"] = members[RELS]


@DEFECTS.found_by("DB420")
def part_cut_short(members: Members) -> None:
    edit(members, SLIDE, r"</p:sld>", "")


# Ids, sections, titles.


@DEFECTS.found_by("DB426")
def slide_id_given_twice(members: Members) -> None:
    first = re.search(rb'<p:sldId [^>]*?id="(\d+)"', members[PRESENTATION])
    assert first
    edit(members, PRESENTATION, r'(<p:sldId .*?<p:sldId [^>]*?id=")\d+', rf"\g<1>{first[1].decode()}")


@DEFECTS.found_by("DB426")
def slide_id_under_256(members: Members) -> None:
    edit(members, PRESENTATION, r'(<p:sldId [^>]*?\bid=")\d+', r"\g<1>12")


@DEFECTS.found_by("DB426")
def layout_id_given_twice(members: Members) -> None:
    first, second = re.findall(r'<p:sldLayoutId [^>]*?\bid="(\d+)"', members[MASTER].decode())[:2]
    edit(members, MASTER, second, first)


@DEFECTS.found_by("DB427")
def section_of_a_missing_slide(members: Members) -> None:
    edit(members, PRESENTATION, r'(<p14:sldId id=")\d+', r"\g<1>999")


@DEFECTS.found_by("DB427")
def section_without_its_last_slide(members: Members) -> None:
    edit(members, PRESENTATION, r"<p14:sldId [^>]*/>(</p14:sldIdLst>)", r"\1")


@DEFECTS.found_by("DB428")
def shape_id_given_twice(members: Members) -> None:
    edit(members, SLIDE, r'<p:cNvPr id="3"', '<p:cNvPr id="2"')


@DEFECTS.found_by("DB428")
def shape_name_given_twice(members: Members) -> None:
    first = re.search(rb'<p:cNvPr id="2" name="([^"]*)"', members[SLIDE])
    assert first
    edit(members, SLIDE, r'(<p:cNvPr id="3" name=")[^"]*', rf"\g<1>{first[1].decode()}")


@DEFECTS.found_by("DB428")
def shape_without_a_name(members: Members) -> None:
    edit(members, SLIDE, r'(<p:cNvPr id="3") name="[^"]*"', r"\1")


@DEFECTS.found_by("DB429")
def placeholder_index_given_twice(members: Members) -> None:
    name = holding(members, "ppt/slides/", r'<p:ph type="body" idx="1"/>.*<p:ph type="body" idx="[2-9]"')
    edit(members, name, r'<p:ph type="body" idx="[2-9]"', '<p:ph type="body" idx="1"')


@DEFECTS.found_by("DB433")
def title_that_is_empty(members: Members) -> None:
    edit(members, SLIDE, r'(<p:ph type="title"/>.*?)<a:r>.*?</a:r></a:p>', r"\1</a:p>")


@DEFECTS.found_by("DB433")
def title_of_another_slide(members: Members) -> None:
    pattern = r'(<p:ph type="title"/>.*?<a:t>)(.*?)(</a:t>)'
    title = re.search(pattern.encode(), members["ppt/slides/slide4.xml"], re.DOTALL)
    assert title
    edit(members, SLIDE, pattern, rf"\g<1>{title[2].decode()}\g<3>")


# Tables, languages, alternative text.


@DEFECTS.found_by("DB430")
def row_with_a_cell_missing(members: Members) -> None:
    edit(members, holding(members, "ppt/slides/", "<a:tc>"), r"<a:tc>.*?</a:tc>", "")


@DEFECTS.found_by("DB431")
def language_that_is_none(members: Members) -> None:
    edit(members, SLIDE, r'lang="en-GB"', 'lang="english please"')


@DEFECTS.found_by("DB431")
def run_without_a_language(members: Members) -> None:
    edit(members, SLIDE, r'(<a:r><a:rPr) lang="en-GB"', r"\1")


@DEFECTS.found_by("DB432")
def table_without_alternative_text(members: Members) -> None:
    name = holding(members, "ppt/slides/", "<p:graphicFrame>")
    edit(members, name, r'(<p:nvGraphicFramePr><p:cNvPr [^>]*?) descr="[^"]*"', r"\1")


@DEFECTS.found_by("DB432")
def decoration_with_alternative_text(members: Members) -> None:
    name = holding(members, "ppt/slides/", "decorative")
    edit(
        members,
        name,
        r"(<p:cNvPr (?:(?!<p:cNvPr)[^>])*)>((?:(?!<p:cNvPr).)*?decorative)",
        r'\1 descr="A bar">\2',
    )


@DEFECTS.found_by("DB432")
def text_marked_as_a_decoration(members: Members) -> None:
    mark = re.search(
        rb"<a:extLst><a:ext [^>]*><adec:decorative.*?</a:extLst>", b"".join(members.values()), re.DOTALL
    )
    assert mark
    edit(members, SLIDE, r'(<p:cNvPr id="3"[^>]*)/>', rf"\1>{mark[0].decode()}</p:cNvPr>")


# Dates, traces.


@DEFECTS.found_by("DB434")
def date_in_words(members: Members) -> None:
    edit(members, CORE, r'(W3CDTF">)[^<]*', r"\1yesterday")


@DEFECTS.found_by("DB434")
def date_that_the_calendar_does_not_have(members: Members) -> None:
    edit(members, CORE, r'(W3CDTF">)[^<]*', r"\g<1>2026-02-30T00:00:00Z")


@DEFECTS.found_by("DB435")
def path_of_a_machine(members: Members) -> None:
    edit(members, SLIDE, r'(<p:cNvPr id="3" name=")', r"\1/home/anna/decks/")


@DEFECTS.found_by("DB435")
def author_of_a_tool(members: Members) -> None:
    edit(members, CORE, r"(<cp:lastModifiedBy>)[^<]*", r"\1Steve Canny")


@DEFECTS.found_by("DB435")
def tool_named_in_a_workbook(members: Members) -> None:
    name = next(name for name in members if name.endswith(".xlsx"))
    with zipfile.ZipFile(io.BytesIO(members[name])) as archive:
        inner = {each: archive.read(each) for each in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    inner[sheet] = inner[sheet].replace(b"?>", b"?><!-- XlsxWriter -->", 1)
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for each, data in inner.items():
            archive.writestr(each, data)
    members[name] = result.getvalue()
