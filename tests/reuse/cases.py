"""Values that the tests of reuse share."""

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment
from provenance.model.settings import ReuseSettings
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.model.spans import Span
from provenance.reuse import find_alignments

SETTINGS = ReuseSettings()
MONTHS = "january february march april may june july august september october november december".split()
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
KNOWLEDGE = Knowledge(
    months={name: place for place, name in enumerate(MONTHS, 1)},
    weekdays={name: place for place, name in enumerate(DAYS)},
    number_words={"three": 3.0, "four": 4.0, "fourteen": 14.0, "dozen": 12.0},
    negations=frozenset({"not", "no", "never"}),
    modals=frozenset({"may", "will", "must"}),
    conditions=frozenset({"if", "unless"}),
    hedges={"about": "about", "at least": "at_least", "nearly": "about"},
    say_verbs={"said": "say", "says": "say", "claimed": "claim"},
    common_words=frozenset({"the", "a", "harbour"}),
)
FERRY = (
    "The old ferry left the harbour shortly before noon with more passengers than its papers allowed, and "
    "the pilot who had warned the owner twice that week watched it go from the end of the breakwater."
)
MILL = (
    "Nobody in the valley remembered a winter in which the mill stood still for so long, and when the wheel "
    "turned again in April the children were let out of school to see the water come over the boards."
)
BAKER = (
    "Every morning before the buses run, a baker on the corner of Quarry Lane puts two loaves on the step of "
    "the house across the street, where a retired clerk feeds a family of crows with them."
)


def find(**texts: str) -> list[Alignment]:
    """Alignments of these texts."""
    return find_alignments(texts, SETTINGS, KNOWLEDGE)


def source(name: str, text: str, published: str | None = None, publisher: str | None = None) -> Source:
    """A source; `published`: a day, stated in the text."""
    metadata = []
    if published:
        early, late = f"{published}T00:00:00+00:00", f"{published}T23:59:59+00:00"
        metadata.append(Metadatum("published", published, Basis.STATED, None, None, early, late))
    if publisher:
        metadata.append(Metadatum("publisher", publisher, Basis.STATED))
    return Source(name, f"{name}.txt", State.READ, text=text, metadata=tuple(metadata))


def side(name: str, text: str, part: str) -> Span:
    """Where `part` stands first in `text`."""
    start = text.index(part)
    return Span(name, start, start + len(part))
