"""Which of two states of one page is the later one, where anything tells."""

import re
from collections.abc import Iterator

from attrs import frozen

from provenance.model.sources import Metadatum, Source, ZoneBasis

_DAY_CHARS = 10
_TIMES = (("modified", "last changed"), ("captured_at", "captured"), ("published", "published"))
_ARCHIVED = re.compile(
    r"/(?P<stamp>[12]\d{3}[01]\d[0-3]\d(?:\d{2}){0,3})(?:[a-z]{2}_)?/https?:", re.IGNORECASE
)
"""The time of capture in an archive's address: year to day, and hours to seconds in UTC as far as given."""
_NUMBERED = re.compile(
    r"(?P<before>.{0,300}?)(?:(?<![^\W_])(?:v|ver|version|rev|revision|update|state|draft)[ ._-]{0,2})"
    r"(?P<number>\d{1,3})(?![\d.]*\d)(?P<after>.{0,300})",
    re.IGNORECASE | re.DOTALL,
)
"""A version number in a path or a title: page-v2.html, "UPDATE 2-Ferry sinks" (as news agencies number)."""
UPDATE_MARK = re.compile(r"^UPDATE \d{1,3}\s*[-–—:]\s*")
"""How news agencies mark the title of a story that they send again."""


@frozen
class Order:
    """`sign`: -1 if the first state is the earlier one, 1 if the second is, 0 if that is not known."""

    sign: int
    reason: str


def judge_order(a: Source, b: Source, a_mends: frozenset[str], b_mends: frozenset[str]) -> Order:
    """From what the page and its captures say of their times, version numbers, and notices, in this order.

    `a_mends`, `b_mends`: the notices in which each tells of an error, folded.

    The time of the last change and of the capture must not contradict each other; the rest is asked only
    where those tell nothing: the time in an archive's address, a time of a change that only one has, and so
    on. A time without a zone is compared as printed: it is one page that prints it.
    """
    told = [order for order in (_by_time(a, b, *each) for each in _TIMES[:2]) if order.sign]
    if len({order.sign for order in told}) > 1:
        return Order(0, f"the times contradict each other: {'; '.join(order.reason for order in told)}")
    if told:
        return told[0]
    for order in (_by_archive(a, b), _by_first_change(a, b), _by_time(a, b, *_TIMES[2])):
        if order.sign:
            return order
    number, notice = _by_number(a, b), _by_notice(a_mends, b_mends)
    if number.sign and notice.sign and number.sign != notice.sign:
        return Order(0, f"{number.reason}, but only the lower one has the notice of a correction")
    return number if number.sign else notice


def _by_time(a: Source, b: Source, name: str, what: str) -> Order:
    one, two = a.first(name), b.first(name)
    if one is None or two is None:
        return Order(0, "")
    sign = _compare(one, two, is_own=name != "captured_at")
    return Order(
        sign, f"{what} {one.value} and {two.value}" if sign <= 0 else f"{what} {two.value} and {one.value}"
    )


def _by_first_change(a: Source, b: Source) -> Order:
    """Of two that print one time of publication in one way, the one that tells of a later change is later."""
    one, two = a.first("published"), b.first("published")
    if one is None or two is None or (one.value, one.basis, one.field) != (two.value, two.basis, two.field):
        return Order(0, "")
    changed = a.first("modified"), b.first("modified")
    told = changed[0] or changed[1]
    if (
        told is None
        or None not in changed
        or told.basis is not one.basis
        or _compare(one, told, is_own=True) >= 0
    ):
        return Order(0, "")
    sign = -1 if changed[1] else 1
    return Order(sign, f"both published {one.value}, and only the later one last changed {told.value}")


def _compare(one: Metadatum, two: Metadatum, *, is_own: bool) -> int:
    if one.earliest and one.latest and two.earliest and two.latest:
        if one.latest < two.earliest:
            return -1
        if two.latest < one.earliest:
            return 1
    if not is_own or ZoneBasis.STATED in (one.zone, two.zone) or one.zone is not two.zone:
        return 0
    if one.value[:_DAY_CHARS] != two.value[:_DAY_CHARS]:
        return -1 if one.value[:_DAY_CHARS] < two.value[:_DAY_CHARS] else 1
    if len(one.value) != len(two.value) or one.value == two.value:
        return 0
    return -1 if one.value < two.value else 1


def _by_archive(a: Source, b: Source) -> Order:
    one, two = (min(_stamps(source), default="") for source in (a, b))
    size = min(len(one), len(two))
    if not size or one[:size] == two[:size]:
        return Order(0, "")
    low, high = sorted((one, two))
    return Order(-1 if one < two else 1, f"archived {low} and {high}")


def _stamps(source: Source) -> Iterator[str]:
    for each in source.metadata:
        if each.name in ("url", "canonical_url"):
            found = _ARCHIVED.search(each.value[:500])
            if found:
                yield found["stamp"]


def _by_number(a: Source, b: Source) -> Order:
    """Names that are equal but for a version number; a title without a number is before "UPDATE 1"."""
    titles = a.value("title") or "", b.value("title") or ""
    for what, one, two in (("file names", a.path, b.path), ("titles", *titles)):
        first, second = _numbered(one), _numbered(two)
        if first[1] != second[1] and first[0] == second[0] and max(first[1], second[1]) > 0:
            low, high = sorted((first[1], second[1]))
            names = f"version {low}" if low else "a version without a number"
            sign = -1 if first[1] < second[1] else 1
            return Order(sign, f"by their {what} {names} and version {high}")
    return Order(0, "")


def _numbered(name: str) -> tuple[str, int]:
    """(the name without its version number, the number, 0 without one)."""
    found = _NUMBERED.fullmatch(name)
    if not found:
        return name.casefold(), 0
    rest = UPDATE_MARK.sub("", name)
    plain = rest if rest != name else f"{found['before']}\0{found['after']}"
    return plain.casefold(), int(found["number"])


def _by_notice(a_mends: frozenset[str], b_mends: frozenset[str]) -> Order:
    """A text that tells of an error in an earlier version comes after one that does not."""
    is_mended = [bool(a_mends - b_mends), bool(b_mends - a_mends)]
    if is_mended[0] == is_mended[1]:
        return Order(0, "no time, version number or notice tells which is the later one")
    return Order(1 if is_mended[0] else -1, "only the later one has the notice of a correction")
