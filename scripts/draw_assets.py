"""Render the cover picture from its SVG: ``python scripts/draw_assets.py [--check]``.

The SVG is the drawing; the PNG beside it is only its rendering for PowerPoint
(1600 x 1800 px, 24-bit, no metadata).  Rendering needs two development tools
from PyPI, ``resvg-py`` (drawn with 0.5.0) and ``Pillow`` (13.0.0); the package
itself needs neither.  With these versions the same SVG gives the same bytes.
``--check`` writes nothing and exits with 1 if the stored picture's pixels differ.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import resvg_py
from PIL import Image, ImageChops

IMAGES = Path(__file__).resolve().parent.parent / "assets" / "images"
PICTURES = {"hands-paper-family": (1600, 1800)}
MAX_BYTES = 400_000


def render(name: str) -> Image.Image:
    """Return the picture ``name`` as an opaque image of its declared size."""
    width, height = PICTURES[name]
    svg = (IMAGES / f"{name}.svg").read_text(encoding="utf-8")
    data = resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True)
    image = Image.open(io.BytesIO(bytes(data))).convert("RGB")
    if image.size != (width, height):
        raise ValueError(f"{name}: {image.size}, not {(width, height)}")
    return image


def main(arguments: list[str]) -> int:
    """Write every picture, or with ``--check`` compare it with the stored one."""
    for name in PICTURES:
        image, target = render(name), IMAGES / f"{name}.png"
        if "--check" in arguments:
            with Image.open(target) as stored:
                if ImageChops.difference(image, stored.convert("RGB")).getbbox():
                    print(f"{target}: not what the SVG draws", file=sys.stderr)
                    return 1
            continue
        buffer = io.BytesIO()
        image.save(buffer, "PNG", optimize=True)
        if buffer.tell() > MAX_BYTES:
            raise ValueError(f"{name}: {buffer.tell()} bytes, over {MAX_BYTES}")
        target.write_bytes(buffer.getvalue())
        print(f"{target}: {buffer.tell()} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
