"""A value of a page's markup → statements: cleaned, dates with their interval, addresses out of archives'."""

import re
from collections.abc import Iterator
from html import unescape

from provenance.model.sources import Basis, Metadatum
from provenance.readers.statements.date_lines import make_field_date
from provenance.readers.statements.stamps import read_stamp

DATES = frozenset(("published", "modified", "created", "captured_at"))
ADDRESSES = frozenset(("url", "canonical_url", "amp_url"))
_EITHER = frozenset(("based_on",))
_LONGEST_CHARS = 500
_LONGEST_ADDRESS_CHARS = 2_000
_MOST_STRIPPED_CHARS = 4_000
_ADDRESS = re.compile(r"https?://\S")
_LEAD = re.compile(r"^by:?\s", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8}){0,3}")
_ARCHIVED = re.compile(
    r"https?://[^/\s]{3,100}/(?:[a-z]{1,12}/)?"
    r"(?P<when>\d{14}|\d{4}\.\d{2}\.\d{2}-\d{6})(?:[a-z]{2}_)?/(?P<address>https?:/{1,2}\S{3,})"
)
"""An address inside an archive's address, with the moment of capture in UTC: the form of the Wayback Machine,
which most archives share (compare RFC 7089, Memento), and of archive.today."""


def state(name: str, value: object, field: str, basis: Basis = Basis.METADATA) -> Iterator[Metadatum]:
    """The statement, with the capture where an address is an archive's; none if it is not of its kind."""
    text = _clean(value) if isinstance(value, str) else ""
    is_address = _ADDRESS.match(text) is not None
    if not text or len(text) > (_LONGEST_ADDRESS_CHARS if is_address else _LONGEST_CHARS):
        return
    if name in DATES:
        stamp = read_stamp(text, keeps_ambiguous=True)
        if stamp is not None:
            yield make_field_date(name, stamp, basis, field)
    elif is_address and name in ADDRESSES:
        yield from _addresses(name, text, field, basis)
    elif name in _EITHER or (not is_address and name not in ADDRESSES and _is_of_kind(name, text)):
        yield Metadatum(name, _LEAD.sub("", text) if name == "author" else text, basis, None, field)


def split_archived(address: str) -> tuple[str, str]:
    """(address of the page itself, moment of capture as 14 digits in UTC, "" if it is no archive's)."""
    hit = _ARCHIVED.match(address)
    if hit is None:
        return address, ""
    inner = re.sub(r"^(https?):/{1,2}", r"\1://", hit["address"])
    return inner, re.sub(r"\D", "", hit["when"])


def _addresses(name: str, text: str, field: str, basis: Basis) -> Iterator[Metadatum]:
    address, when = split_archived(text)
    yield Metadatum(name, address, basis, None, field)
    stamp = read_stamp(when, is_utc=True) if when else None
    if stamp is not None:
        yield make_field_date("captured_at", stamp, basis, field)


def _is_of_kind(name: str, text: str) -> bool:
    if name == "author":
        return not text.startswith("@") and any(letter.isalpha() for letter in text)
    return name != "language" or _LANGUAGE.fullmatch(text) is not None


def _clean(value: str) -> str:
    text = unescape(value[:_MOST_STRIPPED_CHARS]).replace("\x00", "\ufffd")
    return re.sub(r"\s+", " ", text).strip()
