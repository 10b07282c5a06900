"""Who holds which role: appositions, titles before names, verbs of leading."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from provenance.claims.hosts import find_host, find_value, list_after, unknown_name
from provenance.claims.reading import FUNCTION_WORDS, Reading, Sentence
from provenance.claims.role_bodies import body_after, body_before, body_of_name
from provenance.claims.role_forms import FormFound, find_forms
from provenance.claims.role_times import timed
from provenance.claims.titles import Title, find_titles
from provenance.model.annotations import ResolvedMention
from provenance.model.claims import Claim, ClaimKind
from provenance.model.names import EntityKind
from provenance.text.tokens import Token

_DETERMINER = r"(?:the|a|an|its|their|his|her|another|one of the)\s"
_WORD = r"[\w.\u2019'-]{1,30}"
_NO_MODIFIERS = (
    "and|or|but|who|which|that|of|in|on|at|to|for|with|by|from|said|says|is|was|were|are"
    "|son|daughter|wife|husband|brother|sister|father|mother"
)
_MODIFIERS = rf"(?:(?!(?:{_NO_MODIFIERS})\s){_WORD}\s){{0,5}}"
_NOW = r"(?:also\s|currently\s|now\s)?"
_HELD = "is|was|has been|had been|serves as|served as|became"
_BECAME = (
    rf"{_HELD}|remains|remained|was named|was appointed|was elected|took over as|was sworn in as"
    "|is now|is also|was also"
)
_OPENING = re.compile(
    rf"(?:,\s[^,;.()]{{3,60}},\s(?:{_HELD}|has been)\s"
    rf"|,\s(?:\d{{1,3}},\s)?(?:who\s{_NOW}(?:{_HELD})\s{_NOW})?|\s(?:also\s)?(?:{_BECAME})\s|\s\(|\s?[|\u2013\u2014]\s)"
    rf"(?:{_DETERMINER})?{_MODIFIERS}",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"(?:\s\([^()]{1,40}\))?"
    r"(?:,?\s(?:and|as well as|but also|who is also)\s|,\s|,?\s(?:and\s)?(?:is|was|has been|became)\s)"
    rf"{_NOW}(?:{_DETERMINER})?{_MODIFIERS}",
    re.IGNORECASE,
)
_VERBS = {
    "leads": "leader", "led": "leader", "leading": "leader",
    "heads": "head", "headed": "head", "heading": "head",
    "chairs": "chairman", "chaired": "chairman", "chairing": "chairman", "founded": "founder",
    "founds": "founder", "established": "founder", "commands": "commander", "commanded": "commander",
    "commanding": "commander", "owns": "owner", "owned": "owner", "edits": "editor", "edited": "editor",
    "coaches": "coach", "coached": "coach", "captains": "captain", "captained": "captain",
    "governs": "governor", "presides": "president", "manages": "manager", "managed": "manager",
}  # fmt: skip
_VERB = re.compile(
    r"(?P<who>,?\swho\s|\s)"
    r"(?:(?:also|recently|now|currently|previously|later|is|was|has|had|been|still|once|jointly)\s){0,3}"
    rf"(?P<verb>{'|'.join(sorted(_VERBS))})\s(?:over\s)?(?P<both>both\s)?",
    re.IGNORECASE,
)
_IS_CALLED = re.compile(r"the\s")
_IS_NAMED = re.compile(r"\s(?:is|was|has been|remains)\s(?:[A-Z][\w.]{1,20}\s){0,2}")
_PREDECESSOR = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\spredecessor,?\s")
_IS_CLAUSE = re.compile(r"\b(?:when|where|who|which|that)\b")
_LOOK = 160
_MOST_HOLDERS = 200


@frozen
class _Found:
    """A role of `holder` as read: `end` after its value, `value` the name or words that it belongs to."""

    holder: ResolvedMention
    title: str
    start: int
    end: int
    value: str
    entity: str | None
    is_inferred: bool = False


def find_roles(reading: Reading) -> list[Claim]:
    """Role claims of a source in order of place; page furniture is passed over."""
    found: list[_Found] = []
    loose: list[tuple[Sentence, Title]] = []
    for sentence in reading.sentences:
        if sentence.is_furniture:
            continue
        titles = find_titles(reading, sentence)
        here = [*_in_sentence(reading, sentence, titles)]
        here += _by_other_forms(reading, sentence, titles, here)
        found += here
        used = {title.start for title in titles for role in here if role.start <= title.start < role.end}
        loose += [(sentence, title) for title in titles if title.start not in used]
    found += _anaphoric(reading, found, loose)
    found += _predecessors(reading, found)
    ordered = sorted(set(_filled(found)), key=lambda r: (r.start, r.end, r.title))
    return [timed(reading, _claim(reading, role)) for role in ordered]


def _claim(reading: Reading, role: _Found) -> Claim:
    claim = reading.claim(ClaimKind.ROLE, (role.start, role.end), role.holder.text, role.title, role.value)
    return evolve(
        claim, subject_entity=role.holder.entity, value_entity=role.entity, is_inferred=role.is_inferred
    )


def _by_other_forms(
    reading: Reading, sentence: Sentence, titles: Sequence[Title], here: Sequence[_Found]
) -> Iterator[_Found]:
    """Roles told by other means, those aside that a title beside the name tells already."""
    for form in find_forms(reading, sentence, titles):
        mention = next((m for m in sentence.mentions if m.span.start == form.holder.start), None)
        if mention is not None and not any(_is_again(form, role) for role in here):
            value, entity = (form.body.text, form.body.entity) if form.body else ("", None)
            is_inferred = form.body is not None and form.body.is_inferred
            yield _Found(mention, form.title, form.start, form.end, value, entity, is_inferred)


def _is_again(form: FormFound, role: _Found) -> bool:
    is_one_place = form.start < role.end and role.start < form.end
    return (
        is_one_place and role.holder.entity == form.holder.entity and _is_same_title(role.title, form.title)
    )


def _in_sentence(reading: Reading, sentence: Sentence, titles: Sequence[Title]) -> Iterator[_Found]:
    people = [mention for mention in sentence.mentions if mention.kind is EntityKind.PERSON]
    for person in people:
        yield from _after_name(reading, sentence, person, titles)
        yield from _verbs(reading, sentence, person)
        yield from _before_name(reading, sentence, person, titles)


def _after_name(
    reading: Reading, sentence: Sentence, person: ResolvedMention, titles: Sequence[Title]
) -> Iterator[_Found]:
    """X, the head of A and leader of B; X is head of A; X | Fellow and Director of A."""
    at, pattern = person.span.end, _OPENING
    pending: list[
        tuple[Title, int]
    ] = []  # titles whose value is that of the next one: fellow and director of
    for _ in range(5):
        opened = next(
            (
                title
                for title in titles
                if title.start > at and pattern.fullmatch(reading.text, at, title.start)
            ),
            None,
        )
        if opened is None or _has_own_subject(reading, sentence, opened):
            break
        value = find_value(reading, sentence, opened, at)
        if value is not None and _IS_CLAUSE.search(value.text):
            value = None
        pattern = _CHAIN
        if value is None:
            yield from _bare(reading, sentence, person, opened)
            pending.append((opened, at))
            at = opened.end
            continue
        for title, _start in pending:
            yield _Found(person, title.name, person.span.start, value.end, value.text, value.entity)
        pending = []
        at = max(opened.end, value.end)
        yield _Found(person, opened.name, person.span.start, at, value.text, value.entity, value.is_inferred)


def _has_own_subject(reading: Reading, sentence: Sentence, title: Title) -> bool:
    """Is it the subject of its own verb (", a spokesman said") or the title of the next name?"""
    after = re.match(r"\s([^\W\d_]+)", reading.text[title.end : title.end + 24])
    if after is None:
        return False
    starts = title.end + after.start(1)
    is_next = any(m.span.start == starts and m.kind is EntityKind.PERSON for m in sentence.mentions)
    return is_next or after[1].lower() in reading.knowledge.say_verbs


def _bare(reading: Reading, sentence: Sentence, person: ResolvedMention, title: Title) -> Iterator[_Found]:
    if not re.match(r"\s(?:and|or)\s", reading.text[title.end : title.end + 5]):
        body = body_after(reading, sentence, title.end) or body_before(reading, sentence, title.start)
        value, entity = (body.text, body.entity) if body else ("", None)
        yield _Found(person, title.name, person.span.start, title.end, value, entity, body is not None)


def _verbs(reading: Reading, sentence: Sentence, person: ResolvedMention) -> Iterator[_Found]:
    """X, who leads both A and B; X heads the A; X recently founded the A."""
    for start in _verb_places(reading, sentence, person):
        found = _VERB.match(reading.text, start, min(sentence.end, start + _LOOK))
        if found is None:
            continue
        title = _VERBS[found["verb"].lower()]
        values = list_after(reading, sentence, found.end(), 2 if found["both"] else 1)
        if not values and found["who"].strip(" ,"):
            values = [host] if (host := find_host(reading, sentence, found.end())) else []
        if not values and _IS_CALLED.match(reading.text, found.end()):
            values = [host] if (host := unknown_name(reading, sentence, found.end())) else []
        for value in values:
            yield _Found(
                person, title, person.span.start, value.end, value.text, value.entity, value.is_inferred
            )
        return


def _verb_places(reading: Reading, sentence: Sentence, person: ResolvedMention) -> list[int]:
    """Right after the name, and before a "who" that follows an apposition."""
    places = [person.span.end]
    following = [
        m.span.start
        for m in sentence.mentions
        if m.kind is EntityKind.PERSON and m.span.start > person.span.end
    ]
    limit = min([sentence.end, person.span.end + _LOOK, *following])
    who = re.compile(r",?\swho\s").search(reading.text, person.span.end, limit)
    if who:
        places.append(who.start())
    return places


def _before_name(
    reading: Reading, sentence: Sentence, person: ResolvedMention, titles: Sequence[Title]
) -> Iterator[_Found]:
    """Iraqi Prime Minister X; A's Commander X; the head of A, X,; A chief executive X."""
    text, start = reading.text, person.span.start
    for title in titles:
        if title.end >= start:
            break
        gap = text[title.end : start]
        is_closed = text[person.span.end : person.span.end + 1] == ","
        is_told = _IS_NAMED.fullmatch(gap) and body_before(reading, sentence, title.start)
        if is_told or _is_before_name(reading, gap, title, is_closed=is_closed):
            yield _titled(reading, sentence, person, title)
            return
        value_after = find_value(reading, sentence, title, title.start) if start - title.end < _LOOK else None
        if value_after is None and start - title.end < _LOOK:
            value_after = body_after(reading, sentence, title.end)
        if value_after and re.fullmatch(
            r"(?:\s\([^()]{1,30}\))?,\s(?:[A-Z][\w.]{1,20}\s){0,3}",
            text[value_after.end : start] if value_after.end <= start else "",
        ):
            yield _Found(
                person, title.name, title.start, person.span.end, value_after.text, value_after.entity
            )
            return


def _titled(reading: Reading, sentence: Sentence, person: ResolvedMention, title: Title) -> _Found:
    """The role of a title right before a name, with the body that it is said or meant to be of."""
    if owner := _owner(reading, sentence, title):
        return _Found(person, title.name, owner[0], person.span.end, owner[1], owner[2])
    end = person.span.end
    body = body_of_name(reading, sentence, person)
    if body is not None:
        end = body.end
    else:
        body = body_before(reading, sentence, title.start)
    if body is None:
        return _Found(person, title.name, title.start, end, "", None)
    return _Found(person, title.name, title.start, end, body.text, body.entity, body.is_inferred)


def _is_before_name(reading: Reading, gap: str, title: Title, *, is_closed: bool) -> bool:
    if not gap.strip() or gap == ". ":
        return "\n\n" not in gap
    words = gap.removeprefix(",").split()
    is_honorific = all(word.lower().strip(",") in reading.knowledge.honorifics for word in words)
    is_apposed = gap == ", " and (title.is_sole or title.is_leader or is_closed)
    return (is_honorific and len(words) <= 2) or is_apposed


def _owner(reading: Reading, sentence: Sentence, title: Title) -> tuple[int, str, str | None] | None:
    """What stands before a title and says whose it is: a name, its genitive, a demonym."""
    text = reading.text
    for mention in reversed(sentence.mentions):
        if mention.kind is EntityKind.PERSON or mention.span.end > title.start:
            continue
        if re.fullmatch(
            r"['\u2019]s?\s(?:[a-z-]{1,20}\s){0,3}|,?\s(?:(?:former|then|new|acting|interim|deputy)[\s-]){0,2}",
            text[mention.span.end : title.start],
        ):
            return mention.span.start, mention.text, mention.entity
        if _has_adjective(reading, reading.text[mention.span.end : title.start]):
            return mention.span.start, mention.text, mention.entity
        break
    before = sentence.words_in(title.start - 80, title.start)[-4:]
    if before and (unknown := _unknown_owner(reading, sentence, before[-1], title)):
        return unknown
    for word in reversed(before):
        if word.text.lower() in reading.knowledge.demonyms and word.text[0].isupper():
            return word.start, word.text, None
        if word.text.lower() not in reading.knowledge.groups and not word.text.islower():
            break
        if word.folded in FUNCTION_WORDS:
            break
    return None


def _has_adjective(reading: Reading, gap: str) -> bool:
    """Is there one adjective between a name and a title (U.N. humanitarian adviser)?"""
    found = re.fullmatch(r"\s([a-z-]{3,20})\s", gap)
    if found is None or found[1] in FUNCTION_WORDS or found[1].endswith(("ed", "ing", "s")):
        return False
    return found[1] not in reading.knowledge.say_verbs and found[1] not in reading.knowledge.modals


def _unknown_owner(
    reading: Reading, sentence: Sentence, word: Token, title: Title
) -> tuple[int, str, str | None] | None:
    """A capitalised word right before the title that nobody marked as a name: Labour leader X."""
    knowledge, low = reading.knowledge, word.text.lower()
    gap = reading.text[word.end : title.start]
    is_known = low in knowledge.demonyms or low in knowledge.groups or low in knowledge.honorifics
    is_ordinary = word.start == sentence.start and (
        low in knowledge.common_words or low.endswith(("ing", "ed"))
    )
    if gap != " " or not word.text[0].isupper() or is_known or is_ordinary or low in FUNCTION_WORDS:
        return None
    name = word.text.removesuffix("'s").removesuffix("\u2019s")
    return (word.start, name, None) if len(name) > 1 and low not in knowledge.roles else None


def _filled(found: Sequence[_Found]) -> list[_Found]:
    """A title without value takes the value that the same person has with it elsewhere in the source."""
    known: dict[tuple[str, str], _Found] = {}
    for role in found:
        if role.value:
            known.setdefault((role.holder.entity, role.title), role)
    filled = []
    for role in found:
        other = known.get((role.holder.entity, role.title))
        if role.value or other is None:
            filled.append(role)
        else:
            filled.append(evolve(role, value=other.value, entity=other.entity, is_inferred=True))
    return filled


def _anaphoric(
    reading: Reading, found: Sequence[_Found], loose: Sequence[tuple[Sentence, Title]]
) -> Iterator[_Found]:
    """The spokesman of A …, later A Spokesman X: the phrase stands for X if only X has that role there."""
    holders_of: dict[str, list[_Found]] = {}
    for role in found:
        if role.entity is not None:
            holders_of.setdefault(role.entity, []).append(role)
    for sentence, title in loose:
        value = find_value(reading, sentence, title, title.start)
        if value is None or value.entity is None:
            continue
        begin = _phrase_start(reading, title)
        holders = {
            role.holder.entity: role
            for role in holders_of.get(value.entity, [])[-_MOST_HOLDERS:]
            if _is_same_title(role.title, title.name) and role.holder.span.start > title.end
        }
        if len(holders) == 1:
            role = next(iter(holders.values()))
            yield _Found(role.holder, title.name, begin, value.end, value.text, value.entity, True)


def _predecessors(reading: Reading, found: Sequence[_Found]) -> Iterator[_Found]:
    """His predecessor X: of the last office that was told before."""
    ordered = sorted(found, key=lambda role: role.start)
    starts = [role.start for role in ordered]
    for match in _PREDECESSOR.finditer(reading.text):
        sentence = reading.sentence_at(match.start())
        person = (
            next((m for m in sentence.mentions if m.span.start == match.end()), None) if sentence else None
        )
        at = bisect_left(starts, match.start()) - 1
        if person is None or person.kind is not EntityKind.PERSON or at < 0:
            continue
        role = ordered[at]
        if match.start() - role.end < _LOOK * 2:
            title = f"former {role.title.removeprefix('former ')}"
            yield _Found(person, title, match.start(), person.span.end, role.value, role.entity, True)


def _is_same_title(a: str, b: str) -> bool:
    return a == b or a.endswith(f" {b}") or b.endswith(f" {a}")


def _phrase_start(reading: Reading, title: Title) -> int:
    before = reading.text[max(0, title.start - 40) : title.start]
    found = re.search(r"(?:\b(?:The|A|An|the|a|an)\s)(?:[a-z-]{1,20}\s){0,2}\Z", before)
    return title.start - len(before) + found.start() if found else title.start
