"""When an office is held, as the words around it say: since, until, in a year past; still to come."""

import re

from attrs import evolve

from provenance.claims.reading import Reading, Sentence
from provenance.model.claims import Claim, Modality, Polarity
from provenance.text.dates import DateInterval

_SINCE = re.compile(r"\b(?:since|from|as of|starting)\s(?:the\s|early\s|late\s|mid-?)*\Z", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up to|to)\s(?:the\s|early\s|late\s|mid-?)*\Z", re.IGNORECASE)
_TAKEN = re.compile(
    r"\b(?:appointed|elected|named|sworn in|took over|takes over|took office|became|succeeded"
    r"|promoted to|chosen as)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:(?:left|leaves|lost|quit|gave up|handed over)\s(?:the|his|her|that|its|their)\s(?:[a-z]+\s)?"
    r"(?:office|post|job|position|seat|ministry|portfolio|chair|party|team|company|firm|bank|club)"
    r"|resigned|stepped down|was sacked|was dismissed|was fired|was removed|retired|was ousted"
    r"|was voted out)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|would|shall|is to|are to|could|may|might|should|set to|due to|expected to|tipped"
    r"|candidate for|nominated"
    r"|nominee|next|incoming|designate|elect|wants to)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|isn['\u2019]t|wasn['\u2019]t|nor|denied being|without being)\b", re.IGNORECASE
)
_WAS = re.compile(
    r"\b(?:was|were|had been|served as|had|led|headed|commanded|chaired|ran|directed)\b", re.IGNORECASE
)
_NOW = re.compile(r"\b(?:is|are|has|have|serves|leads|heads|runs|chairs|commands|now|remains|still)\b")
_SINCE_THEN = re.compile(r"\b(?:since then|since that day|ever since|from that day)\b", re.IGNORECASE)
_OLD_DAYS = 300


def timed(reading: Reading, claim: Claim) -> Claim:
    """The role claim with the time that its sentence gives it, and whether it is still to come or denied."""
    if claim.span is None:
        return claim
    sentence = reading.sentence_at(claim.span.start)
    if sentence is None:
        return claim
    words = _around(reading, sentence, claim)
    if _PLANNED.search(claim.quote) or re.search(
        r"\b(?:will|could|may|might|would)\s(?:be(?:come)?\s)?(?:the\s)?\Z", words[0]
    ):
        claim = evolve(claim, modality=Modality.PLANNED)
    if _NEGATED.search(claim.quote) or re.search(
        r"\b(?:is|was|are|were)\s(?:not|never|no longer)\s(?:the\s|an?\s)?\Z", words[0]
    ):
        claim = evolve(claim, polarity=Polarity.DENIED)
    if _SINCE_THEN.search(f"{words[0]} {claim.quote}") and (day := _day_before(reading, sentence)):
        return evolve(claim, valid_from=day, valid_basis="stated")
    return _dated(reading, sentence, claim)


def _around(reading: Reading, sentence: Sentence, claim: Claim) -> tuple[str, str]:
    start, end = (claim.span.start, claim.span.end) if claim.span else (0, 0)
    text = reading.text
    return text[max(sentence.start, start - 40) : start], text[end : min(sentence.end, end + 60)]


def _dated(reading: Reading, sentence: Sentence, claim: Claim) -> Claim:
    """With the first date that "since", "until" or a verb of change ties to it, or an old one beside it."""
    if claim.span is None:
        return claim
    text, low, high = reading.text, claim.span.start, claim.span.end
    for found in reading.dates_in(sentence.start, sentence.end):
        days = reading.days_of(found, is_future=False)
        if days is None:
            continue
        before = text[max(sentence.start, found.start - 30) : found.start]
        is_near = found.start - high < 60 and low - found.end < 60
        first, last = days.first.isoformat(), days.last.isoformat()
        if _SINCE.search(before) and (is_near or found.start < sentence.start + 30):
            return evolve(claim, valid_from=first, valid_basis="stated")
        between = text[min(low, found.start) : max(high, found.end)]
        is_end = _ENDED.search(between) and found.start > low
        is_others = low < found.start and "," in text[found.end : high]  # until today X, becomes Y
        if is_end or (is_near and _UNTIL.search(before) and not is_others):
            return evolve(claim, valid_to=last, valid_basis="stated")
        if _TAKEN.search(text[max(sentence.start, low - 30) : high + 30]) and len(between) < 160:
            return evolve(claim, valid_from=first, valid_basis="stated")
        if found.year is not None and _is_old(reading, days) and not _NOW.search(claim.quote):
            return evolve(claim, valid_from=first, valid_to=last, valid_basis="date of the sentence")
    return claim


def _day_before(reading: Reading, sentence: Sentence) -> str | None:
    """The last day that the sentence before states."""
    index = reading.sentence_index(sentence)
    earlier = reading.sentences[index - 1] if index else sentence
    for found in reversed(reading.dates_in(earlier.start, earlier.end)):
        if days := reading.days_of(found, is_future=False):
            return days.first.isoformat()
    return None


def _is_old(reading: Reading, days: DateInterval) -> bool:
    """Is it well before the text was written?"""
    written = reading.anchor or reading.weak_anchor
    day = written[0] if isinstance(written, tuple) else written
    return day is not None and (day - days.last).days > _OLD_DAYS
