"""Cutting a run of capitalised words into names: titles, openers, adjectives and dates go."""

from functools import lru_cache

from attrs import define, field

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.adjectives import is_adjective, keeps_adjective
from provenance.names.mentions.heads import BUSINESS, CLUB_WORDS, FOREIGN_BODIES, PAPER_WORDS
from provenance.names.mentions.links import is_title
from provenance.names.mentions.offices import is_of_body, is_of_firm, is_of_office
from provenance.names.mentions.words import Word, is_common, without_marks

_SMALL = frozenset("of for on and & the to against de bin ben al el".split())
_LINKS = frozenset("of for on and & the to against".split())
"""Small words that no name starts with."""
_LONGEST_DAY = 4
"""Letters of a weekday's abbreviation: a Sun at the end is a newspaper rather than a day."""
_LONGEST_TITLE = 6
"""Words of a title (chairman of the joint chiefs of staff)."""
_LETTERS = frozenset("qc kc obe mbe cbe kbe dbe phd md frs jp dso vc mp mps msp esq".split())
_LAWYERS = frozenset(("SC", "SAN", "AO", "AM", "RN"))
CUT_NEVER = frozenset({"khan", "st", "saint"})
"""Titles that are kept wherever they stand."""
_GIVEN_TITLES = frozenset({"dean", "marshall", "marshal", "hunter", "carter", "mason"})
"""Titles and trades that very many have as given names."""
_ALSO_NAMES = frozenset("haji hajji hadji hajj syed sayed sayyid mirza beg bey".split())
"""Honorifics that also stand inside names."""
_OPENING_WORDS = frozenset("the a an this these that its his her their our".split())
_DIRECTIONS = frozenset("north south east west northern southern eastern western central pacific".split())
_TALK = frozenset(("and", "&", "mp", "mps", "ceo"))
_ALSO_ACRONYMS = frozenset({"us", "it", "who", "un"})


@define(eq=False)
class Candidate:
    """Words of one possible name; those that are written alike are one object, which is never changed.

    `has_title`: a title stood before it. `is_cut_open`: the word before it in the run was cut off as an
    opener or adjective. `plain`: what word lists are asked with. `form`: the same without marks on letters.
    """

    words: tuple[Word, ...]
    has_title: bool = False
    is_cut_open: bool = False
    plain: str = ""
    form: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.plain = self.plain or _plain(self.words)
        self.form = without_marks(self.plain)


@define(eq=False)
class _Part:
    """What is left of a run: the words from `start` on, and what is known of them as of a candidate."""

    words: tuple[Word, ...]
    start: int
    has_title: bool = False
    is_cut_open: bool = False


def _plain(words: tuple[Word, ...]) -> str:
    return " ".join([word.plain for word in words])


@lru_cache(maxsize=1 << 14)
def cut_run(run: tuple[Word, ...], knowledge: Knowledge) -> tuple[tuple[int, Candidate], ...]:
    """The possible names in a run, in order, and where in it each starts.

    Adjectives and titles that stand alone give none. The same runs come again and again: The, But, and every
    name.
    """
    alone = run[0].plain if len(run) == 1 else ""
    if alone in _OPENING_WORDS:
        return ()
    if alone in knowledge.surnames and is_title(alone, knowledge):
        return ((0, Candidate(run)),)  # King, if someone in the text is called so
    return tuple(_cut(run, knowledge))


@lru_cache(maxsize=4)
def _heads(knowledge: Knowledge) -> frozenset[str]:
    """What alone heads a name of common nouns."""
    return knowledge.organization_heads | knowledge.place_words | knowledge.event_words


def _cut(run: tuple[Word, ...], knowledge: Knowledge) -> list[tuple[int, Candidate]]:
    found: list[tuple[int, Candidate]] = []
    rest = _Part(run, 0)
    while rest.words:
        rest = _trim_front(rest, knowledge)
        split = _find_title(rest.words, knowledge)
        if split is None:
            _add_trimmed(found, rest, knowledge)
            break
        start, end = split
        before = _Part(rest.words[:start], rest.start, rest.has_title, rest.is_cut_open)
        _add_trimmed(found, _trim_front(before, knowledge), knowledge)
        rest = _Part(rest.words[end:], rest.start + end, has_title=start < end)
        if rest.words and rest.words[0].plain in _SMALL and not rest.words[0].is_capital:
            rest = _after_office(rest.words[1:], rest.start + 1, knowledge)
    return found


def _after_office(words: tuple[Word, ...], place: int, knowledge: Knowledge) -> _Part:
    """What follows "Minister of": the office's plain nouns go (Minister of Health Jane Doe)."""
    start = 0
    while start < len(words) and not _is_named_body(words[start:], knowledge):
        word = words[start]
        if word.is_capital and (not is_common(word.plain, knowledge) or word.plain in knowledge.given_names):
            break
        start += 1
    return _Part(words[start:], place + start, has_title=0 < start < len(words))


def _add_trimmed(found: list[tuple[int, Candidate]], part: _Part, knowledge: Knowledge) -> None:
    """Of what has nothing in front to be cut off."""
    words, start = _trim_back(part, knowledge)
    plain = _plain(words)
    if words and not _is_empty_talk(words, plain, knowledge):
        found.append((start, Candidate(words, part.has_title, part.is_cut_open, plain)))


def _is_empty_talk(words: tuple[Word, ...], plain: str, knowledge: Knowledge) -> bool:
    """Only adjectives of peoples and creeds, weekdays, months or numbers: no name."""
    if plain in knowledge.demonyms:
        return True
    if plain in knowledge.organizations and (len(words) > 1 or words[0].is_possessive):
        return False  # the Liberal Democrats, Labour's plan
    if not _is_talk(words[0], knowledge) or plain in knowledge.countries:
        return False
    return all(_is_talk(word, knowledge) for word in words[1:])


def _is_talk(word: Word, knowledge: Knowledge) -> bool:
    plain = word.plain
    if plain in knowledge.months or plain in knowledge.weekdays or plain in _TALK or word.text.isdigit():
        return True
    return is_adjective(word, knowledge)


def _trim_front(part: _Part, knowledge: Knowledge) -> _Part:
    """Without small words, sentence openers and dates in front."""
    words, is_cut = part.words, part.is_cut_open
    while words:
        first = words[0]
        if first.plain in _LINKS and not first.is_capital:
            words = words[1:]
        elif _is_opener(words, knowledge) or _is_date(words, knowledge):
            words, is_cut = words[1:], True
        else:
            break
    gone = len(part.words) - len(words)
    return _Part(words, part.start + gone, part.has_title, is_cut) if gone else part


def _is_opener(words: tuple[Word, ...], knowledge: Knowledge) -> bool:
    first = words[0]
    is_initial = len(words) > 1 and len(first.text) == 1 and words[1].gap.startswith(".")
    if is_initial or first.plain in _OPENING_WORDS:
        return not is_initial
    is_joined = len(words) > 2 and words[1].plain == "and"  # Roads and Bridges, a campaign group
    if is_joined or (first.plain == "all" and len(words) > 2 and _is_named_body(words, knowledge)):
        return False  # All India Congress Committee
    is_written_so = first.is_acronym and len(first.text) > 1
    if is_written_so and (not first.text.isupper() or first.plain in _ALSO_ACRONYMS):
        return False
    is_small = first.plain in knowledge.function_words
    if not first.is_opening:
        if first.plain in knowledge.given_names and first.plain not in knowledge.months:
            return False  # coach Will Hardy
        return is_small and len(words) > 1 and first.text.istitle() and len(first.text) <= 4
    return is_small or _is_common_opener(words, knowledge)


def _is_common_opener(words: tuple[Word, ...], knowledge: Knowledge) -> bool:
    """A frequent word that happens to stand before a name at the start of a sentence."""
    first, whole = words[0].plain, " ".join(word.plain for word in words)
    if len(words) == 1 or not is_common(first, knowledge) or is_title(first, knowledge):
        return False
    if whole in knowledge.organizations or whole in knowledge.places or whole in knowledge.countries:
        return False
    if first in knowledge.given_names:
        return False
    if first in _DIRECTIONS and words[-1].plain in BUSINESS:
        return False  # Southern Copper
    return not _is_named_body(words, knowledge)


def _is_named_body(words: tuple[Word, ...], knowledge: Knowledge) -> bool:
    """A name of common nouns with a head: National Guard, Human Rights Watch, Food Standards Agency."""
    last = words[-1].plain
    kinds = _heads(knowledge)
    if last in kinds or last in knowledge.organization_words or last in PAPER_WORDS:
        return True
    if last in knowledge.countries and len(words) > len("AB") and is_common(words[-2].plain, knowledge):
        return not is_adjective(words[-2], knowledge)  # Horse Racing Ireland
    if len(words) == len("ABC") and f"{words[1].plain} {last}" in knowledge.countries:
        return words[0].plain not in knowledge.function_words  # Cricket West Indies
    return any(w.plain in kinds for w in words[:-1])


def _is_date(words: tuple[Word, ...], knowledge: Knowledge) -> bool:
    first = words[0]
    if first.plain in knowledge.weekdays and len(first.text) > 2:
        is_short = len(first.text) <= _LONGEST_DAY and len(words) > 1
        return not (is_short and words[1].gap == " " and words[1].plain not in knowledge.months)
    if first.plain not in knowledge.months:
        return False
    return first.plain not in knowledge.given_names or len(words) == 1


def _trim_back(part: _Part, knowledge: Knowledge) -> tuple[tuple[Word, ...], int]:
    """Without small words, dates, and adjectives of peoples in front that are no part of the name.

    The words that are left, and where they start.
    """
    words = _without_letters(_acronym_alone(part.words, knowledge), knowledge)
    start = part.start
    while words and _is_tail(words, knowledge):
        words = words[:-1]
    while len(words) > 1 and is_adjective(words[0], knowledge) and not keeps_adjective(words, knowledge):
        words, start = words[1:], start + 1
    return words, start


def _is_tail(words: tuple[Word, ...], knowledge: Knowledge) -> bool:
    """Is the last word a small one or a date?"""
    last = words[-1]
    plain = last.plain
    if plain in _SMALL:
        return not last.is_capital
    if plain in knowledge.weekdays and len(last.text) > _LONGEST_DAY:
        return True
    return plain in knowledge.months and len(words) > 1 and plain not in knowledge.given_names


def _acronym_alone(words: tuple[Word, ...], knowledge: Knowledge) -> tuple[Word, ...]:
    """NATO of NATO Summit: plain nouns that head no body's name do not belong to an acronym."""
    first = words[0] if words else None
    if first is None or not first.is_acronym or not first.text.isupper() or len(first.plain) < 2:
        return words
    rest = words[1:]
    heads, words_of_heads = knowledge.organization_heads, knowledge.organization_words
    if not rest or any(w.text.isupper() or w.plain in heads or w.plain in words_of_heads for w in rest):
        return words
    if len(rest) == 1 and rest[0].plain in BUSINESS and "." not in first.text:
        return words  # BP Solar
    if not all(is_common(w.plain, knowledge) for w in rest):
        return words
    return words[:1]


def _without_letters(words: tuple[Word, ...], knowledge: Knowledge) -> tuple[Word, ...]:
    """Without the letters of honours and degrees behind a name."""
    while len(words) > 2 and words[-1].plain in _LETTERS and words[-1].text[-1].isupper():
        words = words[:-1]
    if len(words) < 3 or words[-1].text not in _LAWYERS:
        return words
    is_club = any(w.plain in CLUB_WORDS or w.plain in knowledge.places or w.plain == "al" for w in words[:-1])
    is_club = is_club or any(is_common(w.plain, knowledge) for w in words[:-1])
    return words if is_club and words[0].plain not in knowledge.given_names else words[:-1]


@lru_cache(maxsize=4)
def _title_starts(knowledge: Knowledge) -> frozenset[str]:
    """First words of titles of several words."""
    return frozenset(
        title.partition(" ")[0] for title in (*knowledge.roles, *knowledge.honorifics) if " " in title
    )


def _find_title(words: tuple[Word, ...], knowledge: Knowledge) -> tuple[int, int] | None:
    """(start, end) of the first title inside, the longest one there; None if there is none to cut."""
    starts = _title_starts(knowledge)
    for start in range(len(words)):
        if start and (
            _starts_person(words, start, knowledge) or _is_person_of_place(words, start, knowledge)
        ):
            return start, start
        first = words[start].plain
        if first not in starts:
            if is_title(first, knowledge) and _is_cut(words, start, start + 1, knowledge):
                return start, start + 1
            continue
        for end in range(min(len(words), start + _LONGEST_TITLE), start, -1):
            if is_title(" ".join(w.plain for w in words[start:end]), knowledge) and _is_cut(
                words, start, end, knowledge
            ):
                return start, end
    return None


def _starts_person(words: tuple[Word, ...], start: int, knowledge: Knowledge) -> bool:
    """Does a person's name follow a body's head without a title (Green Party Caroline Lucas)?"""
    first = words[start]
    if words[start - 1].plain not in knowledge.organization_heads or start + 1 >= len(words):
        return False
    if not first.is_capital or first.plain not in knowledge.given_names or is_common(first.plain, knowledge):
        return False
    return words[-1].plain not in knowledge.organization_heads and words[start + 1].is_capital


def _is_person_of_place(words: tuple[Word, ...], start: int, knowledge: Knowledge) -> bool:
    """Does a person's name follow a place's (Governor of Oregon Jane Doe)?"""
    first, name = words[start].plain, words[start:]
    if first not in knowledge.given_names or first in knowledge.places or len(name) < 2:
        return False
    place = _plain(words[:start])
    if place not in knowledge.places and place not in knowledge.countries:
        return False
    if words[0].plain in knowledge.given_names or words[start - 1].plain in knowledge.surnames:
        return False
    is_given = not any(word.plain in FOREIGN_BODIES for word in name)
    return is_given and not is_common(first, knowledge) and not _is_named_body(words, knowledge)


def _is_cut(words: tuple[Word, ...], start: int, end: int, knowledge: Knowledge) -> bool:
    """Is this title no part of a name? Stephen King and the General Assembly keep theirs."""
    title, before, after = words[start], words[:start], words[end:]
    is_kept = not title.is_capital or title.plain in CUT_NEVER or words[end - 1].is_possessive
    is_kept = is_kept or bool(after and after[0].plain in knowledge.legal_forms)  # Foo Contractors Ltd
    is_kept = is_kept or (not before and end == 1 and len(words) == 2 and _is_full_name(words, knowledge))
    is_kept = is_kept or bool(after and is_of_firm(title, after[0], knowledge))
    is_kept = is_kept or (bool(before) and is_of_office(title, before, after, knowledge))
    if is_kept or is_of_body(words, start, end, knowledge):
        return False
    is_single = end - start == 1
    if not after:
        return _is_cut_last(title, before, is_single, knowledge)
    if any(is_place_prefix(words[start:], n, knowledge) for n in range(2, len(words) - start + 1)):
        return False
    if is_single and before and (title.plain in knowledge.surnames or title.plain in knowledge.given_names):
        return False
    if is_single and before and title.plain not in knowledge.roles:
        is_inner = title.plain in _ALSO_NAMES or before[-1].plain in knowledge.given_names
        is_inner = is_inner or _heads_name(after, knowledge)
        return len(title.text) > 2 and not is_inner  # Ismail Haji Omar, Leeds Metropolitan University
    return not (is_single and _heads_name(after, knowledge))


def _is_full_name(words: tuple[Word, ...], knowledge: Knowledge) -> bool:
    """Dean Jones: is the title a given name rather, a known surname behind it?"""
    title, name = words[0].plain, words[1].plain
    return title in _GIVEN_TITLES and name in knowledge.surnames


def _is_cut_last(title: Word, before: tuple[Word, ...], is_single: bool, knowledge: Knowledge) -> bool:
    if not before:
        return is_title(title.plain, knowledge) or not title.is_opening
    if title.plain in knowledge.honorifics and title.plain not in knowledge.roles:
        return False
    if title.plain.endswith("s") and (
        title.plain in BUSINESS or is_place_prefix(before, len(before), knowledge)
    ):
        return False  # Foo Engineering Consultants, Manila Archers
    given = before[-1].plain in knowledge.given_names and before[-1].plain not in knowledge.demonyms
    return not (is_single and (given or title.plain in knowledge.surnames))


def is_place_prefix(words: tuple[Word, ...], count: int, knowledge: Knowledge) -> bool:
    """Are the first `count` words a known place (Prince Edward Island, St Petersburg)?"""
    name = " ".join(w.plain for w in words[:count])
    dotted = name.replace("st ", "st. ", 1) if name.startswith("st ") else name
    return name in knowledge.places or dotted in knowledge.places or name in knowledge.countries


def _heads_name(after: tuple[Word, ...], knowledge: Knowledge) -> bool:
    """What follows makes the title part of a body's or place's name: Justice Department, King County."""
    heads = _heads(knowledge)
    for number, word in enumerate(after):
        if not word.is_capital:
            return number > 0 and after[number - 1].plain in heads
    if after[0].plain in knowledge.organization_heads:
        return True
    return after[-1].plain in heads and after[0].plain not in knowledge.given_names and len(after) <= 3
