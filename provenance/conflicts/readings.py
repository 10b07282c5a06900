"""What the copies of a text read at a changed place: the smallest words that have the whole value."""

from collections import defaultdict
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from attrs import evolve, frozen

from provenance.conflicts.changes import Edit, later_side
from provenance.conflicts.credit_phrases import find_credit_phrase
from provenance.conflicts.edited_places import changed_clause, sides_of
from provenance.conflicts.expressions import bare_words, whole_expression
from provenance.conflicts.misreadings import is_misread
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import list_position
from provenance.model.conflicts import Evidence, Side
from provenance.model.reuse import ChangeKind
from provenance.model.spans import Span
from provenance.text.folding import fold_text
from provenance.text.tokens import find_words

NOT_THERE = "(not there)"
"""The reading of a text that lacks the words."""
_PRONOUNS = frozenset("he she it they we i who which that".split())
_OF_STATEMENTS = (ChangeKind.MODALITY, ChangeKind.NEGATION)
_VALUES = (ChangeKind.DATE, ChangeKind.NUMBER)
_NAMELESS = (*_OF_STATEMENTS, *_VALUES, ChangeKind.HEDGE, ChangeKind.CONDITION)
"""Kinds of changes that have no part of a name in them."""


@frozen
class Reading:
    """[start, end) of a source at a changed place. `is_later`: is it of the later text of a known direction?
    None where the direction is not known."""

    source_id: str
    start: int
    end: int
    kind: ChangeKind
    is_later: bool | None


_LAST: WeakKeyDictionary[Pile, tuple[Sequence[Edit], dict[str, list[Reading]]]] = WeakKeyDictionary()


def find_readings(pile: Pile, group: Sequence[Edit]) -> dict[str, list[Reading]]:
    """Folded words → the places that have them, in the order of the edits; "" for what is not there.

    Of the last edits asked about the answer is kept: each group is asked about several times in a row.
    """
    last = _LAST.get(pile)
    if last is None or last[0] is not group:
        last = _LAST[pile] = (group, _find_readings(pile, group))
    return last[1]


def _find_readings(pile: Pile, group: Sequence[Edit]) -> dict[str, list[Reading]]:
    found: dict[str, list[Reading]] = defaultdict(list)
    for edit in group:
        after = later_side(edit)
        for number, (source_id, start, end) in enumerate(sides_of(edit)):
            is_later = None if after is None else after == number and not names_own_source(pile, edit)
            one = _without_name_part(pile, Reading(source_id, start, end, edit.kind, is_later))
            found[fold_text(pile.text(source_id)[one.start : one.end])].append(one)
    return _without_misreadings(pile, _by_core(pile, found))


def names_own_source(pile: Pile, edit: Edit) -> bool:
    """Does the later text name, in the changed sentence, a source of its own for what it says there?

    One that the earlier text does not name; its publisher is none, nor is a bare "he said".
    """
    after = later_side(edit)
    if after is None or edit.kind is ChangeKind.ATTRIBUTION:
        return False
    places = list(sides_of(edit))
    own, other = (find_credit_phrase(pile, *places[side]) for side in (after, 1 - after))
    if own is None:
        return False
    words = fold_text(pile.quote(own))
    house = fold_text(pile.sources[places[1 - after][0]].source.value("publisher") or "")
    is_copied = other is not None and fold_text(pile.quote(other)) == words
    is_house = bool(house) and f" {house} " in f" {words} "
    return not is_copied and not is_house and words.split()[0] not in _PRONOUNS


def misread_places(pile: Pile, group: Sequence[Edit]) -> dict[str, str]:
    """Source → words, of what is left out of the readings as a possible misreading of another one."""
    shown = {one.source_id for held in find_readings(pile, group).values() for one in held}
    return {
        source_id: bare_words(pile.text(source_id), start, end)
        for edit in group
        for source_id, start, end in sides_of(edit)
        if source_id not in shown
    }


def make_sides(pile: Pile, group: Sequence[Edit]) -> tuple[Side, ...]:
    """One side a reading, the earlier ones first. The later text of a known direction is no witness for what
    it changed."""
    found = find_readings(pile, group)
    later = {words: _is_altered(held) for words, held in found.items()}
    order = sorted(
        found,
        key=lambda words: (
            later[words] is True,
            min(list_position(pile, one.source_id) for one in found[words]),
            words,
        ),
    )
    return tuple(_side(pile, found[words], later[words]) for words in order)


def _is_altered(held: Sequence[Reading]) -> bool | None:
    """Was it altered wherever it stands? False where a text is known that did not; None if that is open."""
    of_source: dict[str, set[bool | None]] = defaultdict(set)
    for one in held:
        of_source[one.source_id].add(one.is_later)
    told = [True if True in known else (False if False in known else None) for known in of_source.values()]
    return False if False in told else (True if None not in told else None)


def _side(pile: Pile, held: Sequence[Reading], is_later: bool | None) -> Side:
    """An earlier reading has one origin, a later one none, one of unknown direction none or one."""
    value = next((shown for one in held if (shown := _shown(pile, one))), NOT_THERE)
    spans = {changed_clause(pile, one.source_id, one.start, one.end) for one in held}
    if value == NOT_THERE and held[0].kind is ChangeKind.ATTRIBUTION:
        value, spans = _credited(pile, held, spans)
    ordered = sorted(spans, key=lambda span: (list_position(pile, span.source_id), span))
    evidence = tuple(Evidence(span.source_id, span, pile.quote(span)) for span in ordered)
    least, most = {None: (0, 1), True: (0, 0), False: (1, 1)}[is_later]
    return Side(value, evidence, least, most)


def _credited(pile: Pile, held: Sequence[Reading], spans: set[Span]) -> tuple[str, set[Span]]:
    """Where the sentence names another who says it, that is what stands instead of the words left out."""
    found = [find_credit_phrase(pile, one.source_id, one.start, one.end) for one in held]
    if not all(found):
        return NOT_THERE, spans
    phrases = [span for span in found if span is not None]
    return bare_words(pile.text(phrases[0].source_id), phrases[0].start, phrases[0].end), set(phrases)


def _shown(pile: Pile, one: Reading) -> str:
    """A reading as a person would quote it: the whole date, the number with the word that it counts."""
    start, end = one.start, one.end
    if start < end and one.kind in _VALUES:
        is_date = one.kind is ChangeKind.DATE
        start, end = whole_expression(pile, one.source_id, start, end, is_date=is_date)
    return bare_words(pile.text(one.source_id), start, end)


def _without_name_part(pile: Pile, one: Reading) -> Reading:
    """The reading without the end of a name that begins before it, or the beginning of one that ends behind
    it: "AS" of "Nordvik AS may"."""
    if one.kind not in _NAMELESS or one.start == one.end:
        return one
    start, end = one.start, one.end
    for mention in pile.mentions_near(one.source_id, start, end):
        if mention.span.start < start < mention.span.end:
            start = mention.span.end
        if mention.span.start < end < mention.span.end:
            end = mention.span.start
    text = pile.text(one.source_id)[start:end] if start < end else ""
    if not any(map(str.isalnum, text)):
        return one
    start += len(text) - len(text.lstrip())
    return evolve(one, start=start, end=start + len(text.strip()))


def _by_core(pile: Pile, found: dict[str, list[Reading]]) -> dict[str, list[Reading]]:
    """What ends or begins with another reading, and says nothing more of how the statement is meant, is that
    reading: "Ltd may" is "may" where another copy has "may"."""
    merged: dict[str, list[Reading]] = {}
    for words, held in found.items():
        core = next((each for each in found if held and _is_core(pile, each, words, held[0].kind)), words)
        merged.setdefault(core, []).extend(_cut(pile, one, words, core) for one in held)
    return merged


def _is_core(pile: Pile, core: str, words: str, kind: ChangeKind) -> bool:
    few, many = core.split(), words.split()
    if kind not in _OF_STATEMENTS or not few or len(few) >= len(many):
        return False
    is_last = many[-len(few) :] == few
    rest = many[: -len(few)] if is_last else many[len(few) :]
    known = pile.knowledge
    says = known.modals | known.negations | known.hedges.keys() | known.number_words.keys()
    is_plain = not any(word in says or not word.isalpha() for word in rest)
    return is_plain and (is_last or many[: len(few)] == few)


def _cut(pile: Pile, one: Reading, words: str, core: str) -> Reading:
    if words == core:
        return one
    tokens = list(find_words(pile.text(one.source_id)[one.start : one.end]))
    size = len(core.split())
    kept = tokens[-size:] if words.endswith(core) else tokens[:size]
    if not kept:
        return one
    return evolve(one, start=one.start + kept[0].start, end=one.start + kept[-1].end)


def _without_misreadings(pile: Pile, found: dict[str, list[Reading]]) -> dict[str, list[Reading]]:
    """Where two readings are left, without those that are no words and no figures but misread ones."""
    sound = {
        words: held
        for words, held in found.items()
        if not is_misread(pile.text(held[0].source_id)[held[0].start : held[0].end])
    }
    return sound if len(sound) > 1 else found
