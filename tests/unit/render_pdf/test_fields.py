"""Form fields: names, labels, values and looks, in the order in which they are read."""

from io import BytesIO

import pikepdf
import pytest

from deckbuild.model.document import Field
from deckbuild.model.paged import FieldNode
from deckbuild.model.scene import LevelStyle
from deckbuild.render.pdf.typing_font import FREE, MORE, encoding
from tests.support.paged import FIELDS, made
from tests.unit.render_pdf.drawing import box, drawn, page_pdf
from tests.unit.render_pdf.looking import pixels
from tests.unit.render_pdf.tagged import tree

STYLE = LevelStyle(12, 15, "ink")


def form(*fields: Field, style: LevelStyle = STYLE) -> bytes:
    """Return a page of fields, each 30 points high, one under another."""
    nodes = []
    for row, field in enumerate(fields):
        many = field.kind == "radio"
        boxes = tuple(
            box(50 + 40 * n, 50 + 40 * row, 30 if many or field.kind == "checkbox" else 400, 30)
            for n in range(len(field.options) if many else 1)
        )
        nodes.append(("Div" if many else "Form", FieldNode(field, boxes, style)))
    return page_pdf(*nodes)  # type: ignore[arg-type]


def terminal(field: pikepdf.Object, above: str = "") -> dict[str, pikepdf.Object]:
    """Return the fields at or below one, by their full names."""
    name = f"{above}.{field.T}".lstrip(".")
    if "/FT" in field:
        return {name: field}
    return {key: each for kid in field.Kids for key, each in terminal(kid, name).items()}


def fields_of(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Return all fields of a file by their full names."""
    return {key: each for field in pdf.Root.AcroForm.Fields for key, each in terminal(field).items()}


@pytest.fixture(scope="module")
def whole() -> bytes:
    chosen = made()
    return drawn(chosen.paged, *chosen.scenes.values())


def test_fields_have_names_and_labels_in_reading_order(whole: bytes) -> None:
    with pikepdf.open(BytesIO(whole)) as pdf:
        found = {name: str(field.TU) for name, field in fields_of(pdf).items()}
    assert sorted(found.items()) == sorted((field.name, field.label) for field in FIELDS)
    order = ["agency", "session.date", "session.title", "plan", "agree", "later", "useful", "role"]
    assert list(found) == order


def test_kinds_are_types_and_flags(whole: bytes) -> None:
    with pikepdf.open(BytesIO(whole)) as pdf:
        found = {name: (str(field.FT), int(field.Ff)) for name, field in fields_of(pdf).items()}
    assert found == {
        "agency": ("/Tx", 2),  # required
        "session.date": ("/Tx", 0),
        "session.title": ("/Tx", 0),
        "plan": ("/Tx", 1 << 12),  # several lines
        "agree": ("/Btn", 2),
        "later": ("/Btn", 0),
        "useful": ("/Btn", 1 << 15 | 1 << 14),  # radio button that stays on
        "role": ("/Ch", 1 << 17),  # a list that opens
    }


def test_values_are_the_prefilled_ones_and_what_a_reset_brings_back(whole: bytes) -> None:
    with pikepdf.open(BytesIO(whole)) as pdf:
        fields = fields_of(pdf)
        values = {name: str(field.V) for name, field in fields.items() if "/V" in field}
        assert values == {
            "agency": "The school – Llŷn",
            "session.date": "23 November 2026",
            "plan": FIELDS[3].value,
            "agree": "/Yes",
            "later": "/Off",
            "useful": "/Very",
            "role": "Teacher",
        }
        assert fields["agency"].DV == fields["agency"].V
        assert [str(each) for each in fields["role"].Opt] == list(FIELDS[7].options)


def test_every_widget_is_in_a_form_element_of_its_own(whole: bytes) -> None:
    forms = tree(whole).find("Form")
    assert [each.outline() for each in forms] == [["Form", ["field"]]] * 10


def test_a_widget_has_a_look_for_each_state_and_no_other(whole: bytes) -> None:
    with pikepdf.open(BytesIO(whole)) as pdf:
        widgets = [each for each in pdf.pages[2].Annots if each.Subtype == "/Widget"]
        assert len(widgets) == 10
        for widget in widgets:
            assert list(widget.AP) == ["/N"]
            assert int(widget.F) == 4
            left, bottom, right, top = (float(edge) for edge in widget.Rect)
            looks = [widget.AP.N] if isinstance(widget.AP.N, pikepdf.Stream) else list(widget.AP.N.values())
            for look in looks:
                size = [float(edge) for edge in look.BBox]
                assert size == pytest.approx([0, 0, right - left, top - bottom], abs=0.01)
        fields = fields_of(pdf)
        assert list(fields["agree"].AP.N) == ["/Off", "/Yes"]
        assert (fields["agree"].AS, fields["later"].AS) == ("/Yes", "/Off")
        assert [str(each.AS) for each in fields["useful"].Kids] == ["/Off", "/Off", "/Very"]
        assert "/NeedAppearances" not in pdf.Root.AcroForm


def test_each_option_of_a_radio_button_says_its_question_and_itself(whole: bytes) -> None:
    with pikepdf.open(BytesIO(whole)) as pdf:
        said = [str(each.TU) for each in fields_of(pdf)["useful"].Kids]
    assert said == [f"How useful was it?: {option}" for option in ("Not", "A little", "Very")]


def test_what_people_type_has_an_embedded_font_with_the_letters_of_many_names(whole: bytes) -> None:
    with pikepdf.open(BytesIO(whole)) as pdf:
        acroform = pdf.Root.AcroForm
        [(name, font)] = acroform.DR.Font.items()
        assert (font.Subtype, font.Encoding.BaseEncoding) == ("/TrueType", "/WinAnsiEncoding")
        assert differences(font.Encoding) == dict(zip(FREE, MORE.values(), strict=True))
        assert "/FontFile2" in font.FontDescriptor
        widths = dict(enumerate((int(width) for width in font.Widths), int(font.FirstChar)))
        empty = {code for code in widths if widths[code] == 0}
        assert empty == {9, 10, 11, 12, 13}
        assert str(fields_of(pdf)["agency"].DA).startswith(f"{name} 11.00 Tf ")
        assert str(acroform.DA).startswith(f"{name} ")


def differences(encoding: pikepdf.Object) -> dict[int, str]:
    """Return the names that an encoding gives to codes."""
    found: dict[int, str] = {}
    code = 0
    for each in encoding.Differences:
        if isinstance(each, pikepdf.Name):
            found[code] = str(each)[1:]
            code += 1
        else:
            code = int(each)
    return found


def test_a_font_names_no_letter_that_it_lacks() -> None:
    assert b"[31/scedilla 127/Ccaron]" in encoding({"ş", "Č", "a"})


def test_a_state_is_shown_and_its_absence_is_not() -> None:
    data = form(
        Field("a", "checkbox", "A", "yes"),
        Field("b", "checkbox", "B"),
        Field("c", "radio", "C", "one", options=("one", "two")),
    )
    found = pixels(data, 0, ((63, 72), (63, 112), (65, 145), (105, 145)))
    assert [each != (255, 255, 255) for each in found] == [True, False, True, False]


def test_a_long_value_is_broken_in_a_field_of_several_lines_alone() -> None:
    words = "word " * 60
    fields = Field("a", "multiline", "A", words, lines=4), Field("b", "text", "B", words)
    with pikepdf.open(BytesIO(form(*fields))) as pdf:
        many, one = (each.AP.N.read_bytes().count(b"TJ") for each in pdf.pages[0].Annots)
    assert many == 5
    assert one == 1


def test_lines_that_were_written_stay_lines() -> None:
    with pikepdf.open(BytesIO(form(Field("a", "multiline", "A", "one\ntwo\n\nthree", lines=4)))) as pdf:
        assert pdf.pages[0].Annots[0].AP.N.read_bytes().count(b"TJ") == 4


@pytest.mark.parametrize(("align", "number"), [("l", 0), ("ctr", 1), ("r", 2)])
def test_text_stands_where_the_style_has_it(align: str, number: int) -> None:
    data = form(Field("a", "text", "A", "MMM"), style=LevelStyle(20, 24, "ink", align=align))  # type: ignore[arg-type]
    with pikepdf.open(BytesIO(data)) as pdf:
        assert int(pdf.pages[0].Annots[0].Q) == number
    row = pixels(data, 0, ((x, 66) for x in range(50, 450)))
    ink = [x for x, colour in enumerate(row, 50) if colour != (255, 255, 255)]
    middle = (min(ink) + max(ink)) / 2
    assert {"l": middle < 120, "ctr": 230 < middle < 270, "r": middle > 380}[align]


def test_names_with_dots_are_paths() -> None:
    fields = [Field(name, "text", name) for name in ("a.b", "a.c.d", "e")]
    with pikepdf.open(BytesIO(form(*fields))) as pdf:
        assert list(fields_of(pdf)) == ["a.b", "a.c.d", "e"]
        [first, second] = pdf.Root.AcroForm.Fields
        assert (str(first.T), "/FT" in first, str(second.T)) == ("a", False, "e")
        assert first.Kids[0].Parent.objgen == first.objgen


@pytest.mark.parametrize("names", [("a", "a"), ("a", "a.b"), ("a.b", "a")])
def test_names_that_clash_are_refused(names: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=r"called a|is a field and a part of the names of others"):
        form(*(Field(name, "text", "A") for name in names))


def test_a_long_option_is_a_name_that_readers_take() -> None:
    options = ("ä" * 100, "b")
    with pikepdf.open(BytesIO(form(Field("a", "radio", "A", options[0], options=options)))) as pdf:
        [first, _] = fields_of(pdf)["a"].Kids
        states = [state for state in first.AP.N if state != "/Off"]
        assert states == ["/" + "ä" * 60]
        assert first.AS == states[0] == fields_of(pdf)["a"].V


def test_a_document_without_fields_has_no_form() -> None:
    with pikepdf.open(BytesIO(page_pdf())) as pdf:
        assert "/AcroForm" not in pdf.Root
