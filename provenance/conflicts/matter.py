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
    "half third thirds quarter quarters fifth fifths tenth tenths time times day days today yesterday"
    " tomorrow week weeks month months year years whether also never"
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
    r"|(?:can|could|will|would|do|does)(?:not|\snot|n['\u2019]t)\s(?:rule\sout|exclude)"
    r"|no\s(?:final\s)?decision|not\s(?:yet\s)?(?:taken|made|reached)\s(?:a|any)\s(?:final\s)?decision"
    r"|undecided"
    r"|(?:is|are|remains?)\sopen|wonder(?:s|ed|ing)?|would\slike|would\s(?:urge|ask|advise|encourage"
    r"|suggest)|(?:I|we)\s(?:urge"
    r"|encourage|recommend|advise)"
    r"|(?:[Nn]obody|[Nn]o\sone|not|n['\u2019]t)\s(?:yet\s)?known?s?\s(?:yet|why|who|how|what|whether)"
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
    r"|\bnothing\s(?:more|else)\b"
    r"|\b(?:can|could|will|would|do|does)(?:not|\snot|n['\u2019]t)\s(?:rule\sout|exclude)\b"
    r"|\bnot\suntil\b|\bcannot\sbut\b|\bnot\sa\ssingle\b|\bno\sone\selse\b|\bwhether\sor\snot\b|\bif\snot\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|den(?:y|ies|ied|ying)|refus\w+"
    r"|reject(?:s|ed|ing)?|fail(?:s|ed|ing)?|rul(?:e|ed|es|ing)\sout|unable|unwilling)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:may|might|could|perhaps|maybe|possibly|probably|if|unless|whether)\b")
_DOUBT = re.compile(
    r"\b(?:questions|doubts|concerns|rumou?rs?|gossip|hearsay|suspect(?:s|ed)?|wonder(?:s|ed|ing)?"
    r"|would\slike|not\s(?:yet\s)?sure"
    r"|(?:[Nn]obody|[Nn]o\sone|not|n['\u2019]t)\s(?:yet\s)?known?s?\s(?:yet|why|who|how|what|whether)"
    r"|undecided|no\s(?:final\s)?decision)\b"
)
_FURTHER = re.compile(
    r"\b(?:(?<!nothing )(?<!no )more|another|further|later|also|again|next|additional|other|others|even"
    r"|too|as\swell|one\sday"
    r"|eventually|besides)\b"
)
_OWN_PAST = re.compile(r"\b(?:I|we|We)\s(?:may|might|could)\s(?:well\s)?have\b")
_CONDITIONAL = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Pp]rovided|[Oo]nly\swhen|[Aa]s\slong\sas|[Oo]nce|subject\sto|depend\w*)\b"
)
_WISHED = re.compile(
    r"\b(?:(?:ask|asked|asking|apply|applied|appl(?:y|ied)|request|requested|call|called)\sfor|want(?:ed"
    r"|s)?|hop(?:e|ed|ing)"
    r"|wish(?:ed)?|need(?:ed|s)?|plan(?:ned|s)?|intend(?:ed|s)?|aim(?:ed|s)?)\b"
)
_DONE = re.compile(
    r"\b(?:had|has|have)\s(?:already\s|since\s|now\s)?(?:been\s)?[a-z]+(?:ed|en|ught|lt|nt|wn|ne|ld|id|ut"
    r"|et)\b"
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
    plain. `is_negated`: an odd number of negations. `is_partial`: said of a part. `is_open`: with a word of
    possibility or condition. `is_doubt`: doubts, questions, hearsay. `is_further`: of more, or later.
    `is_own_past`: what the speaker may have done. `is_conditional`: under a condition. `is_wished`: asked for
    or planned. `is_done`: has happened. `deeds`: the classes of verbs among the words."""

    text: str
    words: frozenset[str]
    is_weak: bool
    is_hedged: bool
    is_negated: bool
    is_partial: bool
    is_open: bool = False
    is_doubt: bool = False
    is_further: bool = False
    is_own_past: bool = False
    is_conditional: bool = False
    is_wished: bool = False
    is_done: bool = False
    deeds: frozenset[str] = frozenset()


def read_matter(text: str, knowledge: Knowledge) -> Matter:
    """What one clause, or several, says and how."""
    plain = _NO_NEGATION.sub(" ", text)
    negations = len(_NEGATION.findall(plain))
    words, deeds = _read_words(text, knowledge)
    return Matter(
        text,
        words,
        is_weak=_WEAK.search(text) is not None,
        is_hedged=_HEDGED.search(text) is not None,
        is_negated=negations % 2 == 1,
        is_partial=_PARTIAL.search(text) is not None,
        is_open=_OPEN.search(text) is not None,
        is_doubt=_DOUBT.search(text) is not None,
        is_further=_FURTHER.search(text) is not None,
        is_own_past=_OWN_PAST.search(text) is not None,
        is_conditional=_CONDITIONAL.search(text) is not None,
        is_wished=_WISHED.search(text) is not None,
        is_done=_DONE.search(text) is not None,
        deeds=deeds,
    )


def matter_words(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Classes of events, stems of other words of content, and numbers."""
    return _read_words(text, knowledge)[0]


def _read_words(text: str, knowledge: Knowledge) -> tuple[frozenset[str], frozenset[str]]:
    words = [found.group().lower().replace("\u2019", "'") for found in _WORD.finditer(text)]
    found, deeds = set(), set()
    for at, word in enumerate(words):
        pair = f"{word} {words[at + 1]}" if at + 1 < len(words) else ""
        form = knowledge.event_verbs.get(pair) or knowledge.event_verbs.get(word)
        if (
            word in FUNCTION_WORDS
            or word in _EMPTY
            or word in knowledge.number_words
            or (word in knowledge.say_verbs and form is None)
        ):
            continue
        if form is not None and form.event not in _EMPTY:
            found.add(form.event)
            if "N" not in form.kinds:
                deeds.add(form.event)
        found.add(base(word.removesuffix("'s")))
    return frozenset(found - _EMPTY), frozenset(deeds)


@lru_cache(maxsize=20_000)
def base(word: str) -> str:
    """A lower-case word without its ending; of irregular pasts, the verb."""
    return stem(_PAST.get(word) or IRREGULAR.get(word) or word)


def clauses_of(text: str) -> list[str]:
    """The clauses of a quotation, those too short to say anything left out."""
    return [part for part in _CLAUSE.split(text) if part and part.count(" ") >= 2]
