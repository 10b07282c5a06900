"""Single quotation marks among apostrophes, as a slow reader finds them."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.kinds.quotations import MOST_CHARACTERS, find_single


def slowly(text: str) -> list[tuple[int, int]]:
    """The same, a character at a time."""
    found, opened = [], -1
    for place, mark in enumerate(text):
        before, after = text[place - 1] if place else " ", text[place + 1 : place + 2]
        if mark in "'\u2018" and after.isalpha() and (before.isspace() or before in "(\u201c\u2014"):
            opened = place
        elif mark in "'\u2019" and place and before in ".,!?\u2026" and not (after.isalnum() or after == "_"):
            if 0 <= opened and place + 1 - opened <= MOST_CHARACTERS:
                found.append((opened, place + 1))
                opened = -1
    return found


@given(st.text(st.sampled_from("a1_ \n.,!('\u2018\u2019\u201c\u2014\u0436"), max_size=40))
def test_marks_are_those_of_a_slow_reader(text: str) -> None:
    assert find_single(text) == slowly(text)


def test_apostrophes_open_nothing() -> None:
    assert find_single("The crew's boat, the 'Ada,' wasn't the owners'.") == [(21, 27)]
