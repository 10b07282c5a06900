"""Changes inside a copy that are easily told as less than they are, or as something else."""

import pytest

from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_alignments
from tests.reuse.cases import BAKER, FERRY, MILL, SETTINGS

Told = tuple[str, str, str, str]
Value = tuple[str, str, str]


def told(one: str, other: str, frame: str = f"{FERRY} {{}} {MILL}") -> list[Told]:
    """Kind, readings and judgement of the changes between two sentences in one surrounding text."""
    texts = {"a": frame.format(one), "b": frame.format(other)}
    (found,) = find_alignments(texts, SETTINGS, load_knowledge())
    for change in found.changes:
        assert texts["a"][change.a_start : change.a_end] == change.a_text
        assert texts["b"][change.b_start : change.b_end] == change.b_text
    return [(c.kind.value, c.a_text, c.b_text, c.judgement) for c in found.changes]


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        (
            "Wheat fetched 8.3 dollars a bushel.",
            "Wheat fetched 3.8 dollars a bushel.",
            ("number", "8.3 dollars", "3.8 dollars"),
        ),
        ("Rents rose by 7.1% here.", "Rents rose by 1.7% here.", ("number", "7.1%", "1.7%")),
        ("The span is 9,2 metres.", "The span is 2,9 metres.", ("number", "9,2", "2,9")),
        (
            "The lease ended on 05/06/1998 at last.",
            "The lease ended on 06/05/1998 at last.",
            ("date", "05/06/1998", "06/05/1998"),
        ),
        (
            "The lease ended on 7.8.1998 at last.",
            "The lease ended on 8.7.1998 at last.",
            ("date", "7.8.1998", "8.7.1998"),
        ),
        ("The rowers won 4-1 at home.", "The rowers won 1-4 at home.", ("number", "4-1", "1-4")),
        ("The shaft is 9.5 deep.", "The shaft is 5 deep.", ("number", "9.5", "5")),
        ("The train left at 11:09 today.", "The train left at 09:11 today.", ("number", "11:09", "09:11")),
    ],
)
def test_a_number_of_the_same_figures_is_one_changed_value(one: str, other: str, change: Value) -> None:
    assert [each[:3] for each in told(one, other)] == [change]


def test_what_is_counted_in_another_order_is_no_turned_number() -> None:
    found = told("They sold 18 sheep and 5 cows.", "They sold 5 cows and 18 sheep.", f"{BAKER} {{}} {MILL}")
    assert ("number", "18 sheep and 5", "5 cows and 18", "") not in found


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ("The fair opens on Sunday here.", "The fair opens on demand here.", ("wording", "Sunday", "demand")),
        ("It burned in 1702 or so.", "It burned long ago or so.", ("date", "in 1702", "long ago")),
        ("The pipe is 30 metres long.", "The pipe is 30 yards long.", ("number", "30 metres", "30 yards")),
        ("They waited six days there.", "They waited six weeks there.", ("number", "six days", "six weeks")),
        ("It ends at 9.15 am there.", "It ends at 9.15 pm there.", ("number", "9.15 am", "9.15 pm")),
        ("In 1789 the barn fell.", "In 17B9 the barn fell.", ("ocr", "1789", "17B9")),
        ("At least 70 sheep drowned.", "70 sheep drowned.", ("hedge", "At least", "")),
    ],
)
def test_a_value_has_its_unit_and_a_date_is_a_time(one: str, other: str, change: Value) -> None:
    assert [each[:3] for each in told(one, other)] == [change]


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ("R. Okafor kept the lock.", "T. Okafor kept the lock.", ("R. Okafor", "T. Okafor")),
        (
            "A clerk of the Department of Transport came.",
            "A clerk of the Department of Education came.",
            ("Department of Transport", "Department of Education"),
        ),
        (
            "A clerk of the Justice Ministry came.",
            "A clerk of the Interior Ministry came.",
            ("Justice Ministry", "Interior Ministry"),
        ),
        ("It was dry, Steele said.", "It was dry, Steel said.", ("Steele", "Steel")),
    ],
)
def test_common_words_and_initials_can_be_names(one: str, other: str, change: tuple[str, str]) -> None:
    ((kind, *sides, _),) = told(one, other)
    assert (kind, tuple(sides)) == ("name", change)


def test_a_headline_in_capitals_names_nobody() -> None:
    found = told("Villagers Fear Army\n", "Villagers Praise Army\n", f"{FERRY}\n\n{{}}\n{MILL}")
    assert "name" not in {kind for kind, *_ in found}


_SCANNED = (
    "The vessel was seen from the lighthouse of Corsica upon Saturday in the morning, and the passengers"
    " said that the mast was broken near the base. The Messenger of the port wrote that two hundred barrels"
    " of salt were lost, and that the master was carried ashore by his sons in the first boat."
)
_MISREAD = (
    "Tbe vefsel was feen frorn the lighthoufe of Corfica upon Satnrday iu fhe morning, aud the paffengers"
    " faid that the maft was brokcn uear the bafe. The Meffenger of the p0rt wrote that two hundrcd barrels"
    " of falt were lofl, and that the mafter was carricd afhore by hif fons in the firft boat."
)


def test_in_a_bad_scan_damaged_words_are_misreadings_and_no_other_names() -> None:
    found = told(_SCANNED, _MISREAD)
    assert {(kind, judgement) for kind, _, _, judgement in found} == {("ocr", "possible misreading")}
    other = told(_SCANNED, _MISREAD.replace("Corfica", "Sardinia").replace("by hif", "by her"))
    told_apart = {each[:3] for each in other if each[0] != "ocr"}
    assert told_apart == {("name", "Corsica", "Sardinia"), ("wording", "his", "her")}


def test_one_damaged_word_makes_no_bad_scan() -> None:
    one = _SCANNED.replace("Corsica", "Barker").replace("mast", "rnast")
    assert ("name", "Barker", "Parker") in [
        each[:3] for each in told(one, _SCANNED.replace("Corsica", "Parker"))
    ]


_HARBOUR = (
    "昨天上午港务局在记者会上表示新码头的建设已经完成{}并且欢迎各地的船只前来停靠而附近的居民担心噪音会影响他们的生活"
    "因此要求政府在夜间限制货车通行直到新的道路建成为止。"
)


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ("，将于九月三日开放", "，将于九月二十三日开放", ("date", "九月三日", "九月二十三日")),
        ("，造价六千八百万元", "，造价八千六百万元", ("number", "六千八百万元", "八千六百万元")),
        ("，共有七人受伤", "，共有九人受伤", ("number", "七人", "九人")),
        ("，造价六十八亿元", "，造价68亿元", ("typography", "六十八亿元", "68亿元")),
        ("，造价42万元", "，造价24万元", ("number", "42万", "24万")),
        ("，负责人张三丰到场", "，负责人张四丰到场", ("wording", "三", "四")),
    ],
)
def test_numerals_in_han_characters_are_values_beside_what_they_count(
    one: str, other: str, change: Value
) -> None:
    assert [each[:3] for each in told(one, other, _HARBOUR)] == [change]


_GERMAN = (
    "Am frühen Abend standen die Pferde noch auf der Wiese hinter dem Gasthof, und der Wirt erzählte allen"
    " von der Flut. {} Danach gingen alle hinunter an den Bach, um die Brücke zu sehen, die der Sturm in der"
    " letzten Nacht beschädigt hatte."
)
_RUSSIAN = (
    "Вечером на площади собрались жители посёлка, которые хотели узнать, когда починят мост через реку. {}"
    " Потом все пошли домой, потому что начался дождь, а дорога вдоль берега была уже совсем тёмной."
)


def test_other_languages_have_words_for_not() -> None:
    one, other = "Глава района обещал помочь им.", "Глава района не обещал помочь им."
    assert told(one, other, _RUSSIAN) == [("negation", "", "не", "")]
    one, other = "Der Förster hat sie gesehen.", "Der Förster hat sie nicht gesehen."
    assert told(one, other, _GERMAN) == [("negation", "", "nicht", "")]


def test_letters_written_out_are_another_spelling_in_any_language() -> None:
    found = told("Es sprach Götz Schröder.", "Es sprach Goetz Schroeder.", _GERMAN)
    assert {judgement for _, _, _, judgement in found} == {"another spelling"}


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ("It was -7 degrees there.", "It was 7 degrees there.", ("number", "-7", "7")),
        ("A quarter of it was sold.", "Half of it was sold.", ("number", "A quarter", "Half")),
        ("Three fifths of it was sold.", "Two fifths of it was sold.", ("number", "Three", "Two")),
        ("It holds 2.500 litres now.", "It holds 2,500 litres now.", ("typography", "2.500", "2,500")),
        (
            "It cost 3.5 million dollars.",
            "It cost 3,5 million dollars.",
            ("typography", "3.5 million dollars", "3,5 million dollars"),
        ),
        ("They came in the second week.", "They came in the fourth week.", ("number", "second", "fourth")),
        ("It sold for 4,O50 crowns.", "It sold for 4,050 crowns.", ("ocr", "4,O50", "4,050")),
        (
            "Samir al-Khatib kept the lock.",
            "Nadim al-Jabiri kept the lock.",
            ("name", "Samir al-Khatib", "Nadim al-Jabiri"),
        ),
        (
            "Pieter van Dongen kept the lock.",
            "Pieter van Houten kept the lock.",
            ("name", "Pieter van Dongen", "Pieter van Houten"),
        ),
    ],
)
def test_signs_parts_and_particles_belong_to_their_values(one: str, other: str, change: Value) -> None:
    assert [each[:3] for each in told(one, other)] == [change]


def test_a_dash_before_a_figure_is_no_sign() -> None:
    found = told("They sold 5 - 7 boats.", "They sold 5 7 boats.")
    assert "number" not in {kind for kind, *_ in found}
