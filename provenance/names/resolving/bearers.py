"""Two bearers of one full name: ages, forms of address, a list or a text's own words tell them apart."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, groupby, pairwise

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis, Mention
from provenance.model.spans import Span
from provenance.names.order import mention_order
from provenance.names.resolving.apart import Apart, Veto
from provenance.names.resolving.contexts import Context
from provenance.names.resolving.generations import ELDER, told_generation
from provenance.names.resolving.nodes import Node, Nodes, name_words

_NAMESAKE_BEFORE = re.compile(
    r"(?:\bof\sthe\ssame\sname,?|\b(?:his|her|their|the|a)\snamesake,?|\banother|\ba\sdifferent|\bthe\sother|\ba\ssecond)"
    r"\s(?:[A-Z][a-z]{0,8}\.?\s)?$"
)
_NAMESAKE_BEHIND = re.compile(
    r"\s\([^()\n]{0,40}(?:no\srelation|not\srelated|not\sthe|namesake)\b[^()\n]{0,80}\)|"
    r"(?:\s\([^()\n]{1,40}\))?,[^.;\n\u201c\u201d]{0,60}\b(?:namesakes?\s(?:of|and)|not\sto\sbe\sconfused\swith|"
    r"shares?\s(?:his|her|a|the)\sname\swith|of\sthe\ssame\sname\sas)\b"
)
_UNRELATED = re.compile(
    r"(?:,\s[^,.;\n]{2,40})?,?\s\(?(?:who\sis\s)?(?:no\srelation|not\srelated|unrelated)\s(?:to|of)\s(?:the|a|his|her)\s[a-z]"
)
_HIS_KIN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|whose)\s(?:late\s|own\s)?(?:father|mother|grandfather|grandmother|son|daughter|grandson|"
    r"granddaughter|uncle|aunt|nephew|niece|cousin|great-\w+),?\s(?:also\s|another\s|the\s\w+\s)?$"
)
_NEAR = 200
"""Code points between one and kin of one name."""
_LISTED = re.compile(
    r"(?:,?\s\([^()\n]{1,60}\)|,\s[a-z][^,.;\n]{1,40}|\s(?:of|from|for)\s[^,.;\n]{2,40}|)"
    r"(?:;|,|,?\sand|\sor)\s(?:(?:[A-Z][a-z]{0,3}\.?|another|of|from|by)\s)?"
)
_STOP = re.compile(r"[.!?]\s|\n|[\u201c\u201d\"()]")
_AGE_BEHIND = re.compile(
    r"(?:,\s(?:aged\s|now\s)?|\s\()([1-9][0-9]?)(?=[,.;)\n])|,\swho\sis\s([1-9][0-9]?)(?=[,.;\s])"
)
_AGE_BEFORE = re.compile(r"\b([1-9][0-9]?)-year-old\s(?:[\w-]{1,20}\s){0,3}$")
_ROLE_BEFORE = re.compile(r"((?:[a-z][\w-]{1,20}\s){1,3})(?:[A-Z][a-z]{0,4}\.?\s)?$")
_OPENED = re.compile(r"(?:^|[.;:\n\u201d\"]\s?|,\s)([^,.;:\n]{3,50}),\s$")
_ROLE_BEHIND = re.compile(r",\s(?:[0-9]{1,2},\s)?(?!who|which|shares)([a-z][\w' -]{2,60})")
_NOT_HIS = re.compile(r"\b(?:namesakes?|no\srelation|not|unrelated|of\sthe\ssame\sname)\b")
"""Behind it stand words of another one."""
_REACH, _SENTENCE = 60, 160
"""Code points beside a name that are read; between two mentions of one sentence."""
_YEARS = 10
"""Years between two ages from which they are two people's, in texts of one time."""
_DAYS = 365.25
_MOST, _MOST_TEXTS, _MOST_NAMES = 12, 60, 40
"""Bearers of one name that are held apart; texts that tell nothing and are given to one of them; other names
of a text that tell of whom it speaks."""
_ROLE_WEIGHT = 2
"""What a word that two mentions have beside the name counts, against a name that two texts share."""
_LEAST_LETTERS, _LEAST_ALIKE = 4, 2
"""Letters of such a word; what two texts must have in common where each tells two apart."""
_ELDER = f"\x00{ELDER}"
_TOLD = ("\x00of", "\x00first")

Bearers = Mapping[Span, tuple[str, ...]]
"""Mentions of a full name that several bear → what tells this one from the others."""


@frozen
class _Pile:
    texts: Mapping[str, str]
    contexts: Mapping[Span, Context]
    days: Mapping[str, int]
    surnames: Mapping[str, int]
    names: Mapping[str, frozenset[str]]
    knowledge: Knowledge


def find_bearers(
    texts: Mapping[str, str],
    mentions: Sequence[Mention],
    contexts: Mapping[Span, Context],
    days: Mapping[str, int],
    knowledge: Knowledge,
) -> Bearers:
    """Full names of persons that stand for two: a text says so ("of the same name"), a list or a sentence
    has the name twice, or texts give ages ten years apart, or call the one Mr and the other Ms.

    Mentions that tell nothing go with those whose texts have more names in common with theirs, or the same
    words beside the name. `days`: source → the day of which it is.
    """
    by_name: dict[str, list[Mention]] = defaultdict(list)
    surnames: dict[str, set[str]] = defaultdict(set)
    for mention in sorted(mentions, key=mention_order):
        if mention.kind is EntityKind.PERSON and " " in mention.text:
            by_name[mention.text].append(mention)
            surnames[name_words(mention.text)[-1]].add(mention.text)
    several = {name: ours for name, ours in by_name.items() if len(ours) > 1}
    counts = {surname: len(names) for surname, names in surnames.items()}
    pile = _Pile(texts, contexts, days, counts, {}, knowledge)
    told = {name: said for name, ours in sorted(several.items()) if (said := _told(ours, pile))}
    if not told:
        return {}
    names: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if " " in mention.text and len(names[mention.span.source_id]) < _MOST_NAMES:
            names[mention.span.source_id].add(mention.text)
    pile = _Pile(
        texts,
        contexts,
        days,
        counts,
        {source: frozenset(known) for source, known in names.items()},
        knowledge,
    )
    spread = [_spread(several[name], labels, pile) for name, labels in told.items()]
    return {span: (label,) for labels in spread for span, label in labels.items() if label}


def with_bearers(apart: Apart, nodes: Nodes, bearers: Bearers) -> Apart:
    """`apart`, and those of one full name whom the texts tell apart."""
    by_text: dict[str, set[Node]] = defaultdict(set)
    for span in bearers:
        node = nodes.of_span[span]
        if node.is_full and node.kind is EntityKind.PERSON:
            by_text[node.text].add(node)
    if not by_text:
        return apart
    more = {node: dict(known) for node, known in apart.items()}
    for text, known in sorted(by_text.items()):
        plain = Node(EntityKind.PERSON, text, "")
        for a, b in combinations(sorted(known | ({plain} if plain in nodes.spans else set())), 2):
            reason = f"the texts tell two apart who are called {text}"
            veto = Veto(reason, LinkBasis.LISTED, nodes.first_spans(a, b))
            more.setdefault(a, {})[b] = veto
            more.setdefault(b, {})[a] = veto
    return more


def _told(ours: Sequence[Mention], pile: _Pile) -> dict[Span, str]:
    """Mentions that are told apart → a label of the bearer, "" for the one who is no namesake of another."""
    measured = _by_age(ours, pile) or _by_gender(ours, pile)
    return {**_said(ours, pile), **measured}


def _said(ours: Sequence[Mention], pile: _Pile) -> dict[Span, str]:
    """Those whom a text calls namesakes of others, the second of two in one list or sentence, the elder."""
    found: dict[Span, str] = {}
    for source_id, group in groupby(ours, key=lambda mention: mention.span.source_id):
        text, listed = pile.texts[source_id], list(group)
        for place, mention in enumerate(listed):
            start, end = mention.span.start, mention.span.end
            before = text[max(0, start - _REACH) : start]
            is_told = bool(_NAMESAKE_BEFORE.search(before) or _NAMESAKE_BEHIND.match(text, end))
            is_told = is_told or _UNRELATED.match(text, end) is not None
            if not is_told and place:
                is_told = end - listed[place - 1].span.end <= _NEAR and _HIS_KIN.search(before) is not None
            if is_told and (place or len(listed) < len(ours)):
                found[mention.span] = f"\x00of {source_id}"
            elif told_generation(text, start, end) == ELDER and len(ours) > 1:
                found[mention.span] = _ELDER
        for one, other in pairwise(listed):
            between = text[one.span.end : other.span.start]
            is_listed = _LISTED.fullmatch(between)
            if is_listed or (
                len(between) <= _SENTENCE
                and not _STOP.search(between)
                and (
                    _is_told_role(text, other, pile.knowledge)
                    or told_generation(text, other.span.start, other.span.end)
                )
            ):
                found.setdefault(other.span, "" if found.get(one.span) == _ELDER else f"\x00of {source_id}")
            if other.span in found:
                found.setdefault(one.span, "")
    return found if any(found.values()) else {}


def _is_told_role(text: str, mention: Mention, knowledge: Knowledge) -> bool:
    """Does a role introduce the name, as for someone new: the minister Ana Reis?"""
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    found = _ROLE_BEFORE.search(before)
    return found is not None and found[1].split()[-1] in knowledge.roles


def _by_age(ours: Sequence[Mention], pile: _Pile) -> dict[Span, str]:
    """By year of birth, as far as ages tell it."""
    ages = {m.span: age for m in ours if (age := _age(pile.texts[m.span.source_id], m.span))}
    is_dated = all(span.source_id in pile.days for span in ages)
    born = {
        span: (pile.days[span.source_id] / _DAYS if is_dated else 0.0) - age for span, age in ages.items()
    }
    found: dict[Span, str] = {}
    number, last = 0, 0.0
    for span in sorted(born, key=lambda one: (born[one], one)):
        number += bool(found) and born[span] - last >= _YEARS
        found[span], last = f"\x00age {number}", born[span]
    return found if 0 < number < _MOST else {}


def _by_gender(ours: Sequence[Mention], pile: _Pile) -> dict[Span, str]:
    """By forms of address in different texts."""
    found = {m.span: pile.contexts[m.span].gender for m in ours if m.span in pile.contexts}
    found = {span: gender for span, gender in found.items() if gender}
    by_source: dict[str, set[str]] = defaultdict(set)
    for span, gender in found.items():
        by_source[span.source_id].add(gender)
    is_clear = len(set(found.values())) > 1 and all(len(said) == 1 for said in by_source.values())
    return {span: f"\x00{gender}" for span, gender in found.items()} if is_clear else {}


def _spread(ours: Sequence[Mention], told: Mapping[Span, str], pile: _Pile) -> dict[Span, str]:
    """All mentions with their labels: as told, else as the one before in their text, else as the likest."""
    roles = {mention.span: _roles(pile.texts[mention.span.source_id], mention.span) for mention in ours}
    found: dict[Span, str] = dict(told)
    for _, group in groupby((m.span for m in ours), key=lambda span: span.source_id):
        spans = list(group)
        here = [span for span in spans if span in told][:_MOST]
        if not here or {told[one] for one in here} == {_ELDER}:
            continue
        last = here[0]
        for span in spans:
            if span not in told:
                alike = max(here, key=lambda one: len(roles[one] & roles[span]))
                found[span] = told[alike if roles[alike] & roles[span] else last]
            elif told[span] != _ELDER:
                last = span
    names = _Likeness(roles, pile)
    found = _as_one(found, names)
    open_spans = [mention.span for mention in ours if mention.span not in found]
    for _ in range(_MOST_TEXTS):
        if not open_spans:
            break
        span, label = _surest(open_spans, found, names)
        if not label:
            break
        found.update((one, label) for one in open_spans if one.source_id == span.source_id)
        open_spans = [one for one in open_spans if one.source_id != span.source_id]
    return found


def _surest(open_spans: Sequence[Span], found: Mapping[Span, str], names: "_Likeness") -> tuple[Span, str]:
    """Of mentions that nothing is told of the one that is likest to those of a label; "" if none is liker to
    them than to those without."""
    best = (0, open_spans[0], "")
    least = dict.fromkeys(found.values(), 0) | {one: 1 for one in found.values() if one.startswith("\x00of")}
    by_label: dict[str, list[Span]] = defaultdict(list)
    for span, label in found.items():
        by_label[label].append(span)
    for span in open_spans[:_MOST]:
        rest = [one for one in open_spans[:_MOST] if one.source_id != span.source_id] + by_label.get("", [])
        base = max((names.of(span, one) for one in rest), default=0)
        for label, spans in by_label.items():
            if label not in ("", _ELDER):
                more = max(names.of(span, one) for one in spans[:_MOST]) - base
                if more > max(best[0], least[label]):
                    best = more, span, label
    return best[1], best[2]


def _as_one(found: dict[Span, str], names: "_Likeness") -> dict[Span, str]:
    """Labels of several texts that are one bearer's, by what is beside the name, the likest first."""
    units: dict[str, set[Span]] = defaultdict(set)
    for span, label in found.items():
        units[label or f"\x00first {span.source_id}"].add(span)
    least = sorted(units)[:_MOST]
    pairs = sorted(((-names.between(units[a], units[b]), a, b) for a, b in combinations(least, 2)))
    now = {label: label for label in least}
    for weight, a, b in pairs:
        ours = [label for label in now if now[label] == now[a]]
        theirs = [label for label in now if now[label] == now[b]]
        if -weight < _LEAST_ALIKE or now[a] == now[b]:
            continue
        if not any(_are_two(units[x], units[y], x, y) for x in ours for y in theirs):
            for label in theirs:
                now[label] = now[a]
    firsts = [label for label in now if label.startswith("\x00first")]
    plain = {now[label] for label in firsts[:1]}
    return {
        span: "" if now.get(label, "") in plain | {""} else now[label]
        for label, spans in units.items()
        for span in spans
    }


def _are_two(ours: set[Span], theirs: set[Span], label: str, other: str) -> bool:
    is_measured = not label.startswith(_TOLD) and not other.startswith(_TOLD)
    return is_measured or bool({span.source_id for span in ours} & {span.source_id for span in theirs})


class _Likeness:
    """Words beside the name and other names of the text that two mentions share."""

    def __init__(self, roles: Mapping[Span, frozenset[str]], pile: _Pile) -> None:
        self._roles = roles
        self._names = pile.names

    def of(self, span: Span, other: Span) -> int:
        """From 0: how much two mentions have in common."""
        names: frozenset[str] = frozenset()
        if span.source_id != other.source_id:
            names = self._names.get(span.source_id, names) & self._names.get(other.source_id, names)
        return _ROLE_WEIGHT * len(self._roles[span] & self._roles[other]) + max(0, len(names) - 1)

    def between(self, ours: set[Span], theirs: set[Span]) -> int:
        """The most of any two."""
        return max(self.of(a, b) for a in sorted(ours)[:_MOST] for b in sorted(theirs)[:_MOST])


def _roles(text: str, span: Span) -> frozenset[str]:
    """Words of some length in small letters right before and right behind a name."""
    ahead = text[max(0, span.start - _REACH) : span.start]
    before = _ROLE_BEFORE.search(ahead) or _OPENED.search(ahead)
    behind = _ROLE_BEHIND.match(text, span.end)
    told = _NOT_HIS.split(behind[1])[0] if behind else ""
    words = f"{before[1] if before else ''} {told}".split()
    return frozenset(word for word in words if len(word) > _LEAST_LETTERS and word.islower())


def _age(text: str, span: Span) -> int:
    """The age beside a name; 0 where there is none."""
    behind = _AGE_BEHIND.match(text, span.end)
    before = _AGE_BEFORE.search(text[max(0, span.start - _REACH) : span.start])
    if behind:
        return int(behind[1] or behind[2])
    return int(before[1]) if before else 0
