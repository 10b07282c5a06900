"""Near-duplicate documents by datasketch: MinHash and MinHashLSH, candidates checked by their estimate."""

from datasketch import MinHash, MinHashLSH
from exchange import LEAST_RESEMBLANCE, PERMUTATIONS, read_documents, shingles, write_pairs

index = MinHashLSH(threshold=LEAST_RESEMBLANCE, num_perm=PERMUTATIONS)
signatures: dict[str, MinHash] = {}
pairs = []
for name, text in read_documents().items():
    signature = MinHash(num_perm=PERMUTATIONS)
    signature.update_batch([shingle.encode() for shingle in set(shingles(text))])
    for other in index.query(signature):
        if signature.jaccard(signatures[other]) >= LEAST_RESEMBLANCE:
            pairs.append((other, name))
    index.insert(name, signature)
    signatures[name] = signature
write_pairs(sorted(pairs))
