"""Seeds, against a slow reference."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.settings import ReuseSettings
from provenance.reuse import find_alignments
from provenance.reuse.passages.corpus import make_corpus
from provenance.reuse.passages.seeds import Seeds, find_seeds
from tests.reuse.cases import BAKER, FERRY, KNOWLEDGE, MILL

ALL_RUNS = ReuseSettings(run_words=3, run_window=1, content_patterns=(), max_holders=100)
CONTENT = ReuseSettings(run_words=50, content_patterns=((0, 1, 2), (0, 2, 3)), content_holders=100)
TEXTS = st.lists(
    st.lists(st.sampled_from(["ash", "birch", "cedar", "elm", "rowan"]), max_size=9).map(" ".join), max_size=4
)


def places(seeds: Seeds) -> set[tuple[int, int, int, int]]:
    columns = (seeds.a, seeds.a_end, seeds.b, seeds.b_end)
    return set(zip(*(column.tolist() for column in columns), strict=True))


def slow_runs(texts: dict[str, str], size: int) -> set[tuple[int, int, int, int]]:
    """Every pair of equal runs of `size` words that do not overlap, by rows of the corpus."""
    corpus = make_corpus(texts)
    runs = [
        (row, corpus.words[row : row + size].tolist())
        for row in range(len(corpus) - size + 1)
        if corpus.document[row] == corpus.document[row + size - 1]
    ]
    pairs = combinations(runs, 2)
    return {(a, a + size, b, b + size) for (a, one), (b, other) in pairs if one == other and b >= a + size}


@given(TEXTS)
def test_plain_seeds_are_those_of_the_slow_reference(parts: list[str]) -> None:
    texts = {f"s{place}": text for place, text in enumerate(parts)}
    assert places(find_seeds(make_corpus(texts), ALL_RUNS)) == slow_runs(texts, 3)


def slow_content(texts: dict[str, str]) -> set[tuple[int, int, int, int]]:
    corpus = make_corpus(texts)
    grams = []
    for document in range(len(corpus.ids)):
        rows = [
            row
            for row in range(int(corpus.first[document]), int(corpus.first[document + 1]))
            if corpus.letters[row] >= CONTENT.content_letters
        ]
        for kind, pattern in enumerate(CONTENT.content_patterns):
            for place in range(len(rows) - pattern[-1]):
                taken = [rows[place + step] for step in pattern]
                grams.append((taken[0], taken[-1] + 1, (kind, corpus.stems[taken].tolist())))
    found = set()
    for one, other in combinations(sorted(grams, key=lambda gram: gram[:2]), 2):
        if one[2] == other[2] and other[0] >= one[1]:
            found.add((one[0], one[1], other[0], other[1]))
    return found


@given(TEXTS)
def test_content_seeds_are_those_of_the_slow_reference(parts: list[str]) -> None:
    texts = {f"s{place}": text for place, text in enumerate(parts)}
    assert places(find_seeds(make_corpus(texts), CONTENT)) == slow_content(texts)


@given(st.integers(9, 14), st.integers(0, 5), st.integers(0, 5))
def test_a_shared_run_of_the_guaranteed_length_is_seeded(length: int, before: int, after: int) -> None:
    runs_only = ReuseSettings(content_patterns=())
    run = " ".join(f"w{i}" for i in range(length))
    one = " ".join([*(f"x{i}" for i in range(before)), run, *(f"y{i}" for i in range(after))])
    assert len(find_seeds(make_corpus({"a": one, "b": run}), runs_only))


WORDS = st.sampled_from("a an at be by do he in it me no of on or so to up us we".split())
PADDING = st.lists(WORDS, max_size=30)
GUARANTEE = ReuseSettings().run_words + ReuseSettings().run_window - 1


@given(PADDING, PADDING, PADDING, PADDING, st.lists(WORDS, min_size=GUARANTEE, max_size=30))
def test_any_shared_run_of_the_guaranteed_length_is_seeded_whatever_stands_around_it(
    before: list[str], after: list[str], other_before: list[str], other_after: list[str], run: list[str]
) -> None:
    texts = {"a": " ".join([*before, *run, *after]), "b": " ".join([*other_before, *run, *other_after])}
    corpus = make_corpus(texts)
    begins = {"a": len(before), "b": len(other_before)}
    a, b = (int(corpus.first[place]) + begins[name] for place, name in enumerate(corpus.ids))
    seeds = find_seeds(corpus, ReuseSettings(content_patterns=(), max_holders=100))
    inside = (seeds.a >= a) & (seeds.a_end <= a + len(run)) & (seeds.b - seeds.a == b - a)
    assert inside.any()


LONG_WORDS = sorted({word.strip(".,") for word in f"{FERRY} {MILL} {BAKER}".split() if len(word) > 4})


@settings(max_examples=25, deadline=None)
@given(st.permutations(LONG_WORDS), st.integers(16, 20), st.integers(0, 12), st.integers(0, 12))
def test_a_planted_run_is_reported_with_its_exact_ends(
    words: list[str], length: int, before: int, other_before: int
) -> None:
    run, rest = words[:length], [str(7919 * number) for number in range(24)]  # none reads like a word
    text_a = " ".join(["one", *rest[:before], *run, "1"])
    text_b = " ".join(["two", *rest[12 : 12 + other_before], *run, "3"])
    (found,) = find_alignments({"a": text_a, "b": text_b}, ReuseSettings(), KNOWLEDGE)
    quoted = " ".join(run)
    assert text_a[found.a.start : found.a.end] == text_b[found.b.start : found.b.end] == quoted


def test_frequent_seeds_are_linked_and_not_squared() -> None:
    texts = {f"s{i:03}": f"{FERRY} {i} {MILL}" for i in range(200)}
    seeds = find_seeds(make_corpus(texts), ReuseSettings())
    each = len(find_seeds(make_corpus({"a": texts["s000"], "b": texts["s001"]}), ReuseSettings()))
    assert len(seeds) <= 2 * 200 * each


def test_seeds_do_not_reach_from_one_text_into_the_next() -> None:
    corpus = make_corpus({"a": "one two three", "b": "four five six", "c": "one two three four five six"})
    for a, a_end, b, b_end in places(find_seeds(corpus, ALL_RUNS)):
        assert corpus.document[a] == corpus.document[a_end - 1]
        assert corpus.document[b] == corpus.document[b_end - 1]
