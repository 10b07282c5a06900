"""An acronym or nickname that one text explains in two ways, and a body called what it is not."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from attrs import frozen

from provenance.conflicts.inside import is_said_to_be_wrong, make_finding
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.conflicts import Conflict, ConflictKind
from provenance.model.names import EntityKind
from provenance.model.spans import Span
from provenance.text.folding import fold_text

_SMALL = "of|for|and|the|in|on|de|du|des|la|le|der|die|und|e|y|to|against|with|&"
_CAPITAL = r"[^\W\d_a-z][\w'’-]*"
_RUN = re.compile(rf"\b{_CAPITAL}(?:\s(?:(?:{_SMALL})\s){{0,2}}{_CAPITAL}){{1,9}}")
_ACRONYM = re.compile(r"\b[A-Z]{2,7}\b")
_TIED_BEHIND = re.compile(
    r"\s?[(\[]\s?(?P<acronym>[A-Z]{2,7})\b|,\s(?:or\s|called\s)?(?P<comma>[A-Z]{2,7})\b(?=[,.;)]|\sfor\sshort)"
    r"|,\sthe\s(?P<plain>[A-Z]{2,7})\b"
)
_TIED_BEFORE = re.compile(
    r"\b(?P<acronym>[A-Z]{2,7})(?:'s)?\s?(?:[(\[]|,\s(?:(?:which\s(?:is|stands)|that\sis|is)\s)?(?:(?:short|standing)\sfor\s)?"
    r"(?:or\s)?|\s[-–—]\s(?:the\sletters\s(?:stand|are\sshort)\sfor\s)?|\s(?:stands|stood|is\sshort)\sfor\s"
    r"|[^.;]{0,60}?\b(?:[Ff]ounded|created|set\sup|established)\sas\s)(?:the\s)?\Z"
)
_OTHER_ACRONYM = re.compile(r"\s?[(\[]\s?(?=[\w-]*[a-z\d-])[A-Z][\w-]{1,8}\s?[)\]]")
"""An acronym with small letters or figures behind a name: (WHFed), (G-20)."""
_FOUNDED_AS = re.compile(r"\b(?:[Ff]ounded|[Cc]reated|[Ss]et\sup|[Ee]stablished)\sas\s(?:the\s)?\Z")
_EXPLAINED = re.compile(
    r"\b(?:also|too|coincidence|both|jok\w+|mock\w*|satir\w*|comedy|parod\w+|calls?\sit|confus\w+|letterhead|another|other"
    r"|renamed|formerly|former|previously|until|once|later|today|now|old\sname|then\scalled|originally|nothing|not\sto\sbe"
    r"|translat\w+|in\s(?:English|French|Spanish|German|Arabic|Portuguese|Russian)|changed\sits\sname|merged)\b",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    r"\b(?:nicknamed|dubbed|called|known\sas)\s[\"“‘']?(?P<name>[Tt]he\s[A-Z]\w+(?:\s[A-Z]\w+){0,2})[\"”’']?\s(?:for|because(?:\sof)?|after)\s"
    r"(?P<reason>[^.,;]{4,60})"
)
_SO_CALLED = re.compile(
    r"[\"“‘']?(?P<name>[Tt]he\s[A-Z]\w+(?:\s[A-Z]\w+){0,2})[\"”’']?,?[\"”’']?\s(?:is\s|was\s)?so\scalled\s(?:for|because(?:\sof)?|after)\s"
    r"(?P<reason>[^.,;]{4,80})"
)
_KNOWN_AS = re.compile(
    r"(?P<body>[Tt]he\s(?:[A-Z][\w'’-]+\s?){1,5}),\s(?:better\sknown|also\sknown|known|nicknamed|popularly\sknown)\s(?:as\s)?[\"“]?"
    r"(?P<name>[Tt]he\s(?:[A-Z][\w'’-]+\s?){1,3})"
)
_AS_CALLED = re.compile(
    r"(?P<name>[Tt]he\s(?:[A-Z][\w'’-]+\s?){1,3})[\"”]?,\sas\s[^.,;]{1,40}?\s(?:calls?|call|knows?|named?)\s(?:the\s)?(?P<body>[^.,;]{4,60})"
)
_ALSO = re.compile(
    rf"\b(?P<body>{_CAPITAL}(?:\s(?:(?:{_SMALL})\s){{0,2}}{_CAPITAL}){{0,6}}),\s(?:also|otherwise|better|commonly)\s(?:called|known\sas"
    rf"|named)\s(?:the\s)?[\"“]?(?P<name>{_CAPITAL}(?:\s(?:(?:{_SMALL})\s){{0,2}}{_CAPITAL}){{0,6}})"
)
_HEADS = {
    head: what
    for what, heads in {
        "bank": "bank banks banque banco",
        "state": "ministry department secretariat treasury chancellery",
        "school": "university college school academy faculty",
        "hospital": "hospital clinic infirmary",
        "court": "court tribunal",
        "army": "army brigade regiment battalion militia navy",
        "church": "church mosque temple cathedral diocese synagogue",
        "press": "newspaper times herald gazette tribune",
        "airline": "airlines airways airline",
        "museum": "museum gallery library",
        "parliament": "parliament senate assembly congress",
        "police": "police gendarmerie",
        "hotel": "hotel restaurant",
        "club": "fc club",
    }.items()
    for head in heads.split()
}
"""Words that head the name of a body → what sort of body that is; no body is of two sorts."""
_MOST_RUNS = 400
_BARE_LETTERS, _FAR = 3, 110
_NEAR = 36
"""Characters before and behind a name in which a word may explain it."""


@frozen(order=True)
class _Expansion:
    span: Span
    name: str
    is_tied: bool
    is_bracketed: bool


def find_wrong_acronyms(pile: Pile) -> Iterator[Conflict]:
    """ "the National Water Authority (NWA)" and "the NWA, or Northern Waterworks Association" in one text."""
    for source_id in pile.sources:
        if not pile.texts.is_english(source_id):
            continue
        yield from _expansions(pile, source_id)
        yield from _nicknames(pile, source_id)
        yield from _sorts(pile, source_id)


def _expansions(pile: Pile, source_id: str) -> Iterator[Conflict]:
    text = pile.text(source_id)
    known = {found.group() for found in _ACRONYM.finditer(text)}
    if not known:
        return
    held: dict[str, list[_Expansion]] = defaultdict(list)
    for count, run in enumerate(_RUN.finditer(text)):
        if count >= _MOST_RUNS:
            break
        _collect(pile, source_id, run, known, held)
    for acronym, expansions in sorted(held.items()):
        for a, b in combinations(sorted(expansions), 2):
            if _differ(pile, acronym, a, b):
                yield _finding(pile, acronym, a, b)
                break


def _collect(
    pile: Pile, source_id: str, run: re.Match[str], known: set[str], held: dict[str, list[_Expansion]]
) -> None:
    """The run of capitalised words, as what an acronym stands for: tied to it, or by its initials."""
    text = pile.text(source_id)
    begin, end = run.span()
    words = [(begin + m.start(), m.group()) for m in re.finditer(r"\S+", run.group())]
    if run.group().isupper() or _OTHER_ACRONYM.match(text, end):
        return
    behind = _TIED_BEHIND.match(text, end)
    letters = behind and (behind["acronym"] or behind["comma"] or behind["plain"])
    if behind and behind["plain"] and not _FOUNDED_AS.search(text, max(0, begin - 30), begin):
        letters = None
    is_bracketed = behind is not None and behind["acronym"] is not None
    if not letters:
        first = next((at for at, word in words if word[0].isupper() and word != "The"), begin)
        before = _TIED_BEFORE.search(text, max(0, first - _FAR), first)
        letters = before["acronym"] if before else None
    start = _start_of(words, letters) if letters else None
    if letters and start is not None:
        held[letters].append(_Expansion(Span(source_id, start, end), text[start:end], True, is_bracketed))
        return
    for i in range(len(words) - 1):
        for each in _initials([word for _, word in words[i:]]):
            if each in known and len(each) >= _BARE_LETTERS and words[i][1][0].isupper():
                span = Span(source_id, words[i][0], end)
                if not _is_person(pile, span):
                    held[each].append(_Expansion(span, text[span.start : end], False, False))
                return


def _start_of(words: list[tuple[int, str]], letters: str) -> int | None:
    """Where the name begins for which `letters` stand: by the initials, else by the first of them."""
    for i in range(len(words) - 1):
        if letters in _initials([word for _, word in words[i:]]) and words[i][1][0].isupper():
            return words[i][0]
    found = [at for at, word in words[:-1] if word[0] == letters[0]]
    return found[0] if found else None


def _is_person(pile: Pile, span: Span) -> bool:
    near = pile.mentions_in(span.source_id, max(0, span.start - 20), span.end + 1)
    return any(m.kind is EntityKind.PERSON and m.span.overlap(span) for m in near)


def _initials(words: list[str]) -> list[str]:
    """Initials of the capitalised words, and of all."""
    big = "".join(w[0] for w in words if w[0].isupper())
    every = "".join(w[0].upper() for w in words)
    return [big, every] if big != every else [big]


def _differ(pile: Pile, acronym: str, a: _Expansion, b: _Expansion) -> bool:
    if not (a.is_tied or b.is_tied) or (a.is_bracketed and b.is_bracketed):
        return False
    one, two = ([w for w in fold_text(x.name).split() if w not in _SMALL.split("|")] for x in (a, b))
    if len(one) > len(acronym) + 3 or len(two) > len(acronym) + 3:
        return False
    same = sum(_is_like(x, y) for x, y in zip(one, two, strict=False))
    if same >= min(len(one), len(two)) or set(one) <= set(two) or set(two) <= set(one):
        return False
    if sorted(w[:4] for w in one) == sorted(w[:4] for w in two):
        return False
    text = pile.text(a.span.source_id)
    if re.fullmatch(
        r"[\s,;(]*(?:or\s(?:the\s)?)?", text[a.span.end : b.span.start]
    ):  # a name and its translation
        return False
    return not any(_is_explained(pile, each.span) for each in (a, b))


def _is_explained(pile: Pile, span: Span) -> bool:
    """Do the words about a name say that it is an old, a foreign or another's name?"""
    start, end = pile.sentence_at(span.source_id, span.start)
    text = pile.text(span.source_id)
    near = text[max(start, span.start - _NEAR) : min(end, span.end + _NEAR)]
    return _EXPLAINED.search(near) is not None or is_said_to_be_wrong(text[start:end])


def _is_like(a: str, b: str) -> bool:
    """Two spellings of one word: labour, labor; organisation, organization."""
    return a == b or (
        a[:3] == b[:3] and abs(len(a) - len(b)) <= 2 and a[-1] == b[-1] and stem(a)[:4] == stem(b)[:4]
    )


def _finding(pile: Pile, acronym: str, a: _Expansion, b: _Expansion) -> Conflict:
    return make_finding(
        pile,
        ConflictKind.ALIAS_SELF,
        f"{acronym}: {a.name} or {b.name}?",
        f"One text has {acronym} stand for {a.name} and for {b.name}. One of the two names is "
        f"wrong, or two bodies "
        "share the letters and the text does not say so.",
        [(a.name, [a.span]), (b.name, [b.span])],
        "acronym",
    )


def _nicknames(pile: Pile, source_id: str) -> Iterator[Conflict]:
    """A nickname explained in two ways, or given to two."""
    text = pile.text(source_id)
    for first_pattern, second_pattern, part in (
        (_NICKNAME, _SO_CALLED, "reason"),
        (_KNOWN_AS, _AS_CALLED, "body"),
    ):
        for first in first_pattern.finditer(text):
            for second in second_pattern.finditer(text, first.end()):
                if first["name"].strip().casefold() != second["name"].strip().casefold():
                    continue
                words = [_stems(found[part]) for found in (first, second)]
                if not words[0] or not words[1] or words[0] & words[1]:
                    continue
                spans = [Span(source_id, *found.span(part)) for found in (first, second)]
                if any(_EXPLAINED.search(pile.sentence_text(span)) for span in spans):
                    continue
                name = first["name"].strip()
                yield make_finding(
                    pile,
                    ConflictKind.ALIAS_SELF,
                    f"{name}: explained in two ways",
                    f"One text gives {name} to two, or two grounds for the name.",
                    [(first[part].strip(), [spans[0]]), (second[part].strip(), [spans[1]])],
                    "nickname",
                )


def _sorts(pile: Pile, source_id: str) -> Iterator[Conflict]:
    """A bank that is also called a ministry."""
    for found in _ALSO.finditer(pile.text(source_id)):
        sorts = [_sort(found[part]) for part in ("body", "name")]
        spans = [Span(source_id, *found.span(part)) for part in ("body", "name")]
        if None in sorts or sorts[0] == sorts[1] or is_said_to_be_wrong(pile.sentence_text(spans[0])):
            continue
        yield make_finding(
            pile,
            ConflictKind.ALIAS_SELF,
            f"{found['body']} as {found['name']}",
            f"{found['body']} is called {found['name']}, which is the name of another sort of body: "
            f"one of the two "
            "names is wrong, or it is a joke that the text does not mark.",
            [(found["body"], [spans[0]]), (found["name"], [spans[1]])],
            "other sort of body",
        )


def _sort(name: str) -> str | None:
    """What sort of body a name tells by its first word before "of", or by its last."""
    words = name.lower().split()
    if len(words) > 1 and "of" in words:
        return _HEADS.get(words[words.index("of") - 1])
    return _HEADS.get(words[-1]) or _HEADS.get(words[0])


def _stems(text: str) -> set[str]:
    words = (w.lower().removesuffix("'s").removesuffix("’s") for w in re.findall(r"[^\W\d_][\w'’-]*", text))
    return {stem(w) for w in words if len(w) > 2 and w not in FUNCTION_WORDS}
