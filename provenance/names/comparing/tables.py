"""The word lists of Knowledge in the form in which names are compared."""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.phrases import Phrases
from provenance.names.sounds.phonetics import skeleton_of, sound_similarity
from provenance.names.sounds.romanise import fold_texts

_BRITISH = (
    (re.compile("isation"), "ization"),
    (re.compile("(?<=[a-z]{3})our$"), "or"),
    (re.compile("(?<=[a-z]{2})tre$"), "ter"),
    (re.compile("(?<=def|off|lic)ence$"), "ense"),
    (re.compile("gramme$"), "gram"),
)
_BRITISH_ENDINGS = ("our", "tre", "ence", "gramme")
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_LONG_WORD = 5
_SAME_SOUND = 0.84
_SHORT_PLURAL = 5
"""Letters up to which -ies is no plural of -y: series, Davies are read so too, but in both names."""
_WRITTEN_OUT = 12
"""Letters from which a legal form is written out, and known by its sounds: its romanisations vary."""


@frozen(eq=False)
class FoldedTables:
    """`spelt_forms`: long legal forms, as skeletons. `translations`: foreign head word → English. `numbers`:
    number word → digits. `given_names`, `places`: names. Words in lower case, one space between, no marks.
    """

    spelt_forms: Phrases
    translations: Mapping[str, str]
    numbers: Mapping[str, str]
    given_names: frozenset[str]
    places: frozenset[str]

    def english_of(self, word: str) -> str:
        """The word, or the English head word if it is another romanisation of one that the table has."""
        return _english_of(word, self)


@lru_cache(maxsize=16)
def fold_tables(knowledge: Knowledge) -> FoldedTables:
    """The tables that comparing names needs."""
    words = fold_texts(knowledge.number_words)
    numbers = {words[word]: f"{value:g}" for word, value in knowledge.number_words.items()}
    ordinals = {word: str(place) for place, word in enumerate(_ORDINALS, 1)}
    ordinals |= {f"{word}th": value for word, value in numbers.items()}
    forms = sorted(set(fold_texts(knowledge.legal_forms).values()))
    spelt = (form for form in forms if len(form) >= _WRITTEN_OUT)
    folded = fold_texts(knowledge.organization_translations)
    return FoldedTables(
        spelt_forms=Phrases({" ".join(map(skeleton_of, form.split())): "" for form in spelt}),
        translations={folded[word]: english for word, english in knowledge.organization_translations.items()},
        numbers=numbers | ordinals,
        given_names=frozenset(fold_texts(knowledge.given_names).values()),
        places=frozenset(fold_texts(knowledge.places).values()),
    )


@lru_cache(maxsize=1 << 14)
def _english_of(word: str, tables: FoldedTables) -> str:
    if len(word) < _LONG_WORD:
        return word
    near = [
        (sound_similarity(word, key), key) for key in _keys_by_skeleton(tables).get(skeleton_of(word), ())
    ]
    best, key = max(near, default=(0.0, ""))
    return tables.translations[key] if best >= _SAME_SOUND else word


@lru_cache(maxsize=16)
def _keys_by_skeleton(tables: FoldedTables) -> Mapping[str, tuple[str, ...]]:
    keys: dict[str, tuple[str, ...]] = {}
    for key in sorted(tables.translations):
        if len(key) >= _LONG_WORD and " " not in key:
            keys[skeleton_of(key)] = (*keys.get(skeleton_of(key), ()), key)
    return keys


@lru_cache(maxsize=1 << 14)
def normal_spelling(word: str) -> str:
    """American spelling of a lower-case word, without a plural s; industry for industries."""
    if word.endswith(_BRITISH_ENDINGS) or "isation" in word:
        for british, american in _BRITISH:
            word = british.sub(american, word)
    if len(word) > _SHORT_PLURAL and word.endswith("ies"):
        return f"{word[:-3]}y"
    is_plural = len(word) > 4 and word.endswith("s") and word[-2] not in "suia"
    return word[:-1] if is_plural else word
