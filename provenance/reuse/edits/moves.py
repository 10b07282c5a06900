"""Sentences that a copy has in another place."""

import re
from itertools import pairwise

from provenance.model.reuse import MOVED, ChangeKind
from provenance.reuse.edits.differences import Edit, Sides, Unit
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.text.folding import fold_text

LEAST_WORDS = 4
"""Words that were moved, at least; shorter stretches are worded otherwise."""


def find_moves(sides: Sides, piece: Piece) -> list[Edit]:
    """Runs of blocks that stand elsewhere in b: all but the longest series of runs that has one order."""
    blocks = piece.blocks
    if all(one.b_end <= other.b for one, other in pairwise(blocks)):
        return []
    runs: list[list[int]] = []
    is_open = False
    for number, block in enumerate(blocks):
        before = blocks[number - 1]
        is_open = is_open and before.b_end == block.b and before.a_end == block.a
        if block.kind is BlockKind.GAP:  # of a run, if shared words follow, or the rest of its last sentence
            if is_open and _is_rest(sides, piece, block):
                runs[-1][1], runs[-1][3] = block.a_end, block.b_end
            continue
        if is_open:
            runs[-1][1], runs[-1][3] = block.a_end, block.b_end
        else:
            runs.append([block.a, block.a_end, block.b, block.b_end])
            is_open = True
    kept = _in_order(runs)
    moves = []
    for number, (a, a_end, b, b_end) in enumerate(runs):
        if number not in kept and a_end - a >= LEAST_WORDS and b_end > b:
            unit = Unit(a - piece.a, a_end - piece.a, b - piece.b, b_end - piece.b)
            moves.append(Edit(*sides.place(unit), ChangeKind.TYPOGRAPHY, MOVED))
    return moves


def _is_rest(sides: Sides, piece: Piece, block: Block) -> bool:
    """Do the words that one text has there, or both have, go on with the sentence before?"""
    i, i_end, j, j_end = block.a - piece.a, block.a_end - piece.a, block.b - piece.b, block.b_end - piece.b
    one = sides.text[sides.ends[i - 1] : sides.starts[i_end - 1]] if i < i_end else ""
    other = sides.other_text[sides.other_ends[j - 1] : sides.other_starts[j_end - 1]] if j < j_end else ""
    return _STOP.search(one) is None and _STOP.search(other) is None


_STOP = re.compile(r"[.!?…][\"”’»)]?\s|\n\s*\n|[。！？؟]")


def _in_order(runs: list[list[int]]) -> frozenset[int]:
    """Numbers of the runs of the heaviest series that rises in b; the first of equal ones."""
    if len(runs) > _MOST_RUNS:
        return frozenset(range(len(runs)))
    weights: list[int] = []
    before: list[int] = []
    for number, (a, a_end, b, _) in enumerate(runs):
        best = max(
            (other for other in range(number) if runs[other][3] <= b),
            key=lambda n: (weights[n], -n),
            default=-1,
        )
        before.append(best)
        weights.append(a_end - a + (weights[best] if best >= 0 else 0))
    at = max(range(len(runs)), key=lambda n: (weights[n], -n))
    kept = set()
    while at >= 0:
        kept.add(at)
        at = before[at]
    return frozenset(kept)


_MOST_RUNS = 200
"""Beyond, a passage was shuffled as a whole."""


def pair_moves(edits: list[Edit], sides: Sides) -> list[Edit]:
    """What is left out in one place and put in at another, told as moved."""
    lost: dict[str, int] = {}
    moved: dict[int, Edit] = {}
    for number, edit in enumerate(edits):
        is_dropped, is_added = edit.b == edit.b_end, edit.a == edit.a_end
        if is_dropped == is_added:
            continue
        text = sides.text[edit.a : edit.a_end] if is_dropped else sides.other_text[edit.b : edit.b_end]
        if text.isalpha() and text.isascii():
            continue  # one word
        folded = fold_text(text)
        if folded.count(" ") < LEAST_WORDS - 1:
            continue
        other = lost.get(folded)
        if other is None or other in moved or (edits[other].b == edits[other].b_end) == is_dropped:
            lost[folded] = number
            continue
        a, b = (edit, edits[other]) if is_dropped else (edits[other], edit)
        moved[number] = moved[other] = Edit(a.a, a.a_end, b.b, b.b_end, ChangeKind.TYPOGRAPHY, MOVED)
    if not moved:
        return edits
    return sorted({moved.get(number, edit) for number, edit in enumerate(edits)})
