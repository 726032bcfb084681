"""Pictures in a slot: cropped evenly to its shape, never stretched."""

from __future__ import annotations

from deckbuild.model.scene import PictureNode
from deckbuild.model.source import Picture
from deckbuild.model.template import TemplateLayout
from deckbuild.model.units import Box


def crop_to(size: tuple[int, int], box: Box) -> tuple[float, float, float, float]:
    """Return the fractions to cut off left, top, right and bottom so that a picture has its box's shape."""
    width, height = size
    wanted = box.w / box.h
    if width / height > wanted:
        side = (1 - height * wanted / width) / 2
        return side, 0.0, side, 0.0
    side = (1 - width / wanted / height) / 2
    return 0.0, side, 0.0, side


def filled(layout: TemplateLayout, slot: str, picture: Picture) -> PictureNode:
    """Return the picture that fills a slot."""
    place = layout.placeholders[slot]
    return PictureNode(
        place.name, place.box, picture, crop_to(picture.size, place.box), place.placeholder, inherited=True
    )
