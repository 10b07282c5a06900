"""What a block says: of its publisher, of the law, to the reader of the page; or of something that happened.

Origin of the word lists: general knowledge of English pages, contracts and grammar, written for this project.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_BODIES = (
    "organi[sz]ation|institute|institution|foundation|centre|center|compan(?:y|ie)|corporation|charit(?:y|ie)|"
    "agenc(?:y|ie)|newspaper|magazine|website|network|broadcaster|publisher|publication|association|"
    "think tank|group|provider|manufacturer|universit(?:y|ie)|council|service|project|initiative"
)
_CAPITAL = "[A-Z\u00c0-\u00de\u0410-\u042f]"
# Of the block's own first words, and of what a body is, not of what somebody is in one.
_SELF_DESCRIPTION = re.compile(
    rf"\A\W{{0,9}}(?:(?:About|ABOUT)\b[^\n:]{{0,80}}[\n:]\s{{0,9}})?(?:[Tt]he )?{_CAPITAL}[^.!?\n;:]{{0,80}}?"
    r" (?:is|are) (?:an?|the|one of the)\b"
    rf"(?:(?! (?:of|at|for|from|with|by|in|who|that) )[^.!?\n;]){{0,90}}? (?:{_BODIES})s?\b"
)
# Legal lines and headings in the forms in which pages print them: a story can be about a copyright.
_FURNITURE = re.compile(
    r"(?i:\ball rights reserved\b)|\u00a9|\([cC]\) ?(?:19|20)\d\d|"
    r"(?i:\balle rechte vorbehalten\b|\btous droits r\u00e9serv\u00e9s\b|\btutti i diritti riservati\b|"
    r"\btodos los derechos reservados\b|\btodos os direitos reservados\b|\balle rechten voorbehouden\b|"
    r"\bвсе права защищены\b|جميع الحقوق محفوظة)|"
    "版权所有|版權所有|無断転載|"
    r"\b(?i:copyright) (?:\([cC]\) ?)?(?:(?:19|20)\d\d\b|[A-Z][\w.& ]{1,60} (?:19|20)\d\d\b)|"
    r"\b(?i:(?:is|are) (?:protected by|subject to) copyright)\b|"
    r"\b(?i:may not be (?:published|reproduced|reprinted|rewritten|broadcast|redistributed|copied))\b|"
    r"\b(?i:may be (?:reproduced|copied|quoted|reprinted) (?:only )?(?:with|without|without))\b|"
    r"\b(?i:terms (?:of (?:use|service)|and conditions)(?: and| ?[|,\u00b7]) privacy)\b|"
    r"\b(?i:(?:opinions|views) expressed (?:here|in this|by (?:the )?(?:author|contributor|writer)))|"
    r"\b(?i:(?:opinions|views) (?:of|by) (?:its|the|our) (?:authors?|contributors?|writers?) are "
    r"(?:their|his|her) own)\b|"
    r"^[ \t]*(?i:notes? to editors|disclaimer|about us|about the (?:authors?|company|organi[sz]ation))\b",
    re.MULTILINE,
)
# What a page asks of its reader, at the beginning of a sentence.
_ASKS = re.compile(
    r"(?:^|[.!?|]\s)[ \t]*(?:Please |To )?(?i:subscribe (?:to|now|for)|sign up (?:to|for|now|here)|"
    r"donate (?:to|now|here)|contact us|read more|click here|follow us|join our|support our|"
    r"for (?:more|further) information(?:[^.!?\n,:]{0,80}[,:]? (?:please|visit|contact|see|call|phone|ring|"
    r"e-?mail|write to|go to|click|read|check|consult|ask|follow)\b|[^.!?\n:]{0,40}:))|"
    r"\b(?i:(?:this|our) (?:site|website|page) uses cookies)\b",
    re.MULTILINE,
)
# What only those say who have the reader before them, or want to be reached; and lines that are a menu.
_SPEAKS = (
    r"\b(?i:our|ours|us|we|you|your|yours)\b|"
    r"\b(?i:this (?:article|story|report|page|site|website|newspaper|column|newsletter|series|"
    r"magazine|publication))\b|"
    r"\b(?i:letters? to the editor|published by|printed (?:in|by)|issn|isbn|e-?mail|tel\.?|fax|phone)\b[ :.]|"
    r"\bwww\.|https?://|[\w.]@\w|\+\d{1,3}[ \d()-]{6}|"
    r"^[^\n|\u00b7\u2022]{1,40}(?:[|\u00b7\u2022][^\n|\u00b7\u2022]{1,40}){3}"
)
_CLAUSE = (  # compiled when first looked for: few texts have any
    r"\b(?i:governed by,? (?:and (?:construed|interpreted) in accordance with,? )?(?:the )?laws? of|"
    r"construed in accordance with|conflicts? of laws?|"
    r"disputes? (?:or claims? )?(?:arising|arises) (?:out of|under|from|in connection with)|"
    r"(?:exclusive )?jurisdiction of the courts|(?:settled|resolved) by (?:binding )?arbitration|"
    r"(?:invalid|illegal|unlawful|void),? or unenforceable|remain in (?:full )?force|severab(?:le|ility)|"
    r"(?:the|its) entire agreement|supersedes all (?:prior|previous|earlier)|"
    r"force majeure|beyond (?:its|their) (?:reasonable )?control|indemnify|hold harmless|"
    r"(?:may|shall) (?:not )?(?:be )?(?:assigned?|amend(?:ed)?|modif(?:y|ied)|var(?:y|ied))\b[^.;\n]{0,80}"
    r"\b(?:without|except|unless|in writing)|"
    r"waiver of any|no waiver|deemed (?:to be )?(?:an original|a waiver)|"
    r"in (?:any number of|one or more) counterparts|"
    r"forward-looking (?:statements?|information)|undertakes? no (?:obligation|duty) to|"
    r"(?:could|may|might|can) differ materially|past performance is (?:not|no)|"
    r"does not constitute (?:an? )?(?:offer|solicitation|recommendation|\w+ advice)|"
    r"(?:for|solely for) (?:general )?informational purposes|not (?:intended (?:as|to be)|a substitute for) "
    r"(?:\w+ ){0,3}advice|without (?:any )?warrant(?:y|ies)|extent permitted by (?:applicable )?law|"
    r"accepts? no (?:liability|responsibility)|shall not be (?:held )?liable|"
    r"(?:reserves?|have|has) the right to (?:change|amend|refuse|terminate))\b"
)
_LEGALESE = re.compile(
    r"\b(?:shall|hereby|herein|hereof|hereto|thereof|hereunder|pursuant|notwithstanding|"
    r"(?:this|the) (?:Agreement|Contract|Lease|Licen[cs]e|Terms))\b"
)
_STEMS = (
    "laws of|law of|of law|accordance with|arbitr|disput|jurisd|unenf|full force|in force|sever|entire agr|"
    "supersed|majeure|able control|their control|its control|indemn|harmless|assign|amend|modif|vary|"
    "varied|waiver|counterp|deemed|forward-l|no obligation|no duty|differ mat|Past perf|past perf|"
    "does not con|al purposes|"
    "advice|warrant|permitted by|liab|no responsib|the right to|shall|hereby|herein|hereof|hereto|hereunder|"
    "thereof|pursuant|otwithstanding|Agreement|Contract|Lease|Licen|Terms"
).split("|")
"""Parts of words, one of which any clause has."""
_HEAD = 240
"""Code points from the beginning of a block in which one of them stands in the first clause."""
_SENTENCE = re.compile(r"[.!?\u2026]+[\"\u201d\u2019\u00bb)]{0,2}\s+|\n\s*|[\u3002\uff01\uff1f]")

_NOTE_PARTICIPLES = frozenset(
    "accompanied added advised affiliated allowed appointed associated attributed audited authored "
    "authorised authorized awarded based built charged chartered collected committed compiled composed "
    "construed contained contributed controlled copied copyrighted created credited curated dated "
    "dedicated deemed delivered described designed devoted directed displayed distributed drawn edited "
    "employed endorsed engaged established expressed featured financed focused focussed formed founded "
    "funded generated governed headquartered held hosted illustrated included incorporated independently "
    "inspired intended interested invested issued known launched licensed limited linked listed located "
    "made maintained managed mentioned named needed obtained offered operated organised organized owned "
    "paid permitted posted powered prepared presented printed produced protected provided published read "
    "recognised recognized recommended recorded redistributed referenced registered regulated related "
    "released removed reported represented reproduced republished required reserved respected retained "
    "reviewed rewritten run selected sent set shared situated sponsored staffed started stated stored "
    "submitted subscribed supplied supported syndicated taken told translated transmitted trusted united "
    "updated used verified written".split()
)
"""Participles with which notes say who made something and how; their finite forms say little else."""
_MADE = frozenset(
    "based built commissioned compiled created drawn edited established financed formed founded funded "
    "generated hosted illustrated incorporated inspired launched named prepared printed produced provided "
    "published registered republished set sponsored started supplied supported translated updated "
    "written".split()
)
"""Those that say so after "was"."""
_BEGUN = frozenset("authored created edited established formed founded launched started".split())
"""Those that say so before an object too ("who founded the paper")."""
_STRONG = frozenset(
    "arisen begun broken chosen come driven fallen fled flown fought found given gone grown heard kept "
    "left lost met risen seen shot spoken stolen struck sunk thrown".split()
)
"""Participles without -ed of things that happen."""
_NO_PARTICIPLES = frozenset("hundred sacred naked kindred hatred wicked rugged ragged crooked".split())
_BEFORE_PARTICIPLES = frozenset(
    "a an the our your their its his her this that these those all any some no not or is are be been "
    "being of for with to by in on as also if unless when where as more most less so than".split()
)
_DAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_DAY = re.compile(
    rf"(?<!every )(?<!each )(?<!to )(?<!through )(?<!until )(?<!till )(?<![-\u2013])"
    rf"\b(?:{_DAYS})day\b(?!s| ?(?:to|through|until|till|[-\u2013]) ?(?:{_DAYS}))|"
    r"\b(?:yesterday|tonight|today(?= \w)|last (?:night|week|month|year)|"
    r"(?:this|next) (?:morning|afternoon|evening|week|month)|"
    r"(?:hours?|days?|weeks?|months?) (?:ago|later|earlier))\b"
)
_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b|\b(?:{_MONTHS})\.? \d{{1,2}}\b")
_OF_PAGE = re.compile(
    r"(?i:\u00a9|copyright|publish|updated|founded|established|launched|effective|revised|modified|reviewed|"
    r"registered|incorporated)"
)
_PAST = re.compile(
    r"\b(?:had|did|didn|went|came|took|gave|saw|rose|fell|began|broke|chose|drew|drove|ate|flew|forgot|grew|"
    r"knew|ran|sang|sank|shook|spoke|stole|swam|threw|woke|wore|wrote|became|froze|said|"
    r"(?:he|she|it|they|who|which|we|I) (?:told|felt|fought|heard|held|kept|left|led|lost|made|met|paid|sent|"
    r"shot|stood|struck|taught|thought|won|bought|brought|built|found)|"
    r"(?<!has )(?<!have )(?<!to )(?<!be )(?<!is )(?<!are )(?<!been )(?:told|felt|fought|heard|held|kept|left|"
    r"led|lost|made|met|paid|sent|shot|stood|struck|taught|thought|won|bought|brought|found)"
    r" (?:the|an?|his|her|its|their|that|him|them|it|\d+|[a-z]+ (?:people|men|women|children)))\b"
)
_WORD_BEFORE = r"(?:(?<!\w)([\w'\u2019-]{1,40}),? (?:\w{1,30}ly )?)?"
_PARTICIPLE = re.compile(
    rf"{_WORD_BEFORE}\b([a-z]{{2,30}}ed)\b( (?:the|an?|his|her|its|their|him|them|\d+)\b)?"
)
_WAS = re.compile(
    r"\b(?:was|were|wasn|weren)\b(?: (?:not|first|originally|also|last|jointly|\w{1,30}ly))? ?([a-z]*)"
)
_PERFECT = re.compile(
    r"(?:\b(you) )?\b(?:has|have|ha[sv]e not)(?: (?:been|now|also|already|just|\w{1,30}ly)){0,2} ([a-z]+)"
)
_LONG_SINCE = re.compile(r"\b(?:since|years|decades|centur(?:y|ies)|always|long|offices|awards?|prizes?)\b")
_GRAMMAR = re.compile(
    r"\b(?:the|and|are|our|your|you|we|this|these|that|its|it|they|their|with|from|any|may|not|who|which|"
    r"please)\b",
    re.IGNORECASE,
)
"""Words of English grammar that its neighbours do not have."""
_WORD = re.compile(r"\w+")
_FEW_WORDS = 8
"""A sentence of so many words (an address, a name) needs no grammar to be read as part of a note."""
FEW_UNREAD = 4
"""One sentence in so many may lack the common words of English, and the block still be English."""
MOST_NOTE = 3_000
"""The longest note, code points."""
MOST_CLAUSES = 20_000
"""The longest row of standard clauses, code points."""


@lru_cache(maxsize=256)  # a block is asked about for each pair of texts that have it
def is_furniture(block: str) -> bool:
    """Does the block describe its publisher, or speak to the reader of the page, and tell no event? All of it
    must be read to say so: of a language without lists, each sentence must be a legal line itself."""
    return len(block) <= MOST_NOTE and has_sign(block) and _tells_nothing(block)


def has_sign(block: str) -> bool:
    """Does anything in the block look like furniture, whatever else it tells?"""
    return any(pattern.search(block) for pattern in (_FURNITURE, _ASKS)) or bool(
        _SELF_DESCRIPTION.match(block[:400])
    )


@lru_cache(maxsize=256)
def speaks_to_reader(block: str) -> bool:
    """Is it furniture, or words to somebody who reads the page (we, you, an address, a menu), and no event?
    Signs so weak tell nothing by themselves."""
    if len(block) > MOST_NOTE or not (re.search(_SPEAKS, block, re.MULTILINE) or has_sign(block)):
        return False
    return _tells_nothing(block)


def _tells_nothing(block: str) -> bool:
    sentences = list(sentences_of(block))
    unread = sum(not _is_readable(each) for each in sentences)
    return unread * FEW_UNREAD <= len(sentences) and not any(map(tells_news, sentences))


def is_legal(block: str) -> bool:
    """Is the block nothing but standard clauses, as contracts and releases have them from forms?"""
    if len(block) > MOST_CLAUSES:
        return False
    head = block[:_HEAD]
    for stem in _STEMS:  # most blocks have none
        if stem in head:
            return _is_all_clauses(block)
    return False


@lru_cache(maxsize=256)
def _is_all_clauses(block: str) -> bool:
    clauses = others = 0
    for each in sentences_of(block):  # most blocks are told by their first sentence
        if re.search(_CLAUSE, each):
            clauses += 1
        elif _LEGALESE.search(each):
            others += 1
        else:
            return False
    return clauses >= others and not any_news(block)


def any_news(block: str) -> bool:
    """Does a sentence of the block tell something that happened?"""
    return any(tells_news(each) for each in sentences_of(block[:MOST_CLAUSES]))


def tells_news(sentence: str) -> bool:
    """Does the sentence tell something that happened: on a day, or with a verb in the past that does not say
    who made a thing?"""
    if _DAY.search(sentence) or _PAST.search(sentence):
        return True
    if _DATE.search(sentence) and not _OF_PAGE.search(sentence):
        return True
    if any(found[1] not in _MADE for found in _WAS.finditer(sentence)):
        return True
    return _has_perfect(sentence) or any(
        _is_finite(*found.groups()) for found in _PARTICIPLE.finditer(sentence)
    )


def _has_perfect(sentence: str) -> bool:
    if _LONG_SINCE.search(sentence):
        return False
    return any(
        not found[1]
        and found[2] not in _NOTE_PARTICIPLES
        and (found[2].endswith("ed") or found[2] in _STRONG)
        for found in _PERFECT.finditer(sentence)
    )


def _is_finite(before: str | None, word: str, thing: str | None) -> bool:
    """`before`: the word before; `thing`: what begins an object behind it."""
    if word in _NOTE_PARTICIPLES and not (thing and word not in _BEGUN):
        return False
    if word.endswith("eed") or word in _NO_PARTICIPLES:
        return False
    return before is None or before.lower() not in {*_BEFORE_PARTICIPLES, "has", "have"}


def _is_readable(sentence: str) -> bool:
    """Is it English, a legal line or a mere name or address?"""
    if _GRAMMAR.search(sentence) or has_sign(sentence):
        return True
    return len(_WORD.findall(sentence)) <= _FEW_WORDS and len(sentence) <= _FEW_WORDS * 10


def sentences_of(block: str) -> Iterator[str]:
    """Sentences and lines; what a stop of an abbreviation cuts is no harm."""
    start = 0
    for found in _SENTENCE.finditer(block):
        if block[start : found.start()].strip():
            yield block[start : found.start()]
        start = found.end()
    if block[start:].strip():
        yield block[start:]
