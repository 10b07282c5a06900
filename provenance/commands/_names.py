"""Names as people read them: an entity with its spellings, where, how often and by whom."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from provenance.api import Case
from provenance.commands._cells import Piece, flat, page_width, paint, wrap
from provenance.model.name_rules import SPOKEN_AGAINST, RuleEffect
from provenance.model.names import say_score

Row = Mapping[str, object]

_INDENT = 3
MOST_PAIRS = 60
"""Pairs that are shown where no limit is given."""
MOST_PATHS, MOST_PUBLISHERS, MOST_PLACES = 6, 6, 8
"""Of a spelling and of an entity: what is named; of the rest the number is told."""


def draw_names(case: Case, rows: Sequence[Row]) -> str:
    """Each entity with who names it, and under it its spellings with why they are its own and where."""
    keys = {str(row["key"]) for row in rows}
    places: dict[str, list[Row]] = {}
    for row in case.rows("name_sources"):
        if row["variant_key"] in keys:
            places.setdefault(str(row["variant_key"]), []).append(row)
    return "\n\n".join("\n".join(_entity(same, places)) for same in _by(rows, "entity").values())


def draw_inconsistent(case: Case, rows: Sequence[Row]) -> str:
    """Document by document, each name with its spellings, how often and where."""
    return "\n\n".join("\n".join(_document(same)) for same in _by(rows, "source").values())


def draw_pairs(case: Case, rows: Sequence[Row], most: int = MOST_PAIRS) -> str:
    """The first pairs, each with verdict and score, and why it was not joined; how many more there are."""
    blocks = []
    for row in rows[:most]:
        verdict = f"{row['verdict']} {_figure(row['score'])}"
        head = f"{row['a']} / {row['b']} · {row['kind']} · {verdict} · {row['key']}"
        blocks.append("\n".join([*_lines(head, 0), *_lines(str(row["reason"]), 1)]))
    if len(rows) > most:
        more = f"… and {len(rows) - most:,} more: --limit {len(rows)} shows them, --json has all"
        blocks.append("\n".join(_lines(more, 0)))
    return "\n".join(blocks)


def draw_rules(case: Case, rows: Sequence[Row]) -> str:
    """A line for each pair of names of a rule; under them what speaks against any."""
    parts: list[str] = []
    for row in rows:
        said = f"{row['place']}: {row['relation']} · {_both(row)}"
        note = f"“{row['note']}”" if row["note"] else ""
        is_against = row["contradiction"] and row["effect"] == RuleEffect.FOLLOWED.value
        effect = SPOKEN_AGAINST if is_against else str(row["effect"])
        parts += _lines(" · ".join(filter(None, (said, str(row["kind"] or ""), effect, note))), 0)
    told = dict.fromkeys((str(row["rule"]), str(row["evidence"])) for row in case.rows("name_contradictions"))
    if told:
        parts += ["", "Spoken against:"]
    for rule, evidence in told:
        parts += _lines(f"{rule}: {evidence}", 1)
    return "\n".join(parts)


def _both(row: Row) -> str:
    """The two names of a rule; one that only says how to write itself, once."""
    return str(row["a"]) if row["a"] == row["b"] else f"{row['a']} / {row['b']}"


def _entity(rows: Sequence[Row], places: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    first = rows[0]
    found = [place for row in rows for place in places.get(str(row["key"]), ())]
    sources = {str(place["source"]) for place in found}
    mentions = sum(_number(place["mentions"]) for place in found)
    counted = f"{_count(mentions, 'mention')} in {_count(len(sources), 'source')}"
    yield from _lines(f"{first['name']} · {first['kind']} · {counted} · {first['entity']}", 0)
    publishers: Counter[str] = Counter()
    for place in found:
        publishers[str(place["publisher"] or "publisher not stated")] += _number(place["mentions"])
    ranked = sorted(publishers.items(), key=lambda one: (-one[1], one[0]))
    yield from _lines(f"by {_listed([f'{name} {count}' for name, count in ranked], MOST_PUBLISHERS)}", 1)
    for row in rows:
        own = places.get(str(row["key"]), ())
        if row["variant"] == first["name"]:
            why = ""
        else:
            why = f" · {_figure(row['score'])} {row['reason']}"
        yield from _lines(f"{row['variant']} · {row['mentions']} in {row['sources']}{why} · {row['key']}", 1)
        paths = [f"{place['path']} {place['mentions']}" for place in own]
        yield from _lines(_listed(paths, MOST_PATHS), 2)


def _document(rows: Sequence[Row]) -> Iterator[str]:
    yield from _lines(str(rows[0]["path"]), 0)
    for same in _by(rows, "entity").values():
        yield from _lines(f"{same[0]['name']} · {same[0]['kind']} · {same[0]['entity']}", 1)
        for row in same:
            places = [f"{start}–{end}" for start, end in json.loads(str(row["places"]))]
            yield from _lines(
                f"{row['spelling']} · {row['mentions']} × · at {_listed(places, MOST_PLACES)}", 2
            )


def _by(rows: Sequence[Row], column: str) -> dict[object, list[Row]]:
    found: dict[object, list[Row]] = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    return found


def _listed(parts: Sequence[str], most: int) -> str:
    more = f" and {len(parts) - most} more" if len(parts) > most else ""
    return ", ".join(parts[:most]) + more


def _lines(text: str, depth: int) -> Iterator[str]:
    margin = " " * _INDENT * depth
    for number, line in enumerate(wrap([Piece(flat(text))], page_width() - len(margin) - 2)):
        yield margin + ("  " if number else "") + paint(line)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _figure(value: object) -> str:
    return say_score(value) if isinstance(value, float) else str(value)
