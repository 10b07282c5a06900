"""Endings that make another family's name of one stem: Petrov, Petrovsky, Petrenko, Petrosyan, Peterson."""

from functools import lru_cache

from provenance.names.sounds.phonetics import skeleton_of, sound_similarity

_FAMILIES = {
    "ov": "ov ev of ef off eff ow ew yov iov jov yev iev jev",
    "ova": "ova eva owa ewa yova yeva iova ieva",
    "in": "in yn ine kin",
    "ina": "ina yna kina",
    "sky": "sky ski skii skiy skyi skyy skij skyj skij cki cky tsky tski tskyi tskiy skoy skoi",
    "ovsky": "ovsky ovski ovskii ovskiy ovskyi ovskij owski owsky evsky evski evskii evskiy ewski ewsky",
    "ska": "ska cka skaya skaia skaja tska tskaya",
    "ovska": "ovska ovskaya owska evska evskaya ewska",
    "ich": "ic ich ych icz itch itsch its",
    "ovich": "ovic ovich ovych owicz ovitch owitsch evic evich evych ewicz evitch ewitsch",
    "enko": "enko enka chenko tchenko tschenko",
    "uk": "uk yuk iuk juk chuk czuk tschuk",
    "ak": "ak iak yak czak chak ek ik nik czyk chyk",
    "yan": "yan ian jan yants iants janz",
    "dze": "dze adze idze",
    "shvili": "shvili ashvili ishvili schwili",
    "kas": "kas auskas aitis utis enas unas onis",
    "son": "son sson sen ssen zon",
    "dottir": "dottir dotter datter",
    "berg": "berg bergh",
    "strom": "strom stroem",
    "quist": "quist qvist kvist",
    "lund": "lund lundh",
    "gren": "gren",
    "nen": "nen",
    "oglu": "oglu oghlu",
    "zadeh": "zadeh zade zada",
    "pour": "pour poor",
    "nejad": "nejad nezhad nezad",
    "escu": "escu esco",
    "eanu": "eanu anu",
    "ez": "ez es",
}
"""One writing of an ending → all of them. A woman's ending is told from a man's elsewhere."""
_ENDINGS = {written: one for one, many in _FAMILIES.items() for written in many.split()}
_LONGEST = max(map(len, _ENDINGS))
_WEAK = frozenset("in ina ak ich ez yan son of kas".split())
"""Endings that many words have by chance: they tell nothing against the bare stem."""
_WOMEN = {"ova": "ov", "ina": "in", "ska": "sky", "ovska": "ovsky"}
_SHORTEST_STEM = 3
_ONE_STEM = 0.9
_OTHER_STEM = 0.62
_LEAST_ALIKE = 0.55


@lru_cache(maxsize=1 << 14)
def have_other_suffixes(a: str, b: str) -> bool:
    """Does an ending of lower-case words make two families' names of one stem, or stand behind two stems?"""
    if a == b or len(_cut(a)) == len(_cut(b)) == 1 or sound_similarity(a, b) >= _ONE_STEM + 0.05:
        return False
    for stem, ending in _cut(a):
        for other, other_ending in _cut(b):
            if ending == other_ending or min(len(stem), len(other)) < _SHORTEST_STEM:
                continue
            if not (ending and other_ending) and (ending or other_ending) in _WEAK:
                continue
            if _WOMEN.get(ending, ending) == _WOMEN.get(other_ending, other_ending):
                continue
            if _is_one_stem(stem, other):
                return not _is_one_name(a, b)
    return _are_other_stems(a, b)


def _is_one_stem(x: str, y: str) -> bool:
    return x == y or (x[0] == y[0] and x[-1] == y[-1] and sound_similarity(x, y) >= _ONE_STEM)


def _is_one_name(a: str, b: str) -> bool:
    """May one ending, cut in the same way, be another spelling of the other?"""
    return any(
        ending == other and ending and _is_one_stem(stem, rest)
        for stem, ending in _cut(a)
        for rest, other in _cut(b)
    )


def _are_other_stems(a: str, b: str) -> bool:
    """Putin, Potanin: what is equal is hardly more than the ending."""
    if (
        abs(len(a) - len(b)) < 2
        or a.endswith(b)
        or b.endswith(a)
        or not _LEAST_ALIKE <= sound_similarity(a, b) < _ONE_STEM
    ):
        return False
    stems = [
        1.0 if skeleton_of(stem) == skeleton_of(rest) else sound_similarity(stem, rest)
        for stem, ending in _cut(a)
        for rest, other in _cut(b)
        if ending == other != ""
    ]
    return bool(stems) and max(stems) < _OTHER_STEM


@lru_cache(maxsize=1 << 14)
def _cut(word: str) -> tuple[tuple[str, str], ...]:
    """The word itself with no ending, and every stem with one, the longest stem first."""
    found = [(word, "")]
    for size in range(1, min(_LONGEST, len(word) - 2) + 1):
        ending = _ENDINGS.get(word[-size:])
        if ending:
            found.append((word[:-size], ending))
    return tuple(found)
