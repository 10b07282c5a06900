"""Two names that may be one, written so differently that they were not joined: only where all else agrees."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import frozen
from rapidfuzz import fuzz

from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.spellings import PARTICLES, is_abbreviation
from provenance.conflicts.words import content_stems
from provenance.model.names import Entity, EntityKind
from provenance.model.spans import Span
from provenance.text.folding import fold_text
from provenance.text.tokens import find_words

_ALIKE = 84.0
"""Least likeness of two whole names without what stands between their words, 0..100."""
_SOUND = str.maketrans("ckqgjszx", "ssssssss", "aeiouyhw")
"""For looking up alone: vowels go, and letters that spell one sound in some language become one."""
_LEAST_WORDS = 2
_SHORTEST_SOUND = 3
_LEAST_SHARED = 3
"""Content words that the sentences around both share besides the names."""
_LEAST_PLAIN = 2
"""Of those, words that are no names."""
_MOST_IN_BLOCK = 12
_KIN = frozenset(
    "brother sister father mother son daughter cousin uncle aunt nephew niece twin namesake grandson "
    "granddaughter grandfather grandmother elder younger senior junior unrelated relation".split()
)
"""Words by which a text tells two people of like names apart."""
_KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION)


@frozen(order=True)
class LookAlike:
    """One name in one text: its entity, as printed, and its first place there."""

    entity: str
    text: str
    span: Span


def find_look_alikes(pile: Pile) -> Iterator[tuple[LookAlike, LookAlike]]:
    """Two full names of two entities in two texts of one event, neither of which has the other name, where
    sound, letters and the words of their sentences agree, and nothing tells two people."""
    blocks: dict[tuple[EntityKind, str], list[LookAlike]] = defaultdict(list)
    for entity in pile.entities.values():
        if entity.kind in _KINDS:
            for name in _full_names(pile, entity):
                for sound in sorted(_sounds(name.text)):
                    blocks[entity.kind, sound].append(name)
    seen: set[tuple[str, str]] = set()
    for _, names in sorted(blocks.items()):
        for one, two in combinations(sorted(names)[:_MOST_IN_BLOCK], 2):
            pair = (one.entity, two.entity)
            if one.entity != two.entity and pair not in seen and _may_be_one(pile, one, two):
                seen.add(pair)
                yield one, two


def tells_two_people(pile: Pile, spans: Sequence[Span]) -> bool:
    """Does a sentence speak of kin or a namesake, or do two places have other titles before the name?"""
    words = [{w.folded for w in pile.words_at(s.source_id, s.start)} for s in spans]
    titles = {title for span in spans if (title := _title_before(pile, span))}
    return any(held & _KIN for held in words) or len(titles) > 1


def _full_names(pile: Pile, entity: Entity) -> Iterator[LookAlike]:
    """The first full name of each text that has one."""
    seen: set[str] = set()
    for span in sorted(span for variant in entity.variants for span in variant.mentions):
        source = pile.sources.get(span.source_id)
        if source is None or span.source_id in seen or span.end > len(source.text):
            continue
        text = " ".join(pile.quote(span).split())
        if len(text.replace("-", " ").split()) >= _LEAST_WORDS and not is_abbreviation(text):
            seen.add(span.source_id)
            yield LookAlike(entity.key, text, span)


def _readings(text: str) -> list[list[str]]:
    """The words of a name, particles or not; its last two, where a word before them may be no name; and what
    stands before a place ("of Dunedin")."""
    whole = fold_text(text).split()
    bare = [word for word in whole if word not in PARTICLES]
    at = next((i for i, word in enumerate(whole) if i >= _LEAST_WORDS and word in ("of", "in", "at")), None)
    found = [whole, bare, bare[-_LEAST_WORDS:], whole[:at] if at else whole]
    return [words for i, words in enumerate(found) if words and words not in found[:i]]


def _sounds(text: str) -> set[str]:
    """How a name sounds, roughly, in its order and with its words sorted."""
    found = set()
    for reading in _readings(text):
        words = [_single(word.translate(_SOUND)) for word in reading]
        found |= {_single("".join(words)), _single("".join(sorted(words)))}
    return {sound for sound in found if len(sound) >= _SHORTEST_SOUND}


def _single(letters: str) -> str:
    """Without letters that repeat the one before them."""
    return "".join(c for i, c in enumerate(letters) if not i or letters[i - 1] != c)


def _may_be_one(pile: Pile, one: LookAlike, two: LookAlike) -> bool:
    a, b = one.span.source_id, two.span.source_id
    if a == b or two.entity in pile.names_of[a] or one.entity in pile.names_of[b]:
        return False
    words = [set(fold_text(each.text).split()) for each in (one, two)]
    is_same = " ".join(one.text.casefold().split()) == " ".join(two.text.casefold().split())
    if is_same or words[0] < words[1] or words[1] < words[0]:
        return False  # the same name, or a shorter form of it, is no spelling
    if not _are_alike(pile, one.text, two.text) or tells_two_people(pile, (one.span, two.span)):
        return False
    return find_event(pile, a, b, is_named=True) is not None and _share_context(pile, one, two)


def _are_alike(pile: Pile, a: str, b: str) -> bool:
    if any(c.isdigit() for c in a + b):
        return False
    for one in _readings(a):
        for two in _readings(b):
            whole = fuzz.ratio("".join(one), "".join(two))
            turned = fuzz.ratio("".join(sorted(one)), "".join(sorted(two)))
            is_sound = not _sounds(" ".join(one)).isdisjoint(_sounds(" ".join(two)))
            if is_sound and (max(whole, turned) >= _ALIKE or _are_forms(pile, one, two)):
                return True
    return False


def _are_forms(pile: Pile, one: Sequence[str], two: Sequence[str]) -> bool:
    """Is the first name one in two languages, and the rest alike?"""
    if len(one) != len(two) or len(one) < _LEAST_WORDS:
        return False
    forms = [
        set(pile.knowledge.name_forms.get(word, word).replace("=", "").split()) for word in (one[0], two[0])
    ]
    return bool(forms[0] & forms[1]) and fuzz.ratio("".join(one[1:]), "".join(two[1:])) >= _ALIKE - 10


def _share_context(pile: Pile, one: LookAlike, two: LookAlike) -> bool:
    names = {stem for each in (one, two) for stem in content_stems(each.text)}
    held = [set(content_stems(_around(pile, each.span))) - names for each in (one, two)]
    shared = held[0] & held[1]
    known = {stem for each in (one, two) for stem in _named(pile, each.span.source_id)}
    return len(shared) >= _LEAST_SHARED and len(shared - known) >= _LEAST_PLAIN


def _named(pile: Pile, source_id: str) -> Iterator[str]:
    for mention in pile.sources[source_id].mentions:
        yield from content_stems(mention.text)


def _around(pile: Pile, span: Span) -> str:
    """The sentence of a name with the one before it and the one behind it."""
    sentences = pile.sentences(span.source_id)
    at = pile.sentence_index(span.source_id, span.start)
    near = sentences[max(0, at - 1) : at + 2]
    return pile.text(span.source_id)[near[0][0] : near[-1][1]] if near else ""


def _title_before(pile: Pile, span: Span) -> str:
    """The title right before a name, folded; "" if there is none."""
    text = pile.text(span.source_id)
    words = [w.folded for w in find_words(text[max(0, span.start - 40) : span.end])]
    inside = len(list(find_words(pile.quote(span))))
    known = pile.knowledge
    first = words[-inside:][:1] if inside else []
    before = words[: len(words) - inside][-1:]
    for word in (*first, *before):
        if word in known.roles or (word in known.honorifics and word not in ("mr", "mrs", "ms", "miss")):
            return word
    return ""
