"""Where something happened: was arrested at his home in Skarra, the talks in Geneva, sank off the coast."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from provenance.claims.reading import Reading, Sentence
from provenance.model.annotations import ResolvedMention
from provenance.model.claims import Claim, ClaimKind
from provenance.model.names import EntityKind
from provenance.text.datelines import find_dateline
from provenance.text.event_words import EventWord, find_event_words
from provenance.text.tokens import Token

PREPOSITIONS = {
    "in": "in",
    "at": "at",
    "on": "on",
    "near": "near",
    "off": "off",
    "outside": "outside",
    "inside": "in",
    "within": "in",
    "along": "on",
    "between": "between",
    "from": "from",
    "under": "under",
    "beside": "near",
    "aboard": "on",
}
"""Words before a place → how the happening lies to it."""
_SIDES = frozenset(
    "north south east west northern southern eastern western north-east north-west south-east south-west "
    "northeast northwest southeast southwest left right upstream downstream".split()
)
_INNER = frozenset(
    "the a an his her its their our my this that of old new own small big large main central port mountain "
    "coastal border capital northern southern eastern western upper lower city town village hamlet island "
    "district province region county state quarter suburb side bottom top edge middle heart outskirts centre "
    "center north south east west just".split()
)
_NO_MORE = frozenset(
    "in at on near off to from by with for and but which who where when while as after before that until if "
    "because since over under against during into through about than".split()
)
_HEADS = frozenset(
    "home house flat apartment villa residence cottage farm farmhouse mansion hut cabin bungalow "
    "hotel hostel airport airfield airstrip runway station platform stadium arena hospital clinic "
    "school university college church mosque temple cathedral synagogue chapel monastery prison jail "
    "cell office headquarters embassy consulate court courthouse courtroom parliament palace factory "
    "plant mine quarry warehouse market mall shop store restaurant bar cafe club pub theatre cinema "
    "museum library bridge tunnel road street highway motorway square park garden forest wood field "
    "valley hill mountain slope peak river lake canal sea ocean coast beach shore harbour port dock "
    "quay pier reef shoals strait border frontier checkpoint barracks base camp well grave tomb cave "
    "cellar basement attic roof garage car train bus plane ship boat ferry yacht truck lorry taxi "
    "barn stable tower castle fort gate crossing junction roundabout studio lobby hall ballroom".split()
)
_LEVELS = frozenset(
    "city town village hamlet island district province region county state governorate prefecture valley "
    "quarter suburb municipality department canton oblast sea ocean".split()
)
"""Words behind a name that say what it is of: Sichuan province."""
_MOST_WORDS = 8
_MOST_CLAIMS = 4
_LONGEST = 1000


@frozen
class _Place:
    """[start, end) after the preposition; `name`: the mention in it."""

    preposition: str
    start: int
    end: int
    name: ResolvedMention | None


def find_locations(reading: Reading) -> list[Claim]:
    """Place claims in order: subject is what happened, predicate how it lies to the place, value the place.

    Only sentences that tell a happening, with a name of a place, a word with a capital or a head word of a
    place (home, airport, bridge) behind in, at, on, near, off and the like. Datelines and furniture give
    none. `wording` is the event word next to it as printed; the time is that of the one day in the sentence.
    """
    found: list[Claim] = []
    head = _dateline_end(reading)
    for sentence in reading.sentences:
        if sentence.is_furniture or sentence.end - sentence.start > _LONGEST or sentence.end <= head:
            continue
        places = list(_places(reading, sentence, head))[:_MOST_CLAIMS]
        if not places:
            continue
        events = find_event_words(sentence.words, reading.knowledge)
        events = [e for e in events if not any(p.start <= e.start < p.end for p in places)]
        found += [_claim(reading, sentence, place, events) for place in places if events]
    return found


def _dateline_end(reading: Reading) -> int:
    """Where the dateline of the first lines ends; 0 without one."""
    at = 0
    for line in reading.text[:1200].split("\n"):
        dateline = find_dateline(reading.text, at, at + len(line), reading.knowledge.agencies)
        if dateline is not None:
            return dateline.end
        at += len(line) + 1
    return 0


def _places(reading: Reading, sentence: Sentence, head: int) -> Iterator[_Place]:
    words = sentence.words
    at = 0
    while at < len(words):
        word = words[at]
        at += 1
        if word.folded == "where" and word.start >= head:
            ahead = _before_where(reading, sentence, word)
            if ahead is not None:
                yield ahead
            continue
        if word.start < head or word.folded not in PREPOSITIONS or _mention_at(sentence, word.start):
            if word.folded in _SIDES and at < len(words) and words[at].folded == "of":
                place = _place(reading, sentence, at + 1, f"{word.folded} of")
                if place is not None:
                    yield place
            continue
        if _follows_side(words, at) or _is_share(reading, words, at - 1):
            continue
        place = _place(reading, sentence, at, PREPOSITIONS[word.folded])
        if place is not None:
            yield place


def _before_where(reading: Reading, sentence: Sentence, where: Token) -> _Place | None:
    """The place right before "where": the exception was Gori, where they fought."""
    for mention in sentence.mentions:
        gap = reading.text[mention.span.end : where.start] if mention.span.end <= where.start else "-"
        if not gap.strip(" ,\n") and mention.kind is EntityKind.PLACE:
            return _Place("in", mention.span.start, mention.span.end, mention)
    return None


def _is_share(reading: Reading, words: Sequence[Token], at: int) -> bool:
    """Two in five fires."""
    known = reading.knowledge.number_words
    near = [words[i].folded for i in (at - 1, at + 1) if 0 <= i < len(words)]
    return len(near) > 1 and all(word in known or word.isdecimal() for word in near)


def _follows_side(words: Sequence[Token], at: int) -> bool:
    """To the east of the bridge is told as a side."""
    near = [w.folded for w in words[at : at + 3]]
    return any(a in _SIDES and b == "of" for a, b in pairwise(near))


def _place(reading: Reading, sentence: Sentence, at: int, preposition: str) -> _Place | None:
    """The place that begins at word `at`, as far as it reaches."""
    words, text = sentence.words, reading.text
    end: int | None = None
    name: ResolvedMention | None = None
    for i in range(at, min(at + _MOST_WORDS, len(words))):
        word = words[i]
        if i > at and _is_broken(text[words[i - 1].end : word.start]):
            break
        if name is not None and word.start < name.span.end:
            continue
        mention = _mention_at(sentence, word.start)
        if mention is not None:
            if end is None and not _can_be_place(text, mention):
                if words[i - 1].folded != "of" or words[max(at, i - 2)].folded not in _LEVELS:
                    break
            name, end = mention, mention.span.end
        elif _ends(reading, word, end is not None):
            break
        elif word.text[0].isupper() or word.folded in (_HEADS | _LEVELS if end else _HEADS):
            end = word.end
    return None if end is None else _Place(preposition, words[at].start, end, name)


def _can_be_place(text: str, mention: ResolvedMention) -> bool:
    """A person is none, unless something there is the person's: at Hofmann's farm."""
    return mention.kind is not EntityKind.PERSON or text[mention.span.end : mention.span.end + 1] in (
        "'",
        "\u2019",
    )


def _ends(reading: Reading, word: Token, is_found: bool) -> bool:
    """Does the place end before this word?"""
    if not word.text[0].isalpha() or word.folded in _NO_MORE or _is_calendar(reading, word):
        return True
    is_plain = not word.text[0].isupper() and word.folded not in _HEADS and word.folded not in _LEVELS
    return is_found and is_plain and word.folded not in _INNER


def _is_broken(gap: str) -> bool:
    return bool(gap.strip(" \n-'’\u00a0"))


def _is_calendar(reading: Reading, word: Token) -> bool:
    bare = word.folded.removesuffix("'s")
    return bare in reading.knowledge.months or bare in reading.knowledge.weekdays


def _mention_at(sentence: Sentence, offset: int) -> ResolvedMention | None:
    return next((m for m in sentence.mentions if m.span.start <= offset < m.span.end), None)


def _claim(reading: Reading, sentence: Sentence, place: _Place, events: Sequence[EventWord]) -> Claim:
    before = [e for e in events if e.end <= place.start]
    event = before[-1] if before else events[0]
    holder = _holder(sentence, event)
    subject = holder.text if holder else " ".join(reading.text[event.start : event.end].split())
    value = reading.text[place.start : place.end]
    claim = reading.claim(ClaimKind.LOCATION, (place.start, place.end), subject, place.preposition, value)
    days = [
        reading.days_of(d) for d in reading.dates_in(sentence.start, sentence.end) if not d.is_attributive
    ]
    day = days[0] if len(days) == 1 else None
    return evolve(
        claim,
        subject_entity=holder.entity if holder else None,
        value_entity=place.name.entity if place.name else None,
        wording=reading.text[event.start : event.end],
        valid_from=day.first.isoformat() if day else None,
        valid_to=day.last.isoformat() if day else None,
        valid_basis="sentence" if day else "",
    )


def _holder(sentence: Sentence, event: EventWord) -> ResolvedMention | None:
    """Who did it or to whom it was done: the last name but a place's before the event word, else after it."""
    own = [m for m in sentence.mentions if m.kind is not EntityKind.PLACE]
    before = [m for m in own if m.span.end <= event.start]
    after = [m for m in own if m.span.start >= event.end]
    return before[-1] if before else after[0] if after else None
