"""What a build made and found, as text for people and as JSON for programs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild import __version__
from deckbuild.diagnostics.emit import json_objects, summary, text_form

if TYPE_CHECKING:
    from deckbuild.pipeline import BuildResult, BuiltFile


def as_text(result: BuildResult, *, seconds: float | None, with_findings: bool = True) -> str:
    """Return findings, then the files and the time that it took; without *seconds* only the findings.

    Args:
        result: What was built.
        seconds: How long it took; None for no word of files and time.
        with_findings: False where they are printed in another form.
    """
    pieces = [text_form(result.diagnostics, result.places)] if with_findings else []
    if seconds is not None:
        pieces += ["\n".join(_file_lines(result)), _total(result, seconds)]
    elif result.diagnostics and with_findings:
        pieces.append(f"deckbuild: {summary(result.diagnostics)}")
    return "\n\n".join(piece for piece in pieces if piece)


def _file_lines(result: BuildResult) -> list[str]:
    rows = [(shown(each.path), _count(each.slides, "slide"), _size(each.bytes)) for each in result.files]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return [f"{path:<{widths[0]}}  {slides:>{widths[1]}}  {size:>{widths[2]}}" for path, slides, size in rows]


def _total(result: BuildResult, seconds: float) -> str:
    count = len(result.files)
    files = f"{_count(count, 'file')} written in {seconds:.1f} s" if count else "nothing written"
    found = summary(result.diagnostics)
    return f"deckbuild: {files}{f'; {found}' if found else ''}"


def shown(path: Path) -> str:
    """Return a path from where the command was given."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # on another drive of Windows
        return path.as_posix()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _size(count: int) -> str:
    return f"{count / 1000:,.0f} kB"


def as_json(result: BuildResult) -> str:
    """Return the whole result as a JSON object; paths are relative to the project where they lie in it."""
    import json

    return json.dumps(
        {
            "deckbuild": __version__,
            "files": [_object(each, result.root) for each in result.files],
            "diagnostics": json_objects(result.diagnostics, result.places),
        },
        ensure_ascii=False,
        indent=2,
    )


def _object(file: BuiltFile, root: Path) -> dict[str, str | int]:
    inside = file.path.is_relative_to(root)
    return {
        "path": (file.path.relative_to(root) if inside else file.path).as_posix(),
        "session": file.session,
        "profile": file.profile,
        "format": file.format,
        "slides": file.slides,
        "bytes": file.bytes,
        "sha256": file.sha256,
    }
