"""Numbers in words, as certificates say them: minutes in, words out."""

from __future__ import annotations

SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int) -> str:
    """Return a number from 0 to 99 in words: "twenty-five"; from 100 on in figures."""
    if number < 20:
        return SMALL[number]
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{SMALL[ones]}" if ones else "")


def hours_in_words(minutes: float) -> str:
    """Return a length of time in words, to the minute: "two hours", "one hour and thirty minutes"."""
    hours, rest = divmod(round(minutes), 60)
    words = [_counted(hours, "hour")] if hours else []
    if rest or not hours:
        words.append(_counted(rest, "minute"))
    return " and ".join(words)


def _counted(number: int, noun: str) -> str:
    return f"{in_words(number)} {noun}" if number == 1 else f"{in_words(number)} {noun}s"
