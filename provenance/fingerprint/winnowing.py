"""Winnowed fingerprints of a text's passages (Schleimer, Wilkerson and Aiken 2003)."""

from provenance.model.settings import FingerprintSettings
from provenance.text.shingles import HashedWords, shingle_hashes, winnow


def winnowed_passages(words: HashedWords, settings: FingerprintSettings) -> tuple[tuple[int, int, int], ...]:
    """(hash, start, end) of the shingles kept, offsets in code points, in the order of the text.

    Guarantee: a run of winnow_words + winnow_window - 1 words that two texts share gives both at least
    one equal hash. Noise threshold: no shared run shorter than winnow_words does, but for clashes of
    64-bit hashes.
    """
    hashes = shingle_hashes(words.hashes, tuple(range(settings.winnow_words)))
    kept = winnow(hashes, settings.winnow_window)
    starts, ends = words.starts[kept], words.ends[kept + settings.winnow_words - 1]
    return tuple(zip(hashes[kept].tolist(), starts.tolist(), ends.tolist(), strict=True))
