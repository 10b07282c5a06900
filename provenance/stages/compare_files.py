"""Two files → what they share, without a database."""

from pathlib import Path

from provenance.errors import UsageError
from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment
from provenance.model.settings import Settings
from provenance.model.sources import Source
from provenance.reuse import find_passages, find_versions, judge_directions, mark_versions
from provenance.stages.heads import not_compared
from provenance.stages.read_one import read_each
from provenance.stages.rights import text_with_rights
from provenance.text.masking import mask_furniture


def compare_files(
    a: Path, b: Path, settings: Settings, knowledge: Knowledge
) -> tuple[Source, Source, list[Alignment]]:
    """The documents in two files, and their shared passages as the stage of reuse would judge them.

    The `a` of an alignment need not be the first file. Errors as of `read_each`; UsageError if both are one.
    """
    one, other = read_each([a, b], settings.reading)
    if one.id == other.id:
        message = f"A and B, {a} and {b}, are one document: equal bytes under equal names"
        raise UsageError(message)
    sources = sorted((one, other), key=lambda source: source.id)
    texts = {source.id: source.text for source in sources}
    furniture = {source.id: not_compared(source) for source in sources}
    found = find_passages(texts, settings.reuse, knowledge, furniture)
    articles = [mask_furniture(source) for source in sources]
    versions = find_versions(articles, found.alignments, ())
    marked = mark_versions(found.alignments, versions)
    between = [each for each in marked if each.a.source_id != each.b.source_id]
    rights = {source.id: text_with_rights(source) for source in sources if source.furniture}
    return one, other, judge_directions(between, articles, knowledge, (), rights)
