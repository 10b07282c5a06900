"""Set phrases that say whose words are quoted: in the words of X, as X put it, it came from X."""

import re

from provenance.claims.quotations import Quotation
from provenance.claims.reading import Reading, Sentence
from provenance.claims.speakers import Speaker, Speakers

_SPEECH = (
    "remarks?|phrases?|words?|claims?|charges?|accusations?|allegations?|assertions?|statements?|warnings?|promises?"
    "|pledges?|threats?|comments?|arguments?|verdict|description|admission|insistence|complaints?|predictions?"
    "|assurances?|reply|answer|response|quip|joke|dictum|slogan|plea|appeal|boast|demand|denial|confession"
    "|observation|conclusion|testimony|tweet|post|message|letter|telegram|line|sentence"
)
_OWNED = re.compile(rf"['\u2019]s?\s(?:[\w-]{{1,20}}\s){{0,3}}(?:{_SPEECH})\b", re.IGNORECASE)
_WRITTEN = re.compile(
    r"['\u2019]s?\s(?:[\w-]{1,20}\s){0,3}(?:communiqu[eé]|statement|letter|report|release|telegram"
    r"|message|post|memo"
    r"|manifesto|declaration|petition|ruling|judge?ment|memoirs?|book|blog|newsletter|notice|note"
    r"|resolution|charter)\b",
    re.IGNORECASE,
)
_OPENING_CHARS = 12
_MADE_BY = re.compile(
    rf"\b(?:{_SPEECH})\b,?[^.;\"\u201c\u201d]{{0,80}}?\b(?:made|levell?ed|voiced|uttered|given|delivered"
    rf"|coined|used|written"
    r"|spoken|attributed)\b[^.;\"\u201c\u201d]{0,60}?\s(?:by|to)\s(?=[A-Za-z])",
    re.IGNORECASE,
)
_THAT_OF = re.compile(
    rf"\b(?:{_SPEECH})\b[^.;\"\u201c\u201d]{{0,80}}?\b(?:was|were|is|are)\s(?:that|those|the\sone)\sof\s",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"\b(?:in\sthe\s(?:words|phrase|formula|opinion|view)\sof|(?:to\s(?:quote|cite"
    rf"|borrow)(?:\sa\s(?:{_SPEECH})\sof)?))\s",
    re.IGNORECASE,
)
_WITH_WORDS = re.compile(
    r"[\s:\u2013\u2014-]*\b(?:with|in|using)\s(?:these|those|such)\swords,?\s", re.IGNORECASE
)
_PUT_IT = re.compile(
    r"\b(?:as|is\show|was\show|how)\s(?P<who>[^.;\"\u201c\u201d]{2,120}?),?\s(?:has\s|had\s)?(?:put"
    r"|phrased|described)\sit\b"
)
_ATTRIBUTED = re.compile(
    r"\b(?:attributed|ascribed|credited)\s(?:by\s[^,;.\"\u201c\u201d]{2,60}?\s)?to\s", re.IGNORECASE
)
_CAME_FROM = re.compile(
    rf"\s*(?:(?:It|This|That|They|These|The\s(?:{_SPEECH}))\s(?:came|were|was|are|is)\s"
    rf"(?:from|by|those\sof|that\sof|the\s(?:{_SPEECH})\sof)\s"
    r"|(?:Its|Their|Whose)\s(?:author|speaker|writer|originator)s?(?:,|\swas|\sis)\s"
    rf"|(?:So|Thus)\s(?:said|spoke|wrote)\s)"
)
_JUDGED = re.compile(r"\w.*\b(?:is|are|was|were|be|been|as|being)\s\Z", re.DOTALL)
_OPENED = re.compile(r"[.!?]\s*\Z")
_OWN_WORDS = re.compile(
    rf"\b(?P<who>His|Her|his|her)\s(?:[\w-]{{1,20}}\s){{0,3}}(?:{_SPEECH})\b[^.;\"\u201c\u201d]{{0,80}}:\s?\Z",
)
"""Her line has gone round the world: ..."""
SAID_SO = re.compile(
    r"\s(?:that|this|so|these\swords|those\swords|the\swords|the\ssentence|as\smuch)"
    r"(?=\s(?:to|in|at|on|after|before|when|while|during|last|yesterday|from|outside|over)\b|[,.;])"
)
"""X said that to the crowd: of the words that stand before."""
_SAID = re.compile(r"(?:said|says|wrote|spoke|uttered|shouted|declared)\Z")
_LOOK_AFTER = 200


def find_tag_after(
    reading: Reading, speakers: Speakers, quotation: Quotation, last: Speaker | None
) -> Speaker | None:
    """Who is named behind the quotation by a set phrase, in its sentence or at the head of the next one."""
    sentence = reading.sentence_at(max(quotation.start, quotation.end - 1))
    if sentence is None:
        return None
    text = reading.text
    limit = min(sentence.end, quotation.end + _LOOK_AFTER, reading.next_quotation(quotation.end))
    for pattern in (_IN_WORDS, _WITH_WORDS, _ATTRIBUTED):
        if found := pattern.search(text, quotation.end, limit):
            return speakers.after(sentence, found.end(), last)
    if put := _PUT_IT.search(text, quotation.end, limit):
        return speakers.after(sentence, put.start("who"), last)
    return _from_next(reading, speakers, sentence, last)


def _from_next(
    reading: Reading, speakers: Speakers, sentence: Sentence, last: Speaker | None
) -> Speaker | None:
    following = reading.sentence_index(sentence) + 1
    if following >= len(reading.sentences):
        return None
    after = reading.sentences[following]
    if came := _CAME_FROM.match(reading.text, after.start, after.end):
        return speakers.after(after, came.end(), last)
    return _said_so(reading, speakers, after, last)


def _said_so(reading: Reading, speakers: Speakers, after: Sentence, last: Speaker | None) -> Speaker | None:
    """X, the head of A, said that to the crowd."""
    for verb in speakers.verbs.between(after.start, after.end)[:2]:
        is_said = _SAID.match(reading.text, verb.start, verb.end) is not None
        if is_said and SAID_SO.match(reading.text, verb.end, after.end):
            return speakers.subject_of(after, verb.start, last)
    return None


def find_tag_before(
    reading: Reading, speakers: Speakers, sentence: Sentence, quotation: Quotation, last: Speaker | None
) -> Speaker | None:
    """Whose remark, charge or words the quotation is said to be, in front of it."""
    text = reading.text
    start, end = sentence.start, quotation.start
    for pattern in (_MADE_BY, _THAT_OF, _IN_WORDS):
        found = next(iter([*pattern.finditer(text, start, end)][-1:]), None)
        if found is not None and not _OPENED.search(text, start, found.start()):
            return speakers.after(sentence, found.end(), last)
    if put := _PUT_IT.search(text, start, end):
        return speakers.after(sentence, put.start("who"), last)
    own = _OWN_WORDS.search(text, start, end)
    if own and not any(m.span.end <= own.start() for m in sentence.mentions):
        return speakers.pronoun("he", own.start(), last)
    for mention in reversed(sentence.mentions):
        if mention.span.end > end:
            continue
        if mention.span.start - start <= _OPENING_CHARS and _WRITTEN.match(text, mention.span.end, end):
            return speakers.of(mention)
        owned = _OWNED.match(text, mention.span.end, end)
        if owned and not speakers.verbs.between(owned.end(), end):
            is_judged = _JUDGED.search(text[owned.end() : end]) is not None
            told = [v for v in speakers.verbs.between(start, mention.span.start) if not v.is_participle]
            return None if is_judged or told else speakers.of(mention)
    return None
