"""The fingerprint of one source."""

import hashlib

from provenance.fingerprint.minhash import sign
from provenance.fingerprint.winnowing import winnowed_passages
from provenance.model.fingerprints import Fingerprint
from provenance.model.settings import FingerprintSettings
from provenance.text.folding import fold_text
from provenance.text.shingles import hash_words, shingle_hashes


def fingerprint(
    source_id: str, bytes_sha256: str, text: str, settings: FingerprintSettings, article: str | None = None
) -> Fingerprint:
    """Of the bytes, whose SHA-256 is given, of the folded text, of the whole document and of its passages.

    Two texts that differ only in case, marks, apostrophes, punctuation and white space have one
    `folded_sha256`. `article`: `text` with page furniture blanked, of which the signature and the passages
    are made; both digests are of the whole.
    """
    words = hash_words(text if article is None else article)
    shingles = shingle_hashes(words.hashes, tuple(range(settings.shingle_words)))
    folded = fold_text(text).encode("utf-8", "surrogatepass")
    return Fingerprint(
        source_id,
        bytes_sha256,
        hashlib.sha256(folded).hexdigest(),
        sign(shingles, settings.signature_size),
        winnowed_passages(words, settings),
    )
