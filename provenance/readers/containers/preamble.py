"""What stands before the header of a table: a hint at the delimiter, remarks, a heading."""

import re

from attrs import frozen

from provenance.readers.containers.columns import is_known
from provenance.readers.containers.delimited import choose_delimiter, split_cells
from provenance.readers.containers.lines import find_newline

_HINT = re.compile(r"\s{0,9}\"?sep=([^\w\s\"]|\t)\"?[\s,;]{0,9}\Z", re.IGNORECASE)
"""What Excel writes and reads in a first line."""
_MOST_LINES = 200


@frozen
class Preamble:
    """`size`: its characters; `line_count`: its lines; `delimiter`: as it says, None if it does not."""

    size: int
    line_count: int
    delimiter: str | None


def read_preamble(sample: str) -> Preamble:
    """The lines before the header in the beginning of a table; mostly there are none."""
    newline = find_newline(sample)
    lines = [f"{line}{newline}" for line in sample.split(newline, _MOST_LINES)[:_MOST_LINES]]
    hint = _HINT.match(lines[0].strip("\r\n\ufeff"))
    begin = 1 if hint else 0
    end = begin
    while end < len(lines) - 1 and (_is_remark(lines[end]) or not lines[end].strip()):
        end += 1
    following = lines[end]
    delimiter = hint[1] if hint else choose_delimiter(following)
    if end == begin and end < len(lines) - 1 and _is_heading(lines[end], lines[end + 1], hint):
        end += 1
    while end > begin and not lines[end - 1].strip():
        end -= 1  # blank lines are none of ours
    if end > begin and _is_remark(lines[end - 1]) and _is_header(lines[end - 1], following, delimiter):
        end -= 1
    return Preamble(min(sum(map(len, lines[:end])), len(sample)), end, hint[1] if hint else None)


def _is_heading(line: str, following: str, hint: re.Match[str] | None) -> bool:
    """Is it one cell that names no column, above a line of names?"""
    delimiter = hint[1] if hint else choose_delimiter(following)
    names = [cell.strip() for cell in split_cells(following, delimiter)]
    filled = [cell for cell in split_cells(line, delimiter) if cell.strip()]
    is_alone = len(filled) == 1 and not is_known(filled[0])
    return is_alone and sum(1 for name in names if is_known(name)) > 1 and '"' not in line


def _is_remark(line: str) -> bool:
    return line.startswith("#")


def _is_header(line: str, following: str, delimiter: str) -> bool:
    """Is a line that begins with # a header all the same: "#id,text", or "#,text"?"""
    names = [cell.lstrip("# ") for cell in split_cells(line, delimiter)]
    below = split_cells(following, delimiter)
    if any(map(is_known, below)):
        return False
    return any(map(is_known, names)) or (len(names) == len(below) > 1)
