"""How a text names whom it has its words from: names, and the patterns in which they stand in English."""

import re
from collections.abc import Mapping

from provenance.text.folding import fold_text

CAPITALS = "".join(each for each in map(chr, range(0x41, 0x530)) if each.isupper())
"""Of the scripts that have capitals, Latin, Greek, Cyrillic and Armenian."""
_WORD = rf"[{CAPITALS}](?:[\w'\u2019&-]|\.(?=\w)){{0,30}}"
_LINK = "of|and|for|the|al|de|du|des|la|le|di|del|van|der|und|et"
NAME = rf"(?P<name>(?:[Tt]he )?{_WORD}(?: (?:{_LINK}|{_WORD}|\d{{1,3}}(?!\d))){{0,5}})"
"""A name in capitals, as the group `name`."""
_FROM = r"(?:from|with permission (?:of|from))"
_IN = r"(?:published|appeared|reported|posted|printed) (?:in|by|on|at)"
_WITH = r"(?:files|material|reporting|contributions|additional reporting|information)"


def _pairs(first: str, then: str) -> tuple[str, ...]:
    """Each of the first words with each of the others behind it."""
    return tuple(f"{one} {other} " for one in first.split() for other in then.split())


REPUBLISHED = tuple(
    (words, re.compile(pattern))
    for words, pattern in (
        (
            _pairs("irst riginally", "published appeared reported posted printed"),
            rf"\b(?:[Ff]irst|[Oo]riginally) {_IN} {NAME}",
        ),
        (
            _pairs("ublished eprinted eproduced dapted aken", "from with"),
            rf"\b(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced|[Aa]dapted|[Tt]aken) {_FROM} {NAME}",
        ),
        (
            _pairs("files material reporting contributions information", "from by"),
            rf"\b[Ww]ith {_WITH} (?:from|by) {NAME}",
        ),
        (
            _pairs("material text content", "from by"),
            rf"\b(?:uses|contains|includes|incorporates|based on|draws on) (?:material|text|content)"
            rf" (?:from|by) {NAME}",
        ),
        (("s told to ",), rf"\b[Aa]s told to {NAME}"),
        (("istributed by ", "yndicated by "), rf"\b(?:[Dd]istributed|[Ss]yndicated) by {NAME}"),
    )
)
"""Words of which one stands in every text that fits, for most texts have none; and the pattern."""
MARKED = tuple(
    (words, re.compile(pattern))
    for words, pattern in (
        (
            ("\u00a9", "(c)", "(C)", "opyright"),
            r"(?:\u00a9|\([cC]\)|\b[Cc]opyright\b)(?: ?(?:\u00a9|\([cC]\)))? ?"
            rf"(?:\d{{4}}(?: ?[-\u2013] ?\d{{4}})?,? ?)?(?:by )?{NAME}",
        ),
        (
            ("olumnist ", "riter ", "orrespondent ", "eporter ", "hotographer ", "artoonist ", "ournalist "),
            r"\b(?:[Cc]olumnist|[Ww]riter|[Cc]orrespondent|[Rr]eporter|[Pp]hotographer|[Cc]artoonist|[Jj]ournalist)"
            rf" (?:with|for|at) {NAME}",
        ),
        (("ource: ", "redit: "), rf"\b(?:[Ss]ource|[Cc]redit): {NAME}"),
    )
)
"""The same for marks of origin: copyright, whom an author writes for, a source line."""
ACCORDING = (("ccording to ",), re.compile(rf"\b[Aa]ccording to {NAME}"))
"""The same for who is given as the source of a statement."""

_OPENERS = frozenset(
    "avec con com mit par por von zu nach laut selon "
    "after also although and as at because before both but by earlier even first for from here how "
    "however if in last later meanwhile now on once only since so than that then this though to today "
    "tonight until what when where which while with yesterday yet".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december week month year".split()
)


def plain_name(name: str) -> str:
    """Folded, without the article and without the stops of initials."""
    return fold_text(name.replace(".", "")).strip().removeprefix("the ")


def one_name(name: str, agency_names: Mapping[str, str]) -> str:
    """The plain name, one for all names of an agency. `agency_names`: plain name -> the one to use."""
    plain = plain_name(name)
    return agency_names.get(plain, plain)


def read_names(name: str) -> tuple[str, ...]:
    """What can be meant by words in capitals, the likeliest first: a word that begins a sentence, or a day,
    may stand before the name, and two names beside each other."""
    words = name.split()
    at = 0
    while at < len(words) - 1:
        word, then = words[at].casefold(), words[at + 1].casefold()
        if not (word in _OPENERS or (word in _DAYS and (at > 0 or then == "the"))):
            break
        at += 1
    for inner in range(len(words) - 2, at, -1):
        if words[inner].casefold() == "the" and words[inner - 1].casefold() not in ("of", "for", "and"):
            at = inner
            break
    likely = " ".join(words[at:])
    parts = re.split(r"\s*/\s*| and (?:the )?| und | et ", likely)
    return tuple(dict.fromkeys(each for each in (likely, *parts, " ".join(words)) if each))
