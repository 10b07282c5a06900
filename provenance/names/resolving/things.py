"""Names of persons that a ship or a firm bears: the tanker X, the X sailed, X has 14 ships."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from provenance.model.names import EntityKind, Mention
from provenance.model.spans import Span
from provenance.text.folding import fold_text

_BEFORE = re.compile(
    r"(?:\b(?:tanker|ship|vessel|frigate|trawler|ferry|yacht|boat|submarine|destroyer|corvette|cruiser|tug|tugboat|"
    r"barge|schooner|liner|freighter|steamer|steamship|dredger|lifeboat|cutter|warship|battleship|minesweeper|"
    r"carrier|icebreaker|sailboat|catamaran|lugger|locomotive|airship)|\b(?:H\.?M\.?S\.?|MV|M/V|MT|SS|USS|RMS|RRS|"
    r"INS|HMCS|HMAS|HMNZS|HNLMS|HDMS|HNoMS|L\u00c9|FV|FPSO))\s[\"\u201c\u2018']?$"
)
_ARTICLE = re.compile(r"(?:^|[\s(\u201c\"])[Tt]he\s[\"\u201c\u2018']?$")
_ON_ITS_OWN = re.compile(
    r"[\"\u201d\u2019']?(?:['\u2019]s\b|[.,;:!?)]|$|\s(?:[a-z]+ed|has|had|have|is|was|were|will|would|can|could|may|"
    r"might|must|and|or|in|on|at|from|to|with|by|for|as|which|that|when|while|after|before|ran|sank|left|went|"
    r"came|lay|lies|hit|struck|took|made|carries|sails)\b)"
)
_FIRM = re.compile(
    r"\s(?:has|have|had|employs|employed|operates|owns)\s(?:about\s|some\s|nearly\s|over\s|more\sthan\s)?\d|"
    r"\s(?:was|is)\s(?:founded|listed|incorporated|owned|headquartered)\b|['\u2019]s?\s(?:shares|shareholders|"
    r"employees|subsidiary|headquarters)\b|,\s(?:a|the)\s(?:firm|company|group|bank|shipyard|maker|subsidiary)\b"
)
_REACH = 24
"""Code points before a name in which what bears it may stand."""
_PARTNERS = re.compile(
    r"(\w[\w'\u2019-]+,?\s\w[\w'\u2019-]+)\s(?:&|and)\s"
    r"(?!(?:Sons?|Zonen|S\u00f6hne|Fils|Figli|Hijos|Co|Company|Cie|Brothers|Partners|Associates|Daughters?)\b)[A-Z]"
)
"""Surnames of a firm's partners: Smith Jones & Weber; not a founder and his sons."""
THING = "\x00thing"
"""Among the owners of a node that is no person's."""


def find_things(texts: Mapping[str, str], mentions: Sequence[Mention]) -> frozenset[Span]:
    """The mentions of persons' names that stand for a ship or a firm.

    A ship's: behind a word for one, or behind "the" with no noun behind. A firm's: what a text says of
    firms only, where it also names one that begins so. Nor is it a person's what a firm of partners begins
    with: Smith Jones & Weber.
    """
    firms: dict[str, set[str]] = defaultdict(set)
    partners: set[str] = set()
    for mention in mentions:
        if mention.kind is EntityKind.ORGANIZATION:
            firms[mention.span.source_id].add(fold_text(mention.text.split()[0]))
            named = _PARTNERS.match(mention.text)
            if named:
                partners.add(fold_text(named[1]))
    found = set()
    for mention in mentions:
        if mention.kind is EntityKind.PERSON:
            text, span = texts[mention.span.source_id], mention.span
            before = text[max(0, span.start - _REACH) : span.start]
            is_ship = _BEFORE.search(before) or (
                _ARTICLE.search(before) and _ON_ITS_OWN.match(text, span.end)
            )
            is_firm = " " not in mention.text and _FIRM.match(text, span.end)
            if (
                is_ship
                or fold_text(mention.text) in partners
                or (is_firm and fold_text(mention.text) in firms[span.source_id])
            ):
                found.add(span)
    return frozenset(found)
