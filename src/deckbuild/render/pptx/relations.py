"""The relationships, pictures and charts that a part gathers while its XML is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from deckbuild.model.parts import Media, Member, Relation

if TYPE_CHECKING:
    from deckbuild.model.parts import ChartParts, RelationKind
    from deckbuild.model.source import Picture
    from deckbuild.model.text import Link


class Relations:
    """Gives relationship ids in the order of need; one target of one kind keeps one id."""

    def __init__(self, first: int = 1) -> None:
        self._first = first
        self._ids: dict[tuple[RelationKind, str], str] = {}
        self._media: dict[str, Media] = {}
        self._charts: list[ChartParts] = []

    def to(self, kind: RelationKind, target: str = "") -> str:
        """Return the id of the relationship to a target."""
        return self._ids.setdefault((kind, target), f"rId{self._first + len(self._ids)}")

    def to_picture(self, picture: Picture) -> str:
        """Return the id of the relationship to a picture, and keep the picture."""
        if picture.digest not in self._media:
            extension: Literal["png", "jpeg"] = "png" if picture.media_type == "image/png" else "jpeg"
            self._media[picture.digest] = Media(picture.digest, extension, Member.store(picture.data))
        return self.to("image", picture.digest)

    def to_chart(self, parts: ChartParts) -> str:
        """Return the id of the relationship to a chart, and keep the chart."""
        self._charts.append(parts)
        return self.to("chart", str(len(self._charts) - 1))

    def to_link(self, link: Link) -> str:
        """Return the id of the relationship to a link's target."""
        return self.to("hyperlink", link.target) if link.slide is None else self.to("slide", link.slide)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """All relationships, in the order of their ids."""
        return tuple(Relation(id_, kind, target) for (kind, target), id_ in self._ids.items())

    @property
    def media(self) -> tuple[Media, ...]:
        """The pictures, in the order of their first use."""
        return tuple(self._media.values())

    @property
    def charts(self) -> tuple[ChartParts, ...]:
        """The charts, in the order of the tree."""
        return tuple(self._charts)
