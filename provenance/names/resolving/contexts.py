"""What stands around a person's name: forms of address, kinship, and the full name it stands next to."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, Mention
from provenance.model.spans import Span
from provenance.names.order import mention_order
from provenance.text.folding import fold_text
from provenance.text.sentences import find_paragraphs, find_sentences

_MALE = frozenset(
    "mr sir lord king prince emperor sultan duke baron count father brother imam ayatollah mullah sheikh "
    "shaikh monsieur herr senor señor don pan bey".split()
)
_FEMALE = frozenset(
    "mrs ms miss mme mlle madame madam lady dame queen princess empress sultana duchess baroness countess "
    "sister mother sheikha shaikha frau senora señora dona doña pani hanim begum bibi actress".split()
)
_MALE_PARTS = frozenset("sir lord king prince sheikh shaikh imam mullah".split())
_KIN = {
    **dict.fromkeys("husband brother son father uncle nephew grandfather grandson widower".split(), "m"),
    **dict.fromkeys("wife sister daughter mother aunt niece grandmother granddaughter widow".split(), "f"),
}
_KIN_BEHIND = re.compile(r",\s(?:his|her|their|the|[A-Z]\w+['\u2019]s)\s(?:[a-z]+\s)?([a-z]+)\b")
_TOKEN = re.compile(r"[^\W\d_]+|,|&")
_REACH = 40
"""Code points before a name in which a form of address may stand."""
_PRONOUN = re.compile(r"\b(?:(?P<m>he|himself)|(?P<f>she|herself))\b", re.IGNORECASE)
_PRONOUN_REACH = 90
"""Code points behind a name in which a pronoun may speak of it."""


_NEAR = 4
"""Sentences behind a full name, itself included, in which its bare surname is taken to mean it."""


@frozen
class Context:
    """`gender`: "m" or "f" as a form of address or a word of kinship before the name says, else "".

    `owners`: the full names with this surname in the nearest sentence of the paragraph before, where its
    text has several; "" among them where one is named as another's kin, whom a bare surname rarely
    means. `is_surname`: a longer name of the text ends with this one of several words.
    """

    gender: str = ""
    owners: tuple[str, ...] = ()
    is_surname: bool = False


def find_contexts(
    texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge
) -> dict[Span, Context]:
    """The contexts of persons' names that have any."""
    people = sorted((m for m in mentions if m.kind is EntityKind.PERSON), key=mention_order)
    found: dict[Span, Context] = {}
    for source_id, ours in groupby(people, key=lambda mention: mention.span.source_id):
        listed = list(ours)
        owners = _owners(texts[source_id], listed)
        surnames = _double_surnames(listed, knowledge)
        for mention in listed:
            text, span = texts[source_id], mention.span
            gender = say_gender(text, span.start) or is_kin(text, span.end) or _own_title(mention.text)
            context = Context(gender, owners.get(mention.span, ()), mention.text in surnames)
            if context != _NO_CONTEXT:
                found[mention.span] = context
    return found


def _double_surnames(listed: Sequence[Mention], knowledge: Knowledge) -> set[str]:
    """Names of several words with which longer names of the text end: Lloyd George, Quispe Mamani.

    Not where the first of them is a given name, which may make it another one's full name.
    """
    endings: set[tuple[str, ...]] = set()
    by_words: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for mention in listed:
        by_words[_words(mention.text)].add(mention.text)
    for words in by_words:
        endings.update(words[start:] for start in range(1, len(words) - 1))
    return {
        text
        for words, texts in by_words.items()
        if words in endings and (words[0] not in knowledge.given_names or words[0] in knowledge.surnames)
        for text in texts
    }


def find_spoken(texts: Mapping[str, str], mentions: Sequence[Mention]) -> dict[str, str]:
    """Full names of persons → "m" or "f", as the pronouns right behind them say, all alike.

    Only behind the first person's name of a sentence, and up to the next person's.
    """
    people = sorted((m for m in mentions if m.kind is EntityKind.PERSON), key=mention_order)
    votes: dict[str, set[str]] = defaultdict(set)
    for source_id, ours in groupby(people, key=lambda mention: mention.span.source_id):
        listed, text = list(ours), texts[source_id]
        starts = [*(mention.span.start for mention in listed[1:]), len(text)]
        last = -1
        for mention, number, limit in zip(
            listed, _numbers(find_sentences(text), listed), starts, strict=True
        ):
            gender = speaks_of(text, mention.span.end, limit) if number != last else ""
            last = number
            if gender and " " in mention.text:
                votes[mention.text].add(gender)
    return {name: min(said) for name, said in sorted(votes.items()) if len(said) == 1}


def is_kin(text: str, end: int) -> str:
    """ "m" or "f" where the name that ends at `end` goes on as in "Mary, his wife"; else ""."""
    found = _KIN_BEHIND.match(text, end)
    return _KIN.get(found[1], "") if found else ""


def say_gender(text: str, start: int) -> str:
    """ "m" or "f" by the form of address or the word of kinship before `start`, else ""."""
    tokens = _TOKEN.findall(text[max(0, start - _REACH) : start])
    for back, token in enumerate(reversed(tokens[-3:]), start=1):
        low = token.lower()
        if low in _KIN and (token != token.title() or back == 1):
            return _KIN[low]
        if token == "," and back == 1:
            continue
        if not token[0].isupper() or (len(tokens) > back and tokens[-back - 1].lower() in ("and", "&")):
            return "f" if low.endswith("woman") or low == "actress" else ""
        if low in _MALE or low in _FEMALE:
            return "m" if low in _MALE else "f"
    return ""


def _own_title(name: str) -> str:
    """ "m" or "f" by a form of address that is a part of the name: Begum Nasreen."""
    first, _, rest = name.lower().partition(" ")
    return ("f" if first in _FEMALE else "m" if first in _MALE_PARTS else "") if rest else ""


def speaks_of(text: str, end: int, limit: int) -> str:
    """ "m" or "f" by the first pronoun soon behind a name that ends at `end`, before `limit`; else ""."""
    found = _PRONOUN.search(text, end, min(limit, end + _PRONOUN_REACH))
    if found is None:
        return ""
    return "m" if found["m"] else "f"


_NO_CONTEXT = Context()


def _owners(text: str, listed: Sequence[Mention]) -> dict[Span, tuple[str, ...]]:
    """Single names that several full names of the text have → those in the nearest sentence before.

    Where forms of address tell people of one surname apart, a bare surname is nobody's.
    """
    words = [_words(mention.text) for mention in listed]
    shared = _shared_words(listed, words)
    if not shared:
        return {}
    addressed = {
        parts[0]
        for mention, parts in zip(listed, words, strict=True)
        if len(parts) == 1 and say_gender(text, mention.span.start)
    }
    found: dict[Span, tuple[str, ...]] = {}
    latest: dict[str, tuple[int, set[str]]] = {}
    sentences = _numbers(find_sentences(text), listed)
    paragraphs = _numbers(find_paragraphs(text), listed)
    paragraph = -1
    for mention, parts, sentence, here in zip(listed, words, sentences, paragraphs, strict=True):
        if here != paragraph:
            paragraph, latest = here, {}
        for part in shared & set(parts) if len(parts) > 1 else ():
            place, names = latest.get(part, (-1, set()))
            kin = {""} if _is_named_as_kin(text, mention.span) else set()
            latest[part] = (sentence, {mention.text} | kin | (names if place == sentence else set()))
        if len(parts) == 1 and sentence - latest.get(parts[0], (-_NEAR, set()))[0] < _NEAR:
            if parts[0] not in addressed or say_gender(text, mention.span.start):
                found[mention.span] = tuple(sorted(latest[parts[0]][1]))
    return found


def _shared_words(listed: Sequence[Mention], words: Sequence[tuple[str, ...]]) -> set[str]:
    """Words that several full names have."""
    full: dict[str, set[str]] = defaultdict(set)
    for mention, parts in zip(listed, words, strict=True):
        for part in parts if len(parts) > 1 else ():
            full[part].add(mention.text)
    return {word for word, names in full.items() if len(names) > 1}


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in fold_text(name).split() if word not in ("al", "el"))


def _is_named_as_kin(text: str, span: Span) -> bool:
    before = _TOKEN.findall(text[max(0, span.start - _REACH) : span.start])
    return any(token in _KIN for token in before[-1:]) or bool(is_kin(text, span.end))


def _numbers(pieces: Sequence[tuple[int, int]], listed: Sequence[Mention]) -> Iterator[int]:
    """The number of the piece of text in which each mention stands."""
    starts = [start for start, _ in pieces]
    return (bisect_right(starts, mention.span.start) for mention in listed)
