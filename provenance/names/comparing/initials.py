"""Letters of an acronym, found as the first letters of the words of a name, also in another language."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

Initials = Mapping[str, Mapping[str, frozenset[str]]]
"""English words → language → first letters that their words have in it, or their usual abbreviation."""
_WITH_NUMBER = re.compile("([a-z]{0,3})([0-9]{1,4})([a-z]{0,3})")
_NONE: Mapping[str, frozenset[str]] = {}
_MOST_OF_A_WORD = 3
_LEAST_LOOSE = 3
_LONGEST_ENGLISH = 3
"""English words that one foreign word may stand for: priborostroenie, instrument making."""


class NameLetter(NamedTuple):
    """Of one printed word, `text`, lower case. `is_optional`: an acronym may leave it out; `english`."""

    text: str
    is_optional: bool
    english: str = ""

    @property
    def letter(self) -> str:
        """Its first."""
        return self.text[0]


class LetterRun(NamedTuple):
    """`start`, `end`: words of the name, end excluded, that give the acronym's letters.

    `language`: of the words that the letters come from; "" for the name's own.
    """

    start: int
    end: int
    language: str = ""


def spells(acronym: str, letters: Sequence[tuple[str, bool]]) -> bool:
    """Is `acronym` made of the words' first letters, in order, leaving out only words that may be?"""
    reached = {0}
    for letter, is_optional in letters:
        after = {place + 1 for place in reached if place < len(acronym) and acronym[place] == letter}
        reached = after | reached if is_optional else after
    return len(acronym) in reached


def spells_with_number(
    token: str, words: Sequence[str], numbers: Collection[str], months: Collection[str]
) -> bool:
    """Is `token` the number of a name beside the first letters of its words, months left out or not?

    M23: Mouvement du 23 mars; G7: Group of Seven. `words`: those of the name that tell, in order.
    """
    found = _WITH_NUMBER.fullmatch(token)
    if found is None or [found[2].lstrip("0")] != list(numbers) or not words:
        return False
    letters = found[1] + found[3]
    return bool(letters) and spells(letters, [(word[0], word in months) for word in words])


def find_run(acronym: str, words: Sequence[NameLetter], initials: Initials) -> LetterRun | None:
    """The longest run of `words` whose letters `acronym` is; the name's own letters go before others'."""
    letters = {word.letter for word in words}
    own = [[(1, frozenset(word.letter))] for word in words]
    if letters.issuperset(acronym):
        run = _longest_run(acronym, words, own, "")
        if run is not None:
            return run
    missing = set(acronym) - letters
    foreign = _foreign_steps(words, initials)
    for language in sorted(foreign):
        more = foreign[language]
        is_in_it = any([size == 1 for _, (size, _) in more])
        there = (
            {letter for _, (_, parts) in more for part in parts for letter in part} if missing else missing
        )
        if not is_in_it or not missing <= there:
            continue
        steps = [list(step) for step in own]
        for place, step in more:
            steps[place].append(step)
        run = _longest_run(acronym, words, steps, language)
        if run is not None:
            return run
    return None


def fits_loosely(acronym: str, words: Sequence[NameLetter]) -> bool:
    """Is `acronym` made of the first letters, up to three, of most words that count, in order, the first
    among them? KOMID: Korea Mining Development.
    """
    counted = [word.text for word in words if not word.is_optional]
    if len(acronym) < _LEAST_LOOSE or len(counted) < 2 or not acronym.startswith(counted[0][0]):
        return False
    reached = {(0, 0)}  # letters done, words left out
    most = len(counted) // 3
    for text in counted:
        following = {(done, left + 1) for done, left in reached if left < most}
        for done, left in reached:
            for size in range(1, _MOST_OF_A_WORD + 1):
                if len(text) >= size and acronym.startswith(text[:size], done):
                    following.add((done + size, left))
        reached = following
    return any(done == len(acronym) for done, _ in reached)


def _told(words: Sequence[NameLetter], run: LetterRun) -> int:
    return sum(not words[place].is_optional for place in range(run.start, run.end))


Step = tuple[int, frozenset[str]]
"""How many words the next letters may stand for, and which letters they may be."""
Steps = Sequence[Sequence[Step]]
"""Those of each word."""


def _longest_run(acronym: str, words: Sequence[NameLetter], steps: Steps, language: str) -> LetterRun | None:
    runs = [
        LetterRun(start, end, language)
        for start, word in enumerate(words)
        if not word.is_optional or word.letter == acronym[0]
        for end in [_run_end(acronym, words, start, steps)]
        if end
    ]
    return max(runs, key=lambda run: (_told(words, run), run.start - run.end, -run.start), default=None)


def _run_end(acronym: str, words: Sequence[NameLetter], start: int, steps: Steps) -> int:
    """Behind the last word of the run that begins at `start` and gives all letters; 0 if none does."""
    reached = {start: {0}}
    end = 0
    for place in range(start, len(words)):
        if not reached:
            break
        for done in reached.pop(place, ()):
            if done == len(acronym):
                continue
            for size, letters in steps[place]:
                for letter in sorted(letters):
                    if letter and acronym.startswith(letter, done):
                        reached.setdefault(place + size, set()).add(done + len(letter))
                        if done + len(letter) == len(acronym):
                            end = max(end, place + size)
            if words[place].is_optional:
                reached.setdefault(place + 1, set()).add(done)
    return end


def _foreign_steps(words: Sequence[NameLetter], initials: Initials) -> dict[str, list[tuple[int, Step]]]:
    """Language → place of a word and the step from there, in order of places and sizes."""
    found: dict[str, list[tuple[int, Step]]] = {}
    for place in range(len(words)):
        english = ""
        for size, word in enumerate(words[place : place + _LONGEST_ENGLISH], 1):
            english = f"{english} {word.english}" if english else word.english
            for language, letters in initials.get(english, _NONE).items():
                found.setdefault(language, []).append((place, (size, letters)))
    return found
