"""The table of kinds, and the promise that the same input gives the same bytes wherever it runs."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from deckbuild.render.pdf import KINDS, render
from tests.unit.render_pdf.sample import ROOT, sample

DIGEST = """
import hashlib, sys
from deckbuild.render.pdf import render
from tests.unit.render_pdf.sample import sample
s = sample()
print(hashlib.sha256(render(sys.argv[1], s.deck, s.scenes, s.template, s.fonts)).hexdigest())
"""


def python(*arguments: str, cwd: Path, **environment: str) -> str:
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    every = os.environ | {"PYTHONPATH": paths} | environment
    done = subprocess.run([sys.executable, *arguments], cwd=cwd, env=every, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_every_kind_says_what_it_is() -> None:
    assert list(KINDS) == ["slides", "handout-3up"]
    assert all(kind.doc for kind in KINDS.values())


def test_an_unknown_kind_is_refused() -> None:
    chosen = sample()
    with pytest.raises(KeyError, match="handout-9up"):
        render("handout-9up", chosen.deck, chosen.scenes, chosen.template, chosen.fonts)


def test_naming_the_kinds_loads_no_reportlab(tmp_path: Path) -> None:
    code = "import sys, deckbuild.render.pdf; print('reportlab' in sys.modules, 'PIL' in sys.modules)"
    assert python("-c", code, cwd=tmp_path) == "False False"


def test_drawing_loads_no_platypus(tmp_path: Path) -> None:
    code = (
        "import sys, deckbuild.render.pdf.slides, deckbuild.render.pdf.handout_3up; "
        "print('reportlab.platypus' in sys.modules)"
    )
    assert python("-c", code, cwd=tmp_path) == "False"


@pytest.mark.parametrize("kind", ["slides", "handout-3up"])
def test_the_same_input_gives_the_same_bytes(kind: str, tmp_path: Path) -> None:
    chosen = sample()
    here = [render(kind, chosen.deck, chosen.scenes, chosen.template, chosen.fonts) for _ in range(2)]
    assert here[0] == here[1]
    elsewhere = python(
        "-c",
        DIGEST,
        kind,
        cwd=tmp_path,
        PYTHONHASHSEED="7",
        TZ="Pacific/Auckland",
        SOURCE_DATE_EPOCH="1000000000",
        RL_useA85="1",
        RL_pageCompression="0",
        RL_invariant="0",
        HOME=str(tmp_path),
    )
    assert elsewhere == hashlib.sha256(here[0]).hexdigest()


def test_the_identifier_follows_the_content() -> None:
    chosen = sample()
    both = [render(kind, chosen.deck, chosen.scenes, chosen.template, chosen.fonts) for kind in KINDS]
    ids = [data[data.rindex(b"/ID") :][:90] for data in both]
    assert ids[0] != ids[1]
    assert b"0" * 32 not in ids[0]
