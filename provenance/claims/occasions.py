"""To whom, where and when something was said, as the sentence of its speaker tells."""

import re

from attrs import frozen

_NP = (
    r"(?:(?!(?:that|on|in|at|as|after|before|during|when|while|who|which|how|why|whether|he|she|they|it|there|to)\b)"
    r"[^\s,;:.\"\u201c\u201d\u00ab\u00bb]{1,24}\s?){1,7}"
)
_ADDRESSED = re.compile(
    rf"\b(?:told|tells|telling|assured|assures|informed|informs|reminded|warned|interviewed\sby|speaking\sto|spoke\sto"
    rf"|said\sto|wrote\sto|testified\s(?:to|before)|briefed|promised|interview\swith|interview\s(?:to|for)|letter\sto"
    rf"|statement\sto|message\sto|report\sto|conceded\sto|admitted\sto|confirmed\sto|appealed\sto)\s(?P<who>{_NP})",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\b(?:(?:[Ii]n|[Aa]t|[Oo]n|[Dd]uring|[Bb]efore|[Aa]fter)\s(?:an?|the|his|her|its|their|this|that|last|next)?\s?"
    r"(?:[^\s,;:.\"\u201c\u201d\u00ab\u00bb]{1,24}\s?){1,6}|yesterday|today|earlier\s(?:today|this\sweek)|last\s(?:week|month|year|night))"
)
_STOP = re.compile(
    r"\s(?:that|as|when|while|who|which|whose|where|after|before|said|told|but|and\s(?:that|he|she|they|it|the)|he|she|they|it|will|would"
    r"|is|was|were|are|has|have|had)\b.*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 90
_MOST_PARTS = 3
_SEPARATOR = "; "


@frozen
class Occasion:
    """As printed; "" where nothing is said of it."""

    addressee: str = ""
    occasion: str = ""


def find_occasion(frame: str) -> Occasion:
    """What `frame`, a sentence of speech without the words that were said, tells of the occasion."""
    addressed = _ADDRESSED.search(frame)
    addressee = _cut(addressed["who"]) if addressed else ""
    parts: list[str] = []
    for found in _OCCASION.finditer(frame):
        part = _cut(found.group())
        if len(part.split()) > 1 or part in ("yesterday", "today"):
            parts.append(part)
        if len(parts) == _MOST_PARTS:
            break
    return Occasion(addressee[:_LONGEST], _SEPARATOR.join(parts)[: 2 * _LONGEST])


def _cut(phrase: str) -> str:
    return _STOP.sub("", f" {phrase}").strip(" ,;:.")
