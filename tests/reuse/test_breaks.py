"""Furniture inside passages, and texts that repeat themselves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.reuse import ReuseKind
from provenance.model.spans import Span
from provenance.reuse import describe_repetitions, find_alignments, find_passages, find_repetitions
from provenance.reuse.passages.repetitions import MOST_PLACES
from tests.growth import steps
from tests.reuse.cases import BAKER, FERRY, KNOWLEDGE, MILL, SETTINGS

ADVERT = "ADVERTISEMENT Buy two pairs of boots this week and pay for one."


def spans(source_id: str, text: str, *parts: str) -> list[Span]:
    return [Span(source_id, text.index(part), text.index(part) + len(part)) for part in parts]


def test_no_passage_holds_furniture_and_its_parts_quote_the_article() -> None:
    a, b = f"{FERRY}\n\n{ADVERT}\n\n{MILL}", f"{FERRY}\n\n{MILL}"
    found = find_alignments({"a": a, "b": b}, SETTINGS, KNOWLEDGE, {"a": spans("a", a, ADVERT)})
    texts = {"a": a, "b": b}
    quotes = [(x.a.quote(texts[x.a.source_id]), x.b.quote(texts[x.b.source_id])) for x in found]
    assert quotes == [(FERRY, FERRY), (MILL, MILL)]
    assert {x.kind for x in found} == {ReuseKind.VERBATIM}
    assert all(x.changes == () for x in found)


def test_a_part_too_short_to_stand_alone_is_worth_it_beside_the_rest() -> None:
    tail = "And the children never forgot the day it turned again."
    a, b = f"{FERRY}\n\n{ADVERT}\n\n{tail}", f"{FERRY} {tail}"
    found = find_alignments({"a": a, "b": b}, SETTINGS, KNOWLEDGE, {"a": spans("a", a, ADVERT)})
    assert sorted(len(x.a) for x in found) == sorted(map(len, (FERRY, tail)))


def test_furniture_that_texts_share_is_no_passage() -> None:
    a, b = f"{FERRY}\n\n{BAKER}", f"{MILL}\n\n{BAKER}"
    furniture = {"a": spans("a", a, BAKER), "b": spans("b", b, BAKER)}
    assert find_alignments({"a": a, "b": b}, SETTINGS, KNOWLEDGE, furniture) == []
    assert len(find_alignments({"a": a, "b": b}, SETTINGS, KNOWLEDGE)) == 1


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 300), st.integers(1, 200))
def test_wherever_furniture_stands_no_passage_meets_it(start: int, length: int) -> None:
    a, b = f"{FERRY} {MILL} {BAKER}", f"{FERRY} {MILL} {BAKER}\n"
    part = Span("a", start, start + length)
    for found in find_alignments({"a": a, "b": b}, SETTINGS, KNOWLEDGE, {"a": [part]}):
        side = found.a if found.a.source_id == "a" else found.b
        assert not side.overlap(part)


def test_what_a_text_repeats_is_told_beyond_its_first_places() -> None:
    text = "\n\n".join([FERRY] * (MOST_PLACES + 5))
    found = find_repetitions({"a": text, "b": MILL})
    assert list(found) == ["a"]
    assert 4 * len(FERRY) < sum(map(len, found["a"])) < 6 * len(FERRY)
    assert f"more than {MOST_PLACES} times" in describe_repetitions(found["a"])
    assert find_repetitions({"a": "\n\n".join([FERRY] * MOST_PLACES)}) == {}


def test_a_line_a_thousand_times_gives_no_thousand_passages() -> None:
    counts = [
        len(find_alignments({"a": "\n\n".join([FERRY] * times)}, SETTINGS, KNOWLEDGE))
        for times in (200, 1000)
    ]
    assert counts[0] == counts[1] <= 2 * MOST_PLACES


def test_passages_of_repeated_lines_are_no_square_of_the_text() -> None:
    text = "\n\n".join([FERRY] * 500)
    found = find_alignments({"a": text, "b": f"{text}\n\n{MILL}"}, SETTINGS, KNOWLEDGE)
    assert sum(len(x.a) + len(x.b) for x in found) < 20 * len(text)


def test_a_text_like_itself_everywhere_says_what_was_left_out() -> None:
    lines = [
        f"Lot {n * 37 % 997} of {n * 11 % 89} went to a buyer from Hull for {n} crowns." for n in range(900)
    ]
    found = find_passages({"a": "\n".join(lines)}, SETTINGS, KNOWLEDGE)
    assert len(found.alignments) <= 400
    assert dict(found.left_out).keys() <= {"a"}


def test_steps_grow_with_repetition() -> None:
    def work(times: int) -> None:
        find_alignments({"a": "\n\n".join([FERRY] * times)}, SETTINGS, KNOWLEDGE)

    assert steps(lambda: work(2000)) < 2.5 * steps(lambda: work(1000))


def test_a_text_set_with_other_marks_throughout_has_few_changes() -> None:
    words = [f"word{n}" for n in range(800)]
    (found,) = find_alignments({"a": " ".join(words), "b": "-".join(words)}, SETTINGS, KNOWLEDGE)
    assert len(found.changes) == 1
    (change,) = found.changes
    assert change.a_text.split() == change.b_text.strip("-").split("-")
