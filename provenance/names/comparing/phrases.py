"""Phrases of one or more words, found in a name's words."""

from collections.abc import Mapping, Sequence

from attrs import field, frozen


@frozen(eq=False)
class Phrases:
    """`values`: phrase (words with one space between them) → value."""

    values: Mapping[str, str]
    _reach: Mapping[str, int] = field(init=False, repr=False)

    @_reach.default
    def _longest_by_first_word(self) -> Mapping[str, int]:
        reach: dict[str, int] = {}
        for phrase in self.values:
            size = phrase.count(" ") + 1
            first = phrase[: phrase.index(" ")] if size > 1 else phrase
            if size > 1 or first not in reach:
                reach[first] = max(size, reach.get(first, 0))
        return reach

    def find(self, words: Sequence[str]) -> dict[int, str]:
        """Place of a word → value of the longest phrase that it is part of; earlier phrases go first."""
        found: dict[int, str] = {}
        reach = self._reach
        for start in [place for place, word in enumerate(words) if word in reach]:
            if start in found:
                continue
            for size in range(min(reach[words[start]], len(words) - start), 0, -1):
                value = self.values.get(" ".join(words[start : start + size]))
                if value is not None:
                    found |= dict.fromkeys(range(start, start + size), value)
                    break
        return found

    def may_begin_with(self, word: str) -> bool:
        """Does a phrase begin with the word?"""
        return word in self._reach
