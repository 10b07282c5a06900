"""Names that go on over a comma or a possessive: firms of partners, a body's branch."""

from collections.abc import Sequence, Set

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.links import BLANKS
from provenance.names.mentions.words import Word, is_common

_FIRMS = frozenset("llp associates partners solicitors attorneys advocates barristers".split())
"""What firms of several partners end in, whatever joins the last two."""
_MOST = 7
"""Partners of a firm, or words behind a possessive, at most."""
_LEAST_LETTERS = 4
"""Letters of an acronym that a body and its branch spell together, at least."""
_WHERE = frozenset("in at from near of outside".split())


def is_whole_owner(run: Sequence[Word], knowledge: Knowledge) -> bool:
    """Amnesty International's Agnes Berg, Agnes Berg's Cross: is what has the possessive a name by itself?"""
    if " ".join(word.plain for word in run) in knowledge.organizations:
        return True
    first = run[0].plain
    return len(run) > 1 and first in knowledge.given_names and not is_common(first, knowledge)


def listed_partners(run: Sequence[Word], words: Sequence[Word], place: int, knowledge: Knowledge) -> int:
    """Adair, Bell & Cole LLP: how many words from `place` on name the other partners and the form; or 0."""
    if len(run) > 1 or words[place].gap != ", " or not _is_partner(run[0], knowledge):
        return 0
    before = words[place - 2] if place > 1 else None
    if before is not None and before.plain in _WHERE and run[0].plain in knowledge.places:
        return 0  # in Boston, Bell & Cole LLP said
    for end in range(place, min(len(words) - 1, place + _MOST)):
        word, following = words[end], words[end + 1]
        is_and = following.plain == "and" and following.gap in BLANKS
        if not _is_partner(word, knowledge) or word.gap != ", ":
            return 0
        if following.gap == " & " or is_and:
            last = end + 2 if is_and else end + 1
            return last - place + 2 if _ends_firm(words, last, knowledge, is_and=is_and) else 0
    return 0


def _is_partner(word: Word, knowledge: Knowledge) -> bool:
    """May it be the surname of a firm's partner?"""
    is_name = word.is_capital and not word.is_possessive and not word.is_acronym
    is_date = word.plain in knowledge.months or word.plain in knowledge.weekdays
    return is_name and not is_date and word.plain not in knowledge.function_words


def _ends_firm(words: Sequence[Word], last: int, knowledge: Knowledge, *, is_and: bool) -> bool:
    """Are the last partner and what such a firm ends in at `last`? Behind `and` only what has partners."""
    if last + 1 >= len(words) or not _is_partner(words[last], knowledge):
        return False
    form = words[last + 1]
    is_form = form.plain in _FIRMS or (not is_and and form.plain in knowledge.legal_forms)
    return is_form and form.is_capital and form.gap in BLANKS and (not is_and or words[last].gap in BLANKS)


def spelled_behind_owner(run: Sequence[Word], words: Sequence[Word], place: int, acronyms: Set[str]) -> int:
    """Red Star's Lake Region Province, which RSLRP stands for: how many words from `place` on; or 0."""
    letters = "".join(word.plain[:1] for word in run if word.is_capital)
    for end in range(place, min(len(words), place + _MOST)):
        word = words[end]
        gap = word.gap.lstrip("'\u2019") if end == place else word.gap
        if not word.is_capital or not (gap in BLANKS or (end == place and gap == "s ")):
            return 0
        letters += word.plain[:1]
        if len(letters) >= _LEAST_LETTERS and letters in acronyms:
            return end - place + 1
        if word.is_possessive:
            return 0
    return 0
