"""Lines in which capitals tell nothing: headlines in title case or all capitals."""

from collections.abc import Mapping, Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.names.mentions.links import is_title
from provenance.names.mentions.sentences import Sentence
from provenance.names.mentions.words import Word, is_common

_LEAST_WORDS = 4
_LEAST_SHARE = 0.6
"""Share of the words that are written with a capital; none of the others is a noun or verb."""
_SHOUTED_LETTERS = 6
"""Letters from which a sentence all in capitals is a heading, and no acronym alone."""
_LONGEST_NAME = 7


def is_headline(words: Sentence, text: str, knowledge: Knowledge) -> bool:
    """Is nearly every longer word of this sentence written with a capital, names or not?"""
    if _is_shouted(words):
        return True
    if (
        len(words) < _LEAST_WORDS
        or words[0].plain == "by"
        or any(w.gap in (" | ", " \u00b7 ") for w in words)
    ):
        return False
    start, end = words.start(0), words.end(len(words) - 1)
    if _is_entry(words, knowledge) or _is_result(words) or text[max(0, start - 1) : start] == "(":
        return False
    small = [w for w in words if not w.is_capital and not w.text[:1].isdigit()]
    if any(len(w.text) > 3 and w.plain not in knowledge.function_words for w in small):
        return False
    if len(words) - len(small) < _LEAST_SHARE * len(words):
        return False
    talk = sum(w.is_capital and _is_talk(w, knowledge) for w in words[1:])
    return talk >= 2 and text[end : end + 1] != "."


def _is_entry(words: Sequence[Word], knowledge: Knowledge) -> bool:
    """Minister for Fisheries and Ocean Resources: Jane Doe, a line of a list."""
    is_office = is_title(words[0].plain, knowledge) or f"{words[0].plain} {words[1].plain}" in knowledge.roles
    colons = [place for place, word in enumerate(words) if word.gap == ": "]
    return is_office and len(colons) == 1 and 1 <= len(words) - colons[0] <= _LONGEST_NAME


def _is_result(words: Sequence[Word]) -> bool:
    """Boston 111 Miami 98: numbers between names."""
    numbers = sum(word.text.isdigit() and len(word.text) <= 3 for word in words)
    return numbers > 1 and numbers * 6 >= len(words)


def _is_shouted(words: Sequence[Word]) -> bool:
    letters = sum(len(word.text) for word in words)
    return letters >= _SHOUTED_LETTERS and all(word.text.isupper() for word in words)


def find_in_headline(
    words: Sequence[Word], known: Mapping[str, EntityKind], knowledge: Knowledge
) -> list[tuple[int, int, EntityKind]]:
    """(first, last + 1, kind) of names in a headline: those that the running text knows, and plain ones."""
    found = []
    place = 0
    while place < len(words):
        reach, kind = _longest(words, place, known, knowledge)
        if kind is not None:
            found.append((place, place + reach, kind))
        place += reach
    return found


def _longest(
    words: Sequence[Word], place: int, known: Mapping[str, EntityKind], knowledge: Knowledge
) -> tuple[int, EntityKind | None]:
    if not words[place].is_capital:
        return 1, None
    reach = 1
    while (
        reach < _LONGEST_NAME
        and place + reach < len(words)
        and words[place + reach].gap.strip(" \u00a0'\u2019") == ""
    ):
        reach += 1
    for length in range(reach, 0, -1):
        found = words[place : place + length]
        plain = " ".join(word.plain for word in found)
        is_own = any(word.is_possessive for word in found[:-1])
        kind = (
            known.get(plain) or _own_body(found, knowledge) if is_own else _kind_of(found, known, knowledge)
        )
        if kind is not None:
            return length, kind
    return 1, None


def _kind_of(
    words: Sequence[Word], known: Mapping[str, EntityKind], knowledge: Knowledge
) -> EntityKind | None:
    plain = " ".join(word.plain for word in words)
    is_shouted = all(word.text.isupper() for word in words)
    if plain in known and not (len(words) == 1 and is_common(plain, knowledge)):
        return known[plain]
    if plain in knowledge.countries and (plain != "us" or words[0].text.replace(".", "").isupper()):
        return EntityKind.PLACE
    if plain in knowledge.places and not is_common(plain, knowledge):
        return EntityKind.PLACE
    if (
        len(words) == 2
        and words[0].plain in knowledge.given_names
        and not is_common(words[0].plain, knowledge)
    ):
        other = words[1].plain
        if other in knowledge.surnames or not (is_common(other, knowledge) or is_shouted):
            return EntityKind.PERSON
    is_titled = is_title(words[0].plain, knowledge) and words[0].plain not in knowledge.given_names
    is_unknown = (
        len(words) == 2 and not is_titled and not any(is_common(word.plain, knowledge) for word in words)
    )
    if is_unknown and words[1].plain in knowledge.surnames and not words[0].is_possessive:
        return EntityKind.PERSON
    return EntityKind.ORGANIZATION if is_shouted and _is_body(words, knowledge) else None


def _own_body(words: Sequence[Word], knowledge: Knowledge) -> EntityKind | None:
    """Highfield Residents' Association."""
    is_many = all(word.text.lower().endswith("s") for word in words if word.is_possessive)
    is_headed = words[-1].plain in knowledge.organization_heads and len(words) > len("AB")
    is_named = not is_common(words[0].plain, knowledge) and not words[0].is_possessive
    return EntityKind.ORGANIZATION if is_many and is_headed and is_named else None


def _is_body(words: Sequence[Word], knowledge: Knowledge) -> bool:
    """KILBRANNAN COMMUNITY COUNCIL: a head behind a word that is no common one, and no verb between."""
    last = words[-1].plain
    is_form = last in knowledge.legal_forms and last not in knowledge.function_words
    if len(words) < 2 or not (is_form or last in knowledge.organization_heads):
        return False
    inner = [word.plain for word in words[:-1]]
    if is_common(inner[0], knowledge) or is_title(inner[0], knowledge) or words[0].is_possessive:
        return False
    return not any(
        plain in knowledge.function_words
        or plain in knowledge.say_verbs
        or plain in knowledge.legal_forms
        or plain.endswith(("s", "ed"))
        for plain in inner
    )


def _is_talk(word: Word, knowledge: Knowledge) -> bool:
    plain = word.plain
    if plain in knowledge.roles or plain in knowledge.organization_words or plain in knowledge.months:
        return False
    return (
        is_common(plain, knowledge) and plain not in knowledge.place_words and plain not in knowledge.weekdays
    )
