"""How far a database agrees with an annotated pile: names, reuse, claims, findings and traps.

Rules, the same as for reading by hand: a finding is found when every side of it (two of them, where there are
more) is half covered by an evidence span of one conflict of the same kind (of any, where the annotation names
none), none of them longer than 300 characters or four times the side; one conflict answers one finding. A
claim is found when one of its kind shares half of the shorter span with it, each once; a quotation must name
its speaker too. A trap is stepped on when one conflict's evidence, less what answers its finding, covers all
its sides in that way.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from attrs import field, frozen

Place = tuple[str, int, int]  # path, start, end
FLIPPED = {"a->b": "b->a", "b->a": "a->b"}


@frozen
class Score:
    """One measure: hits among those `wanted` and those `found`."""

    hits: int
    wanted: int
    found: int

    @property
    def precision(self) -> float:
        """1 where nothing was found."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """1 where nothing was wanted."""
        return self.hits / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@frozen
class Report:
    """All measures of one pile; `notes` name what was missed or wrong."""

    mentions: Score
    names: Score
    b_cubed: float
    wrong_merges: int
    reuse: Score
    directions_wrong: int
    findings: Score
    traps: int
    claims: dict[str, Score] = field(factory=dict)
    notes: list[str] = field(factory=list)


@frozen
class Pile:
    """An annotation file and the stored text of each path."""

    gold: dict[str, Any]
    texts: dict[str, str]

    def place(self, path: str, quote: str, at: int | None = None) -> Place:
        """Where the quotation first stands, or that it stands at `at`; ValueError if it does not."""
        start = self.texts[path].find(quote, at or 0)
        if start < 0 or at not in (None, start):
            message = f"{path} does not hold {quote!r}"
            raise ValueError(message)
        return path, start, start + len(quote)

    def quote(self, place: Place) -> str:
        """What stands at the place."""
        return self.texts[place[0]][place[1] : place[2]]

    def stretch(self, path: str, first: str, last: str) -> Place:
        """From the start of `first` to the end of the next `last`."""
        _, start, _ = self.place(path, first)
        end = self.texts[path].find(last, start)
        if end < 0:
            message = f"{path} does not hold {last!r} after {first!r}"
            raise ValueError(message)
        return path, start, end + len(last)


def load_pile(annotation: Path, texts: dict[str, str]) -> Pile:
    """The annotation together with the stored texts by path."""
    return Pile(json.loads(annotation.read_text("utf-8")), texts)


def measure(pile: Pile, views: dict[str, list[dict[str, Any]]]) -> Report:
    """Compare; `views` holds the rows of mentions, reused_passages, conflicts and, if need be, claims."""
    notes: list[str] = []
    mentions, names, b_cubed, wrong_merges = _measure_names(pile, views["mentions"], notes)
    reuse, wrong = _measure_reuse(pile, views["reused_passages"], notes)
    findings, traps = _measure_findings(pile, views["conflicts"], notes)
    claims = _measure_claims(pile, views.get("claims", []), notes)
    return Report(mentions, names, b_cubed, wrong_merges, reuse, wrong, findings, traps, claims, notes)


def _measure_names(
    pile: Pile, rows: list[dict[str, Any]], notes: list[str]
) -> tuple[Score, Score, float, int]:
    """Mentions, pairs of mentions, B-cubed F1 (Bagga and Baldwin 1998) of those found, and pairs of
    entities that were merged wrongly."""
    wanted = _locate_names(pile)
    have = {
        (r["path"], r["start"], r["end"]): (r["entity"], r["kind"])
        for r in rows
        if r["kind"] in ("person", "organization", "place")
    }
    found = sorted(p for p in wanted if p in have and have[p][1] == wanted[p][1])
    near = _judged(pile, have, wanted)
    pairs = list(combinations(found, 2))
    same_gold = {(a, b) for a, b in pairs if wanted[a][0] == wanted[b][0]}
    same_have = {(a, b) for a, b in pairs if have[a][0] == have[b][0]}
    missed = sorted({pile.quote(p) for p in set(wanted) - set(found)})
    notes.extend(f"mention missed: {name}" for name in missed)
    for verdict, wrong in (("merged", same_have - same_gold), ("kept apart", same_gold - same_have)):
        notes.extend(sorted({f"{verdict} wrongly: {pile.quote(a)} / {pile.quote(b)}" for a, b in wrong}))
    located = sorted(p for p in wanted if p in have)  # of a wrong kind too: who is who is another question
    merged = {
        tuple(sorted((wanted[a][0], wanted[b][0])))
        for a, b in combinations(located, 2)
        if wanted[a][0] != wanted[b][0] and have[a][0] is not None and have[a][0] == have[b][0]
    }
    return (
        Score(len(found), len(wanted), len(near | set(found))),
        Score(len(same_gold & same_have), len(same_gold), len(same_have)),
        _b_cubed([(wanted[p][0], have[p][0] or p) for p in located]),
        len(merged),
    )


def _judged(pile: Pile, have: Iterable[Place], wanted: Iterable[Place]) -> set[Place]:
    """Found mentions that count: all of them where the annotation is complete, else those that meet one of
    its places."""
    if pile.gold.get("is_complete"):
        return set(have)
    places = list(wanted)
    return {p for p in have if any(p[0] == w[0] and p[1] < w[2] and w[1] < p[2] for w in places)}


def _b_cubed(clusters: list[tuple[Any, Any]]) -> float:
    """F1 of (annotated, found) cluster of each mention; 1 where there is none."""
    if not clusters:
        return 1.0
    both = Counter(clusters)
    gold, have = Counter(g for g, _ in clusters), Counter(h for _, h in clusters)
    precision = sum(n * n / have[h] for (_, h), n in both.items()) / len(clusters)
    recall = sum(n * n / gold[g] for (g, _), n in both.items()) / len(clusters)
    return 2 * precision * recall / (precision + recall)


def _locate_names(pile: Pile) -> dict[Place, tuple[int, str]]:
    """Every place of an annotated name → (number of its entity, kind); the longest name wins.

    Where names alone do not tell entities apart, each mention is annotated: path, start and quotation.
    """
    wanted: dict[Place, tuple[int, str]] = {}
    for number, entity in enumerate(pile.gold["entities"]):
        for path, start, quote in entity.get("mentions", []):
            place = (path, start, start + len(quote))
            if pile.quote(place) != quote:
                message = f"{path} does not hold {quote!r} at {start}"
                raise ValueError(message)
            wanted[place] = (number, entity["kind"])
    if wanted:
        return wanted
    entities = enumerate(pile.gold["entities"])
    names = sorted(((-len(n), n, i, e["kind"]) for i, e in entities for n in e["names"]))
    for path, text in sorted(pile.texts.items()):
        taken: set[int] = set()
        for _, name, number, kind in names:
            for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                if taken.isdisjoint(range(*found.span())):
                    taken.update(range(*found.span()))
                    wanted[path, *found.span()] = (number, kind)
    return wanted


def _measure_reuse(pile: Pile, rows: list[dict[str, Any]], notes: list[str]) -> tuple[Score, int]:
    gold = [(pile.stretch(*r["a"]), pile.stretch(*r["b"]), r) for r in pile.gold["reuse"]]
    have = [
        ((r["a_path"], r["a_start"], r["a_end"]), (r["b_path"], r["b_start"], r["b_end"]), r["direction"])
        for r in rows
        if r["kind"] != "quotation"
    ]
    wanted, found = _cells(g[:2] for g in gold), _cells(h[:2] for h in have)
    for a, b, r in gold:
        share = len(_cells([(a, b)]) & found) / len(_cells([(a, b)]))
        if share < 0.9:
            notes.append(f"reuse {share:.0%} found: {r['a'][0]} / {r['b'][0]} {r['a'][1]!r}")
    for a, b, _ in have:
        if len(_cells([(a, b)]) - wanted) > 0.3 * len(_cells([(a, b)])):
            notes.append(f"reuse not in gold: {a[0]} / {b[0]} {pile.quote(a)[:80]!r}")
    known = {(a[0], b[0]): r["direction"] for a, b, r in gold if "direction" in r}
    known |= {(b, a): FLIPPED[direction] for (a, b), direction in known.items()}
    said = [(known.get((a[0], b[0])), direction) for a, b, direction in have if direction in FLIPPED]
    return Score(len(wanted & found), len(wanted), len(found)), sum(k not in (None, d) for k, d in said)


def _cells(pairs: Iterable[tuple[Place, Place]]) -> set[tuple[str, int, str]]:
    """Characters on both sides, each with the other side's path."""
    return {(x[0], i, y[0]) for a, b in pairs for x, y in ((a, b), (b, a)) for i in range(x[1], x[2])}


def _measure_findings(pile: Pile, rows: list[dict[str, Any]], notes: list[str]) -> tuple[Score, int]:
    flags: dict[str, list[Place]] = {}
    for r in rows:
        if r["start"] is not None:
            flags.setdefault(r["key"], []).append((r["path"], r["start"], r["end"]))
    said = {r["key"]: f"{r['kind']} {r['severity']}: {r['title']}" for r in rows}
    fits = [_fitting(pile, gold, flags, said) for gold in pile.gold["findings"]]
    owners = _assign(fits)
    answers: dict[str, list[Place]] = {}
    hits = 0
    for number, gold in enumerate(pile.gold["findings"]):
        many = gold["kind"] == "name_variant"  # one conflict lists all spellings of a name
        owner = owners.get(number) or (fits[number][0] if many and fits[number] else None)
        hits += owner is not None
        if owner is not None:
            answers.setdefault(owner, []).extend(pile.place(*side) for side in gold["sides"])
        else:
            notes.append(f"finding missed: {gold['kind']}: {gold['what']}")
    trapped = _find_trapped(pile, flags, answers, said, notes)
    notes.extend(f"not in gold: {said[key]}" for key in sorted(set(flags) - set(answers) - trapped))
    return Score(hits, len(pile.gold["findings"]), len(flags)), len(trapped)


def _fitting(
    pile: Pile, gold: dict[str, Any], flags: dict[str, list[Place]], said: dict[str, str]
) -> list[str]:
    """Keys of the conflicts that show a finding's sides."""
    sides = [pile.place(*side) for side in gold["sides"]]
    kind = f"{gold['kind']} " if gold["kind"] else ""
    return [k for k in sorted(flags) if said[k].startswith(kind) and _meets(flags[k], sides)]


def _assign(fits: list[list[str]]) -> dict[int, str]:
    """Finding number → the conflict that answers it: as many findings as can be, each conflict for one."""
    owner: dict[str, int] = {}

    def give(number: int, seen: set[str]) -> bool:
        for key in fits[number]:
            if key not in seen:
                seen.add(key)
                if key not in owner or give(owner[key], seen):
                    owner[key] = number
                    return True
        return False

    for number in range(len(fits)):
        give(number, set())
    return {number: key for key, number in owner.items()}


def _measure_claims(pile: Pile, rows: list[dict[str, Any]], notes: list[str]) -> dict[str, Score]:
    """Kind → score, for the kinds that are annotated; a find on an optional place counts neither way."""
    placed = [row for row in rows if row["start"] is not None]
    optional = [pile.place(*place) for place in pile.gold.get("optional_claims", [])]
    scores = {}
    for kind in sorted({claim["kind"] for claim in pile.gold.get("claims", [])}):
        wanted = [claim for claim in pile.gold["claims"] if claim["kind"] == kind]
        found = [row for row in placed if row["kind"] == kind]
        used: set[str] = set()
        for claim in wanted:
            place = pile.place(*claim["place"])
            fit = [r["key"] for r in found if r["key"] not in used and _is_claim(r, place, claim)]
            used.update(fit[:1])
            if not fit:
                notes.append(f"claim missed: {kind}: {pile.quote(place)[:100]!r}")
        spare = [r for r in found if r["key"] in used or not any(_overlaps(r, o) for o in optional)]
        scores[kind] = Score(len(used), len(wanted), len(spare))
    return scores


def _is_claim(row: dict[str, Any], place: Place, claim: dict[str, Any]) -> bool:
    speakers = [_folded(name) for name in claim.get("speakers", [])]
    who = _folded(row["speaker"] or "")
    is_named = any(
        who == name or (len(name) > 4 and (who.endswith(name) or name.endswith(who))) for name in speakers
    )
    return _overlaps(row, place) and (not speakers or (bool(who) and is_named))


def _overlaps(row: dict[str, Any], place: Place) -> bool:
    inside = min(row["end"], place[2]) - max(row["start"], place[1])
    shorter = min(row["end"] - row["start"], place[2] - place[1])
    return bool(row["path"] == place[0] and 2 * inside >= shorter)


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _find_trapped(
    pile: Pile,
    flags: dict[str, list[Place]],
    answers: dict[str, list[Place]],
    said: dict[str, str],
    notes: list[str],
) -> set[str]:
    trapped = set()
    for trap in pile.gold["traps"]:
        sides = [pile.place(*side) for side in trap["sides"]]
        for key, places in sorted(flags.items()):
            spare = [p for p in places if not any(_covers(p, side) for side in answers.get(key, []))]
            if _meets(spare, sides):
                trapped.add(key)
                notes.append(f"trap: {trap['why']}: {said[key]}")
    return trapped


def _covers(evidence: Place, side: Place) -> bool:
    length = side[2] - side[1]
    inside = min(evidence[2], side[2]) - max(evidence[1], side[1])
    size = evidence[2] - evidence[1]
    fits = inside > 0 and 2 * inside >= min(length, size) and size <= max(300, 4 * length)
    return evidence[0] == side[0] and fits


def _meets(flag: Iterable[Place], sides: list[Place]) -> bool:
    places = list(flag)
    covered = sum(any(_covers(p, side) for p in places) for side in sides)
    return covered >= min(2, len(sides))
