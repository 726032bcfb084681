"""Faults that are made on purpose in a tagged PDF, each by one change, to see which gate finds it.

The file must hold what they change: headings of two levels, a list, a figure, a table of more than three
rows, a link, a note, a form field that is filled in, a run in another language, two pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Make = Callable[[pikepdf.Pdf], None]
DEFECTS: dict[str, Make] = {}
"""What is wrong, in words → what makes it so."""


def defect(make: Make) -> Make:
    """Take a function as a defect; its name, in words, is the defect's."""
    DEFECTS[make.__name__.replace("_", " ")] = make
    return make


def elements(pdf: pikepdf.Pdf, role: str = "") -> list[pikepdf.Object]:
    """Return the elements of the tree in reading order; of one role where it is given."""
    found = _below(pdf.Root.StructTreeRoot)
    return [each for each in found if not role or str(each.S) == f"/{role}"]


def _below(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what an element holds."""
    held = element.get("/K", Array())
    return list(held) if isinstance(held, Array) else [held]


def texts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return the elements P that hold content themselves."""
    return [each for each in elements(pdf, "P") if any(not isinstance(kid, Dictionary) for kid in kids(each))]


def annotations(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [each for page in pdf.pages for each in page.get("/Annots", []) if each.Subtype == f"/{kind}"]


def filled(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return a text field's widget that holds a value."""
    return next(each for each in annotations(pdf, "Widget") if each.get("/FT") == "/Tx" and each.get("/V"))


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return the fonts that text can be copied from."""
    return [each for each in pdf.objects if isinstance(each, Dictionary) and "/ToUnicode" in each]


def descriptor(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return the descriptor of a font that is embedded."""
    return next(
        each
        for each in pdf.objects
        if isinstance(each, Dictionary) and each.get("/Type") == "/FontDescriptor" and "/FontFile2" in each
    )


def streams(page: pikepdf.Page) -> list[pikepdf.Object]:
    """Return the content streams of a page."""
    contents = page.Contents
    return list(contents) if isinstance(contents, Array) else [contents]


def rewrite(pdf: pikepdf.Pdf, pattern: bytes, by: bytes, count: int = 1) -> None:
    """Replace what the content streams say, on the first page that says it."""
    for page in pdf.pages:
        for stream in streams(page):
            changed, times = re.subn(pattern, by, stream.read_bytes(), count=count)
            if times:
                stream.write(changed)
                return
    raise AssertionError(f"no page says {pattern!r}")


def append(pdf: pikepdf.Pdf, operators: bytes) -> None:
    """Write operators at the end of the first page."""
    last = streams(pdf.pages[0])[-1]
    last.write(last.read_bytes() + b"\n" + operators + b"\n")


def metadata(pdf: pikepdf.Pdf, pattern: str, by: str = "") -> None:
    """Replace what the metadata say."""
    text = pdf.Root.Metadata.read_bytes().decode("utf-8")
    changed = re.sub(pattern, by, text, flags=re.DOTALL)
    assert changed != text, pattern
    pdf.Root.Metadata.write(changed.encode("utf-8"))


def parent_tree(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield the lists of the parent tree: for each page its elements by identifier."""
    yield from (each for each in _numbers(pdf.Root.StructTreeRoot.ParentTree) if isinstance(each, Array))


def _numbers(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield from list(node.get("/Nums", []))[1::2]
    for kid in node.get("/Kids", []):
        yield from _numbers(kid)


@defect
def figure_without_alternative_text(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0].Alt


@defect
def alternative_text_empty(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = String("")


@defect
def alternative_text_that_is_a_file_name(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = String("IMG_2041.png")


@defect
def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


@defect
def language_that_is_no_code(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("english")


@defect
def run_without_its_language(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf):
        if each.get("/Lang") and each.S == "/Span":
            del each.Lang


@defect
def text_outside_the_tags(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.keys())).encode()
    append(pdf, b"BT " + font + b" 11 Tf 1 0 0 1 60 300 Tm <00240025> Tj ET")


@defect
def drawing_outside_the_tags(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"q 0 0 1 rg 10 10 50 50 re f Q")


@defect
def real_text_marked_as_artifact(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, rb"/P\s*<<\s*/MCID \d+\s*>>\s*BDC", b"/Artifact <</Type /Layout>> BDC")


@defect
def marked_content_not_ended(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, rb"\bEMC\b", b"")


@defect
def one_identifier_for_two_contents(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, rb"/MCID 1\b", b"/MCID 0")


@defect
def identifiers_of_two_paragraphs_swapped(pdf: pikepdf.Pdf) -> None:
    first, second = texts(pdf)[:2]
    first.K, second.K = second.K, first.K


@defect
def no_tree_of_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


@defect
def no_parent_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


@defect
def wrong_parent_tree(pdf: pikepdf.Pdf) -> None:
    long = next(each for each in parent_tree(pdf) if len(each) > 3)
    entries = list(long)[::-1]
    for n, each in enumerate(entries):
        long[n] = each


@defect
def logical_order_swapped(pdf: pikepdf.Pdf) -> None:
    parent = next(
        each for each in elements(pdf) if len(kids(each)) > 2 and all("/S" in k for k in kids(each))
    )
    first, second, *rest = kids(parent)
    parent.K = Array([second, first, *rest])


@defect
def unknown_role(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[0].S = Name.Banana


@defect
def heading_level_skipped(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf, "H2"):
        each.S = Name.H3


@defect
def first_heading_is_of_level_two(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H1")[0].S = Name.H2


@defect
def headings_tagged_as_paragraphs(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf):
        if re.fullmatch("/H[1-6]", str(each.S)):
            each.S = Name.P


@defect
def list_without_entries(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf, "LI"):
        each.S = Name.P


@defect
def table_without_headers(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf, "TH"):
        each.S = Name.TD
        if "/A" in each:
            del each.A


@defect
def headers_without_scope(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf, "TH"):
        del each.A


@defect
def ragged_table(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[2]
    row.K = Array(kids(row)[:-1])


@defect
def table_split_in_two(pdf: pikepdf.Pdf) -> None:
    table = elements(pdf, "Table")[0]
    body = next((each for each in kids(table) if each.get("/S") == "/TBody"), table)
    rows = kids(body)
    second = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Table, P=table.P))
    body.K, second.K = Array(rows[: len(rows) // 2]), Array(rows[len(rows) // 2 :])
    for row in kids(second):
        row.P = second
    siblings = kids(table.P)
    at = next(n for n, each in enumerate(siblings) if each.objgen == table.objgen)
    table.P.K = Array([*siblings[: at + 1], second, *siblings[at + 1 :]])


@defect
def link_without_words_for_it(pdf: pikepdf.Pdf) -> None:
    del annotations(pdf, "Link")[0].Contents


@defect
def link_that_says_other_words(pdf: pikepdf.Pdf) -> None:
    annotations(pdf, "Link")[0].Contents = String("click here")


@defect
def link_outside_the_tags(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf, "Link"):
        each.K = Array(
            [kid for kid in kids(each) if not (isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR")]
        )
    for each in annotations(pdf, "Link"):
        del each.StructParent


@defect
def link_that_leads_elsewhere(pdf: pikepdf.Pdf) -> None:
    link = next(each for each in annotations(pdf, "Link") if "/URI" in each.get("/A", {}))
    link.A.URI = String("https://example.org/elsewhere")


@defect
def pages_without_tab_order(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page:
            del page.Tabs


@defect
def fields_tabbed_in_another_order(pdf: pikepdf.Pdf) -> None:
    page = next(each for each in pdf.pages if len(each.get("/Annots", [])) > 1)
    page.Annots = Array(list(page.Annots)[::-1])


@defect
def note_without_an_id(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf, "Note"):
        del each.ID


@defect
def field_without_a_label(pdf: pikepdf.Pdf) -> None:
    for each in annotations(pdf, "Widget"):
        if "/TU" in each:
            del each.TU


@defect
def field_tagged_as_paragraph(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf, "Form"):
        each.S = Name.P


@defect
def field_without_an_appearance(pdf: pikepdf.Pdf) -> None:
    del filled(pdf).AP


@defect
def field_with_another_value(pdf: pikepdf.Pdf) -> None:
    filled(pdf).V = String("Another value")


@defect
def field_that_shows_another_value(pdf: pikepdf.Pdf) -> None:
    """Its appearance is that of an empty field."""
    filled(pdf).AP.N = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))


@defect
def field_that_is_not_printed(pdf: pikepdf.Pdf) -> None:
    filled(pdf).F = 2


@defect
def font_not_embedded(pdf: pikepdf.Pdf) -> None:
    del descriptor(pdf).FontFile2


@defect
def no_map_to_unicode(pdf: pikepdf.Pdf) -> None:
    for each in fonts(pdf):
        del each.ToUnicode


@defect
def wrong_map_to_unicode(pdf: pikepdf.Pdf) -> None:
    """Every `e` is copied as an `o`."""
    for each in fonts(pdf):
        stream = each.ToUnicode
        stream.write(re.sub(rb"<0065>(?=\s*\n)", b"<006F>", stream.read_bytes()))


@defect
def glyphs_missing_from_the_font(pdf: pikepdf.Pdf) -> None:
    """The subset holds no outline: every entry of its table of places is the same."""
    program = descriptor(pdf).FontFile2
    data = bytearray(program.read_bytes())
    count = int.from_bytes(data[4:6], "big")
    tables = {bytes(data[12 + 16 * n : 16 + 16 * n]): 12 + 16 * n for n in range(count)}
    at = int.from_bytes(data[tables[b"loca"] + 8 : tables[b"loca"] + 12], "big")
    length = int.from_bytes(data[tables[b"loca"] + 12 : tables[b"loca"] + 16], "big")
    data[at : at + length] = bytes(length)
    program.write(bytes(data))


@defect
def words_joined_at_the_ends_of_lines(pdf: pikepdf.Pdf) -> None:
    """The glyph of the space is gone wherever a string ends with it."""
    space = next(_spaces(pdf))
    for page in pdf.pages:
        for stream in streams(page):
            stream.write(
                re.sub(space + rb"(?=>\s*(?:\]\s*TJ|Tj))", b"", stream.read_bytes(), flags=re.IGNORECASE)
            )


def _spaces(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    """Yield the codes of the space, as content streams write them."""
    for each in fonts(pdf):
        found = re.search(rb"<([0-9A-Fa-f]{4})>\s*<0020>", each.ToUnicode.read_bytes())
        if found:
            yield found[1]


@defect
def no_title(pdf: pikepdf.Pdf) -> None:
    metadata(pdf, r"<dc:title>.*?</dc:title>")
    if "/Title" in pdf.docinfo:
        del pdf.docinfo["/Title"]


@defect
def title_not_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences.DisplayDocTitle


@defect
def not_said_to_be_tagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


@defect
def not_said_to_be_pdfua(pdf: pikepdf.Pdf) -> None:
    metadata(pdf, r"<pdfuaid:part>.*?</pdfuaid:part>")


@defect
def not_said_to_be_pdfa(pdf: pikepdf.Pdf) -> None:
    metadata(pdf, r"<pdfaid:(\w+)>.*?</pdfaid:\1>")


@defect
def no_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


@defect
def bookmark_that_leads_nowhere(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines.First.Dest


@defect
def a_page_less(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


@defect
def page_labels_missing(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))
