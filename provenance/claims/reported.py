"""Reported speech: what a text retells of somebody's words without quoting them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from provenance.claims.reading import Reading, Sentence
from provenance.claims.speakers import Attribution, Speaker, Speakers
from provenance.claims.speech_tags import SAID_SO
from provenance.claims.verbs import DENYING, STRONG, Verb
from provenance.model.claims import Voice

_THAT = re.compile(
    r"\s(?:[^\s,;:\"\u201c\u201d]{1,24}\s){0,9}?that\s"
    r"(?!(?:night|day|evening|morning|afternoon|week|month|year|time)\b)"
)
_BARE = frozenset(
    "say claim insist admit confirm believe predict warn add mutter murmur reckon conclude estimate".split()
)
"""Verbs after which a clause often stands without "that"."""
_FINITE = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|won|went|came|took|left"
    r"|got|rose|fell|began|made|held|kept|lost|gave|saw|knew|felt|told|n['\u2019]t|[a-z]{3,}ed|[a-z]{2,}s)"
)
_CLAUSE = re.compile(
    rf"\s(?!(?:so|in|on|at|to|by|of|for|from|with|as|after|before|during|when|while|that)\b)"
    rf"(?:[^\s,;:\"\u201c\u201d]{{1,24}},?\s){{1,12}}?{_FINITE}\b"
)
_HAS_VERB = re.compile(rf"\s{_FINITE}\b")
_ACCORDING = re.compile(r"(?:\A|,\s|\s)according\sto\s", re.IGNORECASE)
_TAG_END = re.compile(
    r"\s*(?:[.!?,;]|\Z|in\s|on\s|at\s|by\s|to\s|after\s|during\s|when\s|while\s|as\s|late\s|earlier\s|yesterday\b)"
)
_RELATIVE = re.compile(r"(?:,|\u2013|\u2014)\s(?:who|which|whose)\s[^,]*\Z")
_SUBJECT = re.compile(
    r"(?:the|an?|his|her|its|he|she|they|one)\b"
    r"|(?:(?!(?:in|of|at|on|for|with|by|to|from|as|that|after|before|during|under)\b)[a-z][\w\u2019'-]{2,24}\s){1,4}(?=[A-Z])"
)
"""What a subject begins with: a word of grammar, or a title in small letters in front of a name."""
_LONGEST_TAG = 90
_SHORTEST = 3
"""Words of a clause that says something."""


def find_reported(reading: Reading, speakers: Speakers, quoted: Sequence[Attribution]) -> list[Attribution]:
    """What named speakers are said to have said, at most one a sentence, where no quotation stands."""
    found = []
    last: Speaker | None = None
    starts = [said.start for said in quoted]
    for sentence in reading.sentences:
        if sentence.is_furniture:
            continue
        here = list(quoted[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)])
        said = _in_sentence(reading, speakers, sentence, last)
        if said is not None and not any(a.start < said.end and said.start < a.end for a in here):
            found.append(said)
            here.append(said)
        last = (
            speakers.main_person(sentence, sentence.start, sentence.end)
            or _stand_in(speakers, sentence)
            or last
        )
        if here:
            last = max(here, key=lambda a: a.start).speaker
    return found


def _stand_in(speakers: Speakers, sentence: Sentence) -> Speaker | None:
    """The person that a phrase of this sentence stands for (the spokesman of A)."""
    for role in speakers.roles_in(sentence.start, sentence.end):
        if role.is_inferred and role.value:
            return Speaker(role.subject, role.subject_entity)
    return None


def _in_sentence(
    reading: Reading, speakers: Speakers, sentence: Sentence, last: Speaker | None
) -> Attribution | None:
    for verb in speakers.verbs.between(sentence.start, sentence.end):
        if verb.is_participle or verb.lemma not in STRONG:
            continue
        if SAID_SO.match(reading.text, verb.end, sentence.end):
            return None
        if that := _THAT.match(reading.text, verb.end, sentence.end):
            return _behind(reading, speakers, sentence, verb, that.end(), last)
        if tag := _tagged(reading, speakers, sentence, verb, last):
            return tag
        if verb.lemma in _BARE and _CLAUSE.match(reading.text, verb.end, sentence.end):
            return _behind(reading, speakers, sentence, verb, verb.end + 1, last)
    return _according(reading, speakers, sentence, last)


def _behind(
    reading: Reading, speakers: Speakers, sentence: Sentence, verb: Verb, start: int, last: Speaker | None
) -> Attribution | None:
    """X said (that) C."""
    speaker = speakers.subject_of(sentence, verb.start, last)
    return _made(reading, start, sentence.end, speaker, verb)


def _tagged(
    reading: Reading, speakers: Speakers, sentence: Sentence, verb: Verb, last: Speaker | None
) -> Attribution | None:
    """C, said X; C, X told Y; the first words, X told Y, and the rest."""
    text = reading.text
    if reading.next_quotation(verb.end) < sentence.end or text[verb.end : verb.end + 1] == ":":
        return None
    comma = text.rfind(",", sentence.start, verb.start)
    if comma < 0 or verb.start - comma > _LONGEST_TAG or comma - sentence.start < _SHORTEST:
        return None
    after = evolve(
        sentence,
        start=comma + 1,
        mentions=tuple(m for m in sentence.mentions if m.span.start > comma),
    )
    if _RELATIVE.search(text[sentence.start : comma]):
        return None
    if not text[comma + 1 : verb.start].strip():
        speaker = speakers.after(after, verb.end + 1, last)
    elif _is_tag(reading, sentence, comma, verb):
        speaker = speakers.subject_of(after, verb.start, last)
    else:
        return None
    close = text.find(",", verb.end, sentence.end)
    goes_on = 0 <= close < verb.end + _LONGEST_TAG and _HAS_VERB.search(text, close, sentence.end)
    if _HAS_VERB.search(text[sentence.start : comma]):
        return _made(reading, sentence.start, comma, speaker, verb)
    return _made(reading, sentence.start, sentence.end, speaker, verb) if goes_on else None


def _is_tag(reading: Reading, sentence: Sentence, comma: int, verb: Verb) -> bool:
    """Is all between the comma and the verb its subject, and what follows no clause of its own?"""
    text = reading.text
    between = text[comma + 1 : verb.start].strip()
    if re.match(r"(?:and|but|or|who|which|whose|where|when|as|while|having|so)\b", between):
        return False
    if re.match(r"[a-z]", between) and not _SUBJECT.match(between):
        return False
    return _CLAUSE.match(text, verb.end, sentence.end) is None or _TAG_END.match(text, verb.end) is not None


def _according(
    reading: Reading, speakers: Speakers, sentence: Sentence, last: Speaker | None
) -> Attribution | None:
    """C, according to X; According to X, C."""
    text = reading.text
    found = _ACCORDING.search(text, sentence.start, sentence.end)
    if found is None or reading.is_quoted(found.start()):
        return None
    speaker = speakers.after(sentence, found.end(), last)
    if speaker is None or speaker.entity is None:
        return None
    if text[sentence.start : found.start()].strip(" ,"):
        return _spoken(reading, sentence.start, found.start(), speaker, "according to")
    comma = text.find(",", found.end(), sentence.end)
    return _spoken(reading, comma + 1, sentence.end, speaker, "according to") if comma > 0 else None


def _made(reading: Reading, start: int, end: int, speaker: Speaker | None, verb: Verb) -> Attribution | None:
    if speaker is None or speaker.entity is None:
        return None
    return _spoken(reading, start, end, speaker, verb.lemma)


def _spoken(reading: Reading, start: int, end: int, speaker: Speaker, lemma: str) -> Attribution | None:
    text = reading.text
    while end > start and text[end - 1] in ".!?, ":
        end -= 1
    while start < end and text[start] in " ,":
        start += 1
    if text.count(" ", start, end) < _SHORTEST - 1:
        return None
    return Attribution(start, end, speaker, lemma, Voice.REPORTED, lemma in DENYING)
