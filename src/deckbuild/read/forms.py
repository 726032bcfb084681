"""The forms of single values: what a text that stands for an id, a date or a key looks like."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

Text = Annotated[str, Meta(min_length=1)]
"""Text that says something."""
Date = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", extra={"wanted": "a date such as 2027-03-31"})]
Language = Annotated[
    str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", extra={"wanted": "a language such as en-GB"})
]
Id = Annotated[
    str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", extra={"wanted": "an id such as types-of-abuse"})
]
"""Name of a file or slide: small letters, digits, single hyphens."""
SlideId = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$",
        extra={"wanted": "a module such as closing, or a slide such as closing/our-agency"},
    ),
]
OneSlideId = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$",
        extra={"wanted": "a slide such as closing/our-agency"},
    ),
]
Key = Annotated[
    str, Meta(pattern=r"^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$", extra={"wanted": "a key such as agency.people"})
]
Address = Annotated[
    str, Meta(pattern=r"^https?://[^\s/]+\.[^\s]+$", extra={"wanted": "an address that begins with https://"})
]
Minutes = Annotated[float, Meta(gt=0, le=600)]
Names = Annotated[list[Id], Meta(min_length=1)]
"""Ids, one at least."""
