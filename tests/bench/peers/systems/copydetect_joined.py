"""copydetect's winnowed fingerprints, with an index and a joining of our own.

copydetect itself compares two files at a time and tells which characters of each are copied, not which belong
together; so equal fingerprints are looked up in one index and joined where they follow closely in both texts.
"""

import io
from collections import defaultdict
from collections.abc import Iterator

from copydetect import CodeFingerprint
from exchange import read_documents, write_detections

K, WINDOW = 25, 20
"""Characters of a fingerprint, and the window of winnowing: as copydetect has them by default, about."""
HOLDERS = 20
"""A fingerprint that more places have is left out."""
GAP = 300
"""Characters without a common fingerprint that do not end a passage."""
LEAST = 2
"""Fingerprints of a passage."""


def seeds(documents: dict[str, str]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Pair of documents → places of equal fingerprints in both."""
    index: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for name, text in documents.items():
        prints = CodeFingerprint(name, K, WINDOW, filter=False, fp=io.StringIO(text))
        for value, places in prints.hash_idx.items():
            index[value] += [(name, int(place)) for place in places]
    pairs = defaultdict(list)
    for held in index.values():
        if 1 < len(held) <= HOLDERS:
            for at, (a, a_place) in enumerate(held):
                for b, b_place in held[at + 1 :]:
                    if a != b:
                        pairs[a, b].append((a_place, b_place))
    return pairs


def joined(places: list[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """(a0, a1, b0, b1) of runs of places that follow closely in both texts."""
    runs: list[list[int]] = []
    for a, b in sorted(places):
        for run in reversed(runs):
            if a - run[1] <= GAP and run[2] - GAP <= b <= run[3] + GAP:
                run[1], run[2], run[3], run[4] = a, min(run[2], b), max(run[3], b), run[4] + 1
                break
        else:
            runs.append([a, a, b, b, 1])
    for a0, a1, b0, b1, count in runs:
        if count >= LEAST:
            yield a0, a1 + K, b0, b1 + K


documents = read_documents()
write_detections(
    (a, a0, min(a1, len(documents[a])), b, b0, min(b1, len(documents[b])))
    for (a, b), places in sorted(seeds(documents).items())
    for a0, a1, b0, b1 in joined(places)
)
