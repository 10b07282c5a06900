"""What texts themselves tell of a name's kind."""

import pytest

from provenance.model.names import EntityKind, Mention
from provenance.model.spans import Span
from provenance.names.resolving.told_kinds import with_told_kinds
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
_LETTERS = {"p": EntityKind.PERSON, "o": EntityKind.ORGANIZATION, "l": EntityKind.PLACE}


def kinds(text: str, *names: str) -> list[str]:
    """The first letters of the kinds that names come out with; each is written as in "p:Ana Reis"."""
    mentions = []
    for name in names:
        letter, _, quote = name.partition(":")
        start = text.index(quote)
        mentions.append(Mention(Span("a", start, start + len(quote)), quote, _LETTERS[letter]))
    return [mention.kind.value for mention in with_told_kinds({"a": text}, mentions, KNOWLEDGE)]


@pytest.mark.parametrize("form", ["s.r.o.", "Ltd", "GmbH", ", S.A.", "sp. z o.o."])
def test_a_place_of_several_words_before_a_legal_form_is_a_firm(form: str) -> None:
    text = f"The bridge was built by Novak Most{'' if form[0] == ',' else ' '}{form} in May."
    assert kinds(text, "l:Novak Most") == ["organization"]


@pytest.mark.parametrize("behind", ["group of hills", "as ever", "and Co", "Company Road", ""])
def test_words_that_may_be_no_legal_form_make_no_firm(behind: str) -> None:
    assert kinds(f"They met at Novak Most {behind}.", "l:Novak Most") == ["place"]


def test_a_known_town_stays_a_town_before_a_legal_form() -> None:
    assert kinds("It belongs to Cape Town Ltd today.", "l:Cape Town") == ["place"]


@pytest.mark.parametrize(
    "text",
    [
        "Ottavio Brusca, who baked bread in his aunt's cellar, died in June.",
        "Ottavio Brusca, 71, was a baker.",
    ],
)
def test_a_body_with_an_age_or_a_life_is_a_person(text: str) -> None:
    assert kinds(text, "o:Ottavio Brusca") == ["person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brusca Bank, who lost his money, was born in 1911.", "o:Brusca Bank"),
        ("Ottavio Brusca, which closed, died in June.", "o:Ottavio Brusca"),
        ("Ottavio Brusca, who sold his bread, is well.", "o:Ottavio Brusca"),
    ],
)
def test_a_body_stays_one_where_words_or_the_text_say_so(text: str, name: str) -> None:
    assert kinds(text, name) == ["organization"]


def test_a_single_name_behind_in_is_the_place_of_the_pile() -> None:
    text = "The road to Marrone is closed. She cooked soup in Marrone for years."
    start = text.rindex("Marrone")
    mentions = [
        Mention(Span("a", 12, 19), "Marrone", EntityKind.PLACE),
        Mention(Span("a", start, start + 7), "Marrone", EntityKind.PERSON),
    ]
    assert [m.kind for m in with_told_kinds({"a": text}, mentions, KNOWLEDGE)] == [EntityKind.PLACE] * 2


@pytest.mark.parametrize(
    "text",
    ["Voters lost trust in Lincoln again.", "In vain. Abe Lincoln came. He lost, and in Lincoln hope died."],
)
def test_a_single_name_that_people_trust_or_bear_stays_a_person(text: str) -> None:
    start = text.rindex("Lincoln")
    mentions = [Mention(Span("a", start, start + 7), "Lincoln", EntityKind.PERSON)]
    if "Abe" in text:
        at = text.index("Abe")
        mentions.append(Mention(Span("a", at, at + 11), "Abe Lincoln", EntityKind.PERSON))
    assert with_told_kinds({"a": text}, mentions, KNOWLEDGE)[0].kind is EntityKind.PERSON


def test_a_place_that_is_a_persons_name_the_other_way_round_is_a_person() -> None:
    text = "Photo by Ilka Bodor in Vienna. Later Bodor Ilka left. Vienna Park and Park Hill are green."
    assert kinds(text, "l:Ilka Bodor", "p:Bodor Ilka", "l:Park Hill") == ["person", "person", "place"]


@pytest.mark.parametrize(
    "text",
    [
        "Zorvela Trasko did not answer. Its owner was away.",
        "They paid Zorvela Trasko, Lda. in May.",
        "They rang Zorvela Trasko, which owns the boat.",
        "It was sold by Zorvela Trasko, a small company in Split.",
    ],
)
def test_somebody_spoken_of_as_a_firm_only_is_one(text: str) -> None:
    assert kinds(text, "p:Zorvela Trasko") == ["organization"]


@pytest.mark.parametrize(
    "text",
    [
        "Zorvela Trasko did not answer. She was away.",
        "Mrs Zorvela Trasko, which is her name, left. Its sound is fine.",
        "They rang Zorvela Trasko, 44, in vain.",
        "They rang Zorvela Trasko in vain.",
        "The board heard Zorvela Trasko. Its report is late.",
        "They freed Zorvela Trasko, which angered many.",
        "They sued Zorvela Trasko, a company spokesman.",
    ],
)
def test_somebody_spoken_of_as_a_person_stays_one(text: str) -> None:
    assert kinds(text, "p:Zorvela Trasko") == ["person"]
