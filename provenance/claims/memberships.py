"""What belongs to what: units of an alliance, subsidiaries of a company, members of a union."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from provenance.claims.belonging import find_belonging
from provenance.claims.belonging_words import Belonging
from provenance.claims.hosts import Host, find_host, is_compound, name_after
from provenance.claims.reading import Reading, Sentence
from provenance.model.annotations import ResolvedMention
from provenance.model.claims import Claim, ClaimKind
from provenance.model.names import EntityKind

_PART = (
    r"(?:unit|group|faction|wing|branch|division|subsidiary|arm|affiliate|member|part|component|brigade|chapter|offshoot"
    r"|militia|battalion|party|agency|department|body|organ|ally|partner|signatory|regiment|constituent)"
)
_PARTS = (
    r"(?:units|groups|factions|wings|branches|divisions|subsidiaries|arms|affiliates|members|parts|components|brigades"
    r"|chapters|militias|battalions|parties|agencies|bodies|partners|regiments|clubs|companies|brands)"
)
_WORDS = r"(?:[\w\u2019'-]{1,24}\s){0,4}"
_BRACKET = r"(?:\s[(\[][^()\[\]]{1,30}[)\]])?"
_WITHIN = r"\s(?:within|of|in|under|inside)\s"
_APPOSED = re.compile(
    rf"{_BRACKET}(?:,\s(?:(?:which|that)\sis\s)?|\s(?:is|are|was|were|remains)\s)(?:now\s|also\s|itself\s|formally\s)?"
    rf"(?:an?\s|another\s|one\sof\sthe\s|the\s)?{_WORDS}{_PART}{_WITHIN}",
    re.IGNORECASE,
)
_NAMED_PART = re.compile(rf"{_BRACKET},\s(?:an?|another)\s(?:[\w\u2019'-]{{1,24}}\s){{0,3}}\Z", re.IGNORECASE)
_PART_AFTER = re.compile(rf"\s{_PART}\b", re.IGNORECASE)
_BELONGS = re.compile(
    rf"{_BRACKET}(?:,\swhich)?\s(?:belongs\sto|belonged\sto|is\spart\sof|was\spart\sof|forms\spart\sof|joined|has\sjoined|is\sowned\sby|was\sacquired\sby|is\sa\smember\sof)\s",
    re.IGNORECASE,
)
_LIST_OPENING = re.compile(
    rf"{_BRACKET}(?:,?\s?[\u2013\u2014-]?\s?|\s?\()(?:such\sas|including|among\sthem|namely|like)\s",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    rf"{_BRACKET},?\s(?:\()?(?:including|which\sincludes?|which\salso\sincludes?)\s", re.IGNORECASE
)
_PARTS_WITHIN = re.compile(rf"\b{_PARTS}{_WITHIN}", re.IGNORECASE)
_GROUP_INCLUDES = re.compile(
    r"\b(?:the|a|an)\s(?:[\w-]{1,20}\s){0,3}?(?:coalition|alliance|bloc|front|group|consortium|federation|union)\b",
    re.IGNORECASE,
)
_INCLUDES = re.compile(
    rf",?\s(?:which|that)\s(?:also\s)?includes?\s(?:(?:[\w\u2019'-]{{1,24}}\s){{0,5}}?{_PARTS}\s(?:such\sas|including|like)\s)?",
    re.IGNORECASE,
)
_WHOLE_NOUNS = re.compile(
    r"\b(?:[Tt]he|[Oo]ther|[Ss]ome|[Ii]ts|[Tt]heir)\s(?:[\w\u2019'-]{1,24}\s){0,4}(?:units|factions|brigades|members|affiliates|branches|subsidiaries|divisions|chapters|components)\s(?:such\sas|including|like)\s"
)
_JOINED = re.compile(
    r"(?:\s\([^()]{1,30}\))?(?:,\s(?:and\s)?|\s(?:and|or)\s|,?\sas\swell\sas\s)(?:the\s|a\s|an\s)?"
)
_NEAR = 50
ALL = "(all)"
"""Behind the wording of a list that names all members."""
_ARTICLE = re.compile(r"(?:the\s|a\s|an\s)?", re.IGNORECASE)


@frozen(order=True)
class _Found:
    start: int
    end: int
    member: str
    member_entity: str
    host: str
    host_entity: str | None
    is_inferred: bool = False


def find_memberships(reading: Reading) -> list[Claim]:
    """Membership claims in order of place; each member of a list gives one, all with the list's span."""
    found: set[_Found] = set()
    for sentence in reading.sentences:
        if sentence.is_furniture:
            continue
        found |= set(_of_members(reading, sentence))
        found |= set(_of_lists(reading, sentence))
        found |= set(_of_group_nouns(reading, sentence))
        found |= set(_of_parts_before(reading, sentence))
    claims = [_claim(reading, one) for one in _distinct(sorted(found, key=_order))]
    told = [
        one
        for sentence in reading.sentences
        if not sentence.is_furniture
        for one in find_belonging(reading, sentence)
    ]
    return _without_again(claims, [_told(reading, one) for one in told])


def _told(reading: Reading, one: Belonging) -> Claim:
    """The claim of a clause, with its time. `scope`: which part of the whole; `occasion`: for what."""
    value = one.whole.name or one.whole.text
    entity = one.whole.entity or _short_for(reading, one)
    claim = reading.claim(ClaimKind.MEMBERSHIP, (one.start, one.end), one.member.name, "member of", value)
    claim = evolve(
        claim,
        subject_entity=one.member.entity,
        value_entity=entity,
        is_inferred=one.member.is_inferred or one.whole.is_inferred,
        scope=one.whole.noun,
        occasion=one.occasion,
        polarity=one.polarity,
        modality=one.modality,
        wording=one.wording,
        valid_basis=one.tense,
    )
    return with_time(reading, claim, is_change=one.tense == "changed", is_closed=one.is_closed)


def _short_for(reading: Reading, one: Belonging) -> str | None:
    """The body whose name holds the one capitalised word that stands for it: the Coordination, the Front."""
    word = one.whole.name
    if not word[:1].isupper() or " " in word:
        return None
    for m in reading.annotated.mentions:
        if m.kind is EntityKind.ORGANIZATION and word.lower() in m.text.lower().split() and " " in m.text:
            return m.entity
    return None


def with_time(reading: Reading, claim: Claim, *, is_change: bool, is_closed: bool = False) -> Claim:
    """With the day on which it began, or was true, if the sentence gives it; a list of all is marked."""
    sentence = reading.sentence_at(claim.span.start) if claim.span else None
    if is_closed:
        claim = evolve(claim, wording=f"{claim.wording} {ALL}")
    if sentence is None or claim.span is None:
        return claim
    for found in reading.dates_in(sentence.start, sentence.end):
        days = reading.days_of(found, is_future=False)
        if days is None or found.start - claim.span.end > _NEAR or claim.span.start - found.end > _NEAR:
            continue
        before = reading.text[max(sentence.start, found.start - 12) : found.start].lower()
        first, last = days.first.isoformat(), days.last.isoformat()
        if is_change or re.search(r"\b(?:since|from)\s(?:the\s)?\Z", before):
            return evolve(claim, valid_from=first)
        if re.search(r"\b(?:until|till)\s(?:the\s)?\Z", before):
            return evolve(claim, valid_to=last)
        if found.year is not None and claim.valid_basis == "past":
            return evolve(claim, valid_from=first, valid_to=last)
    return claim


def _without_again(claims: list[Claim], told: list[Claim]) -> list[Claim]:
    """Those of clauses beside the others, a second reading of one member at one place left out."""
    kept = list(claims)
    for one in told:
        if not any(_is_again(one, other) for other in kept[-40:] + claims):
            kept.append(one)
    return sorted(kept, key=lambda c: (c.span.start if c.span else 0, c.span.end if c.span else 0, c.subject))


def _is_again(one: Claim, other: Claim) -> bool:
    if one.span is None or other.span is None or one.span.overlap(other.span) == 0:
        return False
    if one.polarity is not other.polarity:
        return False
    return one.subject == other.subject or (
        one.subject_entity is not None and one.subject_entity == other.subject_entity
    )


def _order(found: _Found) -> tuple[object, ...]:
    return (found.start, found.end, found.member, found.member_entity, found.host, found.host_entity or "")


def _distinct(found: list[_Found]) -> list[_Found]:
    """Without the second reading of one member in one host at overlapping places."""
    kept: list[_Found] = []
    for one in found:
        again = any(
            (other.member_entity, other.host_entity) == (one.member_entity, one.host_entity)
            and one.start < other.end
            and other.start < one.end
            for other in kept[-12:]
        )
        if not again and one.member_entity != one.host_entity:
            kept.append(one)
    return kept


def _claim(reading: Reading, one: _Found) -> Claim:
    claim = reading.claim(ClaimKind.MEMBERSHIP, (one.start, one.end), one.member, "member of", one.host)
    return evolve(
        claim, subject_entity=one.member_entity, value_entity=one.host_entity, is_inferred=one.is_inferred
    )


def _organizations(reading: Reading, sentence: Sentence) -> list[ResolvedMention]:
    return [m for m in sentence.mentions if m.kind is EntityKind.ORGANIZATION and not is_compound(reading, m)]


def _of_members(reading: Reading, sentence: Sentence) -> Iterator[_Found]:
    """A, a unit within B; A is part of B; A, an allied B group."""
    text = reading.text
    for member in _organizations(reading, sentence):
        start, end = member.span.start, member.span.end
        if host := _host_of(reading, sentence, end):
            yield _found(start, _with_bracket(reading, host), member, host)
            continue
        for host_name in _organizations(reading, sentence):
            if host_name.span.start > end and _NAMED_PART.fullmatch(text, end, host_name.span.start):
                part = _PART_AFTER.match(text, host_name.span.end)
                if part is not None:
                    host = Host(host_name.text, host_name.span.start, part.end(), host_name.entity)
                    yield _found(start, part.end(), member, host)
                break


def _host_of(reading: Reading, sentence: Sentence, end: int) -> Host | None:
    """The organisation of which the name that ends at `end` is said to be a part."""
    for pattern in (_APPOSED, _BELONGS):
        opened = pattern.match(reading.text, end, sentence.end)
        host = name_after(reading, sentence, opened.end()) if opened else None
        if host is not None and _is_organization(sentence, host):
            return host
    return None


def _is_organization(sentence: Sentence, host: Host) -> bool:
    return any(
        m.span.start == host.start and m.kind is EntityKind.ORGANIZATION for m in sentence.mentions
    ) or (host.entity is None)


def _with_bracket(reading: Reading, host: Host) -> int:
    bracket = re.compile(r"\s\([^()]{1,20}\)").match(reading.text, host.end)
    return bracket.end() if bracket else host.end


def _of_lists(reading: Reading, sentence: Sentence) -> Iterator[_Found]:
    """Units within B, such as A1, A2 and A3; B, including A1."""
    text = reading.text
    for host in _organizations(reading, sentence):
        start = max(sentence.start, host.span.start - 80)
        parts = [*_PARTS_WITHIN.finditer(text, start, host.span.start)]
        before = parts[-1] if parts else None
        opening = _LIST_OPENING if before is not None else _INCLUDING
        listed = opening.match(text, host.span.end, sentence.end)
        if listed is None:
            continue
        members = _list_from(reading, sentence, listed.end())
        start = before.start() if before is not None else host.span.start
        for member in members:
            yield _found(
                start,
                members[-1].span.end,
                member,
                Host(host.text, host.span.start, host.span.end, host.entity),
            )


def _list_from(reading: Reading, sentence: Sentence, at: int) -> list[ResolvedMention]:
    """Organisations joined by commas and "and", the first right at `at`."""
    found: list[ResolvedMention] = []
    for mention in _organizations(reading, sentence):
        if mention.span.start < at:
            continue
        pattern = _JOINED if found else _ARTICLE
        end = found[-1].span.end if found else at
        if pattern.fullmatch(reading.text, end, mention.span.start) is None:
            break
        found.append(mention)
    return found


def _of_group_nouns(reading: Reading, sentence: Sentence) -> Iterator[_Found]:
    """The new coalition, which also includes groups such as A1 and A2: the coalition was named before."""
    for noun in _GROUP_INCLUDES.finditer(reading.text, sentence.start, sentence.end):
        includes = _INCLUDES.match(reading.text, noun.end(), sentence.end)
        if includes is None:
            continue
        members = _list_from(reading, sentence, includes.end())
        host = find_host(reading, sentence, noun.start())
        if members and host is not None:
            named = Host(host.text, host.start, noun.end(), host.entity, True)
            for member in members:
                yield _found(noun.start(), members[-1].span.end, member, named)


def _of_parts_before(reading: Reading, sentence: Sentence) -> Iterator[_Found]:
    """The largest units, such as A1 and A2: of the organisation that the sentence before is about."""
    for parts in _WHOLE_NOUNS.finditer(reading.text, sentence.start, sentence.end):
        members = _list_from(reading, sentence, parts.end())
        index = reading.sentence_index(sentence)
        if not members or index == 0:
            continue
        topic = next(iter(_organizations(reading, reading.sentences[index - 1])), None)
        if topic is None or topic.entity in {member.entity for member in members}:
            continue
        host = Host(topic.text, topic.span.start, topic.span.end, topic.entity, True)
        for member in members:
            yield _found(parts.start(), members[-1].span.end, member, host)


def _found(start: int, end: int, member: ResolvedMention, host: Host) -> _Found:
    return _Found(start, end, member.text, member.entity, host.text, host.entity, host.is_inferred)
