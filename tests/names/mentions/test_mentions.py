"""Mentions by rules: candidates, boundaries, kinds, and what the pile adds."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.names import EntityKind
from provenance.names import find_mentions
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def marked(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.kind.value) for m in find_mentions({"a": text}, KNOWLEDGE)]


def names(text: str, kind: str) -> list[str]:
    return [name for name, found in marked(text) if found == kind]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Captain Lucas Hartwell told investigators so.", "Lucas Hartwell"),
        ("Norwegian Prime Minister Jonas Gahr Støre spoke.", "Jonas Gahr Støre"),
        ("The minister, Dr. Amina J. Okafor, resigned.", "Amina J. Okafor"),
        ("Transport Secretary Jean-Baptiste Moreau came.", "Jean-Baptiste Moreau"),
        ("They met Sheikh Tamim bin Hamad in June.", "Tamim bin Hamad"),
        ("It was said by Ludwig van Beethoven himself.", "Ludwig van Beethoven"),
        ("The Green Party leader Zolani Mkhwanazi agreed.", "Zolani Mkhwanazi"),
        ("Secretary of War William Howard Taft left.", "William Howard Taft"),
        ("By Maria Delgado\n\nThe dam broke.", "Maria Delgado"),
        ("(Photo by ELENA PETROVA / Agency)", "ELENA PETROVA"),
        ("Then Baroness Scotland disagreed.", "Scotland"),
        ("The author, Stephen King, was there.", "Stephen King"),
    ],
)
def test_persons_without_titles(text: str, person: str) -> None:
    assert names(text, "person") == [person]


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("The Maritime Safety Authority said so.", "Maritime Safety Authority"),
        (
            "He asked the Ministry of Transport and Communications.",
            "Ministry of Transport and Communications",
        ),
        ("The Food and Agriculture Organization helps.", "Food and Agriculture Organization"),
        ("They joined the Democratic Front for Reform.", "Democratic Front for Reform"),
        ("A plant of Hessler AG burned.", "Hessler AG"),
        (
            "The International Transport Workers' Federation struck.",
            "International Transport Workers' Federation",
        ),
        ("He studied at King's College London.", "King's College London"),
        ("It was signed by Harakat al-Islah yesterday.", "Harakat al-Islah"),
        ("The General Assembly voted.", "General Assembly"),
        ("The Afghan Taliban refused.", "Afghan Taliban"),
        ("The newspaper Zvezdica reported it.", "Zvezdica"),
        ("The Kenya Red Cross said so.", "Kenya Red Cross"),
        ("He plays for the San Diego Padres now.", "San Diego Padres"),
        ("The Group for the Support of Trade met.", "Group for the Support of Trade"),
        ("The Free Dockworkers' Union struck.", "Free Dockworkers' Union"),
        ("Soldiers of Task Force 27 arrived.", "Task Force 27"),
    ],
)
def test_organizations_whole(text: str, organization: str) -> None:
    assert names(text, "organization") == [organization]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("She lives in Gdynia now.", "Gdynia"),
        ("It sank off Cape Farewell.", "Cape Farewell"),
        ("Troops from the U.S. left.", "U.S."),
        ("They flew to South Sudan.", "South Sudan"),
        ("France-backed rebels fled.", "France"),
        ("The Republic of Ireland voted.", "Republic of Ireland"),
        ("A fire in Elmsford, Ohio, spread.", "Elmsford"),
    ],
)
def test_places(text: str, place: str) -> None:
    assert place in names(text, "place")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Iraqi and Norwegian officials met on Tuesday in March.",
        "However, the Shiite and Sunni clerics agreed.",
        "The ferry Northern Star sank.",
        "Yesterday I went home. Nobody called.",
        "the whole text is in small letters",
        "CLICK HERE TO SUBSCRIBE",
        "It cost US$250,000 in 300 BC.",
    ],
)
def test_no_names_here(text: str) -> None:
    assert marked(text) == []


def test_a_possessive_parts_two_names_and_is_left_out() -> None:
    text = "Kenya\u2019s Interior Ministry and Odinga's Orange Democratic Movement met."
    assert marked(text) == [
        ("Kenya", "place"),
        ("Interior Ministry", "organization"),
        ("Odinga", "person"),
        ("Orange Democratic Movement", "organization"),
    ]


def test_a_title_inside_a_run_parts_a_body_from_its_man() -> None:
    text = "Quick reply from Coast Guard Commander Ana Ruiz."
    assert marked(text) == [("Coast Guard", "organization"), ("Ana Ruiz", "person")]


def test_a_surname_alone_follows_the_full_name_of_its_text() -> None:
    text = "Sven Brattbakk resigned. A year later Brattbakk came back, and Brattbakk's firm grew."
    assert names(text, "person") == ["Sven Brattbakk", "Brattbakk", "Brattbakk"]


def test_one_text_of_the_pile_tells_another_what_a_name_is() -> None:
    texts = {
        "a": "The Zurbaran Brigade attacked. Zurbaran fighters fled.",
        "b": "Analysts doubt that Zurbaran will agree.",
    }
    found = find_mentions(texts, KNOWLEDGE)
    assert {(m.span.source_id, m.text, m.kind.value) for m in found} >= {("b", "Zurbaran", "organization")}


def test_an_acronym_in_brackets_takes_the_kind_and_confirms_the_name() -> None:
    text = "Umoja wa Taifa (UWT) denied it. UWT is small."
    assert (
        names(text, "organization") == ["Umoja wa Taifa", "UWT", "UWT"]
        or names(text, "organization")[-1] == "UWT"
    )


def test_a_name_that_spells_an_acronym_is_taken_whole() -> None:
    text = "The Islamic Front in Chad and Niger (IFCN) lost. IFCN fled."
    assert names(text, "organization")[0] == "Islamic Front in Chad and Niger"


def test_in_a_headline_only_names_that_the_text_confirms_are_marked() -> None:
    text = (
        "Storm Kills Dozens As Lindqvist Resigns Over Ferry In Poland\n\nSven Lindqvist resigned on Monday."
    )
    assert marked(text) == [
        ("Lindqvist", "person"),
        ("Poland", "place"),
        ("Sven Lindqvist", "person"),
    ]


def test_the_pronoun_us_is_no_country() -> None:
    assert marked("He told us. Us too, they said.") == []


class FakeTagger:
    """Marks one string, as an organization if nothing else is said."""

    name = "fake"
    version = "1"

    def __init__(self, word: str, kind: EntityKind = EntityKind.ORGANIZATION) -> None:
        self.word = word
        self.kind = kind

    def tag(self, text: str) -> list[tuple[int, int, EntityKind]]:
        start = text.find(self.word)
        return [(start, start + len(self.word), self.kind)] if start >= 0 else []


def marked_with(text: str, tagger: FakeTagger) -> list[tuple[str, str]]:
    return [(m.text, m.kind.value) for m in find_mentions({"a": text}, KNOWLEDGE, tagger)]


def test_a_model_makes_a_person_of_a_name_that_the_rules_only_have_a_hint_of() -> None:
    text = "Critics of al-Zandvoor and others spoke."
    assert marked(text) == []
    assert marked_with(text, FakeTagger("al-Zandvoor", EntityKind.PERSON)) == [("al-Zandvoor", "person")]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Critics of Zandvoort and others spoke.", "Zandvoort", EntityKind.ORGANIZATION),
        ("Critics of Zandvoort and others spoke.", "Zandvoort", EntityKind.PERSON),
        ("They flew to Nairobi on Monday.", "Nairobi", EntityKind.ORGANIZATION),
        ("Ingrid Solheim resigned on Monday.", "Ingrid Solheim", EntityKind.PLACE),
    ],
)
def test_a_model_alone_decides_nothing(text: str, word: str, kind: EntityKind) -> None:
    assert marked_with(text, FakeTagger(word, kind)) == marked(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She joined the Institution of Marine Surveyors in May.", "Institution of Marine Surveyors"),
        ("Stop the Dam Coalition held a march.", "Stop the Dam Coalition"),
        ("He led the Academy of Music and Letters for years.", "Academy of Music and Letters"),
    ],
)
def test_pieces_of_a_body_that_a_model_sees_as_one_are_joined(text: str, name: str) -> None:
    assert marked_with(text, FakeTagger(name)) == [(name, "organization")]


@pytest.mark.parametrize(
    "name",
    [
        "Labour Party and the Green Party",
        "Sven Lindqvist of the Green Party",
        "Management Board of UNESCO",
        "Solberg Shipping Ltd of Bergen",
        "Green Party (",
        "Ministry of Health in Lusaka",
    ],
)
def test_two_names_or_a_name_and_its_town_are_not_joined(name: str) -> None:
    text = f"They met the {name} on Monday."
    assert marked_with(text, FakeTagger(name)) == marked(text)


PIECES = st.sampled_from(
    [
        "The ",
        "Sven Lindqvist",
        "'s ",
        "U.S.",
        " of ",
        "Ministry",
        " and ",
        "al-",
        "(",
        "PMX",
        ") ",
        ". ",
        "\n",
        ", ",
        "’s",
        "Dr. ",
        "St. ",
        "\x00",
        "🙂",
        "\u202e",
        "שלום",
        "A.B",
        "-",
        "known as ",
        "By ",
        "France-based ",
        "US ",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_are_true_apart_and_the_same_every_time(text: str) -> None:
    found = find_mentions({"a": text}, KNOWLEDGE)
    assert found == find_mentions({"a": text}, KNOWLEDGE)
    assert found == sorted(found)
    for mention in found:
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.text == mention.text.strip()
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "A" * 200000,
        "Aa " * 20000,
        "A.B" * 10000,
        "Al-" * 30000,
        "a’" * 50000,
        "Bank of " * 10000,
        "The UN (" * 8000,
        "\n" * 100000,
        ". " * 50000,
    ],
)
def test_long_and_dull_texts_do_no_harm(text: str) -> None:
    for mention in find_mentions({"a": text}, KNOWLEDGE):
        assert text[mention.span.start : mention.span.end] == mention.text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("TELMAR - Two trains collided at dawn.", "TELMAR"),
        ("DUNHOLT BAY, Aug. 2 (Coast Press) — Two trains collided.", "DUNHOLT BAY"),
        ("Telmar, 2 August (CP) – Two trains collided.", "Telmar"),
        ("He lay in the hospital of Telmar.", "Telmar"),
        ("The county court of Telmar freed him.", "Telmar"),
        ("They reached the village of Telmar.", "Telmar"),
        ("The mayor of Telmar wept.", "Telmar"),
        ("Two trains met in Telmar.", "Telmar"),
        ("In Telmar, the mayor, a baker, wept.", "Telmar"),
    ],
)
def test_datelines_and_what_of_ties_to_a_place(text: str, place: str) -> None:
    assert names(text, "place") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "NOTICE\n\nTwo trains collided.",
        "He was late — Telmar waited.",
        "Two things - a train and a bus - collided.",
    ],
)
def test_other_dashes_and_capitals_make_no_dateline(text: str) -> None:
    assert "place" not in [kind for _, kind in marked(text)]


@pytest.mark.parametrize("text", ["DUNHOLT COURIER — news for the valley", "DUNHOLT TIMES - Monday edition"])
def test_the_name_of_a_paper_before_a_dash_is_no_dateline(text: str) -> None:
    assert "place" not in [kind for _, kind in marked(text)]


def test_marks_on_letters_make_no_other_name() -> None:
    texts = {"a": "Rescuers reached Santa Lucía del Monte.", "b": "It rained in Santa Lucia del Monte."}
    assert [m.kind for m in find_mentions(texts, KNOWLEDGE)] == [EntityKind.PLACE] * 2


def test_the_agency_in_a_dateline_is_an_organization() -> None:
    assert names("TELMAR, May 3 (Fjordwire) - Two trains collided.", "organization") == ["Fjordwire"]


def test_a_place_has_one_kind_in_capitals_and_in_every_text() -> None:
    texts = {
        "a": "TELMAR - Two trains collided.",
        "b": "It began in Telmar. Telmar was quiet.",
        "c": "Nobody in the town of Telmar slept. The University of Telmar closed.",
    }
    kinds = {m.kind for m in find_mentions(texts, KNOWLEDGE) if m.text.lower() == "telmar"}
    assert kinds == {EntityKind.PLACE}


@pytest.mark.parametrize(
    "body",
    [
        "Glass Blowers' Union",
        "Night Nurses\u2019 Association",
        "Screenwriters' Guild",
        "Fishermen's League",
        "People's Unity Party",
        "Residents' Committee of Telmar",
        "Telmar Metropolitan Police",
        "Holt A/S",
    ],
)
def test_possessives_inside_belong_to_a_body(body: str) -> None:
    assert (body, "organization") in marked(f"On Monday the {body} refused.")


def test_a_ship_of_a_captain_is_no_person() -> None:
    assert names("The crew of the Marina Bell slept.", "person") == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The premier, Yusof Haji Salleh, left.", "Yusof Haji Salleh"),
        ("So said Mr Ben Ammar yesterday.", "Ben Ammar"),
        ("The case against A. Petrova began.", "A. Petrova"),
    ],
)
def test_particles_and_initials_that_look_like_other_words(text: str, person: str) -> None:
    assert names(text, "person") == [person]
