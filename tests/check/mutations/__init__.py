"""Single faults of the example files, each with its place and what the message must say."""

from tests.check.mutations.base import LOCAL, Mutation
from tests.check.mutations.fields import BOXES, EXCLUDED, MISSING, MISSPELT
from tests.check.mutations.names import NAMES, PATHS
from tests.check.mutations.texts import MARKDOWN, NUMBERS, YAML
from tests.check.mutations.values import FORMS, KINDS, WORDS

__all__ = ["LOCAL", "MUTATIONS", "Mutation"]

MUTATIONS = (
    *MISSPELT,
    *MISSING,
    *BOXES,
    *EXCLUDED,
    *KINDS,
    *WORDS,
    *FORMS,
    *NAMES,
    *PATHS,
    *YAML,
    *MARKDOWN,
    *NUMBERS,
)
