"""A headline that says something else than the text below it: number, verdict, place, winner, name."""

import re
from collections.abc import Iterator

from provenance.conflicts.headline_figures import casualty, check_figures, kind_of
from provenance.conflicts.headline_findings import against
from provenance.conflicts.headline_lines import LEAST_SHARED, Headline, find_headlines, stems
from provenance.conflicts.headline_names import check_name, check_place, check_role, check_winner
from provenance.conflicts.masked import Masked, N, masked_texts
from provenance.conflicts.pile import Pile
from provenance.conflicts.verdicts import find_sides
from provenance.model.conflicts import Conflict

_UNIVERSAL_LEAD = 6
"""Sentences of the text that are held against a headline about all or nobody."""
_NEAR_SENTENCES = 2
_QUESTION = re.compile(r"\?|\b(?:may|might|could|should)\b", re.IGNORECASE)
_QUOTED = re.compile(r"^\s*[\"“‘'«]|[\"“”«»]")
_UNIVERSAL = re.compile(
    r"\b(?P<all>all|every|each|both|entire)\b|\b(?P<none>no\sone|nobody|none|no)\b", re.IGNORECASE
)
_PARTITION = re.compile(rf"(?P<part>{N})\sof\s(?:the|its|their|all)\s?(?:the\s)?(?P<whole>{N})")
_REFUSED = re.compile(
    r"\b(?:refus\w+|declin\w+|fail\w+)\sto\s(?P<verb>[a-z]{3,})|\b(?:did|does|has|have|had|would|will)\snot\s(?P<not>[a-z]{3,})"
)
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|refus\w+|declin\w+|fail\w*|den\w+|won't|without|against)\b", re.IGNORECASE
)
_HURT = re.compile(
    r"\b(?:no|nobody|no\sone|none)\b[^.]{0,20}\b(?P<what>hurt|injur\w+|dead|die[sd]?|killed|casualties|deaths)\b",
    re.IGNORECASE,
)


def find_wrong_headlines(pile: Pile) -> Iterator[Conflict]:
    """ "Twelve dead in ferry fire" above "Nineteen people died"; one finding a headline."""
    for masked in masked_texts(pile):
        for headline in find_headlines(pile, masked):
            for check in (
                check_figures,
                _universal,
                _verdict,
                check_winner,
                check_place,
                check_role,
                check_name,
            ):
                found = check(pile, masked, headline)
                if found is not None:
                    yield found
                    break


def _universal(pile: Pile, masked: Masked, head: Headline) -> Conflict | None:
    """ "All miners safe" above "Twenty-one of the 24"; "no one hurt" above four injured."""
    text = masked.text[head.start : head.end]
    if _QUESTION.search(text) or _QUOTED.search(text):
        return None
    hurt = _HURT.search(text)
    universal = _UNIVERSAL.search(text)
    for number, (start, end) in enumerate(head.lead[:_UNIVERSAL_LEAD]):
        sentence = masked.text[start:end]
        if hurt is not None:
            is_against = _has_casualties(pile, masked, sentence, hurt["what"])
        elif universal is not None and universal["all"]:
            is_against = (number < _NEAR_SENTENCES and _is_part(masked, sentence)) or _refuses(
                sentence, text[universal.end() :]
            )
        else:
            is_near = len(stems(text) & stems(sentence)) > 1 and not _NEGATIVE.search(text)
            is_against = number < _NEAR_SENTENCES and is_near and _refuses(sentence, text)
        if is_against:
            return against(pile, masked, head, (start, end))
    return None


def _has_casualties(pile: Pile, masked: Masked, sentence: str, what: str) -> bool:
    kind = casualty(what.lower())
    kinds = (kind,) if kind else ("dead", "hurt")
    rivals = [s for s in re.findall(N, sentence) if kind_of(pile, masked, s) in kinds]
    return bool(rivals) and masked.figure(rivals[0]).value >= 1


def _is_part(masked: Masked, sentence: str) -> bool:
    """Does a sentence speak of some of the whole?"""
    part = _PARTITION.search(sentence)
    return part is not None and masked.figure(part["part"]).value < masked.figure(part["whole"]).value


def _refuses(sentence: str, text: str) -> bool:
    """Does somebody refuse or not do what `text` says?"""
    refused = _REFUSED.search(sentence)
    return refused is not None and bool(stems(refused["verb"] or refused["not"]) & stems(text))


def _verdict(pile: Pile, masked: Masked, head: Headline) -> Conflict | None:
    """Cleared above guilty, resigns above stays, slows above faster."""
    text = masked.text[head.start : head.end]
    if _QUESTION.search(text) or _QUOTED.search(text):
        return None
    said = find_sides(text, is_headline=True)
    if not said:
        return None
    lead = head.lead[:2]
    body = masked.text[lead[0][0] : lead[-1][1]]
    told = find_sides(body)
    everywhere = find_sides(masked.text[lead[0][0] : head.lead[min(5, len(head.lead) - 1)][1]])
    words = stems(text)
    for theme, sides in said.items():
        if len(sides) != 1:
            continue
        (side,) = sides
        other = told.get(theme, {}).get(1 - side)
        if other is None or side in everywhere.get(theme, {}):
            continue
        at = lead[0][0] + other[0]
        sentence = masked.sentences[masked.sentence_at(at)]
        near = masked.text[lead[0][0] : sentence[1]]
        if not words & stems(near):
            continue
        shared = words & stems(masked.text[slice(*sentence)])
        opens = stems(" ".join(text.split()[:2])) & stems(" ".join(near.split()[:4]))
        if theme in ("change", "favour", "result", "custody") and len(shared) < LEAST_SHARED and not opens:
            continue
        return against(pile, masked, head, sentence, (at, lead[0][0] + other[1]))
    return None
