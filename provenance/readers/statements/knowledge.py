"""The word lists that the readers themselves use."""

from provenance.model.knowledge import Knowledge
from provenance.readers.gazetteers import load_knowledge


def reading_knowledge() -> Knowledge:
    """The package's own tables: how a page is read must not depend on a user's lists."""
    return load_knowledge()
