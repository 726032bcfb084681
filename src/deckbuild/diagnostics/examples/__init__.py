"""What each fault looks like in a file, and what to write instead.

The right lines are cut from the project `tests/projects/garden`, where a test puts the wrong ones in their
place and looks for the code. Faults that are not of a project's text are described in words.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.diagnostics.examples import assemble, bundle, output, read
from deckbuild.diagnostics.examples.base import Example

__all__ = ["EXAMPLES", "Example"]

EXAMPLES: Mapping[str, Example] = {**read.EXAMPLES, **assemble.EXAMPLES, **output.EXAMPLES, **bundle.EXAMPLES}
"""Code → example."""
