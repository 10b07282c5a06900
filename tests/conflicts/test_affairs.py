"""Texts about look-alike affairs are told apart by the names they share, and only where that is plain."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.conflicts.affairs import split_affairs


def _pile(first: str, second: str, common: str, size: int) -> dict[str, set[str]]:
    """Texts that share `common`; each half has words of its own, of which each text lacks one."""
    held = {}
    for letter, words in (("a", first.split()), ("b", second.split())):
        for number in range(size):
            left_out = words[number % len(words)]
            held[f"{letter}{number}"] = {*common.split(), *words} - {left_out}
    return held


_FIRST = "rahman mannheim weeks universum moscow povetkin"
_SECOND = "thompson berne williams stade suisse tiger"
_COMMON = "klitschko wba ibf ukraine"


def test_two_fights_of_one_boxer_are_two_affairs() -> None:
    found = split_affairs(_pile(_FIRST, _SECOND, _COMMON, 6))
    assert len({found[f"a{n}"] for n in range(6)}) == 1
    assert len({found[f"b{n}"] for n in range(6)}) == 1
    assert found["a0"] != found["b0"]


def test_texts_about_one_affair_stay_together() -> None:
    assert split_affairs(_pile(_FIRST, _FIRST, _COMMON, 8)) == {}


def test_few_texts_tell_nothing() -> None:
    assert split_affairs(_pile(_FIRST, _SECOND, _COMMON, 4)) == {}


def test_a_text_without_names_harms_nothing() -> None:
    pile = _pile(_FIRST, _SECOND, _COMMON, 6) | {"c": set()}
    found = split_affairs(pile)
    assert found["a0"] != found["b0"]
    assert split_affairs({}) == {}


@given(st.dictionaries(st.text(max_size=3), st.sets(st.sampled_from("abcdefghij"), max_size=5), max_size=24))
def test_the_order_of_texts_does_not_matter(names: dict[str, set[str]]) -> None:
    assert split_affairs(names) == split_affairs(dict(sorted(names.items(), reverse=True)))
