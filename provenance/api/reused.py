"""Passages that given texts share: no database, and of the word lists only what is needed."""

from collections.abc import Mapping
from importlib import import_module

from attrs import evolve

from provenance.errors import UsageError
from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment, ChangeKind
from provenance.model.settings import ReuseSettings
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_alignments

TIERS = ("verbatim", "paraphrase")


def find_reuse(texts: Mapping[str, str], tier: str = "verbatim", *, jobs: int = 1) -> list[Alignment]:
    """Passages that two places of `texts` share, also within one text, in the order of spans.

    `texts`: a name for each text → the text; spans name it as `source_id` and count Unicode code points.
    `tier`: "verbatim" (copied, also edited) or "paraphrase" (reworded too). Each alignment has a grade,
    0..1, and the list of its changes, each with its kind and, where more is known, a judgement in words
    ("another spelling", "another name", "possible misreading", "sentence dropped", "moved"). UsageError for
    another tier.

    `jobs`: processes that do it, this one among them; 0: as many as there are processors. Others are started
    for large piles only, of some megabytes that share much, and make no difference to the results. WorkerLost
    if one of them is killed.
    """
    if tier not in TIERS:
        message = f"no such tier: {tier!r}; there are {', '.join(TIERS)}"
        raise UsageError(message)
    knowledge = load_knowledge()
    alignments = _find(dict(texts), ReuseSettings(tier=tier, jobs=jobs), knowledge)
    named = [any(change.kind is ChangeKind.NAME for change in each.changes) for each in alignments]
    if not any(named):
        return alignments
    # the comparison of names takes longer to load than most texts to compare, and few copies change a name
    judge = import_module("provenance.names.resolving.name_changes").judge_open_names
    return [
        evolve(each, changes=judge(each.changes, knowledge)) if has_name else each
        for each, has_name in zip(alignments, named, strict=True)
    ]


def _find(texts: Mapping[str, str], settings: ReuseSettings, knowledge: Knowledge) -> list[Alignment]:
    if settings.jobs == 1:
        return find_alignments(texts, settings, knowledge)
    with import_module("provenance.stages.spreading").Workers(settings.jobs) as workers:
        return find_alignments(texts, settings, knowledge, spread=workers)
