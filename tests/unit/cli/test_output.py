"""Exit codes, which are a table of the documentation."""

import pytest

from deckbuild.cli.output import exit_code
from deckbuild.diagnostics import error, warning
from deckbuild.model.origin import NOWHERE

ERROR = error("DB110", "wrong", NOWHERE)
WARNING = warning("DB210", "long", NOWHERE)


@pytest.mark.parametrize(
    ("found", "could_run", "strict", "code"),
    [
        ([], True, False, 0),
        ([WARNING], True, False, 0),
        ([WARNING], True, True, 1),
        ([ERROR], True, False, 1),
        ([ERROR], False, False, 2),
    ],
)
def test_the_exit_code_follows_the_findings(found: list, could_run: bool, strict: bool, code: int):
    assert exit_code(found, could_run=could_run, strict=strict) == code
