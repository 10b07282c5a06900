"""Who belongs to what, and who does not: clauses with belong, join, leave, sit on, and lists of members."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from provenance.claims.belonging_lists import left_out, of_lists, of_wholes
from provenance.claims.belonging_words import (
    ADVERBS,
    NUMBER,
    PARTY_NOUN,
    PLANNED,
    UNITS,
    Belonging,
    is_denied,
    is_whole,
    occasion_of,
    tense_of,
    verb_start,
)
from provenance.claims.phrases import Phrase, names_in, phrase_at, subject_of
from provenance.claims.reading import Reading, Sentence
from provenance.claims.role_bodies import meant
from provenance.model.claims import Modality, Polarity
from provenance.model.names import EntityKind

_IS_MEMBER = (
    rf"(?:(?:the\s|an?\s|one\sof\s(?:the|its|their)\s(?:{NUMBER}\s)?|among\sthe\s(?:{NUMBER}\s)?)?(?:[a-z][\w-]{{1,20}}\s){{0,3}}{PARTY_NOUN}"
    r"(?:\s(?:states?|countr(?:y|ies)|parties))?\s(?:of|to|in)\s)"
)
_PLURAL = r"(?:members|parties|groups|states|countries|partners|movements|signatories|founders|shareholders)"
_OF_SUBJECT = re.compile(
    rf"(?:\b(?P<be>is|are|was|were|be|been|remains?|remained|became|becomes?|being)\s(?:not\s|never\s|no\slonger\s|{ADVERBS}\s){{0,3}}"
    rf"(?:{_IS_MEMBER}|(?P<inside>in|on)\s(?=(?:the|its|his|her|[A-Z])[^.;,]{{1,60}}\b(?i:{'|'.join(sorted(UNITS))})\b))"
    rf"|(?P<apposed>(?:(?<=,)|\band|\bbut)\s(?:who\s(?:is|was)\s)?(?:never\s|not\s|no\slonger\s|once\s|also\s)?{_IS_MEMBER})"
    rf"|(?P<one_of>(?<=,)\s(?:the|an?|one\sof)\s(?:[a-z-]+\s){{0,2}}(?:of|among)\s(?:its|the|their)\s(?:{NUMBER}\s)?(?:[a-z]+\s)?{_PLURAL}\s(?:of|in)\s)"
    r"|\b(?P<plays>(?:plays?|played|playing|s[ai]ngs?|sung|serves?|served|serving|f[io]ghts?|fought|fighting|marche[sd]|sail(?:s|ed)|drum(?:s|med))"
    r"\s(?:only\s|once\s|briefly\s)?(?:in|with|for))\s"
    r"|\b(?P<belong>belong(?:s|ed|ing)?\sto)\s"
    r"|\b(?P<seat>(?:sit|sits|sat|serves?|served|sitting)\son|(?:has|had|have|holds?|held|took|takes)\s(?:an?|no|its|his|her|the)\s(?:[a-z]+\s)?seat\son)\s"
    r"|\b(?P<join>join(?:s|ed|ing)?|acceded\sto|entered)\s"
    r"|\b(?P<left>left|leaves|leave|quits?|withdrew\sfrom|(?:has|have)\swithdrawn\sfrom|walked\sout\sof|(?:pulled|dropped|backed|stormed)\sout\sof|resigned\sfrom|broke\s(?:with|away\sfrom)"
    r"|(?:deserted|defected|seceded|split|departed)(?:\sfrom)?|parted\s(?:company|ways)\swith|(?:stood|stepped)\sdown\sfrom"
    r"|(?:was|were|been)\s(?:expelled|thrown\sout|voted\sout|kicked\sout|excluded|dismissed|dropped|omitted|left\sout|struck)"
    r"\s(?:from|of|off))\s"
    r"|\b(?P<out>(?:remains?|remained|stays?|stayed|is|are|lies|lay|was|were|stands?)\soutside|(?:has|have|had|holds?)\s(?:only\s)?observer\sstatus\s(?:in|at))\s"
    r"|\b(?P<sign>sign(?:s|ed)?|ratif(?:y|ies|ied))\s(?=(?:the|its)\s(?:[A-Z][\w\u2019'-]+\s){1,5}?(?:Convention|Treaty|Accord|Charter|Pact|Protocol|Compact|Agreement)\b))"
)
_DESCRIBED = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir)\s(?P<noun>(?:[a-z][a-z-]+\s){0,2}[a-z][a-z-]+)\s\Z"
)
_OF_NOUN = re.compile(r"\sof\s(?:the|this|that)\s(?P<noun>[a-z][a-z-]+)\b")
_BESIDE = re.compile(r"\s(?:with|alongside|together\swith|beside)\s(?:the\s)?")


def find_belonging(reading: Reading, sentence: Sentence) -> Iterator[Belonging]:
    """What the sentence says of belonging, in no certain order."""
    text = reading.text[sentence.start : sentence.end]
    if not _CUE.search(text):
        return
    names = names_in(reading, sentence)
    yield from _of_subjects(reading, sentence, names)
    yield from of_wholes(reading, sentence, names)
    yield from of_lists(reading, sentence, names)
    yield from left_out(reading, sentence, names)


_CUE = re.compile(
    r"\b(?:members?|signator|part of|belong|s[ia]ts? on|serves? on|served on|seat on|join|acced"
    r"|entered|left|leav|quit|withdr|walked out|pulled out"
    r"|resigned from|expelled|outside|observer status|sign|ratif|includ|compris|consist|made up"
    r"|composed|together|exclu|without"
    r"|umbrella|alliance of|coalition of|They are|They were|dropped|omitted|in the|on the|squad|team"
    r"|play|s[aiu]ng|serve|serving|f[io]ght|fought|march|sail|drum|desert|defect|seced|split|depart|parted"
    r"|struck|voted out"
    r"|counts?|lists|number|groups|parties|board|directors|trustees|commissioners|jurors|to which|of which)"
)


def _of_subjects(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Belonging]:
    """X belongs to A; X has never joined A; X sits on the board of A; X left A."""
    for found in _OF_SUBJECT.finditer(reading.text, sentence.start, sentence.end):
        begin = verb_start(reading, sentence, found.start())
        if found["apposed"] or found["one_of"]:
            member = _apposed_to(reading, names, found.start())
        elif found["plays"] and not _is_body_at(names, found.end()):
            continue
        else:
            member = _member_before(reading, sentence, begin, names)
        whole = _whole_at(reading, sentence, found.end(), names)
        if member is None or whole is None or not is_whole(whole):
            continue
        member = _named(reading, sentence, member)
        if member is None or member.start == whole.start:
            continue
        group = reading.text[max(sentence.start, begin - 2) : found.end()]
        before = reading.text[max(sentence.start, found.start() - 40) : found.start()]
        is_no = is_denied(found[0], before) or _is_none(reading, sentence, member)
        is_out = bool(found["left"] or found["out"])
        polarity = Polarity.DENIED if is_no != is_out else Polarity.AFFIRMED
        is_change = bool(found["join"] or found["left"])
        tense = "changed" if is_change and not is_no else tense_of(group)
        told = _made(reading, sentence, member, whole, (begin, found), polarity, tense)
        yield told
        beside = _BESIDE.match(reading.text, whole.end, sentence.end)
        other = next((n for n in names if beside and n.start == beside.end()), None)
        if other is not None and found["seat"]:
            yield evolve(told, start=found.start(), end=other.end, member=other)


def _apposed_to(reading: Reading, names: Sequence[Phrase], at: int) -> Phrase | None:
    """The name that ends right there, or of which that is said: X, head of A and | never a member."""
    before = [n for n in names if n.end <= at]
    near = next((n for n in before if n.end >= at - 1), None)
    if near is not None:
        return near
    for one in reversed(before):
        if re.fullmatch(r",\s[a-z][^;:.]{2,90}", reading.text[one.end : at]):
            return one
    return None


def _is_body_at(names: Sequence[Phrase], at: int) -> bool:
    """Does a name of a body, of people who do something together, stand there?"""
    near = next((n for n in names if at <= n.start <= at + 4), None)
    return near is not None and near.kind in (None, EntityKind.ORGANIZATION)


def _is_none(reading: Reading, sentence: Sentence, member: Phrase) -> bool:
    """None of A's crews, neither of them: is the subject a denied one?"""
    before = reading.text[max(sentence.start, member.start - 24) : member.start]
    return (
        re.search(r"\b(?:[Nn]one|[Nn]ot\sone|[Nn]either|[Nn]obody)\s(?:of|in|at|from)\s(?:the\s)?\Z", before)
        is not None
    )


def _member_before(reading: Reading, sentence: Sentence, at: int, names: Sequence[Phrase]) -> Phrase | None:
    """The subject of a verb: described right before it, a part of a name (A's crews), or a name."""
    described = _DESCRIBED.search(reading.text, max(sentence.start, at - 60), at)
    if described and not any(n.end > described.start() for n in names if n.end <= at):
        start, end = described.span("noun")
        return Phrase(start, end, described["noun"], "", None, None, described["noun"])
    found = subject_of(reading, sentence, at, names)
    part = (
        re.fullmatch(r"['\u2019]s?\s(?P<noun>(?:[a-z-]+\s?){1,3})", reading.text[found.end : at])
        if found
        else None
    )
    if found is None or part is None:
        return found
    text = reading.text[found.start : at].rstrip()
    return Phrase(found.start, found.start + len(text), text, text, None, None, part["noun"].strip())


def _whole_at(reading: Reading, sentence: Sentence, at: int, names: Sequence[Phrase]) -> Phrase | None:
    """The object of a verb; of "the board of the bank" the bank's board."""
    if (pronoun := _pronoun_whole(reading, sentence, at)) is not None:
        return pronoun
    whole = phrase_at(reading, sentence, at, names)
    of = _OF_NOUN.match(reading.text, whole.end, sentence.end) if whole and not whole.name else None
    if whole is None or of is None:
        return whole
    host = meant(reading, sentence, of["noun"], of.start("noun"), of.end())
    if host is None or not host.is_inferred:
        return whole
    text = reading.text[whole.start : of.end()]
    return Phrase(whole.start, of.end(), text, host.text, host.entity, None, whole.noun)


def _pronoun_whole(reading: Reading, sentence: Sentence, at: int) -> Phrase | None:
    """The body that "it" stands for: the first one of the sentence before."""
    pronoun = re.compile(r"(?:it|them)\b").match(reading.text, at, sentence.end)
    index = reading.sentence_index(sentence)
    if pronoun is None or index == 0:
        return None
    held = [m for m in reading.sentences[index - 1].mentions if m.kind is EntityKind.ORGANIZATION]
    if not held:
        return None
    return Phrase(at, pronoun.end(), held[0].text, held[0].text, held[0].entity, held[0].kind, "", True)


def _made(
    reading: Reading,
    sentence: Sentence,
    member: Phrase,
    whole: Phrase,
    at: tuple[int, "re.Match[str]"],
    polarity: Polarity,
    tense: str,
) -> Belonging:
    begin, found = at
    before = reading.text[max(sentence.start, found.start() - 40) : found.start()]
    start = begin if member.is_inferred else min(member.start, begin)
    modality = Modality.PLANNED if PLANNED.search(before) else Modality.ASSERTED
    wording = " ".join(reading.text[begin : found.end()].split())
    if not whole.name and re.compile(r"(?:an?|any)\s").match(reading.text, found.end()):
        wording += " any"
    return Belonging(
        start,
        max(whole.end, found.end()),
        member,
        whole,
        polarity,
        modality,
        tense,
        wording,
        occasion_of(reading, sentence, whole),
    )


def _named(reading: Reading, sentence: Sentence, member: Phrase) -> Phrase | None:
    """The member, with the name that a described one stands for: the union has never joined A."""
    if member.name:
        return member
    host = meant(reading, sentence, member.text, member.start, member.end)
    if host is None or not host.is_inferred:
        return None
    return Phrase(member.start, member.end, host.text, host.text, host.entity, None, "")
