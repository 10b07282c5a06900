"""From evidence to kinds: what is known of a form in its sentence, its text and the whole pile."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.names.mentions.around import DEEDS
from provenance.names.mentions.cuts import CUT_NEVER
from provenance.names.mentions.evidence import weigh_words
from provenance.names.mentions.heads import FIRST_CLUB_WORDS
from provenance.names.mentions.links import is_title
from provenance.names.mentions.lists import spread_lists
from provenance.names.mentions.settings import Setting
from provenance.names.mentions.short_forms import spread_short_forms
from provenance.names.mentions.sport import team_or_town
from provenance.names.mentions.tagged import HINTS, Mark, count_marks
from provenance.names.mentions.weights import (
    KINDS,
    NAMED,
    ORGANIZATION,
    OTHER,
    PERSON,
    PLACE,
    Evidence,
    Weights,
    no_evidence,
)
from provenance.names.mentions.words import Word, is_common

_BRACKETS = frozenset(("(", "[", "(\u201c", '("', "(\u2018", "('"))
_LONGEST_PARTY = 4
"""Letters of a party's short name, at most."""
_NOUN_ENDS = tuple("ness tion tions ment ments ism ship ships ence ance ity ities ology graphy".split())
"""Ends of English nouns, which open sentences."""
_NO_PARTY = frozenset("ind sub capt gk left back rev dr".split())
_SPELLED = 6.0
_KNOWN_AS = 6.0
_IS = frozenset("is does had gives did was would will could".split())
_BEARER = 8.0
"""What the full name tells of a short form that is a word besides."""
LEAST_WEIGHT = 1.5
"""Evidence a kind needs; less, and the words are taken for no name."""
_STRONGEST = 0.6
"""Share of the strongest piece of evidence, against the average of all."""
_AVERAGE = 1 - _STRONGEST
_PILE_SHARE = 0.4
"""What evidence from the whole pile counts for a single word, against evidence from the same text."""
_PILE_SHARE_LONG = 0.8
"""The same for names of several words, which rarely change their bearer."""
NOTHING = tuple(no_evidence())
"""The evidence of most sentences, which is kept once."""


def type_settings(
    settings: Sequence[Setting],
    sentences: Sequence[Weights],
    knowledge: Knowledge,
    lower: Set[str],
    marks: Mapping[str, Sequence[Mark]],
    sports: Collection[str] = (),
) -> list[EntityKind]:
    """The kind of each setting's candidate; OTHER where nothing is known that would make it a name.

    `sentences`: what each setting's sentence tells. `lower`: the words that stand in the pile in lower
    case. `marks`: a model's, by source. `sports`: the sources that report games.
    """
    own: dict[str, Weights] = {}
    shouted: set[str] = set()  # forms seen in capitals only, which are no acronyms where others are not
    seen: dict[tuple[str, str], list[Weights]] = defaultdict(list)
    for setting, around in zip(settings, sentences, strict=True):
        form = setting.form
        if form not in own or (form in shouted and not _is_shouted(setting)):
            own[form] = tuple(weigh_words(setting.candidate, knowledge))
            if _is_shouted(setting):
                shouted.add(form)
            else:
                shouted.discard(form)
        seen[setting.source_id, form].append(around)
    near = {key: _gather(found) for key, found in seen.items()}
    seen.clear()
    by_form: dict[str, list[Weights]] = defaultdict(list)
    for (_, form), weights in near.items():  # in the order of the sources
        by_form[form].append(weights)
    pile = {form: _gather(found) for form, found in by_form.items()}
    told: dict[tuple[str, str], Evidence] = defaultdict(no_evidence)
    marked = count_marks([s for s in settings if not _is_frequent(s, knowledge)], marks) if marks else {}
    decided = {key: _decide(key, own, near, pile, told, marked) for key in near}
    firm = [decided[setting.source_id, setting.form] for setting in settings]
    spread_short_forms(settings, firm, told, pile, knowledge)
    _spread_brackets(settings, firm, told, knowledge)
    weak = {form for form, weights in own.items() if " " in form and weights[PERSON] <= LEAST_WEIGHT}
    spread_lists(settings, firm, told, weak)
    for key in near:
        if key in told or ("", key[1]) in told:
            decided[key] = _decide(key, own, near, pile, told, marked)
    kinds = _agree(settings, decided, knowledge)
    if sports:
        kinds = [
            team_or_town(setting, kind, knowledge) if setting.source_id in sports else kind
            for setting, kind in zip(settings, kinds, strict=True)
        ]
    return [
        KINDS[_checked(setting, kind, knowledge, lower, told.get((setting.source_id, setting.form), NOTHING))]
        for setting, kind in zip(settings, kinds, strict=True)
    ]


def _is_frequent(setting: Setting, knowledge: Knowledge) -> bool:
    return len(setting.candidate.words) == 1 and is_common(setting.form, knowledge)


def _is_shouted(setting: Setting) -> bool:
    words = setting.candidate.words
    return words[0].text.isupper() and all(word.text.isupper() for word in words)


def _gather(found: Sequence[Weights]) -> Weights:
    """Evidence of several places as one: the strongest for a kind, and the average."""
    if len(found) == 1:
        if found[0] is NOTHING:
            return NOTHING
        return tuple([(w if w > 0.0 else 0.0) * _STRONGEST + w * _AVERAGE for w in found[0]])
    by_kind = zip(*found, strict=True)
    return tuple([max(0.0, *w) * _STRONGEST + sum(w) / len(w) * _AVERAGE for w in by_kind])


def _decide(
    key: tuple[str, str],
    own: dict[str, Weights],
    near: dict[tuple[str, str], Weights],
    pile: dict[str, Weights],
    told: dict[tuple[str, str], Evidence],
    marked: Mapping[tuple[str, str], int],
) -> int:
    """The kind of a form in a text; OTHER if the evidence for the best one is too little.

    A model's word decides only there, and only for a kind of which the rules have a hint too.
    """
    form = key[1]
    share = _PILE_SHARE_LONG if " " in form.removesuffix(" (event)") else _PILE_SHARE
    rest = 1 - share
    weights = own[form]
    if not (near[key] is NOTHING is pile[form]):
        parts = zip(weights, near[key], pile[form], strict=True)
        weights = [mine + here * rest + whole * share for mine, here, whole in parts]
    for more in (told.get(key), told.get(("", form))) if told else ():
        if more is not None:
            weights = [weight + beside for weight, beside in zip(weights, more, strict=True)]
    most = max(weights)
    if most >= LEAST_WEIGHT:
        return weights.index(most)
    kind = marked.get(key, OTHER)
    return kind if kind in HINTS and weights[kind] >= HINTS[kind] else OTHER


def _agree(
    settings: Sequence[Setting], decided: Mapping[tuple[str, str], int], knowledge: Knowledge
) -> list[int]:
    """One kind for a name in the whole pile: the kind of most texts for names of several words.

    A single word may be a person here and a place there, but is no name in one text only if it is common.
    """
    votes: dict[str, list[int]] = {}
    for (_, form), kind in decided.items():
        votes.setdefault(form, [0] * len(KINDS))[kind] += 1
    return [_agreed(s, decided[s.source_id, s.form], votes[s.form], knowledge) for s in settings]


def _agreed(setting: Setting, kind: int, votes: Sequence[int], knowledge: Knowledge) -> int:
    if votes.count(0) == len(votes) - 1:
        return kind
    if len(setting.candidate.words) > 1:
        return max(range(len(KINDS)), key=lambda other: (votes[other], other in NAMED))
    named = [other for other in NAMED if votes[other]]
    is_plain = is_common(setting.candidate.plain, knowledge)
    return named[0] if kind == OTHER and len(named) == 1 and not is_plain else kind


def _spread_brackets(
    settings: Sequence[Setting],
    kinds: Sequence[int],
    told: dict[tuple[str, str], Evidence],
    knowledge: Knowledge,
) -> None:
    """X (Y), X [Y] and X, also known as Y: the two are of one kind."""
    pairs = list(zip(settings, kinds, strict=True))
    for place, (other, other_kind) in enumerate(pairs):
        if _is_known_as(other):
            named = _subject_before(pairs, place)
            is_acronym = other.candidate.words[0].is_acronym
            if named is not None and not (is_acronym and named == PERSON):
                told[other.source_id, other.form][named] += _KNOWN_AS
        if not place:
            continue
        one, kind = pairs[place - 1]
        is_beside = one.sentence is other.sentence and other.first == one.last + 1
        if is_beside and other.candidate.words[0].gap.strip() in _BRACKETS:
            is_branch = kind == PLACE and _is_branch(one.candidate.words, knowledge)
            _tell_bracket(one, kind if not is_branch else ORGANIZATION, other, other_kind, told)


def _tell_bracket(
    one: Setting,
    kind: int,
    other: Setting,
    other_kind: int,
    told: dict[tuple[str, str], Evidence],
) -> None:
    key, other_key = (one.source_id, one.form), (other.source_id, other.form)
    if spells(other.candidate.words[0], one.candidate.words) and kind != PLACE:
        told[key][ORGANIZATION] += 1
        told["", one.form][ORGANIZATION] = _SPELLED
        told[other_key][ORGANIZATION] += 6
    elif other.candidate.words[0].is_acronym and kind in NAMED:
        told[other_key][ORGANIZATION if kind == PERSON else kind] += 3  # Jane Doe (ULF)
    elif kind == PERSON and other_kind == OTHER and _is_closed(other) and _is_short(other):
        told[other_key][ORGANIZATION] += 4  # Jane Doe (Lab)
    elif kind == ORGANIZATION and other_kind != PLACE and _is_closed(other):
        told[other_key][kind] += 3.5
    elif kind == OTHER and other_kind == ORGANIZATION:
        told[key][ORGANIZATION] += 3


def _is_branch(words: Sequence[Word], knowledge: Knowledge) -> bool:
    """Red Star Lake Province: does a known body's name stand first?"""
    return any(" ".join(w.plain for w in words[:n]) in knowledge.organizations for n in range(2, len(words)))


def _is_short(setting: Setting) -> bool:
    plain = setting.candidate.plain
    return 1 < len(plain) <= _LONGEST_PARTY and plain.isalpha() and plain not in _NO_PARTY


def _is_closed(setting: Setting) -> bool:
    """Is a single word all that the bracket holds?"""
    after = setting.after()
    is_word = len(setting.candidate.words) == 1 and len(setting.candidate.plain) > 1
    return is_word and after is not None and after.gap.startswith(")")


def spells(acronym: Word, words: Sequence[Word]) -> bool:
    """Are the acronym's letters the first letters of the words, small words counted or not?"""
    if not acronym.is_acronym or len(words) < 2:
        return False
    first = [
        (word.plain.partition("-")[2] or word.plain)[:1]
        if word.plain[:3] in ("al-", "el-")
        else word.plain[0]
        for word in words
    ]
    letters = "".join(letter for letter, word in zip(first, words, strict=True) if word.is_capital)
    return acronym.plain in (letters, "".join(first))


def _is_known_as(setting: Setting) -> bool:
    first, words = setting.first, setting.sentence
    if first > 1 and words[first - 1].plain == "as":
        return words[first - 2].plain in ("known", "called")
    return first > 2 and [words[first - n].plain for n in (3, 2, 1)] == ["known", "as", "the"]


def _subject_before(pairs: Sequence[tuple[Setting, int]], place: int) -> int | None:
    """The kind of the nearest name before in the sentence that does not only tell where (operating in X)."""
    for one, kind in reversed(pairs[max(0, place - 4) : place]):
        if one.sentence is not pairs[place][0].sentence:
            return None
        before = one.before()
        is_where = before is not None and before.plain in ("in", "at", "near", "from", "of")
        if kind in NAMED and not (kind == PLACE and is_where):
            return kind
    return None


def _is_bearer(setting: Setting, kind: int, told: Weights, knowledge: Knowledge) -> bool:
    """Winter wept: does a word that someone in the text is called by stand for that one?"""
    before, after = setting.before(), setting.after()
    if (
        kind != PERSON
        or told[PERSON] < _BEARER
        or (before is not None and before.plain in ("the", "a", "an"))
    ):
        return False
    if not setting.candidate.words[0].is_opening:
        return True
    if after is None or after.is_capital or after.gap != " ":
        return after is not None and setting.sentence[setting.last].is_possessive
    plain = after.plain
    return (
        plain in knowledge.say_verbs
        or plain in DEEDS
        or plain in _IS
        or (plain.endswith("ed") and len(plain) > 4)
    )


def _acts(setting: Setting, knowledge: Knowledge) -> bool:
    """Apple removed it: does a firm whose name is a word do something?"""
    after, second = setting.after(), setting.after(2)
    if after is None or after.gap != " " or after.is_capital:
        return False
    is_pair = after.plain == "and" and second is not None and second.is_capital
    is_verb = after.plain in knowledge.say_verbs or (after.plain.endswith("ed") and len(after.plain) > 4)
    return is_pair or is_verb


def _checked(setting: Setting, kind: int, knowledge: Knowledge, lower: Set[str], told: Weights) -> int:
    """A word that only opens a sentence, and is written small elsewhere, is no name."""
    words = setting.candidate.words
    first = words[0]
    before = setting.before()
    is_thing = len(words) == 1 and before is not None and before.plain in ("the", "a", "an")
    if is_thing and kind == PERSON and is_common(first.plain, knowledge):
        return OTHER  # The Bill passed
    if len(words) == 1 and _is_bearer(setting, kind, told, knowledge):
        return kind
    if len(words) == 1 and not setting.candidate.has_title and is_title(first.plain, knowledge):
        return OTHER if kind == PERSON and first.plain not in CUT_NEVER else kind
    if len(words) == 1 and first.is_opening and not setting.candidate.has_title and not first.is_acronym:
        known = first.plain in knowledge.countries or first.plain in knowledge.places
        many = first.plain[:-1] + "ies" if first.plain.endswith("y") else first.plain + "s"
        is_club = first.plain in FIRST_CLUB_WORDS and told[ORGANIZATION] > 0
        is_body = is_club or first.plain in knowledge.organizations
        if kind == ORGANIZATION and is_body and _acts(setting, knowledge):
            return kind
        if (
            is_common(first.plain, knowledge)
            or (not known and first.plain.endswith(_NOUN_ENDS))
            or ((first.plain in lower or many in lower) and not known)
        ):
            return OTHER
    return kind
