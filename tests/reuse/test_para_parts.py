"""The steps of the paraphrase tier against slow and obvious ones."""

from collections import Counter
from itertools import combinations, pairwise
from math import log, sqrt

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.knowledge import Knowledge
from provenance.model.spans import Span
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse.paraphrases.adding import _count_common
from provenance.reuse.paraphrases.evidence import evidence, snap
from provenance.reuse.paraphrases.regions import Region, Sides, best_stretch
from provenance.reuse.paraphrases.seeds import LEAST_COSINE, find_text_pairs, find_unit_seeds
from provenance.reuse.paraphrases.terms import LEAST_WEIGHT, MOST_WEIGHT, Terms, make_terms
from provenance.reuse.paraphrases.units import LEAST_WORDS, MOST_WORDS, find_units
from provenance.reuse.passages.corpus import Corpus, make_corpus
from tests.reuse.cases import KNOWLEDGE

NOTHING = Knowledge()
words = st.text("abcdefgh", min_size=4, max_size=5)
sentences = st.lists(words, min_size=1, max_size=12).map(lambda each: " ".join(each) + ".")
texts = st.lists(sentences, min_size=0, max_size=6).map(" ".join)
LESS = settings(max_examples=25, deadline=None)
numbers = st.lists(st.integers(-6, 6), min_size=1, max_size=12)


def unit_terms(corpus: Corpus, terms: Terms, unit: int) -> dict[int, float]:
    rows = slice(int(terms.first[unit]), int(terms.first[unit + 1]))
    pairs = zip(terms.term[rows].tolist(), terms.weight[rows].tolist(), strict=True)
    return {term: weight for term, weight in pairs if weight}


@given(numbers)
def test_the_best_stretch_has_the_greatest_sum(scores: list[int]) -> None:
    first, last = best_stretch(np.array(scores, float))
    sums = [sum(scores[a:b]) for a, b in combinations(range(len(scores) + 1), 2)]
    assert 0 <= first < last <= len(scores)
    assert sum(scores[first:last]) == max(sums)


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_common_words_are_counted_as_often_as_both_sides_have_them(one: list[int], other: list[int]) -> None:
    counted = _count_common(np.array(one, np.int64), np.array(other, np.int64))
    assert counted == (Counter(one) & Counter(other)).total()


@LESS
@given(st.dictionaries(st.sampled_from("pqrs"), texts, max_size=4))
def test_units_are_all_words_in_order_none_long(pile: dict[str, str]) -> None:
    corpus = make_corpus(pile)
    first = find_units(corpus).tolist()
    assert first == sorted(set(first)) and first[-1] == len(corpus)
    assert set(corpus.first.tolist()) <= set(first)
    assert all(b - a <= MOST_WORDS + LEAST_WORDS for a, b in pairwise(first))


def test_a_unit_is_a_sentence() -> None:
    text = "The old mill burned down at night. Nobody knows who did it! \u00abWas it the owner himself?\u00bb"
    corpus = make_corpus({"a": text})
    assert [corpus.word(row) for row in find_units(corpus)[:-1].tolist()] == ["The", "Nobody", "Was"]


def test_a_text_without_ends_of_sentences_is_cut() -> None:
    corpus = make_corpus({"a": "tide " * 100, "b": "\u6f6e" * 100})
    assert len(find_units(corpus)) == 7


def test_no_unit_goes_on_behind_what_is_masked() -> None:
    text = "The old mill burned          down at night"
    corpus = make_corpus({"a": text}, {"a": (Span("a", 20, 28),)})
    assert [corpus.word(row) for row in find_units(corpus)[:-1].tolist()] == ["The", "down"]


def test_inflections_are_one_term_and_grammar_says_nothing() -> None:
    corpus = make_corpus({"a": "The harbour warned trawlers", "b": "harbours warning the trawler"})
    terms = make_terms(corpus, KNOWLEDGE)
    by_word = {
        corpus.word(row): (int(terms.term[row]), float(terms.weight[row])) for row in range(len(corpus))
    }
    assert by_word["harbour"][0] == by_word["harbours"][0]
    assert by_word["warned"][0] == by_word["warning"][0]
    assert by_word["trawlers"][0] == by_word["trawler"][0]
    assert by_word["the"][1] == 0 and by_word["trawler"][1] > 2 * LEAST_WEIGHT


def test_what_a_pile_speaks_of_all_over_says_less() -> None:
    pile = {f"s{n:02}": f"The ferry capsized off pier{n} wharf{n} quay{n} dock{n}." for n in range(40)}
    corpus = make_corpus(pile)
    terms = make_terms(corpus, NOTHING)
    weight = {corpus.word(row): float(terms.weight[row]) for row in range(len(corpus))}
    assert weight["capsized"] == 0
    assert weight["quay7"] > LEAST_WEIGHT


def test_names_and_numbers_begin_with_a_capital_or_a_digit() -> None:
    corpus = make_corpus({"a": "the Ferry sank in 2016 off \u0414\u0443\u0431\u043d\u0430"})
    names = make_terms(corpus, NOTHING).is_name
    assert [corpus.word(row) for row in np.flatnonzero(names).tolist()] == [
        "Ferry",
        "2016",
        "\u0414\u0443\u0431\u043d\u0430",
    ]


def test_numbers_in_words_are_like_figures() -> None:
    corpus = make_corpus({"a": "Two hundred and five trawlers, \u767e\u4e94"})
    terms = make_terms(corpus, load_knowledge())
    words = [corpus.word(row) for row in np.flatnonzero(terms.is_name).tolist()]
    assert words == ["Two", "hundred", "five", "\u767e", "\u4e94"]


def test_a_pile_without_a_word_does_not_make_it_rarer_than_rare() -> None:
    small = make_corpus({"a": "granite quarries"})
    large = make_corpus({"a": "granite quarries", "b": "the tide went out. " * 30_000})
    least, most = (float(make_terms(each, NOTHING).weight.max()) for each in (small, large))
    assert least <= most == MOST_WEIGHT


def test_characters_without_spaces_are_compared_by_two() -> None:
    corpus = make_corpus({"a": "\u6e2f\u306e\u8239", "b": "\u8239\u306e\u6e2f"})
    terms = make_terms(corpus, NOTHING)
    assert len(set(terms.term.tolist())) == 6  # the last of each text stands alone


@LESS
@given(st.dictionaries(st.sampled_from("pqrs"), texts, max_size=4))
def test_text_pairs_share_two_grams(pile: dict[str, str]) -> None:
    corpus = make_corpus(pile)
    terms = make_terms(corpus, NOTHING)
    grams: list[set[tuple[int, ...]]] = []
    for a, b in zip(corpus.first[:-1].tolist(), corpus.first[1:].tolist(), strict=True):
        said = [t for t, w in zip(terms.term[a:b].tolist(), terms.weight[a:b].tolist(), strict=True) if w]
        patterns = ((0, 1, 2), (0, 1, 3), (0, 2, 3))
        grams.append(
            {
                tuple(sorted(said[at + step] for step in pattern))
                for pattern in patterns
                for at in range(len(said) - pattern[-1])
            }
        )
    count = len(grams)
    wanted = [a * count + b for a, b in combinations(range(count), 2) if len(grams[a] & grams[b]) >= 2]
    assert find_text_pairs(corpus, terms).tolist() == wanted
    assert find_text_pairs(corpus, terms, part_words=7).tolist() == wanted


@LESS
@given(st.dictionaries(st.sampled_from("pqrs"), texts, max_size=4))
def test_unit_seeds_are_alike(pile: dict[str, str]) -> None:
    corpus = make_corpus(pile)
    terms = make_terms(corpus, NOTHING)
    count = len(corpus.ids)
    pairs = set(find_text_pairs(corpus, terms).tolist())
    vectors = [unit_terms(corpus, terms, unit) for unit in range(terms.units)]
    lengths = [sqrt(sum(w * w for w in each.values())) for each in vectors]
    owner = corpus.document[terms.first[:-1]].tolist() if len(corpus) else []
    wanted = []
    for a, b in combinations(range(terms.units), 2):
        shared = vectors[a].keys() & vectors[b].keys()
        product = sum(vectors[a][term] ** 2 for term in shared)
        is_alike = product >= LEAST_COSINE * lengths[a] * lengths[b] * (1 + 1e-12)
        if owner[a] * count + owner[b] in pairs and len(shared) > 1 and is_alike:
            wanted.append((a, b))
    seeds = find_unit_seeds(corpus, terms)
    assert set(wanted) <= set(zip(seeds.a.tolist(), seeds.b.tolist(), strict=True))
    assert len(wanted) >= len(seeds) - 2  # those that stand on the bound


@given(st.lists(st.integers(0, 5), max_size=9), st.lists(st.integers(0, 5), max_size=9))
def test_a_word_is_found_as_far_as_it_has_partners(one: list[int], other: list[int]) -> None:
    corpus = make_corpus({"a": "one two three four five six"})
    sides = Sides(corpus, make_terms(corpus, NOTHING), [])
    here, there = Counter(one), Counter(other)
    wanted = [sqrt(min(1, there[word] / here[word])) for word in one]
    for _ in range(2):  # nothing is left over from the time before
        found = sides.common(np.array(one, np.int64), np.array(other, np.int64))
        assert np.allclose(found, wanted)


def test_evidence_counts_each_term_once_and_names_half() -> None:
    corpus = make_corpus({"a": "granite granite Valletta", "b": "granite Valletta granite granite"})
    terms = make_terms(corpus, NOTHING)
    region = Region(0, int(corpus.first[1]), int(corpus.first[1]), len(corpus))
    assert np.isclose(evidence(Sides(corpus, terms, []), region), 1.5 * terms.weight[0])


def test_rare_words_weigh_what_their_share_says() -> None:
    corpus = make_corpus({"a": "granite quarries"})
    weight = make_terms(corpus, NOTHING).weight
    assert np.isclose(weight[0], -log(2000 / 10_000 / 2001))


def test_a_region_is_given_the_units_that_it_mostly_holds() -> None:
    text = (
        "Granite quarries flooded villages yesterday. Trawlers avoided harbours. Nothing whatsoever remained."
    )
    corpus = make_corpus({"a": text})
    terms = make_terms(corpus, NOTHING)
    corpus_words = [corpus.word(row) for row in terms.first[:-1].tolist()]
    assert corpus_words == ["Granite", "Trawlers"]
    assert snap(terms, 1, 5) == (0, 5)
    assert snap(terms, 3, 5) == (3, 5)
    assert snap(terms, 4, 10) == (4, 11)
