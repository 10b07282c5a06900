"""Acts of which figures are told: killed, injured, arrested, cost; as plain words of news tell them."""

from collections.abc import Sequence

from provenance.text.tokens import Token

_ACTS = {
    form: act
    for act, forms in {
        "killed": "killed kill kills killing dead died dies die deaths death deadly fatalities fatality toll "
        "lives perished bodies slain murdered drowned suffocated starved",
        "injured": "injured injuring injuries injury wounded wounding hurt hospitalised hospitalized "
        "casualties",
        "missing": "missing unaccounted trapped",
        "arrested": "arrested arrests arrest detained detention detainees jailed charged",
        "displaced": "displaced evacuated evacuees homeless fled refugees",
        "destroyed": "destroyed gutted flattened burned collapsed razed",
        "damaged": "damaged",
        "rescued": "rescued saved survivors survived",
        "attended": "attended attendance gathered crowd protesters demonstrators marched",
        "employed": "employs employees employed workforce staff jobs redundancies laid",
        "elected": "votes vote ballots turnout voters seats",
        "paid": "fee fees paid pay price bought sold signing transfer purchase purchased acquired "
        "acquisition deal",
        "cost": "cost costs costing budget expense estimated",
        "fined": "fine fined penalty damages compensation settlement ransom",
        "lent": "loan loans lent aid grant funding credit bailout donated donation pledged",
        "earned": "revenue revenues profit profits earnings turnover sales loss losses",
        "owed": "debt debts deficit owed liabilities",
        "measured": "magnitude height tall depth deep distance length long weight weighing area",
    }.items()
    for form in forms.split()
}
"""Plain words of news that tell what was counted → the act (ours; general English, no topic of its own)."""
RISING = frozenset(
    {"killed", "injured", "missing", "arrested", "displaced", "rescued", "destroyed", "damaged"}
)
"""Counts that rise while an event is being told."""
PREDICATES = {act: act for act in RISING} | {
    "toll": "killed", "evacuated": "displaced", "homeless": "displaced", "hospitalized": "injured",
}  # fmt: skip
"""Predicates of claims that tell the act."""
_NEAR = 8
"""Words between a figure and the word that tells its act."""


def act_of(word: str) -> str:
    """What was done to those counted, as a folded word tells: killed, arrested; "" if it does not."""
    return _ACTS.get(word, "")


def act_near(words: Sequence[Token], start: int, end: int) -> str:
    """The act of the word nearest to the figure; what follows it goes before what precedes it."""
    best: tuple[int, str] | None = None
    at = next((i for i, w in enumerate(words) if w.start >= start), len(words))
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i].end <= end), at)
    for i, word in enumerate(words):
        if word.folded not in _ACTS:
            continue
        distance = 0 if at <= i <= last else (i - last if i > last else 1 + at - i)
        if distance <= _NEAR and (best is None or distance < best[0]):
            best = (distance, _ACTS[word.folded])
    return best[1] if best else ""
