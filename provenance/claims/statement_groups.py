"""Groups of verbs in a sentence: what happens, with its auxiliaries, negation and modality."""

from collections.abc import Sequence

from attrs import evolve, frozen

from provenance.claims import statement_words as words
from provenance.claims.statement_units import Unit
from provenance.model.claims import Modality, Polarity
from provenance.model.knowledge import EventForm, Knowledge

_MODALITIES = {
    "planned": Modality.PLANNED,
    "possible": Modality.POSSIBLE,
    "required": Modality.REQUIRED,
}
_BY_WORD = (
    (words.PLANNED, Modality.PLANNED),
    (words.POSSIBLE | words.HEARSAY, Modality.POSSIBLE),
    (words.REQUIRED, Modality.REQUIRED),
)
_SUBJECTS = words.PRONOUNS | words.RELATIVES | {"and", "also", "never"}
_NO_SUBJECTS = words.PREPOSITIONS | words.DETERMINERS | words.AUXILIARIES | words.OPENERS | words.JOINERS
_OBJECT_OPENERS = words.DETERMINERS | words.OBJECT_PRONOUNS
_NOUN_BEHIND = words.DETERMINERS - {"that"}
_SAY = EventForm("say", "d")
"""Verbs of saying, which claims of attribution are made of: they only end the clauses of others."""
_BEFORE_NOUNS = words.PREPOSITIONS - words.CLAUSAL
_BE_AND_HAVE = words.BE | words.HAVE
_VERBAL = frozenset("bsdng")
"""Kinds of forms (event_verbs.tsv) that are forms of verbs."""
_MOST = 9
"""Units of a group of verbs, at most."""


@frozen
class Group:
    """Units [first, last] of which `main` (and a particle up to `last`) says what happens.

    `is_passive`: the subject is what it happens to. `is_finite`: has a subject of its own. `is_noun`: an
    event noun. `is_bare`: a participle without auxiliary, of the noun before it. `tense`: past, present, "".
    """

    first: int
    main: int
    last: int
    form: EventForm | None
    low: str
    polarity: Polarity
    modality: Modality
    is_passive: bool = False
    is_finite: bool = True
    is_noun: bool = False
    is_bare: bool = False
    tense: str = ""


def find_groups(units: Sequence[Unit], knowledge: Knowledge, heads: frozenset[str]) -> list[Group]:
    """Groups in order. `heads`: first words of forms that have two words."""
    found: list[Group] = []
    at = 0
    while at < len(units):
        unit = units[at]
        group = None
        if unit.name is None and unit.date is None:
            if unit.low in words.AUXILIARIES:
                group = _auxiliary(units, at, knowledge, heads) or _inverted(units, at, knowledge, heads)
            else:
                form, last = _form(units, at, knowledge, heads)
                if form is not None:
                    group = _bare(units, at, last, form)
                elif unit.low in knowledge.say_verbs and not _is_noun(units, at, last, _SAY):
                    group = Group(
                        at, at, at, _SAY, unit.low, Polarity.AFFIRMED, Modality.ASSERTED, tense="past"
                    )
        if group is not None:
            found.append(group)
            at = group.last
        at += 1
    return found


def _form(
    units: Sequence[Unit], at: int, knowledge: Knowledge, heads: frozenset[str]
) -> tuple[EventForm | None, int]:
    """What the table says of the unit, with a particle behind it where it has one, and its last unit."""
    low = units[at].low
    if low in heads:
        for last in range(at + 1, min(at + 3, len(units))):
            if units[last].mark or not units[last].is_plain:
                break
            form = knowledge.event_verbs.get(f"{low} {units[last].low}")
            if form is not None:
                return form, last
    return knowledge.event_verbs.get(low), at


def _auxiliary(units: Sequence[Unit], at: int, knowledge: Knowledge, heads: frozenset[str]) -> Group | None:
    """The group that begins with the auxiliary, or "to", at `at`; None where no event follows."""
    is_infinitive = units[at].low == "to"
    polarity, modality = _governed(units, at) if is_infinitive else (Polarity.AFFIRMED, Modality.ASSERTED)
    last_aux, tense = "", ""
    here = at
    while here < min(len(units), at + _MOST) and _is_inside(units, here, at):
        low = units[here].low
        if low in words.AUXILIARIES:
            last_aux = low
            tense = tense or ("" if low == "to" else _tense(low))
        modality = _modality(units, here, modality)
        if low in words.NEGATIONS or (_is_semi(units, here) and words.SEMI[low] == "denied"):
            polarity = Polarity.DENIED
        here += 1
    if here >= len(units) or not units[here].is_plain or units[here].mark not in ("", ",", "-"):
        return _copula(units, at, here, polarity, modality, last_aux, tense)
    if units[here].mark == "-":
        return None
    form, last = _form(units, here, knowledge, heads)
    low = units[here].low
    is_be = last_aux in words.BE
    if form is None or not _fits(form, is_be, last_aux):
        return _copula(units, at, here, polarity, modality, last_aux, tense)
    is_passive = is_be and "n" in form.kinds and not low.endswith("ing")
    return Group(
        at, here, last, form, low, polarity, modality, is_passive,
        is_finite=not is_infinitive, tense=tense,
    )  # fmt: skip


def _inverted(units: Sequence[Unit], at: int, knowledge: Knowledge, heads: frozenset[str]) -> Group | None:
    """Only then may the tanker unload: the verb behind the subject, at the start of a part."""
    is_first = at == 0 or units[at].mark or units[0].low in ("only", "nor", "never")
    if units[at].low not in words.MODALS or not is_first:
        return None
    for here in range(at + 2, min(len(units), at + _MOST)):
        if units[here].mark:
            return None
        form, last = _form(units, here, knowledge, heads) if units[here].is_plain else (None, here)
        if form is not None and "b" in form.kinds and units[here - 1].low not in _NOUN_BEHIND:
            modality = _modality(units, at, Modality.ASSERTED)
            return Group(here, here, last, form, units[here].low, Polarity.AFFIRMED, modality)
    return None


def _is_inside(units: Sequence[Unit], here: int, at: int) -> bool:
    """Is the unit an auxiliary, or an adverb or negation between those, of the group that begins at `at`?"""
    unit = units[here]
    if not unit.is_plain or (unit.mark and here > at and unit.mark != ","):
        return False
    low = unit.low
    if low == "no":
        return here + 1 < len(units) and units[here + 1].low == "longer"
    return low in words.AUXILIARIES or low in words.MIDDLE or low.endswith("ly") or _is_semi(units, here)


def _copula(
    units: Sequence[Unit], at: int, here: int, polarity: Polarity, modality: Modality, aux: str, tense: str
) -> Group | None:
    """ "is", "was" and the like before what is no verb of the table."""
    if aux not in words.BE:
        return None
    last = here - 1
    return Group(at, last, last, None, "be", polarity, modality, tense=tense)


def _fits(form: EventForm, is_be: bool, aux: str) -> bool:
    """Can the form stand behind that auxiliary?"""
    kinds = form.kinds
    if is_be:
        return "n" in kinds or "g" in kinds
    if aux in words.HAVE:
        return "n" in kinds
    return "b" in kinds


def _is_semi(units: Sequence[Unit], at: int) -> bool:
    return units[at].low in words.SEMI and at + 1 < len(units) and units[at + 1].low == "to"


def _tense(low: str) -> str:
    if low in ("was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"):
        return "past"
    if low in words.MODALS:
        return "future" if low in words.PLANNED else ""
    return "present"


def _modality(units: Sequence[Unit], at: int, known: Modality) -> Modality:
    low = units[at].low
    told = next((m for table, m in _BY_WORD if low in table), None)
    if told is not None:
        return told
    if at + 1 < len(units) and units[at + 1].low == "to" and low in _BE_AND_HAVE:
        return Modality.PLANNED if low in words.BE else Modality.REQUIRED
    if _is_semi(units, at):
        return _MODALITIES.get(words.SEMI[low], Modality.ASSERTED)
    return known


def _governed(units: Sequence[Unit], at: int) -> tuple[Polarity, Modality]:
    """What the verb before "to" makes of the one behind it."""
    before = units[at - 1].low if at else ""
    told = words.GOVERNORS.get(before, "planned")
    if told == "denied":
        return Polarity.DENIED, Modality.ASSERTED
    return Polarity.AFFIRMED, _MODALITIES.get(told, Modality.ASSERTED)


def _bare(units: Sequence[Unit], at: int, last: int, form: EventForm) -> Group | None:
    """A form without auxiliary: past tense, present, participle or noun, by what stands around it."""
    unit, kinds = units[at], form.kinds
    before = units[at - 1] if at else None
    low = before.low if before is not None and before.is_plain and not unit.mark else ""
    group = Group(
        at,
        at,
        last,
        form,
        unit.low,
        Polarity.DENIED if low in words.NEGATIONS else Polarity.AFFIRMED,
        Modality.POSSIBLE if low in words.HEARSAY else Modality.ASSERTED,
    )
    if _is_noun(units, at, last, form):
        is_named = "N" in kinds or "g" in kinds
        return evolve(group, is_finite=False, is_noun=True) if is_named else None
    if "d" in kinds:  # past or participle: the subject decides
        return evolve(group, is_bare="n" in kinds, tense="past")
    if "n" in kinds:
        return evolve(group, is_passive=True, is_finite=False, is_bare=True)
    if "g" in kinds:
        return evolve(group, is_finite=False)
    is_present = _is_present(units, at) or _is_said_of_noun(units, at, last, form)
    return evolve(group, tense="present") if is_present else None


def _is_present(units: Sequence[Unit], at: int) -> bool:
    """Does a form that may be a noun stand behind a subject?"""
    if not at or units[at].mark:
        return False
    before = units[at - 1]
    if before.name is not None:
        return before.low != "'s"
    return before.is_plain and before.low in _SUBJECTS


def _is_said_of_noun(units: Sequence[Unit], at: int, last: int, form: EventForm) -> bool:
    """The House removes the fee: an -s form behind a noun, no noun itself, or before an object."""
    if "s" not in form.kinds or not at or units[at].mark not in ("", ","):
        return False
    before = units[at - 1]
    if "N" not in form.kinds:
        return bool(units[at].mark) or (before.is_plain and before.low not in _NO_SUBJECTS)
    if units[at].mark or not before.is_plain or before.low in _NO_SUBJECTS:
        return False
    following = units[last + 1] if last + 1 < len(units) and not units[last + 1].mark else None
    return following is not None and (following.name is not None or following.low in _OBJECT_OPENERS)


def _is_noun(units: Sequence[Unit], at: int, last: int, form: EventForm) -> bool:
    """Do the words around it make the form a noun, or an adjective before one?"""
    kinds = form.kinds
    if _VERBAL.isdisjoint(kinds) or units[at].mark == "-":
        return True
    if last + 1 < len(units) and units[last + 1].mark == "-":
        return True
    before = units[at - 1] if at and not units[at].mark else None
    if before is not None and (before.low.endswith(("'s", "s'")) or before.low in _NOUN_BEHIND):
        return True
    if before is not None and not before.is_plain:
        return False
    if before is not None and before.low in _BEFORE_NOUNS:
        return "g" not in kinds or before.low == "of"
    is_open = not _is_present(units, at) and not _is_said_of_noun(units, at, last, form)
    return "N" in kinds and "d" not in kinds and is_open
