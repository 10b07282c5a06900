"""Trades that texts give to persons: two spellings whose bearers have quite other ones are for people."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from attrs import evolve

from provenance.model.names import EntityKind
from provenance.model.spans import Span
from provenance.names.mentions.words import plain_word
from provenance.names.resolving.links import Link
from provenance.names.resolving.nodes import Node, Nodes, own_words

_FIELD_OF = {
    word: field
    for field, words in {
        "stage": "actor actress singer dancer comedian comic rapper musician pianist violinist cellist "
        "guitarist drummer soprano tenor baritone composer songwriter filmmaker choreographer "
        "conductor ballerina model supermodel painter sculptor",
        "letters": "poet poetess novelist author writer essayist playwright dramatist translator",
        "press": "journalist reporter correspondent columnist broadcaster newsreader",
        "sport": "footballer cricketer boxer wrestler swimmer sprinter runner cyclist golfer jockey "
        "skier skater gymnast goalkeeper midfielder striker defender batsman bowler referee "
        "umpire coach athlete quarterback pitcher basketballer marathoner rower weightlifter "
        "winger",
        "business": "banker businessman businesswoman entrepreneur broker stockbroker trader merchant "
        "financier accountant tycoon investor industrialist",
        "office": "mayor minister president senator governor congressman congresswoman lawmaker "
        "politician mp premier ambassador diplomat councillor chancellor",
        "law": "lawyer judge prosecutor attorney barrister solicitor magistrate",
        "medicine": "surgeon physician dentist nurse cardiologist oncologist paediatrician pediatrician "
        "midwife psychiatrist veterinarian pharmacist",
        "learning": "professor physicist chemist biologist historian mathematician astronomer geologist "
        "philosopher archaeologist economist sociologist lecturer teacher",
        "clergy": "bishop archbishop priest imam rabbi pastor vicar nun monk",
        "arms": "colonel lieutenant brigadier admiral sergeant corporal major",
        "craft": "farmer fisherman miner carpenter plumber electrician butcher baker mechanic driver "
        "tailor welder bricklayer shepherd",
    }.items()
    for word in words.split()
}
"""Trade → its field; words that several fields have (director, captain) are left out."""
_NEAR = frozenset(
    frozenset(pair.split("-"))
    for pair in "stage-letters letters-press letters-learning press-office press-learning office-business "
    "office-law office-medicine office-learning office-arms office-clergy office-letters law- "
    "business law-learning business-learning medicine-learning medicine-arms clergy-learning "
    "clergy-letters craft-business arms-law stage-learning press-stage press-sport sport- "
    "business law-letters letters-medicine".split()
)
"""Fields that one person may well be of."""
_STARS = frozenset("star legend icon player champion idol great".split())
_FIELD_OF_STAR = {
    **dict.fromkeys("film movie pop rock opera screen tv television soap".split(), "stage"),
    **dict.fromkeys(
        "football basketball baseball cricket tennis hockey rugby soccer volleyball handball".split(),
        "sport",
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[.,;:!?\n()\u201c\u201d\"]|['\u2019]s\s")
_APPOSED = re.compile(
    r"(?:,\s|\s(?:is|was)\s)(?:an?\s|the\s)?((?:[^\W\d_][\w'\u2019-]{0,24}\s){0,4}?[a-z][\w-]{1,24})"
    r"(?=[,.;:)\n]|$|\s(?:of|from|in|at|for|with|who|whose|by)\b)"
)
_DENIED = frozenset("not no never wrongly".split())
_REACH = 60
"""Code points before and behind a name that are read."""
_MOST_PLACES = 12
"""Places of a name that are read."""


def without_other_trades(
    links: Sequence[Link], nodes: Nodes, texts: Mapping[str, str]
) -> tuple[list[Link], list[Link]]:
    """(links to follow, doubts): of persons whose given names are not written alike, or the one with an
    initial more, and whose texts give them trades that hardly go together: a poet and a banker.
    """
    kept: list[Link] = []
    doubts: list[Link] = []
    known: dict[Node, Mapping[str, str]] = {}
    for link in links:
        said = ""
        if link.a.kind is EntityKind.PERSON and _has_other_given_names(link.a, link.b):
            for node in (link.a, link.b):
                if node not in known:
                    known[node] = _fields(node, nodes, texts)
            said = _say_two(known[link.a], known[link.b])
        if said:
            doubts.append(evolve(link, reason=f"texts give them two trades: {said}; {link.reason}"))
        else:
            kept.append(link)
    return kept, doubts


def trades_at(text: str, span: Span) -> dict[str, str]:
    """Field → the word for it, of the trades right before or right behind a name."""
    ahead = text[max(0, span.start - _REACH) : span.start]
    found: dict[str, str] = {}
    if ahead.endswith(" ") and ahead.rstrip()[-1:].isalpha():
        found.update(_trades_in(_CLAUSE.split(ahead)[-1]))
    behind = _APPOSED.match(text, span.end, span.end + _REACH)
    if behind:
        found.update(_trades_in(behind[1]))
    return found


def _fields(node: Node, nodes: Nodes, texts: Mapping[str, str]) -> Mapping[str, str]:
    found: dict[str, str] = defaultdict(str)
    for span in nodes.spans[node][:_MOST_PLACES]:
        for field, word in trades_at(texts[span.source_id], span).items():
            found[field] = found[field] or word
    return dict(found)


def _trades_in(phrase: str) -> dict[str, str]:
    """The trade with which a phrase ends, and those that "and" or hyphens tie to it."""
    words = [plain_word(word) for word in _WORD.findall(phrase)]
    if _DENIED & set(words):
        return {}
    found: dict[str, str] = {}
    while words:
        last = words.pop()
        field = _FIELD_OF.get(last, "")
        if not field and last in _STARS:
            last = next((f"{word} {last}" for word in words if word in _FIELD_OF_STAR), "")
            field = _FIELD_OF_STAR.get(last.partition(" ")[0], "")
        if field:
            found[field] = last
        if not field or not words or words[-1] not in ("and", "turned"):
            break
        words.pop()
    return found


def _say_two(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """Trades of two of which none goes with one of the other; "" if one does, or a text gives none."""
    pairs = sorted(product(ours, theirs))
    if not pairs or any(a == b or frozenset((a, b)) in _NEAR for a, b in pairs):
        return ""
    a, b = pairs[0]
    return f"{ours[a]} / {theirs[b]}"


def _has_other_given_names(a: Node, b: Node) -> bool:
    words, others = own_words(a), own_words(b)
    return words[:-1] != others[:-1] and sorted(words) != sorted(others)
