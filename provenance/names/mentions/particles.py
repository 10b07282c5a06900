"""Small words of persons' names, inside and in front: van der Berg, de la Rúa."""

from collections.abc import Sequence

from provenance.names.mentions.links import BLANKS
from provenance.names.mentions.words import Word

PARTICLES = frozenset(
    "bin ben ibn bint binti al el ul ud ol de la le du des del dela delos los las della di da do dos das "
    "van von der den ten ter arap ole wa ya wal zu zum zur vom af av y e ould wuld abu ap es sur upon "
    "degli dalla dalle dello delle dei ní nic uí ua für pour para por ag".split()
)
"""Small words inside names of persons, and of bodies and places in other languages."""
_LEADING = frozenset(
    "van der den von du della dalla degli dei dello delle del dela de di da dos das la le los bin ibn bint "
    "al el ter ten zu zum zur vom ní nic ben arap".split()
)
"""Small words with which a surname alone may start: van der Berg, de la Rúa."""
_ALSO_NOUNS = frozenset("van den bin ten".split())
"""Of those, English words besides: names only where another one stands beside them or no article before."""
_DETERMINERS = frozenset(
    "the a an this that his her their its our my your every each another white black police delivery prison "
    "removal camper recycling".split()
)


def with_particles(run: list[Word], words: Sequence[Word], first: int, earliest: int) -> list[Word]:
    """Van der Meulen, of whom the given name stands elsewhere: with the small words in front.

    `first`: where the run starts in the sentence; `earliest`: the first word that no other run has.
    """
    begin = first
    while begin > earliest and words[begin].gap in BLANKS and _leads(words[begin - 1]):
        begin -= 1
    if begin == first:
        return run
    if first - begin == 1 and words[begin].plain in _ALSO_NOUNS:
        before = words[begin - 1] if begin else None
        if before is None or before.plain in _DETERMINERS or words[begin].plain == "ten":
            return run
    return [*words[begin:first], *run]


def _leads(word: Word) -> bool:
    return word.plain in _LEADING and not word.is_capital
