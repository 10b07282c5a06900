"""What one text makes depend on a condition, another tells without any."""

from collections import defaultdict
from collections.abc import Iterator

from attrs import frozen

from provenance.conflicts.clauses import clause_around
from provenance.conflicts.contingency import find_contingency
from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import class_of, make_side, quoted, say_support, scope_of
from provenance.conflicts.statement_views import is_done
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.claims import Claim, ClaimKind, Modality, Polarity
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.spans import Span
from provenance.text.folding import fold_text

_SAID = frozenset(
    "say announce confirm warn write disclose demand know see hear accuse plead testify include plan".split()
)
"""Classes of events that no condition of a sentence is meant for."""
_BOUND = frozenset({"promise", "agree", "approve", "allow"})
"""Done once, and still about what is to come."""
_MOST_HOLDERS = 80
_LEAST_SHARED = 3
_LEAST_SHARE = 0.6
_MANY_SHARED = 5
_MANY_SHARE = 0.5
_REACH = 2
"""Sentences either way in which a condition still belongs to a statement."""
_MET = 2
"""Words of content that a condition further away has in common with the one that is missing."""
_PLAIN = frozenset({"it", "its", "his", "her", "their", "he", "she", "they", "him", "them"})


@frozen
class _Flat:
    """A sentence [start, end) of a source that may tell the same without the condition."""

    source_id: str
    start: int
    end: int


def find_dropped_conditions_told(pile: Pile) -> Iterator[Conflict]:
    """Statements with a condition in one text, and sentences of another text of the same event that tell the
    same flatly, with nothing two sentences either way that it would depend on."""
    conditional = [c for c in pile.claims_of(ClaimKind.STATEMENT) if _is_conditional(pile, c)]
    if not conditional:
        return
    by_name = _sentences_by_name(pile)
    done: set[tuple[str, str, str]] = set()
    for claim in conditional:
        for flat in _candidates(pile, claim, by_name):
            key = (claim.source_id, claim.condition, flat.source_id)
            if key not in done and _is_told_flatly(pile, claim, flat):
                done.add(key)
                yield _finding(pile, claim, flat)


def _is_conditional(pile: Pile, claim: Claim) -> bool:
    if not claim.condition or claim.span is None or claim.polarity is Polarity.DENIED:
        return False
    if claim.predicate in _SAID:
        return False
    return claim.predicate in _BOUND or not is_done(pile, claim)


def _sentences_by_name(pile: Pile) -> dict[str, list[_Flat]]:
    """Entity, and name as printed → sentences that hold it, in order."""
    found: dict[str, list[_Flat]] = defaultdict(list)
    for source_id, source in pile.sources.items():
        for mention in source.mentions:
            start, end = pile.sentence_at(source_id, mention.span.start)
            flat = _Flat(source_id, start, end)
            for name in (mention.entity, fold_text(mention.text)):
                if not found[name] or found[name][-1] != flat:
                    found[name].append(flat)
    return found


def _candidates(pile: Pile, claim: Claim, by_name: dict[str, list[_Flat]]) -> list[_Flat]:
    """Sentences of other sources that share a name with the claim's sentence."""
    assert claim.span is not None
    start, end = pile.sentence_at(claim.source_id, claim.span.start)
    named = pile.mentions_in(claim.source_id, start, end)
    names = dict.fromkeys(name for m in named for name in (m.entity, fold_text(m.text)))
    found: dict[_Flat, None] = {}
    for name in names:
        for flat in by_name.get(name, [])[:_MOST_HOLDERS]:
            if flat.source_id != claim.source_id and not pile.are_one_page(flat.source_id, claim.source_id):
                found[flat] = None
    return sorted(found, key=lambda f: (pile.positions[f.source_id], f.start))


def _is_told_flatly(pile: Pile, claim: Claim, flat: _Flat) -> bool:
    main = _main_stems(claim)
    told = pile.texts.stems_at(flat.source_id, flat.start) | _next_stems(pile, flat)
    shared = main & pile.texts.stems_at(flat.source_id, flat.start)
    wide = main & told
    is_alike = len(shared) >= _LEAST_SHARED and len(shared) >= _LEAST_SHARE * len(main)
    is_wide = (
        len(shared) >= _LEAST_SHARED and len(wide) >= _MANY_SHARED and len(wide) >= _MANY_SHARE * len(main)
    )
    if not (is_alike or is_wide) or _adds_name(pile, claim, flat):
        return False
    if not _is_same_verb(pile, claim, flat) and not _names_subject(claim, pile, flat, told):
        return False
    if _is_past_or_denied(pile, claim, flat) or _is_shared(pile, claim, flat):
        return False
    if _has_condition_near(pile, flat) or _is_met(pile, claim, flat):
        return False
    return find_event(pile, claim.source_id, flat.source_id) is not None


def _same_verbs(pile: Pile, claim: Claim, flat: _Flat) -> list[Claim]:
    """Statements of the flat sentence whose verb is of the class of the claim's."""
    told = pile.claims_at(flat.source_id, ClaimKind.STATEMENT, flat.start)
    return [c for c in told if c.predicate == claim.predicate]


def _is_same_verb(pile: Pile, claim: Claim, flat: _Flat) -> bool:
    return bool(_same_verbs(pile, claim, flat)) or stem(claim.wording.lower()) in pile.texts.stems_at(
        flat.source_id, flat.start
    )


def _names_subject(claim: Claim, pile: Pile, flat: _Flat, told: frozenset[str]) -> bool:
    """Where the verb is another one: is its subject spoken of, there or in the next sentence?"""
    named = pile.mentions_in(flat.source_id, flat.start, flat.end)
    if claim.subject_entity is not None and any(m.entity == claim.subject_entity for m in named):
        return True
    words = [stem(fold_text(w)) for w in claim.subject.split() if fold_text(w) not in FUNCTION_WORDS]
    return bool(words) and words[-1] in told and fold_text(claim.subject) not in _PLAIN


def _main_stems(claim: Claim) -> frozenset[str]:
    """Stems of the clause, without its condition."""
    dropped = {stem(w) for w in claim.condition.lower().split()}
    words = [stem(w) for w in claim.context if w not in FUNCTION_WORDS]
    return frozenset(w for w in words if w not in dropped or len(words) < _LEAST_SHARED)


def _next_stems(pile: Pile, flat: _Flat) -> frozenset[str]:
    index = pile.sentence_index(flat.source_id, flat.start) + 1
    sentences = pile.sentences(flat.source_id)
    return pile.texts.stems_at(flat.source_id, sentences[index][0]) if index < len(sentences) else frozenset()


def _adds_name(pile: Pile, claim: Claim, flat: _Flat) -> bool:
    """Does the flat sentence give the verb another object, by a name that the first one does not have?"""
    same = _same_verbs(pile, claim, flat)
    own = {stem(w.lower()) for w in claim.value.split()}
    if own & _PLAIN:
        return False
    for other in same:
        theirs = {stem(w.lower()) for w in other.value.split()}
        if theirs & _PLAIN:
            continue
        context = {stem(w) for w in claim.context}
        if theirs - FUNCTION_WORDS <= context and theirs - FUNCTION_WORDS:
            continue  # pay the family 75,000, pay 75,000 to the family
        if claim.value and other.value and not (own & theirs) - FUNCTION_WORDS:
            return not (claim.value_entity and claim.value_entity == other.value_entity)
        extra = [w for w in other.value.split() if w[:1].isupper() and stem(w.lower()) not in own]
        lost = [w for w in claim.value.split() if w[:1].isupper() and stem(w.lower()) not in theirs]
        if extra and lost:
            return True
    return False


def _is_past_or_denied(pile: Pile, claim: Claim, flat: _Flat) -> bool:
    """Has it been done by then, or is it said that it will not be?"""
    same = _same_verbs(pile, claim, flat)
    if claim.predicate in _BOUND:
        return any(c.polarity is Polarity.DENIED for c in same)
    return any(c.polarity is Polarity.DENIED or is_done(pile, c) for c in same)


def _is_shared(pile: Pile, claim: Claim, flat: _Flat) -> bool:
    """Do both stand in one shared passage? Then what was changed in it is another finding."""
    span = claim.span
    if span is None:
        return False
    there = Span(flat.source_id, flat.start, flat.end)
    for alignment in pile.shared(claim.source_id, flat.source_id):
        sides = (alignment.a, alignment.b)
        if any(s.overlap(span) for s in sides) and any(s.overlap(there) for s in sides):
            return True
    return False


def _has_condition_near(pile: Pile, flat: _Flat) -> bool:
    sentences = pile.sentences(flat.source_id)
    index = pile.sentence_index(flat.source_id, flat.start)
    near = sentences[max(0, index - _REACH) : index + _REACH + 1]
    return any(find_contingency(pile.words_at(flat.source_id, start)) >= 0 for start, _ in near)


def _is_met(pile: Pile, claim: Claim, flat: _Flat) -> bool:
    """Does the text tell that what the condition asks for has come about?"""
    asked = [
        c
        for c in pile.claims_at(claim.source_id, ClaimKind.STATEMENT, claim.span.start if claim.span else 0)
        if c.modality is Modality.POSSIBLE and c.wording in claim.condition
    ]
    objects = {stem(w.lower()) for c in asked for w in c.value.split()} - _PLAIN - FUNCTION_WORDS
    text_stems = _asserted_stems(pile, flat)
    return len(objects & text_stems) >= 1 and bool(objects) and objects <= text_stems


def _asserted_stems(pile: Pile, flat: _Flat) -> frozenset[str]:
    """Stems of what is told as done in the sentences near."""
    sentences = pile.sentences(flat.source_id)
    index = pile.sentence_index(flat.source_id, flat.start)
    found: set[str] = set()
    for start, _ in sentences[max(0, index - _REACH) : index + _REACH + 1]:
        for other in pile.claims_at(flat.source_id, ClaimKind.STATEMENT, start):
            if other.modality is Modality.ASSERTED and is_done(pile, other):
                found.update(stem(w) for w in other.context)
    return frozenset(found)


def _finding(pile: Pile, claim: Claim, flat: _Flat) -> Conflict:
    assert claim.span is not None
    event = find_event(pile, claim.source_id, flat.source_id)
    own = _with_condition(pile, claim)
    bare = _bare_span(pile, claim, flat)
    sides = (
        make_side(pile, f"on a condition: {claim.condition}", [own]),
        make_side(pile, "without a condition", [bare]),
    )
    where = _elsewhere(pile, claim, flat)
    return Conflict(
        kind=ConflictKind.CONDITION,
        conflict_class=class_of(sides),
        consequence=Level.HIGH,
        certainty=Level.LOW if where else Level.MEDIUM,
        scope=scope_of(sides),
        title=f"Condition in one text only: {' '.join(claim.condition.split())[:80]}",
        why=(
            f"{pile.label(claim.source_id)} makes it depend: {quoted(pile.quote(own))}. "
            f"{pile.label(flat.source_id)} tells it without that: {quoted(pile.quote(bare))}. "
            f"{where or 'Nothing like a condition stands two sentences either way.'} {event} "
            f"Neither tells that the condition was met or given up. {say_support(pile, sides)}"
        ),
        subject=claim.subject_entity or claim.value_entity or claim.subject.casefold(),
        predicate=claim.predicate,
        scope_key=" ".join(sorted(_main_stems(claim))),
        sides=sides,
    )


def _with_condition(pile: Pile, claim: Claim) -> Span:
    """From the statement to its condition, or the statement's clause where they lie far apart."""
    assert claim.span is not None
    start, end = pile.sentence_at(claim.source_id, claim.span.start)
    at = pile.text(claim.source_id).find(claim.condition, start, max(end, claim.span.end))
    if at >= 0:
        return Span(
            claim.source_id, min(at, claim.span.start), max(at + len(claim.condition), claim.span.end)
        )
    return clause_around(
        pile.text(claim.source_id), claim.source_id, claim.span.start, claim.span.end, (start, end)
    )


def _bare_span(pile: Pile, claim: Claim, flat: _Flat) -> Span:
    """From the first to the last word of the flat sentence that both share, as a clause."""
    main = _main_stems(claim)
    words = [w for w in pile.words_at(flat.source_id, flat.start) if stem(w.folded) in main]
    if not words:
        return Span(flat.source_id, flat.start, flat.end)
    text = pile.text(flat.source_id)
    first, last = words[0].start, words[-1].end
    if last - first > 2 * _MANY_SHARED * 15:
        last = words[len(words) // 2].end
    return clause_around(text, flat.source_id, first, last, (flat.start, flat.end))


def _elsewhere(pile: Pile, claim: Claim, flat: _Flat) -> str:
    """Where in the other text a condition of like words stands, if further away."""
    asked = {stem(w) for w in claim.condition.lower().split() if w not in FUNCTION_WORDS}
    for start, end in pile.sentences(flat.source_id):
        words = pile.words_at(flat.source_id, start)
        if find_contingency(words) >= 0 and len(asked & {stem(w.folded) for w in words}) >= _MET:
            return f"Further away it says: {quoted(pile.text(flat.source_id)[start:end])}."
    return ""
