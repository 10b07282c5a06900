"""What a source tells of its time and of whom it owes its words to, each found once."""

import re
from collections.abc import Sequence
from functools import cached_property

from provenance.model.knowledge import Knowledge
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.reuse.descent.addresses import find_addresses
from provenance.reuse.descent.attributions import Attribution, find_attributions
from provenance.reuse.descent.credits import (
    Credit,
    beside_credits,
    find_credits,
    near_credits,
    publisher_names,
)
from provenance.reuse.descent.dating import Interval, captured_interval, published_interval, written_interval
from provenance.reuse.descent.naming import one_name, plain_name
from provenance.reuse.descent.upstream import Upstream, find_heading, find_upstreams, is_agency
from provenance.reuse.kinds.quotations import find_quotations

_HEAD = re.compile(r"\s*(?::|\||\s[-\u2013\u2014])\s")


class Told:
    """A source with what it tells of itself."""

    def __init__(
        self, source: Source, knowledge: Knowledge, *, is_signed: bool = False, marked: str = ""
    ) -> None:
        """`is_signed`: its author, an agency, signs no other of the texts: it is that agency's own. `marked`:
        its text with what stands there of rights, every offset the same; "" if that is the source's."""
        self.source = source
        self._knowledge = knowledge
        self._is_signed = is_signed
        self.marked = marked or source.text

    @cached_property
    def publisher(self) -> str:
        """Its publisher's name, plain, one for all names of an agency; "" if nobody states it."""
        return one_name(self.source.value("publisher") or "", self._knowledge.agency_names)

    @cached_property
    def names(self) -> frozenset[str]:
        """Plain names by which others may call its publisher; empty if nobody states it."""
        return publisher_names(self.source, self._knowledge)

    @cached_property
    def house(self) -> str:
        """Its publisher, or the agency that signs it; "" if nobody states either."""
        return self.publisher or (self.signature if self._is_signed else "")

    @cached_property
    def signature(self) -> str:
        """The agency that is its author, or stands above it alone on a line, where nobody states a publisher,
        plain; else ""."""
        author = self.source.value("author") or ""
        if self.publisher or (author and not is_agency(author, self._knowledge)):
            return ""
        name = author or find_heading(self.source.text, self._knowledge)
        return one_name(name, self._knowledge.agency_names)

    @cached_property
    def issuer(self) -> str:
        """Who may have issued it, where nobody states a publisher: what its headline begins with, plain."""
        title = self.source.value("title") or ""
        return "" if self.publisher else plain_name(_HEAD.split(title, maxsplit=1)[0])

    @cached_property
    def published(self) -> Interval | None:
        """Days on which it can have been published, as stated."""
        return published_interval(self.source)

    @cached_property
    def captured(self) -> Interval | None:
        """Days on which it was captured: it was written before."""
        return captured_interval(self.source)

    @cached_property
    def written(self) -> Interval | None:
        """Days on which the text can have been written, as it tells."""
        return written_interval(self.source, self._knowledge)

    @cached_property
    def _attributions(self) -> tuple[Attribution, ...]:
        return find_attributions(self.marked, self._knowledge, self.source.language or "")

    @cached_property
    def upstreams(self) -> tuple[Upstream, ...]:
        """Third sources that it names; its own house is none, nor who issued it."""
        own = {*self.names, self.house, self.issuer}
        found = find_upstreams(self.marked, self._knowledge, self._attributions)
        return tuple(each for each in found if each.name not in own)

    @cached_property
    def linked(self) -> tuple[str, ...]:
        """Addresses in its text."""
        return find_addresses(self.source.text)

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """What stands in quotation marks."""
        return find_quotations(self.source.text)

    @cached_property
    def _credits(self) -> tuple[Credit, ...]:
        return find_credits(self.marked, self._knowledge, self._attributions)

    def credits(self, passages: Sequence[Span]) -> tuple[Credit, ...]:
        """Credits that speak of these passages."""
        return near_credits(self._credits, passages)

    def credits_beside(self, passages: Sequence[Span]) -> tuple[Credit, ...]:
        """Credits for what stands beside these passages."""
        return beside_credits(self._credits, passages)
