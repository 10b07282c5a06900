"""The report's own words for what the model calls by short names."""

import re
from collections.abc import Mapping

from provenance.model.claims import ClaimKind
from provenance.model.conflicts import ConflictClass, ConflictKind, Level
from provenance.model.names import EntityKind
from provenance.model.reuse import ChangeKind, Direction, ReuseKind
from provenance.model.sources import Basis, FurnitureKind, State

LEVEL_ICONS = {Level.HIGH: "▲", Level.MEDIUM: "◆", Level.LOW: "●"}
CLASS_ICONS = {
    ConflictClass.SOURCES_DIFFER: "≠",
    ConflictClass.PEOPLE_DIFFER: "“”",
    ConflictClass.CHANGED_IN_REUSE: "✎",
    ConflictClass.INSIDE_ONE_TEXT: "¶",
    ConflictClass.PAGE_DATA: "§",
    ConflictClass.SPELLING: "Aa",
}
CLASSES = {
    ConflictClass.SOURCES_DIFFER: "Texts that do not share this passage say different things of one matter; "
    "each card tells whether both can hold. Where they cannot, the sources contradict each other: the report "
    "says that of no other class.",
    ConflictClass.PEOPLE_DIFFER: "People whose words are quoted or retold differ; the texts only report it.",
    ConflictClass.CHANGED_IN_REUSE: "Two texts share a passage, and something was changed inside it. Error "
    "or correction: not known. An altered copy is no witness for what it changed.",
    ConflictClass.INSIDE_ONE_TEXT: "One text does not agree with itself, or with the calendar.",
    ConflictClass.PAGE_DATA: "What the page or file says about itself differs from what its text says, or "
    "one page said different things at two times.",
    ConflictClass.SPELLING: "The same name, written in more than one way.",
}
KINDS = {
    ConflictKind.WEEKDAY_DATE: "weekday and date",
    ConflictKind.IMPOSSIBLE_DATE: "impossible date",
    ConflictKind.DATE_ORDER: "order of dates",
    ConflictKind.QUANTITY: "number",
    ConflictKind.ARITHMETIC: "arithmetic",
    ConflictKind.ROLE: "role",
    ConflictKind.EVENT_DATE: "date of an event",
    ConflictKind.ATTRIBUTION: "who said what",
    ConflictKind.EDITED_COPY: "changed inside a shared passage",
    ConflictKind.ALIAS_SELF: "alias that says nothing",
    ConflictKind.ALIAS_CONFLICT: "aliases differ",
    ConflictKind.NAME_VARIANT: "spelling of a name",
    ConflictKind.METADATA: "page data",
    ConflictKind.MEMBERSHIP: "who belongs to what",
    ConflictKind.STATUS: "state of a person or thing",
    ConflictKind.LOCATION: "place of an event",
    ConflictKind.CONTROL: "who owns or holds what",
    ConflictKind.KINSHIP: "family tie",
    ConflictKind.WORDING: "wording of a quotation",
    ConflictKind.PARAPHRASE: "quotation and its retelling",
    ConflictKind.OPPOSED: "opposed statements",
    ConflictKind.CONDITION: "condition left out",
    ConflictKind.HEADLINE: "headline and text",
    ConflictKind.STALE_FIGURE: "old figure in a later text",
    ConflictKind.DESCRIPTION: "description",
    ConflictKind.PAGE_VERSION: "changed between two states of a page",
}
BASES = {
    Basis.STATED: "stated in the text",
    Basis.METADATA: "page metadata",
    Basis.FILE: "file name or place",
    Basis.INFERRED: "inferred",
    Basis.SET: "set by a person",
    Basis.UNKNOWN: "basis unknown",
}
STATES = {
    State.READ: "read",
    State.WARNED: "read with a warning",
    State.REFUSED: "refused",
    State.SKIPPED: "skipped",
}
TROUBLES = {
    State.REFUSED: "Refused: could not be read",
    State.SKIPPED: "Skipped: no documents to compare",
    State.WARNED: "Read with a warning",
}
FURNITURE = {
    FurnitureKind.NAVIGATION: "navigation",
    FurnitureKind.TEASER: "other stories",
    FurnitureKind.COMMENTS: "comments",
    FurnitureKind.CREDIT: "picture credit",
    FurnitureKind.NEWSLETTER: "newsletter",
    FurnitureKind.NOTICE: "notice",
    FurnitureKind.ADVERTISEMENT: "advertisement",
    FurnitureKind.HIDDEN: "hidden in the page",
    FurnitureKind.REPEATED: "repeated on the site",
}
REUSE_KINDS = {
    ReuseKind.VERBATIM: "word for word",
    ReuseKind.EDITED: "edited",
    ReuseKind.BOILERPLATE: "boilerplate",
    ReuseKind.QUOTATION: "quotation",
    ReuseKind.PARAPHRASE: "paraphrase",
    ReuseKind.VERSION: "two states of one page",
}
REUSE_EXPLAINED = {
    ReuseKind.VERBATIM: "The same words in the same order; at most signs and line ends differ.",
    ReuseKind.EDITED: "The same text with words replaced, put in, left out or moved.",
    ReuseKind.PARAPHRASE: "The same told in other words or in another order. Looked for only when "
    "asked, and less sure than the others: two writers on one subject can come close by themselves.",
    ReuseKind.QUOTATION: "Words that both texts quote: each may have them from the speaker.",
    ReuseKind.BOILERPLATE: "Text that a publisher prints on many of its pages. It tells nothing of copying.",
    ReuseKind.VERSION: "The same page at two times. Neither a copy nor a second source.",
}
CHANGE_KINDS = {kind: kind.value for kind in ChangeKind} | {ChangeKind.OCR: "possible misreading"}
MISREADING = "possible misreading"
"""The judgement of a change that may be a fault of reading a scan."""
SENTENCES = frozenset({"sentence dropped", "sentence added"})
"""Judgements of whole sentences that only one text has."""
DIRECTIONS = {
    Direction.A_TO_B: "earlier text → later text",
    Direction.B_TO_A: "earlier text → later text",
    Direction.COMMON_SOURCE: "both seem to go back to a third text",
    Direction.UNKNOWN: "which text had it first is not known",
}
REVIEWS = {
    "open": "open",
    "accepted": "accepted by a person",
    "rejected": "rejected by a person",
    "resolved": "resolved by a person",
    "unsure": "a person was unsure",
    "stale": "decided, but the evidence has changed since",
}
SETTLED = frozenset({"accepted", "rejected", "resolved"})
"""Review states that need no further look."""

FIELDS = {
    "title": "title",
    "author": "author",
    "publisher": "publisher",
    "published": "published",
    "modified": "modified",
    "url": "address",
    "canonical_url": "canonical address",
    "captured_at": "captured",
    "version_of": "version of",
}
_LETTER = re.compile(r'"[^"]{0,1000}"|\btext (?P<letter>[ab])\b')
QUIET_CHANGES = frozenset({ChangeKind.WORDING, ChangeKind.OCR, ChangeKind.TYPOGRAPHY})
"""Changes that are marked without a label."""

_WEIGHTS = (("strong", 0.5), ("some", 0.2), ("little", 0.005), ("none", 0.0))
_CONFIDENCES = (("high", 0.8), ("medium", 0.6), ("low", 0.0))
"""Words for numbers from 0 to 1, each from its least value on."""
ENTITY_PLURALS = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANIZATION: "Organisations",
    EntityKind.PLACE: "Places",
    EntityKind.EVENT: "Events",
    EntityKind.OTHER: "Other names",
}
CLAIM_KINDS = {
    ClaimKind.ROLE: "roles",
    ClaimKind.MEMBERSHIP: "memberships",
    ClaimKind.ALIAS: "aliases",
    ClaimKind.QUANTITY: "numbers",
    ClaimKind.EVENT_DATE: "dated events",
    ClaimKind.ATTRIBUTION: "statements with a speaker",
    ClaimKind.METADATA: "page data",
    ClaimKind.CONTROL: "who owns or holds what",
    ClaimKind.STATUS: "states of persons and things",
    ClaimKind.KINSHIP: "family ties",
    ClaimKind.LOCATION: "places of events",
    ClaimKind.STATEMENT: "other statements",
}
_LANGUAGES = {
    "ar": "Arabic", "bn": "Bengali", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fa": "Persian", "fr": "French", "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "ku": "Kurdish", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ru": "Russian", "sv": "Swedish", "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language(code: str | None) -> str:
    """A language's English name, or its code where we have none; "all languages" for ""."""
    if code is None or code == "unknown":
        return "language unknown"
    return _LANGUAGES.get(code, code) if code else "all languages"


def with_labels(reason: str, labels: Mapping[str, str]) -> str:
    """`reason` with `text a` and `text b` called by their `labels`; what it quotes is left as it is."""
    return _LETTER.sub(lambda found: labels.get(found["letter"] or "", found.group()), reason)


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 point`, `12 points`, `1,204 points`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: list[str]) -> str:
    """`S1`, `S1 and S2`, `S1, S2 and S3`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def weight(value: float) -> str:
    """How much a piece of evidence says: strong, some, little or none."""
    return next(word for word, least in _WEIGHTS if value >= least)


def confidence(value: float) -> str:
    """`high, 0.85`."""
    return f"{next(word for word, least in _CONFIDENCES if value >= least)}, {value:.2f}"


def number_range(least: int, most: int, one: str) -> str:
    """`no …`, `1 …`, `at most 1 …`, `at least 1 and at most 3 …`."""
    if most == 0:
        return f"no {one}"
    if least == most:
        return count(most, one)
    if least == 0:
        return f"at most {count(most, one)}"
    return f"at least {least:,} and at most {count(most, one)}"
