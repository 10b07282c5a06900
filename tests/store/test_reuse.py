"""Alignments of two sources are those of all sources between them."""

from itertools import product

from sqlite_utils import Database

from provenance.store.reuse import load_alignments
from tests.store.pile import Pile


def test_what_is_between_two_sources_is_loaded_alone(filled: Database, pile: Pile) -> None:
    found = load_alignments(filled)
    assert found
    for a, b in product([source.id for source in pile.sources], repeat=2):
        wanted = [each for each in found if {each.a.source_id, each.b.source_id} <= {a, b}]
        assert load_alignments(filled, between=(a, b)) == wanted
        assert load_alignments(filled, between=(a, b), are_names_judged=False) == [
            each for each in load_alignments(filled, are_names_judged=False) if each in wanted
        ]
