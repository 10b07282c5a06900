"""Words of a sentence that tell a happening, each with its classes: was arrested, the talks, broke down."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.text.tokens import Token

_BEFORE_BASE = frozenset(
    "to will would shall should may might can could must did do does not never 'll let lets".split()
)
"""Words behind which a plain form is a verb: to sign, did not sign."""
_ARTICLES = frozenset("a an the this that these those his her its their our my your no any every".split())
_AUXILIARIES = frozenset("was were is are be been being had has have got get 'd".split())
_PREPOSITIONS = frozenset("in by of with from for under at as".split())
_MOST_GAP = 2
"""Characters between two words of one phrase."""
_WHO = frozenset("i we you they who that which and or".split())
_SELVES = frozenset("itself himself herself themselves oneself".split())
_SHORTEST = 5
_NO_VERBS = frozenset(
    "hundred sacred naked kindred indeed speed breed creed exceed proceed succeed need seed weed feed bleed "
    "united wicked aged limited sudden unprecedented so-called rugged wretched crooked beloved shed sped "
    "according including following during regarding concerning".split()
)
"""Words that end as participles do and are none, or have become other words."""


@frozen(order=True)
class EventWord:
    """[start, end) of the text, and the classes of what the words there tell. `is_noun`: the talks."""

    start: int
    end: int
    events: tuple[str, ...]
    is_noun: bool = False


def find_event_words(words: Sequence[Token], knowledge: Knowledge) -> list[EventWord]:
    """Event words among the words of a sentence, in order, without overlap, the longest phrase first.

    Classes are those of the tables of happenings and event verbs; a participle that no table has is a class
    of its own, so that what is said to have been done then is not taken for something else.
    """
    lengths = _longest(knowledge)
    found: list[EventWord] = []
    at = 0
    while at < len(words):
        longest = lengths.get(words[at].folded, 0)
        for length in range(min(longest, len(words) - at), 0, -1):
            run = _without_self(words, at, length)
            whole = [word for word in words[at : at + length + 1] if word.end <= run[-1].end]
            if length > 1 and not _are_joined(whole):
                continue
            word = None if _is_calendar(words[at], knowledge) else _event_word(words, at, run, knowledge)
            if word is not None:
                found.append(word)
                at += len(whole)
                break
        else:
            word = _participle(words, at) if not longest else None
            if word is not None:
                found.append(word)
            at += 1
    return found


def _without_self(words: Sequence[Token], at: int, length: int) -> Sequence[Token]:
    """The run of that length; blew itself up is as blew up."""
    run = words[at : at + length + 1]
    if length > 1 and len(run) > length and run[1].folded in _SELVES:
        return [run[0], *run[2:]]
    return run[:length]


@lru_cache(maxsize=4)
def _longest(knowledge: Knowledge) -> dict[str, int]:
    """First word of a form → words of the longest form that begins with it."""
    found: dict[str, int] = {}
    for table in (knowledge.happenings, knowledge.event_verbs):
        for form in table:
            first, *more = form.replace("-", " ").split()
            found[first] = max(found.get(first, 0), 1 + len(more))
    return found


def _are_joined(run: Sequence[Token]) -> bool:
    return all(b.start - a.end <= _MOST_GAP for a, b in pairwise(run))


def _event_word(
    words: Sequence[Token], at: int, run: Sequence[Token], knowledge: Knowledge
) -> EventWord | None:
    form = " ".join(word.folded for word in run)
    before = words[at - 1].folded if at else ""
    verb = knowledge.event_verbs.get(form) or knowledge.event_verbs.get(form.replace(" ", "-"))
    told = knowledge.happenings.get(form) or knowledge.happenings.get(form.replace(" ", "-"))
    if told is None and verb is None:
        return None
    kinds = verb.kinds if verb else ""
    is_plain = bool(kinds) and not set(kinds) & set("dngN")
    no_verb = _ARTICLES | (_PREPOSITIONS - {"as"})
    is_told = told is not None and before not in _WHO and before not in _PREPOSITIONS  # the cathedral fire
    if len(run) == 1 and is_plain and not is_told and (before in no_verb or _is_bare(kinds, before)):
        return None
    is_noun = "N" in kinds or (not kinds and before not in _AUXILIARIES) or before in _ARTICLES
    is_noun = is_noun or (is_plain and before not in _BEFORE_BASE)
    events = tuple(told.split()) if told else (verb.event,) if verb else ()
    return EventWord(run[0].start, run[-1].end, events, is_noun)


def _is_bare(kinds: str, before: str) -> bool:
    """A plain form where no verb can stand."""
    return "b" in kinds and before not in _BEFORE_BASE


def _is_calendar(word: Token, knowledge: Knowledge) -> bool:
    return word.text[0].isupper() and (word.folded in knowledge.months or word.folded in knowledge.weekdays)


def _participle(words: Sequence[Token], at: int) -> EventWord | None:
    """A word in -ed that no table has: was evacuated; neither the armed men nor men armed with sticks."""
    word = words[at]
    if len(word.folded) < _SHORTEST or not word.folded.endswith("ed") or word.folded in _NO_VERBS:
        return None
    before = words[at - 1].folded if at else ""
    if before in _ARTICLES or not word.text.islower():
        return None
    near = {w.folded for w in words[max(0, at - 3) : at]}
    after = words[at + 1].folded if at + 1 < len(words) else ""
    if not near & _AUXILIARIES and after in _PREPOSITIONS:
        return None
    return EventWord(word.start, word.end, (f"={word.folded[:-2]}",))
