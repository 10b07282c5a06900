"""The paraphrase tier: passages whose words were shuffled, replaced, summed up or translated one by one."""

from collections.abc import Sequence

from provenance.model.settings import ReuseSettings
from provenance.reuse.boxes import add_boxes, find_boxes
from provenance.reuse.corpus import Corpus
from provenance.reuse.loose import find_loose_seeds
from provenance.reuse.pieces import Piece


def add_paraphrases(corpus: Corpus, pieces: Sequence[Piece], settings: ReuseSettings) -> list[Piece]:
    """All `pieces` of the near-verbatim tier and the passages that weaker evidence shows, in order."""
    boxes = find_boxes(corpus, find_loose_seeds(corpus, settings), settings)
    return add_boxes(list(pieces), boxes)
