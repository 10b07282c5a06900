"""The fingerprint of one source, and of many at a time."""

import hashlib
from collections.abc import Iterable

from attrs import frozen

from provenance.fingerprint.minhash import sign_all
from provenance.fingerprint.shingle_sets import ShingleSets, collect_sets, hash_by_turns
from provenance.fingerprint.winnowing import winnowed_passages
from provenance.model.fingerprints import Fingerprint
from provenance.model.settings import FingerprintSettings
from provenance.text.folding import fold_text
from provenance.text.shingles import Hashes, shingle_hashes


@frozen
class Prints:
    """`fingerprints`: in the order given. `shingles`: of the articles, by source id; `signatures`: a row for
    each of those."""

    fingerprints: tuple[Fingerprint, ...]
    shingles: ShingleSets
    signatures: Hashes


def fingerprint_all(documents: Iterable[tuple[str, str, str, str]], settings: FingerprintSettings) -> Prints:
    """Of (source id, SHA-256 of the bytes, text, article): the text with page furniture blanked.

    The signature and the passages are made of the article; both digests are of the whole. Two texts that
    differ only in case, marks, apostrophes, punctuation and white space have one `folded_sha256`. The words
    of each text are hashed once.
    """
    pattern = tuple(range(settings.shingle_words))
    unsigned, shingles = [], []
    given = list(documents)
    hashed = hash_by_turns(article for *_, article in given)
    for (source_id, bytes_sha256, text, _), words in zip(given, hashed, strict=True):
        shingles.append((source_id, shingle_hashes(words.hashes, pattern)))
        folded = hashlib.sha256(fold_text(text).encode("utf-8", "surrogatepass")).hexdigest()
        unsigned.append((source_id, bytes_sha256, folded, winnowed_passages(words, settings)))
    sets = collect_sets(shingles)
    signatures = sign_all(sets, settings.signature_size)
    rows = dict(zip(sets.names, zip(signatures, sets.sizes.tolist(), strict=True), strict=True))
    found = []
    for source_id, bytes_sha256, folded, passages in unsigned:
        signature, size = rows[source_id]
        signed = tuple(signature.tolist()) if size else ()
        found.append(Fingerprint(source_id, bytes_sha256, folded, signed, passages))
    return Prints(tuple(found), sets, signatures)


def fingerprint(
    source_id: str, bytes_sha256: str, text: str, settings: FingerprintSettings, article: str | None = None
) -> Fingerprint:
    """Of one source. `article`: `text` with page furniture blanked, `text` itself where it is None."""
    document = (source_id, bytes_sha256, text, text if article is None else article)
    return fingerprint_all([document], settings).fingerprints[0]
