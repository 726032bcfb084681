"""Text and pictures that do not fit on slides (3xx)."""

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
)
