"""What a build made and found, as text for people and as JSON for programs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild import __version__
from deckbuild.cli.output import exit_code, show, tell

if TYPE_CHECKING:
    from deckbuild.pipeline import BuildResult, BuiltFile
    from deckbuild.pipeline.unchanged import Shown


def report(result: BuildResult, shown: Shown, seconds: float) -> int:
    """Print a result as its command wants it, and return the exit code. *seconds* is how long it took."""
    if shown.json:
        show(as_json(result))
    else:
        _tell(result, shown.diagnostics, None if shown.quiet else seconds)
    return exit_code(result.diagnostics, could_run=result.could_run, strict=shown.strict)


def _tell(result: BuildResult, form: str, seconds: float | None) -> None:
    """Print findings, files and time. In a form for machines the findings are data: standard output."""
    if form != "text":
        from deckbuild.diagnostics.emit import render

        show(render(result.diagnostics, result.places, form))
    text = as_text(result, seconds=seconds, with_findings=form == "text")
    if text:
        tell(text)


def as_text(result: BuildResult, *, seconds: float | None, with_findings: bool = True) -> str:
    """Return findings, then the files and the time that it took; without *seconds* only the findings.

    Args:
        result: What was built.
        seconds: How long it took; None for no word of files and time.
        with_findings: False where they are printed in another form.
    """
    pieces: list[str] = []
    if result.diagnostics and with_findings:
        from deckbuild.diagnostics.emit import text_form

        pieces.append(text_form(result.diagnostics, result.places))
    if seconds is not None:
        pieces += ["\n".join(_file_lines(result)), _total(result, seconds)]
    elif result.diagnostics and with_findings:
        pieces.append(f"deckbuild: {_summary(result)}")
    return "\n\n".join(piece for piece in pieces if piece)


def _file_lines(result: BuildResult) -> list[str]:
    rows = [(shown(each.path), _count(each.slides, "slide"), _size(each.bytes)) for each in result.files]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return [f"{path:<{widths[0]}}  {slides:>{widths[1]}}  {size:>{widths[2]}}" for path, slides, size in rows]


def _total(result: BuildResult, seconds: float) -> str:
    found = _summary(result)
    return f"deckbuild: {_made(result)} in {seconds:.1f} s{f'; {found}' if found else ''}"


def _made(result: BuildResult) -> str:
    count, written = len(result.files), sum(each.written for each in result.files)
    if not count:
        return "nothing written"
    if written == count:
        return f"{_count(count, 'file')} written"
    stand = f"{_count(count - written, 'file')} unchanged"
    return f"{_count(written, 'file')} written, {stand}" if written else stand


def _summary(result: BuildResult) -> str:
    if not result.diagnostics:
        return ""
    from deckbuild.diagnostics.emit import summary

    return summary(result.diagnostics)


def shown(path: Path) -> str:
    """Return a path from where the command was given."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # on another drive of Windows
        return path.as_posix()


def path_in(root: Path, path: Path) -> str:
    """Return a path from the project's folder where it lies in it, for programs."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _size(count: int) -> str:
    return f"{count / 1000:,.0f} kB"


def as_json(result: BuildResult) -> str:
    """Return the whole result as a JSON object; paths are relative to the project where they lie in it."""
    import json

    from deckbuild.diagnostics.emit import json_objects

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
    return {
        "path": path_in(root, file.path),
        "session": file.session,
        "profile": file.profile,
        "format": file.format,
        "slides": file.slides,
        "bytes": file.bytes,
        "sha256": file.sha256,
    }
