"""Near-duplicate texts."""

from provenance.fingerprint import find_near_duplicates, fingerprint
from provenance.model.fingerprints import NearDuplicate
from provenance.model.settings import FingerprintSettings

SETTINGS = FingerprintSettings()


def find(texts: dict[str, str]) -> list[NearDuplicate]:
    prints = [fingerprint(name, "", text, SETTINGS) for name, text in texts.items()]
    return find_near_duplicates(texts, prints, SETTINGS)


def prose(start: int, end: int) -> str:
    return " ".join(f"word{i}" for i in range(start, end))


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


def test_texts_without_words_are_left_out() -> None:
    assert find({"a": "", "b": "", "c": "!?"}) == []
    assert find({}) == []


def test_the_order_of_the_texts_does_not_matter() -> None:
    texts = {"b": prose(0, 101), "a": prose(0, 100), "c": prose(3, 104)}
    assert find(texts) == find(dict(sorted(texts.items())))
