"""The words of a body's name, each read as what it is: distinctive word, head word, form, country, number."""

import re
from collections.abc import Sequence

from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.body_tables import body_tables
from provenance.names.comparing.body_words import (
    FORM,
    NATION,
    PHRASE,
    PLACE,
    SPELT_FORM,
    KnownWord,
    known_word,
    read_meaning,
)
from provenance.names.comparing.grammar import ARTICLES
from provenance.names.comparing.tables import fold_tables
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.romanise import RomanWord

_TIES = frozenset("van von der den de di da".split())
"""Small words that are part of a family's name where a name begins with them: Van der Bilt."""
_LETTER_OF_PATRON = 0.05
"""Of the initials of whom a body is named after."""
_SHORT_FORM = 4
"""Letters up to which a legal form counts only at the ends of a name."""
_HOLDERS = frozenset("group holding holdings company co corp corporation".split())
"""Legal forms that are also said of what a body is."""
_ACRONYM = re.compile("[A-Z]{2,7}")
_LOWER_CASE = 0.15
"""What is left of the weight of a word in lower case beside capitals: the powerful Badr Organization."""
_SHORT = 3
"""Letters up to which a word does not show whether a name is in capitals."""
_NO_FORMS = frozenset(("",))


class BodyReader:
    """One name on its way: every word's place goes to the one part that claims it first."""

    def __init__(self, words: Sequence[RomanWord], after: int, knowledge: Knowledge) -> None:
        self.words, self.after = words, after
        self.tables = fold_tables(knowledge)
        self.bodies = body_tables(knowledge)
        self.known = [known_word(one.text, one.is_vowelless, one.is_syllable, knowledge) for one in words]
        self.texts = tuple([one.text for one in self.known])
        self.begins = 0
        for one in self.known:
            self.begins |= one.begins
        self.forms = self._find_forms() if self.begins & (FORM | SPELT_FORM) else {}
        first = next((p for p, text in enumerate(self.texts) if text not in _TIES), len(words))
        self.small = {place for place, one in enumerate(self.known) if one.is_small and place >= first}
        self.nations = self._find_nations() if self.begins & NATION else {}
        self.numbers = self._find_numbers()
        self.content: list[tuple[int, NameWord]] = []
        self.heads: list[tuple[int, NameWord]] = []
        self.sides: set[str] = set()
        self.english = [""] * len(words)

    def read(self) -> None:
        """Fills content, heads and sides."""
        self._read_words()
        if not self.content and not self.nations:
            self.content, self.heads = [self._own_word(*one) for one in self.heads], []
        if not self.content and not self.nations and not self.numbers:
            self.content = [
                (place, NameWord(word.text, word.text.lower(), word.is_vowelless))
                for place, word in enumerate(self.words)
            ]
        self._read_affairs()

    def rarities(self) -> tuple[float, ...]:
        """How much each word of content tells."""
        has_capitals = any([one.is_capital for one in self.known])
        return tuple([self._rarity(place, word, has_capitals) for place, word in self.content])

    @property
    def is_capitals(self) -> bool:
        """Are all words capitals but for short ones?"""
        long = [one.is_upper for one in self.known if len(one.text) > _SHORT]
        return bool(long) and all(long)

    @property
    def acronym(self) -> str:
        """P.M.F., p.m.f., PMF: letter by letter, or capitals only, but for article and legal form.

        In one word only capitals tell it: WHO and who, AMAL and Amal. A state's name in capitals is none.
        """
        texts = [word.text for word in self.words if not word.is_syllable]
        if len(texts) > 1 and all([len(text) == 1 and text.isalpha() for text in texts]):
            return "".join(texts).lower()
        if not any([one.is_upper for one in self.known]) and any([len(text) > 1 for text in texts[:1]]):
            return ""
        texts = [
            word.text
            for place, word in enumerate(self.words)
            if not word.is_syllable and place not in self.forms and (place or self.texts[0] != "the")
        ]
        if len(texts) == 1 and _ACRONYM.fullmatch(texts[0]):
            letters = texts[0].lower()
            is_state = len(letters) > _SHORT and letters in self.bodies.nations.values
            return "" if is_state else letters
        if len(texts) > 2 and all([len(text) == 1 and text.isalpha() for text in texts]):
            return "".join(texts).lower()
        return ""

    def said_forms(self) -> frozenset[str]:
        """Each word of the legal forms, and neighbours of single letters together: s p a."""
        if not self.forms:
            return _NO_FORMS
        texts = [self.texts[place] for place in sorted(self.forms)]
        return frozenset(texts) | {" ".join(text for text in texts if len(text) == 1)}

    def _read_affairs(self) -> None:
        """The Foreign Ministry, the Ministry of Foreign Affairs; of Internal Affairs, of the Interior."""
        folded = {word.folded for _, word in self.content}
        if "affair" not in folded:
            return
        if not folded.isdisjoint(("foreign", "interior", "internal")):
            self.content = [one for one in self.content if one[1].folded != "affair"] or self.content
        if "internal" in folded:
            self.content = [
                (place, evolve(word, folded="interior") if word.folded == "internal" else word)
                for place, word in self.content
            ]

    def _own_word(self, place: int, word: NameWord) -> tuple[int, NameWord]:
        """Al-Hayat, a newspaper: with the article and nothing more, a word is no body's kind."""
        text = self.texts[place]
        is_alone = len(self.heads) == 1 and word.has_article and not self.words[place].is_vowelless
        return place, evolve(word, folded=text) if is_alone and not self.numbers else word

    def _rarity(self, place: int, word: NameWord, has_capitals: bool) -> float:
        rarity = self.bodies.rarity_of(word.folded)
        is_lower = has_capitals and self.known[place].is_lower and not word.is_vowelless
        if is_lower and word.folded in self.bodies.common:
            return rarity * _LOWER_CASE
        if place >= self.after:
            return _LETTER_OF_PATRON if len(word.folded) == 1 else rarity / 2
        return rarity

    def _find_forms(self) -> dict[int, str]:
        """Places of legal forms, unless nothing else would be left."""
        texts = self.texts
        found = self.bodies.forms.find(texts) if self.begins & FORM else {}
        if self.begins & SPELT_FORM and len(texts) > 1:
            found |= self.tables.spelt_forms.find([one.skeleton for one in self.known])
        for place in [place for place in found if texts[place] in _HOLDERS]:
            neighbours = {place - 1, place + 1} & found.keys()
            if texts[place] not in ("co", "corp") and not neighbours:
                del found[place]
        others = [place for place in range(len(texts)) if place not in found]
        if not others:
            return {}
        inner = [p for p in found if others[0] < p < others[-1] and self._is_short_form(p, found)]
        for place in inner:
            del found[place]
        return found

    def _is_short_form(self, place: int, found: dict[int, str]) -> bool:
        is_single = place - 1 not in found and place + 1 not in found
        return is_single and len(self.texts[place]) <= _SHORT_FORM and not self.known[place].is_upper

    def _find_nations(self) -> dict[int, str]:
        return {
            place: code
            for place, code in self.bodies.nations.find(self.texts).items()
            if place not in self.forms and (self.texts[place] != "us" or self._is_state(place))
        }

    def _is_state(self, place: int) -> bool:
        """US, not us: but at the start of a name without any capital it is the state."""
        is_first = place == 0 and len(self.known) > 1 and all([one.is_lower for one in self.known])
        return self.known[place].is_upper or is_first

    def _find_numbers(self) -> dict[int, str]:
        """Place → number in digits: 17th, seventeen, XVII; not where the name is nothing but a number."""
        found = {place: one.number for place, one in enumerate(self.known) if one.number}
        if not found or len(self.known) < 2:
            return {}
        if len(self.texts[0]) == 1 and not self.texts[0].isdigit():
            found.pop(0, None)
        return found

    def _read_words(self) -> None:
        phrases: dict[int, str] = {}
        if self.begins & (PHRASE | PLACE):
            phrases = self.bodies.phrases.find(self.texts) | self.bodies.places.find(self.texts)
        taken = self.nations.keys() | self.forms.keys() | self.numbers.keys() | self.small
        before = ""
        for place, known in enumerate(self.known):
            if place in taken:
                before = ""
                self.english[place] = known.text
                continue
            phrase = phrases.get(place, "")
            if phrase and phrase == before:
                continue  # the phrase was read at its first word
            before = phrase if place + 1 in phrases else ""
            self._read_word(place, known, phrase)

    def _read_word(self, place: int, known: KnownWord, phrase: str) -> None:
        meaning = known.meaning
        has_article = place > 0 and self.texts[place - 1] in ARTICLES
        if phrase or (has_article and meaning.text[:1] != "="):
            word = self.words[place]
            english = phrase or meaning.source
            meaning = read_meaning(word.text, english, word.is_vowelless, has_article, self.bodies)
        if meaning.text.startswith("="):
            self.nations[place] = meaning.text[1:]
            return
        self.english[place] = meaning.text
        self.content += [(place, word) for word in meaning.content]
        self.heads += [(place, word) for word in meaning.heads]
        self.sides.update(meaning.sides)
