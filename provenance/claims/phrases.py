"""Things that a clause speaks of: a name, a part of a named whole, or a described thing."""

import re
from collections.abc import Sequence
from operator import attrgetter

from attrs import frozen

from provenance.claims.reading import FUNCTION_WORDS, Reading, Sentence
from provenance.model.names import EntityKind
from provenance.text.folding import fold_text

_CAPITAL = re.compile(
    r"[A-Z\u00c0-\u00de][\w&\u2019'-]{1,24}(?:\s(?:(?:of|for|and|de|du|la|the)\s){0,2}[A-Z\u00c0-\u00de][\w&\u2019'-]{1,24}){0,5}"
)
_DETERMINER = re.compile(
    r"(?:(?:the|a|an|its|his|her|their|our|this|that|these|both|all|one of the|all of)\s)?", re.IGNORECASE
)
_BEFORE_NAME = re.compile(r"(?:[\u201c\"(]|\d{1,3}(?:st|nd|rd|th)\s|[^\W\d_][\w\u2019'-]{0,24}\s){0,5}")
_NO_NOUN = (
    r"(?:and|or|but|who|which|that|of|in|on|at|to|for|with|by|from|into|about|over|under|near|between|against|as|is|was|were|are|be|been|has|had|have|will|would"
    r"|said|says|when|while|where|after|before|since|until|because|so|if|not|than|then)"
)
_NOUNS = re.compile(rf"(?:(?!{_NO_NOUN}\b)[a-z][a-z-]{{1,24}}(?:\s|\b)){{1,4}}")
_LY = re.compile(
    r"\s(?!(?:family|assembly|supply|ally|monopoly|rally|anomaly|reply|fly|bully|jelly)\b)[a-z]{2,}ly\Z"
)
_PEOPLE = re.compile(r"[A-Z][a-z]{2,20}\s(?=[a-z])")
_OF_NAME = re.compile(
    r"\s?(?:of|in|at|for|on|within|into|about|over)\s(?:the\s|an?\s|its\s|his\s|her\s)?(?:[a-z][\w-]{1,20}\s){0,2}"
)
_GENITIVE = re.compile(rf"['\u2019]s?\s(?P<noun>(?:(?!{_NO_NOUN}\b)[a-z][a-z-]{{1,24}}(?:\s|\b)){{1,4}})")
_CLAUSE = re.compile(
    r"[;:\u2014]\s|,\s(?:and|but|while|whereas|so)\s|\s(?:while|whereas|although|because|when|after|before|as)\s"
)
_PREPOSITION = re.compile(
    r"(?:^|\s)(?:of|in|on|at|to|for|with|by|from|near|under|over|against|between|into|around|outside)\s"
    r"(?:the\s|an?\s|his\s|her\s|its\s|their\s)?(?:[\w-]{1,20}\s){0,3}\Z",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?:\s?\([^()]{1,60}\))?(?:,\s[^;:]{2,120},)?\s?(?:(?:has|had|is|was|also|now|still)\s)*"
)
_RELATIVE = re.compile(
    r",?\s(?:who|which|that|whom)(?:\s[a-z]+ly|\salso|\snow|\sstill|\sonce|\shas|\shad|\sis|\swas|\sare|\swere){0,3}\s?\Z"
)
_PRONOUN = re.compile(
    r"(?:^|[\s\u201c\"])(?P<pronoun>He|She|It|They|he|she|it|they)(?:\s[\w\u2019']+){0,3}\s?\Z"
)
_MOST_BACK = 3
_all_parts = attrgetter("start", "end", "text", "name", "entity", "kind", "noun", "is_inferred")
"""What phrases are ordered by, in one step."""


@frozen(order=True)
class Phrase:
    """A thing at [start, end). `name`: its name or the name in it, "" if it is described without one.

    `entity`: of the name, if it is known. `noun`: folded common nouns that say which part or thing of the
    name's it is ("board", "advisory council"), "" where the name itself is meant. `is_inferred`: it was named
    in another place than here.
    """

    start: int
    end: int
    text: str
    name: str
    entity: str | None
    kind: EntityKind | None
    noun: str
    is_inferred: bool = False


def names_in(reading: Reading, sentence: Sentence) -> list[Phrase]:
    """Names of a sentence in order: those marked as such, and other runs of capitalised words."""
    place = ("names", sentence.start)
    if place not in reading.known:
        reading.known[place] = _names_in(reading, sentence)
    return list(reading.known[place])


def _names_in(reading: Reading, sentence: Sentence) -> list[Phrase]:
    found = [
        Phrase(m.span.start, m.span.end, m.text, m.text, m.entity, m.kind, "") for m in sentence.mentions
    ]
    taken = [(one.start, one.end) for one in found]
    for run in _CAPITAL.finditer(reading.text, sentence.start, sentence.end):
        start, end = run.span()
        start = _past_opener(reading, sentence, start, end)
        if start >= end or any(first < end and start < last for first, last in taken):
            continue
        text = reading.text[start:end].removesuffix("'s").removesuffix("\u2019s")
        if _is_name(reading, text):
            found.append(Phrase(start, start + len(text), text, text, None, None, ""))
    return sorted(found, key=_all_parts)


def _past_opener(reading: Reading, sentence: Sentence, start: int, end: int) -> int:
    """Where a run begins without the word that opens the sentence, if that is an ordinary one."""
    if start > sentence.start + 1:
        return start
    first = re.match(r"[\w\u2019'-]+\s?", reading.text[start:end])
    low = fold_text(first[0]) if first else ""
    known = reading.knowledge
    is_ordinary = low in known.common_words or low in known.plain_words or low in FUNCTION_WORDS
    is_alone = first is not None and start + first.end() >= end
    is_time = low in known.weekdays or low in known.months or low.endswith(("ly", "ing", "ed"))
    is_word = low in FUNCTION_WORDS or low in known.function_words or is_time or (is_ordinary and is_alone)
    return start + first.end() if first and is_word else start


def _is_name(reading: Reading, text: str) -> bool:
    low = text.lower()
    known = reading.knowledge
    words = low.split()
    if re.search(r"-[a-z]", text) or all(
        w in known.demonyms or w in known.groups or w in FUNCTION_WORDS for w in words
    ):
        return False
    other = (known.demonyms, known.months, known.weekdays, known.honorifics, known.roles)
    return len(low) > 2 and not (
        len(words) == 1 and (any(low in table for table in other) or low in FUNCTION_WORDS)
    )


def phrase_at(reading: Reading, sentence: Sentence, at: int, names: Sequence[Phrase]) -> Phrase | None:
    """The thing that is named or described from `at` on; None if the words there are none."""
    text = reading.text
    determiner = _DETERMINER.match(text, at, sentence.end)
    begin = determiner.end() if determiner else at
    name = next((one for one in names if one.start >= begin), None)
    adjective = _PEOPLE.match(text, begin, sentence.end)
    is_people = adjective is not None and not (name is not None and name.start < adjective.end())
    nouns = _NOUNS.match(text, adjective.end() if adjective and is_people else begin, sentence.end)
    if name is not None and (between := _BEFORE_NAME.fullmatch(text, begin, name.start)) is not None:
        words = between[0].split()
        if not any(re.fullmatch(_NO_NOUN, word) for word in words):
            return _with_part(reading, sentence, name)
    if nouns is None:
        return None
    noun = _LY.sub("", nouns[0].rstrip())
    end = nouns.start() + len(noun)
    if name is not None and _OF_NAME.fullmatch(text, end, name.start):
        whole = _with_part(reading, sentence, name)
        kept = f"{fold_text(noun)} {whole.noun}".strip() if whole.noun else fold_text(noun)
        return Phrase(begin, whole.end, text[begin : whole.end], name.text, name.entity, name.kind, kept)
    return Phrase(begin, end, noun, "", None, None, fold_text(noun))


def _with_part(reading: Reading, sentence: Sentence, name: Phrase) -> Phrase:
    """The name, with what is said to be its own behind it: A's board."""
    part = _GENITIVE.match(reading.text, name.end, sentence.end)
    if part is None:
        return name
    noun = part["noun"].rstrip()
    end = part.start("noun") + len(noun)
    text = reading.text[name.start : end]
    return Phrase(name.start, end, text, name.text, name.entity, name.kind, fold_text(noun))


def subject_of(reading: Reading, sentence: Sentence, at: int, names: Sequence[Phrase]) -> Phrase | None:
    """What the verb at `at` is said of: a relative pronoun's noun, the name before it, or a pronoun's."""
    text = reading.text
    relative = _RELATIVE.search(text, max(sentence.start, at - 60), at)
    if relative:
        return _ending_at(reading, relative.start(), names, sentence)
    before = [one for one in names if one.end <= at]
    begin = _clause_start(text, sentence.start, at, before)
    pronoun = _PRONOUN.search(text, max(sentence.start, at - 60), at)
    if pronoun and not any(one.end > pronoun.start() for one in before):
        return _meant_by(reading, sentence, pronoun["pronoun"].lower(), pronoun.start(), names)
    inside = [one for one in before if one.start >= begin]
    beside = [one for one in inside if _APPOSED.fullmatch(text, one.end, at)]
    free = [one for one in beside if not _PREPOSITION.search(text[max(begin, one.start - 50) : one.start])]
    if free or beside:
        return (free or beside)[-1 if free else 0]
    free = [one for one in inside if not _PREPOSITION.search(text[max(begin, one.start - 50) : one.start])]
    chosen = free or inside
    return chosen[0] if chosen else None


def _clause_start(text: str, start: int, at: int, names: Sequence[Phrase]) -> int:
    begin = start
    for cut in _CLAUSE.finditer(text, start, at):
        if any(one.start >= cut.end() for one in names):
            begin = cut.end()
    return begin


def _ending_at(reading: Reading, end: int, names: Sequence[Phrase], sentence: Sentence) -> Phrase | None:
    """The name that ends right there, or the first one of a phrase that does: X, head of A, who."""
    before = [one for one in names if one.end <= end]
    for one in reversed(before):
        gap = reading.text[one.end : end]
        if not gap.strip() or re.fullmatch(
            r"\s?\([^()]{1,60}\)|['\u2019]s?(?:\s[a-z-]{2,20}){1,3}|,\s\d{1,3}", gap
        ):
            person = [p for p in before if p.kind is EntityKind.PERSON and p.end < one.start]
            is_apposed = bool(person) and re.fullmatch(
                r",\s(?:(?:the|a|an|its|his|her|their)\s)?[a-z][^,;:]{1,80}",
                reading.text[person[-1].end : one.start],
            )
            return person[-1] if is_apposed else one
    for one in reversed(before):  # X, the venture capitalist, who
        if re.fullmatch(r",\s[^;:]{2,90}", reading.text[one.end : end]):
            return one
    return before[-1] if before else None


def _meant_by(
    reading: Reading, sentence: Sentence, pronoun: str, at: int, names: Sequence[Phrase]
) -> Phrase | None:
    """The first name of the right kind in this sentence before the pronoun, else in those before."""
    is_person = pronoun in ("he", "she")
    for one in names:
        if one.end <= at and (one.kind is EntityKind.PERSON) == is_person and one.entity:
            return one
    index = reading.sentence_index(sentence)
    for earlier in reversed(reading.sentences[max(0, index - _MOST_BACK) : index]):
        for m in earlier.mentions:
            if (m.kind is EntityKind.PERSON) == is_person:
                return Phrase(m.span.start, m.span.end, m.text, m.text, m.entity, m.kind, "", True)
    return None
