"""Names: the string at a span, its spelling, and the entity that both stand for."""

import math
from collections.abc import Callable
from enum import StrEnum

from attrs import frozen

from provenance.model.descriptions import Description
from provenance.model.keys import make_key
from provenance.model.spans import Span


class EntityKind(StrEnum):
    """What a name can stand for."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    EVENT = "event"
    OTHER = "other"


def say_score(score: float) -> str:
    """A score, 0..1, in two digits, cut off and not rounded: none seems to reach a threshold it is under."""
    return f"{math.floor(score * 100 + 1e-6) / 100:.2f}"


class Verdict(StrEnum):
    """Of a comparison of two names; compares equal to the plain string."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@frozen(order=True)
class Mention:
    """A name as it stands at a span: no titles, no articles, no possessive 's."""

    span: Span
    text: str
    kind: EntityKind


@frozen(order=True)
class Reason:
    """One piece of evidence for or against: readable words, and what it weighs (positive speaks for)."""

    text: str
    weight: float


class _Told:
    """Holds what makes the reasons, and is no part of the value."""

    __slots__ = ("_tell",)

    _tell: Callable[[], tuple[Reason, ...]]


@frozen
class NameComparison(_Told):
    """`score`: 0..1, higher is more likely the same; `verdict` from two thresholds; `reasons` by weight."""

    score: float
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()

    @classmethod
    def told_by(
        cls, score: float, verdict: Verdict, tell: Callable[[], tuple[Reason, ...]]
    ) -> "NameComparison":
        """The value whose reasons `tell` gives, asked when they are first read: few are."""
        made = cls.__new__(cls)
        _set(made, "score", score)
        _set(made, "verdict", verdict)
        _set(made, "_tell", tell)
        return made

    def __getattr__(self, name: str) -> tuple[Reason, ...]:
        """The reasons, which are not there before they are first read."""
        if name != "reasons":
            raise AttributeError(name)
        reasons = self._tell()
        _set(self, name, reasons)
        return reasons


_set = object.__setattr__


class AliasForm(StrEnum):
    """How the text states that two names are one."""

    BRACKET = "bracket"  # Popular Mobilization Forces (PMF), Daesh [ISIS]
    KNOWN_AS = "known as"  # X, also known as Y
    ABBREVIATION = "abbreviation"  # a bracket whose letters are the name's initials


@frozen(order=True)
class StatedAlias:
    """The text itself says that `name` and `alias` are one. `span` covers both and what joins them."""

    span: Span
    name: Span
    alias: Span
    form: AliasForm


@frozen(order=True)
class NameVariant:
    """One spelling of an entity. `score`, `reason`: how it was joined to the canonical name, 0..1."""

    entity: str
    kind: EntityKind
    text: str
    mentions: tuple[Span, ...]
    score: float
    reason: str

    @property
    def key(self) -> str:
        """Made of the entity and the spelling."""
        return make_key("v", self.entity, self.text)


@frozen(order=True)
class Entity:
    """What the variants stand for. `key` derives from the least variant; `name` is the canonical one."""

    key: str
    name: str
    kind: EntityKind
    variants: tuple[NameVariant, ...]


@frozen(order=True)
class NamePair:
    """Two names that were compared and not merged: uncertain, or refused for a stated reason."""

    a: str
    b: str
    kind: EntityKind
    score: float
    verdict: Verdict
    reason: str

    @property
    def key(self) -> str:
        """Made of kind and both names."""
        return make_key("p", self.kind.value, *sorted((self.a, self.b)))


class LinkBasis(StrEnum):
    """What kind of evidence links two names."""

    RULE = "rule"  # a person's rule or decision
    SPELLING = "spelling"  # the comparison of the two
    STATED = "stated"  # a text says that they are one
    SUBSTITUTION = "substitution"  # one stands for the other in a shared passage
    ACRONYM = "acronym"  # the letters of a name
    SHORT = "short"  # a part of a full name of the same text
    PILE = "pile"  # the only one in the pile that it can be
    ROLE = "role"  # both hold one office
    LISTED = "listed"  # named side by side: two, not one
    TITLE = "title"  # forms of address that do not go together
    LOOK = "look"  # alike only as they look


@frozen(order=True)
class NameLink:
    """One piece of evidence that two spellings are one, or are two, as it was used.

    `entity`: key of the entity that holds `a`. `is_joined`: it holds `b` too. `score`: 0..1. `spans`: where
    the evidence stands, if it stands in texts.
    """

    entity: str
    a: str
    b: str
    kind: EntityKind
    basis: LinkBasis
    score: float
    reason: str
    is_joined: bool
    spans: tuple[Span, ...] = ()

    @property
    def key(self) -> str:
        """Made of both names and the evidence, not of its places."""
        return make_key("l", self.entity, self.kind.value, self.a, self.b, self.basis.value, self.reason)


@frozen(order=True)
class RuleContradiction:
    """A rule that the texts, or another rule, speak against. It is followed all the same, except where
    two rules contradict one another: neither of those is.

    `rule`: words of the rule, with its file and line. `evidence`: what speaks against it.
    `is_between_rules`: that is another rule.
    """

    rule: str
    evidence: str
    where: str = ""
    is_between_rules: bool = False


@frozen
class NameTable:
    """What the names subject concludes over a pile. `links`: the evidence behind it, used and refused.

    `descriptions`: what texts call bodies without their names.
    """

    entities: tuple[Entity, ...]
    pairs: tuple[NamePair, ...]
    aliases: tuple[StatedAlias, ...]
    links: tuple[NameLink, ...] = ()
    contradictions: tuple[RuleContradiction, ...] = ()
    descriptions: tuple[Description, ...] = ()
