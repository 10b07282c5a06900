"""Which small words go on a name: Ministry of X, the Campaign for Y, Foo and Bar Company."""

from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.heads import (
    BOARDS,
    BUSINESS,
    FELLOWS,
    FIRM_NOUNS,
    HAPPENINGS,
    HAPPENINGS_OF,
    HOLIDAYS,
    NO_OF,
)
from provenance.names.mentions.words import Word, is_common

BLANKS = frozenset({" ", "\u00a0", "\u202f", "\u2009", "  ", "\n"})
"""What stands between two words of a name."""
_OFFICE_HOLDERS = frozenset("secretary minister commissioner director undersecretary".split())
OFFICES = frozenset("ministry department committee commission bureau board office faculty institute".split())
"""Bodies whose names list what they are for: Ministry of Transport and Communications."""
_ENDOWED = frozenset("foundation trust fund family charity".split())
"""Named after a person, and behind them `of` tells where they are."""
_PAIRED = (["board"], ["council"], ["constabulary"], ["police"], ["diocese"], ["railway"], ["district"])
_BEFORE_PAIRED = (["city"], ["county"], ["borough"], ["district"], ["regional"], ["health"])
"""What two places have in common, and what stands before it."""
CIRCUITS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh".split())
"""Ordinals of courts."""
_NUMERALS = frozenset("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split())


def may_link(
    run: list[Word], inner: Sequence[Word], words: Sequence[Word], end: int, knowledge: Knowledge
) -> bool:
    """Do `of`, `for`, `and` … go on the name? Only where what stands before heads such a name."""
    link, following = inner[0].plain, words[end]
    is_feast = link == "for" and following.plain in HOLIDAYS
    if is_feast or following.plain in knowledge.months or following.plain in knowledge.weekdays:
        return False
    if " ".join(w.plain for w in (run[-1], *inner, following)) in knowledge.roles:
        return True
    is_court = link == "for" and following.plain in CIRCUITS and any(w.plain == "court" for w in run)
    if is_court or " ".join(w.plain for w in (*run, *inner, following)) in knowledge.places:
        return True  # Court of Appeals for the Third Circuit, Horn of Africa
    if link == "of" and run[-1].plain == "board" and _is_firm(words[end : end + 3], knowledge):
        return False
    if link in ("and", "&"):
        return len(inner) == 1 and _may_add(run, words, end, knowledge)
    return _may_go_on(run, inner, following, knowledge)


def _may_go_on(run: list[Word], inner: Sequence[Word], following: Word, knowledge: Knowledge) -> bool:
    """Do `of`, `for`, `on` or `against` go on the name?"""
    link = inner[0].plain
    if len(run) == 2 and run[0].plain in knowledge.given_names and _is_bearer(run[1].plain, knowledge):
        return False
    if link == "of" and run[-1].text in _NUMERALS and len(run) > 1:
        return not is_common(following.plain, knowledge)  # Charles II of Spain
    if run[-1].plain in FELLOWS and link in ("of", "for", "against"):
        return len(run) > 1 or not run[0].is_opening
    is_known = link in ("for", "on") and " ".join(w.plain for w in run) in knowledge.organizations
    if is_known and not (run[-1].plain in OFFICES and is_plain_noun(following, knowledge)):
        return False  # but: Max Planck Institute for Astronomy
    if link == "against":
        return len(inner) == 1 and _is_head(run[-1].plain, run, knowledge)
    return link in ("of", "for", "on") and _may_head(run, inner, following, knowledge)


def _is_endowed(run: list[Word], following: Word, knowledge: Knowledge) -> bool:
    """The Harlow Family Foundation of Leeds: named after someone, and then where it is."""
    is_place = following.plain in knowledge.places or following.plain in knowledge.countries
    is_named = len(run) > 1 and not is_common(run[0].plain, knowledge)
    return is_named and (is_place or following.plain == "new") and run[-1].plain in _ENDOWED


def _is_bearer(plain: str, knowledge: Knowledge) -> bool:
    """Dale Marsh of Hull: is what looks like the head of a place's or event's name a surname here?"""
    if plain in knowledge.organization_heads or plain in knowledge.organization_words:
        return False
    is_thing = plain in knowledge.place_words or plain in knowledge.event_words or plain in HAPPENINGS
    return is_thing and (plain in knowledge.surnames or is_common(plain, knowledge))


def _may_head(run: list[Word], inner: Sequence[Word], following: Word, knowledge: Knowledge) -> bool:
    """Is the last word so far a head that `of`, `for` or `on` goes on from?"""
    is_noun = is_plain_noun(following, knowledge) or _are_many(following, knowledge)
    if run[-1].plain in _OFFICE_HOLDERS and inner[0].plain != "on" and len(inner) == 1:
        return is_noun
    if _is_endowed(run, following, knowledge) or (
        not is_noun and _names_other(run, inner, following, knowledge)
    ):
        return False
    is_carried_on = inner[0].plain == "of" and any(w.plain in ("of", "for") for w in run)
    if is_carried_on and any(w.plain in knowledge.organization_heads for w in run[:3]):
        return is_plain_noun(run[-1], knowledge) or run[-1].plain in knowledge.organization_heads
    return _is_head(run[-1].plain, run, knowledge)


def _are_many(word: Word, knowledge: Knowledge) -> bool:
    """Midwives, Surgeons: whom a college is for."""
    plain = word.plain
    is_many = plain.endswith("s") and (plain[:-1] in knowledge.roles or plain[:-3] + "fe" in knowledge.roles)
    return is_many and not word.is_possessive


def _names_other(run: list[Word], inner: Sequence[Word], following: Word, knowledge: Knowledge) -> bool:
    """Does `of` or `for` lead to another name: the Management Board of X, the Y Dam for the Z?"""
    if inner[0].plain == "for" and len(run) > 2:
        return True
    if run[-1].plain == "board" and (len(run) == 1 or run[-2].plain in BOARDS):
        return True
    is_other = following.is_acronym and len(inner) > 1 and inner[0].plain == "for"
    if is_other and run[-1].plain not in knowledge.organization_heads:
        return True
    return run[-1].plain in NO_OF and len(run) > 1


def _is_head(word: str, run: list[Word], knowledge: Knowledge) -> bool:
    if word in knowledge.organization_heads:
        return True
    if word == "general" and len(run) > 1 and run[-2].plain in knowledge.organization_heads:
        return True  # Directorate General of
    if word in knowledge.place_words or word in knowledge.event_words or word in HAPPENINGS_OF:
        return True
    return word in knowledge.organization_words and len(run) <= 4 and not is_title(word, knowledge)


def is_title(word: str, knowledge: Knowledge) -> bool:
    """A role or a form of address, its plural included."""
    if word in knowledge.roles or word in knowledge.honorifics:
        return True
    if word.endswith("men"):
        return word[:-3] + "man" in knowledge.roles
    return word.endswith("s") and len(word) > 4 and word[:-1] in knowledge.roles


def _may_add(run: list[Word], words: Sequence[Word], end: int, knowledge: Knowledge) -> bool:
    """Food and Agriculture Organization; Ministry of Health and Welfare: plain nouns on both sides."""
    has_of = any(w.plain in ("of", "for", "on") for w in run)
    if has_of and any(w.plain in OFFICES for w in run):
        return is_no_name(words[end], knowledge)
    if not is_plain_noun(run[-1], knowledge):
        return _is_pair(run, words[end : end + 4], knowledge)
    if not is_plain_noun(words[end], knowledge):
        is_whole = run[-1].plain in knowledge.organization_heads or run[-1].plain in knowledge.roles
        is_led = (
            (len(run) > 1 or not run[0].is_opening) and not is_whole and is_no_name(words[end], knowledge)
        )
        return is_led and leads_to_head(words[end : end + 4], knowledge)
    if has_of or _is_explained(words[end + 1 : end + 5]):
        return True
    is_whole = run[-1].plain in knowledge.organization_heads or run[-1].plain in knowledge.roles
    return not is_whole and leads_to_head(words[end : end + 5], knowledge)


def _is_pair(run: list[Word], words: Sequence[Word], knowledge: Knowledge) -> bool:
    """Ann and Bob Roe Foundation, Avon and Bute Council: two names before the head of one body."""
    if len(run) > 1 or any(not w.is_capital or (n and w.gap not in BLANKS) for n, w in enumerate(words[:2])):
        return False
    one, other = run[0].plain, words[0].plain
    rest = [word.plain for word in words[1:] if word.is_capital]
    if one in knowledge.given_names and other in knowledge.given_names:
        return len(rest) > 1 and any(plain in _ENDOWED for plain in rest[1:])
    is_body = one in knowledge.organizations or other in knowledge.organizations
    is_known = one in knowledge.places and other in knowledge.places  # in Hull and Leeds City Council
    is_known = is_known and not run[0].is_opening
    if is_body or is_known or run[0].is_acronym or is_title(other, knowledge):
        return False
    return rest[:1] in _PAIRED or (rest[:1] in _BEFORE_PAIRED and rest[1:2] in _PAIRED)


def _is_explained(words: Sequence[Word]) -> bool:
    """Roads and Bridges, a campaign group: does what follows tell that it is a body?"""
    if not words or words[0].gap != ", " or words[0].plain not in ("a", "an", "the"):
        return False
    return any(word.plain in FIRM_NOUNS or word.plain in ("group", "charity") for word in words[1:])


def _is_firm(words: Sequence[Word], knowledge: Knowledge) -> bool:
    """Is what follows the first word, without a break, what ends firms' names?"""
    for word in words[1:]:
        if not word.is_capital or word.gap not in BLANKS:
            return False
        if word.plain in BUSINESS or word.plain in knowledge.legal_forms:
            return True
    return False


def leads_to_head(words: Sequence[Word], knowledge: Knowledge) -> bool:
    """Do these words go on, without a break, to the head of an organisation's name?"""
    for place, word in enumerate(words):
        if not word.is_capital or (place and word.gap not in BLANKS):
            return False
        if word.plain in knowledge.organization_heads or word.plain in knowledge.organization_words:
            return True
        if place and word.plain in knowledge.legal_forms:
            return True
    return False


def is_no_name(word: Word, knowledge: Knowledge) -> bool:
    """Neither a person's, a place's nor a body's, as far as the lists know."""
    return not word.is_acronym and not any(
        word.plain in names
        for names in (
            knowledge.countries,
            knowledge.places,
            knowledge.given_names,
            knowledge.surnames,
            knowledge.organizations,
            knowledge.organization_heads,
            knowledge.roles,
        )
    )


def is_plain_noun(word: Word, knowledge: Knowledge) -> bool:
    """A word of which bodies' names are made: no title, acronym or name."""
    if word.is_acronym or word.is_possessive or is_title(word.plain, knowledge):
        return False
    if word.plain in knowledge.function_words:
        return False
    return (
        is_common(word.plain, knowledge)
        or word.plain in knowledge.groups
        or word.plain.endswith(
            (
                "tion",
                "ment",
                "ity",
                "ness",
                "ics",
                "ism",
                "ture",
                "ship",
                "ing",
                "ists",
                "ians",
                "dom",
                "doms",
                "logy",
                "graphy",
                "nomy",
                "metry",
                "istry",
            )
        )
    )


def is_state(run: list[Word], following: Word, knowledge: Knowledge) -> bool:
    """Trinidad and Tobago; Saint Kitts and Nevis."""
    for length in range(1, min(len(run), 3) + 1):
        if " ".join([*(w.plain for w in run[-length:]), "and", following.plain]) in knowledge.countries:
            return True
    return False


def is_known_firm(run: list[Word], following: Word, knowledge: Knowledge) -> bool:
    """Procter and Gamble: the list has it with &, or as it is."""
    first, second = run[-1].plain, following.plain
    return any(f"{first} {link} {second}" in knowledge.organizations for link in ("&", "and"))
