"""The fingerprint of one source."""

import hashlib

from provenance.fingerprint.minhash import sign
from provenance.fingerprint.winnowing import winnowed_passages
from provenance.model.fingerprints import Fingerprint
from provenance.model.settings import FingerprintSettings
from provenance.text.folding import fold_character
from provenance.text.shingles import hash_words, shingle_hashes


class _Folds(dict[int, str]):
    """Code point → its folded form, made when first met: faster than letter by letter."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_character(chr(code))
        return folded


_FOLDED = _Folds()


def fingerprint(source_id: str, raw: bytes, text: str, settings: FingerprintSettings) -> Fingerprint:
    """Of the bytes, of the folded text, of the whole document and of its passages.

    Two texts that differ only in case, marks, apostrophes, punctuation and white space have one
    `folded_sha256`.
    """
    words = hash_words(text)
    shingles = shingle_hashes(words.hashes, tuple(range(settings.shingle_words)))
    folded = " ".join(text.translate(_FOLDED).split()).encode("utf-8", "surrogatepass")
    return Fingerprint(
        source_id,
        hashlib.sha256(raw).hexdigest(),
        hashlib.sha256(folded).hexdigest(),
        sign(shingles, settings.signature_size),
        winnowed_passages(words, settings),
    )
