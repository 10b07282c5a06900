"""Whom a text credits, in which words, and of which of its words that speaks."""

import pytest

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment, Direction
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_alignments, judge_directions
from provenance.reuse.descent.attributions import Reach, find_attributions
from provenance.reuse.descent.credits import find_credit, find_credits, near_credits, publisher_names
from provenance.reuse.descent.naming import one_name, read_names
from provenance.reuse.descent.signatures import edge_lines, find_signatures, read_line
from provenance.reuse.descent.upstream import find_upstreams, is_agency, one_sided, shared_upstream
from tests.growth import steps
from tests.reuse.cases import BAKER, FERRY, MILL, SETTINGS, source

KNOWN = load_knowledge()
BODY = f"{FERRY}\n\n{MILL}"
CHANGED = BODY.replace("shortly before noon", "at dusk").replace("in April", "in June")


def judge(*sources: Source) -> list[Alignment]:
    """Alignments of these sources with their directions."""
    found = find_alignments({each.id: each.text for each in sources}, SETTINGS, KNOWN)
    return judge_directions(found, sources, KNOWN)


def credited(text: str, publisher: str, passages: list[Span] | None = None) -> str:
    """The words in which `text` credits the publisher, "" if it does not."""
    whole = [Span("b", 0, len(text))] if passages is None else passages
    found = near_credits(find_credits(text, KNOWN), whole)
    credit = find_credit(
        source("a", "", publisher=publisher),
        found,
        names=publisher_names(source("a", "", publisher=publisher), KNOWN),
    )
    return credit.quote if credit else ""


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("As the Valley Gazette", "the Valley Gazette"),
        ("On Tuesday The Observer", "The Observer"),
        ("Yesterday Seawire", "Seawire"),
        ("Monday the Record", "the Record"),
        ("Sunday Times", "Sunday Times"),
        ("Bank of the West", "Bank of the West"),
        ("On Sunday Times", "Times"),
        ("When Channel 4", "Channel 4"),
    ],
)
def test_words_that_begin_a_sentence_are_no_part_of_a_name(printed: str, name: str) -> None:
    assert read_names(printed)[0] == name
    assert printed in read_names(printed)


def test_two_names_beside_each_other_are_both_read() -> None:
    assert {"Reuters", "AFP"} <= set(read_names("Reuters and AFP")) & set(read_names("Reuters/AFP"))


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("As the Valley Gazette reported on Friday, the lift stood still.", "Valley Gazette"),
        ("On Tuesday The Observer reported that the lift stood still.", "The Observer"),
        ("Yesterday Seawire reported that the lift stood still.", "Seawire"),
        (
            'This article uses material from the Lexikopedia article "Lifts".',
            "Lexikopedia, the open handbook",
        ),
        ("The lift stood still, Norlift said in a press release.", "Norlift AS"),
        ("Lift maker Norlift will close its works, it said in a press release.", "Norlift AS"),
        ("Norlift will close its works, the company said in a statement on Friday.", "Norlift"),
        ("Wie der Talbote am Freitag berichtete, stand der Aufzug still.", "Talbote"),
        ("Der Aufzug stand still.\n\nQuelle: Talbote", "Talbote"),
        ("L'ascenseur est en panne, selon La Gazette du Val.", "La Gazette du Val"),
        ("L'ascenseur est en panne.\n\nAvec La Gazette du Val.", "La Gazette du Val"),
        ("El ascensor no funciona.\n\nFuente: Diario del Valle", "Diario del Valle"),
        ("L'ascensore è fermo.\n\nFonte: Corriere della Valle", "Corriere della Valle"),
        ("De lift staat stil.\n\nBron: Dagblad van het Dal", "Dagblad van het Dal"),
        ("Лифт не работает, сообщает «Вестник Долины».", "Вестник Долины"),
        ("Лифт не работает.\n\nИсточник: Вестник Долины", "Вестник Долины"),
        ("المصعد لا يعمل.\n\nالمصدر: صحيفة الوادي", "صحيفة الوادي"),
        ("据《山谷晚报》报道，电梯停运三天。", "山谷晚报"),
        ("电梯停运三天。\n\n来源：山谷晚报", "山谷晚报"),
        ("エレベーターは三日間止まった。\n\n出典：谷間新聞", "谷間新聞"),
        ("승강기가 멈췄다.\n\n출처: 골짜기일보", "골짜기일보"),
        ("The lift stood still. (Seawire)", "Seawire"),
        ("Lift stands still\n\nBy Seawire\n\nIt has been three days.", "Seawire"),
        ("Lift stands still\n\nBy Ottilie Ngata, Seawire\n\nIt has been three days.", "Seawire"),
        ("OSTROW (Seawire) - The lift stood still.", "Seawire"),
    ],
)
def test_credits_in_the_wordings_of_newspapers(text: str, publisher: str) -> None:
    assert credited(text, publisher)
    assert not credited(text, "Another House")


@pytest.mark.parametrize(
    "text",
    [
        "It is not true, as was wrongly claimed according to the Valley Gazette, that the lift fell.",
        "Contrary to what the Valley Gazette reported, the lift did not fall.",
        "The lift fell, the Valley Gazette reported falsely.",
        "The drawing was not first published in the Valley Gazette.",
        "We walked past the house of the Valley Gazette and the post office.",
    ],
)
def test_denials_and_mere_names_are_no_credits(text: str) -> None:
    assert credited(text, "Valley Gazette") == ""


def test_a_credit_for_something_else_speaks_of_its_own_sentence() -> None:
    text = f"{BODY}\n\nThe choir sings on Sunday. Snow is likely, according to the Valley Gazette."
    assert credited(text, "Valley Gazette", [Span("b", 0, len(BODY))]) == ""
    assert credited(text, "Valley Gazette", [Span("b", text.index("Snow"), len(text))])
    picture = f"{BODY}\n\nA drawing first published in the Valley Gazette shows old boats."
    assert credited(picture, "Valley Gazette", [Span("b", 0, len(BODY))]) == ""


@pytest.mark.parametrize(
    "line",
    [
        "First published in the Valley Gazette.",
        "This story was first published by the Valley Gazette on 3 May.",
        "Source: Valley Gazette",
        "The Valley Gazette reported it first.",
        "(Valley Gazette)",
        "With files from the Valley Gazette",
    ],
)
def test_a_line_at_the_foot_speaks_of_the_whole_text(line: str) -> None:
    text = f"{BODY}\n\n{BAKER}\n\n{line}"
    assert credited(text, "Valley Gazette", [Span("b", 0, 80)])


def test_a_sentence_that_only_points_speaks_of_what_stands_beside_it() -> None:
    text = f"{BAKER} The Valley Gazette reported this on Monday. {MILL} {FERRY * 4}"
    place = text.index(MILL)
    assert credited(text, "Valley Gazette", [Span("b", place, place + len(MILL))])
    assert credited(text, "Valley Gazette", [Span("b", len(text) - 150, len(text))]) == ""


def test_texts_of_one_syndicate_that_agree_have_no_readings_of_their_own() -> None:
    one = source(
        "a", f"A day\n\nBy Rosa Kolb, Plains Features Syndicate\n\n{BODY}", "2021-03-02", "Valley Gazette"
    )
    same = source(
        "b", f"A week\n\nBy Rosa Kolb, Plains Features Syndicate\n\n{BODY}", "2021-03-05", "Coast Courier"
    )
    third = source("c", f"A month\n\n{CHANGED}", "2021-03-09", "Hill Record")
    for alignment in judge(one, same, third):
        assert "readings of its own" not in alignment.direction_reason
        if {alignment.a.source_id, alignment.b.source_id} == {"a", "b"}:
            assert alignment.direction in (Direction.COMMON_SOURCE, Direction.UNKNOWN)


def test_a_paper_that_credits_another_for_the_weather_only_gets_no_direction_by_it() -> None:
    one = source("a", BODY, "2021-03-02", "Valley Gazette")
    other = source(
        "b",
        f"{CHANGED}\n\nThe choir sings on Sunday. Snow is likely, according to the Valley Gazette.",
        "2021-03-02",
        "Coast Courier",
    )
    assert {each.direction for each in judge(one, other)} == {Direction.UNKNOWN}
    owed = source("b", f"{CHANGED}\n\nSource: Valley Gazette", "2021-03-02", "Coast Courier")
    (alignment, *_) = judge(one, owed)
    assert alignment.direction is Direction.A_TO_B
    assert 'credits the publisher of text a: "Source: Valley Gazette"' in alignment.direction_reason


def test_a_report_that_opens_with_anothers_report_is_evidence_of_less_weight() -> None:
    one = source("a", BODY, "2021-03-02", "Valley Gazette")
    other = source(
        "b", f"As the Valley Gazette reported, all is not well.\n\n{CHANGED}", None, "Coast Courier"
    )
    (alignment, *_) = judge(one, other)
    said = (
        'names the publisher of text a in the sentence before the passage: "As the Valley Gazette reported"'
    )
    (weight,) = (each.weight for each in alignment.evidence if said in each.reason)
    assert 0.5 < weight < 0.9


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LINDFELL (AP) — The lift fell.", "associated press"),
        ("Lift falls\n\nThe Associated Press\n\nIt fell.", "associated press"),
        ("Lift falls\n\nBy Halim Obuya, The Associated Press\n\nIt fell.", "associated press"),
        ("It fell.\n\nThe Associated Press contributed to this report.", "associated press"),
        ("It fell.\n\n© AFP", "agence france presse"),
        ("LINDFELL, 3 mars (AFP) – It fell.", "agence france presse"),
        ("LINDFELL, dpa – It fell.", "deutsche presse agentur"),
        ("Lindfell (dpa) - Der Aufzug fiel.", "deutsche presse agentur"),
        ("ЛИНДФЕЛЛ, 4 июня. /ТАСС/. Лифт упал.", "itar tass"),
        ("新华社北京5月4日电 电梯停运。", "xinhua"),
        ("It fell. (dpa/AFP)", "agence france presse"),
        ("It fell.\n\nWith agencies", "news agencies"),
        ("It fell.\n\nRosa Kolb is a columnist with Plains Features Syndicate.", "plains features syndicate"),
        (
            "It fell.\n\n(c) 2021 Plains Features Syndicate. Distributed to papers.",
            "plains features syndicate",
        ),
    ],
)
def test_marks_of_agencies_and_syndicates(text: str, name: str) -> None:
    found = find_upstreams(text, KNOWN)
    assert (name, True) in {(each.name, each.is_credit) for each in found}
    assert {each.at.reach for each in found if each.name == name} >= {Reach.TEXT}


def test_names_of_one_agency_are_compared_by_one() -> None:
    assert one_name("The A.P.", KNOWN.agency_names) == one_name("Associated Press", KNOWN.agency_names)
    assert one_name("Valley Gazette", KNOWN.agency_names) == "valley gazette"
    assert is_agency("ТАСС", KNOWN) and is_agency("Plains Features Syndicate", KNOWN)
    assert not any(is_agency(each, KNOWN) for each in ("Wire", "Agency", "Syndicate", "Food Agency", "Press"))


def test_two_copies_of_one_syndicate_are_not_put_in_order_by_their_dates() -> None:
    one = source(
        "a",
        f"{BODY}\n\nRosa Kolb is a columnist with Plains Features Syndicate.",
        "2021-03-02",
        "Valley Gazette",
    )
    other = source(
        "b", f"A day\n\nBy Rosa Kolb, Plains Features Syndicate\n\n{CHANGED}", "2021-03-12", "Coast Courier"
    )
    for alignment in judge(one, other):
        assert alignment.direction in (Direction.COMMON_SOURCE, Direction.UNKNOWN)
        assert "both texts credit Plains Features Syndicate" in alignment.direction_reason


def test_an_agency_that_only_one_text_names_is_listed_and_proves_nothing() -> None:
    one = source("a", f"LINDFELL (AP) - {BODY}", "2021-03-02", "Valley Gazette")
    (alignment, *_) = judge(one, source("b", CHANGED, "2021-03-02", "Coast Courier"))
    said = 'only text a names an agency for its words: "LINDFELL (AP) -"'
    assert (said, 0.0) in {(each.reason, each.weight) for each in alignment.evidence}
    upstreams = find_upstreams(one.text, KNOWN)
    assert one_sided(upstreams, upstreams, [Span("a", 0, 9)], frozenset()) is None


def test_agencies_without_a_name_can_be_any() -> None:
    one, other = (
        find_upstreams("It fell.\n\nWith agencies", KNOWN),
        find_upstreams("It fell. (Reuters)", KNOWN),
    )
    shared = shared_upstream(one, other, [], [])
    assert shared is not None and shared.printed == "news agencies" and not shared.is_outside


def test_the_first_line_alone_is_no_signature_of_another_house() -> None:
    text = f"Seawire\n\n{BODY}"
    assert credited(text, "Seawire") == ""
    assert read_line("Seawire") == "Seawire" and read_line("He fell.") == ""


@pytest.mark.parametrize(
    "text", ["", "\0", "(" * 5000, "By " * 3000, "\n" * 9000, "/" * 5000, "©" * 3000, "的" * 9000]
)
def test_hostile_texts_have_no_attributions(text: str) -> None:
    assert find_attributions(text, KNOWN) == ()
    assert edge_lines(text) == edge_lines(text)


@pytest.mark.parametrize(
    "line",
    [
        "(Photo by Ottilie Ngata / Valley Gazette)",
        "Picture: Ottilie Ngata, Valley Gazette",
        "The lift before it fell. File photo (Valley Gazette)",
        "Image source: Valley Gazette",
        "A photograph first published in the Valley Gazette.",
    ],
)
def test_the_credit_of_a_picture_is_none_of_the_text(line: str) -> None:
    for text in (f"Lift falls\n\n{line}\n\n{BODY}", f"{BODY}\n\n{line}"):
        assert credited(text, "Valley Gazette", [Span("b", 20, len(text) - 90)]) == ""
        assert find_upstreams(text.replace("Valley Gazette", "AFP"), KNOWN) == ()


def test_an_agency_that_no_table_has_is_known_by_its_dateline() -> None:
    for text in ("LINDFELL (Nordlys) - It fell.", "Lindfell, 4 May (Nordlys) - It fell."):
        assert [(each.name, each.is_credit) for each in find_upstreams(text, KNOWN)] == [("nordlys", True)]
    assert find_upstreams("Halim Obuya (Labour) - a portrait", KNOWN) == ()


@pytest.mark.parametrize(
    "unit",
    [
        "according to The Post. ",
        "The Post reported it. ",
        "(AP) ",
        "By X, Y\n",
        "来源：日报\n",
        "laut Post, ",
        "A B C ",
    ],
)
def test_attributions_cost_about_as_much_as_the_text_is_long(unit: str) -> None:
    def work(count: int) -> None:
        find_attributions(unit * count, KNOWN)

    assert steps(lambda: work(1000)) < 2.6 * steps(lambda: work(500)) + 2000


def test_without_tables_credits_are_read_in_english() -> None:
    assert [each.names for each in find_credits("Quelle: Talbote. Source: Seawire", Knowledge())] == [
        ("seawire",)
    ]
    assert find_signatures("") == []
