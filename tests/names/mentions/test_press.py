"""Names in reports of many kinds: games, courts, firms, lists, minutes; what their sentences tell."""

import pytest

from provenance.names.mentions.finding import find_mentions
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def found(text: str) -> dict[str, str]:
    """Quotation → kind of every mention."""
    return {
        text[m.span.start : m.span.end]: m.kind.value for m in find_mentions({"a": text}, KNOWLEDGE, None)
    }


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Shares in Quillan Reach fell after Quillan Reach said it would cut 40 jobs.",
            "Quillan Reach",
            "org",
        ),
        ("She is an engineer at Torvik Ane, where she works on valves.", "Torvik Ane", "org"),
        ("The hall was run by Zembla for years.", "Zembla", "org"),
        ("The survey was paid for by Sport England.", "Sport England", "org"),
        ("The tanks came from Okapu Warehouses in May.", "Okapu Warehouses", "org"),
        ("The jury heard from the Riverton Coroner's Court on Monday.", "Riverton Coroner's Court", "org"),
        (
            "Of the Conseil des arts et des lettres du Nord nothing was heard.",
            "Conseil des arts et des lettres du Nord",
            "org",
        ),
        (
            "Anna Berg spoke of it. The Ministerio de Obras Públicas refused.",
            "Ministerio de Obras Públicas",
            "org",
        ),
        (
            "A gift of the Ada and Bob Ferris Foundation paid for the roof.",
            "Ada and Bob Ferris Foundation",
            "org",
        ),
        (
            "The Directorate General of Mines Safety closed the pit.",
            "Directorate General of Mines Safety",
            "org",
        ),
        ("The auction house Palmgren Wick sold the violin.", "Palmgren Wick", "org"),
        ("John Mora (Lab) won the seat.", "Lab", "org"),
        ("Water ran down both banks of the Zelda.", "Zelda", "place"),
        ("The carts rolled on through Wick-on-the-Marsh at noon.", "Wick-on-the-Marsh", "place"),
        ("A Hollin-born sailor was the first to see it.", "Hollin", "place"),
        ("He came to a hill called Ozma at dusk.", "Ozma", "place"),
        ("They met in the Zemford Town Hall on Friday.", "Zemford Town Hall", "place"),
        ("No one saw van der Plas leave.", "van der Plas", "person"),
        ("The speech of Lamberto degli Albi was short.", "Lamberto degli Albi", "person"),
        ("A portrait by Zelmer hung there.", "Zelmer", "person"),
        ("Its director, Oru Vemm, was away.", "Oru Vemm", "person"),
        ("Her two sons, Taro and Ryo, were there.", "Taro", "person"),
        ("It was paid by Theodore Harlan 3d in cash.", "Theodore Harlan 3d", "person"),
        ("The court believed Joseph Ochieng' of Kisumu.", "Joseph Ochieng'", "person"),
        ("The hall is named after the Okonkwo-Bells, who gave the land.", "Okonkwo-Bells", "person"),
    ],
)
def test_a_sentence_tells_what_is_named(text: str, name: str, kind: str) -> None:
    assert found(text).get(name, "")[:3] == kind[:3]


@pytest.mark.parametrize(
    "text",
    [
        "The Morning Heron, a ferry of 40 years, sank at once.",
        "Grey Admiral, trained by her father, won by a neck.",
        "Her memoir, Ninety Winters, is out in May.",
        "Covid delayed the work by two years.",
        "Turnout was low.",
        "Police want the driver of a silver Toyota Helica.",
        "Subscriptions were opened that week.",
    ],
)
def test_ships_horses_works_ills_and_openers_are_no_mentions(text: str) -> None:
    assert not found(text)


REPORT = (
    "The goalkeeper was quick and the winger scored twice before the break. Hull beat Leeds 2-1 on Saturday. "
    "The Leeds midfielder was sent off. Leeds travelled to Derby last week. The match was played in Hull."
)


def test_a_town_that_plays_is_a_team_and_where_it_plays_a_place() -> None:
    kinds = {
        (m.span.start, REPORT[m.span.start : m.span.end]): m.kind.value
        for m in find_mentions({"a": REPORT}, KNOWLEDGE, None)
    }
    by_name = [(name, kind) for (_, name), kind in sorted(kinds.items())]
    assert ("Derby", "place") in by_name
    assert by_name[0] == ("Hull", "organization")
    assert by_name[-1] == ("Hull", "place")
    assert {kind for name, kind in by_name if name == "Leeds"} == {"organization"}


def test_a_name_whose_first_word_is_common_is_whole_at_a_sentence_start() -> None:
    text = "The boxes were booked by Blue Lantern, a firm in Kent. Blue Lantern said it would appeal."
    spans = [m.span.quote(text) for m in find_mentions({"a": text}, KNOWLEDGE, None)]
    assert spans.count("Blue Lantern") == 2


def test_a_name_broken_by_the_end_of_a_wrapped_line_is_one() -> None:
    text = (
        "It was late in the evening when the rain stopped and the people came\n"
        "out of their houses to look at the river, which had risen by a metre\n"
        "and a half since noon. In the square, where the band was to play, Mrs Agnes\n"
        "Pettifer stood on a chair and counted the lamps that were still burning in\n"
        "the windows of the upper town, and nobody laughed at her for it.\n"
    )
    assert found(text) == {"Agnes\nPettifer": "person"}


def test_lines_of_a_list_are_not_joined() -> None:
    assert found("Chair: Oru Vemm\nTreasurer: Ana Solis\n") == {"Oru Vemm": "person", "Ana Solis": "person"}
