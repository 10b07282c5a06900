"""All texts as one table of words."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.model.spans import Span
from provenance.reuse.repetitions import find_repeated_words
from provenance.text.shingles import Hashes, Indices, hash_words

Kind = TypeVar("Kind", Hashes, Indices)


@frozen(eq=False)
class Corpus:
    """Words of all texts; a row is a word.

    `document`: which text, an index into `ids`; text d's words are rows [first[d], first[d + 1]).
    `starts`, `ends`: code points in the own text. `words`: equal numbers are equal folded words.
    `stretch`: equal for words of one text between which nothing is masked. `is_repeated`: the text has said
    so too often before.
    """

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    first: Indices
    document: Indices
    starts: Indices
    ends: Indices
    words: Indices
    hashes: Hashes
    stems: Hashes
    letters: Indices
    stretch: Indices
    is_repeated: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, row: int) -> str:
        """The word in that row as printed."""
        text = self.texts[int(self.document[row])]
        return text[int(self.starts[row]) : int(self.ends[row])]


def make_corpus(texts: Mapping[str, str], masked: Mapping[str, Sequence[Span]] | None = None) -> Corpus:
    """The table of words of `texts`. Texts stand in the order of their content, so that neither the order in
    which they come nor their names make a difference to what is found.

    `masked`: source id → what is blanked in its text and has no words.
    """
    ids = tuple(sorted(texts, key=lambda name: (_content_key(texts[name]), name)))
    tables = [hash_words(texts[each]) for each in ids]
    counts = np.array([len(table) for table in tables], np.int64)
    hashes = _joined([table.hashes for table in tables], np.zeros(0, np.uint64))
    nothing = np.zeros(0, np.int64)
    return Corpus(
        ids=ids,
        texts=tuple(texts[each] for each in ids),
        first=np.concatenate(([0], np.cumsum(counts))).astype(np.int64),
        document=np.repeat(np.arange(len(ids)), counts),
        starts=_joined([table.starts for table in tables], nothing),
        ends=_joined([table.ends for table in tables], nothing),
        words=np.unique(hashes, return_inverse=True)[1].astype(np.int64),
        hashes=hashes,
        stems=_joined([table.stems for table in tables], np.zeros(0, np.uint64)),
        letters=_joined([table.letters for table in tables], nothing),
        stretch=_joined(
            [
                _stretch(table.starts, (masked or {}).get(each, ()))
                for each, table in zip(ids, tables, strict=True)
            ],
            nothing,
        ),
        is_repeated=np.concatenate(
            [np.zeros(0, bool), *(find_repeated_words(table.hashes) for table in tables)]
        ),
    )


def _stretch(starts: Indices, masked: Sequence[Span]) -> Indices:
    """How many masked ranges begin before each word."""
    return np.searchsorted(np.array(sorted(span.start for span in masked), np.int64), starts)


def _content_key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _joined(parts: list[Kind], nothing: Kind) -> Kind:
    return np.concatenate(parts) if parts else nothing
