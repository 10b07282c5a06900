"""A headline that says something else than the text below it: number, verdict, place, winner, name."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from provenance.conflicts.counting import noun_after
from provenance.conflicts.inside import make_finding, place_of, printed
from provenance.conflicts.masked import Masked, N, masked_texts
from provenance.conflicts.page_lines import page_line_at
from provenance.conflicts.pile import Pile
from provenance.conflicts.verdicts import find_sides
from provenance.conflicts.words import FUNCTION_WORDS, IRREGULAR, stem
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.names import EntityKind
from provenance.model.spans import Span
from provenance.text.numbers import NumberExpression

_PROSE_WORDS = 14
_HEAD_CHARS = 1_500
_MOST_LINES = 8
_LEAD, _LEAD_FOR_FIGURES = 3, 4
"""Sentences of the text that are held against its headline."""
_LEAD_OF_LONG = 14
"""Sentences in which a figure is looked for, where two words of the headline stand with it."""
_LINE = re.compile(r"[^\r\n]+")
_NO_HEADLINE = re.compile(
    r"\s*(?:by\s|photo|picture|from\sour|related|published|updated|posted|dear\s)|.*@|.*\|", re.IGNORECASE
)
_LEAST_SHARED, _NEAR_SENTENCES = 2, 2
_QUESTION = re.compile(r"\?|\b(?:may|might|could|should)\b", re.IGNORECASE)
_QUOTED = re.compile(r"^\s*[\"“‘'«]|[\"“”«»]")
_CASUALTIES = {
    "kill": "dead", "die": "dead", "dead": "dead", "death": "dead", "bodi": "dead", "fatal": "dead",
    "perish": "dead",
    "drown": "dead", "live": "dead", "victim": "dead", "toll": "dead", "injur": "hurt",
    "wound": "hurt", "hurt": "hurt", "miss": "missing",
    "arrest": "held", "detain": "held", "held": "held", "rescu": "rescued", "save": "rescued",
    "evacuat": "evacuated",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w'-]*")
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
_WINS = re.compile(
    r"^(?P<name>(?:[A-Z][\w'’-]+\s?){1,3})\s(?:wins?|won|takes?|lifts?|clinch(?:es|ed)?|claims?|beats?|defeats?|edges?)\b"
)
_MODIFIED = re.compile(
    r"\b(?P<kind>[A-Za-z-]{4,})\s(?P<role>ministers?|secretary|mayor|spokes\w+|bishop|ambassador|commissioner|editor)\b"
)
_NOUN_PLACE = re.compile(r"\b(?P<noun>[a-z]{4,})\s(?:in|at|near|outside)\s(?P<place>[A-Z][\w'-]{2,})")
_PLACE_NOUN = re.compile(r"\b(?P<place>[A-Z][\w'-]{2,})\s(?P<noun>[a-z]{4,})\b")


@frozen
class _Headline:
    """[start, end) of the masked text, and where the sentences of the text below begin and end."""

    start: int
    end: int
    lead: tuple[tuple[int, int], ...]
    body_end: int


def find_wrong_headlines(pile: Pile) -> Iterator[Conflict]:
    """ "Twelve dead in ferry fire" above "Nineteen people died"; one finding a headline."""
    for masked in masked_texts(pile):
        for headline in _headlines(pile, masked):
            for check in (_figures, _universal, _verdict, _winner, _place, _role, _name):
                found = check(pile, masked, headline)
                if found is not None:
                    yield found
                    break


def _headlines(pile: Pile, masked: Masked) -> Iterator[_Headline]:
    """Lines above the story that are no date, byline or address."""
    source_id = masked.source_id
    text = pile.text(source_id)
    lines = []
    prose = None
    for line in _LINE.finditer(text, 0, _HEAD_CHARS):
        if len(line.group()[:400].split()) >= _PROSE_WORDS:
            prose = line.start()
            break
        lines.append(line)
        if len(lines) > _MOST_LINES:
            return
    if prose is None:
        if len(lines) < 2:
            return
        prose = lines.pop().start()
    at = masked.place(prose)
    lead = tuple(s for s in masked.sentences if s[0] >= at)
    if not lead:
        return
    ranges = pile.page_ranges(source_id)
    for line in lines:
        words = line.group().split()
        if len(words) < 3 or _NO_HEADLINE.match(line.group()) or line.group().rstrip().endswith((".", ":")):
            continue
        if page_line_at(ranges, line.start(), line.end()) is not None:
            continue
        yield _Headline(masked.place(line.start()), masked.place(line.end()), lead, lead[-1][1])


def _figures(pile: Pile, masked: Masked, head: _Headline) -> Conflict | None:
    """A number of the headline that the text has nowhere, where it has another one of the same thing."""
    head_text = masked.text[head.start : head.end]
    signs = re.findall(N, head_text)
    body = [s for s in re.findall(N, masked.text[head.lead[0][0] : head.body_end])]
    said = _stems(head_text)
    for sign in signs:
        number = masked.figure(sign)
        kind = _kind(pile, masked, sign)
        if not kind or any(_can_be(pile, masked, number, other, kind) for other in body):
            continue
        if _is_sum(masked, number, body, pile, kind):
            continue
        for at, (start, end) in enumerate(head.lead[:_LEAD_OF_LONG]):
            sentence = masked.text[start:end]
            if at >= _LEAD_FOR_FIGURES and len(said & _stems(sentence)) < _LEAST_SHARED:
                continue
            rivals = [s for s in re.findall(N, sentence) if _kind(pile, masked, s) == kind]
            is_near = kind in _CASUALTIES.values() or bool(said & _stems(sentence))
            rivals = [s for s in rivals if masked.figure(s).is_ordinal == number.is_ordinal]
            if rivals and is_near and not _is_less(number, masked.figure(rivals[0])):
                return _misfit(pile, masked, sign, rivals[0])
    return None


def _can_be(pile: Pile, masked: Masked, number: NumberExpression, other: str, kind: str) -> bool:
    """Can a number of the text be that of the headline: equal, and not of those whom another fate befell?"""
    fates = set(_CASUALTIES.values())
    own = _kind(pile, masked, other)
    return agree(number, masked.figure(other)) and not (own != kind and own in fates and kind in fates)


def _misfit(pile: Pile, masked: Masked, sign: str, other: str) -> Conflict:
    names = [printed(masked, pile, each) for each in (sign, other)]
    return _found(
        pile,
        f"Headline: {names[0]}, text: {names[1]}",
        f"The headline has {names[0]}, the text below has {names[1]} and nowhere the headline's figure.",
        (names[0], place_of(masked, sign)),
        (names[1], place_of(masked, other)),
        "figure",
        Level.HIGH,
    )


def _kind(pile: Pile, masked: Masked, sign: str) -> str:
    """What a number is of: a casualty, percent, money, times, or its noun."""
    number = masked.figure(sign)
    at = masked.at(sign)
    text = masked.text
    if number.is_ordinal:
        return (
            "time"
            if re.match(r"\s(?:\w+\s)?(?:time|title|win|victory|defeat|record|term)", text[at + 1 : at + 30])
            else ""
        )
    if number.unit in ("share", "times"):
        return ""
    if number.unit:
        return number.unit
    behind = re.split(rf"[.;:,{N[1:-1]}]", text[at + 1 : at + 50])[0]
    before = re.split(rf"[.;:,{N[1:-1]}]", text[max(0, at - 30) : at])[-1]
    words = [w.lower() for w in _WORD.findall(behind)][:4]
    for word in words:
        if (kind := _casualty(word)) is not None:
            return kind
    for word in [w.lower() for w in _WORD.findall(before)][-3:]:
        if (kind := _casualty(word)) is not None and not (words and words[0] in ("years", "months", "days")):
            return kind
    return noun_after(text, at + 1, pile.knowledge.units)


def _casualty(word: str) -> str | None:
    short = stem(word)
    return next(
        (
            kind
            for root, kind in _CASUALTIES.items()
            if short.startswith(root) and len(short) <= len(root) + 3
        ),
        None,
    )


def agree(a: NumberExpression, b: NumberExpression) -> bool:
    """Can both be one number, one of them rounded or vague?"""
    (low, high), (least, most) = a.bounds, b.bounds
    if least <= high and low <= most:
        return True
    x, y = a.value, b.value
    if a.unit == "percent" == b.unit:
        return round(x) == round(y) and (x == round(x) or y == round(y))
    far = abs(x - y) / max(abs(x), abs(y), 1e-9)
    is_round = any(v >= 20 and v % 10 == 0 for v in (x, y))
    if a.hedge or b.hedge:
        return far <= 0.15
    return is_round and far <= (0.03 if max(x, y) < 1000 else 0.05) and min(x, y) > 50


def _is_less(head: NumberExpression, body: NumberExpression) -> bool:
    """Does a hedge in the text leave room for the headline's number?"""
    if body.hedge is None:
        return False
    return body.hedge.value in ("at_least", "more_than") and head.value >= body.value


def _is_sum(masked: Masked, number: NumberExpression, body: Sequence[str], pile: Pile, kind: str) -> bool:
    """Is the number the sum or the difference of two of the text?"""
    values = [masked.figure(s).value for s in body[:12] if _kind(pile, masked, s) in (kind, "")]
    return any(
        abs(a + b - number.value) < 1e-9 or abs(a - b) == number.value
        for i, a in enumerate(values)
        for b in values[i + 1 :]
    )


def _stems(text: str) -> set[str]:
    words = (w.lower().removesuffix("'s") for w in _WORD.findall(text))
    plain = (w[:-1] if len(w) > 3 and w[-1] == "s" and w[-2] not in "su" else w for w in words)
    kept = (IRREGULAR.get(w, w) for w in plain if len(w) > 2 and w not in FUNCTION_WORDS)
    return {stem(w) for w in kept}


def _universal(pile: Pile, masked: Masked, head: _Headline) -> Conflict | None:
    """ "All miners safe" above "Twenty-one of the 24"; "no one hurt" above four injured."""
    text = masked.text[head.start : head.end]
    if _QUESTION.search(text) or _QUOTED.search(text):
        return None
    hurt = _HURT.search(text)
    universal = _UNIVERSAL.search(text)
    for number, (start, end) in enumerate(head.lead[: _LEAD + 3]):
        sentence = masked.text[start:end]
        if hurt is not None:
            is_against = _has_casualties(pile, masked, sentence, hurt["what"])
        elif universal is not None and universal["all"]:
            is_against = (number < _NEAR_SENTENCES and _is_part(masked, sentence)) or _refuses(
                sentence, text[universal.end() :]
            )
        else:
            is_near = len(_stems(text) & _stems(sentence)) > 1 and not _NEGATIVE.search(text)
            is_against = number < _NEAR_SENTENCES and is_near and _refuses(sentence, text)
        if is_against:
            return _against(pile, masked, head, (start, end))
    return None


def _has_casualties(pile: Pile, masked: Masked, sentence: str, what: str) -> bool:
    kind = _casualty(what.lower())
    kinds = (kind,) if kind else ("dead", "hurt")
    rivals = [s for s in re.findall(N, sentence) if _kind(pile, masked, s) in kinds]
    return bool(rivals) and masked.figure(rivals[0]).value >= 1


def _is_part(masked: Masked, sentence: str) -> bool:
    """Does a sentence speak of some of the whole?"""
    part = _PARTITION.search(sentence)
    return part is not None and masked.figure(part["part"]).value < masked.figure(part["whole"]).value


def _refuses(sentence: str, text: str) -> bool:
    """Does somebody refuse or not do what `text` says?"""
    refused = _REFUSED.search(sentence)
    return refused is not None and bool(_stems(refused["verb"] or refused["not"]) & _stems(text))


def _verdict(pile: Pile, masked: Masked, head: _Headline) -> Conflict | None:
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
    words = _stems(text)
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
        if not words & _stems(near):
            continue
        shared = words & _stems(masked.text[slice(*sentence)])
        opens = _stems(" ".join(text.split()[:2])) & _stems(" ".join(near.split()[:4]))
        if theme in ("change", "favour", "result", "custody") and len(shared) < _LEAST_SHARED and not opens:
            continue
        return _against(pile, masked, head, sentence, (at, lead[0][0] + other[1]))
    return None


def _against(
    pile: Pile,
    masked: Masked,
    head: _Headline,
    sentence: tuple[int, int],
    place: tuple[int, int] | None = None,
) -> Conflict:
    start, end = place or sentence
    if end - start > 290:
        end = start + 290
    title = " ".join(pile.quote(masked.span(head.start, head.end)).split())
    quote = " ".join(pile.quote(masked.span(start, end)).split())
    return _found(
        pile,
        f"Headline: {title}; text: {quote[:60]}",
        "The headline says otherwise than the text below it.",
        (title, masked.span(head.start, head.end)),
        (quote, masked.span(start, end)),
        "what happened",
        Level.HIGH,
    )


def _winner(pile: Pile, masked: Masked, head: _Headline) -> Conflict | None:
    """ "Brno wins cup" above "Zlín beat Brno"."""
    wins = _WINS.match(masked.text, head.start, head.end) or _WINS.match(masked.text[head.start : head.end])
    if wins is None:
        return None
    name = re.escape(wins["name"].strip())
    lost = re.compile(
        rf"\b[A-Z][\w'-]+\s(?:beat|beats|defeated|edged|overcame|thrashed|stunned|saw\soff)\s(?:the\s)?{name}\b"
    )
    for start, end in head.lead[:2]:
        if lost.search(masked.text, start, end):
            return _against(pile, masked, head, (start, end))
    return None


def _place(pile: Pile, masked: Masked, head: _Headline) -> Conflict | None:
    """ "to close Jinja plant" above "will close its plant in Mbarara"."""
    text = masked.text[head.start : head.end]
    told = {(m["noun"], m["place"]) for p in (_NOUN_PLACE, _PLACE_NOUN) for m in p.finditer(text)}
    body = masked.text[head.lead[0][0] : head.body_end]
    near = {(m["noun"], m["place"]) for p in (_NOUN_PLACE, _PLACE_NOUN) for m in p.finditer(body)}
    start, end = head.lead[0]
    for noun, place in sorted(told):
        if (noun, place) in near or not _is_place(pile, masked, head, place):
            continue
        for found in _NOUN_PLACE.finditer(masked.text, start, end):
            is_other = found["noun"] == noun and not _is_like(found["place"], place)
            verbs = _stems(text) & _stems(masked.text[max(start, found.start() - 40) : found.start()])
            if is_other and verbs - {stem(place.lower()), stem(noun)}:
                return _against(pile, masked, head, (start, end), (found.start(), found.end()))
    return None


def _is_place(pile: Pile, masked: Masked, head: _Headline, name: str) -> bool:
    """Do the lists know the name as a place, or does the text print it behind "in" or "to"?"""
    if name.lower() in pile.knowledge.places:
        return True
    return (
        re.search(rf"\b(?:in|to|at|from|near)\s{re.escape(name)}\b", masked.text[head.start : head.body_end])
        is not None
    )


def _is_like(a: str, b: str) -> bool:
    return a[:4].casefold() == b[:4].casefold()


def _role(pile: Pile, masked: Masked, head: _Headline) -> Conflict | None:
    """ "Health minister resigns" above "the defence minister resigned"."""
    text = masked.text[head.start : head.end]
    body = masked.text[head.lead[0][0] : head.body_end]
    for found in _MODIFIED.finditer(text):
        kind, role = found["kind"].lower(), found["role"].lower()
        if (
            kind in FUNCTION_WORDS
            or re.search(rf"\b{re.escape(kind[:6])}", body, re.IGNORECASE)
            or kind in ("prime", "former")
        ):
            continue
        start, end = head.lead[0]
        for other in _MODIFIED.finditer(masked.text, start, end):
            named = other["kind"].lower()
            if other["role"].lower() == role and named not in FUNCTION_WORDS and named[0].islower():
                if named not in ("former", "prime", "deputy", "acting", "country's") and not named.endswith(
                    ("ese", "ian", "ish")
                ):
                    return _against(pile, masked, head, (start, end), (other.start(), other.end()))
    return None


def _name(pile: Pile, masked: Masked, head: _Headline) -> Conflict | None:
    """A person of the headline whom the text never names, where it tells the same of another."""
    source_id = masked.source_id
    text = pile.text(source_id)
    first, last = masked.offset(head.start), masked.offset(head.end - 1, True)
    named = [m for m in pile.mentions_in(source_id, first, last) if m.kind is EntityKind.PERSON]
    body = text[masked.offset(head.lead[0][0]) :].casefold()
    start, end = head.lead[0]
    people = [
        m
        for m in pile.mentions_in(source_id, masked.offset(start), masked.offset(end - 1, True))
        if m.kind is EntityKind.PERSON
    ]
    if len(named) != 1 or not people or len({m.entity for m in people}) != 1:
        return None
    if re.search(
        r"\b(?:the|of)\s\Z", text[max(0, named[0].span.start - 5) : named[0].span.start], re.IGNORECASE
    ):
        return None
    words = [w.casefold() for w in _WORD.findall(named[0].text) if len(w) > 2]
    if not words or any(word[:4] in body for word in words):
        return None
    verbs = _stems(masked.text[head.start : head.end]) & _stems(masked.text[start:end])
    if len(verbs) < 2:
        return None
    return _against(
        pile,
        masked,
        head,
        (start, end),
        (masked.place(people[0].span.start), masked.place(people[0].span.end)),
    )


def _found(
    pile: Pile,
    title: str,
    reason: str,
    head: tuple[str, Span],
    body: tuple[str, Span],
    what: str,
    consequence: Level,
) -> Conflict:
    return make_finding(
        pile,
        ConflictKind.HEADLINE,
        title,
        reason,
        [(head[0], [head[1]]), (body[0], [body[1]])],
        what,
        consequence,
    )
