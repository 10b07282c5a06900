"""Near-duplicate documents as the fingerprint stage finds them."""

from exchange import LEAST_RESEMBLANCE, SHINGLE_WORDS, read_documents, write_pairs

from provenance.fingerprint import find_near_duplicates
from provenance.model.settings import FingerprintSettings

settings = FingerprintSettings(shingle_words=SHINGLE_WORDS, near_duplicate=LEAST_RESEMBLANCE)
write_pairs((near.a, near.b) for near in find_near_duplicates(read_documents(), settings))
