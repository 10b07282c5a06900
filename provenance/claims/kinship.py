"""Who is whose kin: brother of, her son, married to, the minister's daughter, no relation."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import evolve, frozen

from provenance.claims.phrases import Phrase, names_in
from provenance.claims.reading import Reading, Sentence
from provenance.model.claims import Claim, ClaimKind, Polarity
from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.text.folding import fold_text

_COMPOSED = {
    ("sibling", "parent"): "uncle",
    ("child", "sibling"): "nephew",
    ("parent", "parent"): "grandparent",
    ("child", "child"): "grandchild",
    ("spouse", "child"): "child-in-law",
    ("spouse", "sibling"): "sibling-in-law",
    ("parent", "spouse"): "parent-in-law",
    ("sibling", "spouse"): "sibling-in-law",
    ("child", "spouse"): "stepchild",
    ("spouse", "parent"): "stepparent",
    ("child", "uncle"): "cousin",
    ("parent", "grandparent"): "great-grandparent",
    ("child", "grandchild"): "great-grandchild",
    ("sibling", "grandparent"): "great-uncle",
}
"""(what X is to Z, what Z is to Y) → what X is to Y."""
_ADJECTIVES = (
    r"(?:(?:late|eldest|oldest|elder|older|younger|youngest|only|first|second|third|former|twin|own|estranged|two|three|four|five|"
    r"infant|adult|teenage|distant|maternal|paternal)\s){0,2}"
)
_HONORED = (
    r"(?:(?:the|a|an|then|late|former|old"
    r"|new)\s){0,3}(?:[a-z][a-z-]{2,20},?\s){0,3}(?:[A-Z][\w.]{1,20}\s){0,3}"
)
_RELATED = re.compile(
    r"\b(?:(?:is|are|was|were)\s(?:not\srelated|no\srelation|unrelated)|(?:is\s)?no\srelation|not\srelated)\b"
)
_ONLY = re.compile(r"\b(?:[Aa]n|the|an)\sonly\schild\b|\bno\s(?:brothers|sisters|siblings)\b")
_SIBLINGS = re.compile(
    rf"\b(?:his|her)\s{_ADJECTIVES}(?:brothers?|sisters?|siblings?)\b|\bhas\s(?:a|two|three|four|five)\s(?:brothers?|sisters?|siblings?)\b"
)
_MARRIED = re.compile(
    r"\s(?:(?:is|was|has been|had been)\smarried\sto|married|wed|has\smarried)\s(?P<rest>(?:(?:the"
    r"|his|her)\s)?)",
    re.IGNORECASE,
)
_AND_THUS = re.compile(r",?\s(?:and|but)(?:\s(?:thus|so|hence|also|therefore))?\s(?:an?\s|the\s)?\Z")
_LONGEST_GAP = 90
_PLAIN_NAME = 2


@frozen
class Kin:
    """At [start, end) `one` is said to be `kin` (a class) of `other`. `noun`: as printed; `side`: "mother" or
    "father" where the tie runs through one of them."""

    start: int
    end: int
    one: Phrase
    other: Phrase
    kin: str
    noun: str
    side: str = ""
    is_denied: bool = False


def find_kinship(reading: Reading) -> list[Claim]:
    """Kinship claims in order of place. `predicate`: class of kin, of the subject to the value."""
    found = []
    for sentence in reading.sentences:
        if not sentence.is_furniture:
            found += [_claim(reading, kin) for kin in _in_sentence(reading, sentence)]
    unique = {(c.span, c.subject, c.predicate, c.value): c for c in found}
    return sorted(
        unique.values(), key=lambda c: (c.span.start if c.span else 0, c.quote, c.subject, c.predicate)
    )


def _claim(reading: Reading, kin: Kin) -> Claim:
    claim = reading.claim(ClaimKind.KINSHIP, (kin.start, kin.end), kin.one.text, kin.kin, kin.other.text)
    return evolve(
        claim,
        subject_entity=kin.one.entity,
        value_entity=kin.other.entity,
        wording=kin.noun,
        scope=kin.side,
        polarity=Polarity.DENIED if kin.is_denied else Polarity.AFFIRMED,
    )


@lru_cache(maxsize=8)
def _nouns(knowledge: Knowledge) -> Mapping[str, str]:
    """Kin noun → its class."""
    return {key[4:]: value for key, value in sorted(knowledge.predicates.items()) if key.startswith("kin ")}


@lru_cache(maxsize=8)
def _patterns(knowledge: Knowledge) -> tuple["re.Pattern[str]", ...]:
    nouns = "|".join(sorted((re.escape(n) for n in _nouns(knowledge)), key=lambda n: (-len(n), n)))
    kin = rf"(?P<kin>{nouns})"
    through = rf"(?:(?P<through>{nouns})['\u2019]s?\s)?"
    return (
        re.compile(
            rf"\b(?P<article>an?\s|the\s|another\s)?{_ADJECTIVES}{kin}\sof\s(?:(?P<of>{nouns})\sof\s)?{_HONORED}\Z"
        ),
        re.compile(
            rf"\b(?P<owner>his|her|their|whose)\s{_ADJECTIVES}{through}{_ADJECTIVES}{kin},?\s{_HONORED}\Z"
        ),
        re.compile(rf"(?:['\u2019]s?)\s{_ADJECTIVES}{through}{_ADJECTIVES}{kin},?\s{_HONORED}\Z"),
        re.compile(rf",\s(?P<owner>his|her|their)\s{_ADJECTIVES}{through}{_ADJECTIVES}{kin}\b"),
        re.compile(
            rf"\bthe\s(?P<noun>[a-z][a-z-]+(?:\s[a-z][a-z-]+){{0,2}})['\u2019]s?\s{_ADJECTIVES}{kin}\b"
        ),
        re.compile(rf"\b{kin}s?\b"),
        re.compile(rf"(?:['\u2019]s?)\s{kin}\b"),
    )


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Kin]:
    text = reading.text[sentence.start : sentence.end]
    patterns = _patterns(reading.knowledge)
    if not patterns[5].search(text) and not re.search(r"\bmarried\b|\brelat|\bonly child\b|\bwed\b", text):
        return
    names = [n for n in names_in(reading, sentence) if _can_be_person(reading, n)]
    if not names:
        return
    done: list[Kin] = []
    for found in (
        *_of(reading, sentence, names, patterns), *_owned(reading, sentence, names, patterns),
        *_apposed(reading, sentence, names, patterns), *_married(reading, sentence, names, patterns),
    ):  # fmt: skip
        if found.one.text != found.other.text and not any(
            (k.one, k.other) == (found.one, found.other) for k in done
        ):
            done.append(found)
            yield found
    yield from _unary(reading, sentence, names)


def _can_be_person(reading: Reading, name: Phrase) -> bool:
    """A person, or what nothing marks as a place or a body."""
    if name.kind in (EntityKind.PERSON, None):
        return True
    words = fold_text(name.text).split()
    known = reading.knowledge
    is_plain = not any(w in known.organization_words or w in known.organization_heads for w in words)
    return name.kind is EntityKind.ORGANIZATION and len(words) == _PLAIN_NAME and is_plain


def _of(
    reading: Reading, sentence: Sentence, names: Sequence[Phrase], patterns: Sequence["re.Pattern[str]"]
) -> Iterator[Kin]:
    """X, a brother of Y; X is the son of Y and thus a nephew of Z; X, a son of Y's brother."""
    nouns = _nouns(reading.knowledge)
    last: Kin | None = None
    for other in names:
        window = reading.text[max(sentence.start, other.start - 110) : other.start]
        found = patterns[0].search(window)
        if found is None:
            continue
        at = other.start - len(window) + found.start()
        before = reading.text[max(sentence.start, at - 40) : at]
        if re.search(r"\b(?:married|wed)\s(?:to\s)?\Z", before):
            continue
        if last is not None and last.end <= at and _AND_THUS.search(before) and at - last.end < 12:
            one: Phrase | None = last.one
        else:
            one = _subject(reading, sentence, names, at)
        if one is None:
            continue
        kin, side, end = nouns[found["kin"]], "", other.end
        if found["of"]:
            kin, side = _composed(kin, nouns[found["of"]], found["of"])
        tail = patterns[6].match(reading.text, other.end, sentence.end)
        if tail:
            kin, side = _composed(kin, nouns[tail["kin"]], tail["kin"])
            end = tail.end()
        if kin:
            last = Kin(min(one.start, at), end, one, other, kin, found["kin"], side)
            yield last


def _composed(kin: str, through: str, noun: str) -> tuple[str, str]:
    """What X is to Y, X being `kin` of Y's `noun`, and through which parent."""
    side = noun if noun in ("mother", "father") else ""
    return _COMPOSED.get((kin, through), ""), side


def _subject(reading: Reading, sentence: Sentence, names: Sequence[Phrase], at: int) -> Phrase | None:
    """Of "a brother of" at `at` the person who is one: the nearest name before that is not a part of another
    phrase, unless a verb other than "to be" stands between."""
    before = [n for n in names if n.end <= at]
    for one in reversed(before):
        gap = reading.text[one.end : at]
        if len(gap) > _LONGEST_GAP:
            return None
        if re.fullmatch(
            r"(?:\s\([^()]{1,40}\))?(?:,\s\d{1,3})?(?:,\s[^;:]{2,70})?,?\s(?:who\s)?(?:(?:is|was|are|were|became|being|as|himself|herself|also|and|thought|said|to|be|believed|not)\s){0,4}",
            gap,
        ):
            return one
    return None


def _owned(
    reading: Reading, sentence: Sentence, names: Sequence[Phrase], patterns: Sequence["re.Pattern[str]"]
) -> Iterator[Kin]:
    """His mother's brother X; Y's younger sister X; the minister's sister X."""
    nouns = _nouns(reading.knowledge)
    for one in names:
        window = reading.text[max(sentence.start, one.start - 120) : one.start]
        low = one.start - len(window)
        for pattern in (patterns[1], patterns[2]):
            found = pattern.search(window)
            if found is None:
                continue
            at = low + found.start()
            owner = _owner(reading, sentence, names, at, found.groupdict().get("owner"))
            if owner is None:
                continue
            kin, side = nouns[found["kin"]], ""
            if found["through"]:
                kin, side = _composed(kin, nouns[found["through"]], found["through"])
            if kin:
                yield Kin(
                    min(owner.start, at) if not owner.is_inferred else at,
                    one.end,
                    one,
                    owner,
                    kin,
                    found["kin"],
                    side,
                )
            break


def _owner(
    reading: Reading, sentence: Sentence, names: Sequence[Phrase], at: int, pronoun: str | None
) -> Phrase | None:
    """Whose kin: the name before "'s" or "whose", the person that a pronoun means, or a described one."""
    before = [n for n in names if n.end <= at]
    if pronoun is None:
        if before and before[-1].end == at:
            return before[-1]
        described = re.search(
            r"\bthe\s((?:[a-z][a-z-]+\s?){1,3})\Z", reading.text[max(sentence.start, at - 50) : at]
        )
        if described:
            start = at - len(described[1])
            return Phrase(start, at, described[1].strip(), "", None, None, described[1].strip())
        return None
    if pronoun == "whose":
        return before[-1] if before and at - before[-1].end < _LONGEST_GAP else None
    if before:
        return before[-1] if pronoun != "their" or len(before) == 1 else before[0]
    index = reading.sentence_index(sentence)
    people = (
        [m for m in reading.sentences[index - 1].mentions if m.kind is EntityKind.PERSON] if index else []
    )
    m = people[0] if people else None
    return None if m is None else Phrase(m.span.start, m.span.end, m.text, m.text, m.entity, m.kind, "", True)


def _apposed(
    reading: Reading, sentence: Sentence, names: Sequence[Phrase], patterns: Sequence["re.Pattern[str]"]
) -> Iterator[Kin]:
    """X, her father; X, the minister's daughter."""
    nouns = _nouns(reading.knowledge)
    for number, one in enumerate(names):
        found = patterns[3].match(reading.text, one.end, sentence.end)
        if found and number and reading.text[found.end() : found.end() + 1] in (".", ",", ";", ""):
            kin, side = nouns[found["kin"]], ""
            if found["through"]:
                kin, side = _composed(kin, nouns[found["through"]], found["through"])
            if kin:
                yield Kin(one.start, found.end(), one, names[0], kin, found["kin"], side)
        described = patterns[4].match(reading.text, one.end + 2, sentence.end)
        if described and reading.text[one.end : one.end + 2] == ", ":
            noun = described["noun"]
            start = described.start("noun")
            owner = Phrase(start, start + len(noun), noun, "", None, None, noun)
            yield Kin(one.start, described.end(), one, owner, nouns[described["kin"]], described["kin"])


def _married(
    reading: Reading, sentence: Sentence, names: Sequence[Phrase], patterns: Sequence["re.Pattern[str]"]
) -> Iterator[Kin]:
    """X is married to Y; X married the daughter of Y."""
    nouns = _nouns(reading.knowledge)
    for found in _MARRIED.finditer(reading.text, sentence.start, sentence.end):
        one = next(
            (n for n in reversed(names) if n.end <= found.start() and found.start() - n.end < _LONGEST_GAP),
            None,
        )
        other = next(
            (n for n in names if n.start >= found.end() and n.start - found.end() < _LONGEST_GAP), None
        )
        if one is None or other is None:
            continue
        between = reading.text[found.end() : other.start]
        through = patterns[0].search(between)
        if through:
            kin, _side = _composed("spouse", nouns[through["kin"]], through["kin"])
            if kin:
                yield Kin(one.start, other.end, one, other, kin, "married")
        elif re.fullmatch(_HONORED, between):
            yield Kin(one.start, other.end, one, other, "spouse", "married")


def _unary(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Kin]:
    """An only child; with her two brothers; two people who are not related."""
    text = reading.text
    people = [n for n in names if n.kind is EntityKind.PERSON]
    if not people:
        return
    if found := _RELATED.search(text, sentence.start, sentence.end):
        before = [n for n in people if n.end <= found.start()]
        if len(before) > 1:
            yield Kin(before[0].start, found.end(), before[0], before[1], "kin", found[0], "", True)
    for pattern, is_denied in ((_ONLY, True), (_SIBLINGS, False)):
        if found := pattern.search(text, sentence.start, sentence.end):
            named = next((n for n in people if n.start == found.end() + 1), None)
            if named is None:
                one = people[0]
                nobody = Phrase(found.start(), found.end(), "siblings", "", None, None, "siblings")
                yield Kin(
                    min(one.start, found.start()),
                    max(one.end, found.end()),
                    one,
                    nobody,
                    "sibling",
                    found[0],
                    "",
                    is_denied,
                )
