"""Changes in a copied passage that tell a reader nothing: one value written otherwise, headings, credits."""

from attrs import evolve

from provenance.conflicts.expressions import whole_figures
from provenance.conflicts.pile import Pile
from provenance.model.reuse import Alignment, Change, ChangeKind
from provenance.text.values import mean_the_same

_LONGEST_CREDIT = 12
"""Words of a line of credit."""
_LONGEST_DATE = 40
"""Code points of a date, at most."""


def says_nothing(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Is it one number or day in two forms, what only one heading has, or the wording of a credit?"""
    return (
        _is_of_headings(pile, alignment, change)
        or _is_of_credits(pile, alignment, change)
        or _is_one_value(pile, alignment, change)
        or _is_one_day(pile, alignment, change)
    )


def _is_one_value(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Is it one number, written otherwise?"""
    one, two = change.a_text, change.b_text
    if change.kind is ChangeKind.NUMBER and one and two:
        one = whole_figures(pile.text(alignment.a.source_id), change.a_start, change.a_end)
        two = whole_figures(pile.text(alignment.b.source_id), change.b_start, change.b_end)
    return mean_the_same(one, two, pile.knowledge)


def _is_one_day(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Does it lie in dates that are one day, written otherwise ("12 March", "March 12th")?"""
    days = []
    for source_id, start, end in (
        (alignment.a.source_id, change.a_start, change.a_end),
        (alignment.b.source_id, change.b_start, change.b_end),
    ):
        near = pile.dates_in(source_id, max(0, start - _LONGEST_DATE), end)
        found = next((each for each in near if each.start <= start and end <= each.end), None)
        if found is None or found.day is None or found.month is None or found.is_ambiguous:
            return False
        days.append(evolve(found, start=0, end=0, preposition="", is_attributive=False))
    return days[0] == days[1]


def _is_of_headings(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Does only one text have it, in its heading? Each has a heading of its own: absence is no change."""
    if change.a_text.strip() and change.b_text.strip():
        return False
    places = ((alignment.a.source_id, change.a_end), (alignment.b.source_id, change.b_end))
    return all(end <= pile.texts.heading_end(source_id) for source_id, end in places)


def _is_of_credits(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Is it other wording beside the name of a house that both name, and nothing else in their sentences?
    "Source: X", "With material from X": lines of credit, which each house words as it likes."""
    if change.kind not in (ChangeKind.WORDING, ChangeKind.ATTRIBUTION):
        return False
    places = (
        (alignment.a.source_id, change.a_start, change.a_end),
        (alignment.b.source_id, change.b_start, change.b_end),
    )
    for source_id, start, end in places:
        words = pile.words_at(source_id, start)
        if len(words) > _LONGEST_CREDIT:
            return False
        rest = " ".join(word.folded for word in words if word.end <= start or end <= word.start)
        if rest not in pile.houses:
            return False
    return True
