"""The forms of a session, filled in by other programs: what was written is there again, and is shown.

pypdf fills in and saves; poppler, PDFium (the engine of Chrome's viewer) and a headless Chromium show. The
forms' font has the letters of Windows-1252, and those of Polish, Welsh, Turkish and Czech (`typing_font`).
"""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter

from tests.support.chromium import browser
from tests.support.cli import deckbuild
from tests.support.files import ROOT

FORMS = ("action-plan", "evaluation", "sign-in-sheet", "certificate")
SESSION, PROFILE = "pathways-to-harm", "education"
SCALE = 96 / 72
"""Pixels of a point, as a browser shows a page at its own size."""
WHITE = (255, 255, 255)
INK = 20
"""Pixels that a short word, or a chosen circle, has at least."""


@dataclass(frozen=True)
class Widget:
    """A field, or an option of it, on a page."""

    page: int
    name: str
    label: str
    kind: str
    box: tuple[float, float, float, float]
    """Left, top, right, bottom; points from the page's top left."""
    state: str
    """What an option stands for; empty for what is written."""


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The forms as a build writes them."""
    folder = tmp_path_factory.mktemp("forms")
    formats = [word for kind in FORMS for word in ("--format", kind)]
    done = deckbuild("build", SESSION, "--profile", PROFILE, *formats, "--output", folder, folder=ROOT)
    assert done.returncode == 0, done.stderr
    return {kind: folder / SESSION / PROFILE / f"{SESSION}-{PROFILE}-{kind}.pdf" for kind in FORMS}


@pytest.fixture(scope="module")
def filled(forms: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The forms with something in every field."""
    folder = tmp_path_factory.mktemp("filled")
    return {kind: fill(path, folder / f"{kind}.pdf") for kind, path in forms.items()}


def fill(path: Path, target: Path) -> Path:
    writer = PdfWriter(clone_from=path)
    writer.update_page_form_field_values(None, values(path), auto_regenerate=False)
    writer.write(target)
    return target


def values(path: Path) -> dict[str, str]:
    """Return something to write into each field: a word that occurs once, or the last option."""
    found = {}
    for number, each in enumerate(widgets(path)):
        if each.state:
            found[each.name] = each.state
        else:
            found[each.name] = f"Zoë{number}ŵ" + ("\nŶ" if each.kind == "multiline" else "")
    return found


def widgets(path: Path) -> list[Widget]:
    """Return the widgets of a file in the order of its pages and their annotations."""
    with pikepdf.open(path) as pdf:
        return [
            widget(annotation, number, float(page.mediabox[3]))
            for number, page in enumerate(pdf.pages)
            for annotation in page.obj.get("/Annots", ())
            if annotation.Subtype == "/Widget"
        ]


def widget(annotation: pikepdf.Object, page: int, height: float) -> Widget:
    owner = annotation if "/T" in annotation else annotation.Parent
    left, bottom, right, top = (float(edge) for edge in annotation.Rect)
    button = owner.FT == "/Btn"
    states = [name for name in annotation.AP.N if name != "/Off"] if button else [""]
    multiline = not button and int(owner.get("/Ff", 0)) >> 12 & 1
    kind = "button" if button else "multiline" if multiline else "text"
    return Widget(
        page, str(owner.T), str(owner.TU), kind, (left, height - top, right, height - bottom), states[0]
    )


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the elements of a structure tree, in reading order."""
    kids = node.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def printed(path: Path) -> str:
    """Return the text of a file as poppler reads it, with what stands in its fields."""
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, encoding="utf-8").stdout


def pictures(path: Path, scale: float = SCALE) -> list[Image.Image]:
    """Return the pages as PDFium draws them, with its drawing of forms."""
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    try:
        return [page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def changed(before: Image.Image, after: Image.Image, box: tuple[float, ...], scale: float = SCALE) -> int:
    """Return how many pixels in a box differ clearly between two pictures."""
    place = tuple(round(edge * scale) for edge in box)
    difference = ImageChops.difference(before.crop(place), after.crop(place)).convert("L")
    return sum(difference.histogram()[64:])


@pytest.mark.parametrize("kind", FORMS)
def test_what_pypdf_writes_is_in_the_file_again(forms: dict[str, Path], filled: dict[str, Path], kind: str):
    fields = PdfReader(filled[kind]).get_fields()

    assert fields
    assert {name: field.get("/V") for name, field in fields.items()} == values(forms[kind])


@pytest.mark.needs_poppler
@pytest.mark.parametrize("kind", FORMS)
def test_what_pypdf_writes_is_shown_by_poppler(forms: dict[str, Path], filled: dict[str, Path], kind: str):
    text = printed(filled[kind])

    written = [word for value in values(forms[kind]).values() if "Zoë" in value for word in value.split()]
    assert [word for word in written if word not in text.split()] == []


@pytest.mark.parametrize("kind", FORMS)
def test_what_pypdf_writes_is_drawn_by_pdfium_in_its_field(
    forms: dict[str, Path], filled: dict[str, Path], kind: str
):
    chosen = values(forms[kind])
    before, after = pictures(forms[kind], 3), pictures(filled[kind], 3)

    for each in widgets(forms[kind]):
        differs = changed(before[each.page], after[each.page], each.box, 3)
        assert (differs >= INK) == (each.state in ("", chosen[each.name])), each


@pytest.mark.parametrize("kind", FORMS)
def test_what_is_typed_into_pdfium_is_saved(forms: dict[str, Path], kind: str, tmp_path: Path):
    document = pypdfium2.PdfDocument(forms[kind])
    document.init_forms()
    texts = [each for each in widgets(forms[kind]) if each.kind == "text"]
    for number, each in enumerate(texts):
        type_into(document, each, f"Zoë {number}")
    document.save(tmp_path / "typed.pdf")
    document.close()

    fields = PdfReader(tmp_path / "typed.pdf").get_fields()
    assert fields
    assert [fields[each.name]["/V"] for each in texts] == [f"Zoë {number}" for number in range(len(texts))]


def type_into(document: pypdfium2.PdfDocument, widget: Widget, text: str) -> None:
    """Click into a field, and type in place of what it holds."""
    page, form = document[widget.page], document.formenv
    assert form
    left, top, right, bottom = widget.box
    x, y = (left + right) / 2, page.get_height() - (top + bottom) / 2
    pdfium.FORM_OnLButtonDown(form, page, 0, x, y)
    pdfium.FORM_OnLButtonUp(form, page, 0, x, y)
    pdfium.FORM_SelectAllText(form, page)
    for letter in text:
        pdfium.FORM_OnChar(form, page, ord(letter), 0)
    pdfium.FORM_ForceToKillFocus(form)


@pytest.mark.needs_chromium
@pytest.mark.slow
def test_what_pypdf_writes_is_shown_by_a_headless_chromium(forms: dict[str, Path], filled: dict[str, Path]):
    with browser() as tab:
        for kind in FORMS:
            expected = pictures(filled[kind])[0]
            shown = {path: page_in(tab, path, expected.size) for path in (forms[kind], filled[kind])}
            before, after = shown.values()
            chosen = values(forms[kind])
            for each in widgets(forms[kind]):
                if not each.page and each.state in ("", chosen[each.name]):
                    assert changed(before, after, each.box) >= INK, each


def page_in(tab: object, path: Path, size: tuple[int, int]) -> Image.Image:
    """Return the first page of a file as Chromium's viewer shows it at its own size."""
    tab.show(f"{path.as_uri()}#toolbar=0&navpanes=0&zoom=100", size[0] + 100, size[1] + 100)
    shown = tab.picture_once(lambda picture: corner(picture, size) is not None)
    left, top = corner(shown, size)
    return shown.crop((left, top, left + size[0], top + size[1]))


def corner(picture: Image.Image, size: tuple[int, int]) -> tuple[int, int] | None:
    """Return where the white page begins on the viewer's dark ground; None while it is not there."""
    ground = Image.new("RGB", picture.size, picture.getpixel((1, 1)))
    box = (
        ImageChops.difference(picture, ground).convert("L").point(lambda value: 255 * (value > 128)).getbbox()
    )
    return box[:2] if box and box[2] - box[0] > size[0] / 2 and box[3] - box[1] > size[1] / 2 else None


@pytest.mark.parametrize("kind", FORMS)
def test_tab_order_follows_the_tags_and_goes_down_the_page(forms: dict[str, Path], kind: str):
    with pikepdf.open(forms[kind]) as pdf:
        assert [page.obj.get("/Tabs") for page in pdf.pages] == ["/S"] * len(pdf.pages)
        tagged = [
            kid.Obj.objgen
            for element in elements(pdf.Root.StructTreeRoot)
            if element.S == "/Form"
            for kid in (element.K if isinstance(element.K, pikepdf.Array) else [element.K])
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
        ]
        placed = [
            annotation.objgen
            for page in pdf.pages
            for annotation in page.obj.get("/Annots", ())
            if annotation.Subtype == "/Widget"
        ]

    assert tagged == placed != []
    for one, other in pairwise(widgets(forms[kind])):
        if one.page == other.page:
            down, across = other.box[1] - one.box[1], other.box[0] - one.box[0]
            assert down > 1 or (abs(down) <= 1 and across > 0), (one, other)


@pytest.mark.parametrize("kind", FORMS)
def test_every_field_has_a_name_of_its_own_and_a_label(forms: dict[str, Path], kind: str):
    found = widgets(forms[kind])

    names = {each.name: each.label for each in found}
    assert all(names.values())
    assert len({*names.values()}) == len(names)
    # Options of one field share its name, and nothing else does.
    assert {each.kind for each in found if [other.name for other in found].count(each.name) > 1} <= {"button"}


@pytest.mark.needs_poppler
def test_required_fields_are_marked_in_words_and_for_readers(forms: dict[str, Path]):
    text = " ".join(printed(forms["action-plan"]).split())

    with pikepdf.open(forms["action-plan"]) as pdf:
        fields = {str(field.T): int(field.get("/Ff", 0)) for field in pdf.Root.AcroForm.Fields}
    assert [name for name, flags in fields.items() if flags & 2] == [
        "session",
        "agency",
        "filled-in-by",
        "session-date",
        "action-1",
        "action-1-who",
        "action-1-by-when",
        "agreed-by",
        "agreed-date",
    ]
    assert text.count("(required)") == 6
    assert "“Required” fields must be filled in; so must the first action: what, who, by when." in text


def test_what_the_session_knows_is_filled_in(forms: dict[str, Path]):
    for kind in ("action-plan", "evaluation"):
        fields = PdfReader(forms[kind]).get_fields()
        assert fields
        assert [fields[name].get("/V") for name in ("session", "version", "agency")] == [
            "Pathways to harm, pathways to protection",
            "1.0.0, 23 November 2026",
            "Education",
        ]


@pytest.mark.slow
@pytest.mark.parametrize("brand", ["worcestershire", "severn-vale"])
def test_certificates_are_one_page_and_sign_in_sheets_two_full_ones(brand: str, tmp_path: Path):
    formats = ("--format", "certificate", "--format", "sign-in-sheet")
    done = deckbuild(
        "build", "--profile", PROFILE, "--brand", brand, *formats, "--output", tmp_path, folder=ROOT
    )

    assert done.returncode == 0, done.stderr
    certificates, sheets = (sorted(tmp_path.rglob(f"*-{kind}.pdf")) for kind in formats[1::2])
    assert len(certificates) == len(sheets) > 3
    assert [len(PdfReader(path).pages) for path in certificates] == [1] * len(certificates)
    for path in sheets:
        rows = {(each.page, each.box[1]) for each in widgets(path) if each.name.endswith("-role")}
        assert len(rows) >= 20
        assert {page for page, _ in rows} == {0, 1}
        for number in (0, 1):
            tops = sorted(top for page, top in rows if page == number)
            assert min(lower - upper for upper, lower in pairwise(tops)) * 25.4 / 72 > 8.99
            # No further row fits over the footer, which begins 25 mm over the edge of the paper.
            assert (210 - 25) * 72 / 25.4 - tops[-1] < 2 * 9 * 72 / 25.4, path


NAMES = ("Zoë Müller", "Siân Ŵyn", "Łucja Żądło", "Şükrü Işık", "Jiří Dvořák", "O’Neill – Núñez")


@pytest.mark.needs_poppler
@pytest.mark.parametrize("name", NAMES)
def test_names_from_many_languages_are_shown_in_the_forms_own_font(
    forms: dict[str, Path], name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    assert name in printed(named(forms["certificate"], name, tmp_path / "named.pdf"))
    assert "not supported by font encoding" not in caplog.text


@pytest.mark.needs_poppler
def test_a_letter_that_the_font_lacks_is_kept_though_not_shown(forms: dict[str, Path], tmp_path: Path):
    path = named(forms["certificate"], "Ωmega", tmp_path / "named.pdf")

    fields = PdfReader(path).get_fields()
    assert fields
    assert fields["name"]["/V"] == "Ωmega"
    assert "Ωmega" not in printed(path)


def named(form: Path, name: str, target: Path) -> Path:
    writer = PdfWriter(clone_from=form)
    writer.update_page_form_field_values(None, {"name": name}, auto_regenerate=False)
    writer.write(target)
    return target
