"""Where titles stand in a sentence: prime minister, spokesman, senior commander."""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from provenance.claims.reading import FUNCTION_WORDS, Reading, Sentence
from provenance.model.knowledge import Knowledge, Role
from provenance.text.folding import fold_text

_FORMER = frozenset({"former", "ex", "late", "then", "onetime", "erstwhile", "retired", "outgoing", "ousted"})
_NOT_AFTER = re.compile(r"-[^\W\d_]|['\u2019]s?\b")
_ADJECTIVES = frozenset({"chief", "head", "general", "principal", "major", "deputy", "chair"})
_LONGEST_TITLE = 7
_SHORT = {"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "amb": "ambassador"}


@frozen(order=True)
class Title:
    """A title at [start, end). `name`: canonical, with "former" before it if it is over."""

    start: int
    end: int
    name: str
    is_sole: bool
    is_leader: bool


def find_titles(reading: Reading, sentence: Sentence) -> list[Title]:
    """Titles in a sentence in order, the longest at each place, outside of names.

    A title that goes on with a hyphen or in the genitive (the president's car) is none.
    """
    table = _table(reading.knowledge)
    text, words = reading.text, sentence.words
    if table.keys().isdisjoint([word.folded for word in words]):
        return []
    inside = [(m.span.start, m.span.end) for m in sentence.mentions]
    found: list[Title] = []
    at = 0
    while at < len(words):
        if words[at].folded not in table:
            at += 1
            continue
        size, role = _longest(table, sentence, at)
        if role is None:
            at += 1
            continue
        start, end = words[at].start, words[at + size - 1].end
        is_name = any(
            first <= start and end <= last and (first, last) != (start, end) for first, last in inside
        )
        is_title = not is_name and _NOT_AFTER.match(text, end) is None
        if is_title and not _is_adjective(reading.knowledge, sentence, at, size):
            is_over = _is_over(text, sentence, at)
            name = f"former {role.title}" if is_over else role.title
            found.append(Title(start, end, name, role.is_sole and not is_over, role.is_leader))
        at += size
    return found


def _is_adjective(knowledge: Knowledge, sentence: Sentence, at: int, size: int) -> bool:
    """Chief before a word that is not known as a title with it: chief epidemiologist."""
    if size > 1 or sentence.words[at].folded not in _ADJECTIVES or at + 1 >= len(sentence.words):
        return False
    word, following = sentence.words[at], sentence.words[at + 1]
    low = following.text
    is_beside = following.start == word.end + 1
    return is_beside and low.islower() and low not in FUNCTION_WORDS and low not in knowledge.say_verbs


def _is_over(text: str, sentence: Sentence, at: int) -> bool:
    """Does "former" or the like stand before the title, with at most two words in between?"""
    words = sentence.words
    for back in range(1, min(4, at + 1)):
        if re.search(r"[,;:()]", text[words[at - back].end : words[at].start]):
            return False
        if words[at - back].folded in _FORMER:
            return True
    return False


def _longest(
    table: Mapping[str, tuple[tuple[tuple[str, ...], Role], ...]], sentence: Sentence, at: int
) -> tuple[int, Role | None]:
    words = sentence.words
    for key, role in table.get(words[at].folded, ()):
        size = len(key)
        if at + size <= len(words) and all(words[at + i].folded == key[i] for i in range(1, size)):
            return size, role
    return 1, None


@lru_cache(maxsize=8)
def _table(knowledge: Knowledge) -> Mapping[str, tuple[tuple[tuple[str, ...], Role], ...]]:
    """First word → the titles that start with it, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for short, title in _SHORT.items():
        table[short] = [((short,), Role(title, False, title == "governor"))]
    for printed in sorted(knowledge.roles):
        key = tuple(fold_text(printed).split())
        if key and len(key) <= _LONGEST_TITLE:
            table.setdefault(key[0], []).append((key, knowledge.roles[printed]))
    return {
        first: tuple(sorted(keys, key=lambda pair: (-len(pair[0]), pair[0]))) for first, keys in table.items()
    }
