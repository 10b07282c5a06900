"""Single words of which nothing is known but that they are names: only how they sound counts."""

from provenance.model.names import Reason
from provenance.names.comparing.reasons import Rates, rate_similarity
from provenance.names.sounds.borrowed import borrowed_similarity
from provenance.names.sounds.romanise import romanise

_RATES: Rates = (
    (0.0, -2.0),
    (0.5, -2.0),
    (0.6, -1.7),
    (0.7, -1.4),
    (0.78, -0.5),
    (0.83, -0.2),
    (0.86, 0.5),
    (0.9, 0.6),
    (0.94, 1.1),
    (0.96, 1.9),
    (0.975, 2.4),
    (0.99, 3.2),
    (1.0, 5.0),
)
"""Similarity → log-odds that two words are one: shares of half of 2,000 pairs of Russian name words that
were chosen to be alike, so that a word and its neighbour score higher than by chance."""
_ALIKE = 0.78
"""Similarity from which a reader is told that they sound alike."""


def lone_words(a: str, b: str) -> tuple[str, str] | None:
    """Both in Latin letters, lower case, if each is one word that writes its vowels; else None."""
    first, second = romanise(a), romanise(b)
    if len(first) != 1 or len(second) != 1 or first[0].is_vowelless or second[0].is_vowelless:
        return None
    return first[0].text.lower(), second[0].text.lower()


def lone_word_evidence(a: str, b: str) -> list[Reason]:
    """One reason, for two lower-case words in Latin letters."""
    similarity = borrowed_similarity(a, b)
    said = f"equal: {a}" if a == b else f"sounds alike: {a} ~ {b}"
    if similarity < _ALIKE:
        said = f"sounds otherwise: {a} / {b}"
    return [Reason(said, rate_similarity(similarity, _RATES))]
