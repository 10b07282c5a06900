"""The clause around a place in a text."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.conflicts.clauses import LONGEST_CLAUSE, clause_around
from tests.growth import steps


def clause(text: str, words: str) -> str:
    start = text.index(words)
    return clause_around(text, "s", start, start + len(words), (0, len(text))).quote(text)


def test_clause_goes_from_break_to_break_but_keeps_four_words_on_each_side() -> None:
    text = "In the old harbour of the town, the ferry sank with twelve people on board one fine day, he said."
    assert clause(text, "twelve people") == "the ferry sank with twelve people on board one fine day"


def test_clause_without_breaks_is_cut_at_words() -> None:
    text = "so it was " * 200 + "twelve people " + "as they told " * 200
    found = clause(text, "twelve people")
    assert "twelve people" in found
    assert len(found) <= LONGEST_CLAUSE


def test_a_comma_or_colon_inside_a_figure_ends_no_clause() -> None:
    text = "the storm left 12,500 farms cut off and closed nearly 40 roads in the hills, the county said."
    whole = "the storm left 12,500 farms cut off and closed nearly 40 roads in the hills"
    assert clause(text, "nearly") == whole
    assert clause("the last one left at 13:20 from the old quay in the rain", "left at 13:20") == (
        "the last one left at 13:20 from the old quay in the rain"
    )


def test_a_clause_that_ends_a_bracket_begins_before_it() -> None:
    text = "The herd gave milk (18 litters; none sick) and grew 12 kilos on the new oats at Vik, they say."
    whole = "The herd gave milk (18 litters; none sick) and grew 12 kilos on the new oats at Vik"
    assert clause(text, "12 kilos") == whole
    text = "The herd grew 12 kilos (on oats; none was sick) and they wrote it down for the next of kin."
    assert clause(text, "grew 12 kilos") == "The herd grew 12 kilos (on oats; none was sick)"


def test_a_clause_of_a_script_without_spaces_ends_at_its_own_marks() -> None:
    text = "新渡轮将于九月启航，票价由十八元涨到二十三元，市民对此意见不一，有人叫好。" * 3
    assert clause(text, "二十三元") == "票价由十八元涨到二十三元，市民对此意见不一"
    assert clause(text, "十八元") == "新渡轮将于九月启航，票价由十八元涨到二十三元"


@given(st.text(st.sampled_from("ab ,-\n"), min_size=1, max_size=400), st.data())
def test_clause_holds_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end].strip(" \n,-"):
        found = clause_around(text, "s", start, end, (0, len(text)))
        assert text[start:end].strip(" \n,;:") in found.quote(text)


def test_sentence_of_a_whole_page_costs_no_more_than_a_short_one() -> None:
    def cost(words: int) -> int:
        text = "a, " * words + "twelve people" + ", a" * words
        return steps(lambda: clause(text, "twelve people"))

    assert cost(20_000) <= cost(2_000) + 100
