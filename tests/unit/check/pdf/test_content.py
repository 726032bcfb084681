"""A page is read sequence by sequence: what is marked, what is no content, what stands outside."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from deckbuild.check.pdf.content import PageContent, Piece, read_page, text_of_form
from deckbuild.check.pdf.file import FileFonts
from tests.unit.check.pdf.handmade import pdf_of, simple_font


def read(stream: bytes, **resources: pikepdf.Object) -> PageContent:
    pdf = pdf_of(stream, resources=resources)
    return read_page(pdf.pages[0], FileFonts())


def words(content: PageContent) -> dict[int, list[str]]:
    return {identifier: [each.text for each in shown.pieces] for identifier, shown in content.marked.items()}


def test_every_string_belongs_to_the_sequence_that_it_stands_in():
    content = read(
        b"BT /F 12 Tf /P <</MCID 0>> BDC (One ) Tj [(t) 20 (wo)] TJ EMC /P <</MCID 1>> BDC <33> Tj EMC ET"
    )

    assert words(content) == {0: ["One ", "two"], 1: ["3"]}
    assert (content.loose, content.artifacts, content.unbalanced) == ([], [], False)


def test_text_outside_all_sequences_is_kept_apart():
    content = read(b"BT /F 12 Tf (Loose) Tj ET /Span BMC BT (too) Tj ET EMC")

    assert content.loose == ["“Loose”", "“too”"]


@pytest.mark.parametrize("paint", ["f", "f*", "S", "s", "B", "b*"])
def test_a_drawing_outside_all_sequences_is_kept_apart(paint: str):
    assert read(f"0 0 9 9 re {paint}".encode()).loose == [f"a drawing (operator {paint})"]


def test_a_path_that_only_clips_is_no_drawing():
    assert read(b"q 0 0 9 9 re W n Q").loose == []


def test_an_artifact_is_no_content_even_within_an_element():
    content = read(b"/P <</MCID 0>> BDC /Artifact BMC BT /F 9 Tf (12) Tj ET 0 0 9 9 re f EMC EMC")

    assert (words(content), content.artifacts, content.loose) == ({0: []}, ["12"], [])


def test_a_sequence_within_a_sequence_may_say_its_language():
    content = read(
        b"/P <</MCID 0>> BDC BT /F 9 Tf (Say ) Tj /Span <</Lang (cy)>> BDC (bore da) Tj EMC ET EMC"
    )

    assert content.marked[0].pieces == [Piece("Say ", None), Piece("bore da", "cy")]


def test_properties_may_stand_in_the_resources():
    named = Dictionary(Own=Dictionary(MCID=7))

    assert words(read(b"/P /Own BDC BT /F 9 Tf (Words) Tj ET EMC", Properties=named)) == {7: ["Words"]}


def test_replacement_text_stands_for_what_is_shown():
    content = read(b"/P <</MCID 0>> BDC /Span <</ActualText (fish)>> BDC BT /F 9 Tf (f1sh) Tj ET EMC EMC")

    assert words(content) == {0: ["fish"]}


def test_the_font_comes_back_with_the_state_that_was_saved():
    pdf = pdf_of(b"/P <</MCID 0>> BDC BT /F 9 Tf ET q BT /G 9 Tf (A) Tj ET Q BT (A) Tj ET EMC")
    pdf.pages[0].Resources.Font.G = simple_font(pdf, b"beginbfchar <41> <0042> endbfchar")

    assert words(read_page(pdf.pages[0], FileFonts())) == {0: ["B", "A"]}


def test_the_words_of_a_form_belong_to_the_sequence_that_shows_it():
    pdf = pdf_of(b"/P <</MCID 0>> BDC /X Do EMC /X Do")
    form = pdf.make_stream(b"BT /F 9 Tf (Form) Tj ET", Subtype=Name.Form)
    form.Resources = Dictionary(Font=Dictionary(F=simple_font(pdf)))
    pdf.pages[0].Resources.XObject = Dictionary(X=form)

    content = read_page(pdf.pages[0], FileFonts())

    assert (words(content), content.loose) == ({0: ["Form"]}, ["“Form”"])
    assert text_of_form(form, FileFonts()) == "Form"


def test_a_form_that_shows_itself_comes_to_an_end():
    pdf = pdf_of(b"/Figure <</MCID 0>> BDC /X Do EMC")
    form = pdf.make_stream(b"/X Do", Subtype=Name.Form)
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    pdf.pages[0].Resources.XObject = Dictionary(X=form)

    assert read_page(pdf.pages[0], FileFonts()).marked[0].painted


def test_an_identifier_that_comes_twice_is_kept():
    assert read(b"/P <</MCID 3>> BDC EMC /P <</MCID 3>> BDC EMC").repeated == [3]


@pytest.mark.parametrize("stream", [b"/P <</MCID 0>> BDC", b"EMC", b"/P BMC EMC EMC /P BMC"])
def test_sequences_that_do_not_close_are_found(stream: bytes):
    assert read(stream).unbalanced


def test_resources_may_be_those_of_the_pages_above():
    pdf = pdf_of(b"/P <</MCID 0>> BDC BT /F 9 Tf (Words) Tj ET EMC")
    page = pdf.pages[0]
    pdf.Root.Pages.Resources = page.Resources
    del page.obj.Resources

    assert words(read_page(page, FileFonts())) == {0: ["Words"]}


def test_a_page_may_have_several_content_streams():
    pdf = pdf_of(b"")
    page = pdf.pages[0].obj
    page.Contents = Array(
        [pdf.make_stream(each) for each in (b"/P <</MCID 0>> BDC BT /F 9 Tf", b"(Words) Tj ET EMC")]
    )

    assert words(read_page(pdf.pages[0], FileFonts())) == {0: ["Words"]}
