"""What a candidate's own words speak for: a person, an organisation, a place."""

import re
from collections.abc import Sequence
from itertools import pairwise

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.adjectives import is_adjective
from provenance.names.mentions.cuts import Candidate
from provenance.names.mentions.events import is_spring
from provenance.names.mentions.full_names import is_double_given, weigh_full_name
from provenance.names.mentions.heads import (
    AND,
    ARTICLES,
    BODY_ENDS,
    FELLOWS,
    FIRM_ENDS,
    FIRST_CLUB_WORDS,
    FIRST_FORMS,
    FIRST_HAPPENINGS,
    FIRST_STATES,
    FOREIGN_BODIES,
    FOREIGN_HAPPENINGS,
    FOREIGN_PLACES,
    GENERIC_BODIES,
    HOLIDAYS,
    PAPERS,
)
from provenance.names.mentions.last_words import weigh_last
from provenance.names.mentions.links import CIRCUITS
from provenance.names.mentions.weights import EVENT, ORGANIZATION, OTHER, PERSON, PLACE, Evidence, no_evidence
from provenance.names.mentions.words import Word, is_common

_PLACE_HEADS = frozenset(
    "lake mount camp fort cape port gulf strait bay isle city lough loch wadi sea".split()
)
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central greater upper lower new inner".split()
)
_NOT_ACRONYMS = frozenset(
    "tv pm am mp mps ok uk us usa id dna hiv aids gps dvd cd pc ceo cfo phd ba ma gdp hq bc ad bce ce lng "
    "lpg gmo cctv suv pdf faq url html led lcd sms atm dj cv iq eq vip wifi wi-fi 3d 4g 5g ai it ict ngo "
    "ngos ipo esg rsvp cet gmt utc est pst bst ist sos km kg mph kmh rpm mw gw kw pc mla mna mlc td cllr "
    "svp vp cio coo ebitda pr hr vat gst ppe pcr icu er r&d b&b q&a usd eur chf gbp".split()
)
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xx xxi".split())
_PAPERS = ("bladet", "avisen", "avisa", "posten", "tidningen", "tidende", "zeitung", "kurier", "anzeiger")
"""Ends of papers' names in Germanic languages."""
_FOREIGN_ENDS = (*_PAPERS, *BODY_ENDS)
_IZAFET = ("-e", "-ye", "-i")
"""Ends of words to which the next one belongs (Tehrik-e Insaf)."""
_PLAIN_TRANSLATED = frozenset({"central", "journal", "union"})
_ORDINALS = frozenset("first second third fourth fifth sixth seventh".split())
_FIRST_HEADS = frozenset({"radio", "club", "team"})
"""English heads that a name follows."""
_CAPITAL_PARTICLE = re.compile(r"mc|mac|fitz|de|di|da|du|la|le|van|von|ter|st|[^']{0,6}'")
"""What stands before a second capital in persons' names: McKay, DeLillo."""
_SAINTS = frozenset("san santa santo sao são sainte villa puerto ciudad kampung kuala tel beit deir".split())
"""First words of many places' names, in several languages."""
_SMALL_INSIDE = frozenset("on upon in le la les sur by under next am an der aux en de of the".split())
"""Between hyphens in places' names: Stow-on-the-Wold, Aix-en-Provence."""
_LONGEST_SAINT = 4
_PARTS_OF_TOWNS = frozenset("upper lower nether higher inner outer greater".split())
_TOWNS = frozenset("villa puerto ciudad kampung kuala tel beit deir".split())
_LONGEST_CLUB = 3
"""Words of a club's name that starts with what it is: FC Basel, Slavia Praha."""
SHIPS = frozenset("mv ms ss hms uss rms hmas hmcs ins mt fv".split())


def weigh_words(candidate: Candidate, knowledge: Knowledge) -> Evidence:
    """From the candidate's own words, wherever it stands."""
    found = no_evidence()
    _weigh_lists(candidate, knowledge, found)
    if any(word.is_possessive for word in candidate.words[:-1]) and _is_known_owner(
        candidate.words, knowledge
    ):
        found[ORGANIZATION] += 9  # Lloyd's Register
    if candidate.words[-1].is_possessive and f"{candidate.plain}'s" in knowledge.organizations:
        found[ORGANIZATION] += 6  # Moody's
        found[PERSON] -= 2
    if _is_part_of_town(candidate.words, knowledge):
        found[PLACE] += 3
        found[PERSON] -= 1.5
    if _is_place_by_hyphens(candidate.words[-1]):
        found[PLACE] += 5
        found[PERSON] -= 1
    if len(candidate.words) > 1 and _is_blend(candidate.words[0], knowledge):
        found[ORGANIZATION] += 2.5  # Elektrostroy South
        found[PERSON] -= 1
    if len(candidate.words) > 1:
        weigh_last(candidate.words, knowledge, found)
        _weigh_inner(candidate.words, knowledge, found)
        _weigh_firm(candidate.words, knowledge, found)
        _weigh_foreign(candidate.words, knowledge, found)
    _weigh_first(candidate.words, knowledge, found)
    if len(candidate.words) == 1:
        _weigh_single(candidate.words[0], knowledge, found)
        found[ORGANIZATION] += 2.5 if _is_blend(candidate.words[0], knowledge) else 0
    else:
        found[PERSON] += weigh_full_name(candidate, knowledge)
    return found


def _weigh_lists(candidate: Candidate, knowledge: Knowledge, found: Evidence) -> None:
    plain, first = candidate.plain, candidate.words[0]
    is_single = len(candidate.words) == 1
    rest = plain[len(first.plain) + 1 :]
    if _is_country(plain, first, is_single, knowledge):
        found[PLACE] += 8
    elif plain in knowledge.places or (
        "st " in plain and plain.replace("st ", "st. ", 1) in knowledge.places
    ):
        found[PLACE] += 4 if is_single else 7
    elif plain in knowledge.place_names and not _is_name_too(plain, knowledge):
        found[PLACE] += 3
    elif first.plain in _DIRECTIONS and (rest in knowledge.countries or rest in knowledge.places):
        found[PLACE] += 6
    if plain in GENERIC_BODIES or (is_single and plain in HOLIDAYS):
        found[OTHER] += 15
    if plain in knowledge.agencies and (len(plain) > 4 or first.is_acronym):
        found[ORGANIZATION] += 7
    if rest in knowledge.organizations and (
        is_adjective(first, knowledge) or first.plain in knowledge.countries
    ):
        found[ORGANIZATION] += 6
    if is_team(candidate.words, knowledge):
        found[ORGANIZATION] += 4
        found[PERSON] -= 4
    if " of " in plain and plain.rpartition(" of ")[0] in knowledge.organizations:
        found[ORGANIZATION] += 6
    _weigh_known_body(candidate, is_single, knowledge, found)


def _weigh_known_body(candidate: Candidate, is_single: bool, knowledge: Knowledge, found: Evidence) -> None:
    plain, first = candidate.plain, candidate.words[0]
    if plain in knowledge.organizations:
        is_noun = is_single and is_common(plain, knowledge) and not first.is_acronym
        found[ORGANIZATION] += 3 if is_noun else 6 if is_single else 9


def _is_name_too(plain: str, knowledge: Knowledge) -> bool:
    is_name = plain in knowledge.given_names or plain in knowledge.surnames
    return is_name or plain in knowledge.demonyms or is_common(plain, knowledge)


def _is_known_owner(words: Sequence[Word], knowledge: Knowledge) -> bool:
    """Does the list have the name with its possessive?"""
    inner = [f"{word.plain}'s" if word.is_possessive else word.plain for word in words[:-1]]
    return " ".join([*inner, words[-1].plain]) in knowledge.organizations


def _is_part_of_town(words: Sequence[Word], knowledge: Knowledge) -> bool:
    """Lower Bandara."""
    return (
        len(words) == len("AB")
        and words[0].plain in _PARTS_OF_TOWNS
        and not is_common(words[1].plain, knowledge)
    )


def _is_place_by_hyphens(word: Word) -> bool:
    if word.plain.count("-") < len("--"):
        return False
    inner = word.text.split("-")[1:-1]
    return all(part in _SMALL_INSIDE for part in inner)


def is_team(words: Sequence[Word], knowledge: Knowledge) -> bool:
    """A known place and a plural: San Diego Padres, Cleveland Tigers."""
    last = words[-1].plain
    if len(words) < 2 or not last.endswith("s") or last in knowledge.surnames:
        return False
    if last in knowledge.place_words or last in knowledge.event_words:
        return False
    place = " ".join([word.plain for word in words[:-1]])
    return place in knowledge.places or place.replace("st ", "st. ") in knowledge.places


def _is_country(plain: str, first: Word, is_single: bool, knowledge: Knowledge) -> bool:
    """A country's name; the pronoun us is none."""
    if plain in ("us", "uk") and not first.text.replace(".", "").isupper():
        return False
    return plain in knowledge.countries or (is_single and first.text.lower() in knowledge.countries)


def _weigh_inner(words: Sequence[Word], knowledge: Knowledge, found: Evidence) -> None:
    """Heads inside, before of and for."""
    _weigh_councils(words, knowledge, found)
    if len(words) == 2 and words[0].plain in CIRCUITS and words[1].plain == "circuit" and words[1].is_capital:
        found[ORGANIZATION] += 6  # a court
    for word, following in pairwise(words):
        if following.is_capital:
            found[ORGANIZATION] += 2 if word.plain in knowledge.organization_heads else 0
        elif word.plain in knowledge.organization_heads and following.plain in ("of", "for", "on", "against"):
            found[ORGANIZATION] += 7
        elif word.plain in FELLOWS and following.plain in ("of", "for", "against", "without"):
            found[ORGANIZATION] += 6
            found[PERSON] -= 2
        elif word.plain == "house" and following.plain == "of" and words[-1].plain.endswith("s"):
            found[ORGANIZATION] += 6
        elif word.plain in knowledge.place_words and following.plain == "of":
            found[PLACE] += 4
        elif word.plain in knowledge.event_words and following.plain in ("of", "on", "for"):
            found[EVENT] += 5
        elif following.plain in ("of", "for", "and", "&", "in"):
            found[ORGANIZATION] += 2.5


def _weigh_councils(words: Sequence[Word], knowledge: Knowledge, found: Evidence) -> None:
    """Second Vatican Council, Congress of Vienna: meetings, no bodies; the Sudanese Spring."""
    if is_spring(words, knowledge):
        found[EVENT] += 8
    if words[0].plain in _ORDINALS and words[-1].plain in ("council", "congress", "conference"):
        found[EVENT] += 9
    if len(words) == 3 and words[0].plain in ("council", "congress") and words[2].plain in knowledge.places:
        found[EVENT] += 16


def _weigh_first(words: Sequence[Word], knowledge: Knowledge, found: Evidence) -> None:
    """A foreign head stands first, as do lakes, mountains and ships' prefixes."""
    first = words[0].plain
    is_foreign = first in knowledge.organization_translations and first not in _PLAIN_TRANSLATED
    if is_foreign and (len(words) > 1 or "-" in first):
        found[ORGANIZATION] += 6
    elif len(words) > 1 and first in _FIRST_HEADS:
        found[ORGANIZATION] += 4
    elif [word for word in words[:-1] if word.plain.endswith(_IZAFET) and word.text[0].isupper()]:
        found[ORGANIZATION] += 2
    if len(words) > 1 and first in _PLACE_HEADS and words[1].is_capital:
        found[PLACE] += 3
    if 1 < len(words) <= _LONGEST_SAINT and first in _SAINTS and words[1].is_capital:
        is_saint = words[1].plain in knowledge.given_names and first not in _TOWNS
        found[PLACE] += 3 if is_saint else 2
        found[PERSON] -= 5 if is_saint and first in knowledge.given_names else 2
    if first in ARTICLES and len(words) > 2 and not words[1].plain.startswith("-"):
        is_borne = any(w.plain in knowledge.given_names or w.plain in knowledge.surnames for w in words[1:])
        found[ORGANIZATION] += 0 if is_borne else 2
        found[PERSON] -= 0 if is_borne else 3
    if len(words) > 1 and first in SHIPS and words[0].text.isupper():
        found[OTHER] += 8


def _weigh_foreign(words: Sequence[Word], knowledge: Knowledge, found: Evidence) -> None:
    """Papers, clubs, storms, and bodies and places in other languages."""
    first, last = words[0].plain, words[-1].plain
    is_given = first in knowledge.given_names
    if first in PAPERS:
        found[ORGANIZATION] += 5
    elif first in FIRST_HAPPENINGS or first in FOREIGN_HAPPENINGS:
        found[EVENT] += 7
    elif not is_given and [w for w in words if w.plain in FOREIGN_BODIES and w.is_capital]:
        found[ORGANIZATION] += 5
        found[PERSON] -= 2
    elif not is_given and (first in FIRST_STATES or _ends_as_body(words)):
        found[ORGANIZATION] += 5
        found[PERSON] -= 2
    elif first in FIRST_CLUB_WORDS and len(words) <= _LONGEST_CLUB:
        found[ORGANIZATION] += 3
        found[PERSON] -= 2
    elif first in FOREIGN_PLACES and not is_given and words[0].is_capital:
        found[PLACE] += 3.5
        found[PERSON] -= 3
    elif first in knowledge.countries and last not in knowledge.place_words:
        found[ORGANIZATION] += 2.5
        found[PERSON] -= 2
    elif last in knowledge.places and not is_given and not is_common(last, knowledge):
        found[ORGANIZATION] += 1
        found[PERSON] -= 1.5 if last not in knowledge.surnames else 0


def _ends_as_body(words: Sequence[Word]) -> bool:
    """Does a word end as those for papers and bodies do in other languages (Aftonposten, Fischerverband)?"""
    return any([word.is_capital and word.plain.endswith(_FOREIGN_ENDS) for word in words])


def _weigh_firm(words: Sequence[Word], knowledge: Knowledge, found: Evidence) -> None:
    """Toyota Europe, Marlow & Finch, PT Gunung Hijau."""
    first = words[0].plain
    is_noun = first in knowledge.given_names or is_common(first, knowledge)
    if first in knowledge.organizations and not is_noun:
        found[ORGANIZATION] += 3
    last = words[-1].plain
    is_borne = last in knowledge.surnames or last in knowledge.given_names or first in knowledge.given_names
    is_shouted = words[0].text.isupper() and len(first) > 1
    if len(words) == 2 and is_shouted and "." not in words[0].text and not is_borne:
        found[ORGANIZATION] += 3 if len(first) > 2 else 2
        found[PERSON] -= 2 if first not in _ROMAN else 0
    if [word for word in words[1:] if word.gap == " & " or (word.plain in AND and not word.is_capital)]:
        found[ORGANIZATION] += 5
        found[PERSON] -= 3
    if len(words) == 3 and f"{first} & {last}" in knowledge.organizations and words[1].plain == "and":
        found[ORGANIZATION] += 9  # Procter and Gamble
    if words[0].text.isupper() and first in FIRST_FORMS:
        found[ORGANIZATION] += 6
        found[PERSON] -= 4


def _weigh_single(word: Word, knowledge: Knowledge, found: Evidence) -> None:
    plain = word.plain
    if word.is_acronym and word.text.isupper() and plain in _NOT_ACRONYMS and len(plain) > 2:
        found[OTHER] += 2
    if word.is_acronym and len(plain) > 1 and plain not in _NOT_ACRONYMS and plain not in _ROMAN:
        if plain not in knowledge.countries and not plain.startswith("covid"):
            found[ORGANIZATION] += 3
            found[PERSON] -= 2
    elif not (word.text[2:].islower() or word.text.isupper() or "-" in word.text) and any(
        letter.isupper() for letter in word.text[2:]
    ):
        found[ORGANIZATION] += 0 if _CAPITAL_PARTICLE.match(plain) else 2
    if is_common(plain, knowledge):
        found[OTHER] += 4 if word.is_acronym and len(plain) > len("NEWS") else 2  # CAPTION
        return
    found[ORGANIZATION] += 3 if _is_firm_by_spelling(word) else 0
    if plain in knowledge.surnames or plain.removeprefix("al-") in knowledge.surnames:
        found[PERSON] += 2
    if plain in knowledge.given_names or is_double_given(plain, knowledge):
        found[PERSON] += 1.5
    if plain.startswith(("al-", "el-")):
        found[PERSON] += 0.5
    if plain in knowledge.organization_heads or plain in knowledge.organization_words:
        found[OTHER] += 1


def _is_firm_by_spelling(word: Word) -> bool:
    """eBay, Fiskeridirektoratet."""
    is_numbered = word.text[-1:].isdigit() and word.text[:4].isalpha() and "-" not in word.text
    is_inverted = word.text[:1].islower() and word.text[1:2].isupper()
    return is_numbered or is_inverted or _ends_as_body((word,))


def _is_blend(word: Word, knowledge: Knowledge) -> bool:
    """Put together of parts of words, as firms' names are: Sinopharm."""
    plain = word.plain
    if not plain.endswith(FIRM_ENDS) or plain in FIRM_ENDS:
        return False
    return not is_common(plain, knowledge) and plain not in knowledge.surnames
