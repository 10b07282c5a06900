"""Lines on pages → paragraphs: joined where a reader joins them, left alone where that is not certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.documents.pdf_pages import find_edges, lay_out_pages
from tests.growth import steps

FULL = "The harbour board met on Tuesday and heard that the wall had been"


def lay_out(*pages: str, title: str | None = None) -> list[str]:
    return [block.text for block in lay_out_pages(pages, title) if block.kind is None]


def test_lines_of_a_paragraph_are_one_line_and_a_short_line_ends_it() -> None:
    page = f"{FULL}\nRepaired in 1987 by the firm of Adeyemi and Sons, who had also\nbuilt the pier."
    page += f"\n{FULL}\nsold."
    first, second = lay_out(page)
    assert first.endswith(
        "been Repaired in 1987 by the firm of Adeyemi and Sons, who had also built the pier."
    )
    assert second.endswith("had been sold.")


def test_headings_lists_and_tables_keep_their_lines() -> None:
    page = f"What was lost\n• two boats\n• a crane\nWall 2.4\nBoats 0.1\n{FULL}\nsold."
    assert lay_out(page) == ["What was lost\n• two boats\n• a crane\nWall 2.4\nBoats 0.1", f"{FULL} sold."]


def test_rows_of_figures_are_no_paragraph() -> None:
    rows = [" ".join(str(number * 137 + row) for number in range(1, 16)) for row in range(4)]
    assert lay_out("\n".join(rows))[0].count("\n") + len(lay_out("\n".join(rows))) == 4


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The inter-\nnational court. An international court.", "international court. An"),
        ("The well-\nknown agreement, so well-known.", "well-known agreement"),
        ("The harbour wall and all that had been built beside it at north-\nEast quay", "north-East"),
        ("The harbour wall and all that had been built beside it was OPTIO-\nNAL, OPTIONAL", "was OPTIONAL,"),
    ],
)
def test_hyphens_at_line_ends_go_as_the_document_writes_the_word(body: str, expected: str) -> None:
    assert expected in " ".join(lay_out(f"{FULL}\n{body}"))


def test_an_unknown_word_is_joined_in_a_hyphenated_document_only() -> None:
    plain = "\n".join([FULL] * 9)
    assert "sedimen-tation" in " ".join(
        lay_out(f"{plain}\nThe harbour board was told about the sedimen-\ntation.")
    )
    often = "\n".join(
        ["The harbour board was told of the sedi-", "mentation that the engineers had observed"] * 5
    )
    assert "sedimentation" in " ".join(lay_out(often))


def test_a_paragraph_goes_on_over_the_page_break_and_the_edges_follow_it() -> None:
    first = f"Velmouth Board\n{FULL}\n{FULL}\n1"
    second = f"Velmouth Board\nsold to the town.\n{FULL}.\n2"
    blocks = lay_out_pages([first, second], None)
    texts = [block.text for block in blocks]
    assert texts[1:4] == [f"{FULL} {FULL} sold to the town.", "1", "Velmouth Board"]
    assert [block.text for block in blocks if block.kind] == ["Velmouth Board", "1", "Velmouth Board", "2"]


def test_a_page_number_counts_with_the_pages() -> None:
    pages = [["Title of the report", f"{page + 7}"] for page in range(3)]
    assert find_edges(pages, None)[2, 1] == "page number at the edge of 3 of 3 pages"
    figures = [["A", "12"], ["B", "99"], ["C", "5"]]
    assert find_edges(figures, None) == {}


def test_odd_and_even_pages_may_have_their_own_header() -> None:
    pages = [["Left head" if page % 2 else "Right head", f"body {page} of this"] for page in range(6)]
    assert [place for place in find_edges(pages, None)] == [(page, 0) for page in (0, 2, 4, 1, 3, 5)]


def test_the_title_on_the_first_page_is_no_header_although_it_returns() -> None:
    pages = [["Tide Tables", "x"], ["Tide Tables", "y"], ["Tide Tables", "z"]]
    assert sorted(find_edges(pages, "Tide Tables")) == [(1, 0), (2, 0)]
    assert sorted(find_edges(pages, None)) == [(0, 0), (1, 0), (2, 0)]


def test_a_line_that_returns_once_in_a_long_document_is_text() -> None:
    pages = [[f"Chapter of {word}"] for word in "alpha beta gamma delta alpha epsilon zeta".split()]
    assert find_edges(pages, None) == {}


def test_a_title_of_several_lines_is_one_line() -> None:
    page = "Tide tables for\nVelmouth\nBy Ann Lee"
    assert lay_out(page, title="Tide Tables for Velmouth") == ["Tide tables for Velmouth", "By Ann Lee"]


def test_a_footnote_does_not_go_on_a_line_of_the_body() -> None:
    page = f"{FULL}\n{FULL} checked1 and\n1 In March. The harbour board met on Tuesday and heard that it"
    assert lay_out(page)[-1].startswith("1 In March")


@given(st.lists(st.text(st.sampled_from("aB1 .-\n•日\u2028"), max_size=120), max_size=6))
def test_no_character_but_white_space_and_hyphens_is_lost(pages: list[str]) -> None:
    def reduce(text: str) -> str:
        return "".join(
            sorted(character for character in text if not character.isspace() and character != "-")
        )

    blocks = lay_out_pages(pages, None)
    assert reduce("".join(block.text for block in blocks)) == reduce("".join(pages))


@pytest.mark.parametrize(
    "piece", ["a\n", f"{FULL}\n", "word-\nword ", "1\n", "\n", "• x\n", "a" * 50 + "-\n"]
)
def test_steps_grow_with_the_length(piece: str) -> None:
    small, large = (steps(lambda n=count: lay_out_pages([piece * n] * 3, "a")) for count in (100, 400))
    assert large <= small * 5
