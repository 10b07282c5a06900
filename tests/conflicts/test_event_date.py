"""Days given to one happening."""

from provenance.model.claims import ClaimKind
from provenance.model.conflicts import Conflict, ConflictKind, Level
from tests.conflicts.pools import BODY, PERSON, align, dated, findings, make_claim, make_source, pool

NAMES = {"Nia Rowe": ("rowe", PERSON), "Transport Ministry": ("ministry", BODY), "Tom Hale": ("hale", PERSON)}


def find(first: str, second: str, days: tuple[str, str] = ("2021-05-03", "2021-05-05")) -> list[Conflict]:
    a = make_source("a", first, NAMES, "Gazette", "2021-05-06")
    b = make_source("b", second, NAMES, "Herald", "2021-05-07")
    quotes = [next(q for q in ("May 3", "May 5", "May 4") if q in text) for text in (first, second)]
    claims = [dated(s, q, d) for s, q, d in zip((a, b), quotes, days, strict=True)]
    return findings(pool(a, b, claims=claims), ConflictKind.EVENT_DATE)


FIRST = "Nia Rowe resigned as head of the Transport Ministry on May 3 after the bridge inquiry."


def test_one_resignation_on_two_days() -> None:
    (found,) = find(FIRST, "After the bridge inquiry Nia Rowe resigned from the Transport Ministry on May 5.")
    assert [s.value for s in found.sides] == ["2021-05-03", "2021-05-05"]
    assert found.severity is Level.MEDIUM


def test_other_acts_persons_and_deadlines_are_silent() -> None:
    assert (
        find(
            FIRST,
            "Nia Rowe was elected to the board of the Transport Ministry on May 5 after the bridge inquiry.",
        )
        == []
    )
    assert find(FIRST, "Tom Hale resigned as head of the port on May 5 after the bridge inquiry.") == []
    assert (
        find(FIRST, "Nia Rowe resigned as head of the Transport Ministry by May 5 after the bridge inquiry.")
        == []
    )
    assert (
        find(
            FIRST,
            "Nia Rowe resigned as head of the Transport Ministry on May 3 after the bridge inquiry.",
            ("2021-05-03", "2021-05-03"),
        )
        == []
    )


def test_another_event_is_silent() -> None:
    assert find(FIRST, "Tom Hale slept on May 5.") == []


def test_months_of_one_inspection_differ() -> None:
    a = make_source("a", "The depot was last inspected in November 2022.")
    b = make_source(
        "b", "The last inspection of the depot took place in January 2023. It was 9 May 2023.", NAMES
    )
    claims = [
        make_claim(
            a,
            ClaimKind.EVENT_DATE,
            "November 2022",
            predicate="on",
            valid_from="2022-11-01",
            valid_to="2022-11-30",
        ),
        make_claim(
            b,
            ClaimKind.EVENT_DATE,
            "January 2023",
            predicate="on",
            valid_from="2023-01-01",
            valid_to="2023-01-31",
        ),
    ]
    shared = align(a, b, within=("The depot", "the depot"))
    (found,) = findings(pool(a, b, claims=claims, alignments=[shared]), ConflictKind.EVENT_DATE)
    assert [s.value for s in found.sides] == ["2022-11", "2023-01"]


def test_two_dates_of_one_sentence_are_two_happenings() -> None:
    a = make_source(
        "a", "Nia Rowe resigned on May 3 and the Transport Ministry says she resigned on May 5.", NAMES
    )
    claims = [dated(a, "May 3", "2021-05-03"), dated(a, "May 5", "2021-05-05")]
    assert findings(pool(a, claims=claims), ConflictKind.EVENT_DATE) == []


def test_a_verb_and_its_noun_or_an_irregular_verb_tell_one_act() -> None:
    first = "The ballroom of the Transport Ministry fell in on May 3 after the bridge inquiry."
    second = "After the bridge inquiry the ballroom of the Transport Ministry fell in on May 5."
    assert len(find(first, second)) == 1
    noun = "The election of Nia Rowe to the Transport Ministry board took place on May 5."
    verb = "Nia Rowe was elected to the Transport Ministry board on May 3."
    assert len(find(verb, noun)) == 1


def test_a_name_of_two_words_in_both_sentences_helps_where_texts_share_one_name_only() -> None:
    names = {"Transport Ministry": ("ministry", BODY)}
    text = "The Transport Ministry wrote a report. The airship Silver Heron burst over the bay on {}."

    def sources(other: str) -> list[Conflict]:
        a = make_source("a", text.format("May 3"), names, "Gazette", "2021-05-06")
        b = make_source(
            "b", text.format("May 5").replace("Silver Heron", other), names, "Herald", "2021-05-07"
        )
        claims = [dated(a, "May 3", "2021-05-03"), dated(b, "May 5", "2021-05-05")]
        return findings(pool(a, b, claims=claims), ConflictKind.EVENT_DATE)

    assert len(sources("Silver Heron")) == 1
    assert sources("Golden Eagle") == []
