"""How a text names whom it has its words from: the patterns that credits and agencies have in common."""

import re

_WORD = r"[A-Z\u00c0-\u00de\u0410-\u042f](?:[\w'\u2019&-]|\.(?=\w)){0,30}"
NAME = rf"(?P<name>(?:[Tt]he )?{_WORD}(?: (?:of|and|for|the|al|de|{_WORD})){{0,5}})"
"""A name in capitals, as the group `name`."""
_FROM = r"(?:from|with permission (?:of|from))"
_IN = r"(?:published|appeared|reported|posted|printed) (?:in|by|on|at)"
_WITH = r"(?:files|material|reporting|contributions|additional reporting|information)"
REPUBLISHED = tuple(
    (words, re.compile(pattern))
    for words, pattern in (
        (
            ("published ", "appeared ", "reported ", "posted ", "printed "),
            rf"\b(?:[Ff]irst|[Oo]riginally) {_IN} {NAME}",
        ),
        (
            ("ublished ", "eprinted ", "eproduced ", "dapted ", "aken from ", "aken with "),
            rf"\b(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced|[Aa]dapted|[Tt]aken) {_FROM} {NAME}",
        ),
        (
            ("files ", "material ", "reporting ", "contributions ", "information "),
            rf"\b[Ww]ith {_WITH} (?:from|by) {NAME}",
        ),
    )
)
"""Words of which one stands in every text that fits, for most texts have none; and the pattern."""
ACCORDING = (("ccording to ",), re.compile(rf"\b[Aa]ccording to {NAME}"))
"""The same for who is given as the source of a statement."""
