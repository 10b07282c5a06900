"""What identifies a text, and which texts are near-duplicates."""

from attrs import frozen


@frozen
class Fingerprint:
    """`bytes_sha256`, `folded_sha256`: hexadecimal. `signature`: MinHash values, unsigned 64 bit.

    `passages`: winnowed shingle hashes as (hash, start, end), offsets in the stored text, by start.
    """

    source_id: str
    bytes_sha256: str
    folded_sha256: str
    signature: tuple[int, ...]
    passages: tuple[tuple[int, int, int], ...]


@frozen(order=True)
class NearDuplicate:
    """Two sources whose texts resemble each other. `resemblance`: Jaccard of shingles, 0..1.

    `containment`: share of the smaller one's shingles found in the other, 0..1. `cluster`: key of the
    component, the least source id in it. Built on resemblance, never on containment (Broder 1997).
    """

    key: str
    a: str
    b: str
    resemblance: float
    containment: float
    cluster: str


@frozen(order=True)
class ContainedText:
    """The text of `inner` stands (nearly) whole in that of `outer`, which is not shorter.

    `containment`: share of the inner one's shingles found in the outer one, 0..1. `resemblance`: Jaccard of
    both, 0..1; low where the outer one is much longer.
    """

    key: str
    inner: str
    outer: str
    containment: float
    resemblance: float
