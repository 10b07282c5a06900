"""Timelines and aligned quotations as people read them."""

from collections.abc import Iterator, Mapping, Sequence

from provenance.api import Case
from provenance.commands._cells import Piece, clip, flat, page_width, paint, wrap

Row = Mapping[str, object]

_INDENT = 3
_LONGEST_QUOTE = 240
_NARROW = 60
"""Cells under which days stand above what they date."""


def draw_timelines(case: Case, rows: Sequence[Row]) -> str:
    """Each timeline with its figures by day, where each stands, and which of them are stale."""
    return "\n\n".join("\n".join(_timeline(same)) for same in _by_key(rows))


def draw_quotations(case: Case, rows: Sequence[Row]) -> str:
    """Each utterance with its fullest use, then the others and how they differ."""
    return "\n\n".join("\n".join(_quotation(same)) for same in _by_key(rows))


def _timeline(rows: Sequence[Row]) -> Iterator[str]:
    first = rows[0]
    unit = f" ({first['unit']})" if first["unit"] else ""
    yield from _lines(f"{first['subject']}: {first['predicate']}{unit} · {first['key']}", 0)
    for row in rows:
        stale = " · stale: a newer figure was there already" if row["is_stale"] else ""
        basis = f" ({row['basis']})" if row["basis"] else ""
        told = f"{row['value']}{basis} · {row['path']}:{row['start']}{stale}"
        if page_width() < _NARROW:
            yield from _lines(str(row["at"]), 1)
            yield from _lines(told, 2)
        else:
            yield from _lines(f"{row['at']} · {told}", 1)


def _quotation(rows: Sequence[Row]) -> Iterator[str]:
    first = rows[0]
    yield from _lines(f"{first['speaker'] or 'nobody named'} · {len(rows)} places · {first['key']}", 0)
    for row in rows:
        yield from _lines(f"{row['variant']} · {row['path']}:{row['start']}{_differing(row)}", 1)
        yield from _lines(clip(flat(str(row["quote"])), _LONGEST_QUOTE), 2)


def _differing(row: Row) -> str:
    told = [
        f"{words} {row[name]}"
        for name, words in (("said_by", "said by"), ("differs", "differs:"), ("addressee", "to"))
        if row[name] and not (name == "said_by" and row[name] == row["speaker"])
    ]
    if row["occasion"]:
        told.append(str(row["occasion"]))
    return "".join(f" · {one}" for one in told)


def _by_key(rows: Sequence[Row]) -> Iterator[list[Row]]:
    found: dict[object, list[Row]] = {}
    for row in rows:
        found.setdefault(row["key"], []).append(row)
    yield from found.values()


def _lines(text: str, depth: int) -> list[str]:
    """The text wrapped, what follows the first line further in."""
    margin = " " * _INDENT * depth
    wrapped = wrap([Piece(flat(text))], max(2, page_width() - len(margin) - 2))
    return [margin + ("  " if number else "") + paint(line) for number, line in enumerate(wrapped)]
