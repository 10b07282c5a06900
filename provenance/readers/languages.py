"""Which language a text is in."""

import lzma
from array import array
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from provenance.readers.scripts import count_words, is_written_in, keep_script

LEAST_LETTERS = 40
"""Fewer letters than this say too little."""
_SAMPLE_CHARS = 20_000
_LEAST_MARGIN_NATS = 5.0
"""Log-likelihood by which the best language must lead; page text leads by tens."""
_LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka "
    "kk km kn ko ku ky lo lt lv mg mk ml mn mr ms mt nb ne nl nn no or pa pl ps pt ro ru rw si sk sl sq sr "
    "sv sw ta te th tl tr ug uk ur vi xh zh zu"
).split()
"""ISO 639-1: languages in which news is written; Latin, Esperanto and the like are only noise here."""

_ENGLISH_WORDS = frozenset(
    "the and that which from this his they been their would there not who when what she you after about "
    "could its these with because should those where while".split()
)
"""Words of English grammar that are no words, or rare ones, in other languages of Latin letters."""
_LETTERS = bytes([*range(0x41, 0x5B), *range(0x61, 0x7B)])
_ASCII_SHARE, _LETTER_SHARE, _LONGEST_MEAN = 0.97, 0.7, 6.0
_LEAST_WORDS, _LEAST_DIFFERENT, _LEAST_SHARE, _LEAST_IN_PART = 8, 4, 0.1, 0.03
"""A seventh of the words of running English are of these."""
_PARTS, _LONG_WORDS = 4, 300
"""So many parts of a text, twice as many of one with more words, must each have their share of them."""
_SURELY_ENGLISH = _ENGLISH_WORDS | frozenset("were said with says".split())
_PLAIN_ENGLISH = _SURELY_ENGLISH | frozenset("by has had of to".split())
"""More of them, that are words of other languages too: they count beside a sure one."""
_NAME_HEAVY = 0.2
"""Share of words with a capital from which on names may hide what language a text is in."""
_LEAST_SMALL, _SMALL_ENGLISH, _SURE_SMALL = 3, 0.2, 0.1
"""Fewer words in small letters tell nothing. Shares of these that are words of English grammar: one that
makes it English, and one that does with two sure ones at least."""
_AROUND = "\"'.,;:!?()[]\u201c\u201d\u2018\u2019"
_HEADER_BYTES, _LENGTHS_AT = 30, 26
"""Of a member in a ZIP archive, before its name; where the lengths of name and extra field stand in it."""


def find_language(text: str) -> str | None:
    """ISO 639-1 code of the main language of `text`; None for a text too short or unclear to tell.

    The script of the most words is looked for first, then the language among those written in it: a letter
    of Arabic says more of its language than many Latin ones, and outweighs them.
    """
    sample = text[:_SAMPLE_CHARS]
    if is_plainly_english(sample):
        return "en"
    if sum(character.isalpha() for character in sample) < LEAST_LETTERS:
        return None
    scripts = list(count_words(sample))
    if len(scripts) > 1:
        sample = keep_script(sample, scripts[0])
    ranked: list[tuple[str, float]] = _identifier().rank(sample)
    if scripts:
        ranked = [item for item in ranked if is_written_in(item[0], scripts[0])]
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAST_MARGIN_NATS:
        return None if ranked[0][0] == "en" else _without_names(sample, scripts[:1], None)
    return _without_names(sample, scripts[:1], ranked[0][0])


def _without_names(sample: str, scripts: list[str], best: str | None) -> str | None:
    """The language by the words that are no names; `best`, the one by all words, where names are few.

    Thai or Catalan names in an English report look like Tagalog or Catalan; in a column of results, where
    hardly a word is none, nothing can be told.
    """
    if best == "en" or scripts != ["Latin"]:
        return best
    words = [word for word in (raw.strip(_AROUND) for raw in sample.split()) if word]
    names = sum(word[:1].isupper() for word in words)
    if names < _NAME_HEAVY * len(words):
        return best
    small = [word for word in words if word.islower() and word.isalpha()]
    if len(small) < _LEAST_SMALL:
        return None
    sure = sum(word in _SURELY_ENGLISH for word in small)
    is_marked = sure > 0 and sum(word in _PLAIN_ENGLISH for word in small) >= _SMALL_ENGLISH * len(small)
    if is_marked or (sure > 1 and sure >= _SURE_SMALL * len(small)):
        return "en"
    ranked = dict(_identifier().rank(" ".join(small)))
    first = max(sorted(ranked), key=lambda language: ranked[language])
    if first == "en":
        return "en"
    return None if ranked[first] - ranked["en"] < _LEAST_MARGIN_NATS else best


def is_plainly_english(sample: str) -> bool:
    """Is it running English throughout? Then the identifier, whose tables take half a second to unpack, need
    not be asked. Where this said so of 1,000 of 2,100 files of all kinds and languages, both agreed."""
    plain = sample.encode("ascii", "ignore")
    letters = len(plain) - len(plain.translate(None, _LETTERS))
    if letters < LEAST_LETTERS or len(plain) < _ASCII_SHARE * len(sample):
        return False
    words = plain.decode("ascii").lower().split()
    if letters < _LETTER_SHARE * len(plain) or letters > _LONGEST_MEAN * len(words):
        return False
    marks = [word in _ENGLISH_WORDS for word in words]
    if sum(marks) < max(_LEAST_WORDS, _LEAST_SHARE * len(words)):
        return False
    length = -(-len(words) // (2 * _PARTS if len(words) > _LONG_WORDS else _PARTS))
    parts = (marks[begin : begin + length] for begin in range(0, len(words), length))
    is_even = all(sum(part) >= _LEAST_IN_PART * len(part) for part in parts)
    return is_even and len(_ENGLISH_WORDS.intersection(words)) >= _LEAST_DIFFERENT


@cache
def _identifier() -> Any:
    """The identifier of py3langid, its languages limited to ours; loading it takes half a second."""
    langid = import_module("py3langid.langid")

    tables = _load_tables(langid.MODEL_DIR / langid.MODEL_FILE)
    ours = [place for place, language in enumerate(tables["nb_classes"]) if language in _LANGUAGES]
    tables["nb_classes"] = [tables["nb_classes"][place] for place in ours]
    tables["nb_ptc"], tables["nb_pc"] = tables["nb_ptc"][:, ours], tables["nb_pc"][ours]
    return langid.LanguageIdentifier(**tables)


def _load_tables(place: Path) -> dict[str, Any]:
    """The model's tables, unpacked in memory: py3langid's own way is by a temporary file, and a process that
    reads hostile files must not write any. A test compares the two.

    They are used where they were unpacked to: numpy's own way copies and checks each once more.
    """
    with lzma.open(place) as packed:
        unpacked = packed.read()
    with ZipFile(BytesIO(unpacked)) as archive:
        tables = {
            member.filename.removesuffix(".npy"): _view_table(unpacked, member.header_offset)
            for member in archive.infolist()
        }
    return {
        "nb_ptc": tables["ptc"],
        "nb_pc": tables["pc"],
        "nb_classes": tables["classes"].tolist(),
        "tk_nextmove": _unsigned(tables["nextmove"]),
        "tk_row": _unsigned(tables["nextmove_row"]),
        "tk_output": tables["out_feat"].tolist(),
    }


def _view_table(unpacked: bytes, header: int) -> Any:
    """The array that begins, in the archive `unpacked`, with a member's header at `header`."""
    numpy = import_module("numpy")
    lengths = unpacked[header + _LENGTHS_AT : header + _HEADER_BYTES]
    begin = header + _HEADER_BYTES + sum(int.from_bytes(lengths[at : at + 2], "little") for at in (0, 2))
    opened = BytesIO(unpacked[begin : begin + (1 << 12)])
    numpy.lib.format.read_magic(opened)
    shape, is_fortran, kind = numpy.lib.format.read_array_header_1_0(opened)
    count = int(numpy.prod(shape))
    table = numpy.frombuffer(unpacked, kind, count, begin + opened.tell())
    return table.reshape(shape, order="F" if is_fortran else "C")


def _unsigned(numbers: Any) -> "array[int]":
    """As an array of the standard library, whose items are plain numbers: faster to look up one by one."""
    found = array({array(code).itemsize: code for code in "HIL"}[numbers.dtype.itemsize])
    found.frombytes(memoryview(numbers).cast("B"))
    return found
