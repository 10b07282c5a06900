"""Roles told by other means than a title beside a name: led by X, in the hands of X, X as its director."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from provenance.claims.hosts import Host, find_value
from provenance.claims.phrases import Phrase, names_in, phrase_at, subject_of
from provenance.claims.reading import Reading, Sentence
from provenance.claims.role_bodies import body_after, body_before, host_of, meant
from provenance.claims.titles import Title
from provenance.model.names import EntityKind

LEADING = {
    "leads": "leader", "led": "leader", "leading": "leader", "lead": "leader",
    "heads": "head", "headed": "head", "heading": "head", "head": "head",
    "chairs": "chairman", "chaired": "chairman", "chairing": "chairman", "chair": "chairman",
    "founded": "founder", "founds": "founder", "commands": "commander", "commanded": "commander",
    "commanding": "commander", "command": "commander", "owns": "owner", "owned": "owner", "edits": "editor",
    "edited": "editor", "coaches": "coach", "coached": "coach", "captains": "captain", "captained": "captain",
    "governs": "governor", "governed": "governor", "manages": "manager", "managed": "manager",
    "directs": "director", "directed": "director", "directing": "director", "runs": "head", "run": "head",
    "ran": "head", "running": "head", "conducts": "conductor", "conducted": "conductor",
    "presides over": "president", "presided over": "president", "took charge of": "head",
    "takes charge of": "head", "took the helm of": "head", "administers": "administrator",
}  # fmt: skip
"""A verb form → the title of whoever does it."""

_VERB = "|".join(sorted(LEADING, key=lambda verb: (-len(verb), verb)))
_BY = re.compile(
    rf"\b(?P<verb>{'|'.join(v for v in sorted(LEADING) if v.endswith('ed') or v in ('led', 'run'))})"
    r"(?:\s(?:since|in|from|until|for|at|on|jointly|then|now|also)\b[^,;.()]{0,40}?)?\sby\s(?:(?:the|its|their|his|her)\s)?(?:[\w.'\u2019-]{1,20}\s){0,4}\Z",
    re.IGNORECASE,
)
_HANDS = re.compile(
    r"\b(?:in the hands of|under the (?:leadership|command|direction|chairmanship|presidency|baton) of)\s"
    r"(?:(?:the|its)\s)?(?:[\w.'\u2019-]{1,20}\s){0,3}\Z",
    re.IGNORECASE,
)
_UNDER = re.compile(r"\b(?P<noun>[a-z]{3,20})\sunder\s(?:[A-Z][\w.]{1,20}\s){0,3}\Z")
_COLLECTIVE = frozenset(
    "team headquarters committee commission panel delegation staff unit brigade force crew group government "
    "cabinet administration mission office department squad command troops cell body council".split()
)
_NOT_LED = frozenset(
    "race marathon risk risks gauntlet distance way list poll polls table field charge charges attack chase "
    "league standings march procession parade pack others rivals risks water errand story stories article "
    "line lines idea ideas numbers figures tests test check checks pass play score lead life price prize "
    "goal ball rest course".split()
)
"""What one leads or runs without holding an office."""
_WHICH = re.compile(
    rf",\s(?:which|that|whom)\s(?:(?P<who>he|she)|(?P<name>[A-Z][^,;]{{2,40}}?))\s(?:has\s|had\s|now\s|also\s|still\s)*(?P<verb>{_VERB})\b"
)
_ACTIVE = re.compile(
    rf"(?:,?\s(?:who|and)\s|\s|,\s)(?:(?:has|had|have|also|now|still|currently|then|once|jointly|been|that|day)\s){{0,4}}(?P<verb>{_VERB})\s"
)
_AS = re.compile(
    r"\bas\s(?:(?:the|a|an|its|their|his|her|our)\s)?(?:(?!(?:well|much|long|soon|if)\b)[\w.\u2019'-]{1,24}\s){0,4}\Z"
)
_COUNSEL = re.compile(
    r",\s(?:(?P<counsel>(?:lead\s|defence\s|defense\s)?(?:counsel|lawyer|attorney|barrister)\sfor)|(?P<defending>defending|who\s(?:represents|defends|represented|defended)"
    r"|representing)|(?P<prosecution>for the prosecution|prosecuting))(?:\s(?:the\s)?|[,.\s])"
)


@frozen(order=True)
class FormFound:
    """A role of the person `holder` at [start, end); `body`: to what it belongs, None if that is not said."""

    start: int
    end: int
    holder: Phrase
    title: str
    body: Host | None


def find_forms(reading: Reading, sentence: Sentence, titles: Sequence[Title]) -> Iterator[FormFound]:
    """Roles of persons in the sentence by verbs of leading, "as", "in the hands of", "under", counsel for."""
    people = [m for m in sentence.mentions if m.kind is EntityKind.PERSON]
    if not people:
        return
    names = names_in(reading, sentence)
    yield from _by_person(reading, sentence, names)
    yield from _relative(reading, sentence, names)
    yield from _active(reading, sentence, names)
    yield from _as_title(reading, sentence, names, titles)


def _by_person(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[FormFound]:
    """A, led since May by X; A is in the hands of X; a team under X; X, counsel for Y."""
    text = reading.text
    for person in names:
        if person.kind is not EntityKind.PERSON:
            continue
        window = text[max(sentence.start, person.start - 110) : person.start]
        low = person.start - len(window)
        if found := _BY.search(window):
            body = _what(reading, sentence, names, low + found.start())
            yield FormFound(low + found.start(), person.end, person, LEADING[found["verb"].lower()], body)
        elif found := _HANDS.search(window):
            body = _what(reading, sentence, names, low + found.start())
            yield FormFound(low + found.start(), person.end, person, "head", body)
        elif (found := _UNDER.search(window)) and found["noun"] in _COLLECTIVE:
            body = Host(found["noun"], low + found.start(), low + found.end(), None)
            yield FormFound(low + found.start(), person.end, person, "head", body)
        if counsel := _COUNSEL.match(text, person.end, sentence.end):
            title = "prosecutor" if counsel["prosecution"] else "lawyer"
            client = next((n for n in names if counsel.end() <= n.start <= counsel.end() + 12), None)
            end = client.end if client and title == "lawyer" else counsel.end()
            host = Host(client.text, client.start, client.end, client.entity) if client else None
            yield FormFound(person.start, end, person, title, host if title == "lawyer" else None)


def _what(reading: Reading, sentence: Sentence, names: Sequence[Phrase], at: int) -> Host | None:
    """The body that a passive verb at `at` is said of: the nearest name of one before it."""
    for one in reversed([n for n in names if n.end <= at]):
        if one.kind is EntityKind.PERSON:
            continue
        if re.search(r"\b(?:in|at|near)\s(?:the\s)?\Z", reading.text[max(0, one.start - 8) : one.start]):
            continue
        return Host(one.text, one.start, one.end, one.entity)
    return None


def _relative(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[FormFound]:
    """A, which she has directed for years: the person is the subject of the sentence."""
    for found in _WHICH.finditer(reading.text, sentence.start, sentence.end):
        body = _what(reading, sentence, names, found.start())
        holder = next((n for n in names if n.kind is EntityKind.PERSON and n.end <= found.start()), None)
        if found["name"]:
            holder = next(
                (n for n in names if n.kind is EntityKind.PERSON and found.start() < n.start < found.end()),
                None,
            )
        if holder is not None and body is not None:
            yield FormFound(
                min(holder.start, body.start), found.end(), holder, LEADING[found["verb"].lower()], body
            )


def _active(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[FormFound]:
    """X, who runs A; Y, once a teacher, also leads A; X commands the peace force."""
    for found in _ACTIVE.finditer(reading.text, sentence.start, sentence.end):
        holder = subject_of(reading, sentence, found.start("verb"), names)
        if holder is None or holder.kind is not EntityKind.PERSON or holder.is_inferred:
            continue
        if "," in reading.text[holder.end : found.start()] and "who" not in found[0]:
            continue
        thing = phrase_at(reading, sentence, found.end(), names)
        if thing is None or thing.kind is EntityKind.PERSON:
            continue
        body = _led(reading, sentence, thing)
        if body is None:
            continue
        yield FormFound(holder.start, thing.end, holder, LEADING[found["verb"].lower()], body)


def _led(reading: Reading, sentence: Sentence, thing: Phrase) -> Host | None:
    """What is led: a named thing, or one that "the", "its" or "this" says is known."""
    if thing.name:
        return host_of(thing)
    words = thing.noun.split()
    is_known = re.search(
        r"\b(?:the|this|its|his|her|their)\s\Z", reading.text[max(0, thing.start - 8) : thing.start]
    )
    if not words or words[-1] in _NOT_LED or (not is_known and words[-1] not in _COLLECTIVE):
        return None
    return meant(reading, sentence, thing.text, thing.start, thing.end)


def _as_title(
    reading: Reading, sentence: Sentence, names: Sequence[Phrase], titles: Sequence[Title]
) -> Iterator[FormFound]:
    """X signed as its director; X, who as prime minister chairs; she leaves her post as A mediator."""
    text = reading.text
    for title in titles:
        window = text[max(sentence.start, title.start - 60) : title.start]
        as_word = _AS.search(window)
        if as_word is None or re.match(r"\s[A-Z]", text[title.end : title.end + 2]):
            continue
        at = title.start - len(window) + as_word.start()
        people = [n for n in names if n.kind is EntityKind.PERSON and n.end <= at]
        if not people:
            continue
        told = [n for n in people if re.match(r",\swho\s", text[n.end : n.end + 6])]
        near = [n for n in people if re.match(r"[^;:]{0,90}\Z", text[n.end : at])]
        holder = (told or near or people)[-1]
        value = find_value(reading, sentence, title, at)
        body = (
            value or body_after(reading, sentence, title.end) or body_before(reading, sentence, title.start)
        )
        yield FormFound(at, body.end if value and body else title.end, holder, title.name, body)
