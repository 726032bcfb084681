"""Make the static faces in `assets/fonts` from the packages that carry them; run when a family changes.

Arimo comes as a variable font, which a PDF would show at its lightest and which costs 0.8 s a face to
instantiate: too dear for a build. So its four faces are made here, cut to Latin, and kept with the project.
Atkinson Hyperlegible is copied as it is. Needs the development packages fontpkg-arimo and
fontpkg-atkinson-hyperlegible; writes the same bytes each time.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
LATIN = (
    (0x20, 0x7E),
    (0xA0, 0x24F),  # Latin-1, Latin Extended A and B
    (0x2B0, 0x2FF),
    (0x1E00, 0x1EFF),  # Latin Extended Additional, for Welsh
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x209C),
    (0x20A0, 0x20BF),
    (0x2100, 0x218B),  # letterlike signs and fractions
    (0x2190, 0x2199),
    (0x2200, 0x22FF),
    (0x25A0, 0x25FF),
    (0x2610, 0x2612),
)
ARIMO = (
    ("", "Arimo[wght].ttf", 400),
    ("Bold", "Arimo[wght].ttf", 700),
    ("Italic", "Arimo-Italic[wght].ttf", 400),
)
FACES = (*ARIMO, ("BoldItalic", "Arimo-Italic[wght].ttf", 700))


def package(name: str) -> Path:
    """Return the folder of an installed package.

    Raises:
        SystemExit: it is not installed.
    """
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(
            f"{name.replace('_', '-')} is not installed: pip install -c constraints.txt -e .[dev]"
        )
    return Path(spec.origin).parent


def static_face(source: Path, weight: int, style: str) -> TTFont:
    """Return one static face of a variable font, cut to Latin, named for its style."""
    font = instancer.instantiateVariableFont(
        TTFont(source, recalcTimestamp=False), {"wght": weight}, updateFontNames=True
    )
    options = subset.Options(
        layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], name_IDs=["*"], notdef_outline=True
    )
    options.hinting = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in LATIN for code in range(first, last + 1)])
    cutter.subset(font)
    postscript = f"Arimo-{style or 'Regular'}"
    font["name"].setName(postscript, 6, 3, 1, 0x409)
    return font


def main() -> None:
    """Write the faces and their licences."""
    arimo, atkinson = package("fontpkg_arimo"), package("fontpkg_atkinson_hyperlegible")
    for source, target in ((arimo, FONTS / "arimo"), (atkinson, FONTS / "atkinson-hyperlegible")):
        target.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / "LICENSE", target / "OFL.txt")
    for style, file, weight in FACES:
        face = static_face(arimo / "files" / file, weight, style)
        face.save(FONTS / "arimo" / f"Arimo-{style or 'Regular'}.ttf", reorderTables=True)
    for face_file in sorted((atkinson / "files").glob("*.ttf")):
        shutil.copyfile(face_file, FONTS / "atkinson-hyperlegible" / face_file.name)


if __name__ == "__main__":
    main()
