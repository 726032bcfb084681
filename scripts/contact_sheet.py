"""Sets every slide of a deck beside our own drawing of it: LibreOffice's at the left, ours at the right.

Run `python scripts/contact_sheet.py DECK.pptx SLIDES.pdf OUT_DIR`; both files come from
`deckbuild build --format pptx --format slides`. OUT_DIR gets the sheets; the slides that differ most are
named.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat
from pptx import Presentation
from soffice import SofficeError, to_pdf

GAP = 16
CAPTION = 36
GROUND, INK = (214, 218, 221), (27, 42, 51)
WORST = 8
"""How many slides to name as those that differ most."""


@dataclass(frozen=True)
class Pair:
    """A slide as LibreOffice shows it and as we draw it."""

    number: int
    name: str
    theirs: Image.Image
    ours: Image.Image

    @property
    def difference(self) -> float:
        """The mean difference of the pixels, per cent of black against white."""
        changed = ImageChops.difference(self.theirs, self.ours.resize(self.theirs.size)).convert("L")
        return float(ImageStat.Stat(changed).mean[0]) / 255 * 100


def main() -> int:
    """Return 0, 1 when the page counts differ, or 2 when LibreOffice cannot convert the deck."""
    options = _options()
    options.out_dir.mkdir(parents=True, exist_ok=True)
    try:
        converted = to_pdf(options.deck, options.out_dir)
    except SofficeError as problem:
        print(f"contact_sheet: {problem}", file=sys.stderr)
        return 2
    theirs, ours = (list(_pages(file, options.width)) for file in (converted, options.slides))
    names = [slide.name for slide in Presentation(str(options.deck)).slides]
    rows = zip(names, theirs, ours, strict=False)
    pairs = [Pair(number, *row) for number, row in enumerate(rows, 1)]
    for file in _sheets(pairs, options.out_dir, options.slides_a_sheet, options.columns):
        print(file)
    for pair in sorted(pairs, key=lambda pair: -pair.difference)[:WORST]:
        print(f"slide {pair.number} differs by {pair.difference:.2f} %  {pair.name}")
    if len(theirs) != len(ours) or len(theirs) != len(names):
        counts = f"{len(names)} slides, LibreOffice makes {len(theirs)} pages of it, and we {len(ours)}"
        print(f"contact_sheet: the deck has {counts}")
        return 1
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Compare LibreOffice's and our drawing of a deck, slide by slide."
    )
    parser.add_argument("deck", type=Path, metavar="DECK.pptx")
    parser.add_argument(
        "slides", type=Path, metavar="SLIDES.pdf", help="the same deck in the format `slides`"
    )
    parser.add_argument("out_dir", type=Path, metavar="OUT_DIR")
    parser.add_argument("--slides-a-sheet", type=int, default=4, metavar="N")
    parser.add_argument("--columns", type=int, default=1, metavar="N", help="pairs next to one another (1)")
    parser.add_argument("--width", type=int, default=960, metavar="PIXELS", help="of each drawing (960)")
    return parser.parse_args()


def _pages(file: Path, width: int) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(file)
    for page in document:
        yield page.render(scale=width / page.get_width()).to_pil().convert("RGB")


def _sheets(pairs: Sequence[Pair], folder: Path, count: int, columns: int) -> Iterator[Path]:
    """Write the sheets, *count* slides on each in *columns* columns of pairs, and yield their files."""
    for start in range(0, len(pairs), count):
        shown = pairs[start : start + count]
        file = folder / f"{folder.name}-{shown[0].number:02}-{shown[-1].number:02}.png"
        _sheet(shown, columns).save(file)
        yield file


def _sheet(pairs: Sequence[Pair], columns: int) -> Image.Image:
    width, height = pairs[0].theirs.size
    across, down = 2 * width + 3 * GAP, height + CAPTION + GAP
    rows = -(-len(pairs) // columns)
    sheet = Image.new("RGB", (across * columns, down * rows), GROUND)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(CAPTION * 0.6)
    for index, pair in enumerate(pairs):
        x, y = index % columns * across + GAP, index // columns * down
        caption = f"{pair.number}   {pair.name}   {pair.difference:.2f} %      LibreOffice | deckbuild"
        pen.text((x, y + CAPTION * 0.2), caption, INK, font)
        sheet.paste(pair.theirs, (x, y + CAPTION))
        sheet.paste(pair.ours, (x + width + GAP, y + CAPTION))
    return sheet


if __name__ == "__main__":
    sys.exit(main())
