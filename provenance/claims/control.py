"""Who owns, holds, runs or rents what: firms and their owners, towns and armies, lines and operators."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from provenance.claims.memberships import with_time
from provenance.claims.phrases import Phrase, names_in, phrase_at, subject_of
from provenance.claims.reading import Reading, Sentence
from provenance.claims.role_bodies import meant
from provenance.model.claims import Claim, ClaimKind, Modality, Polarity
from provenance.model.names import EntityKind

_ADV = (
    r"(?:also\s|now\s|still\s|once\s|again\s|now\sfully\s|wholly\s|jointly\s|firmly\s|back\s"
    r"|outright\s|since\s[\w\s]{1,30}?\s|entirely\s|merely\s|largely\s|effectively\s|already\s"
    r"|long\s)?"
)
_BE = r"(?:is|are|was|were|has\sbeen|have\sbeen|had\sbeen|remains?|remained|lay|lies|being)"
_ACTIVE = re.compile(
    rf"\b(?<!wholly\s)(?<!partly\s)(?<!fully\s)(?<!-)(?:(?P<own>(?:owns?|owned)(?:\sand\s(?:runs?|ran|manages?|managed|operates?|operated))?"
    rf"|{_BE}\s(?:the\s|an?\s)?(?:(?:majority|sole|main|largest|biggest|new|present|current|part|principal|controlling)\s)?(?:owner|proprietor|landlord)s?\sof|(?:has|had|have)\sowned|(?:has|had|have)\s(?:bought|acquired)|bought|acquired|buys|controls?(?=\s(?:the\s)?(?:company|firm|paper|newspaper|bank|group|club)))"
    rf"|(?P<run>runs?|ran|operates?|operated|(?:has|have)\s(?:run|operated)|manages?)"
    rf"|(?P<hold>holds?|held|controls?|controlled|occup(?:y|ies|ied)|took|seized|captured|retook|recaptured|(?:has|have|had)\s(?:taken|seized|captured|retaken|recaptured|held|occupied)"
    rf"|(?:{_BE}\s{_ADV}(?:in\scontrol\sof|holding|controlling|occupying))|gained\scontrol\sof|took\scontrol\sof)"
    rf"|(?P<lost>lost\scontrol\sof|lost|withdrew\sfrom|(?:has|have|had)\s(?:withdrawn\sfrom|lost(?:\scontrol\sof)?|left|given\sup)|gave\sup|handed\sover|abandoned|sold|(?:has|have|had)\ssold)"
    rf"|(?P<lease>leases?|rents?|leased|rented))\s"
)
_PASSIVE = re.compile(
    rf"(?:\b{_BE}\s|\s|,\s){_ADV}(?:(?P<own>(?:owned|bought|acquired|controlled)\sby|(?:the\s)?property\sof)|(?P<run>(?:run|operated|managed)\sby)"
    rf"|(?P<hold>(?:held|occupied|taken|seized|captured|retaken|recaptured)\sby|in\sthe\shands\sof|under\sthe\scontrol\sof|in\sthe\spower\sof)"
    rf"|(?P<lease>(?:leased|rented|let)\sto)|(?P<given>(?:handed(?:\sover)?|given|sold)\sto))\s"
)
_BELONGS = re.compile(r"\b(?:(?P<own>belong(?:s|ed)?\sto)|(?P<hold>fell\sto|(?:has|had|have)\sfallen\sto))\s")
_IN_HANDS = re.compile(
    rf"\b(?:{_BE}|lay)\s{_ADV}in\s(?!the\s|his\s|her\s|good\s|safe\s)(?P<who>(?:[A-Z][\w-]+|[a-z]+(?:['\u2019]s?)?)(?:\s[a-z]+)?)\shands\b"
)
_ROLE = re.compile(
    r"(?:whose|its|the\s[a-z]+['\u2019]s)\s(?:[a-z]+\s)?(?:(?P<own>owner|proprietor|landlord|parent(?:\scompany)?|majority\sowner)|(?P<run>operator))(?:\sis|\swas|,)?\s(?=(?:the|a|an|[A-Z]))",
    re.IGNORECASE,
)
_OWNED_OF = re.compile(
    r",\s(?:an?\s|the\s)?(?:(?:wholly|fully|partly|majority)[\s-]owned\s)?(?:(?P<own>subsidiary|unit|arm)|(?P<owner>owner|proprietor|landlord|parent(?:\scompany)?)|(?P<runner>operator))\sof\s"
)
_NEGATION = re.compile(r"\b(?:not|never|no\slonger|n['\u2019]t|nobody|none|no)\b[^,;.]{0,20}$", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:will|would|may|might|could|should|wants?\sto|wanted\sto|plans?\sto|hopes?\sto|tried\sto|try\sto|about\sto|due\sto|set\sto|to|can|claims?\s(?:that\s)?(?:they|it|he|she)"
    r"|said\s(?:that\s)?they|attempt\w*\sto|if|whether)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?P<share>\d{1,3}(?:[.,]\d+)?\s?(?:per\scent|percent|%)|a\s(?:third|quarter|half|fifth|stake|share|minority|majority)|half|part)\s(?:stake\s)?(?:of|in)\s"
)
_PART = re.compile(
    r"\b(?P<part>(?:north|south|east|west)(?:ern|-\w+)?|northern|southern|eastern|western|half|part|parts|hills?|heights|above|near|around|surrounding|bank|outskirts|centre|center|suburbs?|quarters?|districts?|whole)\b"
)
_FORCES = frozenset(
    "troops forces army rebels militia fighters soldiers government police insurgents separatists "
    "units guards peacekeepers militants junta "
    "crown state family mission municipality city council ministry company firm group fund trust "
    "foundation church investors owners unit".split()
)
_THINGS = frozenset(
    "town city village airport port harbour bridge road dam base border crossing station hospital "
    "company firm brewery newspaper paper bank "
    "airline mine pit works plant factory hotel club clinic school line railway docks building "
    "island hill hills fort barracks prison camp "
    "market quarter district province region territory stadium theatre museum abbey castle palace "
    "house estate farm ship ferry refinery".split()
)
_PARTS = frozenset("bank half part whole side heights outskirts suburbs all most".split())
_PAST = re.compile(r"\b(?:was|were|had|held|owned|ran|operated|belonged|controlled|lay|leased)\b")


@frozen
class Hold:
    """At [start, end) `holder` is said to own, run, hold or lease `thing`. `part`: which part or share."""

    start: int
    end: int
    holder: Phrase
    thing: Phrase
    how: str
    wording: str
    part: str
    is_denied: bool
    is_planned: bool
    tense: str


def find_control(reading: Reading) -> list[Claim]:
    """Control claims in order of place. `subject` the holder, `value` the thing, `predicate` own, run,
    hold or
    lease; `scope` the part or share that is meant."""
    found = []
    for sentence in reading.sentences:
        if not sentence.is_furniture:
            names = names_in(reading, sentence)
            if names:
                found += [_claim(reading, hold) for hold in _in_sentence(reading, sentence, names)]
    unique = {(c.span, c.subject, c.predicate, c.value): c for c in found}
    return sorted(unique.values(), key=lambda c: (c.span.start if c.span else 0, c.quote, c.subject))


def _claim(reading: Reading, hold: Hold) -> Claim:
    holder, thing = hold.holder, hold.thing
    claim = reading.claim(
        ClaimKind.CONTROL,
        (hold.start, hold.end),
        holder.name or holder.text,
        hold.how,
        thing.text if thing.noun else thing.name,
    )
    claim = evolve(
        claim,
        subject_entity=holder.entity,
        value_entity=thing.entity,
        wording=hold.wording,
        scope=hold.part,
        polarity=Polarity.DENIED if hold.is_denied else Polarity.AFFIRMED,
        modality=Modality.PLANNED if hold.is_planned else Modality.ASSERTED,
        valid_basis=hold.tense,
    )
    return with_time(reading, claim, is_change=hold.tense == "changed")


def _in_sentence(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Hold]:
    text = reading.text
    for found in _ACTIVE.finditer(text, sentence.start, sentence.end):
        yield from _active(reading, sentence, names, found)
    for pattern in (_PASSIVE, _BELONGS):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            yield from _passive(reading, sentence, names, found)
    for found in _IN_HANDS.finditer(text, sentence.start, sentence.end):
        if (thing := _thing_before(reading, sentence, found.start(), names)) is not None:
            who = found["who"]
            holder = Phrase(found.start("who"), found.end("who"), who, "", None, None, who.lower())
            part = _part(reading, thing, thing.start)
            yield Hold(
                min(thing.start, found.start()),
                found.end(),
                holder,
                thing,
                "hold",
                " ".join(found[0].split()),
                part,
                False,
                False,
                "past" if "were" in found[0] else "present",
            )
    for found in _ROLE.finditer(text, sentence.start, sentence.end):
        yield from _by_role(reading, sentence, names, found)
    for name in names:
        if told := _OWNED_OF.match(text, name.end, sentence.end):
            other = phrase_at(reading, sentence, told.end(), names)
            if other is not None and other.name and not other.noun.startswith(("subsidiary", "unit")):
                is_owner = bool(told["owner"] or told["runner"])
                holder, thing = (name, other) if is_owner else (other, name)
                how = "run" if told["runner"] else "own"
                part = "all" if "wholly" in told[0] or "fully" in told[0] else ""
                yield Hold(
                    name.start,
                    other.end,
                    holder,
                    thing,
                    how,
                    told[0].strip(" ,"),
                    part,
                    False,
                    False,
                    "present",
                )


def _how(found: "re.Match[str]") -> str:
    groups = found.groupdict()
    return next((how for how in ("own", "run", "hold", "lease") if groups.get(how)), "hold")


def _meant(reading: Reading, names: Sequence[Phrase], at: int) -> Phrase | None:
    """What "it" is: the first name of the sentence that is no person's."""
    if not reading.text.startswith(("it ", "it,", "it."), at):
        return None
    return next((n for n in names if n.end < at and n.kind is not EntityKind.PERSON), None)


def _active(
    reading: Reading, sentence: Sentence, names: Sequence[Phrase], found: "re.Match[str]"
) -> Iterator[Hold]:
    """X owns A; X holds 40 percent of A; the rebels took A."""
    at = found.end()
    share = _SHARE.match(reading.text, at, sentence.end)
    thing = _thing(reading, sentence, share.end() if share else at, names) or _meant(reading, names, at)
    holder = _holder(reading, sentence, found.start(), names)
    if thing is None or holder is None or holder.start == thing.start:
        return
    if found["hold"] and not share and thing.kind is EntityKind.PERSON:
        return
    how = _how(found)
    if share and how == "hold":
        how = "own"
    before = reading.text[max(sentence.start, found.start() - 40) : found.start()]
    is_lost = bool(found["lost"])
    is_denied = bool(_NEGATION.search(before)) != is_lost
    is_change = is_lost or bool(
        re.search(r"\b(?:bought|acquired|took|taken|seized|captured|retook|retaken|recaptured)\b", found[0])
    )
    tense = (
        "never"
        if re.search(r"\bnever\b", before)
        else "changed"
        if is_change
        else "past"
        if _PAST.search(found[0]) and not re.match(r"ha[sv]e?\b", found[0])
        else "present"
    )
    part = share["share"] if share else "majority" if "majority" in found[0] else _part(reading, thing, at)
    if is_lost and how == "hold" and not _is_place_like(thing):
        how = "own"
    if is_lost and re.match(r"sold|.*\ssold", found[0]):
        how = "own"
    yield Hold(
        min(holder.start, found.start()),
        max(thing.end, found.end()),
        holder,
        thing,
        how,
        " ".join(found[0].split()),
        part,
        is_denied,
        bool(_PLANNED.search(before)),
        tense,
    )


def _passive(
    reading: Reading, sentence: Sentence, names: Sequence[Phrase], found: "re.Match[str]"
) -> Iterator[Hold]:
    """A is owned by X; A belongs to X; A fell to X; A is in the hands of X."""
    holder = phrase_at(reading, sentence, found.end(), names)
    start = found.start() + (1 if reading.text[found.start()] in ", " else 0)
    thing = _thing_before(reading, sentence, start, names)
    if holder is None or thing is None or holder.start == thing.start or not _can_hold(holder):
        return
    before = reading.text[max(sentence.start, found.start() - 30) : found.end()]
    is_denied = bool(re.search(r"\b(?:not|never|no longer)\b", before))
    is_change = bool(
        re.search(
            r"\b(?:fell|fallen|bought|acquired|taken|seized|captured|retaken|recaptured|handed|given|sold)\b",
            found[0],
        )
    )
    tense = (
        "changed"
        if is_change
        else "past"
        if re.search(r"\b(?:was|were|had|belonged)\b", found[0])
        else "present"
    )
    yield Hold(
        min(thing.start, start),
        holder.end,
        holder,
        thing,
        _how(found),
        " ".join(found[0].split()),
        _part(reading, thing, thing.start),
        is_denied,
        bool(_PLANNED.search(before[:30])),
        tense,
    )


def _by_role(
    reading: Reading, sentence: Sentence, names: Sequence[Phrase], found: "re.Match[str]"
) -> Iterator[Hold]:
    """A, whose landlord is X; A, …, because its proprietor, the investor X, wants flats."""
    holder = phrase_at(reading, sentence, found.end(), names)
    thing = _thing_before(reading, sentence, found.start(), names)
    if holder is not None and thing is not None and _can_hold(holder) and holder.start != thing.start:
        yield Hold(
            thing.start, holder.end, holder, thing, _how(found), found[0].strip(), "", False, False, "present"
        )


def _can_hold(holder: Phrase) -> bool:
    if holder.name:
        return holder.kind is not EntityKind.PLACE or bool(holder.noun)
    return any(word in _FORCES for word in holder.noun.split())


def _holder(reading: Reading, sentence: Sentence, at: int, names: Sequence[Phrase]) -> Phrase | None:
    """The subject: a name, or a described force right before the verb."""
    described = re.search(
        r"\b(?:[Tt]he\s)?(?P<noun>(?:[A-Za-z][a-z-]+\s){0,2}[a-z][a-z-]+)\s(?:(?:has|have|had|is|are|was|were|still|now|also|once|never|be|been)\s)*\Z",
        reading.text[max(sentence.start, at - 70) : at],
    )
    if described and described["noun"].split()[-1] in _FORCES:
        start = at - min(70, at - sentence.start) + described.start("noun")
        inside = next((n for n in names if n.start >= start and n.end <= at), None)
        noun = described["noun"].lower()
        return Phrase(
            start,
            start + len(noun),
            described["noun"],
            inside.name if inside else "",
            inside.entity if inside else None,
            None,
            noun,
        )
    found = subject_of(reading, sentence, at, names)
    return found if found and found.kind is not EntityKind.PLACE else None


def _thing(reading: Reading, sentence: Sentence, at: int, names: Sequence[Phrase]) -> Phrase | None:
    """What is held: a name, a place, or a described thing of one: the town of A, the airport at A."""
    found = phrase_at(reading, sentence, at, names)
    if found is None or found.name:
        return found
    if any(word in _THINGS for word in found.noun.split()):
        host = meant(reading, sentence, found.text, found.start, found.end)
        if host is not None and host.is_inferred:
            return Phrase(found.start, found.end, found.text, host.text, host.entity, None, "")
        return found
    return None


def _thing_before(reading: Reading, sentence: Sentence, at: int, names: Sequence[Phrase]) -> Phrase | None:
    """The subject of a passive: the widest phrase before that names a thing."""
    found = subject_of(reading, sentence, at, names)
    before = [n for n in names if n.end <= at and n.kind is not EntityKind.PERSON]
    name = found if found and found.kind is not EntityKind.PERSON else (before[0] if before else None)
    if name is None:
        return found
    lead = re.search(
        r"\b(?:the|a|an)?\s?(?P<noun>(?:[a-z][a-z-]+\s){0,3}?[a-z][a-z-]+)\s(?:of|at|in|on|above|near|around)\s(?:the\s)?\Z",
        reading.text[max(sentence.start, name.start - 60) : name.start],
        re.IGNORECASE,
    )
    if lead and lead["noun"].split()[-1].lower() in _THINGS | _PARTS:
        noun = lead["noun"].lower()
        start = name.start - min(60, name.start - sentence.start) + lead.start("noun")
        return Phrase(
            start, name.end, reading.text[start : name.end], name.name, name.entity, name.kind, noun
        )
    return name


def _is_place_like(thing: Phrase) -> bool:
    return thing.kind is EntityKind.PLACE or any(word in _THINGS for word in thing.noun.split())


def _part(reading: Reading, thing: Phrase, at: int) -> str:
    found = _PART.search(reading.text[min(at, thing.start) : thing.end])
    return found["part"].lower() if found else ""
