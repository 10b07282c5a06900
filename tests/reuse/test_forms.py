"""Pages of thousands of lines of one form, which differ in their numbers only."""

from collections import Counter

import numpy as np
import pytest

from provenance.model.reuse import Alignment
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_alignments
from provenance.reuse.passages.corpus import make_corpus
from provenance.reuse.passages.repetitions import MOST_PLACES
from tests.reuse.cases import BAKER, FERRY, MILL, SETTINGS

KNOWLEDGE = load_knowledge()
LINES = 600
FORMS = {
    "log": "2021-03-01 12:00:{0:02d} sensor 17 reading {1} ok",
    "listing": "-rw-r--r-- 1 root staff {2} Mar {0} 10:{0:02d} file_{3:05d}.txt",
    "table": "{3},team {1},home,{0},away,{1},final,report attached",
    "counter": "line number {3} of the ledger says the same thing again",
}


def page(form: str, step: int) -> list[str]:
    return [
        form.format(n * step % 60, n * step * 7919 % 997, n * step * 131 % 99999, n * step + step)
        for n in range(LINES)
    ]


def between(texts: dict[str, str]) -> list[Alignment]:
    found = find_alignments(texts, SETTINGS, KNOWLEDGE)
    return [each for each in found if each.a.source_id != each.b.source_id]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_two_pages_of_one_form_share_few_passages(form: str) -> None:
    texts = {"a": "\n".join(page(form, 7)), "b": "\n".join(page(form, 11))}
    found = find_alignments(texts, SETTINGS, KNOWLEDGE)
    pairs = Counter((each.a.source_id, each.b.source_id) for each in found)
    assert max(pairs.values(), default=0) <= 40


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_lines_that_were_copied_are_one_passage(form: str) -> None:
    own, other = page(form, 7), page(form, 11)
    copied = own[200:400]
    texts = {"a": "\n".join(own), "b": "\n".join((FERRY, *other[:50], *copied, MILL, *other[50:90]))}
    longest = max(between(texts), key=lambda each: len(each.a))
    text = "\n".join(copied)
    begin = texts["a"].index(text)
    assert longest.a.start <= begin + 20 and begin + len(text) - 20 <= longest.a.end
    assert len(longest.a) < 1.1 * len(text)  # lines of the form around it may be told as edited


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_page_without_every_tenth_line_is_a_copy_of_it(form: str) -> None:
    own = page(form, 7)
    kept = [line for number, line in enumerate(own) if number % 10 != 3]
    texts = {"a": "\n".join((*own, BAKER)), "b": "\n".join((FERRY, *kept, MILL))}
    covered = np.zeros(len(texts["b"]), bool)
    for each in between(texts):
        covered[each.b.start : each.b.end] = True
    assert covered.sum() >= 0.95 * len("\n".join(kept))


def test_runs_with_other_numbers_are_one_form_and_no_repetition() -> None:
    text = " ".join(f"gauge at lock {number} stood still." for number in range(MOST_PLACES + 2))
    corpus = make_corpus({"a": text, "b": FERRY})
    rows = corpus.document == corpus.ids.index("a")
    assert corpus.is_formula[rows].all()
    assert not corpus.is_formula[~rows].any()
    assert not corpus.is_repeated.any()


def test_of_lines_that_put_the_same_words_together_anew_the_strongest_places_are_told() -> None:
    names = [one + two for one in ("al", "be", "ca", "do", "ed", "fi") for two in ("ra", "mon", "tis", "vel")]

    def lines(step: int) -> list[str]:
        picks = [(n * step, n * step * 3 + n // 7, n * step * 5 + n // 11) for n in range(200)]
        return [
            "user {} logged in from {} by way of the {} gate".format(*(names[at % len(names)] for at in each))
            for each in picks
        ]

    own, other = lines(7), lines(11)
    texts = {"a": "\n".join(own), "b": "\n".join((*other[:80], *own[60:120], FERRY))}
    shared = between(texts)
    longest = max(shared, key=lambda each: len(each.a))
    assert len(shared) <= 100
    assert len(longest.a) >= len("\n".join(own[60:120]))
