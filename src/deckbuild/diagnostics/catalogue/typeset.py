"""Text and pictures that do not fit on slides and pages (3xx)."""

from __future__ import annotations

from deckbuild.diagnostics.catalogue.code import Code

ENTRIES = (
    Code(
        "DB301",
        "text does not fit",
        "The text needs more lines than its box has, in the smallest size that slides allow.",
        "Nothing is cut off, and nothing is set smaller than people can read: shorten it, or divide it "
        "between two slides.",
    ),
    Code(
        "DB302",
        "character missing in the font",
        "The brand's font has no drawing for a character.",
        "Programs would show a box in its place, or take another font for it.",
    ),
    Code(
        "DB303",
        "word wider than its box",
        "A word without a place to break is wider than its box.",
        "It would run out of the box, or break anywhere; often it is an address that should be a link's.",
    ),
    Code(
        "DB304",
        "block higher than a page",
        "Something of a handout that cannot be parted, such as a large field, is higher than a page.",
        "It would run out of the page, and its end could neither be read nor filled in.",
    ),
    Code(
        "DB305",
        "no room for a word on a page",
        "A word is wider than its column on a page, or a label of a chart has no room there.",
        "A word is broken where its line ends, and labels of a chart may touch one another.",
    ),
)
