"""Two passages against each other: no database, no files but the word lists."""

from provenance import names as name_subject
from provenance.claims import find_claims
from provenance.conflicts import find_passage_conflicts
from provenance.model.conflicts import Conflict
from provenance.model.settings import ClaimSettings, NameSettings, ReuseSettings
from provenance.model.sources import Source, State
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_alignments
from provenance.stages.annotate import annotate, resolved


def compare_passages(text_a: str, text_b: str) -> list[Conflict]:
    """Where two short texts on one subject cannot both hold, most severe first; [] if nothing was found.

    In the findings, `source_id` "a" is the first text and "b" the second; offsets are code points. That
    both speak of one subject is taken for granted: everything that the main job compares is compared, also
    inside each text, but no other spellings. English.
    """
    knowledge = load_knowledge()
    texts = {"a": text_a, "b": text_b}
    sources = [Source(id=name, path=name, state=State.READ, text=text) for name, text in texts.items()]
    mentions = name_subject.find_mentions(texts, knowledge, None)
    aliases = name_subject.find_aliases(texts, mentions, knowledge)
    alignments = find_alignments(texts, ReuseSettings(), knowledge)
    table = name_subject.resolve(texts, mentions, aliases, alignments, knowledge, NameSettings())
    a, b = annotate(sources, resolved(table.entities, texts), table.aliases, alignments)
    claims = [claim for one in (a, b) for claim in find_claims(one, knowledge, ClaimSettings())]
    return find_passage_conflicts(
        a, b, claims, knowledge, alignments=alignments, entities=list(table.entities)
    )
