"""Who said what: quotations with their speakers, and plain reported speech."""

import re
from collections.abc import Sequence

from attrs import evolve

from provenance.claims.occasions import find_occasion
from provenance.claims.quotations import Quotation
from provenance.claims.reading import Reading, Sentence
from provenance.claims.reported import find_reported
from provenance.claims.speakers import Attribution, Speaker, Speakers
from provenance.claims.speech_tags import find_tag_after, find_tag_before
from provenance.claims.verbs import STRONG, Verb, find_verbs
from provenance.model.claims import Claim, ClaimKind, Polarity, Voice

_ACCORDING = re.compile(r"(?P<opening>\baccording\sto\s)", re.IGNORECASE)
_QUOTED_AS = re.compile(
    r"(?P<opening>\b(?:quoted|cited)\s).{2,120}?\sas\s(?:saying|stating|telling)\b", re.IGNORECASE
)
_PLAIN = frozenset("say tell add state note remark".split())
"""Verbs that tell no more than that it was said: one predicate for all."""

_MARKS = '\u201c\u201d"\u00ab\u00bb\u201e\u2018\u2019 '
_INSERTED = re.compile(r",\s\Z")
_THAT = re.compile(r"\bthat\s")
_CLOSED = re.compile(r"[\u201c\u201d\"\u00ab\u00bb]")
_ENDED = re.compile(r"[;:.\u201c\u201d\"]")
_AFTER_LOOK = 240
_MOST_VERBS = 8


def find_attributions(reading: Reading, roles: Sequence[Claim]) -> list[Claim]:
    """Attribution claims in order of place. A quotation whose speaker cannot be told gives none."""
    starts = tuple(role.span.start for role in roles if role.span)
    speakers = Speakers(reading, tuple(roles), starts, find_verbs(reading))
    found = _quoted(reading, speakers)
    found += find_reported(reading, speakers, found)
    return [_claim(reading, a) for a in sorted(found, key=lambda a: (a.start, a.end))]


def _claim(reading: Reading, said: Attribution) -> Claim:
    words = reading.text[said.start : said.end].strip(_MARKS)
    predicate = "said" if said.predicate in _PLAIN else said.predicate
    claim = reading.claim(ClaimKind.ATTRIBUTION, (said.start, said.end), said.speaker.text, predicate, words)
    told = find_occasion(_frame(reading, said.start, said.end))
    return evolve(
        claim,
        addressee=told.addressee,
        occasion=told.occasion,
        subject_entity=said.speaker.entity,
        speaker=said.speaker.text,
        speaker_entity=said.speaker.entity,
        voice=said.voice,
        polarity=Polarity.DENIED if said.is_denied else Polarity.AFFIRMED,
    )


def _frame(reading: Reading, start: int, end: int) -> str:
    """The sentence around what was said, without it and without other quotations."""
    first, last = reading.sentence_at(start), reading.sentence_at(max(start, end - 1))
    if first is None or last is None:
        return ""
    before = reading.text[max(first.start, start - _AFTER_LOOK) : start]
    after = reading.text[end : min(last.end, end + _AFTER_LOOK, reading.next_quotation(end))]
    return f"{_CLOSED.split(before)[-1]} , {after}"


def _quoted(reading: Reading, speakers: Speakers) -> list[Attribution]:
    found: list[Attribution] = []
    last: Speaker | None = None
    seen_until = 0
    previous: Quotation | None = None
    for quotation in reading.quotations:
        if reading.is_furniture(quotation.start, quotation.end) or _is_no_speech(reading, quotation):
            continue
        last = _last_subject(reading, speakers, seen_until, quotation.start, last)
        seen_until = quotation.end
        speaker, predicate = _speaker_of(reading, speakers, quotation, last)
        if speaker is None and _goes_on(reading, previous, quotation):
            speaker, predicate = last, "said"
        if speaker is not None:
            found.append(Attribution(quotation.start, quotation.end, speaker, predicate, Voice.QUOTED))
            last = speaker
            previous = quotation
    return found


def _is_no_speech(reading: Reading, quotation: Quotation) -> bool:
    """A short name or title in quotation marks: in brackets, or capitalised without a stop."""
    text = reading.text
    inner = text[quotation.start + 1 : quotation.end - 1].strip()
    if not inner or text[quotation.start - 1 : quotation.start] in ("(", "["):
        return True
    words = [word for word in inner.split() if word[0].isalpha() and len(word) > 3]
    is_title = bool(words) and all(word[0].isupper() for word in words) and inner[-1] not in ".,!?"
    return is_title and len(inner) > 1 and len(inner.split()) < 12


def _last_subject(
    reading: Reading, speakers: Speakers, start: int, end: int, last: Speaker | None
) -> Speaker | None:
    """Who was last the subject of a sentence between two quotations: whom "he" means next."""
    for sentence in reading.sentences_in(start, end):
        if not sentence.is_furniture:
            here = speakers.main_person(sentence, max(start, sentence.start), end)
            last = here or _described(reading, speakers, sentence, end, last) or last
    return last


def _described(
    reading: Reading, speakers: Speakers, sentence: Sentence, end: int, last: Speaker | None
) -> Speaker | None:
    """A single person without a name who says something: The defendant, who …, told the court."""
    for verb in speakers.verbs.between(sentence.start, min(end, sentence.end))[:2]:
        if verb.is_participle or verb.lemma not in STRONG:
            continue
        found = speakers.subject_of(sentence, verb.start, last)
        head = found.text.split()[-1] if found else ""
        if (
            found
            and found.entity is None
            and re.match(r"(?:The|A|An)\s", found.text)
            and not head.endswith("s")
        ):
            return evolve(found, is_person=True)
        return None
    return None


def _speaker_of(
    reading: Reading, speakers: Speakers, quotation: Quotation, last: Speaker | None
) -> tuple[Speaker | None, str]:
    """Tries, in this order: set phrases, what follows the quotation, what stands before it, the rest of its
    sentence. Words that a clause of somebody's speech runs into are that speaker's."""
    sentence = reading.sentence_at(quotation.start)
    if sentence is None:
        return None, ""
    is_inside = sentence.start < quotation.start
    found = _governing(reading, speakers, sentence, quotation, last) if is_inside else None
    if found is None and (phrase := find_tag_after(reading, speakers, quotation, last)):
        found = phrase, "said"
    found = found or _tag(reading, speakers, quotation, last)
    if found is not None or not is_inside:
        return found or (None, "")
    return _before(reading, speakers, sentence, quotation, last)


def _governing(
    reading: Reading, speakers: Speakers, sentence: Sentence, quotation: Quotation, last: Speaker | None
) -> tuple[Speaker, str] | None:
    """What in front of the quotation says so clearly whose it is that nothing behind it counts."""
    if phrase := find_tag_before(reading, speakers, sentence, quotation, last):
        return phrase, "said"
    return _running_into(reading, speakers, sentence, quotation, last)


def _before(
    reading: Reading, speakers: Speakers, sentence: Sentence, quotation: Quotation, last: Speaker | None
) -> tuple[Speaker | None, str]:
    """The subject of the nearest verb of saying in front, else of the sentence."""
    verbs = speakers.verbs.between(sentence.start, quotation.start)
    for verb in reversed(verbs[-_MOST_VERBS:]):
        speaker = _subject(reading, speakers, sentence, verb, last)
        if speaker is not None:
            return speaker, verb.lemma
    is_long = reading.text.count(" ", quotation.start, quotation.end) >= 2
    if is_long and (fallback := speakers.subject_of_sentence(sentence, quotation.start, last)):
        return fallback, "said"
    return None, ""


def _running_into(
    reading: Reading, speakers: Speakers, sentence: Sentence, quotation: Quotation, last: Speaker | None
) -> tuple[Speaker, str] | None:
    """X told Y that the door was “never locked”; the door, said X, was “never locked”."""
    text = reading.text
    if not text[quotation.start + 1 : quotation.start + 2].islower():
        return None
    for verb in reversed(speakers.verbs.between(sentence.start, quotation.start)[-_MOST_VERBS:]):
        if verb.is_participle:
            return None
        between = text[verb.end : quotation.start]
        if _INSERTED.search(text[max(sentence.start, verb.start - 3) : verb.start]):
            speaker = speakers.after(_from(sentence, verb.start), verb.end + 1, last)
            return (speaker, verb.lemma) if speaker is not None and "," in between else None
        if verb.lemma in STRONG and _THAT.search(between) and not _ENDED.search(between):
            speaker = speakers.subject_of(sentence, verb.start, last)
            return (speaker, verb.lemma) if speaker is not None and speaker.entity else None
        return None
    return None


def _subject(
    reading: Reading, speakers: Speakers, sentence: Sentence, verb: Verb, last: Speaker | None
) -> Speaker | None:
    if verb.is_participle:
        before = reading.quotation_before(verb.start)
        spoke_here = before is not None and before.start >= sentence.start  # “…,” he went on, adding “…”
        return speakers.subject_of_sentence(sentence, verb.start, last) or (last if spoke_here else None)
    return speakers.subject_of(sentence, verb.start, last)


def _tag(
    reading: Reading, speakers: Speakers, quotation: Quotation, last: Speaker | None
) -> tuple[Speaker, str] | None:
    """The clause after a quotation that says whose it is."""
    text = reading.text
    sentence = reading.sentence_at(quotation.end)
    if sentence is None or sentence.end <= quotation.end:
        return None
    limit = min(sentence.end, quotation.end + _AFTER_LOOK)
    if "\n\n" in text[quotation.end : limit]:
        return None
    until = min(limit, reading.next_quotation(quotation.end))
    for pattern, last_offset, predicate in (
        (_ACCORDING, limit, "according to"),
        (_QUOTED_AS, until, "quoted"),
    ):
        named = pattern.search(text, quotation.end, last_offset)
        if named and not _is_said_by_person(speakers, sentence, quotation.end, named.start(), last):
            speaker = speakers.after(sentence, named.end("opening"), last)
            if speaker is not None:
                return speaker, predicate
    after = _from(sentence, quotation.end)
    if text[quotation.end - 2] in ",?!" or text[quotation.end : quotation.end + 1] == ",":
        return _plain_tag(reading, speakers, after, until, last)
    return _late_tag(reading, speakers, sentence, quotation, last)


def _is_said_by_person(
    speakers: Speakers, sentence: Sentence, start: int, end: int, last: Speaker | None
) -> bool:
    """“…,” X told the court, according to the transcript: does a person with a name say it before `end`?"""
    for verb in speakers.verbs.between(start, end):
        if verb.is_participle or verb.lemma in ("quote", "cite"):
            continue
        speaker = speakers.subject_of(_from(sentence, start), verb.start, last)
        return speaker is not None and speaker.entity is not None and speaker.is_person
    return False


def _plain_tag(
    reading: Reading, speakers: Speakers, after: Sentence, until: int, last: Speaker | None
) -> tuple[Speaker, str] | None:
    """“…,” said X; “…,” X, the head of A, told reporters."""
    for verb in speakers.verbs.between(after.start, until):
        if verb.is_participle:
            continue
        if reading.text[after.start : verb.start].strip(" ,"):
            speaker = speakers.subject_of(after, verb.start, last)
        else:
            speaker = speakers.after(after, verb.end + 1, last)
        return (speaker, verb.lemma) if speaker is not None else None
    return None


def _late_tag(
    reading: Reading, speakers: Speakers, sentence: Sentence, quotation: Quotation, last: Speaker | None
) -> tuple[Speaker, str] | None:
    """By May, “no troops” should remain, X told reporters: only if nobody speaks before the quotation."""
    until = min(reading.next_quotation(quotation.end), quotation.end + _AFTER_LOOK, sentence.end)
    if speakers.verbs.between(sentence.start, quotation.start):
        return None
    for verb in speakers.verbs.between(quotation.end, until):
        if not verb.is_participle and verb.lemma in STRONG:
            comma = reading.text.rfind(",", quotation.end, verb.start)
            if comma < 0:
                return None
            speaker = speakers.subject_of(_from(sentence, comma + 1), verb.start, last)
            return (speaker, verb.lemma) if speaker is not None else None
    return None


def _from(sentence: Sentence, start: int) -> Sentence:
    """The part of the sentence from `start` on."""
    mentions = tuple(mention for mention in sentence.mentions if mention.span.start >= start)
    return evolve(sentence, start=start, mentions=mentions)


def _goes_on(reading: Reading, previous: Quotation | None, quotation: Quotation) -> bool:
    """Is it a quotation of its own, in the same paragraph as the last one or right after its text?"""
    sentence = reading.sentence_at(quotation.start)
    if sentence is None or sentence.start != quotation.start:
        return False
    paragraph = reading.text.rfind("\n", 0, quotation.start) + 1
    if previous is not None and previous.end > paragraph:
        return True
    if quotation.start > paragraph:
        return True
    is_next = previous is not None and quotation.start - previous.end < _AFTER_LOOK
    return is_next and (quotation.is_open or (previous is not None and previous.is_open))
