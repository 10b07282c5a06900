"""Typed claims: what a text says of something, where, and in whose voice."""

from enum import StrEnum
from functools import cached_property

from attrs import field as attribute
from attrs import frozen

from provenance.model.keys import make_key
from provenance.model.ordering import none_first
from provenance.model.spans import Span


class ClaimKind(StrEnum):
    """What sort of statement it is."""

    ROLE = "role"
    MEMBERSHIP = "membership"
    ALIAS = "alias"
    QUANTITY = "quantity"
    EVENT_DATE = "event_date"
    ATTRIBUTION = "attribution"
    METADATA = "metadata"
    CONTROL = "control"
    STATUS = "status"
    KINSHIP = "kinship"
    LOCATION = "location"
    STATEMENT = "statement"


class Voice(StrEnum):
    """Who speaks: the author, a quoted person, or a person whose words are retold."""

    NARRATOR = "narrator"
    QUOTED = "quoted"
    REPORTED = "reported"


class Hedge(StrEnum):
    """How exact a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


class Polarity(StrEnum):
    """Is it stated that it is so, or that it is not?"""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """How far it is a fact: planned (will, is to), possible (may, could), required (must, should)."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    REQUIRED = "required"


@frozen(order=True)
class Claim:
    """One statement with its exact place.

    `subject`, `value`, `speaker`: as printed; `subject_entity`, `value_entity`, `speaker_entity`: entity
    keys where they are names. `predicate`: normalised (a role's canonical title, "member of", "said").
    `number`, `unit`: normalised quantity. `valid_from`, `valid_to`: ISO dates, both inclusive, of the time
    that the claim speaks of. `is_inferred`: part of the value was concluded (a year from the document's
    date). `scope`: what narrows it ("of them", a place, "in 2017"). `context`: folded content words of
    the sentence. `wording`: the predicate as printed. `valid_basis`: what the time rests on ("stated",
    "publication date", …), "" without one. `condition`: the clause on which it depends, as printed.
    `addressee`, `occasion`: of something said, to whom and where or when, as printed. `span` is None for
    metadata that does not stand in the text; then `field` names it.
    """

    kind: ClaimKind
    source_id: str
    span: Span | None = attribute(order=none_first)
    quote: str
    subject: str
    predicate: str
    value: str
    subject_entity: str | None = attribute(default=None, order=none_first)
    value_entity: str | None = attribute(default=None, order=none_first)
    number: float | None = attribute(default=None, order=none_first)
    unit: str | None = attribute(default=None, order=none_first)
    valid_from: str | None = attribute(default=None, order=none_first)
    valid_to: str | None = attribute(default=None, order=none_first)
    speaker: str | None = attribute(default=None, order=none_first)
    speaker_entity: str | None = attribute(default=None, order=none_first)
    voice: Voice = Voice.NARRATOR
    hedge: Hedge = Hedge.EXACT
    is_inferred: bool = False
    scope: str = ""
    context: tuple[str, ...] = ()
    wording: str = ""
    valid_basis: str = ""
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    condition: str = ""
    addressee: str = ""
    occasion: str = ""
    field: str | None = attribute(default=None, order=none_first)

    @cached_property
    def key(self) -> str:
        """Made of what is said and where."""
        place = [self.span.start, self.span.end] if self.span else [self.field]
        said = [self.subject, self.predicate, self.value, self.speaker]
        return make_key("c", self.kind.value, self.source_id, *place, *said)
