"""Runs of capitalised words: the raw material of mentions, before titles and adjectives are cut off."""

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.foreign import foreign_tail, is_foreign
from provenance.names.mentions.heads import (
    AND,
    DOTTED,
    DOTTED_FORMS,
    SECOND_FORMS,
    SECOND_NAMES,
    SMALL_FORMS,
)
from provenance.names.mentions.links import (
    BLANKS,
    OFFICES,
    is_known_firm,
    is_no_name,
    is_plain_noun,
    is_state,
    leads_to_head,
    may_link,
)
from provenance.names.mentions.particles import PARTICLES, with_particles
from provenance.names.mentions.partners import is_whole_owner, listed_partners, spelled_behind_owner
from provenance.names.mentions.words import Word, is_common, plain_word

_LINKS = frozenset("of for on and & the to against de".split())
_INNER = PARTICLES | _LINKS | AND
_ADJECTIVE = re.compile(r"(?:ed|ing|led|born|run|made|era|wide|style|bound|held|type|free|friendly|elect)$")
OF_PLACE = ("-born", "-based", "-bound", "-headquartered", "-raised")
_ARTICLES = frozenset({"the", "a", "an"})
_SPELLED_LINKS = _LINKS | PARTICLES | {"in", "or", "with", "by", "a"}
_NTH = frozenset("2d 3d 2nd 3rd 4th".split())
"""Behind a name the second or third of that name."""
_GOING_ON = _INNER | _SPELLED_LINKS | SMALL_FORMS | DOTTED_FORMS | _NTH
"""Small words that may go on a name: behind any other it ends."""
_LONGEST_SPELLED = 7
"""Words that a run is carried on by, at most, to spell an acronym."""
_PATRON_HEADS = frozenset(
    "hospital college church cathedral school cross chapel abbey basilica hall square priory primary academy "
    "hospice infirmary grammar".split()
)
"""What is named after a patron: St. John's Hospital, King's College."""
_IN_HEADLINE = re.compile(
    "(?:Back|Link|Fund|Align|Support|Sponsor|Controll|Train|Own|Bas)ed|Led|Born|Made|Held|Run"
)
_UNITS = frozenset(
    "regiment division brigade battalion army corps squadron fleet infantry company platoon precinct legion "
    "battery wing flotilla".split()
)
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_PARTIES = frozenset("party front movement league union".split())
_COURTS = frozenset({"circuit", "court"})
"""What is numbered too: 10th Circuit Court."""
_DIGRAPH = re.compile("(?:[YJ][aeou]|[ZKTCSP][hs])")
"""Two letters that one initial of another script is written with."""
_OPEN_QUOTES = frozenset((' "', " \u201c", " \u2018", " '"))
_CLOSED_QUOTES = frozenset(('" ', "\u201d ", "\u2019 ", "' "))
_LONGEST_LIST = 7
"""Words of the fields that a ministry's name lists behind the first, at most."""
_LONGEST_UNIT = 4
"""Words of a unit's name up to what it is, at most, where more follows (Infantry Division of the Army)."""
_COUNTED = frozenset("army corps fleet legion wing".split())
"""Not behind a bare number: 12 Army vehicles."""
_LONGEST_RUN = 14
"""Words of a run at most: what is longer is a title in capitals, not a name."""


def find_runs(
    words: Sequence[Word],
    possible: Sequence[int],
    knowledge: Knowledge,
    acronyms: frozenset[str] = frozenset(),
) -> list[tuple[int, list[Word]]]:
    """Maximal sequences of name-like words of one sentence, small words inside included; where each starts.

    `possible`: indices of the words that have a capital or a hyphen. `acronyms` (plain): of the pile; a
    sequence that spells one is one name, whatever joins it.
    """
    runs: list[tuple[int, list[Word]]] = []
    place = 0
    for first in possible:
        if first < place:
            continue
        earliest, word = place, words[first]
        if not word.is_capital or ("-" in word.text and not is_name_like(word, knowledge)):
            inner = name_in_compound(word, knowledge)
            runs += [(first, [inner])] if inner else []
            continue
        run = [word]
        place = first + 1
        while place < len(words) and len(run) < _LONGEST_RUN:
            following = words[place]
            is_small = not following.is_capital and following.plain not in _GOING_ON
            if is_small and not following.text.isdigit() and not is_foreign(run, knowledge):
                break
            reach = _joined(run, words, place, knowledge) or _spelled(run, words, place, acronyms)
            if not reach:
                break
            run += words[place : place + reach]
            place += reach
        if first > earliest and not words[first - 1].is_capital:
            run = with_particles(run, words, first, earliest)
        start = place - len(run)
        if start and words[start - 1].text[0].isdigit() and _has_number(run, words[start - 1].text):
            start, run = start - 1, [words[start - 1], *run]
        runs.append((start, run))
    return runs


def _has_number(run: list[Word], number: str) -> bool:
    """10th Cavalry Regiment: is the number before the run a part of the name of a unit?"""
    if run[0].gap not in BLANKS:
        return False
    heads = [word.plain for word in run[:_LONGEST_UNIT]]
    if _ORDINAL.fullmatch(number):
        return not (_UNITS | _COURTS).isdisjoint(heads)
    is_numbered = number.isdigit() and len(number) <= 3 and len(run) > 1 and run[-1].plain in _UNITS
    return is_numbered and run[-1].plain not in _COUNTED


def is_name_like(word: Word, knowledge: Knowledge) -> bool:
    """Written as a name is, and no adjective made of one (Pfizer-made)."""
    return word.is_capital and ("-" not in word.text or not is_compound_adjective(word, knowledge))


def is_compound_adjective(word: Word, knowledge: Knowledge) -> bool:
    """A name with a lower-case English word hung on: US-led, Pfizer-made; not Jong-un or Tehrik-e."""
    if "-" not in word.text:
        return False
    first, hyphen, _ = word.text.partition("-")
    last = word.text.rpartition("-")[2]
    if not hyphen or not first[:1].isupper():
        return False
    if not last[:1].islower():
        return _IN_HEADLINE.fullmatch(last) is not None
    if _ADJECTIVE.search(last) and len(last) > 2:
        return True
    return len(last) > 3 and is_common(last, knowledge)


@lru_cache(maxsize=1 << 10)
def name_in_compound(word: Word, knowledge: Knowledge) -> Word | None:
    """The known name that such an adjective is made of: France of France-based, none of Kurd-led."""
    if not is_compound_adjective(word, knowledge):
        return None
    first = word.text.partition("-")[0]
    plain = plain_word(first)
    is_place = plain in knowledge.countries or plain in knowledge.places
    is_place = is_place or word.text.endswith(OF_PLACE)
    if not is_place and plain not in knowledge.organizations and not (first.isupper() and len(first) > 2):
        return None
    if plain in knowledge.demonyms or (is_common(plain, knowledge) and not first.isupper()):
        return None
    return evolve(word, text=first, plain=plain, is_acronym=first.isupper())


def _joined(run: list[Word], words: Sequence[Word], place: int, knowledge: Knowledge) -> int:
    """How many words from `place` on belong to the run: the next name-like word and what leads to it."""
    following = words[place]
    if following.gap in _OPEN_QUOTES:
        return _nickname(run, words, place, knowledge)
    if is_name_like(following, knowledge):
        return _joined_name(run, words, place, knowledge)
    is_initial = len(run[-1].text) == 1 and following.gap == ". "  # B. van de Ven
    if run[-1].is_possessive or not (following.gap in BLANKS or is_initial):
        return 0
    if following.text[:1].isdigit() or _is_small_form(following):
        return int(_is_small_form(following) or _takes_number(run, following, knowledge))
    tail = foreign_tail(run, words, place, knowledge)
    end = _next_capital(words, place) if following.plain in _INNER and not tail else None
    if end is None or not is_name_like(words[end], knowledge):
        return tail
    return _linked(run, words, place, end, knowledge)


def _joined_name(run: list[Word], words: Sequence[Word], place: int, knowledge: Knowledge) -> int:
    """The same where the next word is name-like itself."""
    following = words[place]
    if run[-1].is_possessive and is_whole_owner(run, knowledge):
        return 0
    if _is_close(run[-1], following, knowledge):
        return int(not _starts_other(run, words[place : place + 2], knowledge))
    if following.gap == " (":
        return _wing(run, words, place, knowledge)
    if _is_inverted(run, words, place, knowledge):
        return 1
    gaps = (", ", "., ", ". ") if run[-1].plain in DOTTED else (", ", "., ")  # Foo Pvt. Ltd.
    if len(run) > 1 and following.plain in SECOND_FORMS and following.gap in gaps:
        return 1  # Foo Foods, Inc.
    return listed_partners(run, words, place, knowledge) or _listed_fields(run, words, place, knowledge)


def _wing(run: list[Word], words: Sequence[Word], place: int, knowledge: Knowledge) -> int:
    """1 if a party's wing stands in brackets: Communist Party of India (Marxist)."""
    is_closed = place + 1 == len(words) or words[place + 1].gap.startswith(")")
    is_party = any(word.plain in _PARTIES for word in run)
    wing = words[place]
    is_wing = wing.plain in knowledge.groups or wing.plain.endswith(("ist", "ists"))
    return int(is_closed and is_party and is_wing and wing.is_capital)


def _nickname(run: list[Word], words: Sequence[Word], place: int, knowledge: Knowledge) -> int:
    """How many words a nickname in quotation marks and the surname are (Ann "Dot" de Lisle); or 0."""
    last = run[-1]
    if place + 1 >= len(words) or words[place + 1].gap not in _CLOSED_QUOTES:
        return 0
    if not words[place].is_capital or last.is_possessive or last.is_acronym or len(run) > 3:
        return 0
    if last.plain in knowledge.organization_heads or not any(w.plain in knowledge.given_names for w in run):
        return 0
    end = place + 1
    while end < len(words) and words[end].plain in PARTICLES and end < place + 3:
        end += 1
    return end - place + 1 if end < len(words) and words[end].is_capital else 0


def _is_inverted(run: list[Word], words: Sequence[Word], place: int, knowledge: Knowledge) -> bool:
    """Okafor, Ngozi; Haddad, Karim: the surname first, in a list that semicolons part?"""
    surname, given = run[0], words[place]
    if len(run) > 1 or given.gap != ", " or given.plain not in knowledge.given_names:
        return False
    if any(surname.plain in names for names in (knowledge.places, knowledge.countries, knowledge.months)):
        return False
    is_behind = surname.gap.startswith(";")
    if place + 1 == len(words):
        return is_behind
    return words[place + 1].gap == "; " and (is_behind or place == 1 or surname.gap.endswith(": "))


def _is_small_form(word: Word) -> bool:
    """A legal form in small letters: Norðurljós hf., Vodní stavby a.s."""
    return word.plain in SMALL_FORMS or (word.plain in DOTTED_FORMS and "." in word.text)


def _linked(run: list[Word], words: Sequence[Word], place: int, end: int, knowledge: Knowledge) -> int:
    """How many words small ones from `place` on lead to, the capitalised one at `end` included; or 0."""
    inner = words[place:end]
    if inner[0].plain == "and" and len(inner) == 1:
        following = words[end]
        if is_state(run, following, knowledge) or is_known_firm(run, following, knowledge):
            return 2
    if inner[0].plain in AND:
        return 2 if len(inner) == 1 else 0
    if inner[0].plain == "and" and " ".join(w.plain for w in run) in knowledge.organizations:
        return 0  # Human Rights Watch and Y
    if inner[0].plain == "the" and len(inner) == 1:
        return 2 if words[end].plain in SECOND_NAMES else 0
    is_link = all(w.plain in _LINKS for w in inner) and inner[0].plain != "de"
    if is_link and not may_link(run, inner, words, end, knowledge):
        return 0
    return end - place + 1 if is_link or all(w.plain in PARTICLES for w in inner) else 0


def _starts_other(run: list[Word], words: Sequence[Word], knowledge: Knowledge) -> bool:
    """Behind an & between two full names: a byline of two; not Van der Velde & Zonen."""
    word = words[0]
    if word.gap != " & " or len(words) == 1 or not words[1].is_capital or words[1].gap not in BLANKS:
        return False
    is_named = len(run) > 1 and any(w.plain in knowledge.given_names for w in run[:2])
    is_noun = is_common(word.plain, knowledge) or word.plain in knowledge.legal_forms
    return is_named and not is_noun and not word.is_acronym


def _listed_fields(run: list[Word], words: Sequence[Word], place: int, knowledge: Knowledge) -> int:
    """Ministry of Trade, Industry and Energy: how many words list what else such a body is for; or 0."""
    if not any(w.plain in OFFICES for w in run) or not any(w.plain in ("of", "for") for w in run):
        return _listed_subjects(words, place, run[-1], knowledge)
    if not is_plain_noun(run[-1], knowledge):
        return 0
    for end in range(place, min(len(words), place + _LONGEST_LIST)):
        word = words[end]
        if word.plain in ("and", "&"):
            is_field = end + 1 < len(words) and words[end + 1].is_capital
            return end - place + 2 if is_field and is_no_name(words[end + 1], knowledge) else 0
        if not word.is_capital or word.gap not in (", ", " ") or not is_no_name(word, knowledge):
            return 0
    return 0


def _listed_subjects(words: Sequence[Word], place: int, last: Word, knowledge: Knowledge) -> int:
    """Food, Drug and Cosmetics Authority: how many words lead on to what heads the body; or 0."""
    if words[place].gap != ", " or last.is_possessive or not _is_subject(last, knowledge):
        return 0
    for end in range(place, min(len(words), place + _LONGEST_LIST)):
        word = words[end]
        if word.plain in ("and", "&"):
            behind = words[end + 1 : end + 2]
            is_led = bool(behind) and is_no_name(behind[0], knowledge) and behind[0].gap in BLANKS
            return end - place + 2 if is_led and leads_to_head(words[end + 1 : end + 5], knowledge) else 0
        is_date = word.plain in knowledge.months or word.plain in knowledge.weekdays
        if not word.is_capital or word.gap not in (", ", " ") or is_date or not is_no_name(word, knowledge):
            return 0
    return 0


def _is_subject(word: Word, knowledge: Knowledge) -> bool:
    """What a body may be for: a plain noun or adjective, no name and no date."""
    is_date = word.plain in knowledge.months or word.plain in knowledge.weekdays
    is_form = word.plain in knowledge.legal_forms or word.plain in knowledge.function_words
    if is_date or is_form or word.is_acronym or not is_no_name(word, knowledge):
        return False
    return is_plain_noun(word, knowledge) or word.plain.endswith(("ic", "ical", "al"))


def _next_capital(words: Sequence[Word], place: int) -> int | None:
    """The next capitalised word behind one or two small ones, without anything but blanks between."""
    for end in range(place, min(len(words), place + 3)):
        if words[end].gap not in BLANKS and not (end == place and words[end].gap == ". "):
            return None
        if words[end].is_capital:
            return end if end > place else None
        if words[end].plain not in _INNER:
            return None
    return None


def _spelled(run: list[Word], words: Sequence[Word], place: int, acronyms: frozenset[str]) -> int:
    """How many words from `place` on make the run spell an acronym, small words counted or not; or 0."""
    word = words[place]
    if acronyms and word.is_capital and run[-1].is_possessive:
        return spelled_behind_owner(run, words, place, acronyms)
    if (
        not acronyms
        or word.plain not in _SPELLED_LINKS
        or word.is_capital
        or any(w.is_possessive or (len(w.plain) > 1 and w.is_acronym) for w in run)
    ):
        return 0
    named = run[1:] if run[0].plain in _ARTICLES else run
    letters = "".join(word.plain[:1] for word in named if word.is_capital)
    both = "".join(word.plain[:1] for word in named)
    for end in range(place, min(len(words), place + _LONGEST_SPELLED)):
        word = words[end]
        if word.gap not in BLANKS or not (word.is_capital or word.plain in _SPELLED_LINKS):
            return 0
        both += word.plain[:1]
        if word.is_capital:
            letters += word.plain[:1]
            if len(letters) > 2 and (letters in acronyms or both in acronyms):
                return end - place + 1
        if word.is_possessive:
            return 0
    return 0


def _is_close(before: Word, word: Word, knowledge: Knowledge) -> bool:
    if before.is_possessive and f"{before.plain}'s {word.plain}" in knowledge.organizations:
        return True  # Lloyd's Register
    if before.is_possessive:
        is_town = before.plain in knowledge.countries or before.plain in knowledge.places
        is_inner = _is_inner_possessive(before, word, knowledge) or (
            word.plain in _PATRON_HEADS and not is_town
        )
        return is_inner and word.gap.lstrip("'\u2019") in BLANKS | {"s "}
    if word.gap in BLANKS or word.gap == " & ":
        return True
    if word.gap in (". ", "."):  # an initial, or an abbreviated title
        is_initial = len(before.text) == 1 or (
            len(before.text) == 2 and _DIGRAPH.fullmatch(before.text) is not None
        )
        return is_initial or (
            before.plain + "." in knowledge.honorifics and before.text[:1].isupper() and len(before.text) < 6
        )
    return word.gap == ", " and word.plain in ("jr", "sr")


def _is_inner_possessive(word: Word, following: Word, knowledge: Knowledge) -> bool:
    """People's, Workers', Women's: of a common noun in an organisation's name, not of a name."""
    if word.is_opening and word.plain in knowledge.function_words:
        return False
    if following.plain in knowledge.given_names and not is_common(following.plain, knowledge):
        return False  # Human Rights Watch's Phil Robertson
    is_plural = word.text.endswith(("s", "men", "folk"))
    if (
        is_plural and following.plain in knowledge.organization_heads
    ):  # Dockworkers' Union, Fishermen's League
        return not any(
            word.plain in names for names in (knowledge.countries, knowledge.places, knowledge.surnames)
        )
    if word.plain in knowledge.organization_heads:
        return False
    if word.plain in knowledge.roles and following.plain in knowledge.organization_heads:
        return True  # Coroner's Court
    return is_common(word.plain, knowledge) or word.plain in knowledge.groups


def _takes_number(run: list[Word], number: Word, knowledge: Knowledge) -> bool:
    """Task Force 134, Division 9: a number belongs to a unit's name, and John Doe 3d to a man's."""
    if number.plain in _NTH and len(run) > 1 and run[0].plain in knowledge.given_names:
        return True
    head = run[-1].plain
    is_head = head in knowledge.organization_heads or head in knowledge.place_words
    return number.text.isdigit() and len(number.text) <= 3 and is_head and not run[-1].is_possessive
