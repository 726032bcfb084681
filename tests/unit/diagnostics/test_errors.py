"""Faults of the program or the system say how the process ends."""

import pytest

from deckbuild.diagnostics.errors import (
    CannotRunError,
    DeckbuildError,
    FileError,
    InternalError,
    ProjectNotFoundError,
)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (ProjectNotFoundError("x"), 2),
        (FileError("a.pptx", "full"), 2),
        (CannotRunError("x"), 2),
        (InternalError("x"), 3),
    ],
)
def test_each_fault_has_its_exit_code(fault: DeckbuildError, code: int):
    assert fault.exit_code == code


def test_a_file_that_is_refused_is_named_with_the_reason():
    fault = FileError("a.pptx", "No space left on device")
    assert (str(fault), fault.path, fault.reason) == (
        "a.pptx: No space left on device",
        "a.pptx",
        "No space left on device",
    )
