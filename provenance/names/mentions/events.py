"""Events: which names are those of something that happened, and how far they reach."""

from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.heads import FIRST_HAPPENINGS, FOREIGN_HAPPENINGS, HAPPENINGS, HAPPENINGS_OF
from provenance.names.mentions.settings import Setting
from provenance.names.mentions.words import Word

_FARTHEST = 3
"""Words in small letters behind a name that lead to an event's word (2010 Ruritanian general election)."""
_ORDINALS = frozenset("first second third fourth fifth sixth seventh".split())
_ROMAN = frozenset("i ii iii iv v vi".split())


def find_event(setting: Setting, knowledge: Knowledge) -> tuple[int, int] | None:
    """Indices of the first and last word of the event's name, a year included; None if nothing happened.

    Laws, prizes and works, which are written like events, are none.
    """
    words = setting.candidate.words
    first, last = setting.first, setting.last
    if setting.is_event:
        for steps in range(1, _FARTHEST + 1):
            after = setting.after(steps)
            if after is None or after.is_capital or after.gap.strip():
                return None
            if after.plain in knowledge.event_words or after.plain.removesuffix("s") in knowledge.event_words:
                return first - 1, last + steps
        return None
    if len(words) == 1:
        return first, last  # a storm's own name
    if not is_happening(words) and not is_spring(words, knowledge):
        return None
    before, after = setting.before(), setting.after()
    first -= int(before is not None and _is_year(before) and not words[0].gap.strip())
    last += int(after is not None and _is_year(after) and not after.gap.strip())
    return first, last


def is_spring(words: Sequence[Word], knowledge: Knowledge) -> bool:
    """The Prague Spring, the Sudanese Spring: a people's or a town's; not Silver Spring, which is a town."""
    if len(words) != len("AB") or words[1].plain != "spring" or not words[1].is_capital:
        return False
    first = words[0].plain
    is_town = f"{first} spring" in knowledge.places
    is_people = first in knowledge.demonyms or first in knowledge.groups
    return not is_town and (is_people or first in knowledge.capitals)


def is_happening(words: tuple[Word, ...]) -> bool:
    """Do these words name an event: Battle of X, X Accords, Hurricane X, X War II?"""
    if len(words) < 2:
        return False
    first, second = words[0].plain, words[1]
    if first in FOREIGN_HAPPENINGS or (first in FIRST_HAPPENINGS and second.is_capital):
        return True
    if any(word.plain in HAPPENINGS_OF and words[n + 1].plain == "of" for n, word in enumerate(words[:-1])):
        return True
    if first in _ORDINALS and words[-1].plain in ("council", "congress", "conference"):
        return True
    head = words[-2] if len(words) > 2 and words[-1].plain in _ROMAN else words[-1]
    return head.plain in HAPPENINGS


def _is_year(word: Word) -> bool:
    return len(word.text) == 4 and word.text.isdigit()
