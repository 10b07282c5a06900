"""Mandarin syllables in pinyin and in Wade-Giles, as they are written without marks."""

from functools import lru_cache

_FINALS = {
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ue",
    "l": "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ue",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh": "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "ch": "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "sh": "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r": "e i ao ou an en ang eng ong u ua uo ui uan un",
    "z": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "c": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "s": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "": "a o e ai ei ao ou an en ang eng er",
    "y": "a o e ao ou an ang ong i in ing u ue uan un",
    "w": "a o ai ei an en ang eng u",
}
"""The syllabary: initial → finals."""
_INITIALS = {
    **{"b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "r": "j"},
    **{"z": "ts", "c": "ts"},
}
"""Of pinyin → of Wade-Giles, where they differ; the apostrophe of aspirates is often left out."""
_ENDS = {"ian": "ien", "ie": "ieh", "iong": "iung", "ong": "ung", "ue": "ueh", "er": "erh"}
_WHOLE = {
    **{"yi": "i yi", "ye": "yeh", "you": "yu", "yan": "yen", "yong": "yung", "yue": "yueh", "e": "o e"},
    **{"zi": "tzu tsu", "ci": "tzu tsu", "si": "szu ssu", "li": "li lee", "ying": "ying ing"},
}
_SURNAMES = frozenset(
    "ai an bai bao bi bian bo cai cao cen chai chang chen cheng chi chu cui dai deng ding dong dou du duan"
    " fan fang fei feng fu gan gao ge geng gong gu guan guo hai han hao he hong hou hu hua huang huo ji jia"
    " jian jiang jiao jin jing ju kang ke kong kuang lai lan lang lei leng li lian liang liao lin ling liu"
    " long lou lu luo lv ma mao mei meng mi miao min mo mu ni nie ning niu ou pan pang pei peng pi pu qi qian"
    " qiao qin qiu qu quan rao ren rong ruan rui sha shan shang shao shen sheng shi shu si song su sun tan"
    " tang tao teng tian tong tu wan wang wei wen weng wu xi xia xiang xiao xie xin xing xiong xu xue xuan"
    " yan yang yao ye yi yin ying you yu yuan yue yun zang zeng zha zhai zhan zhang zhao zhen zheng zhi zhong"
    " zhou zhu zhuang zhuo zong zou zu zuo".split()
)
"""Family names in pinyin."""
_LONGEST = 18
_MOST = 4
"""Syllables of a name."""


def _wade_giles(initial: str, final: str) -> list[str]:
    whole = initial + final
    if whole in _WHOLE:
        return _WHOLE[whole].split()
    first = _INITIALS.get(initial, initial)
    if final == "i" and initial in ("zh", "ch", "sh", "r"):
        return [first + "ih"]
    if final == "e":
        return [first + "o", first + "e"] if initial in ("g", "k", "h") else [first + "e", first + "eh"]
    if final == "uo" and initial not in ("g", "k", "h", "sh"):
        return [first + "o"]
    if final == "ui" and initial in ("g", "k"):
        return [first + "uei", first + "ui"]
    return [first + _ENDS.get(final, final)]


def _tables() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Written syllable → pinyin, for each of the two."""
    pinyin: dict[str, frozenset[str]] = {}
    wade: dict[str, frozenset[str]] = {}
    for initial, finals in _FINALS.items():
        for final in finals.split():
            whole = initial + final
            pinyin[whole] = frozenset((whole,))
            for written in _wade_giles(initial, final):
                wade[written] = wade.get(written, frozenset()) | {whole}
    return pinyin, wade


_PINYIN, _WADE = _tables()
_WADE_SURNAMES = frozenset(written for written, read in _WADE.items() if read & _SURNAMES)
SURNAMES = _SURNAMES | _WADE_SURNAMES
"""Family names as either writes them."""


@lru_cache(maxsize=1 << 12)
def read_pinyin(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The ways to read lower-case words as pinyin, in syllables; empty if there is none."""
    return _read(words, _PINYIN)


@lru_cache(maxsize=1 << 12)
def read_wade_giles(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The ways to read words as Wade-Giles, each in pinyin."""
    return _read(words, _WADE)


def _read(words: tuple[str, ...], table: dict[str, frozenset[str]]) -> frozenset[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [()]
    for word in words:
        rests = _read_word(word, table) if len(word) <= _LONGEST else []
        found = [before + rest for before in found for rest in rests if len(before) + len(rest) <= _MOST]
        if not found or len(found) > 256:
            return frozenset()
    return frozenset(found)


def _read_word(word: str, table: dict[str, frozenset[str]]) -> list[tuple[str, ...]]:
    """Every way to cut a word into at most three syllables."""
    found: list[tuple[str, ...]] = []
    open_ways: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    while open_ways:
        start, read = open_ways.pop()
        if start == len(word):
            found.append(read)
            continue
        if len(read) == 3:
            continue
        if read and word[start] in "aeo":
            continue  # inside a word only an apostrophe would tell it from the syllable before
        for end in range(start + 1, min(len(word), start + 6) + 1):
            for syllable in table.get(word[start:end], ()):
                open_ways.append((end, (*read, syllable)))
    return found
