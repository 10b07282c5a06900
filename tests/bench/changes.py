"""How well the changes inside copies are typed: one change of each kind is planted and looked for.

`python tests/bench/changes.py [-v]` prints, for each type, the share of planted changes whose type was told,
whose judgement was told, that were reported as exactly one change, and whose place is exact; for the
templates that rules may have been tuned on and for those held out. -v lists what went wrong on the former.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

from attrs import frozen

sys.path.insert(0, str(Path(__file__).parents[2]))

from provenance import find_reuse
from provenance.model.reuse import Change
from tests.bench import planted, planted_values

INSTANCES = 40
"""Planted changes of a type in each half, at least."""
SEED = 20_17

_CHANGE = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
_MOVED = re.compile(r"\[([^\]]+)\] \[([^\]]+)\]")
_ONLY_JUDGED = frozenset({"number in a bad scan"})
"""Other changes stand around these."""
JUDGEMENTS = {
    "name, another": "another name",
    "name, another spelling": "another spelling",
    "typography, another spelling": "another spelling",
    "ocr": "possible misreading",
    "number in a bad scan": "possible misreading",
    "misspelling": "possible misspelling",
    "moved": "moved",
}
KINDS = {
    "name, another": "name",
    "name, another spelling": "name",
    "sentence": "wording",
    "moved": "typography",
    "typography, another spelling": "typography",
    "misspelling": "typography",
    "number in a bad scan": "number",
}


@frozen
class Planted:
    """A passage and its copy. `a_span`, `b_span`: where the change stands in either. `judgement`: "" if none
    is expected."""

    type: str
    a: str
    b: str
    a_span: tuple[int, int]
    b_span: tuple[int, int]
    judgement: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of change of which one should be told."""
        kind = self.type.removesuffix(", other languages")
        return planted_values.EXPECTED.get(kind, (KINDS.get(kind, kind),))


@frozen
class Outcome:
    """What became of a planted change; `found`: what was reported instead or beside it."""

    planted: Planted
    is_typed: bool
    is_judged: bool
    is_one: bool
    is_exact: bool
    found: tuple[Change, ...]


def plant(held_out: bool, instances: int = INSTANCES) -> Iterator[Planted]:
    """Planted changes of every type, the same each time."""
    for kind, templates in (planted.TEMPLATES | planted_values.OTHERS).items():
        half = templates[held_out::2]
        for number in range(instances):
            random = Random(f"{SEED} {kind} {held_out} {number}")
            around = random.sample(planted.SURROUNDINGS, 4)
            yield _planted(kind, half[number % len(half)], random, around[:2], around[2:])
    for kind, templates in _foreign().items():
        half = templates[held_out::2]
        for number in range(instances // 2):
            random = Random(f"{SEED} {kind} foreign {held_out} {number}")
            language, template = half[number % len(half)].split(": ", 1)
            around = planted.FOREIGN_SURROUNDINGS[language]
            one = _planted(kind, template, random, [around], [])
            yield Planted(f"{kind}, other languages", one.a, one.b, one.a_span, one.b_span, one.judgement)


def _foreign() -> dict[str, list[str]]:
    """The templates of other languages; tuned and held out ones stay what they are."""
    found = {kind: list(templates) for kind, templates in planted.FOREIGN.items()}
    for kind, templates in planted_values.FOREIGN_OTHERS.items():
        known = found.setdefault(kind, [])
        if len(known) % 2:
            known.append(known[0])
        known += templates
    return found


def measure(one: Planted) -> Outcome:
    """What `find_reuse` says of it."""
    found = [each for each in find_reuse({"a": one.a, "b": one.b}) if each.a.source_id != each.b.source_id]
    changes = tuple(change for each in found for change in each.changes)
    beside = [c for c in changes if _meets(c, one)]
    told = max(beside, key=lambda c: _shared(c, one), default=None)
    is_typed = told is not None and _is_typed(told, beside, one)
    if told is None and "typography" in one.kinds and "wording" in one.kinds:
        return Outcome(one, not changes, not changes, not changes, not changes, changes)
    return Outcome(
        one,
        is_typed,
        told is not None and is_typed and (not one.judgement or told.judgement == one.judgement),
        len(changes) == 1,
        told is not None
        and (_is_free(one) or (_bare(told.a_text) == _part(one.a, one.a_span) and _is_b(told, one))),
        changes,
    )


def _is_free(one: Planted) -> bool:
    """Does the template hold more than what should be quoted?"""
    kind = one.type.removesuffix(", other languages")
    is_finer = kind in planted_values.OTHERS and kind not in planted_values.EXACT
    return is_finer or (kind in planted_values.FOREIGN_OTHERS and kind != one.type)


def _is_typed(told: Change, beside: list[Change], one: Planted) -> bool:
    """Is the kind of the change right, and of all others at its place, where no others were planted?"""
    others = [told] if one.type in _ONLY_JUDGED else beside
    is_spelling = one.type == planted_values.LIKE_ANOTHER and told.judgement == "another spelling"
    return not is_spelling and all(each.kind.value in one.kinds for each in others)


def _is_b(told: Change, one: Planted) -> bool:
    return _bare(told.b_text) == _part(one.b, one.b_span)


def _part(text: str, span: tuple[int, int]) -> str:
    return _bare(text[slice(*span)])


def _bare(text: str) -> str:
    """Without white space and marks around it, which may belong to either."""
    return text.strip(" \n,.;:“”\"'’–-")


def _meets(change: Change, one: Planted) -> bool:
    (a, a_end), (b, b_end) = one.a_span, one.b_span
    in_a = change.a_start <= a_end + 1 and a - 1 <= change.a_end
    return in_a and change.b_start <= b_end + 1 and b - 1 <= change.b_end


def _shared(change: Change, one: Planted) -> int:
    (a, a_end), (b, b_end) = one.a_span, one.b_span
    in_a = min(change.a_end, a_end) - max(change.a_start, a)
    return in_a + min(change.b_end, b_end) - max(change.b_start, b)


def _planted(kind: str, template: str, random: Random, before: list[str], after: list[str]) -> Planted:
    filled = _filled(template, random)
    judgement = (JUDGEMENTS | planted_values.JUDGED).get(kind, "")
    if kind == "moved":
        one, other = _moved(filled)
    else:
        change = _CHANGE.search(filled)
        assert change is not None
        one, other = ((filled[: change.start()], change[side], filled[change.end() :]) for side in (1, 2))
        if kind == "sentence":
            judgement = "sentence dropped" if one[1] else "sentence added"
    if kind == "number in a bad scan":
        one = (_cleaned(one[0]), one[1], _cleaned(one[2]))
        if "," not in one[1]:
            other = (other[0], other[1], other[2])
    if kind in ("name, another", "name, another spelling"):
        one, other = _whole_names(one, other)
        if not (one[1] and other[1]):
            judgement = ""
    sides = [" ".join([*before, "\0", *after]).replace("\0", "".join(parts)) for parts in (one, other)]
    starts = [len(" ".join([*before, ""])) + len(parts[0]) for parts in (one, other)]
    spans = [(start, start + len(parts[1])) for start, parts in zip(starts, (one, other), strict=True)]
    return Planted(kind, sides[0], sides[1], spans[0], spans[1], judgement)


Parts = tuple[str, str, str]


def _whole_names(one: Parts, other: Parts) -> tuple[Parts, Parts]:
    """The change is that of the whole name, also where a part of it is equal."""
    if not (one[1] and other[1]):
        return one, other
    return _whole_name(one), _whole_name(other)


def _whole_name(parts: Parts) -> Parts:
    before, own, after = parts
    first = re.match(r" [A-Z]\w+", after)
    if first is not None:
        own, after = own + first[0], after[first.end() :]
    last = re.search(r"(?<!^)[A-Z]\w+ $", before)
    if last is not None:
        own, before = last[0] + own, before[: last.start()]
    return before, own, after


def _moved(filled: str) -> tuple[Parts, Parts]:
    found = _MOVED.search(filled)
    assert found is not None
    tail = filled[found.end() :]
    return ("", found[1], f" {found[2]}{tail}"), (f"{found[2]} ", found[1], tail)


def _cleaned(text: str) -> str:
    for damaged, clean in planted.CLEAN_OF_BAD.items():
        text = text.replace(damaged, clean)
    return text


def _filled(template: str, random: Random) -> str:
    template = template.replace("\\n", "\n")
    values = {**_numbers(random), **_dates(random), **_names(random)}
    return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], template)


def _numbers(random: Random) -> dict[str, str]:
    n1 = random.randrange(1_200, 9_000)
    n2 = n1 + random.choice([100, 200, 900, -110, 27])
    small = random.sample(range(12, 98), 2)
    words = random.sample(
        "three four five seven nine eleven fourteen twenty thirty forty-six sixty".split(), 2
    )
    d1, d2 = (f"{random.randrange(2, 9)}.{random.randrange(1, 9)}" for _ in range(2))
    signs = random.choice(["${} million", "£{} million", "{},000 euros", "€{}m", "{} million dollars"])
    percent = random.choice(["{} per cent", "{}%", "{} percent", "{}.5%"])
    return {
        "n1": f"{n1:,}" if small[0] % 3 else str(small[0]),
        "n2": f"{n2:,}" if small[0] % 3 else str(small[1]),
        "m1": signs.format(small[0]),
        "m2": signs.format(small[1]),
        "p1": percent.format(small[0]),
        "p2": percent.format(small[1]),
        "w1": words[0],
        "w2": words[1],
        "d1": d1,
        "d2": d2 if d1 != d2 else f"{d2}5",
    }


def _dates(random: Random) -> dict[str, str]:
    months = "January February March April June July August September October November December".split()
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    day, other_day = random.sample(range(2, 28), 2)
    month, other_month = random.sample(months, 2)
    year, other_year = random.sample(range(1_880, 2_020), 2)
    weekday, other_weekday = random.sample(days, 2)
    changed = random.choice(["day", "month", "year"])
    d2 = other_day if changed == "day" else day
    m2 = other_month if changed == "month" else month
    y2 = other_year if changed == "year" else year
    return {
        "day1": f"{day} {month} {year}",
        "day2": f"{d2} {m2} {y2}",
        "us1": f"{month} {day}, {year}",
        "us2": f"{m2} {d2}, {y2}",
        "my1": f"{month} {year}",
        "my2": f"{other_month} {year}" if changed == "month" else f"{month} {other_year}",
        "mo1": month,
        "mo2": other_month,
        "y1": str(year),
        "y2": str(other_year),
        "wd1": weekday,
        "wd2": other_weekday,
        "iso1": f"{year}-03-{day:02}",
        "iso2": f"{year}-03-{other_day:02}",
    }


def _names(random: Random) -> dict[str, str]:
    firsts, lasts = random.sample(planted.FIRST_NAMES, 2), random.sample(planted.LAST_NAMES, 2)
    towns, firms = random.sample(planted.TOWNS, 2), random.sample(planted.FIRMS, 2)
    spellings = random.choice(planted.SPELLINGS)
    return {
        "first1": firsts[0],
        "first2": firsts[1],
        "last1": lasts[0],
        "last2": lasts[1],
        "person1": f"{firsts[0]} {lasts[0]}",
        "person2": f"{firsts[1]} {lasts[1]}",
        "town1": towns[0],
        "town2": towns[1],
        "firm1": firms[0],
        "firm2": firms[1],
        "spell1": spellings[0],
        "spell2": spellings[1],
    }


def shares(outcomes: list[Outcome]) -> tuple[float, float, float, float]:
    """Of type right, judgement right, reported as one, place exact, 0..1."""
    count = max(1, len(outcomes))
    return (
        sum(each.is_typed for each in outcomes) / count,
        sum(each.is_judged for each in outcomes) / count,
        sum(each.is_one for each in outcomes) / count,
        sum(each.is_exact for each in outcomes) / count,
    )


def main() -> None:
    """Print the table."""
    for held_out in (False, True):
        outcomes: dict[str, list[Outcome]] = defaultdict(list)
        for one in plant(held_out):
            outcomes[one.type].append(measure(one))
        print("held out" if held_out else "tuned on", f"{'type':24}  type  judged  one  exact", sep="\n")
        for kind, found in outcomes.items():
            print(f"{kind:30}" + "".join(f"{share:7.3f}" for share in shares(found)), len(found))
        everything = [each for found in outcomes.values() for each in found]
        print(f"{'all':30}" + "".join(f"{share:7.3f}" for share in shares(everything)), len(everything))
        if "-v" in sys.argv and not held_out:
            _tell(everything)


def _tell(outcomes: list[Outcome]) -> None:
    """What went wrong, once for each sort of fault."""
    seen = set()
    for each in outcomes:
        if (
            each.is_typed
            and each.is_judged
            and each.is_exact
            and (each.is_one or each.planted.type in _ONLY_JUDGED)
        ):
            continue
        one = each.planted
        told = [(c.kind.value, c.a_text, c.b_text, c.judgement) for c in each.found]
        key = (one.type, one.a[one.a_span[1] :][:20])
        if key not in seen:
            seen.add(key)
            print(f"   {one.type}: {one.a[slice(*one.a_span)]!r} / {one.b[slice(*one.b_span)]!r}: {told}")


if __name__ == "__main__":
    main()
