"""One document as ingested, what is known about it, and how we know."""

from enum import StrEnum

from attrs import evolve, frozen
from attrs import field as attribute

from provenance.model.notices import Notice
from provenance.model.ordering import none_first
from provenance.model.spans import Span


class State(StrEnum):
    """What became of a file."""

    READ = "read"
    WARNED = "warned"
    REFUSED = "refused"
    SKIPPED = "skipped"


class Basis(StrEnum):
    """Where a metadata value comes from."""

    STATED = "stated"  # printed in the text that a reader sees
    METADATA = "metadata"  # markup or properties, not visible
    FILE = "file"  # the file's own name or place
    INFERRED = "inferred"  # our conclusion from other evidence
    SET = "set"  # a person's decision
    UNKNOWN = "unknown"


class ZoneBasis(StrEnum):
    """How the zone of a date is known, on which its interval in UTC rests."""

    STATED = "stated"  # an offset or the name of a zone stands beside it
    UTC_BY_FORMAT = "utc-by-format"  # the format says that it is UTC: WARC, HTTP
    NONE = "none"  # any zone on earth: a day spans 50 hours


class FurnitureKind(StrEnum):
    """Parts of a page that are not its article."""

    NAVIGATION = "navigation"  # menus, bread crumbs, section names, share buttons
    TEASER = "teaser"  # other stories: related, most read, also on this site
    COMMENTS = "comments"  # readers' comments and the prompt to write one
    CREDIT = "credit"  # of a picture
    NEWSLETTER = "newsletter"  # sign up, subscribe, donate
    NOTICE = "notice"  # copyright, terms, cookies, what the house says of itself
    ADVERTISEMENT = "advertisement"
    HIDDEN = "hidden"  # in the markup, but not shown to a reader
    REPEATED = "repeated"  # the same block on many pages of one host


@frozen(order=True)
class Furniture:
    """A part of the stored text that is page furniture. `reason`: the evidence, for people."""

    span: Span
    kind: FurnitureKind
    reason: str


@frozen(order=True)
class Metadatum:
    """One statement about a source.

    `name`: title, author, publisher, published, modified, captured_at, url, canonical_url; beside those of
    every source: alternative_title, created, language, amp_url, based_on, and sender, message_id,
    in_reply_to of mails.
    `value`: as printed, or ISO 8601 for dates. `span`: where it stands in the stored text, if it does;
    else `field` says which property (`meta[name=author]`, `file name`). `earliest`, `latest`: for dates,
    the interval in UTC that the value can mean, ISO 8601 with seconds; a day without zone spans 50 hours.
    `zone`: how the zone is known, None for what is no date.
    """

    name: str
    value: str
    basis: Basis
    span: Span | None = attribute(default=None, order=none_first)
    field: str | None = attribute(default=None, order=none_first)
    earliest: str | None = attribute(default=None, order=none_first)
    latest: str | None = attribute(default=None, order=none_first)
    zone: ZoneBasis | None = attribute(default=None, order=none_first)


@frozen
class Content:
    """Bytes and the text made of them. `id`: SHA-256 of the bytes. `raw`: the bytes, never changed.

    `text` is what every offset counts in. `encoding`, `extractor`: how the text came out of the bytes.
    """

    id: str
    raw: bytes
    media_type: str
    encoding: str
    extractor: str
    text: str
    language: str | None


@frozen
class Source:
    """One content at one path.

    `id`: key made of path and content. `path`: relative to the folder given, undecodable bytes as `\\xNN`.
    `content_id`, `text` and `language` are None and "" for a file that could not be read; `problem` says why.
    `metadata`: all statements found, the preferred one of each name first. `notices`: what `problem` says,
    by code. `furniture`: parts of the text that are not its article, by start, none overlapping another.
    """

    id: str
    path: str
    state: State
    content_id: str | None = None
    media_type: str | None = None
    text: str = ""
    language: str | None = None
    problem: str | None = None
    metadata: tuple[Metadatum, ...] = ()
    notices: tuple[Notice, ...] = ()
    furniture: tuple[Furniture, ...] = ()

    def first(self, name: str) -> Metadatum | None:
        """The preferred statement of that name."""
        return next((m for m in self.metadata if m.name == name), None)

    def value(self, name: str) -> str | None:
        """The preferred value of that name."""
        found = self.first(name)
        return found.value if found else None

    def without_text(self) -> "Source":
        """The same source, lighter to carry."""
        return evolve(self, text="", furniture=())

    @property
    def is_readable(self) -> bool:
        """Was there a text to analyse?"""
        return self.state in (State.READ, State.WARNED)
