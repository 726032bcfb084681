"""Dates as readers see them."""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(iso: str) -> str:
    """Return an ISO 8601 date as "23 November 2026", whatever the machine's locale is.

    Raises:
        ValueError: *iso* is not `YYYY-MM-DD`.
    """
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{day} {MONTHS[month - 1]} {year}"
