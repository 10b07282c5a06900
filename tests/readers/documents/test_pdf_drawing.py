"""What a page draws: order of reading, raised digits, columns, text that nobody sees."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.documents.pdf_drawing import Drawing, Piece, count_odd_words

AS_IT_IS = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read(*pieces: Piece, fills: bool = False) -> tuple[str, str]:
    drawing = Drawing(list(pieces), fills)
    return drawing.read("".join(piece.text for piece in pieces))


def words(*texts: str, y: float = 700.0) -> list[Piece]:
    return [Piece(text, 50.0 + 40 * place, y, 12) for place, text in enumerate(texts)]


def test_arabic_that_is_drawn_from_the_left_is_put_in_the_order_of_reading() -> None:
    drawn = words(".", "2024", " ", "ﻣﺎرس", "  ", "12", " ", "اﻟﻤﻴﻨﺎء", " ", "ﻓﻲ", "\n")
    assert read(*drawn) == ("في الميناء 12 مارس 2024.\n", "")


def test_letters_that_are_drawn_one_by_one_make_words_again() -> None:
    assert read(*words("ل", "ﻋﻤﺎ", " ", "ﺻﺎﺑﺔ", "إ"))[0] == "إصابة عمال"


def test_hebrew_and_latin_on_one_line_keep_their_own_order() -> None:
    assert read(*words("Reuters", " ", "2024", " ", "שלום", " ", "עולם"))[0] == "עולם שלום Reuters 2024"
    assert read(*words("We", " said ", "שלום", " ", "עולם", " to all"))[0] == "We said עולם שלום to all"


def test_a_full_stop_that_stands_at_the_right_of_all_stays_at_the_end() -> None:
    assert read(*words("ﻋﺎﻣﻼ", " ", "ﻗﺎل", "."))[0] == "قال عاملا."


def test_arabic_that_is_drawn_from_the_right_stays_as_it_is() -> None:
    drawn = [Piece("قال", 400, 700, 12), Piece(" ", 390, 700, 12), Piece("المدير", 340, 700, 12)]
    assert read(*drawn) == ("قال المدير", "")


def test_words_whose_letters_are_turned_round_are_counted() -> None:
    assert count_odd_words("في الميناء يوم الثلاثاء مدينة") == 0
    assert count_odd_words("ةنيدم ريدملا لاق") == 1
    assert count_odd_words("םולש ﻨﺎﻴﻟ") == 2
    assert count_odd_words("Plain English text.") == 0


def test_lines_that_begin_with_the_end_of_a_sentence_are_counted() -> None:
    assert count_odd_words(".2024 مارس يوم المدير قال\n؟الميناء في ماذا") == 2
    assert count_odd_words("قال المدير في 2024.\nماذا؟\n...في الميناء\n.com address") == 0


def test_a_small_digit_above_the_line_is_a_raised_digit() -> None:
    line = [Piece("on Tuesday.", 50, 700, 12), Piece("1", 110, 704, 7), Piece(" He said so.", 114, 700, 12)]
    assert read(*line)[0] == "on Tuesday.¹ He said so."
    low = [Piece("CO", 50, 700, 12), Piece("2", 66, 697, 7)]
    assert read(*low)[0] == "CO2"
    next_line = [Piece("said so\n", 50, 700, 12), Piece("7", 50, 703, 7)]
    assert read(*next_line)[0] == "said so\n7"


LEFT = (
    "The left column begins here\n",
    "and tells of the harbour with\n",
    "boats that were counted there.\n",
)
RIGHT = (
    "The right column begins here\n",
    "and tells of the railway with\n",
    "trains that were stopped by it.\n",
)


def rows(left: tuple[str, ...], right: tuple[str, ...]) -> list[Piece]:
    pairs = enumerate(zip(left, right, strict=True))
    return [
        Piece(text, x, 700.0 - 14 * row, 12)
        for row, pair in pairs
        for x, text in zip((60.0, 310.0), pair, strict=True)
    ]


def test_columns_that_are_drawn_row_by_row_are_read_one_after_the_other() -> None:
    assert read(*rows(LEFT, RIGHT))[0] == "".join((*LEFT, *RIGHT))


def test_columns_on_one_line_of_text_are_told_by_the_gap() -> None:
    pieces = [
        Piece(p.text.replace("\n", " " if p.x < 100 else "\n"), p.x, p.y, 12) for p in rows(LEFT, RIGHT)
    ]
    assert read(*pieces)[0].split() == "".join((*LEFT, *RIGHT)).split()


def test_the_rows_of_a_table_stay_rows() -> None:
    left, right = ("Harbour office of Riverton\n",) * 4, ("Counted in the year of the storm\n",) * 4
    assert read(*rows(left, right))[0] == (left[0] + right[0]) * 4


def test_white_text_and_text_without_ink_is_not_what_a_reader_sees() -> None:
    drawing = Drawing()
    for operator, operands, text in (
        (b"rg", [0, 0, 0], "Seen by all.\n"),
        (b"rg", [1, 1, 1], "White text.\n"),
        (b"g", [0], "Also seen.\n"),
        (b"Tr", [3], "Without ink."),
    ):
        drawing.hear_operator(operator, operands, AS_IT_IS, AS_IT_IS)
        drawing.hear_operator(b"Tj", [], AS_IT_IS, AS_IT_IS)
        drawing.hear_text(text, AS_IT_IS, AS_IT_IS, None, 12.0)
    drawn = "".join(piece.text for piece in drawing.pieces)
    assert drawing.read(drawn) == ("Seen by all.\nAlso seen.\n", "White text. Without ink.")
    drawing.hear_operator(b"Do", [], AS_IT_IS, AS_IT_IS)
    assert drawing.read(drawn) == (drawn, "")


def test_a_page_that_is_all_without_ink_is_the_text_of_a_scan() -> None:
    assert read(Piece("All of it.", 50, 700, 12, is_hidden=True)) == ("All of it.", "")


def test_the_state_before_is_back_after_it_was_restored() -> None:
    drawing = Drawing()
    for operator, operands in ((b"q", []), (b"rg", [1.0, 1.0, 1.0]), (b"Q", [])):
        drawing.hear_operator(operator, operands, AS_IT_IS, AS_IT_IS)
    assert not drawing.is_white


def test_pieces_that_are_not_the_text_change_nothing() -> None:
    assert Drawing(words("a", "b")).read("other") == ("other", "")


@given(
    st.lists(
        st.builds(
            Piece,
            st.text("abc12 .\nقالﻣﺎשל", max_size=6),
            st.floats(0, 600),
            st.floats(0, 800),
            st.floats(0, 30),
        ),
        max_size=30,
    )
)
def test_no_letter_is_lost_or_made(pieces: list[Piece]) -> None:
    drawn = "".join(piece.text for piece in pieces)
    text, hidden = Drawing(pieces).read(drawn)
    assert len("".join(text.split())) == len("".join(drawn.split())) and hidden == ""
