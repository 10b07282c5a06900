"""A text is found where it stands, with what was changed, and the earliest dated text first."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.api.case import Case
from provenance.errors import NotIndexed, UsageError
from provenance.model.reuse import Alignment, Change, ChangeKind, ReuseKind
from provenance.model.settings import Settings
from provenance.model.spans import Span
from provenance.model.traces import Age, TracedPassage
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_alignments
from provenance.stages.trace import find_unfound, measure_found
from provenance.stages.trace_ages import Dated, judge_age
from provenance.stages.trace_edges import reach_text_ends
from provenance.stages.trace_places import Ages, Found, find_places
from provenance.store.connection import open_database, transaction
from tests.stages.conftest import RULES_ONLY, write

WORDS = (
    "harbour lantern granite orchard whistle meadow copper thunder velvet anchor cellar pigeon marble walnut "
    "ferry saddle chimney barley lagoon quarry sermon trumpet willow ember glacier hammock island jasmine "
    "kettle ledger mustard nettle oyster parcel quilt ribbon sparrow tunnel umbrella violin wagon bishop"
).split()


def prose(seed: int, sentences: int) -> str:
    """Sentences of words drawn at random: what two of them share was copied."""
    chance = random.Random(seed)
    return " ".join(
        " ".join(chance.choice(WORDS) + chance.choice(["", "s", "ed"]) for _ in range(14)).capitalize() + "."
        for _ in range(sentences)
    )


PROSE = {number: prose(number, 9) for number in range(8)}
SHARED = prose(99, 4)
ALTERED = SHARED.replace(".", ", twelve.", 1)
TEXTS = {
    **{f"{number}.txt": text + "\n" for number, text in PROSE.items()},
    "early.txt": f"The first\n\nBy Ann Lee\nMarch 3, 2015\n\n{prose(50, 3)}\n\n{SHARED}\n",
    "late.txt": f"The second\n\nBy Bo Day\nMay 9, 2016\n\n{ALTERED}\n\n{prose(51, 3)}\n",
    "bare.txt": f"{prose(52, 3)}\n\n{SHARED}\n",
}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("traced")
    path = folder / "x.db"
    with Case(path, open_database(path)) as case:
        case.run([write(folder / "raw", TEXTS)], settings=RULES_ONLY, until="reuse")
        yield case


def paths(found: list[TracedPassage]) -> list[str]:
    return [each.path for each in found]


def check_true(case: Case, found: list[TracedPassage], text: str) -> None:
    """Every quote stands where it is said to, on both sides, and so does every change."""
    for each in found:
        source = case.text(each.source.source_id)
        assert source[each.source.start : each.source.end] == each.quote
        assert 0 <= each.start < each.end <= len(text)
        for change in each.changes:
            assert source[change.a_start : change.a_end] == change.a_text
            assert text[change.b_start : change.b_end] == change.b_text


def test_a_copied_sentence_is_found_at_its_place(held: Case) -> None:
    copied = " ".join(PROSE[3].split()[:28])
    text = "Nobody knows who wrote this. " + copied
    (found,) = held.trace(text)
    assert found.path == "3.txt" and text[found.start : found.end] == found.quote == copied
    assert (found.grade, found.age) == (1.0, Age.ONLY)
    check_true(held, [found], text)


def test_what_was_changed_is_told_from_the_source_to_the_text(held: Case) -> None:
    words = PROSE[5].split()[:40]
    before, words[20] = words[20], "hippopotamus"
    (found,) = held.trace(" ".join(words))
    (change,) = found.changes
    assert (change.a_text.strip("."), change.b_text) == (before.strip("."), "hippopotamus")


@pytest.mark.parametrize(
    ("at", "new"), [(0, "Nineteen"), (1, "nineteen"), (-1, "nineteen."), (-2, "nineteen")]
)
def test_what_was_changed_in_the_first_or_last_words_of_a_sentence_is_told(
    held: Case, at: int, new: str
) -> None:
    words = " ".join(PROSE[6].split()[:28]).split()
    before, words[at] = words[at], new
    (found,) = held.trace(" ".join(words))
    assert (found.start, found.end) in ((0, len(" ".join(words))), (0, len(" ".join(words)) - 1))
    (change,) = found.changes
    assert (change.a_text.strip("."), change.b_text.strip(".")) == (before.strip("."), new.strip("."))
    assert 0.9 < found.grade < 1.0
    check_true(held, [found], " ".join(words))


WEIR = (
    "{} barrels of grain were lost when the weir above Tolden gave way in the night, and {} people of the "
    "lower town slept in the church until the water fell. The miller, who may rebuild, asked for {}."
)
TOLD = {
    "first.txt": WEIR.format("Some 410", "thirty", "two years of patience"),
    "second.txt": WEIR.format("Some 401", "thirty", "two years of patience"),
    "third.txt": WEIR.format("Some 410", "thirteen", "six months"),
}


@pytest.fixture(scope="module")
def weir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("weir")
    path = folder / "x.db"
    texts = {
        name: f"The weir\n\nBy Ann Lee\nMarch {3 * day}, 2015\n\n{prose(600 + day, 3)}\n\n{text}\n"
        for day, (name, text) in enumerate(TOLD.items(), 3)
    }
    with Case(path, open_database(path)) as case:
        case.run([write(folder / "raw", texts)], settings=RULES_ONLY, until="reuse")
        yield case


def values(found: TracedPassage) -> list[tuple[str, str]]:
    return [(change.a_text, change.b_text) for change in found.changes]


def test_a_source_with_the_value_asked_after_comes_before_an_earlier_one_with_another(weir: Case) -> None:
    text = TOLD["second.txt"].partition(". ")[0]
    second, first, third = weir.trace(text)
    assert (second.path, second.kind, second.changes) == ("second.txt", ReuseKind.VERBATIM, ())
    assert "no other text has it as it stands here" in second.age_reason and second.age is Age.LATER
    assert (first.path, first.age) == ("first.txt", Age.EARLIEST)
    assert any("410" in a and "401" in b for a, b in values(first))
    assert third.path == "third.txt" and len(third.changes) == 2
    check_true(weir, [second, first, third], text)


@pytest.mark.parametrize("words", [8, 12, 20, 21, 22, 27, 30, 38])
@pytest.mark.parametrize("skipped", [0, 1, 2, 3])
def test_a_text_that_breaks_off_anywhere_has_no_change_at_its_ends(
    weir: Case, words: int, skipped: int
) -> None:
    text = " ".join(TOLD["first.txt"].split()[skipped : skipped + words])
    for each in weir.trace(text)[:1]:
        assert (each.path, each.kind, each.changes) == ("first.txt", ReuseKind.VERBATIM, ())
        assert text[each.start : each.end] == each.quote


@pytest.mark.parametrize("words", [3, 4, 6])
def test_what_was_changed_in_a_sentence_that_breaks_off_is_told(weir: Case, words: int) -> None:
    ending = "in the nights while the guards were asleep".split()
    begun, _ = TOLD["first.txt"].split(" in the night, ")
    text = f"{begun} {' '.join(ending[:words])}"
    found = weir.trace(text)[0]
    assert found.path == "first.txt" and found.start == 0
    is_own = words > 4
    assert any(b.endswith(ending[words - 1]) for _, b in values(found)) is not is_own
    assert (found.end == len(text)) is not is_own
    text = f"{begun} in the night, and sixty"
    found = weir.trace(text)[0]
    assert values(found) == [("thirty", "sixty")]
    check_true(weir, [found], text)


def test_what_was_changed_behind_quoted_words_is_told() -> None:
    said = "said that the road over the old bridge would be closed to all carts once the new one was open."
    a = f"The warden, Peter Somme, {said} Walkers may use it until the spring."
    b = f"The warden, Peter Somme, {said} Walkers must"
    knowledge = load_knowledge()
    (found,) = find_alignments({"a": a, "b": b}, Settings().reuse, knowledge)
    for kind in (ReuseKind.QUOTATION, ReuseKind.VERBATIM):
        told = reach_text_ends(evolve(found, kind=kind), (a, b), knowledge)
        assert [(change.a_text, change.b_text) for change in told.changes] == [("may", "must")]
        assert told.b.end == len(b)
    c = f"The warden, Peter Somme, {said} We were told."
    (found,) = find_alignments({"a": a, "b": c}, Settings().reuse, knowledge)
    assert reach_text_ends(found, (a, c), knowledge).changes == ()


def test_a_sentence_begun_at_the_end_is_told_where_half_of_it_is_shared(weir: Case) -> None:
    text = TOLD["first.txt"].partition(" The miller")[0]
    found = weir.trace(f"{text} The baker, who")[0]
    assert ("miller", "baker") in values(found)
    found = weir.trace(f"{text} Rain fell again")[0]
    assert found.changes == () and found.end <= len(text)


def test_words_of_its_own_before_a_quoted_sentence_are_left_to_the_text(held: Case) -> None:
    copied = " ".join(PROSE[6].split()[14:28])
    text = f"It was on a day in the year of the great storm that he told all of us how {copied}"
    (found,) = held.trace(text)
    assert text[found.start : found.end].endswith(copied[-20:])
    assert found.start > 10


def test_the_earliest_dated_text_comes_first(held: Case) -> None:
    found = held.trace(SHARED)
    assert paths(found) == ["early.txt", "late.txt", "bare.txt"]
    assert [each.age for each in found] == [Age.EARLIEST_DATED, Age.LATER, Age.UNDATED]
    assert "early.txt is dated 2015-03-03" in found[1].age_reason
    assert {each.place for each in found} == {1}


def test_beyond_the_limit_texts_are_counted(held: Case) -> None:
    (found,) = held.trace(SHARED, limit=1)
    assert (found.path, found.further, found.is_further_counted) == ("early.txt", 2, True)


def test_a_text_put_together_from_several_has_them_all_in_its_order(held: Case) -> None:
    parts = [PROSE[number][:200] for number in (6, 0, 4)]
    found = held.trace("\n\n".join(parts), limit=1)
    assert paths(found) == ["6.txt", "0.txt", "4.txt"] and [each.place for each in found] == [1, 2, 3]


def test_nothing_is_found_of_a_text_that_stands_nowhere(held: Case) -> None:
    assert held.trace(prose(1234, 6)) == []


@pytest.mark.parametrize(
    "text", ["a", "…\u202ex\x00", "12 34", "漢字かな", "😀 word", "x" * 5000, "word " * 3000]
)
def test_odd_texts_are_looked_up_like_any_other(held: Case, text: str) -> None:
    assert held.trace(text) == []


@pytest.mark.parametrize("text", ["", " \n", "…!?"])
def test_a_text_without_a_word_is_wrong_use(held: Case, text: str) -> None:
    with pytest.raises(UsageError, match="nothing to trace"):
        held.trace(text)


def test_page_furniture_of_the_text_is_not_looked_for(held: Case) -> None:
    text = PROSE[1][:200] + "\n" + PROSE[2][:200]
    assert paths(held.trace(text, furniture=[(0, 201)])) == ["2.txt"]


def edited(text: str, chance: random.Random, every: int) -> str:
    words = text.split()
    for at in range(chance.randrange(every), len(words), every):
        words[at] = chance.choice(WORDS)
    return " ".join(words)


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 7), st.integers(0, 300), st.integers(150, 700), st.integers(9, 40), st.integers(0, 99))
def test_found_is_what_a_comparison_with_every_text_finds(
    held: Case, number: int, start: int, length: int, every: int, seed: int
) -> None:
    text = edited(PROSE[number][start : start + length], random.Random(seed), every)
    if not text:
        return
    knowledge, slow = load_knowledge(), set()
    for row in held.sources():
        source = held.text(str(row["key"]))
        for shared in find_alignments({"a": source, "b": text}, Settings().reuse, knowledge):
            if (shared.a.source_id, shared.b.source_id) == ("a", "b"):
                each = reach_text_ends(shared, (source, text), knowledge)
                slow.add((row["path"], each.a.start, each.a.end, each.b.start, each.b.end))
    found = [each for each in held.trace(text) if not each.is_common]
    check_true(held, found, text)
    assert slow == {(each.path, each.source.start, each.source.end, each.start, each.end) for each in found}


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 7), st.integers(0, 100), st.integers(0, 5))
def test_every_shared_run_of_twelve_words_is_found(held: Case, number: int, start: int, seed: int) -> None:
    words = PROSE[number].split()
    run = " ".join(words[start : start + 12])
    text = f"{prose(700 + seed, 1)} {run} {prose(800 + seed, 1)}"
    if len(run) >= 65 and len(words[start : start + 12]) == 12:
        assert f"{number}.txt" in paths(held.trace(text))


def test_long_sources_are_found_far_inside(tmp_path: Path) -> None:
    book = prose(7, 900)
    with Case(tmp_path / "x.db", open_database(tmp_path / "x.db")) as case:
        case.run([write(tmp_path / "raw", {"book.txt": book})], settings=RULES_ONLY, until="fingerprint")
        at = book.index(". ", 60_000) + 2
        text = book[at : at + 300] + " " + book[at // 2 : at // 2 + 300]
        found = case.trace(text)
        check_true(case, found, text)
        assert {each.source.start for each in found} >= {at} and len(found) == 2


def test_a_database_without_postings_says_so(tmp_path: Path) -> None:
    with Case(tmp_path / "x.db", open_database(tmp_path / "x.db")) as case:
        with pytest.raises(NotIndexed, match="`provenance run` makes them"):
            case.trace("some words")
        folder = write(tmp_path / "raw", {"a.txt": PROSE[1]})
        small = evolve(RULES_ONLY, fingerprint=evolve(RULES_ONLY.fingerprint, postings=3))
        case.run([folder], settings=small, until="fingerprint")
        with pytest.raises(NotIndexed, match="the database keeps 3 at most"):
            case.trace(PROSE[1])
        assert case.verify() == []
        case.run([folder], settings=RULES_ONLY, until="fingerprint")
        assert paths(case.trace(PROSE[1])) == ["a.txt"]
        with transaction(case.db):
            case.db.conn.execute("UPDATE stage_state SET version = 'old' WHERE stage = 'fingerprint'")
        with pytest.raises(NotIndexed, match="made by another version"):
            case.trace(PROSE[1])


def test_a_source_that_is_gone_is_found_no_more(tmp_path: Path) -> None:
    with Case(tmp_path / "x.db", open_database(tmp_path / "x.db")) as case:
        folder = write(tmp_path / "raw", {"a.txt": PROSE[1], "b.txt": PROSE[1] + " More.", "c.txt": PROSE[2]})
        case.run([folder], settings=RULES_ONLY, until="fingerprint")
        assert sorted(paths(case.trace(PROSE[1]))) == ["a.txt", "b.txt"]
        (folder / "a.txt").unlink()
        case.run([folder], settings=RULES_ONLY, until="fingerprint")
        assert paths(case.trace(PROSE[1])) == ["b.txt"] and case.verify() == []


def test_what_many_texts_have_is_found_in_the_oldest(tmp_path: Path) -> None:
    documents = {
        f"{n:03}.txt": f"By Ann Lee\nMarch {1 + n % 28}, {1990 + n // 28}\n\n{SHARED}\n\n{prose(n, 1)}\n"
        for n in range(90)
    }
    with Case(tmp_path / "x.db", open_database(tmp_path / "x.db")) as case:
        case.run([write(tmp_path / "raw", documents)], settings=RULES_ONLY, until="fingerprint")
        found = case.trace(SHARED, limit=3)
    assert paths(found) == ["000.txt", "001.txt", "002.txt"]
    assert {(each.further, each.is_further_counted) for each in found} == {(87, False)}


A = Dated("a", "2018-03-05", "stated", "2018-03-04T10:00:00Z", "2018-03-06T12:00:00Z")
B = Dated("b", "2018-03-06", "stated", "2018-03-05T10:00:00Z", "2018-03-07T12:00:00Z")
C = Dated("c", "2018-03-20", "metadata", "2018-03-19T10:00:00Z", "2018-03-21T12:00:00Z")
BARE = Dated("d", None, "unknown", None, None)


@pytest.mark.parametrize(
    ("holders", "ages"),
    [
        ([A], [Age.ONLY]),
        ([BARE], [Age.ONLY]),
        ([A, C], [Age.EARLIEST, Age.LATER]),
        ([A, B, C], [Age.POSSIBLY_EARLIEST, Age.POSSIBLY_EARLIEST, Age.LATER]),
        ([A, C, BARE], [Age.EARLIEST_DATED, Age.LATER, Age.UNDATED]),
        ([BARE, BARE], [Age.UNDATED, Age.UNDATED]),
    ],
)
def test_only_days_that_cannot_be_one_tell_the_earlier_text(holders: list[Dated], ages: list[Age]) -> None:
    assert [judge_age(number, holders)[0] for number in range(len(holders))] == ages


def test_what_was_found_is_measured_in_words(held: Case) -> None:
    text = " ".join(PROSE[3].split()[:28]) + " " + prose(1234, 2)
    found = held.trace(text)
    covered, words = measure_found(text, found)
    assert covered == 28 < words == len(text.split())
    ((start, end),) = find_unfound(text, found)
    assert text[start:end] == prose(1234, 2) and find_unfound(text, []) == [(0, len(text))]


def test_page_furniture_of_the_sources_is_not_looked_into(tmp_path: Path) -> None:
    menu, article = prose(60, 2), prose(61, 6)
    page = f"<html><body><nav><a href='/'>{menu}</a></nav><article><p>{article}</p></article></body></html>"
    with Case(tmp_path / "x.db", open_database(tmp_path / "x.db")) as case:
        case.run([write(tmp_path / "raw", {"a.html": page})], settings=RULES_ONLY, until="fingerprint")
        text = f"{menu}\n\n{article} And more."
        (found,) = case.trace(text)
        check_true(case, [found], text)
    assert found.quote.split() == article.split()


def test_postings_are_the_same_in_whatever_order_the_texts_came(tmp_path: Path) -> None:
    tables = []
    before = {"late.txt": TEXTS["late.txt"], "gone.txt": SHARED}
    for name, steps in (("one", [TEXTS]), ("other", [before, TEXTS])):
        with Case(tmp_path / f"{name}.db", open_database(tmp_path / f"{name}.db")) as case:
            for documents in steps:
                folder = write(tmp_path / name / "raw", documents)
                if documents is TEXTS:
                    (folder / "gone.txt").unlink(missing_ok=True)
                case.run([folder], settings=RULES_ONLY, until="fingerprint")
            tables.append([list(case.db.table(table).rows) for table in ("posting", "posting_source")])
    assert tables[0] == tables[1]


TIDE = "The tide mill below the priory ground its last flour when the widow Salter let the sluice fall in. "
KILN = "Seven lime kilns were counted on the western spit by the surveyors whom the duchess had sent out. "
DATED = {
    "ballad.txt": f"The mill\n\nBy Ann Lee\nMay 2, 2011\n\n{TIDE}\n\n{prose(70, 1)}\n",
    "survey.txt": f"The spit\n\nBy Bo Day\nMarch 3, 2004\n\n{KILN}\n\n{prose(71, 1)}\n",
    "guide.txt": f"A walk\n\nBy Cy Fox\nJuly 9, 2019\n\n{TIDE}\n\n{prose(72, 1)}\n",
    "lines.txt": "Rain fell on the lower meadow for the whole of that day and the next one too.\n" * 900,
}
NAMES = "Minister Ruth Okonkwo of Albany and Senator Piet Vandermerwe of Durban and Governor Ana Salazar"


@pytest.fixture(scope="module")
def aged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("aged")
    names = {"names.txt": f"{prose(73, 2)} The guests were {NAMES} at noon. {prose(74, 2)}\n"}
    with Case(folder / "x.db", open_database(folder / "x.db")) as case:
        case.run([write(folder / "raw", {**DATED, **names})], settings=RULES_ONLY, until="fingerprint")
        yield case


def test_each_stretch_is_judged_among_the_sources_that_have_it(aged: Case) -> None:
    text = f"{TIDE}\n\n{KILN}\n\n{prose(75, 1)}"
    found = aged.trace(text)
    check_true(aged, found, text)
    assert [(each.place, each.path, each.age) for each in found] == [
        (1, "ballad.txt", Age.EARLIEST),
        (1, "guide.txt", Age.LATER),
        (2, "survey.txt", Age.ONLY),
    ]


def test_what_stands_in_a_gap_of_a_passage_is_a_place_of_its_own() -> None:
    def found(source: str, number: int, start: int, end: int, *gaps: tuple[int, int]) -> Found:
        added = [Change(ChangeKind.WORDING, 9, 9, "", *gap, "x" * (gap[1] - gap[0])) for gap in gaps]
        spans = Span(source, 0, end - start), Span("b", start, end)
        return Found(number, Alignment(*spans, ReuseKind.EDITED, 0.8, tuple(added)))

    early = Dated("early", "2001-01-01", "stated", "2000-12-31T10:00:00Z", "2001-01-02T12:00:00Z")
    every = [found("c", 3, 0, 900, (300, 600)), found("a", 1, 300, 600), found("b", 2, 0, 900, (300, 600))]
    assert [[each.number for each in held] for held in find_places(every)] == [[2, 3], [1]]
    assert every[0].stretches == ((0, 300), (600, 900))
    ages = Ages(every, {"a": early, "b": A, "c": C})
    assert [ages.judge(each)[0] for each in every] == [Age.LATER, Age.ONLY, Age.EARLIEST]


def test_an_earlier_text_that_has_a_part_is_named_but_is_not_the_earlier_one() -> None:
    def found(source: str, number: int, start: int, end: int) -> Found:
        return Found(
            number, Alignment(Span(source, start, end), Span("b", start, end), ReuseKind.EDITED, 0.8)
        )

    every = [found("a", 1, 100, 200), found("c", 2, 0, 900)]
    ages = Ages(every, {"a": A, "c": C})
    assert ages.judge(every[0])[0] is Age.EARLIEST and ages.judge(every[1])[0] is Age.ONLY
    assert "most of it; a part of it, 100–200, stands in a, dated 2018-03-05" in ages.judge(every[1])[1]


def test_a_source_is_found_as_itself_however_it_repeats_itself(aged: Case) -> None:
    text = DATED["lines.txt"]
    (found,) = aged.trace(text)
    check_true(aged, [found], text)
    assert (found.path, found.is_whole, found.start, found.end) == ("lines.txt", True, 0, len(text))
    first, *others = aged.trace(DATED["guide.txt"].upper())
    assert (first.path, first.is_whole) == ("guide.txt", True) and paths(others) == ["ballad.txt"]


def test_lines_that_repeat_a_line_that_was_found_are_found(aged: Case) -> None:
    text = DATED["lines.txt"][: 700 * len(DATED["lines.txt"].splitlines()[0]) + 700] + "Nobody said so.\n"
    found = aged.trace(text)
    ((start, end),) = find_unfound(text, found)
    covered, words = measure_found(text, found)
    assert text[start:end] == "Nobody said so." and covered == words - 3


@pytest.mark.parametrize("limit", [1, 10])
def test_a_run_of_names_is_told_as_no_sign_of_a_copy(aged: Case, limit: int) -> None:
    text = f"{prose(76, 1)} In the hall stood {NAMES} and others. {prose(77, 1)}"
    (found,) = aged.trace(text, limit=limit)
    check_true(aged, [found], text)
    assert (found.path, found.quote, found.is_common) == ("names.txt", NAMES, True)
