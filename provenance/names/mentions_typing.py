"""From evidence to kinds: what is known of a form in its sentence, its text and the whole pile."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.names.mentions_evidence import (
    EVENT,
    ORGANIZATION,
    OTHER,
    PERSON,
    PLACE,
    Evidence,
    Setting,
    weigh_sentence,
    weigh_words,
)
from provenance.names.mentions_words import Word, is_common

LEAST_WEIGHT = 1.5
"""Evidence a kind needs; less, and the words are taken for no name."""
_PILE_SHARE = 0.5
"""What evidence from another text counts, against evidence from the same one."""
_SAME_TEXT = 4.0
_SAME_PILE = 2.5
_SHORT = 3.0


def type_settings(settings: Sequence[Setting], knowledge: Knowledge, lower: Counter[str]) -> list[EntityKind]:
    """The kind of each setting's candidate; OTHER where nothing is known that would make it a name.

    `lower`: how often each word stands in the pile in lower case.
    """
    own: dict[str, Evidence] = {}
    context: dict[tuple[str, str], Evidence] = defaultdict(Counter)
    pile: dict[str, Evidence] = defaultdict(Counter)
    for setting in settings:
        form = setting.candidate.plain
        if form not in own:
            own[form] = weigh_words(setting.candidate, knowledge)
        seen = weigh_sentence(setting, knowledge)
        for kind, weight in seen.items():
            context[setting.source_id, form][kind] += weight
            pile[form][kind] += weight
    firm = _decide(settings, own, context, pile)
    _spread_short_forms(settings, firm, own, context, knowledge)
    _spread_brackets(settings, firm, context)
    kinds = _decide(settings, own, context, pile)
    return [_checked(setting, kind, knowledge, lower) for setting, kind in zip(settings, kinds, strict=True)]


def _decide(
    settings: Sequence[Setting],
    own: dict[str, Evidence],
    context: dict[tuple[str, str], Evidence],
    pile: dict[str, Evidence],
) -> list[EntityKind]:
    decided: dict[tuple[str, str], EntityKind] = {}
    kinds = []
    for setting in settings:
        key = setting.source_id, setting.candidate.plain
        if key not in decided:
            near = context[key]
            total = {
                kind: own[key[1]][kind] + near[kind] * (1 - _PILE_SHARE) + pile[key[1]][kind] * _PILE_SHARE
                for kind in (PERSON, ORGANIZATION, PLACE, EVENT, OTHER)
            }
            best = max(total, key=lambda kind: total[kind])
            decided[key] = best if total[best] >= LEAST_WEIGHT else OTHER
        kinds.append(decided[key])
    return kinds


def _spread_short_forms(
    settings: Sequence[Setting],
    kinds: Sequence[EntityKind],
    own: dict[str, Evidence],
    context: dict[tuple[str, str], Evidence],
    knowledge: Knowledge,
) -> None:
    """A full name tells what its last word alone is, and an organisation's what its own word is."""
    by_text: dict[tuple[str, str], set[EntityKind]] = defaultdict(set)
    for setting, kind in zip(settings, kinds, strict=True):
        words = setting.candidate.words
        if len(words) < 2 or kind not in (PERSON, ORGANIZATION):
            continue
        for short in _short_forms(words, kind, knowledge):
            by_text[setting.source_id, short].add(kind)
            by_text["", short].add(kind)
    for key in {(s.source_id, s.candidate.plain) for s in settings if len(s.candidate.words) == 1}:
        for source, weight in ((key[0], _SAME_TEXT), ("", _SAME_PILE)):
            told = by_text.get((source, key[1]), set())
            if len(told) == 1:
                (kind,) = told
                context[key][kind] += weight * 2 if kind is PERSON else weight * 1.5
                break


def _short_forms(words: tuple[Word, ...], kind: EntityKind, knowledge: Knowledge) -> set[str]:
    if kind is PERSON:
        last = words[-1].plain
        return {last, last.partition("-")[2] if last.startswith(("al-", "el-")) else last, f"al-{last}"}
    found = set()
    for word in (words[0], words[-1]):
        plain = word.plain.removeprefix("al-")
        if (
            word.is_capital
            and len(plain) > 3
            and not is_common(plain, knowledge)
            and plain not in knowledge.countries
            and plain not in knowledge.places
            and plain not in knowledge.demonyms
            and plain not in knowledge.groups
            and plain not in knowledge.organization_words
            and plain not in knowledge.organization_translations
        ):
            found |= {plain, word.plain}
    return found


def _spread_brackets(
    settings: Sequence[Setting], kinds: Sequence[EntityKind], context: dict[tuple[str, str], Evidence]
) -> None:
    """X (Y): the two are of one kind, where Y is an acronym."""
    for (one, kind), (other, other_kind) in zip(
        zip(settings, kinds, strict=True), list(zip(settings, kinds, strict=True))[1:], strict=False
    ):
        if (
            one.source_id != other.source_id
            or one.sentence is not other.sentence
            or other.first != one.last + 1
        ):
            continue
        if other.sentence[other.first].gap.strip() not in ("(", "[", "(\u201c", '("', "(\u2018"):
            continue
        if other.candidate.words[0].is_acronym and kind in (ORGANIZATION, PLACE, PERSON):
            context[other.source_id, other.candidate.plain][kind] += 3
        if one.candidate.words[0].is_acronym and other_kind is ORGANIZATION:
            context[one.source_id, one.candidate.plain][ORGANIZATION] += 3
        if other.candidate.words[0].is_acronym and other_kind is ORGANIZATION and kind is OTHER:
            letters = "".join(w.plain[0] for w in one.candidate.words)
            if letters[:1] == other.candidate.plain[:1]:
                context[one.source_id, one.candidate.plain][ORGANIZATION] += 4


def _checked(setting: Setting, kind: EntityKind, knowledge: Knowledge, lower: Counter[str]) -> EntityKind:
    """A word that only opens a sentence, and is written small elsewhere, is no name."""
    words = setting.candidate.words
    first = words[0]
    if len(words) == 1 and first.is_opening and not setting.candidate.has_title and not first.is_acronym:
        known = first.plain in knowledge.countries or first.plain in knowledge.places
        if is_common(first.plain, knowledge) or (lower[first.plain] and not known):
            return OTHER
    return kind
