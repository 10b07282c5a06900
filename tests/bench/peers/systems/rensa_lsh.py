"""Near-duplicate documents by rensa: RMinHash and RMinHashLSH, candidates checked by their estimate."""

from exchange import LEAST_RESEMBLANCE, PERMUTATIONS, read_documents, shingles, write_pairs
from rensa import RMinHash, RMinHashLSH

BANDS = 64
"""Two rows a band: the least resemblance that is found in most cases is about 0.13."""

index = RMinHashLSH(threshold=LEAST_RESEMBLANCE, num_perm=PERMUTATIONS, num_bands=BANDS)
signatures: list[RMinHash] = []
names: list[str] = []
pairs = []
for name, text in read_documents().items():
    signature = RMinHash(num_perm=PERMUTATIONS, seed=42)
    signature.update(shingles(text))
    for other in index.query(signature):
        if signature.jaccard(signatures[other]) >= LEAST_RESEMBLANCE:
            pairs.append((names[other], name))
    index.insert(len(names), signature)
    signatures.append(signature)
    names.append(name)
write_pairs(sorted(pairs))
