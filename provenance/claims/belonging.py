"""Who belongs to what, and who does not: clauses with belong, join, leave, sit on, include, consist of."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from provenance.claims.phrases import Phrase, names_in, phrase_at, subject_of
from provenance.claims.reading import Reading, Sentence
from provenance.claims.role_bodies import meant
from provenance.model.claims import Modality, Polarity
from provenance.model.names import EntityKind

UNITS = frozenset(
    "board council committee commission panel inquiry jury tribunal squad team side selection crew cabinet "
    "government coalition alliance bloc front union league federation confederation party club order academy "
    "association society group grouping network parliament assembly senate delegation cooperative convention "
    "treaty pact accord charter compact forum caucus faction movement cartel consortium orchestra "
    "quartet band "
    "choir institute guild lodge militia brigade army eurozone zone area umbrella staff faculty unit".split()
)
"""Nouns of what has members."""
_ADVERBS = (
    r"(?:also|now|still|already|itself|formally|currently|only|once|long|since|then|even|officially"
    r"|both|ever|yet)"
)
_PARTY_NOUN = (
    r"(?:members?|signator(?:y|ies)|part(?:y|ies)?|participants?|components?|constituents?|founder members?)"
)
_NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several|many|few)"
_IS_MEMBER = (
    rf"(?:(?:the\s|an?\s|one\sof\s(?:the|its|their)\s(?:{_NUMBER}\s)?|among\sthe\s(?:{_NUMBER}\s)?)?(?:[a-z][\w-]{{1,20}}\s){{0,3}}{_PARTY_NOUN}"
    r"(?:\s(?:states?|countr(?:y|ies)|parties))?\s(?:of|to|in)\s)"
)
_OF_SUBJECT = re.compile(
    rf"(?:\b(?P<be>is|are|was|were|be|been|remains?|remained|became|becomes?|being)\s(?:not\s|never\s|no\slonger\s|{_ADVERBS}\s){{0,3}}"
    rf"(?:{_IS_MEMBER}|(?P<inside>in|on)\s(?=(?:the|its|his|her|[A-Z])[^.;,]{{1,60}}\b(?:{'|'.join(sorted(UNITS))})\b))"
    rf"|(?P<apposed>(?<=,)\s(?:who\s(?:is|was)\s)?{_IS_MEMBER})"
    r"|\b(?P<belong>belong(?:s|ed|ing)?\sto)\s"
    r"|\b(?P<seat>(?:sit|sits|sat|serves?|served|sitting)\son|(?:has|had|have|holds?|held|took|takes)\s(?:an?|no|its|his|her|the)\s(?:[a-z]+\s)?seat\son)\s"
    r"|\b(?P<join>join(?:s|ed|ing)?|acceded\sto|entered)\s"
    r"|\b(?P<left>left|leaves|leave|quits?|withdrew\sfrom|(?:has|have)\swithdrawn\sfrom|walked\sout\sof|pulled\sout\sof|resigned\sfrom|broke\swith"
    r"|(?:was|were|been)\s(?:expelled|thrown\sout|excluded|dismissed|dropped|omitted|left\sout)\s(?:from|of))\s"
    r"|\b(?P<out>(?:remains?|remained|stays?|stayed|is|are|lies|lay|was|were|stands?)\soutside|(?:has|have|had|holds?)\s(?:only\s)?observer\sstatus\s(?:in|at))\s"
    r"|\b(?P<sign>sign(?:s|ed)?|ratif(?:y|ies|ied))\s(?=(?:the|its)\s(?:[A-Z][\w\u2019'-]+\s){1,5}?(?:Convention|Treaty|Accord|Charter|Pact|Protocol|Compact|Agreement)\b))"
)
_OF_WHOLE = re.compile(
    r"\b(?P<verb>includ(?:es?|ed|ing)|compris(?:es?|ed|ing)|consist(?:s|ed|ing)?\sof|(?:is|are|was|were)\s(?:made\sup|composed|formed)\sof"
    r"|br(?:ings?|ought)\stogether|unit(?:es?|ed)|excludes?|excluded|does\swithout|do\swithout|did\swithout|leaves?\sout)\s"
    r"(?:among\s(?:its|their)\smembers\s)?"
)
_MEMBERS_ARE = re.compile(
    rf"\b(?:whose|its|their|the|with)\s(?:{_NUMBER}\s)?(?:only\s)?members\s?(?:,|:|were|are|include|included|being)?\s(?=[A-Z\u201c])"
)
_PARTS = (
    r"(?:movements?|parties|groups?|members?|states?|countries|clubs|unions|companies|firms|bodies"
    r"|organi[sz]ations?|factions|brigades|units)"
)
_UMBRELLA = re.compile(
    rf"\b(?:is|are|was|were|,)\s?(?:an?|the)\s(?:[a-z]+\s){{0,2}}(?:umbrella|alliance|coalition|bloc|union|group|grouping|federation|league|network|consortium)\sof\s(?:{_NUMBER}\s)?{_PARTS}\s?[:\u2013\u2014,]\s"
)
_THEY_ARE = re.compile(
    r"\b(?:They|These|Those|The\s(?:members|others))\s(?:are|were)(?:\s:)?\s(?=(?:the\s)?[A-Z])"
)
_PARTS_OF = re.compile(rf"\b{_PARTS}\s(?:of|in)\s(?:the\s)?$")
_AMONG = re.compile(rf"\b[Aa]mong\s(?:the|its)\s(?:{_NUMBER}\s)?(?:[a-z]+\s)?members\sof\s")
_LEFT_OUT = re.compile(r"\b(?:left|leaves|leave|dropped|drops|omitted|cut)\s")
_NEGATION = re.compile(
    r"\b(?:not|never|no\slonger|n['\u2019]t|neither|nor|without|refus\w+\sto|declin\w+\sto|no)\b[^,;.]{0,25}$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|wants?\sto|wanted\sto|plans?\sto|planned\sto|hopes?\sto|hoped\sto|voted\sto|decided\sto|about\sto|due\sto"
    r"|set\sto|seeks?\sto|applied\sto|asked\sto|invited\sto|ready\sto|is\sto|are\sto|was\sto|if|whether|must|can|let)\b[^,;.]{0,25}$",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:is|are|remains?|belongs?|sits?|serves?|has|have|holds?|includes?|comprises?|consists?|excludes?|does|do|still|lies)\b",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir)\s(?P<noun>(?:[a-z][a-z-]+\s){0,2}[a-z][a-z-]+)\s\Z"
)
_OF_NOUN = re.compile(r"\sof\s(?:the|this|that)\s(?P<noun>[a-z][a-z-]+)\b")
_BESIDE = re.compile(r"\s(?:with|alongside|together\swith|beside)\s(?:the\s)?")
_JOINING = re.compile(
    r"(?:\s?\([^()]{1,40}\))?(?:,\s(?:and\s)?|\s(?:and|or)\s|,?\sas\swell\sas\s|,?\salong\swith\s|,?\salongside\s)(?:the\s|a\s|an\s|also\s)?(?:[a-z][\w-]{1,20}\s){0,2}(?:[A-Z][a-z]{0,10}\.?\s)?"
)
_DIRECTORS = re.compile(
    r"(?:['\u2019]s?)?\s(?P<noun>directors|board\smembers|members|commissioners|trustees|jurors)\s"
)
_TO_WHICH = re.compile(
    r",?\s(?:to\swhich|of\swhich)\s(?:the\s)?(?P<name>[^,;.]{2,60}?)\s(?P<verb>(?:has\s|had\s)?(?:also\s|long\s|never\s|not\s)?"
    r"(?:belong(?:s|ed)?|been\s(?:an?\s)?member|is\s(?:an?\s|not\sa\s)?member|was\s(?:an?\s)?member))\b"
)
_FIRST = re.compile(
    r"(?:the\s|a\s|an\s|among\sothers\s|only\s)?(?:[a-z\u00c0-\u017f][\w-]{1,20}\s|[A-Z][a-z]{1,12}\s){0,3}"
)
_TAIL = re.compile(r"\s(?:for|on|into|at)\s(?P<tail>[^,;.:]{3,60})")


@frozen
class Belonging:
    """At [start, end), `member` is said to belong, or not, to `whole`. `tense`: "present", "past" or
    "changed"
    (joined, left). `occasion`: what narrows the whole: for Friday's match. `is_closed`: a list that names
    all."""

    start: int
    end: int
    member: Phrase
    whole: Phrase
    polarity: Polarity
    modality: Modality
    tense: str
    wording: str
    occasion: str = ""
    is_closed: bool = False


def find_belonging(reading: Reading, sentence: Sentence) -> Iterator[Belonging]:
    """What the sentence says of belonging, in no certain order."""
    text = reading.text[sentence.start : sentence.end]
    if not _CUE.search(text):
        return
    names = names_in(reading, sentence)
    yield from _of_subjects(reading, sentence, names)
    yield from _of_wholes(reading, sentence, names)
    yield from _of_lists(reading, sentence, names)
    yield from _left_out(reading, sentence, names)


_CUE = re.compile(
    r"\b(?:members?|signator|part of|belong|s[ia]ts? on|serves? on|served on|seat on|join|acced"
    r"|entered|left|leav|quit|withdr|walked out|pulled out"
    r"|resigned from|expelled|outside|observer status|sign|ratif|includ|compris|consist|made up"
    r"|composed|together|exclu|without"
    r"|umbrella|alliance of|coalition of|They are|They were|dropped|omitted|in the|on the|squad|team"
    r"|board|directors|trustees|commissioners|jurors|to which|of which)"
)


def _of_subjects(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Belonging]:
    """X belongs to A; X has never joined A; X sits on the board of A; X left A."""
    for found in _OF_SUBJECT.finditer(reading.text, sentence.start, sentence.end):
        begin = _verb_start(reading, sentence, found.start())
        if found["apposed"]:
            member = next((n for n in names if n.end == found.start() - 1), None)
        else:
            member = _member_before(reading, sentence, begin, names)
        whole = _whole_at(reading, sentence, found.end(), names)
        if member is None or whole is None or not _is_whole(whole):
            continue
        member = _named(reading, sentence, member)
        if member is None or member.start == whole.start:
            continue
        group = reading.text[max(sentence.start, begin - 2) : found.end()]
        before = reading.text[max(sentence.start, found.start() - 40) : found.start()]
        is_denied = _is_denied(found[0], before)
        is_out = bool(found["left"] or found["out"])
        polarity = Polarity.DENIED if is_denied != is_out else Polarity.AFFIRMED
        is_change = bool(found["join"] or found["left"])
        tense = "changed" if is_change and not is_denied else _tense(group)
        told = _made(reading, sentence, member, whole, (begin, found), polarity, tense)
        yield told
        beside = _BESIDE.match(reading.text, whole.end, sentence.end)
        other = next((n for n in names if beside and n.start == beside.end()), None)
        if other is not None and found["seat"]:
            yield evolve(told, start=found.start(), end=other.end, member=other)


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
    modality = Modality.PLANNED if _PLANNED.search(before) else Modality.ASSERTED
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
        _occasion(reading, sentence, whole),
    )


def _is_denied(said: str, before: str) -> bool:
    inside = re.search(r"\b(?:not|never|no|no longer)\b", said)
    return bool(inside) or bool(_NEGATION.search(before))


def _tense(group: str) -> str:
    return "present" if _PRESENT.search(group) or "," in group else "past"


def _verb_start(reading: Reading, sentence: Sentence, at: int) -> int:
    """Where the group of verbs begins that ends at `at`: does not, has never, will."""
    before = reading.text[max(sentence.start, at - 50) : at]
    helping = re.search(
        rf"(?:\b(?:do|does|did|has|have|had|will|would|may|might|could|can|should|must|is|are|was|were|not|never|no\slonger|been|to|be|{_ADVERBS})\s)+\Z",
        before,
    )
    return at - len(before) + helping.start() if helping else at


def _is_whole(whole: Phrase) -> bool:
    """Something that can have members: a body, or a noun for one."""
    if whole.noun:
        return any(word in UNITS for word in whole.noun.split())
    if whole.kind is EntityKind.ORGANIZATION:
        return True
    last = whole.text.split()[-1].lower()
    return whole.kind in (None, EntityKind.PLACE, EntityKind.OTHER, EntityKind.EVENT) and (
        last in UNITS or (whole.kind is None and " " in whole.text)
    )


def _named(reading: Reading, sentence: Sentence, member: Phrase) -> Phrase | None:
    """The member, with the name that a described one stands for: the union has never joined A."""
    if member.name:
        return member
    host = meant(reading, sentence, member.text, member.start, member.end)
    if host is None or not host.is_inferred:
        return None
    return Phrase(member.start, member.end, host.text, host.text, host.entity, None, "")


def _of_wholes(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Belonging]:
    """A includes X and Y; A is made up of X, Y and Z; A does without X."""
    for found in _OF_WHOLE.finditer(reading.text, sentence.start, sentence.end):
        begin = _verb_start(reading, sentence, found.start())
        members = list_of(reading, names, found.end())
        whole = _whole_before(reading, sentence, begin, names)
        if not members or whole is None or not _is_whole(whole):
            continue
        before = reading.text[max(sentence.start, found.start() - 40) : found.start()]
        is_out = found["verb"].startswith(("exclud", "do", "did", "lea"))
        is_denied = _is_denied("", before) != is_out
        tail = reading.text[members[-1].end : members[-1].end + 12]
        is_closed = bool(
            re.match(r"consist|is made|are made|compris|is comp|are comp", found["verb"])
        ) or bool(re.match(r"\s(?:only|alone)\b", tail))
        for member in members:
            yield Belonging(
                min(whole.start, begin),
                members[-1].end,
                member,
                whole,
                Polarity.DENIED if is_denied else Polarity.AFFIRMED,
                Modality.PLANNED if _PLANNED.search(before) else Modality.ASSERTED,
                _tense(reading.text[begin : found.end()]),
                found["verb"],
                _occasion(reading, sentence, whole),
                is_closed and not is_denied,
            )


def _whole_before(reading: Reading, sentence: Sentence, at: int, names: Sequence[Phrase]) -> Phrase | None:
    """The subject of a verb of including: the last phrase before it that can have members."""
    best: Phrase | None = None
    relative = re.search(r",?\s(?:which|that)\s?\Z", reading.text[max(sentence.start, at - 12) : at])
    end = at - (len(relative[0]) if relative else 0)
    for word in sentence.words_in(sentence.start, end):
        is_start = word.text.lower() in ("the", "its", "their", "a", "an") or any(
            n.start == word.start for n in names
        )
        if is_start and (found := phrase_at(reading, sentence, word.start, names)) is not None:
            if found.end <= end and _is_whole(found) and not (best and best.end > word.start):
                best = found
    return best


def list_of(reading: Reading, names: Sequence[Phrase], at: int) -> list[Phrase]:
    """Names joined by commas and "and" from `at` on; in "Y's group A" that is A."""
    found: list[Phrase] = []
    end = at
    for number, one in enumerate(names):
        if one.start < end or reading.text[one.start - 1 : one.start] in ("(", "["):
            continue
        pattern = _JOINING if found else _FIRST
        if pattern.fullmatch(reading.text, end, one.start) is None:
            tail = re.fullmatch(r"\sof\s(?:the\s)?", reading.text[end : one.start])
            owner = re.fullmatch(r"['\u2019]s?\s", reading.text[end : one.start])
            if found and (tail or owner):
                if owner:
                    found[-1] = one
                end = one.end
                continue
            break
        found.append(one)
        end = one.end
        if number > 60:
            break
    return found


def _of_lists(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Belonging]:
    """A, whose members are X and Y; A is an umbrella of four: X, Y, Z; They are X and Y; among A's members
    X."""
    text = reading.text
    for pattern in (_MEMBERS_ARE, _UMBRELLA, _THEY_ARE):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            if pattern is _THEY_ARE and found.start() > sentence.start:
                break
            members = list_of(reading, names, found.end())
            if pattern is _THEY_ARE:
                whole = _spoken_of(reading, sentence)
                members = members if len(members) > 1 else []
            else:
                whole = _whole_before(reading, sentence, found.start(), names)
            if whole is None:
                continue
            start = found.start() if whole.is_inferred else min(whole.start, found.start())
            for member in members:
                yield Belonging(
                    start,
                    members[-1].end,
                    member,
                    whole,
                    Polarity.AFFIRMED,
                    Modality.ASSERTED,
                    _tense(found[0] + " is" if pattern is _UMBRELLA else found[0]),
                    "members",
                    "",
                    True,
                )
    yield from _named_members(reading, sentence, names)
    for found in _AMONG.finditer(text, sentence.start, sentence.end):
        whole = phrase_at(reading, sentence, found.end(), names)
        after = [
            n
            for n in names
            if whole and n.start >= whole.end and n.kind in (EntityKind.PERSON, EntityKind.ORGANIZATION)
        ]
        near = (
            [n for n in after if re.search(r"\b(?:is|are|was|were)\b", text[whole.end : n.start])]
            if whole
            else []
        )
        if whole is not None and near:
            yield Belonging(
                found.start(),
                near[0].end,
                near[0],
                whole,
                Polarity.AFFIRMED,
                Modality.ASSERTED,
                "present",
                "among the members",
            )


def _named_members(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Belonging]:
    """A directors X, Y and Z; A, to which X has belonged since 2011."""
    for whole in names:
        if found := _DIRECTORS.match(reading.text, whole.end, sentence.end):
            noun = "board" if found["noun"] in ("directors", "board members", "trustees") else ""
            part = Phrase(whole.start, found.end(), whole.text, whole.name, whole.entity, whole.kind, noun)
            members = list_of(reading, names, found.end())
            for member in members if len(members) > 1 and whole.kind is not EntityKind.PERSON else []:
                yield Belonging(
                    whole.start,
                    members[-1].end,
                    member,
                    part,
                    Polarity.AFFIRMED,
                    Modality.ASSERTED,
                    "present",
                    found["noun"],
                )
        if found := _TO_WHICH.match(reading.text, whole.end, sentence.end):
            inside = next(
                (n for n in names if found.start("name") <= n.start and n.end <= found.end("name")), None
            )
            denied = re.search(r"\b(?:never|not)\b", found["verb"])
            if inside is not None:
                yield Belonging(
                    whole.start,
                    found.end(),
                    inside,
                    whole,
                    Polarity.DENIED if denied else Polarity.AFFIRMED,
                    Modality.ASSERTED,
                    "past" if "was" in found["verb"] else "present",
                    found["verb"],
                )


def _spoken_of(reading: Reading, sentence: Sentence) -> Phrase | None:
    """The whole of whose parts the sentence before speaks: the five movements of A."""
    index = reading.sentence_index(sentence)
    if index == 0:
        return None
    earlier = reading.sentences[index - 1]
    for one in names_in(reading, earlier):
        if _PARTS_OF.search(reading.text[max(earlier.start, one.start - 40) : one.start]):
            return Phrase(one.start, one.end, one.text, one.text, one.entity, one.kind, "", True)
    return None


def _left_out(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Belonging]:
    """The coach has left X out of A's squad."""
    text = reading.text
    for found in _LEFT_OUT.finditer(text, sentence.start, sentence.end):
        member = next((n for n in names if n.start == found.end()), None)
        out = re.compile(r"\s(?:out\sof|from)\s").match(text, member.end) if member else None
        whole = phrase_at(reading, sentence, out.end(), names) if out else None
        if member is not None and whole is not None and _is_whole(whole):
            yield Belonging(
                found.start(),
                whole.end,
                member,
                whole,
                Polarity.DENIED,
                Modality.ASSERTED,
                "present",
                "left out of",
                _occasion(reading, sentence, whole),
            )


def _occasion(reading: Reading, sentence: Sentence, whole: Phrase) -> str:
    tail = _TAIL.match(reading.text, whole.end, sentence.end)
    return " ".join(tail["tail"].split()) if tail and whole.noun else ""
