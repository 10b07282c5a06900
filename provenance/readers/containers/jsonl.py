"""JSON lines, and lists of objects in JSON: each object is a document, one of its values the text."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import BinaryIO

from attrs import evolve, frozen

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.readers.containers.columns import (
    choose_text_column,
    describes_document,
    find_day_orders,
    is_named_text,
)
from provenance.readers.containers.lines import RawLine, decode_line, read_lines
from provenance.readers.containers.prose import is_prose
from provenance.readers.containers.rows import (
    MOST_SEARCHED,
    Row,
    TextFile,
    begin_text,
    damaged_part,
    explain_no_text,
    make_part,
)
from provenance.readers.interface import Part

_SAMPLE_ROWS = 50
_SAMPLE_BYTES = 4_000_000
_MOST_KEYS = 1_000
_INNER = ("_source", "metadata", "meta", "data", "article", "post", "fields", "attributes")
"""Keys whose objects are looked into as well: of search engines' and services' exports."""
_LISTS = ("articles", "items", "results", "posts", "documents", "docs", "stories", "data", "response", "hits")
"""Keys under which services' answers have their list of documents."""
_TEXT_KEYS = ("rendered", "text", "html", "value", "plain")
_LEAST_CHARS = 200
"""Of the text of a single object under a name that says nothing: settings and descriptions of programs
have less."""
_SPACE = re.compile(r"[ \t\r\n]*")
_MEDIA_TYPE = "application/json"


@frozen
class _Object:
    """An object of the file. `values`: its own and those of objects in it; `problem`: why there are none."""

    line: int
    raw: bytes
    values: Mapping[str, object]
    problem: str | None = None
    notices: tuple[Notice, ...] = ()
    is_too_long: bool = False


def split_jsonl(opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
    """A document for each line that is not blank, numbered from 1; a line that is no object is refused."""
    file = begin_text(opened)
    lines = read_lines(opened, settings.largest_bytes, file.newline)
    objects = (_read_line(line, file.encoding, settings) for line in lines if line.raw.strip(b" \t\r\n\x00"))
    yield from _make_parts(objects, file, settings)


def split_json(opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
    """A document for each object of a list, be it the whole file or under a usual key (`articles`, `items`).

    A single object is a document if it has a text under a usual name, or one of some length under another,
    and a usual name of metadata, such as a title; without metadata, if that text is prose. A file of JSON
    lines under this name is read as that. Skipped for other JSON; Unreadable for a file
    that is cut off or damaged: the objects before count.
    """
    file = begin_text(opened)
    if _is_lines(file.sample):
        yield from split_jsonl(opened, settings)
        return
    raw = opened.read(settings.largest_bytes + 1)
    if len(raw) > settings.largest_bytes:
        message = (
            f"JSON in one piece of more than {settings.largest_bytes:,} bytes (largest_bytes in [reading])"
        )
        message += ": save it as JSON lines, one object a line"
        raise Unreadable(message, Code.TOO_LARGE)
    text, notices = decode_line(raw, file.encoding)
    place = _find_list(text)
    objects = _list_objects(text, place, file.encoding) if place >= 0 else _single_object(text, raw, settings)
    with_notices = (evolve(one, notices=(*one.notices, *notices)) for one in objects)
    yield from _make_parts(with_notices, file, settings)


def _make_parts(objects: Iterator[_Object], file: TextFile, settings: ReadingSettings) -> Iterator[Part]:
    begin: list[_Object] = []
    size = 0
    for one in islice(objects, _SAMPLE_ROWS):
        begin.append(one)
        size += len(one.raw)
        if size > _SAMPLE_BYTES:
            break
    keys = list(dict.fromkeys(key for one in begin for key in one.values))[:_MOST_KEYS]
    rows = [[_as_text(one.values.get(key)) for key in keys] for one in begin]
    is_damaged = any(one.problem is not None for one in begin)
    column = _choose_column(keys, rows, settings, is_damaged=is_damaged) if keys else ""
    if column is None:
        yield from _explain_no_text(chain(begin, objects), keys, settings)
        return
    file = evolve(file, day_orders=find_day_orders(keys, rows))
    for number, one in enumerate(chain(begin, objects), 1):
        yield _make_part(number, one, column, file, settings)


def _choose_column(
    keys: Sequence[str], rows: Sequence[Sequence[str]], settings: ReadingSettings, *, is_damaged: bool
) -> str | None:
    """The key of the texts. `is_damaged`: objects could not be read, whose texts would have told."""
    found = choose_text_column(keys, rows, settings.text_column)
    if found is None and is_damaged and not settings.text_column:
        found = next((number for number, key in enumerate(keys) if is_named_text(key)), None)
    return None if found is None else keys[found]


def _explain_no_text(
    objects: Iterator[_Object], keys: Sequence[str], settings: ReadingSettings
) -> Iterator[Part]:
    """The objects that cannot be read; then raises what is to be said of all others."""
    has_prose = False
    for number, one in enumerate(islice(objects, MOST_SEARCHED), 1):
        if one.problem is not None:
            yield _damaged(number, one)
        is_unsure = one.problem is not None or any(map(is_prose, map(_as_text, one.values.values())))
        has_prose = has_prose or is_unsure
    raise explain_no_text(keys, settings, has_prose=has_prose)


def _damaged(number: int, one: _Object) -> Part:
    return damaged_part(number, one.raw, one.line, one.problem or "", is_too_long=one.is_too_long)


def _make_part(number: int, one: _Object, column: str, file: TextFile, settings: ReadingSettings) -> Part:
    if one.problem is not None:
        return _damaged(number, one)
    text = _as_text(one.values.get(column))
    if not text.strip():
        column, text = _other_text(one, column, settings)
    pairs = [(key, value) for key, value in one.values.items() if key != column]
    return make_part(Row(number, one.raw, _MEDIA_TYPE, one.notices), pairs, column, text, file)


def _other_text(one: _Object, column: str, settings: ReadingSettings) -> tuple[str, str]:
    """(key, text) of an object whose keys are other ones than those of most; no text if it has none."""
    keys = list(one.values)[:_MOST_KEYS]
    if not settings.text_column:
        row = [_as_text(one.values[key]) for key in keys]
        found = choose_text_column(keys, [row])
        if found is not None:
            return keys[found], row[found]
    return column, ""


def _read_line(line: RawLine, encoding: str, settings: ReadingSettings) -> _Object:
    if line.is_cut:
        too_long = f"longer than {settings.largest_bytes:,} bytes"
        return _Object(line.number, line.raw[:_SAMPLE_BYTES], {}, too_long, is_too_long=True)
    text, notices = decode_line(line.raw, encoding)
    value, problem = _parse(text.strip("\ufeff\x1e \t\r\n"))
    if not isinstance(value, dict):
        problem = problem or "no JSON object"
    return _Object(line.number, line.raw, _gather(value), problem, notices)


def _parse(text: str) -> tuple[object, str | None]:
    """(value, None) or (None, why not)."""
    try:
        return json.loads(text, strict=False), None
    except json.JSONDecodeError as error:
        return None, f"damaged JSON ({error.msg.lower()} at character {error.pos:,})"
    except ValueError:
        return None, "damaged JSON (a number of thousands of digits)"
    except RecursionError:
        return None, "JSON nested too deeply"


def _gather(value: object) -> dict[str, object]:
    """The values of an object, and behind them those of the objects in it."""
    if not isinstance(value, dict):
        return {}
    found = dict(islice(value.items(), _MOST_KEYS))
    for key in _INNER:
        inner = value.get(key)
        if isinstance(inner, dict):
            for name, nested in islice(inner.items(), _MOST_KEYS):
                found.setdefault(name, nested)
    return found


def _as_text(value: object) -> str:
    """A text, the paragraphs of a list, or the text of an object that holds one; "" for all else."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(inner, str) for inner in value):
        return "\n\n".join(value)
    if isinstance(value, dict):
        return next((value[key] for key in _TEXT_KEYS if isinstance(value.get(key), str)), "")
    return ""


def _is_lines(sample: str) -> bool:
    """Is the first line a whole object, and does another begin on the next?"""
    lines = [line for line in sample.split("\n", 100) if line.strip()][:2]
    return len(lines) == 2 and lines[1].lstrip().startswith("{") and isinstance(_parse(lines[0])[0], dict)


def _find_list(text: str) -> int:
    """Where the list of objects begins; -1 if the file is a single object. Skipped if it is neither."""
    place = _skip_space(text, 1 if text.startswith("\ufeff") else 0)
    if text.startswith("[", place):
        return place
    if not text.startswith("{", place):
        message = "neither a JSON object nor a list of them"
        raise Skipped(message, Code.FORMAT_NOT_READ)
    return _find_key(text, place, 0)


def _find_key(text: str, place: int, depth: int) -> int:
    """Where the list under a usual key of the object at `place` begins; -1 if there is none."""
    decoder = json.JSONDecoder(strict=False)
    place = _skip_space(text, place + 1)
    try:
        while text.startswith('"', place):
            key, end = decoder.raw_decode(text, place)
            place = _skip_space(text, end)
            if not text.startswith(":", place):
                return -1
            place = _skip_space(text, place + 1)
            if key in _LISTS:
                if text.startswith("[", place) and text.startswith("{", _skip_space(text, place + 1)):
                    return place
                if text.startswith("{", place) and depth == 0:
                    inner = _find_key(text, place, 1)
                    if inner >= 0:
                        return inner
            _, end = decoder.raw_decode(text, place)
            place = _skip_space(text, end)
            place = _skip_space(text, place + 1) if text.startswith(",", place) else len(text)
    except (ValueError, RecursionError):
        return -1
    return -1


def _list_objects(text: str, place: int, encoding: str) -> Iterator[_Object]:
    """Each element of the list that begins at `place`, with its own bytes."""
    decoder = json.JSONDecoder(strict=False)
    place = _skip_space(text, place + 1)
    line, counted = 1, 0
    while not text.startswith("]", place):
        try:
            value, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            what = "nested too deeply" if isinstance(error, RecursionError) else "damaged or cut off"
            message = f"the JSON is {what} from character {place:,} on"
            raise Unreadable(message, Code.CONTAINER_DAMAGED) from error
        line, counted = line + text.count("\n", counted, place), place
        problem = None if isinstance(value, dict) else "no JSON object"
        yield _Object(line, text[place:end].encode(encoding, "surrogatepass"), _gather(value), problem)
        place = _skip_space(text, end)
        place = _skip_space(text, place + 1) if text.startswith(",", place) else place
        if place == end and not text.startswith("]", place):
            message = f"the JSON is damaged or cut off from character {place:,} on"
            raise Unreadable(message, Code.CONTAINER_DAMAGED)


def _single_object(text: str, raw: bytes, settings: ReadingSettings) -> Iterator[_Object]:
    value, problem = _parse(text.strip("\ufeff \t\r\n"))
    if problem is not None:
        raise Unreadable(problem, Code.CONTAINER_DAMAGED)
    values = _gather(value)
    if not _is_document(values, settings):
        message = "a JSON object that is no document"
        raise Skipped(message, Code.FORMAT_NOT_READ)
    yield _Object(1, raw, values)


def _is_document(values: Mapping[str, object], settings: ReadingSettings) -> bool:
    """Has it a text under a text's name, or a longer one under another, and what describes a document?"""
    if settings.text_column:
        return bool(_as_text(values.get(settings.text_column)).strip())
    named = [_as_text(inner) for key, inner in values.items() if is_named_text(key)]
    others = [_as_text(inner) for key, inner in values.items() if not describes_document(key)]
    if any(map(describes_document, values)):
        return any(map(str.strip, named)) or max(map(len, others), default=0) >= _LEAST_CHARS
    return any(map(is_prose, named))


def _skip_space(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place
