"""Which of several statements about one thing goes before the others."""

from collections.abc import Iterable

from provenance.model.sources import Basis, Metadatum

_IN_HEAD, _IN_MARKUP, _IN_ARTICLE = 1, 2, 3
_RANKS = {Basis.SET: 0, Basis.STATED: _IN_HEAD, Basis.METADATA: _IN_MARKUP, Basis.FILE: 4, Basis.INFERRED: 5}
_LAST = 6


def prefer(statements: Iterable[Metadatum], head_end: int) -> list[Metadatum]:
    """`statements`, the preferred of each name first, each (name, value, field) once; else in their order.

    What a person set, then what a reader sees, then markup and properties, then the file's name, then
    conclusions. But a dateline in the article and the owner in a copyright line, which stand behind
    `head_end` in the text or not in it at all, come after what the markup says of date and publisher.
    """
    ranked = sorted(statements, key=lambda statement: _rank(statement, head_end))
    kept: dict[tuple[object, ...], Metadatum] = {}
    for statement in ranked:
        is_dated = statement.earliest is not None
        place = statement.span if is_dated else None
        kept.setdefault((statement.name, statement.value, statement.field, place), statement)
    return list(kept.values())


def _rank(statement: Metadatum, head_end: int) -> int:
    is_behind = statement.span is None or statement.span.start > head_end
    if statement.basis is Basis.STATED and statement.name in ("published", "publisher") and is_behind:
        return _IN_ARTICLE
    return _RANKS.get(statement.basis, _LAST)
