"""Names that stand in no word list: what their words, their sentence and the pile tell."""

import pytest

from provenance.names import find_mentions
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def marked(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.kind.value) for m in find_mentions({"a": text}, KNOWLEDGE)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("He fell in the Battle of Korvala that year.", "Battle of Korvala"),
        ("The 2010 Ruritanian general election was close.", "2010 Ruritanian general election"),
        ("The roof was torn off by Hurricane Tibor on Monday.", "Hurricane Tibor"),
        ("Soldiers began Operation Silver Reed in March.", "Operation Silver Reed"),
        ("She ran in the Pellworm Marathon.", "Pellworm Marathon"),
        ("They won the 2014 World Cup in extra time.", "2014 World Cup"),
        ("He was born before the Second World War ended.", "Second World War"),
        ("Both signed the Varnau Accords in May.", "Varnau Accords"),
    ],
)
def test_events_with_their_years(text: str, event: str) -> None:
    assert (event, "event") in marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Companies Act was changed.",
        "She won the Pellworm Prize twice.",
        "The Company did not answer.",
        "The Board of Directors met on Friday.",
        "It cost CHF 412 million and Rs 90 a head.",
    ],
)
def test_laws_prizes_and_common_words_in_capitals_are_no_mentions(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("The Ministry of Trade, Industry and Energy agreed.", "Ministry of Trade, Industry and Energy"),
        ("The Tolvan County Board of Commissioners voted.", "Tolvan County Board of Commissioners"),
        ("Engineers of the 10th Cavalry Regiment came.", "10th Cavalry Regiment"),
        ("Shares in Namdor Shipbuilding fell.", "Namdor Shipbuilding"),
        ("She works at Szpital Grupa Korvalska now.", "Szpital Grupa Korvalska"),
        ("They read it in the Daily Lantern first.", "Daily Lantern"),
        ("It is insured with Taldor Heavy Industries Co. of old.", "Taldor Heavy Industries Co."),
        ("The Indian Radiological Association wants rules.", "Indian Radiological Association"),
        ("The Tolvan are two points ahead.", "Tolvan"),
        ("He gave to Friends of the Varnau for years.", "Friends of the Varnau"),
    ],
)
def test_bodies_by_their_heads(text: str, organization: str) -> None:
    assert (organization, "organization") in marked(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Miners of the Korvala colliery struck.", "Korvala"),
        ("The port city Tolvan was shelled.", "Tolvan"),
        ("They live in Thu Dau Tolvan today.", "Thu Dau Tolvan"),
        ("Boats lay on the Rio Korvala.", "Rio Korvala"),
        ("Towns such as Korvala and Tolvan were cut off.", "Tolvan"),
        ("He took Galway North-East by a few votes.", "Galway North-East"),
    ],
)
def test_places_by_what_stands_beside(text: str, place: str) -> None:
    assert (place, "place") in marked(text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Her mother Korvala fled with her.", "Korvala"),
        ("The deputy, I. K. Tolvan, said no.", "I. K. Tolvan"),
        ("\u201cNo,\u201d said Beat Tolvan, who had come.", "Beat Tolvan"),
        ("He met Joseph arap Tolvan at noon.", "Joseph arap Tolvan"),
        ("The books of Ivan the Terrible are lost.", "Ivan the Terrible"),
        ("Korvala was elected twice.", "Korvala"),
        ("Tom Korvala Jr. voted against it.", "Tom Korvala Jr."),
    ],
)
def test_persons_by_what_stands_beside(text: str, person: str) -> None:
    assert (person, "person") in marked(text)


def test_one_known_name_of_a_list_tells_what_the_others_are() -> None:
    text = "Among them were Dorvala, Diana Pereira and Tolvanna."
    assert marked(text) == [("Dorvala", "person"), ("Diana Pereira", "person"), ("Tolvanna", "person")]


def test_a_byline_names_two_and_a_place_ends_before_a_person() -> None:
    assert marked("By Maria Korvala & Peter Tolvan\n\nThe dam broke.") == [
        ("Maria Korvala", "person"),
        ("Peter Tolvan", "person"),
    ]
    assert marked("They met Governor of Oregon Peter Tolvan.") == [
        ("Oregon", "place"),
        ("Peter Tolvan", "person"),
    ]


def test_a_title_in_quotation_marks_is_no_place_and_a_ship_no_person() -> None:
    assert marked('The film "The Salt Road" was shown.') == []
    assert marked("The gas carrier Arctic Dawn was late.") == []


def test_the_short_form_of_a_body_is_the_name_before_its_head() -> None:
    text = "Yuan Tolvan Group closed a plant. The workers of Yuan Tolvan struck."
    assert marked(text) == [("Yuan Tolvan Group", "organization"), ("Yuan Tolvan", "organization")]
