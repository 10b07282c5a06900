"""A corpus of text reuse with its gold: invented documents, copied passages edited in known ways.

Same seed, same corpus. Usage: python tests/bench/reuse_corpus.py FOLDER [--seed 1] [--documents 400]
Writes docs.jsonl (id, text), gold.jsonl (a, a0, a1, b, b0, b1, type; code points, end excluded), meta.json
(pairs: null, all documents are compared with all; ignore: id → ranges that count neither as hit nor miss).
"""

import argparse
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import define, frozen

sys.path.insert(0, str(Path(__file__).parent))

from edits import KINDS, edit
from prose import Writer

_NOTICE = (
    "The Wenholm Record is written and printed by a society of readers. It takes no money from parties or "
    "firms, and whoever writes in it speaks for himself. Gifts are welcome, and buy no line in it."
)


@frozen
class Corpus:
    """`documents`: id → text. `gold`: rows as in gold.jsonl. `ignore`: id → ranges."""

    documents: dict[str, str]
    gold: list[dict[str, object]]
    ignore: dict[str, list[list[int]]]


@define
class _Draft:
    """A text under construction. `sentences`: (start, end) of each in order."""

    text: str
    sentences: list[tuple[int, int]]
    taken: list[tuple[int, int]]

    def is_free(self, start: int, end: int) -> bool:
        return all(end <= low or high <= start for low, high in self.taken)


def make_corpus(seed: int, documents: int = 400) -> Corpus:
    """`documents` texts of 1,800 to 6,000 characters, two in five with passages from the others, and a near
    duplicate of one in ten; one in five ends with the same notice."""
    chance = random.Random(seed)
    writer = Writer(chance)
    drafts = [_draft(chance, writer) for _ in range(documents)]
    twins, copiers = drafts[: documents // 10], drafts[documents // 10 : documents // 2]
    donors = dict(enumerate(drafts[documents // 2 :], start=documents // 2))
    texts = {f"d{number:04}": draft.text for number, draft in enumerate(drafts)}
    gold: list[dict[str, object]] = []
    for number, draft in enumerate(copiers, start=len(twins)):
        name = f"d{number:04}"
        texts[name] = _with_copies(name, draft, donors, gold, chance, writer)
    for number, draft in enumerate(twins):
        texts[f"n{number:04}"] = _twin(f"n{number:04}", f"d{number:04}", draft.text, gold, chance, writer)
    ignore = {}
    for name in chance.sample(sorted(texts), len(texts) // 5):
        start = len(texts[name]) + 2
        texts[name] += f"\n\n{_NOTICE}"
        ignore[name] = [[start, start + len(_NOTICE)]]
    return Corpus(dict(sorted(texts.items())), gold, ignore)


def write_corpus(folder: Path, corpus: Corpus) -> None:
    """The three files of the format."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [{"id": name, "text": text} for name, text in corpus.documents.items()]
    _write(folder / "docs.jsonl", rows)
    _write(folder / "gold.jsonl", corpus.gold)
    meta = json.dumps({"pairs": None, "ignore": corpus.ignore})
    (folder / "meta.json").write_text(meta, encoding="utf-8")


def _write(path: Path, rows: Sequence[object]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8", newline="")


def _draft(chance: random.Random, writer: Writer) -> _Draft:
    writer.start_text()
    length = chance.randint(1_800, 6_000)
    text, sentences, left = "", [], chance.randint(2, 6)
    while len(text) < length:
        if text:
            left = left - 1 if left else chance.randint(2, 6)
            text += " " if left else "\n\n"
        sentence = writer.sentence()
        sentences.append((len(text), len(text) + len(sentence)))
        text += sentence
    return _Draft(text, sentences, [])


def _with_copies(
    name: str,
    draft: _Draft,
    donors: dict[int, _Draft],
    gold: list[dict[str, object]],
    chance: random.Random,
    writer: Writer,
) -> str:
    """The text with one to four passages of others between its paragraphs."""
    parts: list[tuple[str, dict[str, object] | None]] = [(part, None) for part in draft.text.split("\n\n")]
    for _ in range(chance.randint(1, 4)):
        found = _choose(donors, chance)
        if found is None:
            continue
        number, start, end, count = found
        donors[number].taken.append((start, end))
        kind = chance.choice([kind for kind in KINDS if kind != "reorder" or count > 2])
        copied = edit(donors[number].text[start:end], kind, chance, writer).strip()
        row = {"b": f"d{number:04}", "b0": start, "b1": end, "type": kind}
        parts.insert(chance.randrange(len(parts) + 1), (copied, row))
    text = ""
    for part, row in parts:
        text += "\n\n" if text else ""
        if row is not None:
            gold.append({"a": name, "a0": len(text), "a1": len(text) + len(part), **row})
        text += part
    return text


def _choose(donors: dict[int, _Draft], chance: random.Random) -> tuple[int, int, int, int] | None:
    """(donor, start, end, sentences) of a passage that nobody has copied yet, None if chance finds none."""
    for _ in range(20):
        number = chance.choice(sorted(donors))
        donor, count = donors[number], chance.choice((1, 2, 3, 4, 6, 8))
        first = chance.randrange(max(1, len(donor.sentences) - count))
        last = min(first + count, len(donor.sentences)) - 1
        start, end = donor.sentences[first][0], donor.sentences[last][1]
        if 120 <= end - start <= 1_800 and donor.is_free(start, end):
            return number, start, end, last - first + 1
    return None


def _twin(
    name: str, of: str, text: str, gold: list[dict[str, object]], chance: random.Random, writer: Writer
) -> str:
    """The whole text again with another first line, light edits and one paragraph less: a gold row a run."""
    paragraphs = text.split("\n\n")
    dropped = chance.randrange(len(paragraphs)) if len(paragraphs) > 3 else -1
    twin, at = f"UPDATED by {writer.word().title()} desk", 0
    row: dict[str, object] | None = None
    for number, paragraph in enumerate(paragraphs):
        if number == dropped:
            row = None
        else:
            kind = chance.choice(("verbatim", "verbatim", "subst10", "names", "typo", "insdel"))
            twin += "\n\n"
            if row is None:
                row = {"a": name, "a0": len(twin), "a1": 0, "b": of, "b0": at, "b1": 0, "type": "neardup"}
                gold.append(row)
            twin += edit(paragraph, kind, chance, writer)
            row["a1"], row["b1"] = len(twin), at + len(paragraph)
        at += len(paragraph) + 2
    return twin


def main() -> None:
    """Write a corpus into a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=400)
    options = parser.parse_args()
    corpus = make_corpus(options.seed, options.documents)
    write_corpus(options.folder, corpus)
    characters = sum(map(len, corpus.documents.values()))
    print(f"{len(corpus.documents)} documents, {characters:,} characters, {len(corpus.gold)} passages")


if __name__ == "__main__":
    main()
