"""Where a text credits the publisher of another for its words."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.reuse.descent.attributions import Attribution, Manner, Reach, find_attributions
from provenance.reuse.descent.naming import one_name, plain_name, read_names

_PARTED = (", ", " | ", " - ", " \u2013 ", " \u2014 ", ": ", " (", "\u3001", " / ")
"""What parts a publisher's name from what is said of it: "Openpedia, the free encyclopedia"."""
_NO_NAMES: dict[str, str] = {}


@frozen(order=True)
class Credit:
    """`at`: what it speaks of, and where it stands. `names`: whom it can mean, plain. `quote`: the words of
    the text. `is_release`: what was issued by a body is credited, which need not be a publisher."""

    at: Attribution
    names: tuple[str, ...]
    quote: str
    is_release: bool = False


def find_credits(
    text: str, knowledge: Knowledge | None = None, found: Iterable[Attribution] | None = None
) -> tuple[Credit, ...]:
    """All credits of `text`, those of the whole text first. `found`: its attributions, where known."""
    known = find_attributions(text, knowledge) if found is None else found
    alias = knowledge.agency_names if knowledge is not None else _NO_NAMES
    made = []
    title = len(text) - len(text.lstrip())
    for each in known:
        if each.manner is Manner.UNNAMED or (each.manner is Manner.BARE and each.first == title):
            continue
        names = tuple(dict.fromkeys(one_name(name, alias) for name in read_names(each.name)))
        made.append(
            Credit(each, names, " ".join(text[each.start : each.end].split()), each.manner is Manner.RELEASE)
        )
    return tuple(made)


def near_credits(found: Iterable[Credit], passages: Sequence[Span]) -> tuple[Credit, ...]:
    """Those that speak of one of `passages`, or of the whole text."""
    return tuple(each for each in found if each.at.bears_on(passages))


def beside_credits(found: Iterable[Credit], passages: Sequence[Span]) -> tuple[Credit, ...]:
    """Those of which the sentence stands directly beside one of `passages` and says something of its own."""
    return tuple(each for each in found if each.at.reach is Reach.SENTENCE and each.at.is_beside(passages))


def publisher_names(source: Source, knowledge: Knowledge | None = None) -> frozenset[str]:
    """The plain names of the publisher of `source`: as stated, without what is said of it, without its legal
    form, and that by which an agency is called; empty if nobody states it."""
    stated = source.value("publisher") or ""
    alias = knowledge.agency_names if knowledge is not None else _NO_NAMES
    forms = knowledge.legal_forms if knowledge is not None else frozenset()
    names = {stated}
    for mark in _PARTED:
        names.add(stated.partition(mark)[0])
    for name in sorted(names):
        words = name.split()
        if len(words) > 1 and words[-1].casefold().strip(".,") in forms:
            names.add(" ".join(words[:-1]).rstrip(","))
    return frozenset({plain_name(name) for name in names} | {one_name(name, alias) for name in names}) - {""}


def find_credit(
    source: Source, found: Iterable[Credit], issuer: str = "", names: frozenset[str] | None = None
) -> Credit | None:
    """The first that credits the publisher of `source`, or a release of its issuer; None if none does.
    `names`: the publisher's, where they are known."""
    known = publisher_names(source) if names is None else names
    issuers = known | ({issuer} - {""})
    return next(
        (each for each in found if not (issuers if each.is_release else known).isdisjoint(each.names)), None
    )
