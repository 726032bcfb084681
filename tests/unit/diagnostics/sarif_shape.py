"""What SARIF 2.1.0 wants of a log, of the parts that we write: a list of what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

Check = Callable[[object, str], Iterator[str]]


def faults(log: object) -> list[str]:
    """Return what is wrong with a log (sections 3.13 to 3.52 of the standard), each with its JSON path."""
    return list(LOG(log, "$"))


def mapping(required: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    """Return a check of an object: what it must have, what it may have, and nothing else."""

    def check(value: object, path: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{path} is no object"
            return
        yield from (f"{path}.{name} is missing" for name in required if name not in value)
        for name, each in value.items():
            known = {**required, **optional}.get(name)
            if known is None:
                yield f"{path}.{name} is not of the standard"
            else:
                yield from known(each, f"{path}.{name}")

    return check


def each(item: Check, *, unique: bool = False, least: int = 0) -> Check:
    """Return a check of an array."""

    def check(value: object, path: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{path} is no array"
            return
        if len(value) < least:
            yield f"{path} has fewer than {least} elements"
        if unique and any(one in value[:n] for n, one in enumerate(value)):
            yield f"{path} has an element twice"
        for n, one in enumerate(value):
            yield from item(one, f"{path}[{n}]")

    return check


def text(pattern: str = "(?s).+") -> Check:
    """Return a check of a text."""

    def check(value: object, path: str) -> Iterator[str]:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            yield f"{path} is {value!r}"

    return check


def number(least: int) -> Check:
    """Return a check of a whole number."""

    def check(value: object, path: str) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            yield f"{path} is {value!r}"

    return check


def bag(value: object, path: str) -> Iterator[str]:
    """Check a property bag, which may hold anything (3.8)."""
    if not isinstance(value, dict):
        yield f"{path} is no object"


def one_of(*values: str) -> Check:
    """Return a check of a text of a list."""
    return text("|".join(values))


def texts(value: object, path: str) -> Iterator[str]:
    """Check an object whose values are texts."""
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        yield f"{path} is no object of texts"


MESSAGE = mapping({"text": text()}, {"markdown": text()})
URI = text(r"[A-Za-z0-9%/._~!$&'()*+,;=@:-]+")
ARTIFACT = mapping({"uri": URI}, {"uriBaseId": text("%[A-Z]+%")})


def region(value: object, path: str) -> Iterator[str]:
    """Check a region of lines and columns (3.30): it counts from 1, and its end is not before its start."""
    places = {name: number(1) for name in ("startLine", "startColumn", "endLine", "endColumn")}
    yield from mapping(
        {"startLine": number(1)}, {**places, "snippet": mapping({"text": text("(?s).*")}, {})}
    )(value, path)
    if (
        isinstance(value, dict)
        and "endLine" not in value
        and value.get("endColumn", 10**6) <= value.get("startColumn", 1)
    ):
        yield f"{path} ends before it begins"


PHYSICAL = mapping({"artifactLocation": ARTIFACT}, {"region": region, "contextRegion": region})
LOGICAL = mapping({"fullyQualifiedName": text()}, {"kind": text()})
LOCATION = mapping(
    {}, {"id": number(0), "physicalLocation": PHYSICAL, "logicalLocations": each(LOGICAL), "message": MESSAGE}
)
RULE = mapping({"id": text()}, {"shortDescription": MESSAGE, "fullDescription": MESSAGE, "help": MESSAGE})
RESULT = mapping(
    {
        "message": MESSAGE,
        "ruleId": text(),
        "ruleIndex": number(0),
        "level": one_of("none", "note", "warning", "error"),
    },
    {
        "locations": each(LOCATION),
        "relatedLocations": each(LOCATION, unique=True),
        "partialFingerprints": texts,
        "properties": bag,
    },
)
DRIVER = mapping({"name": text()}, {"version": text(), "rules": each(RULE, unique=True)})
RUN = mapping(
    {"tool": mapping({"driver": DRIVER}, {}), "results": each(RESULT)},
    {"columnKind": one_of("utf16CodeUnits", "unicodeCodePoints"), "originalUriBaseIds": bag},
)
LOG = mapping({"version": text(r"2\.1\.0"), "runs": each(RUN)}, {"$schema": text("https://.*")})
