"""Why something was judged as it was: every ground with its figures and places, for people and programs."""

from attrs import frozen


@frozen
class GroundPlace:
    """Where a ground stands in a source, `end` excluded."""

    source: str
    path: str
    start: int
    end: int
    quote: str


@frozen
class Ground:
    """One ground in words. `weight`: log-odds, positive speaks for one name. `score`: 0..1.

    `basis`: the kind of evidence, "" where it is none. `parts`: what it is made of, in order.
    """

    text: str
    weight: float | None = None
    score: float | None = None
    basis: str = ""
    places: tuple[GroundPlace, ...] = ()
    parts: tuple["Ground", ...] = ()


@frozen
class Chapter:
    """Grounds under one heading, in order."""

    heading: str
    grounds: tuple[Ground, ...]


@frozen
class Remedy:
    """`lines`: what to paste into `file`, ready; `purpose`: what it would do."""

    purpose: str
    lines: str
    file: str = "names.toml"


@frozen
class Explanation:
    """`kind`: what sort of thing `key` names. `title`: it in a line, with the outcome."""

    kind: str
    key: str
    title: str
    chapters: tuple[Chapter, ...] = ()
    remedies: tuple[Remedy, ...] = ()
