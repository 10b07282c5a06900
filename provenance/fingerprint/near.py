"""Near-duplicate texts: candidates by banded signatures, verified on their shingles."""

from collections.abc import Mapping, Sequence

import numpy as np

from provenance.fingerprint.bands import find_candidates
from provenance.fingerprint.minhash import sign_all
from provenance.fingerprint.shingle_sets import ShingleSets, count_common, shingle_sets
from provenance.model.fingerprints import NearDuplicate
from provenance.model.keys import make_key
from provenance.model.settings import FingerprintSettings
from provenance.text.components import find_components
from provenance.text.shingles import Hashes, Indices


def find_near_duplicates(
    texts: Mapping[str, str] | ShingleSets, settings: FingerprintSettings, signatures: Hashes | None = None
) -> list[NearDuplicate]:
    """Pairs of texts whose shingle sets have a Jaccard coefficient of at least `near_duplicate`.

    In the order of a and b, a < b. Components ("clusters") are built on resemblance only: a short text
    contained in a long one does not join them. Where many texts have a band of the signature in common,
    each is compared with the first of them and its predecessor, so that the pairs of a cluster are not
    all listed but all are linked. Texts without a shingle are left out. `signatures`: of the sets, where
    they are known already.
    """
    sets = texts if isinstance(texts, ShingleSets) else shingle_sets(texts, settings.shingle_words)
    table = sign_all(sets, settings.signature_size) if signatures is None else signatures
    held = np.flatnonzero(sets.sizes > 0)
    kept = []
    for a, b in _pairs(table, held, settings.near_duplicate):
        resemblance, containment = compare_sets(sets.of(a), sets.of(b))
        if resemblance >= settings.near_duplicate and resemblance > 0:
            kept.append((sets.names[a], sets.names[b], resemblance, containment))
    joined = [(a, b) for a, b, _, _ in kept]
    cluster = find_components(sorted({name for pair in joined for name in pair}), joined)
    return [
        NearDuplicate(make_key("d", a, b), a, b, round(r, 4), round(c, 4), cluster[a]) for a, b, r, c in kept
    ]


def compare_sets(one: Hashes, other: Hashes) -> tuple[float, float]:
    """(Jaccard coefficient, share of the smaller set found in the other), both 0..1; 0 for an empty set."""
    least = min(len(one), len(other))
    if not least:
        return 0.0, 0.0
    if len(one) == len(other) and np.array_equal(one, other):
        return 1.0, 1.0
    common = count_common(one, other)
    return common / (len(one) + len(other) - common), common / least


def _pairs(table: Hashes, held: Indices, threshold: float) -> Sequence[tuple[int, int]]:
    a, b = find_candidates(table[held], threshold)
    return list(zip(held[a].tolist(), held[b].tolist(), strict=True))
