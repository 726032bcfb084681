"""Plans and runs the steps from a project's files to its outputs; the one room that knows all the others."""

from deckbuild.pipeline.build import build
from deckbuild.pipeline.formats import DEFAULT_FORMATS, formats
from deckbuild.pipeline.request import BuildRequest, BuildResult, BuiltFile, Step

__all__ = ["DEFAULT_FORMATS", "BuildRequest", "BuildResult", "BuiltFile", "Step", "build", "formats"]
