"""Converts decks to PDF with LibreOffice, which sees the project's fonts and none of a user's settings.

For the contact sheet and for the tests that take LibreOffice as an outside judge; a build never needs it.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "assets" / "fonts"
SECONDS = 180.0

FONT_SETTINGS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <test name="family" compare="eq"><string>Arial</string></test>
    <edit name="family" mode="append" binding="strong"><string>Arimo</string></edit>
  </match>
</fontconfig>
"""


class SofficeError(Exception):
    """LibreOffice is missing, or did not convert a file."""


def is_installed() -> bool:
    """Return whether `to_pdf` can work here."""
    return shutil.which("soffice") is not None


def to_pdf(source: Path, out_dir: Path) -> Path:
    """Return the PDF that LibreOffice makes of *source*, in *out_dir* under the same name.

    Raises:
        SofficeError: LibreOffice is not installed, takes too long, or writes nothing.
    """
    program = shutil.which("soffice")
    if program is None:
        raise SofficeError("LibreOffice is not installed: there is no soffice on the PATH")
    target = out_dir / f"{source.stem}.pdf"
    target.unlink(missing_ok=True)
    profile = _profile()
    command = [program, f"-env:UserInstallation={(profile / 'user').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", str(out_dir), str(source)]
    environment = os.environ | {"FONTCONFIG_FILE": str(profile / "fonts.conf")}
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise SofficeError(f"LibreOffice took more than {SECONDS:g} s for {source.name}") from late
    if not target.is_file():
        said = " ".join(f"{done.stdout} {done.stderr}".split())
        raise SofficeError(f"LibreOffice made no PDF of {source.name} (exit code {done.returncode}): {said}")
    return target


@cache
def _profile() -> Path:
    """Return this process's own settings folder: two LibreOffices in one folder would wait for each other."""
    folder = Path(tempfile.mkdtemp(prefix="deckbuild-soffice-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = FONT_SETTINGS.format(fonts=escape(str(FONTS)), cache=escape(str(folder / "cache")))
    (folder / "fonts.conf").write_text(settings, "utf-8")
    return folder
