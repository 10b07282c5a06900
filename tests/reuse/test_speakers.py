"""Whose words a quotation is."""

import pytest

from provenance.model.reuse import ReuseKind
from provenance.model.spans import Span
from provenance.reuse.kinds.quotations import find_all_quotations, find_quotations
from provenance.reuse.kinds.speakers import are_one_speaker, find_quoted_speaker, find_speaker
from tests.reuse.cases import find, side

WORDS = "The lock gates were painted in spring and nobody saw a crack in the oak wider than a hair"
MARKET = "The eel market opens again next week. {} A band will play, and the first barrel is free."
CHAPEL = "Rain came through the roof of the chapel. {} The organ has been covered with sails since then."


def kinds(one: str, other: str) -> list[ReuseKind]:
    found = find(a=MARKET.format(one), b=CHAPEL.format(other))
    return [each.kind for each in found if each.a.source_id != each.b.source_id]


ONE_SPEAKER = [
    (f'"{WORDS}," Mayor Hedda Marlow told reporters.', f"Marlow said: “{WORDS}.”"),
    (f'"{WORDS}," said Dr. Hedda Marlow, 51.', f'"{WORDS}," Marlow, who keeps the lock, said.'),
    (f'"{WORDS}," she told reporters.', f'"{WORDS}," said Hedda Marlow.'),
    (f'"{WORDS}," the lock keeper said.', f'"{WORDS}," Hedda Marlow said.'),
    (f'On Friday Marlow said: "{WORDS}."', f'"{WORDS}," Hedda Marlow on Friday told the radio.'),
    (f'"{WORDS}," Police said.', f'"{WORDS}," Hedda Marlow said.'),
    (f'"{WORDS[:32]}," said Hedda Marlow, "{WORDS[33:]}."', f'"{WORDS}," said Marlow.'),
    (f"‘{WORDS},’ said keeper Yusuf al-Hadi.", f'"{WORDS}," Yusuf Al Hadi said.'),
    (f'"{WORDS}," a Marlow aide said.', f'"{WORDS}," according to Hedda Marlow.'),
    (f'"{WORDS}," the UCW said.', f'"{WORDS}," said the Union of Canal Workers, which is striking.'),
]
TWO_SPEAKERS = [
    (f'"{WORDS}," Mayor Hedda Marlow told reporters.', f'"{WORDS}," engineer Otto Kranz told reporters.'),
    (f'"{WORDS}," said Hedda Marlow.', f'"{WORDS}," said Viktor Obuya.'),
    (f'Marlow said: "{WORDS}."', f'"{WORDS}," Kranz told the radio.'),
    (f'"{WORDS}," Marlow said on Monday.', f'Otto Kranz, who builds locks, said: "{WORDS}."'),
    (f'"{WORDS[:32]}," said Hedda Marlow, "{WORDS[33:]}."', f'"{WORDS}," said Kranz.'),
    (f'"{WORDS}," according to Hedda Marlow.', f'"{WORDS}," said Otto Kranz.'),
    (f"„{WORDS}“, sagte Hedda Marlow.", f"Otto Kranz sagte: „{WORDS}.“"),
    (f"« {WORDS} », a déclaré Hedda Marlow.", f"« {WORDS} », a dit Otto Kranz."),
    (f"«{WORDS}», — сказала мэр Ильза Брандауэр.", f"Отто Кранц сказал: «{WORDS}»."),
]


@pytest.mark.parametrize(("one", "other"), ONE_SPEAKER)
def test_a_quotation_of_one_speaker_by_whatever_name_is_one(one: str, other: str) -> None:
    assert kinds(one, other) == [ReuseKind.QUOTATION]


@pytest.mark.parametrize(("one", "other"), TWO_SPEAKERS)
def test_a_quotation_given_to_another_speaker_stays_a_copy(one: str, other: str) -> None:
    (kind,) = kinds(one, other)
    assert kind in (ReuseKind.VERBATIM, ReuseKind.EDITED)


GERMAN = (
    "im März zusammen mit den Technikern des Landes geprüft worden und habe damals keinerlei Risse gezeigt"
)
FRENCH = (
    "le quai a été examiné au mois de mars avec les techniciens de la région et ne montrait aucune fissure"
)
RUSSIAN = "причал осмотрели в марте вместе с инженерами области и не нашли тогда решительно никаких трещин"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"Bürgermeisterin Ilse Marlow sagte, das Tor sei {GERMAN}.", f"Wie Marlow sagte, sei es {GERMAN}."),
        (f"Hélène Duval a déclaré que {FRENCH}.", f"À la radio, Duval a expliqué que {FRENCH}."),
        (f"Мэр Ильза Иванова заявила, что {RUSSIAN}.", f"По словам Ивановой, {RUSSIAN}."),
    ],
)
def test_words_told_of_one_speaker_in_other_languages_are_a_quotation(one: str, other: str) -> None:
    assert kinds(one, other) == [ReuseKind.QUOTATION]
    for name, another in (("Marlow", "Kranz"), ("Duval", "Keller"), ("Иванов", "Петренк")):
        other = other.replace(name, another)
    assert kinds(one, other) in ([ReuseKind.VERBATIM], [ReuseKind.EDITED])


def test_a_speech_that_opens_a_second_paragraph_anew_is_one_quotation() -> None:
    more = "We would do the same thing again next spring, and in the spring after that one too"
    speech = f'"{WORDS}.\n\n"{more}," '
    assert find_quotations(speech) == [(0, len(speech) - 1)]
    assert kinds(f"{speech}said Hedda Marlow.", f"{speech}Marlow told the radio.") == [ReuseKind.QUOTATION]
    two = f'"{WORDS}."\n\n"{more},"'
    assert len(find_quotations(two)) == 2
    inches = f'A pipe of 5" broke.\n\n"{more}," he said. "No."'
    assert find_quotations(inches)[0] == (11, inches.index('"', 12) + 1)


def test_the_speaker_of_a_passage_and_of_its_quotation() -> None:
    text = f'Rain fell. "{WORDS}," said the keeper, Hedda Marlow. Otto Kranz told us that it rained.'
    found = find_all_quotations(text)
    assert find_quoted_speaker(side("s", text, WORDS), text, found) == ""
    text = text.replace("keeper, ", "keeper ")
    assert find_quoted_speaker(side("s", text, WORDS), text, found) == "hedda marlow"
    assert find_quoted_speaker(side("s", text, "Rain fell"), text, found) == ""
    assert find_speaker(side("s", text, "it rained"), text) == "otto kranz"
    assert find_speaker(side("s", text, "Otto Kranz told us that it rained"), text) == "otto kranz"
    assert find_speaker(Span("s", 0, len(text)), text) == ""


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("hedda marlow", "marlow", True),
        ("hedda marlow", "mayor marlow", True),
        ("kim jong-un", "kim", True),
        ("ucw", "union canal workers", True),
        ("иванова", "ивановой", True),
        ("hedda marlow", "otto kranz", False),
        ("marsh", "marshall", False),
        ("", "marlow", False),
    ],
)
def test_names_of_one_speaker(one: str, other: str, is_one: bool) -> None:
    assert are_one_speaker(one, other) == is_one
    assert are_one_speaker(other, one) == is_one


def test_long_odd_texts_have_no_speaker() -> None:
    for text in ("A" * 200_000, "A b " * 50_000, '"' * 50_000, "Said " * 40_000):
        quotations = find_quotations(text)
        span = Span("s", len(text) // 2, len(text) // 2 + 60)
        assert len(find_speaker(span, text)) < 200
        assert len(find_quoted_speaker(span, text, quotations)) < 200
