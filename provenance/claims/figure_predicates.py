"""What a number tells of those it counts: that they were killed, or which measure has its value."""

import re

from provenance.claims.counted import CASUALTIES, PEOPLE, STOPS, Counted
from provenance.claims.reading import Reading, Sentence
from provenance.text.numbers import NumberExpression

_CASUALTIES_BEFORE = CASUALTIES | {
    "killing": "killed", "injuring": "injured", "wounding": "injured", "displacing": "displaced",
    "arresting": "arrested", "rescuing": "rescued", "killed": "killed", "kills": "killed", "kill": "killed",
}  # fmt: skip
_MEASURED = CASUALTIES | {
    "victims": "killed", "evacuations": "evacuated", "arrests": "arrested", "detentions": "arrested",
    "detainees": "arrested", "evacuees": "evacuated",
}  # fmt: skip
"""Nouns of what befell those whom a measure counts → predicate."""
_ADVERBS = frozenset("still also later now since feared confirmed reported believed left others more".split())
_MEASURES = (
    "toll|number|figure|total|count|turnout|population|price|cost|budget|deficit|debt|tally|attendance|magnitude"
    "|evacuations|deaths|fatalities|casualties|injuries|arrests|detentions|infections|cases|workforce|membership"
    "|enrolment|enrollment|circulation|headcount|staff|crowd|fine|fee|salary|bonus|ransom|reward|turnover|sales"
    "|revenues?|profits?|loss(?:es)?|exports|imports|inflation|unemployment|speed|height|depth|length|width|weight"
    "|distance|age|capacity|share|stake|rate|margin|majority|lead|record"
)
_MOVED = (
    "(?:(?:put|given|estimated|reported|listed)\\sas|rose|risen|rises|climb(?:ed|s)|fell|fallen|stood|stands|reach(?:ed|es)|grew|dropped|hits?|went|grown|pass(?:ed|es)|tops"
    r"|topped|exceed(?:ed|s)|surpass(?:ed|es)|jump(?:ed|s)|is|was|were|at|to|of|beyond(?:\sthe)?|above(?:\sthe)?|past(?:\sthe)?)"
)
_MOVES = re.compile(rf"\b(?:{_MEASURES})\b[^;]{{0,140}}?\b{_MOVED}\s\Z", re.IGNORECASE)
_ASIDE = re.compile(r",\s(?:including|among\sthem|mostly|most\sof\sthem|some\sof\sthem)\s[^,;.]{1,60},")
_DIMENSION = re.compile(r"\s(long|wide|high|deep|tall|thick|away)\b")
_LIVES_BEFORE = re.compile(r"\b(?:claim(?:ed|ing)|lost|losing|cost(?:ing)?|tak(?:en|ing)|took)\s\Z")
_LOST = re.compile(r"\b(?:lost|losing)\s\Z")
_CREWS = frozenset("sailors crew fighters officers policemen miners airmen marines firefighters".split())
"""Who is dead where somebody lost them, beside people; lost workers may have left."""
_LIVES_AFTER = re.compile(r"\s(?:were|was|are|have\sbeen|had\sbeen)\slost\b")
_DEATH_OF = re.compile(
    r"\b(?:deaths?|killings?|murders?|drownings?|massacre)\sof\s(?:the\s)?\Z", re.IGNORECASE
)
_LIVES_OF = re.compile(
    r"\b(?:carried\soff|wiped\sout|took\sthe\slives\sof|taken\sthe\slives\sof|cost\sthe\slives\sof"
    r"|claimed\sthe\slives\sof|(?:the\s)?loss\sof)\s\Z"
)
_TOPIC = re.compile(r"\b[Aa]s\s(?:for|to)\sthe\s([^\W\d_]{3,16})\b|\bthe\s([^\W\d_]{3,16})\sare\sput\sat\s\Z")
_COUNTED_BARE = re.compile(
    r"\b(?:count(?:ed)?|record(?:ed)?|register(?:ed)?|list(?:ed)?|report(?:ed)?|found|put(?:\sit|\sthem)?\sat)\s\Z"
)
_NEAR = 30
_BESIDE = 12


def find_predicate(
    reading: Reading, sentence: Sentence, number: NumberExpression, counted: Counted | None
) -> str:
    """What befell those counted ("killed"), what measure has the value ("death toll"), else "count".

    Also "share" of percents and fractions, a dimension ("long", "deep"), "amount" of money. `counted` is the
    noun phrase that the number counts, None if there is none.
    """
    text, start = reading.text, number.hedge_start
    if re.search(r"\d\sof\s(?:the|its|their)\s\Z", text[max(0, start - 12) : start]):
        return "count"  # the whole of "206 of the 230"
    found = _casualty(reading, sentence, number, counted)
    if found is None and (measure := _MOVES.search(text, max(sentence.start, start - 170), start)):
        found = _measured(text, measure)
    if found is not None:
        return found
    if number.unit in ("percent", "share"):
        return "share"
    end = counted.end if counted else number.end
    if dimension := _DIMENSION.match(text, end, sentence.end):
        return dimension[1]
    unit = counted.unit if counted and counted.unit else number.unit or ""
    return "amount" if number.unit or (len(unit) == 3 and unit.isupper()) else "count"


def names_the_dead(reading: Reading, sentence: Sentence, start: int) -> bool:
    """Does "the deaths of", "the murder of" stand right before `start`?"""
    return _DEATH_OF.search(reading.text, max(sentence.start, start - _NEAR), start) is not None


def _measured(text: str, measure: re.Match[str]) -> str:
    """The death toll, the number of people killed or of victims: killed; any other measure: its noun."""
    words = [word.strip(",.").lower() for word in measure.group().split()[:6]]
    before = text[max(0, measure.start() - 6) : measure.start()].lower()
    if words[0] in ("toll", "tally") and before == "death ":
        return "killed"
    return next((_MEASURED[word] for word in words if word in _MEASURED), words[0])


def _casualty(
    reading: Reading, sentence: Sentence, number: NumberExpression, counted: Counted | None
) -> str | None:
    """Killed 12 people; 12 people were killed; 12 dead; None if nothing of that kind is said."""
    text, start = reading.text, number.hedge_start
    end = counted.end if counted else number.end
    before = [word.text.lower() for word in sentence.words_in(start - _NEAR, start) if word.end <= start][-1:]
    if before and before[0] in _CASUALTIES_BEFORE and before[0] not in ("dead", "deaths"):
        return _CASUALTIES_BEFORE[before[0]]
    if names_the_dead(reading, sentence, start):
        return "killed"
    if aside := _ASIDE.match(text, end, sentence.end):
        end = aside.end()
    for word in sentence.words_in(end, end + 60)[:5]:
        low = word.text.lower()
        if low in CASUALTIES and not re.search(r"[,;:]", text[end : word.start]):
            return CASUALTIES[low]
        if low not in STOPS and not low.endswith("ly") and low not in PEOPLE and low not in _ADVERBS:
            break
    last = counted.words[-1].lower() if counted and counted.words else ""
    if _LIVES_OF.search(text, max(sentence.start, start - _NEAR), start):
        return "killed"
    is_lost = _LOST.search(text, max(sentence.start, start - _BESIDE), start) is not None
    is_lost = is_lost and (last in PEOPLE or last in _CREWS)
    if is_lost or (
        last == "lives"
        and (_LIVES_BEFORE.search(text, max(0, start - 24), start) or _LIVES_AFTER.match(text, end))
    ):
        return "killed"
    return CASUALTIES.get(last) or _topic(text, sentence, start, counted)


def _topic(text: str, sentence: Sentence, start: int, counted: Counted | None) -> str | None:
    """As for the dead, they had counted 38: what befell those whom a bare number counts."""
    if counted is not None or not _COUNTED_BARE.search(text, max(sentence.start, start - _NEAR), start):
        return None
    found = _TOPIC.search(text, sentence.start, start)
    return CASUALTIES.get((found[1] or found[2]).lower()) if found else None
