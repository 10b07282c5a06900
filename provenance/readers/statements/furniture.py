"""Page furniture that plain text shows by its words alone: prompts, notices, credits, links to other stories.

Only whole lines, and the credit at the end of a caption: what could be a sentence of an article stays. The
wordings are those in general use on the pages of newspapers, broadcasters, blogs and agencies.
"""

import re
from bisect import bisect
from functools import lru_cache

from provenance.model.sources import Furniture
from provenance.model.sources import FurnitureKind as Kind
from provenance.model.spans import Span
from provenance.readers.statements.prechecks import find_lines, fold_letters, holds_any
from provenance.readers.statements.prompts import (
    CREDIT_HOUSES,
    CREDIT_LINE,
    CREDIT_TAIL,
    CRUMBS,
    LABEL_LINE,
    LEGAL_LINE,
    MAILING_LINE,
    NEWSLETTER,
    NEWSLETTER_ABOUT,
    NEWSLETTER_STARTS,
    NOTICE_STARTS,
    NOTICE_WORDS,
    NOTICES,
    PLAIN_NEWSLETTER,
    PROMPT_STARTS,
    REPLY,
    WHOLE,
)

HEAD_OF_STORIES = "head of other stories"
"""The reason of a line such as "Related stories", which says what follows it."""
Judgement = tuple[Kind, str]
"""What a line is, and why we think so."""

_MARKUP = " \t\u00a0\u3000*_#>|•·\ufeff-–—=~[]{}→›»«‹▸►✕×☰"
_MOST_WORDS = 60
_MOST_PARTS = 12
_TEASER_WORDS = (3, 25)
_MOST_TEASERS = 12
_LONGEST_LINE = 600
_SHORT_PROMPT, _LONGEST_PROMPT = 40, 240
"""Characters: a longer line than the first is only looked at if it begins like a prompt."""

_CREDIT_MARKS = "/:([©"
_CREDIT_SIGNS = ("photo", "picture", "image", "illustration", "credit", "screengrab", "getty")
"""A mark, and a sign, © or a slash beside a house, stand in every credit: looking for them first is
quicker."""
_CREDIT_WORDS = 14
_BARS = re.compile(r"\s?[|•·]\s?")
_BAR = "|•·"
_LEAST_REPLIES = 2
_REPLY_REACH = 4
"""Lines of one comment, about."""
_STOPPED = re.compile(r"[.!;:][\"'”’)\]]{0,2}$")
_TAIL_CHARS = 200


def judge_line(line: str) -> Judgement | None:
    """What kind of furniture a whole line is by its words; None for all that an article may say."""
    text = line.strip(_MARKUP + "\n\r")
    if not text or len(text) > _LONGEST_LINE:
        return None
    parts = [part for part in _BARS.split(text) if part.strip()] if holds_any(text, _BAR) else []
    if 1 < len(parts) <= _MOST_PARTS:
        judged = [_judge_part(part.strip(_MARKUP)) for part in parts]
        return judged[0] if None not in judged else _judge_part(text)
    return _judge_part(text)


def _judge_part(text: str) -> Judgement | None:
    if len(text) <= _SHORT_PROMPT:
        return _judge_short(text)
    may_prompt = len(text) <= _LONGEST_PROMPT and _starts_like_prompt(text)
    return (_judge_prompt(text) if may_prompt else None) or _judge_notice(text)


@lru_cache(maxsize=4096)
def _judge_short(text: str) -> Judgement | None:
    """What is known is kept, for the pages of one house have their prompts in common."""
    return _judge_prompt(text) or _judge_notice(text)


def _starts_like_prompt(text: str) -> bool:
    first = text.split(None, 1)[0].casefold().strip("([:,.|©")
    return first in PROMPT_STARTS or first[:1].isdigit() or "/" in text


def _judge_prompt(text: str) -> Judgement | None:
    for kind, reason, pattern in WHOLE:
        if pattern.fullmatch(text):
            return kind, reason
    if LABEL_LINE.fullmatch(text) or CRUMBS.match(text):
        return Kind.NAVIGATION, "list of sections or tags"
    if len(text.split()) <= _CREDIT_WORDS and CREDIT_LINE.fullmatch(text):
        return Kind.CREDIT, "credit of a picture"
    if LEGAL_LINE.fullmatch(text) and len(text.split()) > 1:  # a section may well be called "Jobs"
        return Kind.NOTICE, "links to terms and contacts"
    if PLAIN_NEWSLETTER.fullmatch(text) or MAILING_LINE.fullmatch(text):
        return Kind.NEWSLETTER, "invitation to subscribe or give"
    return None


def _judge_notice(text: str) -> Judgement | None:
    folded = fold_letters(text)
    may_be_notice = folded.startswith(NOTICE_STARTS) or holds_any(folded, NOTICE_WORDS) or "©" in text
    may_invite = folded.startswith(NEWSLETTER_STARTS)
    if not (may_be_notice or may_invite) or len(text.split()) > _MOST_WORDS:
        return None
    if may_be_notice and NOTICES.match(text):
        return Kind.NOTICE, "notice of rights, cookies or browser"
    if may_invite and NEWSLETTER.match(text) and NEWSLETTER_ABOUT.search(text) and '"' not in text:
        return Kind.NEWSLETTER, "invitation to subscribe or give"
    return None


def find_credit_tail(line: str) -> tuple[int, int] | None:
    """(start, end) of the credit that ends a caption; None if there is none, or nothing else."""
    begin = max(0, len(line) - _TAIL_CHARS)
    tail = line[begin:]
    hit = CREDIT_TAIL.search(line, begin) if _may_hold_credit(tail) else None
    before = line[: hit.start()].rstrip() if hit else ""
    if hit is None or not any(letter.isalnum() for letter in before):
        return None
    if hit.group()[0] not in "([" and before[-1] not in ".!?…\"'”’)|–—-/;":
        return None
    return hit.start(), hit.start() + len(hit.group().rstrip())


def _may_hold_credit(tail: str) -> bool:
    """Only what may: the pattern is not quick."""
    if not holds_any(tail, _CREDIT_MARKS):
        return False
    is_named = holds_any(fold_letters(tail), _CREDIT_SIGNS) or "©" in tail
    return is_named or ("/" in tail and holds_any(tail, CREDIT_HOUSES))


def find_furniture(text: str, source_id: str) -> list[Furniture]:
    """The lines of `text` that are page furniture, in order; of captions, the credit at the end.

    Lines that follow a head such as "Related stories" are teasers while they read like headlines: few words
    and no full stop. Readers' comments are marked where a head and their own prompts enclose them.
    """
    places = find_lines(text, _MARKUP)
    lines = [text[start:end] for start, end in places]
    judged = [judge_line(line) for line in lines]
    _judge_teasers(lines, judged)
    _judge_comments(lines, judged)
    found = []
    for line, (start, end), judgement in zip(lines, places, judged, strict=True):
        if judgement is not None:
            span = Span(source_id, end - len(line.lstrip()), start + len(line.rstrip()))
            found.append(Furniture(span, *judgement))
        elif tail := find_credit_tail(line):
            span = Span(source_id, start + tail[0], start + tail[1])
            found.append(Furniture(span, Kind.CREDIT, "credit of a picture"))
    return found


def _judge_teasers(lines: list[str], judged: list[Judgement | None]) -> None:
    """The headline-like lines under a head of other stories; not the one above prose, which may head it."""
    for number, judgement in enumerate(judged):
        if judgement != (Kind.TEASER, HEAD_OF_STORIES):
            continue
        end = number + 1
        while end < len(lines) and end - number <= _MOST_TEASERS and judged[end] is None:
            if not _reads_like_headline(lines[end]):
                break
            end += 1
        is_above_prose = end < len(lines) and judged[end] is None
        last = end - 1 if is_above_prose and end - number > 2 and _is_apart(lines[end - 1]) else end
        for teaser in range(number + 1, last):
            judged[teaser] = (Kind.TEASER, "line under a head of other stories")


def _reads_like_headline(line: str) -> bool:
    words = line.split()
    return _TEASER_WORDS[0] <= len(words) <= _TEASER_WORDS[1] and not _STOPPED.search(line.strip())


def _is_apart(line: str) -> bool:
    """Does no bullet or number begin the line, as in a list of links?"""
    return not re.match(r"\s{0,9}(?:[-*•·]|\d{1,2}[.)])\s", line)


def _judge_comments(lines: list[str], judged: list[Judgement | None]) -> None:
    """From the first head of comments that their prompts follow closely to the last of these."""
    heads = [
        number
        for number, judgement in enumerate(judged)
        if judgement and judgement[0] is Kind.COMMENTS and not REPLY.fullmatch(lines[number].strip())
    ]
    replies = [n for n, line in enumerate(lines) if REPLY.fullmatch(line.strip())] if heads else []
    for head in heads:
        following = bisect(replies, head)
        if len(replies) - following < _LEAST_REPLIES or replies[following] - head > _REPLY_REACH:
            continue
        end = head
        for reply in replies[following:]:
            end = reply if reply - end <= 2 * _REPLY_REACH else end
        for number in range(head + 1, end + 1):
            judged[number] = judged[number] or (Kind.COMMENTS, "between prompts of readers' comments")
        return
