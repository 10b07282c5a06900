"""Near-duplicate documents by gaoya: its MinHash index of strings, which checks candidates by itself."""

from exchange import LEAST_RESEMBLANCE, PERMUTATIONS, SHINGLE_WORDS, read_documents, write_pairs
from gaoya.minhash import MinHashStringIndex

BANDS = 64

documents = read_documents()
names = sorted(documents)
index = MinHashStringIndex(
    hash_size=32,
    jaccard_threshold=LEAST_RESEMBLANCE,
    num_bands=BANDS,
    band_size=PERMUTATIONS // BANDS,
    num_hashes=PERMUTATIONS,
    analyzer="word",
    lowercase=True,
    ngram_range=(SHINGLE_WORDS, SHINGLE_WORDS),
)
for number, name in enumerate(names):
    index.insert_document(number, documents[name])
write_pairs(
    (name, names[other])
    for number, name in enumerate(names)
    for other in sorted(index.query(documents[name]))
    if other > number
)
