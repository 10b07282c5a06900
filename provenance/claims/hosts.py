"""What a role or membership belongs to: the name after "of", a list of names, or a group named before."""

import re

from attrs import frozen

from provenance.claims.reading import Reading, Sentence
from provenance.claims.titles import Title
from provenance.model.annotations import ResolvedMention
from provenance.model.names import EntityKind

_OF = re.compile(r"\s(?:of|for|in|at|within|to|with|from|on|over)\s", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:(?:the|a|an|its|his|her|their|\u201ca|\u201cthe)\s)?[\u201c\"]?(?:(?!(?:and|who|which|that|of|in|on|at|to|for|with|by|from|as|is|was)\s)"
    r"[\w.\u2019'-]{1,30}[\s-]){0,4}(?:a\s)?[\u201c\"]?",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?:[a-z][\w\u2019'-]{0,24}\s){1,4}(?:at|for|of|in|with)\s")
_COMMON_NOUNS = (
    r"(?:(?!(?:that|who|which|whose|when|where|as|and|or|but|of|in|on|at|to|for|with|by|from|said|is|was)\s)"
    r"[a-z][a-z-]{2,19}\s){0,2}"
)
_UNKNOWN_NAME = re.compile(
    rf"(?:the\s{_COMMON_NOUNS})?(?P<name>[A-Z][\w&.\u2019'-]{{1,24}}(?:\s(?:(?:of|for|and|de|the)\s){{0,2}}[A-Z][\w&.\u2019'-]{{1,24}}){{0,5}})(?<![.])"
)
_GENITIVE = re.compile(r"['\u2019]s?\s(?:[a-z-]{1,20}\s){0,2}")
_JOINED = re.compile(
    r"(?:\s\([^()]{1,30}\))?(?:,\s(?:and\s)?|\s(?:and|or)\s|,?\sas well as\s)(?:the\s|a\s|an\s)?"
    r"[\u201c\"]?(?:[a-z][\w-]{0,20}\s){0,2}[\u201c\"]?"
)
_TAIL = re.compile(r"\s(?:group|party|movement|alliance|coalition|organi[sz]ation|militia|network|bloc)\b")
_GROUP_NOUN = re.compile(
    r"(?P<the>the|a|an|his|her|their|its|this)\s(?P<words>(?:[\w-]{1,20}\s){0,3}?)"
    r"(?P<noun>coalition|alliance|bloc|front|party|movement|group|company|firm|club|team|union|council|committee"
    r"|agency|ministry|organi[sz]ation|association|bank)\b",
    re.IGNORECASE,
)
_SORTS = (
    frozenset({"coalition", "alliance", "bloc", "front", "union"}),
    frozenset({"party", "movement"}),
    frozenset({"company", "firm", "corporation", "inc", "ltd", "plc", "group"}),
    frozenset({"club", "team", "fc"}),
    frozenset({"organization", "organisation", "association"}),
)
_SENTENCES_BACK = 6


@frozen
class Host:
    """What is named: its words, the end of its place, its entity if it is known."""

    text: str
    start: int
    end: int
    entity: str | None
    is_inferred: bool = False


def find_value(reading: Reading, sentence: Sentence, title: Title, after: int) -> Host | None:
    """What `title` belongs to: a name after "of", before it (the A spokesman), or a demonym, else a group
    noun that stands for a group named before. `after`: where what stands before the title begins."""
    of = _OF.match(reading.text, title.end)
    if of is not None:
        if found := name_after(reading, sentence, of.end()):
            return found
        if host := find_host(reading, sentence, of.end()):
            return host
        field = _FIELD.match(reading.text, of.end(), sentence.end)  # head of research at A
        if field is not None and (found := name_after(reading, sentence, field.end())):
            return found
        if unknown := unknown_name(reading, sentence, of.end()):
            return unknown
    return _name_before(reading, sentence, title, after)


def name_after(reading: Reading, sentence: Sentence, at: int) -> Host | None:
    """The organisation or place that starts at `at` but for an article and a few adjectives."""
    for number, mention in enumerate(sentence.mentions):
        if mention.span.start < at or mention.kind is EntityKind.PERSON or is_compound(reading, mention):
            continue
        if _BETWEEN.fullmatch(reading.text, at, mention.span.start) is None:
            return None
        return _host(reading, _last_in_genitive(reading, sentence, number))
    return None


def unknown_name(reading: Reading, sentence: Sentence, at: int) -> Host | None:
    """What is capitalised at `at` and was marked as no name: the ferry Aurora, the Grey Heron."""
    found = _UNKNOWN_NAME.match(reading.text, at, sentence.end)
    if found is None:
        return None
    start, end = found.span("name")
    is_person = any(
        m.kind is EntityKind.PERSON and m.span.start < end and start < m.span.end for m in sentence.mentions
    )
    return None if is_person else Host(found["name"], start, end, None)


def is_compound(reading: Reading, mention: ResolvedMention) -> bool:
    """Is the name only the first part of a compound adjective (Iran-backed)?"""
    end = mention.span.end
    return reading.text[end : end + 1] == "-" and reading.text[end + 1 : end + 2].islower()


def list_after(reading: Reading, sentence: Sentence, at: int, most: int) -> list[Host]:
    """Up to `most` names joined by commas and "and", the first at `at` but for an article and adjectives."""
    first = name_after(reading, sentence, at)
    hosts = [first] if first else []
    while hosts and len(hosts) < most:
        end = hosts[-1].end
        following = next(
            (m for m in sentence.mentions if m.span.start >= end and m.kind is not EntityKind.PERSON), None
        )
        if following is None or _JOINED.fullmatch(reading.text, end, following.span.start) is None:
            break
        hosts.append(_host(reading, following))
    return hosts


def find_host(reading: Reading, sentence: Sentence, at: int) -> Host | None:
    """A group noun at `at` (the new coalition) and the nearest named group of its sort before it."""
    found = _GROUP_NOUN.match(reading.text, at, sentence.end)
    if found is None:
        return None
    noun = found["noun"].lower()
    sort = next((sort for sort in _SORTS if noun in sort), frozenset({noun}))
    tail = re.match(
        r"\sof\s[^,.;]{3,40}?(?=\s(?:for|in|to|that|which|ahead|on|at)\s|[,.;])",
        reading.text[found.end() : found.end() + 60],
    )
    end = found.end() + (tail.end() if tail else 0)
    named = _named_before(reading, sentence, at, sort)
    text = reading.text[found.start() : end]
    return Host(text, found.start(), end, named.entity if named else None, named is not None)


def _named_before(
    reading: Reading, sentence: Sentence, at: int, sort: frozenset[str]
) -> ResolvedMention | None:
    index = reading.sentence_index(sentence)
    for earlier in reversed(reading.sentences[max(0, index - _SENTENCES_BACK) : index + 1]):
        for mention in reversed(earlier.mentions):
            is_before = mention.span.end <= at and mention.kind is EntityKind.ORGANIZATION
            if is_before and {mention.text.split()[-1].lower(), mention.name.split()[-1].lower()} & sort:
                return mention
    return None


def _name_before(reading: Reading, sentence: Sentence, title: Title, after: int) -> Host | None:
    """The name or demonym between `after` and the title: the A spokesman, an Iraqi politician."""
    for mention in reversed(sentence.mentions):
        if (
            after <= mention.span.start
            and mention.span.end < title.start
            and mention.kind is not EntityKind.PERSON
        ):
            if re.fullmatch(
                r"(?:['\u2019]s?)?\s(?:[a-z-]{1,20}\s){0,2}", reading.text[mention.span.end : title.start]
            ):
                return Host(mention.text, mention.span.start, title.end, mention.entity)
            break
    for word in reversed(sentence.words_in(after, title.start)):
        if word.text.lower() in reading.knowledge.demonyms:
            return Host(word.text, word.start, title.end, None)
    return None


def _last_in_genitive(reading: Reading, sentence: Sentence, number: int) -> ResolvedMention:
    """The last of Iraq's Interior Ministry's …"""
    mention = sentence.mentions[number]
    for following in sentence.mentions[number + 1 : number + 4]:
        if following.kind is EntityKind.PERSON:
            break
        if not _GENITIVE.fullmatch(reading.text, mention.span.end, following.span.start):
            break
        mention = following
    return mention


def _host(reading: Reading, mention: ResolvedMention) -> Host:
    end = mention.span.end
    if tail := _TAIL.match(reading.text, end):
        end = tail.end()
    return Host(mention.text, mention.span.start, end, mention.entity)
