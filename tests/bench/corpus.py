"""An invented pile of any size with planted copies: same number, same pile."""

import random
from pathlib import Path

from attrs import frozen

SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve zi ka lo mu na pe ri so tu va we yo".split()
FRAMES = (
    "The {a} of {P} said on {d} March 2021 that {n} {b} were {c} near {P}.",
    "{F} {S}, the director of the {P} {O}, told reporters that the {a} had been {c}.",
    "According to the {P} {O}, about {n} {b} reached the {a} before the {c} {b}.",
    "“The {a} was never {c},” said {F} {S}, a spokesman for the {O} of {P}.",
    "Many {b} in {P} wait for a {c} {a}, and the {c} {b} wait as well.",
)
ORGANIZATIONS = ("Council", "Ministry", "Port Authority", "Union", "Commission", "Bank")


@frozen
class Vocabulary:
    """Pseudo-words of a pile; frequent ones first."""

    words: tuple[str, ...]
    names: tuple[str, ...]


def make_pile(folder: Path, documents: int, seed: int = 1) -> int:
    """Write `documents` pages of about 2,000 characters; every third copies a passage of an earlier one.

    How many bytes were written.
    """
    chance = random.Random(seed)
    vocabulary = _make_vocabulary(chance)
    written: list[list[str]] = []
    size = 0
    for number in range(documents):
        sentences = [_make_sentence(chance, vocabulary) for _ in range(18)]
        if written and number % 3 == 0:
            donor = chance.choice(written)
            start = chance.randrange(len(donor) - 4)
            sentences[6:10] = [_edit(chance, s) for s in donor[start : start + 4]]
        written.append(sentences)
        paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
        data = ("\n\n".join(paragraphs) + "\n").encode()
        (folder / f"{number:06}.txt").write_bytes(data)
        size += len(data)
    return size


def _make_vocabulary(chance: random.Random) -> Vocabulary:
    def word() -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))

    return Vocabulary(tuple(word() for _ in range(6000)), tuple(word().title() for _ in range(900)))


def _make_sentence(chance: random.Random, vocabulary: Vocabulary) -> str:
    words = [vocabulary.words[int(6000 * chance.random() ** 3)] for _ in "abc"]
    names = [vocabulary.names[int(900 * chance.random() ** 2)] for _ in "PFS"]
    blanks = dict(zip("abcPFS", words + names, strict=True), O=chance.choice(ORGANIZATIONS))
    return chance.choice(FRAMES).format(**blanks, d=chance.randint(1, 31), n=chance.randint(2, 900))


def _edit(chance: random.Random, sentence: str) -> str:
    words = sentence.split(" ")
    if chance.random() < 0.3:
        words[chance.randrange(len(words))] = chance.choice(SYLLABLES)
    return " ".join(words)
