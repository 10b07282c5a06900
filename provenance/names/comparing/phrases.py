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
            first, _, rest = phrase.partition(" ")
            reach[first] = max(reach.get(first, 0), 1 + len(rest.split()))
        return reach

    def find(self, words: Sequence[str]) -> dict[int, str]:
        """Place of a word → value of the longest phrase that it is part of; earlier phrases go first."""
        found: dict[int, str] = {}
        if self._reach.keys().isdisjoint(words):
            return found
        place = 0
        while place < len(words):
            size = self._longest_at(words, place)
            if size:
                value = self.values[" ".join(words[place : place + size])]
                found.update(dict.fromkeys(range(place, place + size), value))
            place += size or 1
        return found

    def _longest_at(self, words: Sequence[str], place: int) -> int:
        """Words of the longest phrase that begins there, 0 if none does."""
        longest = min(self._reach.get(words[place], 0), len(words) - place)
        sizes = (
            size for size in range(longest, 0, -1) if " ".join(words[place : place + size]) in self.values
        )
        return next(sizes, 0)
