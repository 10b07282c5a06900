"""What speaks for or against two quotations being one utterance: who, in what event, on what day."""

from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher

from provenance.conflicts.events import are_two_affairs, find_event, find_meeting, printed_day
from provenance.conflicts.pile import Pile
from provenance.conflicts.quotes import Quotation
from provenance.text.dates import find_dates, resolve_date
from provenance.text.folding import fold_text

_ONE_SPELLING = 0.82
"""Likeness of two surnames, 0..1, from which they may be one. Ratcliff & Metzener 1988."""
_TELLING_WORDS = 3
"""Words of content from which an utterance itself tells of its event, beside one name in both texts."""


def meet(
    pile: Pile, one: Sequence[Quotation], two: Sequence[Quotation], is_apart: bool, shared: int
) -> tuple[str, str] | None:
    """The first sources of both that speak of one event; `shared`: words of content that both have.

    Long enough words are themselves what two texts have in common: one name in both, of whatever kind, is
    enough then.
    """
    ids = [[q.span.source_id for q in group] for group in (one, two)]
    met = find_meeting(pile, ids[0], ids[1], is_apart)
    if met is not None or shared < _TELLING_WORDS:
        return met
    for a in list(dict.fromkeys(ids[0]))[:4]:
        for b in list(dict.fromkeys(ids[1]))[:20]:
            if a != b and _share_name(pile, a, b) and not _are_far(pile, a, b):
                return a, b
    return None


def _share_name(pile: Pile, a: str, b: str) -> bool:
    return bool(pile.names_of[a].keys() & pile.names_of[b].keys())


def _are_far(pile: Pile, a: str, b: str) -> bool:
    days = [printed_day(pile, source_id) for source_id in (a, b)]
    if days[0] is None or days[1] is None:
        return False
    return abs((days[0] - days[1]).days) > pile.settings.event_window_days


def are_one_event(pile: Pile, a: str, b: str) -> bool:
    """Do both sources speak of one event, or name one and the same in days near each other?"""
    if find_event(pile, a, b) is not None:
        return True
    return _share_name(pile, a, b) and not _are_far(pile, a, b) and not are_two_affairs(pile, a, b)


def are_other_occasions(pile: Pile, a: Quotation, b: Quotation) -> bool:
    """Do the two texts give the utterances days that cannot be one?"""
    days = [_days(pile, q) for q in (a, b)]
    if not days[0] or not days[1]:
        return False
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in days[0] for b in days[1])


def _days(pile: Pile, quotation: Quotation) -> list[tuple[date, date]]:
    occasion = quotation.claim.occasion
    if not occasion:
        return []
    anchor = printed_day(pile, quotation.span.source_id)
    found = []
    for expression in find_dates(occasion, pile.knowledge):
        interval = resolve_date(expression, anchor)
        if interval is not None:
            found.append((interval.first, interval.last))
    return found


def are_one_speaker(pile: Pile, a: Quotation, b: Quotation) -> bool:
    """One entity; names of which one has all words of the other (Voss, Lena Voss); or surnames so alike that
    they may be two spellings of one."""
    if a.speaker == b.speaker:
        return True
    words = [fold_text(name_of(pile, q)).split() for q in (a, b)]
    if not words[0] or not words[1]:
        return False
    if set(words[0]) <= set(words[1]) or set(words[1]) <= set(words[0]):
        return True
    last = words[0][-1], words[1][-1]
    return SequenceMatcher(None, last[0], last[1], False).ratio() >= _ONE_SPELLING


def name_of(pile: Pile, quotation: Quotation) -> str:
    """What a reader calls the speaker."""
    entity = pile.entities.get(quotation.claim.speaker_entity or "")
    return entity.name if entity else " ".join((quotation.claim.speaker or "").split())
