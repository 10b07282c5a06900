"""What a stretch of speech is about: classes of events, stems and numbers, and how firmly it is said."""

import re
from functools import lru_cache

from attrs import frozen

from provenance.conflicts.words import FUNCTION_WORDS, IRREGULAR, stem
from provenance.model.knowledge import Knowledge

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_PAST = dict(
    pair.split(":")
    for pair in "knew:know known:know took:take taken:take gave:give given:give saw:see seen:see went:go "
    "gone:go "
    "came:come said:say told:tell thought:think kept:keep held:hold paid:pay spent:spend stood:stand"
    " spoke:speak "
    "spoken:speak heard:hear felt:feel grew:grow grown:grow drew:draw drawn:draw threw:throw thrown:throw "
    "chose:choose chosen:choose forgot:forget forgotten:forget hurt:hurt fed:feed taught:teach sought:seek "
    "made:make did:do done:do".split()
)
_EMPTY = frozenset(
    "say tell add go come get make take give put see look thing things way people man woman men women mr"
    " mrs ms dr "
    "time times day days today yesterday tomorrow week weeks month months year years whether also never"
    " ever".split()
)
"""Words so common that sharing them tells nothing."""

_WEAK = re.compile(
    r"\b(?:(?:may|might|could)(?!\s+(?:not|n['\u2019]t)\b)|perhaps|maybe|possibl[ey]|possibility"
    r"|consider(?:s|ed|ing)?"
    r"|look(?:s|ed|ing)?\s(?:at|into)|examin(?:e|es|ed|ing)|explor(?:e|es|ed|ing)|stud(?:y|ies|ied"
    r"|ying)\s(?:the|whether|a|how)"
    r"|(?:decid\w+|know|see|ask|unclear|review\w*|discuss\w*|debat\w+)\s(?:[\w'\u2019]+\s){0,4}?whether"
    r"|suspect(?:s|ed)?"
    r"|rumou?rs?|gossip|hearsay|(?:have|has|had|raise[sd]?|some|many|serious)\s(?:[a-z]+\s)?(?:questions"
    r"|doubts|concerns)"
    r"|wonder(?:s|ed|ing)?|would\slike|would\s(?:urge|ask|advise|encourage|suggest)|(?:I|we)\s(?:urge"
    r"|encourage|recommend|advise)"
    r"|not\s(?:yet\s)?(?:sure|certain|decided)|too\searly|hypothe\w+)\b"
)
_HEDGED = re.compile(
    r"\b(?:(?-i:may)|might|could|can|perhaps|maybe|possibl[ey]|possibility|probabl[ye]|likely|consider\w*"
    r"|look\w*\s(?:at|into)|examin\w+"
    r"|explor\w+|study\w*|whether|suspect\w*|rumou?r\w*|gossip|hearsay|talk|reports?|speculat\w+"
    r"|questions?|questioned|doubt\w*"
    r"|concern\w*|wonder\w*|think\w*|believ\w+|hop(?:e|es|ed|ing)|would\slike|wish\w*|want\w*|seem\w*"
    r"|appear\w*|guess\w*|unclear"
    r"|unsure|if|unless|provided|should|urg(?:e|es|ed|ing)|recommend\w*|encourag\w+|ask\w*|advis\w+"
    r"|suggest\w*|expect\w*|discuss\w*"
    r"|weigh\w*|potential\w*|option\w*|propos\w+|aim\w*|plan\w*|intend\w*|about\sto|review\w*|alleg\w+"
    r"|seek\w*|try\w*|tried|up\sto)\b",
    re.IGNORECASE,
)
_NO_NEGATION = re.compile(
    r"\bnot\s(?:only|just|merely|simply|solely|least)\b|\bno\s(?:longer|doubt|sooner|less|fewer|matter)\b"
    r"|\bnot\suntil\b|\bcannot\sbut\b|\bnot\sa\ssingle\b|\bno\sone\selse\b|\bwhether\sor\snot\b|\bif\snot\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|den(?:y|ies|ied|ying)|refus\w+"
    r"|reject(?:s|ed|ing)?|fail(?:s|ed|ing)?|rul(?:e|ed|es|ing)\sout|unable|unwilling)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\bnot\s(?:only|just|merely|simply|solely|entirely|wholly|fully|all|completely|the\sonly)\b"
    r"|\bnot\s(?:[\w'\u2019]+\s){1,4}alone\b"
    r"|\b(?:partly|in\spart|partially|to\ssome\sextent|to\sa\sdegree|share[sd]?\s(?:the\s)?blame)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;!?:]\s+|,\s+(?:and|but|so|yet)\s+|\s+but\s+|\s[\u2013\u2014]\s")


@frozen
class Matter:
    """`words`: classes, stems and numbers. `is_weak`: said as a possibility. `is_hedged`: anything less than
    plain. `is_negated`: an odd number of negations. `is_partial`: said of a part."""

    text: str
    words: frozenset[str]
    is_weak: bool
    is_hedged: bool
    is_negated: bool
    is_partial: bool


def read_matter(text: str, knowledge: Knowledge) -> Matter:
    """What one clause, or several, says and how."""
    plain = _NO_NEGATION.sub(" ", text)
    negations = len(_NEGATION.findall(plain))
    return Matter(
        text,
        matter_words(text, knowledge),
        _WEAK.search(text) is not None,
        _HEDGED.search(text) is not None,
        negations % 2 == 1,
        _PARTIAL.search(text) is not None,
    )


def matter_words(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Classes of events, stems of other words of content, and numbers."""
    words = [found.group().lower().replace("\u2019", "'") for found in _WORD.finditer(text)]
    found = set()
    for at, word in enumerate(words):
        pair = f"{word} {words[at + 1]}" if at + 1 < len(words) else ""
        form = knowledge.event_verbs.get(pair) or knowledge.event_verbs.get(word)
        if word in FUNCTION_WORDS or word in _EMPTY or (word in knowledge.say_verbs and form is None):
            continue
        if form is not None and form.event not in _EMPTY:
            found.add(form.event)
        found.add(base(word.removesuffix("'s")))
    return frozenset(found - _EMPTY)


@lru_cache(maxsize=20_000)
def base(word: str) -> str:
    """A lower-case word without its ending; of irregular pasts, the verb."""
    return stem(_PAST.get(word) or IRREGULAR.get(word) or word)


def clauses_of(text: str) -> list[str]:
    """The clauses of a quotation, those too short to say anything left out."""
    return [part for part in _CLAUSE.split(text) if part and part.count(" ") >= 2]
