"""The public functions on texts and names: no database, no files but the word lists."""

from collections.abc import Sequence

from provenance import names as name_subject
from provenance.claims import find_claims
from provenance.conflicts import find_passage_conflicts
from provenance.model.conflicts import Conflict
from provenance.model.names import EntityKind, Mention, NameComparison
from provenance.model.settings import ClaimSettings, NameSettings
from provenance.model.sources import Source, State
from provenance.readers.gazetteers import load_knowledge
from provenance.readers.taggers import load_tagger
from provenance.stages.annotate import annotate, resolved

_KINDS = frozenset(kind.value for kind in EntityKind)
_NAME_SETTINGS = NameSettings()


def compare_names(a: str, b: str, kind: str = "person") -> NameComparison:
    """Are two names one? `score` 0..1, `verdict` "same", "different" or "unsure", and the reasons.

    `kind`: person, organization, place, event or other; any other word is taken as other. Symmetric.
    """
    return name_subject.compare_names(a, b, _kind(kind), load_knowledge(), _NAME_SETTINGS)


def cluster_names(names: Sequence[tuple[str, str]]) -> list[int]:
    """A cluster number, from 0, for each (name, kind), in their order: equal numbers, one name.

    Names of different kinds never meet; kinds as in `compare_names`.
    """
    checked = [(name, _kind(kind)) for name, kind in names]
    return name_subject.cluster_names(checked, load_knowledge(), _NAME_SETTINGS)


def compare_passages(text_a: str, text_b: str) -> list[Conflict]:
    """Where two short texts on one subject cannot both hold, most severe first; [] if nothing was found.

    In the findings, `source_id` "a" is the first text and "b" the second; offsets are code points. That
    both speak of one subject is taken for granted. English.
    """
    knowledge = load_knowledge()
    texts = {"a": text_a, "b": text_b}
    sources = [Source(id=name, path=name, state=State.READ, text=text) for name, text in texts.items()]
    mentions = name_subject.find_mentions(texts, knowledge, None)
    aliases = name_subject.find_aliases(texts, mentions, knowledge)
    table = name_subject.resolve(texts, mentions, aliases, [], knowledge, NameSettings())
    a, b = annotate(sources, resolved(table.entities, texts), table.aliases, [])
    claims = [claim for one in (a, b) for claim in find_claims(one, knowledge, ClaimSettings())]
    return find_passage_conflicts(a, b, claims, knowledge)


def find_mentions(text: str, model: str = "auto") -> list[Mention]:
    """Names in an English text, by place; offsets are code points, `source_id` is "text".

    `model`: "none" (rules only), "auto" (rules, and an installed language model if there is one), or the
    model's package name. UnknownModel if that is not installed.
    """
    return name_subject.find_mentions({"text": text}, load_knowledge(), load_tagger(model))


def _kind(kind: str) -> str:
    """The kind of that name; what is none of ours is compared letter by letter, like any other name."""
    return kind if kind in _KINDS else EntityKind.OTHER.value
