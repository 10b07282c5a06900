"""Near-duplicate texts: candidates by banded signatures, verified on their shingles."""

from collections.abc import Mapping, Sequence

import numpy as np

from provenance.fingerprint.bands import find_candidates
from provenance.model.fingerprints import Fingerprint, NearDuplicate
from provenance.model.keys import make_key
from provenance.model.settings import FingerprintSettings
from provenance.text.components import find_components
from provenance.text.shingles import Hashes, distinct, hash_words, shingle_hashes


def find_near_duplicates(
    texts: Mapping[str, str], fingerprints: Sequence[Fingerprint], settings: FingerprintSettings
) -> list[NearDuplicate]:
    """Pairs of texts whose shingle sets have a Jaccard coefficient of at least `near_duplicate`.

    In the order of a and b, a < b. Components ("clusters") are built on resemblance only: a short text
    contained in a long one does not join them. Where many texts have a band of the signature in common,
    each is compared with the first of them and its predecessor, so that the pairs of a cluster are not
    all listed but all are linked. Texts without a word are left out.
    """
    signatures = {each.source_id: each.signature for each in fingerprints if each.source_id in texts}
    candidates = find_candidates(signatures, settings.near_duplicate)
    shingles = _Shingles(texts, settings.shingle_words)
    kept = []
    for a, b in candidates:
        resemblance, containment = _compare(shingles.of(a), shingles.of(b))
        if resemblance >= settings.near_duplicate and resemblance > 0:
            kept.append((a, b, resemblance, containment))
    joined = [(a, b) for a, b, _, _ in kept]
    cluster = find_components(sorted({name for pair in joined for name in pair}), joined)
    return [
        NearDuplicate(make_key("d", a, b), a, b, round(r, 4), round(c, 4), cluster[a]) for a, b, r, c in kept
    ]


class _Shingles:
    """Sorted distinct shingles of the texts that candidates name, made once each."""

    def __init__(self, texts: Mapping[str, str], size: int) -> None:
        self._texts = texts
        self._pattern = tuple(range(size))
        self._made: dict[str, Hashes] = {}

    def of(self, source_id: str) -> Hashes:
        if source_id not in self._made:
            words = hash_words(self._texts[source_id])
            self._made[source_id] = distinct(shingle_hashes(words.hashes, self._pattern))
        return self._made[source_id]


def _compare(one: Hashes, other: Hashes) -> tuple[float, float]:
    """(Jaccard coefficient, share of the smaller set found in the other)."""
    common = len(np.intersect1d(one, other, assume_unique=True))
    least = min(len(one), len(other))
    if not least:
        return 0.0, 0.0
    return common / (len(one) + len(other) - common), common / least
