"""Japanese words in the romanisations in use: Hepburn, Kunrei, with and without marks of long vowels."""

import re
from functools import lru_cache

_FAMILIES = frozenset(
    "sato suzuki takahashi tanaka ito watanabe nakamura kobayashi kato yosida yamada sasaki inoue kimura"
    " hayasi simizu saito yamazaki mori abe ikeda hasimoto isikawa ogawa okada goto hasegawa murakami kondo"
    " isii sakamoto endo aoki huzii nisimura hukuda ota miura huziwara okamoto matuda nakagawa nakano harada"
    " ono tamura takeuti kaneko wada nakayama isida ueda morita hara sibata sakai kudo yokoyama miyazaki"
    " miyamoto utida takagi ando taniguti oono maruyama imai takada huzimoto takeda murata ueno sugiyama"
    " masuda sugawara hirano kozima otuka tiba kubo matui iwasaki sakurai kinosita noguti matuo nomura"
    " kikuti sano onisi sugimoto arai hamada itikawa huruta mizuno komatu ozawa tanabe asano kawaguti"
    " koizumi aso kan hatoyama nakasone obuti mori tozyo hirohito kisida suga isiba noda hukuda ohira".split()
)
"""Common family names, in Kunrei without marks."""
_FAMILY_ENDING = re.compile(
    "..+(?:moto|mura|yama|kawa|gawa|sima|zima|zaki|saki|hasi|basi|naka|guti|kuti|oka|zawa|sawa|hara|bara|wara"
    "|uti|bayasi|mizu|tani|moto|numa|sita|mori)"
)
_TO_KUNREI = (
    (re.compile("(?<=[aiueo])m(?=[bpm])"), "n"),
    (re.compile("tch"), "tti"),
    (re.compile("cch"), "tti"),
    (re.compile("sh(?=i)"), "s"),
    (re.compile("sh(?=[aueo])"), "sy"),
    (re.compile("tti(?=i)"), "tt"),
    (re.compile("tti(?=[aueo])"), "tty"),
    (re.compile("ch(?=i)"), "t"),
    (re.compile("ch(?=[aueo])"), "ty"),
    (re.compile("ts(?=u)"), "t"),
    (re.compile("dz(?=u)"), "z"),
    (re.compile("j(?=i)"), "z"),
    (re.compile("jy?(?=[aueo])"), "zy"),
    (re.compile("f(?=u)"), "h"),
    (re.compile("(?:ou|oo|oh(?![aiueoy]))"), "o"),
    (re.compile("uu|uh(?![aiueoy])"), "u"),
)
_MORAE = re.compile("(?:(?:[kgsztdnhbpmr]y?|kk|ss|tt|pp|kky|ssy|tty|ppy|[yw])?[aiueo]|n(?![aiueoy]))+")
_LONGEST = 20


@lru_cache(maxsize=1 << 13)
def read_japanese(word: str) -> str:
    """A lower-case word in Kunrei, long vowels as short ones; "" if it has other than Japanese sounds."""
    if not 1 < len(word) <= _LONGEST:
        return ""
    for written, kunrei in _TO_KUNREI:
        word = written.sub(kunrei, word)
    return word if _MORAE.fullmatch(word) else ""


@lru_cache(maxsize=1 << 13)
def read_names(words: tuple[str, ...]) -> tuple[str, ...]:
    """All words of a name in Kunrei, sorted; empty unless all are Japanese and one is a family name."""
    read = tuple(sorted(read_japanese(word) for word in words))
    is_name = len(words) > 1 and all(read) and any([is_family(word) for word in read])
    return read if is_name else ()


def is_family(word: str) -> bool:
    """Is a word in Kunrei a family name?"""
    return word in _FAMILIES or _FAMILY_ENDING.fullmatch(word) is not None
