"""Values of both sides are whole, equal ones silent; what moved, is not seen or numbers pages is told so."""

import unicodedata

import pytest

from tests.reuse.test_typed_changes import told

Value = tuple[str, str, str]


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ("It cost 60,000 marks.", "It cost 60 000 marks.", ("typography", "60,000", "60 000")),
        ("It cost 7.5 million euros.", "It cost €7.5m.", ("typography", "7.5 million euros", "€7.5m")),
        ("It cost £70 to enter.", "It cost 70 pounds to enter.", ("typography", "£70", "70 pounds")),
        ("It came in second again.", "It came in 2nd again.", ("typography", "second", "2nd")),
        ("It shuts at 21.15 now.", "It shuts at 21:15 now.", ("typography", "21.15", "21:15")),
        ("It fell on Sunday at noon.", "It fell on Sun. at noon.", ("typography", "Sunday", "Sun.")),
        (
            "It was sold on 6 July 1931.",
            "It was sold on 1931-07-06.",
            ("typography", "6 July 1931", "1931-07-06"),
        ),
        ("It takes nine (9) weeks.", "It takes 9 weeks.", ("typography", "nine (9)", "9")),
    ],
)
def test_one_value_written_otherwise_is_typography(one: str, other: str, change: Value) -> None:
    assert told(one, other)[0][:3] == change


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ("It cost 7.5 million euros.", "It cost €5.7 million.", ("7.5 million euros", "€5.7 million")),
        ("It cost £70 to enter.", "It cost 80 pounds to enter.", ("£70", "80 pounds")),
        ("It takes nine (9) weeks.", "It takes ten (10) weeks.", ("nine (9)", "ten (10)")),
        ("It shuts at 7 a.m. now.", "It shuts at 7 p.m. now.", ("7 a.m.", "7 p.m.")),
        ("It lost ¾ of its crew.", "It lost ¼ of its crew.", ("¾", "¼")),
        ("It was paid in pesos.", "It was paid in dollars.", ("pesos", "dollars")),
        ("The catch doubled.", "The catch tripled.", ("doubled", "tripled")),
        ("It was raided once.", "It was raided twice.", ("once", "twice")),
    ],
)
def test_another_value_is_one_change_from_end_to_end(one: str, other: str, change: tuple[str, str]) -> None:
    assert [each[:3] for each in told(one, other)] == [("number", *change)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("noon", "midnight"),
        ("yesterday", "today"),
        ("last week", "last year"),
        ("this spring", "this autumn"),
    ],
)
def test_another_time_without_a_figure_is_a_date(one: str, other: str) -> None:
    (change,) = told(
        f"The well was closed {one} by the warden.", f"The well was closed {other} by the warden."
    )
    assert change[0] == "date"


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ("a West Saxon coin", "an East Saxon coin", ("name", "West Saxon", "East Saxon")),
        ("the U.N. flag", "the A.U. flag", ("name", "U.N.", "A.U.")),
        ("the South Sudan team", "the Sudan team", ("name", "South Sudan", "Sudan")),
    ],
)
def test_parts_of_names(one: str, other: str, change: Value) -> None:
    assert change in [each[:3] for each in told(f"They saw {one} there.", f"They saw {other} there.")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two masons were hurt.", "Two masons were killed."),
        ("The rent fell again.", "The rent rose again."),
        ("The board sold it.", "The board bought it."),
    ],
)
def test_words_that_cannot_both_hold_are_opposed(one: str, other: str) -> None:
    ((kind, _, _, judgement),) = told(one, other)
    assert (kind, judgement) == ("wording", "opposed")


def test_other_words_are_not_opposed() -> None:
    ((kind, _, _, judgement),) = told("The rent fell again.", "The rent moved again.")
    assert (kind, judgement) == ("wording", "")


@pytest.mark.parametrize(
    ("one", "other", "changes"),
    [
        (
            "On Friday the weir was opened by the guild.",
            "The weir was opened by the guild on Friday.",
            [("On Friday", "on Friday", "moved")],
        ),
        (
            "She played Grieg and Sibelius to us.",
            "She played Sibelius and Grieg to us.",
            [("Grieg and Sibelius", "Sibelius and Grieg", "moved")],
        ),
        (
            "According to the guild, the weir leaks on both sides.",
            "The weir leaks on both sides, according to the guild.",
            [("According to the guild", "according to the guild", "moved")],
        ),
    ],
)
def test_what_changed_its_place_in_a_sentence_is_moved(one: str, other: str, changes: list[Value]) -> None:
    found = [each[1:] for each in told(one, other) if each[3]]
    assert found == changes


def test_who_did_what_to_whom_is_not_moved() -> None:
    changes = told("Then Grieg praised Sibelius in public.", "Then Sibelius praised Grieg in public.")
    assert {change[0] for change in changes} == {"name"}


def test_a_negation_that_went_over_to_another_word_is_wording() -> None:
    changes = told("He had not known of the leak.", "He had known nothing of the leak.")
    assert {change[0] for change in changes} == {"wording"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The nets that reported no catch were burned.", "The nets which reported no catch were burned."),
        ("Two hulls were reported lost.", "Two hulls are reported lost."),
        ("“We caught herring,” said the cook.", "“We caught mackerel,” said the cook."),
        ("It was the best in a single year.", "It was the best in a calendar year."),
    ],
)
def test_what_is_neither_speaker_nor_number(one: str, other: str) -> None:
    assert {change[0] for change in told(one, other)} == {"wording"}


def test_a_speaker_is_told_whole() -> None:
    changes = told("The warden said the weir leaks.", "Edda Holm said the weir leaks.")
    assert [change[:3] for change in changes] == [("attribution", "The warden", "Edda Holm")]


@pytest.mark.parametrize(
    "mark", ["\n\n57\n\n", "\n\n- 57 -\n\n", "\n\nPage 57\n\n", "\n57 THE GUILD REVIEW\n"]
)
def test_a_page_number_inside_of_a_sentence_is_typography(mark: str) -> None:
    one, other = "The weir, which was{}built of oak, leaks.".format, told
    assert {change[0] for change in other(one(" "), one(mark))} == {"typography"}


def test_a_number_that_belongs_to_its_sentence_is_none_of_a_page() -> None:
    changes = told("The weir was built of oaks.", "The weir was built of 57 oaks.")
    assert [change[0] for change in changes] == ["number"]


def test_numbered_lines_are_typography() -> None:
    lines = ["the weir was built", "of oak and of iron", "by the guild of millers", "who lived by the sluice"]
    numbered = [f"{number} {line}" for number, line in enumerate(lines, 1)]
    assert {change[0] for change in told("\n" + "\n".join(lines), "\n" + "\n".join(numbered))} == {
        "typography"
    }
    wrong = [f"{number} {line}" for number, line in zip((3, 1, 8, 2), lines, strict=True)]
    assert "number" in {change[0] for change in told("\n" + "\n".join(lines), "\n" + "\n".join(wrong))}


@pytest.mark.parametrize("sign", ["\u200b", "\u200e", "\u200f", "\u2060", "\ufe0f"])
def test_signs_that_are_not_seen_are_no_change(sign: str) -> None:
    text = "The weir was built of oak and iron by the guild."
    assert told(text, text.replace(" ", f"{sign} ").replace("oak", f"o{sign}ak")) == []


def test_another_encoding_of_a_letter_is_no_change() -> None:
    text = "Édith a payé le café à Orléans après la fête."
    assert told(text, unicodedata.normalize("NFD", text)) == []


def test_a_soft_hyphen_at_a_lines_end_joins_a_word() -> None:
    changes = told("The millers repaired it.", "The mil\u00ad\nlers repaired it.")
    assert [change[0] for change in changes] == ["typography"]


@pytest.mark.parametrize(
    ("frame", "one", "other", "change"),
    [
        (
            "Der Wirt schloss den Keller unter der alten Mühle und ging {} mit dem Hund zum Fluss, der sehr"
            " hoch stand, weil es in den Bergen seit Tagen geregnet hatte.",
            "am 4. Juni",
            "am 14. Juni",
            ("date", "4. Juni", "14. Juni"),
        ),
        (
            "El molinero cerró la puerta de la bodega y bajó {} con los perros al río, que venía muy alto por"
            " las lluvias que habían caído en la sierra.",
            "el jueves",
            "el domingo",
            ("date", "jueves", "domingo"),
        ),
        (
            "Le meunier ferma la porte de la cave et descendit avec les {} chiens au bord de la rivière, qui"
            " était très haute à cause des pluies dans la montagne.",
            "quatre",
            "sept",
            ("number", "quatre", "sept"),
        ),
        (
            "Мельник закрыл дверь погреба и {} пошёл с собаками к реке, которая стояла очень высоко из-за"
            " дождей, выпавших в горах за последние дни.",
            "не",
            "потом",
            ("negation", "не", "потом"),
        ),
        (
            "Il mugnaio chiuse la porta della cantina e {} tornare con i cani al fiume, molto alto per"
            " le piogge cadute sulle montagne negli ultimi giorni.",
            "deve",
            "può",
            ("modality", "deve", "può"),
        ),
        (
            "磨坊主关上地窖的门，{}桥上的裂缝，然后带着狗走到河边，因为山里连日下雨，河水涨得很高，村民们都很担心。",
            "没有看到",
            "看到",
            ("negation", "没有", ""),
        ),
        (
            "磨坊主{}关上地窖的门，然后带着狗走到河边，因为山里连日下雨，河水涨得很高，村民们都很担心桥会被冲走。",
            "星期二",
            "星期四",
            ("date", "星期二", "星期四"),
        ),
    ],
)
def test_other_languages_have_their_own_words(frame: str, one: str, other: str, change: Value) -> None:
    texts = [frame.format(part) for part in (one, other)]
    assert [each[:3] for each in told(*texts, frame="{}")] == [change]
