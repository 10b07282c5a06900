"""Near-duplicate texts."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.fingerprint import find_near_duplicates, fingerprint_all
from provenance.fingerprint.near import compare_sets
from provenance.fingerprint.shingle_sets import shingle_sets
from provenance.model.fingerprints import NearDuplicate
from provenance.model.settings import FingerprintSettings

SETTINGS = FingerprintSettings()
TOPICS = {
    "wreck": "the steamer struck the reef in fog and the boats took the passengers to the lighthouse at dawn",
    "vote": "матч отложили из-за снега и билеты на игру остаются действительны до новой даты в апреле",
    "plant": "انفجر المصنع في الساعة الثالثة فجرا ونقل العمال الى المستشفى القريب من الميناء القديم",
    "quake": "昨夜の地震で橋が二つ落ち、町の人々は学校に避難した。電気はまだ戻っていない。",
}


def find(texts: dict[str, str]) -> list[NearDuplicate]:
    return find_near_duplicates(texts, SETTINGS)


def prose(start: int, end: int) -> str:
    return " ".join(f"word{i}" for i in range(start, end))


def slow_resemblance(one: str, other: str) -> float:
    """Jaccard coefficient of sets of three words, as a person would count it."""
    sets = [
        {tuple(words[i : i + 3]) for i in range(len(words) - 2)} for words in (one.split(), other.split())
    ]
    both = sets[0] | sets[1]
    return len(sets[0] & sets[1]) / len(both) if both else 0.0


def test_a_text_with_a_few_words_changed_is_found() -> None:
    found = find({"a": prose(0, 200), "b": prose(0, 90) + " other " + prose(91, 200), "c": prose(900, 1100)})
    assert [(each.a, each.b, each.cluster) for each in found] == [("a", "b", "a")]
    assert 0.9 < found[0].resemblance < 1.0


def test_containment_is_reported_and_joins_no_cluster() -> None:
    texts = {"long": prose(0, 1000), "short": prose(0, 100), "most": prose(0, 400)}
    found = find(texts)
    assert [(each.a, each.b) for each in found] == [("long", "most")]
    assert found[0].containment == 1.0
    assert 0.35 < found[0].resemblance < 0.45


def test_components_take_the_name_of_their_least_member() -> None:
    found = find({"c": prose(0, 100), "b": prose(0, 101), "a": prose(0, 102), "z": prose(500, 600)})
    assert {each.cluster for each in found} == {"a"}


def test_many_copies_are_linked_and_not_squared() -> None:
    found = find({f"s{i:03}": prose(0, 60) for i in range(100)})
    assert {each.cluster for each in found} == {"s000"}
    assert len({each.a for each in found} | {each.b for each in found}) == 100
    assert len(found) < 300


def test_any_script_is_compared() -> None:
    for text in TOPICS.values():
        found = find({"a": text, "b": text + " " + text[:20], "c": prose(0, 50)})
        assert [(each.a, each.b) for each in found] == [("a", "b")]


def test_texts_without_words_are_left_out() -> None:
    assert find({"a": "", "b": "", "c": "!?"}) == []
    assert find({}) == []


def test_hostile_texts_are_compared_like_others() -> None:
    texts = {"a": "\0" * 90, "b": "x" * 50_000, "c": "same line\n" * 10_000, "d": "same line\n" * 9_000}
    assert [(each.a, each.b, each.resemblance) for each in find(texts)] == [("c", "d", 1.0)]


def test_the_order_of_the_texts_does_not_matter() -> None:
    texts = {"b": prose(0, 101), "a": prose(0, 100), "c": prose(3, 104)}
    assert find(texts) == find(dict(sorted(texts.items())))


def test_signatures_made_before_give_the_same() -> None:
    texts = {"b": prose(0, 101), "a": prose(0, 100), "c": "", "d": prose(3, 104)}
    prints = fingerprint_all(((name, "", text, text) for name, text in texts.items()), SETTINGS)
    assert find_near_duplicates(prints.shingles, SETTINGS, prints.signatures) == find(texts)


WORDS = st.sampled_from("ash birch cedar dogwood elm fir gorse hazel ivy juniper larch maple".split())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=40), min_size=2, max_size=6))
def test_what_is_found_has_the_resemblance_that_all_pairs_compared_have(parts: list[list[str]]) -> None:
    base = " ".join(f"tree{i}" for i in range(25))
    texts = {str(i): f"{base} {' '.join(part)}" for i, part in enumerate(parts)}
    expected = {
        (a, b): round(slow_resemblance(texts[a], texts[b]), 4)
        for a, b in combinations(sorted(texts), 2)
        if slow_resemblance(texts[a], texts[b]) >= SETTINGS.near_duplicate
    }
    found = {(each.a, each.b): each.resemblance for each in find(texts)}
    assert found.items() <= expected.items()
    sure = {pair: value for pair, value in expected.items() if value >= 0.45}
    assert sure.items() <= found.items()


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparing_is_symmetric_and_within_its_range(one: str, other: str) -> None:
    sets = shingle_sets({"a": one, "b": other}, 2)
    there, back = compare_sets(sets.of(0), sets.of(1)), compare_sets(sets.of(1), sets.of(0))
    assert there == back
    assert 0 <= there[0] <= there[1] <= 1
