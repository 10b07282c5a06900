"""Everything that conflicts are judged on."""

from attrs import frozen

from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import Claim
from provenance.model.names import Entity
from provenance.model.reuse import Alignment, Lineage, PageVersion, SourceGroup


@frozen
class Pool:
    """`sources`, `claims`, `alignments`, `entities`: each in the order of its ids or spans.

    `is_one_subject`: the caller says that all sources speak of one subject (compare_passages), so
    that no evidence of one event is asked for.
    """

    sources: tuple[AnnotatedSource, ...]
    claims: tuple[Claim, ...]
    alignments: tuple[Alignment, ...] = ()
    entities: tuple[Entity, ...] = ()
    groups: tuple[SourceGroup, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    versions: tuple[PageVersion, ...] = ()
    is_one_subject: bool = False
