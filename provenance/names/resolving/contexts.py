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
from provenance.names.resolving.generations import find_generations, told_generation, without_generation
from provenance.names.resolving.held_roles import roles_at
from provenance.names.resolving.lineage import begins_with_parent, is_given_only, others_places
from provenance.text.folding import fold_text
from provenance.text.sentences import find_paragraphs, find_sentences

_MALE = frozenset(
    "mr sir lord king prince emperor sultan duke baron count father brother imam ayatollah mullah sheikh "
    "shaikh monsieur herr senor señor signor don pan bey ato".split()
)
_FEMALE = frozenset(
    "mrs ms miss mme mlle madame madam lady dame queen princess empress sultana duchess baroness countess "
    "sister mother sheikha shaikha frau senora señora signora signorina dona doña pani hanim begum "
    "bibi actress".split()
)
_MALE_PARTS = frozenset("sir lord king prince sheikh shaikh imam mullah".split())
_KIN = {
    **dict.fromkeys("husband brother son father uncle nephew grandfather grandson widower".split(), "m"),
    **dict.fromkeys("wife sister daughter mother aunt niece grandmother granddaughter widow".split(), "f"),
}
_KIN_BEHIND = re.compile(r",\s(?:his|her|their|the|[A-Z]\w+['\u2019]s)\s(?:[a-z]+\s)?([a-z]+)\b")
_KIN_OF = re.compile(
    r",\s(?:[a-z ]{1,24},\s)?(?:the\s|a\s)?(?:[a-z]{1,12}\s)?(son|daughter|wife|widow|widower|husband|"
    r"brother|sister|mother|father|nephew|niece|grandson|granddaughter)\sof\b"
)
_KIN_TO = re.compile(
    r"\b(?:son|daughter|wife|widow|widower|husband|brother|sister|mother|father|nephew|niece|cousin|grandson|"
    r"granddaughter)\s(?:of|to)\s(?:the\s[a-z]+\s|[A-Z][a-z]*\.?\s)?$"
)
"""Before the one whose kin another is."""
_OWN_KIN = re.compile(
    r",?\s(?:and|with|or)\s(his|her)\s(?:(?:late|elder|older|younger|twin|eldest|ex-)\s?)?([a-z]+)\b"
)
_OWN_KIN_BEFORE = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose)\s(?:(?:late|elder|older|younger|twin|eldest|youngest|only)\s)?([a-z]+),\s"
    r"(?:[A-Z][a-z]{1,8}\.?\s)?$"
)
_TOKEN = re.compile(r"[^\W\d_]+|,|&")
_COUPLE = re.compile(r"(?:(\S+)[ ])?\b([A-Z][^\W\d_]+)\s(?:and|&)\s$")
_REACH = 40
"""Code points before a name in which a form of address may stand."""
_PRONOUN = re.compile(
    r"\b(?:(?P<m>[Hh]e|himself)|(?P<f>[Ss]he|herself))\b|(?<=[.!?\u201d\"]\s)(?:(?P<his>His)|(?P<her>Her))\s"
)
_PRONOUN_REACH = 90
"""Code points behind a name in which a pronoun may speak of it."""


_NEAR = 4
"""Sentences behind a full name, itself included, in which its bare surname is taken to mean it."""


OTHER = "\x00other"
"""Among the names that a surname may mean: one whom its text does not name in full."""
_RELATED = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose)\s(?:late\s|former\s|older\s|younger\s|elder\s|ex-)?(?:predecessor|successor|"
    r"namesake|brother|sister|father|mother|husband|wife|son|daughter|uncle|aunt|cousin|nephew|niece|rival|opponent|"
    r"colleague|deputy|counterpart|widow|widower)(?:,\s|\s)(?:[A-Z][a-z]{0,4}\.?\s)?$"
)
NOBODY = "?"
"""Among the names that a surname may mean: it may be another one's, whom the text does not name in full."""


@frozen
class Context:
    """`gender`: "m" or "f" as a form of address or a word of kinship before the name says, else "".

    `owners`: of the full names with this surname, where its text has several, those that it can mean: the
    only one that stands before it, those in the nearest sentence of the paragraph before, the younger or
    the elder one; "" among them where one is named as another's kin, whom a bare surname rarely means;
    NOBODY where the text does not tell. `is_surname`: a longer name of the text ends with this one of
    several words.
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
    words = {text: _words(text) for text in {mention.text for mention in people}}
    generations = find_generations(texts, people, words)
    for source_id, ours in groupby(people, key=lambda mention: mention.span.source_id):
        listed = list(ours)
        surnames = _double_surnames(listed, knowledge)
        owners = _Bearers(texts[source_id], listed, words, surnames, (generations, knowledge)).owners()
        owners.update(dict.fromkeys(_others(texts[source_id], listed, words), (OTHER,)))
        for mention in listed:
            text, span = texts[source_id], mention.span
            gender = say_gender(text, span.start) or is_kin(text, span.end) or _own_title(mention.text)
            gender = gender or _as_owner(text, span.end)
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
        endings.update(
            words[start:] for start in range(1, len(words) - 1) if not begins_with_parent(words, start)
        )
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
    found = _KIN_OF.match(text, end) or _KIN_BEHIND.match(text, end)
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


def _as_owner(text: str, end: int) -> str:
    """ "m" or "f" where the name that ends at `end` goes on as in "Raila and his brother"; else ""."""
    found = _OWN_KIN.match(text, end)
    return ("m" if found[1] == "his" else "f") if found and found[2] in _KIN else ""


def _own_title(name: str) -> str:
    """ "m" or "f" by a form of address that is a part of the name: Begum Nasreen."""
    first, _, rest = name.lower().partition(" ")
    return ("f" if first in _FEMALE else "m" if first in _MALE_PARTS else "") if rest else ""


def speaks_of(text: str, end: int, limit: int) -> str:
    """ "m" or "f" by the first pronoun soon behind a name that ends at `end`, before `limit`; else ""."""
    found = _PRONOUN.search(text, end, min(limit, end + _PRONOUN_REACH))
    if found is None:
        return ""
    return "m" if found["m"] or found["his"] else "f"


_NO_CONTEXT = Context()


def _others(text: str, listed: Sequence[Mention], words: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Surnames behind what somebody is to the one named before, who bears the same: her predecessor Reis."""
    last: tuple[str, ...] = ()
    for mention in listed:
        parts = words[mention.text]
        if len(parts) == 1 and last[-1:] == parts and (len(last) > 1):
            if _RELATED.search(text[max(0, mention.span.start - _REACH) : mention.span.start]):
                yield mention.span
        last = parts if len(parts) > 1 else last


class _Bearers:
    """Who bears the surnames that several full names of one text have."""

    def __init__(
        self,
        text: str,
        listed: Sequence[Mention],
        words: Mapping[str, tuple[str, ...]],
        surnames: set[str],
        known: tuple[Mapping[str, str], Knowledge],
    ) -> None:
        self._text = text
        self._surnames = surnames
        self._listed = listed
        self._words = [without_generation(words[mention.text]) for mention in listed]
        self._generations, self._knowledge = known
        self._couples = self._find_couples()
        self._shared = self._find_shared() | self._couples
        self._shared |= {" ".join(words[surname]) for surname in surnames}
        self._introduced: dict[str, dict[str, bool]] = defaultdict(dict)
        self._latest: dict[str, tuple[int, set[str]]] = {}
        self._titles: dict[str, set[str]] = defaultdict(set)

    def owners(self) -> dict[Span, tuple[str, ...]]:
        """Single names that several full names of the text have → those whom each can mean."""
        if not self._shared:
            return {}
        addressed = {
            parts[0]
            for mention, parts in zip(self._listed, self._words, strict=True)
            if len(parts) == 1 and say_gender(self._text, mention.span.start)
        }
        found: dict[Span, tuple[str, ...]] = {}
        sentences = _numbers(find_sentences(self._text), self._listed)
        paragraphs = _numbers(find_paragraphs(self._text), self._listed)
        paragraph = -1
        for mention, parts, sentence, here in zip(
            self._listed, self._words, sentences, paragraphs, strict=True
        ):
            if here != paragraph:
                paragraph, self._latest = here, {}
            surname = " ".join(parts)
            if len(parts) > 1 and mention.text not in self._surnames:
                self._introduce(mention, parts, sentence)
            elif surname in self._shared:
                is_told = surname not in addressed or say_gender(self._text, mention.span.start) != ""
                meant = self._meant(mention, surname, sentence, is_told=is_told)
                if meant:
                    found[mention.span] = meant
        return found

    def _introduce(self, mention: Mention, parts: tuple[str, ...], sentence: int) -> None:
        endings = (" ".join(parts[start:]) for start in range(1, len(parts) - 1))
        shared = self._shared.intersection((*self._own(parts), *endings))
        is_kin = bool(shared) and _is_named_as_kin(self._text, mention.span)
        if shared:
            self._titles[mention.text] |= self._titles_at(mention)
        for part in shared:
            place, names = self._latest.get(part, (-1, set()))
            kin = {""} if is_kin else set()
            self._latest[part] = (sentence, {mention.text} | kin | (names if place == sentence else set()))
            known = self._introduced[part]
            known[mention.text] = is_kin and mention.text not in known

    def _meant(self, mention: Mention, surname: str, sentence: int, *, is_told: bool) -> tuple[str, ...]:
        """The full names that a bare surname can mean, the likelier of two ways to tell first.

        Where forms of address tell people of one surname apart, a bare surname is nobody's.
        """
        before = self._introduced[surname]
        is_given = is_given_only(surname, self._knowledge)
        called = [name for name in before if is_given and _words(name)[0] == surname]
        titles = self._titles_at(mention) if len(before) > 1 else set()
        titled = [name for name in before if titles & self._titles[name]]
        if called or len(titled) == 1:
            return tuple(called or titled)
        if surname in self._couples:
            return (NOBODY,)
        generation = told_generation(self._text, mention.span.start, mention.span.end)
        if generation and len(before) > 1:
            return tuple(sorted(n for n in before if self._generations.get(n) == generation)) or (NOBODY,)
        if len({fold_text(name) for name in before}) == 1:
            return tuple(before)
        place, near = self._latest.get(surname, (-_NEAR, set()))
        if sentence - place < _NEAR:
            return tuple(sorted(near)) if is_told else ()
        own = [name for name, is_merely_kin in before.items() if not is_merely_kin]
        return tuple(own) if is_told and len(own) == 1 else ()

    def _titles_at(self, mention: Mention) -> set[str]:
        return {role.title for role in roles_at(self._text, mention.span, self._knowledge)}

    def _find_shared(self) -> set[str]:
        """Words that several full names have."""
        full: dict[str, set[str]] = defaultdict(set)
        for mention, parts in zip(self._listed, self._words, strict=True):
            for part in self._own(parts) if len(parts) > 1 and mention.text not in self._surnames else ():
                full[part].add(mention.text)
        return {word for word, names in full.items() if len(names) > 1}

    def _own(self, parts: tuple[str, ...]) -> list[str]:
        """The words that are not a parent's or a child's name."""
        others = others_places(parts, self._knowledge)
        return [part for place, part in enumerate(parts) if place not in others]

    def _find_couples(self) -> set[str]:
        """Surnames that a given name before shares: Paul and Mary Smith."""
        found: set[str] = set()
        before = ""
        end = 0
        for mention, parts in zip(self._listed, self._words, strict=True):
            start = mention.span.start
            couple = _COUPLE.search(self._text[max(0, start - _REACH) : start]) if len(parts) > 1 else None
            if couple and fold_text(couple[2]) in self._knowledge.given_names:
                is_named = self._text[end:start].strip() in ("and", "&")
                if before == couple[2] if is_named else _is_plain(couple[1] or ""):
                    found.update(" ".join(parts[start:]) for start in range(1, len(parts)))
            before, end = mention.text, mention.span.end
        return found


def _is_plain(word: str) -> bool:
    """No part of a name: the given name behind it stands alone."""
    return not word[:1].isupper() or word[-1:] in ",.;:"


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in fold_text(name).split() if word not in ("al", "el"))


def _is_named_as_kin(text: str, span: Span) -> bool:
    before = _TOKEN.findall(text[max(0, span.start - _REACH) : span.start])
    behind = _KIN_BEHIND.match(text, span.end)
    is_of = _KIN_TO.search(text[max(0, span.start - _REACH) : span.start]) is not None
    is_set_off = before[-1:] == [","] and _is_own_kin(text, span.start)
    return (
        is_of
        or is_set_off
        or any(token in _KIN for token in before[-1:])
        or bool(behind and behind[1] in _KIN)
    )


def _is_own_kin(text: str, start: int) -> bool:
    """Stands behind his brother, with a comma between, as one whom the text sets beside another?"""
    found = _OWN_KIN_BEFORE.search(text[max(0, start - _REACH) : start])
    return found is not None and found[1] in _KIN


def _numbers(pieces: Sequence[tuple[int, int]], listed: Sequence[Mention]) -> Iterator[int]:
    """The number of the piece of text in which each mention stands."""
    starts = [start for start, _ in pieces]
    return (bisect_right(starts, mention.span.start) for mention in listed)
