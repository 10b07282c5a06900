"""How well pages of many layouts are read: article words, title, date and author, beside the bare library.

Every page stands in pages/ with its truth beside it: title, date (ISO), optionally author and publisher, and
the paragraphs that a reader takes as the article, with headline, byline and date. All stories, people and
houses are invented. Usage: python -m tests.layouts.score
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import trafilatura
from attrs import frozen

from provenance.model.settings import ReadingSettings
from provenance.model.sources import Metadatum
from provenance.readers.interface import Reading
from provenance.readers.pages.html import read_html
from provenance.text.masking import mask

PAGES = Path(__file__).parent / "pages"
_WORD = re.compile(r"\w+")


@frozen
class Score:
    """One page. `f1`, `library_f1`: 0..1, of words as a bag, with their counts."""

    name: str
    precision: float
    recall: float
    f1: float
    library_f1: float
    is_title_right: bool
    is_date_right: bool
    is_author_right: bool | None


def score_pages(folder: Path = PAGES) -> list[Score]:
    """The scores of all pages in `folder`, by name."""
    return [_score(path) for path in sorted(folder.glob("*.html"))]


def mean(values: list[float]) -> float:
    """The arithmetic mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def print_scores(scores: list[Score]) -> str:
    """A table of them with their means."""
    rows = [
        f"{'page':34} {'prec':>5} {'rec':>5} {'F1':>5} {'bare':>5}  title date author",
        *(
            f"{s.name:34} {s.precision:5.3f} {s.recall:5.3f} {s.f1:5.3f} {s.library_f1:5.3f}  "
            f"{_yes(s.is_title_right):5} {_yes(s.is_date_right):4} {_yes(s.is_author_right)}"
            for s in scores
        ),
        f"{'mean or count':34} {mean([s.precision for s in scores]):5.3f} "
        f"{mean([s.recall for s in scores]):5.3f} {mean([s.f1 for s in scores]):5.3f} "
        f"{mean([s.library_f1 for s in scores]):5.3f}  {sum(s.is_title_right for s in scores):5} "
        f"{sum(s.is_date_right for s in scores):4} {sum(s.is_author_right is True for s in scores)}"
        f" of {sum(s.is_author_right is not None for s in scores)}",
    ]
    return "\n".join(rows)


def article_text(reading: Reading) -> str:
    """The stored text without what is marked as furniture."""
    return mask(reading.text, [furniture.span for furniture in reading.furniture])


def _score(path: Path) -> Score:
    raw = path.read_bytes()
    truth: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    expected = _words("\n".join(truth["paragraphs"]))
    reading = read_html(raw, "s", ReadingSettings())
    precision, recall, f1 = _compare(_words(article_text(reading)), expected)
    bare = trafilatura.extract(raw.decode("utf-8", "replace"), include_comments=False) or ""
    title, date, author = (_first(reading, name) for name in ("title", "published", "author"))
    return Score(
        path.stem,
        precision,
        recall,
        f1,
        _compare(_words(bare), expected)[2],
        _plain(title) == _plain(truth["title"]),
        date[:10] == truth["date"],
        _plain(author) == _plain(truth["author"]) if "author" in truth else None,
    )


def _first(reading: Reading, name: str) -> str:
    found: list[Metadatum] = [metadatum for metadatum in reading.metadata if metadatum.name == name]
    return found[0].value if found else ""


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _compare(found: Counter[str], expected: Counter[str]) -> tuple[float, float, float]:
    """(precision, recall, F1), 0..1."""
    shared = (found & expected).total()
    precision, recall = shared / max(1, found.total()), shared / max(1, expected.total())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _yes(value: bool | None) -> str:
    return "-" if value is None else "yes" if value else "NO"


if __name__ == "__main__":
    print(print_scores(score_pages()))
