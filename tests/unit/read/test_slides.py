"""The declaration of a slide comes from its slide layout."""

import msgspec
import pytest

from deckbuild.layouts import LAYOUTS
from deckbuild.read.slide_documents import SlideDoc
from deckbuild.read.slides import slide_declaration

COMMON = [
    "title",
    "notes",
    "minutes",
    "source",
    "evidence",
    "covers",
    "language",
    "exercise",
    "only",
    "except",
]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_declares_its_fields_besides_those_of_every_slide(layout: str):
    declared = msgspec.structs.fields(slide_declaration(layout))
    assert [each.encode_name for each in declared] == [
        *COMMON,
        *(each.name for each in LAYOUTS[layout].fields),
    ]
    assert [each.required for each in declared[len(COMMON) :]] == [
        each.required for each in LAYOUTS[layout].fields
    ]


def test_a_declaration_is_made_once():
    assert slide_declaration("prose") is slide_declaration("prose")


def test_a_slide_names_its_layout():
    tree = {
        "layout": "prose",
        "title": "T",
        "notes": {"purpose": "p", "ask": "a"},
        "text": "x",
        "minutes": "2.5",
    }
    made = msgspec.convert(tree, slide_declaration("prose"), strict=False)
    assert isinstance(made, SlideDoc)
    assert (made.title, made.minutes) == ("T", 2.5)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(tree | {"layout": "bullets"}, slide_declaration("prose"), strict=False)
