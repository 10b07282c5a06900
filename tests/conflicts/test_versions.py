"""What one page said at two times."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.conflicts.independence import Place, Tie, count_independent, judge_tie
from provenance.conflicts.pile import Pile
from provenance.model.annotations import AnnotatedSource
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from provenance.model.pool import Pool
from provenance.model.reuse import Alignment, Change, ChangeKind, Direction, PageVersion, ReuseKind
from provenance.model.settings import ConflictSettings
from provenance.model.spans import Span
from tests.conflicts.pools import KNOWLEDGE, PERSON, align, findings, make_source, place, pool, quantity

STORY = (
    "The steamer Orion ran onto the reef at Cape Holm in fog on 7 June 1911, and 31 people drowned. "
    "The owner will pay the families if the inquiry finds the lights were out, the consul said. "
    "Fishermen from Lower Holm took the others to the lighthouse in open boats before the tide turned."
)
KIND = ConflictKind.PAGE_VERSION


def states(
    earlier: AnnotatedSource,
    later: AnnotatedSource,
    kind: ChangeKind = ChangeKind.WORDING,
    notice: str = "",
    is_ordered: bool = True,
) -> Pool:
    """Two states of one page as one passage; every change is of `kind`."""
    shared = evolve(align(earlier, later, kind, Direction.A_TO_B), kind=ReuseKind.VERSION)
    return _pool([earlier, later], [shared], notice, is_ordered)


def _pool(
    sources: Sequence[AnnotatedSource], shared: Sequence[Alignment], notice: str, is_ordered: bool
) -> Pool:
    span = place(sources[-1], notice) if notice else None
    versions = [
        PageVersion(a.source.id, b.source.id, sources[0].source.id, is_ordered, "one address", span)
        for a, b in pairwise(sources)
    ]
    return evolve(pool(*sources, alignments=shared), versions=tuple(versions))


def changed(
    old: str, new: str, kind: ChangeKind, notice: str = "", is_ordered: bool = True
) -> list[Conflict]:
    later = STORY.replace(old, new)
    a = make_source("page-1.html", STORY, publisher="Cape News")
    b = make_source("page-2.html", f"{later}\n\n{notice}" if notice else later, publisher="Cape News")
    within = (STORY, later)
    shared = evolve(align(a, b, kind, Direction.A_TO_B, within), kind=ReuseKind.VERSION)
    return findings(_pool([a, b], [shared], notice, is_ordered))


@pytest.mark.parametrize(
    ("old", "new", "kind", "consequence"),
    [
        ("7 June", "17 June", ChangeKind.DATE, Level.HIGH),
        ("before the tide", "not before the tide", ChangeKind.NEGATION, Level.HIGH),
        ("will pay", "may pay", ChangeKind.MODALITY, Level.MEDIUM),
        (" if the inquiry finds the lights were out", "", ChangeKind.CONDITION, Level.HIGH),
        ("the consul said", "the owner's son said", ChangeKind.ATTRIBUTION, Level.HIGH),
        ("The owner", "The builder", ChangeKind.ROLE, Level.MEDIUM),
        ("Cape Holm", "Cape Sund", ChangeKind.NAME, Level.HIGH),
        ("31 people", "13 people", ChangeKind.NUMBER, Level.HIGH),
    ],
)
def test_a_changed_fact_is_one_finding_of_its_page(
    old: str, new: str, kind: ChangeKind, consequence: Level
) -> None:
    (found,) = changed(old, new, kind)
    assert (found.kind, found.predicate) == (KIND, kind.value)
    assert (found.consequence, found.certainty) == (consequence, Level.HIGH)
    assert found.conflict_class is ConflictClass.PAGE_DATA
    assert "silently" in found.title
    assert "contradict" not in found.title
    assert [(side.independent_min, side.independent_max) for side in found.sides] == [(0, 0), (1, 1)]


def test_a_notice_that_names_the_change_is_quoted_and_lowers_it() -> None:
    notice = "Correction: the Orion was lost on 17 June, not 7 June."
    (found,) = changed("7 June", "17 June", ChangeKind.DATE, notice)
    assert (
        found.title == "“7 June 1911” in an earlier state of a page, “17 June 1911” in a later one, announced"
    )
    assert found.consequence is Level.MEDIUM
    assert [each.quote for each in found.sides[1].evidence][-1] == notice
    assert notice.rstrip(".") in found.why


def test_a_notice_of_something_else_is_said_not_to_name_the_change() -> None:
    notice = "Clarification: the lighthouse belongs to the crown."
    (found,) = changed("31 people", "13 people", ChangeKind.NUMBER, notice)
    assert "not named in its notice" in found.title
    assert (found.consequence, found.certainty) == (Level.HIGH, Level.MEDIUM)


def test_a_count_of_victims_that_rises_is_low_and_one_that_falls_or_is_of_money_is_not() -> None:
    (found,) = changed("31 people", "34 people", ChangeKind.NUMBER)
    assert (found.severity, found.title.rsplit(", ", 1)[1]) == (Level.LOW, "a count that rose")
    text = STORY.replace("31 people drowned", "a boat for 31 crowns was lost")
    a = make_source("a.html", text)
    b = make_source("b.html", text.replace("31 crowns", "34 crowns"))
    (found,) = findings(states(a, b, ChangeKind.NUMBER), KIND)
    assert found.severity is Level.HIGH


def test_states_of_unknown_order_are_not_called_earlier_or_later() -> None:
    (found,) = changed("31 people", "34 people", ChangeKind.NUMBER, is_ordered=False)
    assert found.title == "“31 people” / “34 people” in two states of one page"
    assert "Which of them is the later one is not known." in found.why
    assert [(side.independent_min, side.independent_max) for side in found.sides] == [(0, 1), (0, 1)]
    assert (found.consequence, found.certainty) == (Level.HIGH, Level.MEDIUM)


def test_what_is_there_in_one_state_only_is_added_or_left_out() -> None:
    (found,) = changed(" if the inquiry finds the lights were out", "", ChangeKind.CONDITION)
    assert found.title.startswith(
        "A condition left out of a later state of a page, silently: “if the inquiry"
    )
    (found,) = changed(" in open boats", " in not one open boat", ChangeKind.NEGATION, is_ordered=False)
    assert "in two states of one page" in found.title


def test_one_change_in_several_places_is_one_finding() -> None:
    text = f"{STORY}\n\nOf those aboard, 31 people could not swim, and the parish will bury all of them."
    a = make_source("a.html", text)
    b = make_source("b.html", text.replace("31 people", "13 people"))
    (found,) = findings(states(a, b, ChangeKind.NUMBER), KIND)
    assert [len(side.evidence) for side in found.sides] == [2, 2]


def test_what_was_left_out_added_or_reworded_is_one_low_finding() -> None:
    gone = "The pilot had asked for a second lamp at the point in the spring of that year."
    new = "A fund for widows was opened at the bank in the market square on the same day."
    a = make_source("a.html", f"{STORY} {gone}")
    b = make_source("b.html", f"{STORY.replace('took the others', 'rowed the others')} {new}")
    shared = align(a, b, ChangeKind.WORDING, Direction.A_TO_B, (STORY, b.text[: -len(new) - 1]))
    built = _pool([a, b], [evolve(shared, kind=ReuseKind.VERSION)], "", True)
    (found,) = findings(built, KIND)
    assert found.severity is Level.LOW
    assert found.title == (
        "A later state of a page: 1 sentence left out, 1 sentence added and 1 place reworded, silently"
    )
    assert gone.rstrip(".") in found.why
    assert gone in [each.quote for each in found.sides[0].evidence]


def test_another_spelling_of_a_name_is_low() -> None:
    a, b = make_source("a.html", STORY), make_source("b.html", STORY.replace("Cape Holm", "Kap Holm"))
    built = states(a, b, ChangeKind.NAME)
    (shared,) = built.alignments
    judged = tuple(evolve(each, judgement="another spelling") for each in shared.changes)
    (found,) = findings(evolve(built, alignments=(evolve(shared, changes=judged),)), KIND)
    assert found.severity is Level.LOW
    assert "a name: another spelling." in found.why


def test_a_page_of_figures_is_taken_for_one_that_is_written_anew() -> None:
    towns = "Holm Sund Vik Nes Dal Berg Strand Moen Haug Lund Fjell Sand Bakke Eide".split()
    rows = [
        f"In {town} the gauge at the old bridge stood at {{}} centimetres this morning." for town in towns
    ]
    a = make_source("a.html", "\n".join(row.format(100 + n) for n, row in enumerate(rows)))
    b = make_source("b.html", "\n".join(row.format(300 + n) for n, row in enumerate(rows)))
    found = findings(states(a, b, ChangeKind.NUMBER), KIND)
    assert len(found) == len(towns)
    assert {each.severity for each in found} == {Level.LOW}
    assert "written anew" in found[0].why


def test_equal_states_are_no_finding() -> None:
    assert findings(states(make_source("a.html", STORY), make_source("b.html", STORY))) == []


def test_states_share_no_copied_sentence_and_have_no_two_bylines() -> None:
    a = make_source("a.html", STORY, publisher="Cape News")
    b = make_source("b.html", STORY.replace("31 people", "13 people"), publisher="Cape News")
    kinds = {each.kind for each in findings(states(a, b, ChangeKind.NUMBER))}
    assert kinds == {KIND}


def test_states_of_one_page_are_one_source() -> None:
    a, b = make_source("a.html", STORY), make_source("b.html", STORY)
    pile = Pile(evolve(states(a, b), alignments=()), KNOWLEDGE, ConflictSettings())
    places = [Place(each.source.id, place(each, "31 people")) for each in (a, b)]
    counted = count_independent(pile, places)
    assert (counted.least, counted.most) == (1, 1)
    assert judge_tie(pile, *places) == (Tie.DEPENDENT, "they are states of one page")


def test_what_a_page_said_before_is_held_against_no_other_source() -> None:
    names = {"Orion": ("orion", PERSON), "Holm": ("holm", PERSON)}
    a = make_source("a.html", STORY, names, "Cape News", "1911-06-08")
    b = make_source("b.html", STORY.replace("31 people", "34 people"), names, "Cape News", "1911-06-08")
    text = "In all, 34 people drowned when the Orion was lost off Holm, the board of trade found."
    c = make_source("board.txt", text, names, "Board", "1911-06-09")
    claims = [quantity(each, f"{n} people", n, "people") for each, n in ((a, 31), (b, 34), (c, 34))]
    built = states(a, b, ChangeKind.NUMBER)
    whole = evolve(built, sources=(a, b, c), claims=tuple(claims))
    assert {each.source_id for each in Pile(whole, KNOWLEDGE, ConflictSettings()).claims} == {
        "b.html",
        "board.txt",
    }
    assert [each.kind for each in findings(whole) if each.kind is ConflictKind.QUANTITY] == []
    unordered = evolve(whole, versions=(evolve(whole.versions[0], is_ordered=False),))
    assert len(Pile(unordered, KNOWLEDGE, ConflictSettings()).claims) == 3


def test_what_two_states_say_in_other_words_is_no_difference_of_sources() -> None:
    names = {"Orion": ("orion", PERSON), "Holm": ("holm", PERSON)}
    texts = (
        "Off Holm the Orion sank in fog, and 31 people drowned before the boats came.",
        "When the Orion was lost off Holm, 34 people drowned, the consul wrote home.",
    )
    a, b = (make_source(f"{n}.html", text, names, None, "1911-06-08") for n, text in enumerate(texts))
    claims = tuple(quantity(each, f"{n} people", n, "people") for each, n in ((a, 31), (b, 34)))
    apart = evolve(pool(a, b), claims=claims)
    (found,) = findings(apart, ConflictKind.QUANTITY)
    assert found.conflict_class is ConflictClass.SOURCES_DIFFER
    one = evolve(apart, versions=(PageVersion("0.html", "1.html", "0.html", False, "one address"),))
    (found,) = findings(one, ConflictKind.QUANTITY)
    assert found.conflict_class is ConflictClass.PAGE_DATA
    assert "states of one page" in found.why


def test_a_condition_dropped_between_states_is_no_edited_copy() -> None:
    names = {"Orel Bank": ("bank", PERSON), "Shore Trust": ("trust", PERSON)}
    first = "Orel Bank met Shore Trust. The branch in the old mill can stay open if the tenants agree."
    second = "Shore Trust wrote to Orel Bank. The branch in the old mill will stay open. Nobody objected."
    a = make_source("a.txt", first, names, "Gazette", "2019-02-01")
    b = make_source("b.txt", second, names, "Herald", "2019-02-02")
    assert len(findings(pool(a, b), ConflictKind.EDITED_COPY)) == 1
    one = evolve(pool(a, b), versions=(PageVersion("a.txt", "b.txt", "a.txt", True, "one address"),))
    assert findings(one, ConflictKind.EDITED_COPY) == []


def test_states_that_are_not_in_the_pile_are_passed_over() -> None:
    built = evolve(
        pool(make_source("a.html", STORY)), versions=(PageVersion("a.html", "z", "a.html", True, ""),)
    )
    assert findings(built) == []


def test_hostile_states_are_compared() -> None:
    for text in (
        "\0" * 50,
        "🚢 " * 2_000,
        "x" * 50_000,
        "one line and no more of it here\n" * 2_000,
        "\u202eאבג" * 40,
    ):
        a, b = make_source("a.html", text), make_source("b.html", f"{text} 7")
        whole = Alignment(Span("a.html", 0, len(text)), Span("b.html", 0, len(text)), ReuseKind.VERSION, 1.0)
        assert all(each.severity is Level.LOW for each in findings(_pool([a, b], [whole], "", True)))


RUSSIAN = (
    "В ночь на четверг в порту загорелся сухогруз, и 12 моряков погибли, сообщили в управлении порта. "
    "Тушили его до утра с трёх катеров, и дым был виден в соседнем городе на другом берегу залива."
)
JAPANESE = (
    "昨夜の地震で町の橋が二つ落ち、十二人が死亡したと消防が木曜日に発表した。人々は学校に避難し、"
    "電気と水道はまだ戻っていないと市長の佐藤氏が述べた。国は救援物資を船で送る予定だが、到着は遅れる見込みだ。"
)


def test_a_notice_in_another_language_names_a_change_by_its_figure_and_its_words() -> None:
    notice = "Исправление: в предыдущей версии говорилось о 12 погибших моряках."
    later = RUSSIAN.replace("12 моряков", "9 моряков")
    a, b = make_source("a.html", RUSSIAN), make_source("b.html", f"{later}\n\n{notice}")
    shared = evolve(
        align(a, b, ChangeKind.NUMBER, Direction.A_TO_B, (RUSSIAN, later)), kind=ReuseKind.VERSION
    )
    (found,) = findings(_pool([a, b], [shared], notice, True), KIND)
    assert found.title == "“12 моряков” in an earlier state of a page, “9 моряков” in a later one, announced"


def test_what_was_reworded_in_a_script_without_spaces_is_counted() -> None:
    later = JAPANESE.replace("十二人", "九人")
    a, b = make_source("a.html", JAPANESE), make_source("b.html", later)
    at = JAPANESE.index("十二")
    change = Change(ChangeKind.WORDING, at, at + 2, "十二", at, at + 1, "九")
    whole = Alignment(
        Span("a.html", 0, len(JAPANESE)), Span("b.html", 0, len(later)), ReuseKind.VERSION, 0.98, (change,)
    )
    (found,) = findings(_pool([a, b], [whole], "", True), KIND)
    assert found.title == "A later state of a page: 1 place reworded, silently"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, STORY.count(" ")), st.sampled_from(["not", "7", "Ada Lund", "may", "if"])),
        max_size=4,
    ),
    st.booleans(),
)
def test_every_quote_stands_where_the_finding_says(edits: list[tuple[int, str]], is_ordered: bool) -> None:
    words = STORY.split(" ")
    for at, word in edits:
        words[at] = word
    a, b = make_source("a.html", STORY), make_source("b.html", " ".join(words))
    texts = {"a.html": a.text, "b.html": b.text}
    for kind in (ChangeKind.WORDING, ChangeKind.NUMBER):
        built = states(a, b, kind, is_ordered=is_ordered)
        found = findings(built, KIND)
        assert found == findings(built, KIND)
        for each in (one for conflict in found for side in conflict.sides for one in side.evidence):
            assert each.span is not None
            assert texts[each.source_id][each.span.start : each.span.end] == each.quote


def _chain(texts: Sequence[str], ordered: Sequence[tuple[int, int, bool]]) -> list[Conflict]:
    """Texts as states of one page, each aligned with each; `ordered`: neighbours and whether in order."""
    made = [make_source(f"{n}.html", text, publisher="Cape News") for n, text in enumerate(texts)]
    shared = [
        evolve(align(a, b, ChangeKind.NUMBER), kind=ReuseKind.VERSION)
        for n, a in enumerate(made)
        for b in made[n + 1 :]
    ]
    versions = tuple(
        PageVersion(f"{a}.html", f"{b}.html", "0.html", is_ordered, "one address")
        for a, b, is_ordered in ordered
    )
    return findings(evolve(pool(*made, alignments=shared), versions=versions), KIND)


def test_a_change_that_two_pairs_of_states_show_is_told_once_with_all_states() -> None:
    later = STORY.replace("31 people", "13 people")
    made = _chain([STORY, STORY.replace("fog", "a fog"), later], [(0, 2, True), (1, 2, True)])
    (found,) = (each for each in made if "31 people" in each.title)
    assert [[each.source_id for each in side.evidence] for side in found.sides] == [
        ["0.html", "1.html"],
        ["2.html"],
    ]


def test_all_states_that_read_so_stand_on_a_side() -> None:
    later = STORY.replace("31 people", "13 people")
    found = _chain([STORY, later, later.replace("7 June", "17 June")], [(0, 1, True), (1, 2, True)])
    people = next(each for each in found if "people" in each.title)
    assert [[each.source_id for each in side.evidence] for side in people.sides] == [
        ["0.html"],
        ["1.html", "2.html"],
    ]
    assert [(side.independent_min, side.independent_max) for side in people.sides] == [(0, 0), (1, 1)]


def test_a_page_that_went_back_to_what_it_said_speaks_for_that() -> None:
    found = _chain([STORY, STORY.replace("31 people", "13 people"), STORY], [(0, 1, True), (1, 2, True)])
    assert len(found) == 2
    for each in found:
        counted = {side.value: (side.independent_min, side.independent_max) for side in each.sides}
        assert counted == {"31 people": (1, 1), "13 people": (0, 0)}


def test_a_retraction_is_a_high_finding_with_the_texts_that_copied_it() -> None:
    notice = "This paper was retracted on 3 May 2021, for the figures cannot be traced."
    a = make_source("paper.txt", STORY, publisher="Annals")
    b = make_source("paper-2.txt", f"RETRACTED\n\n{notice}\n\n{STORY}", publisher="Annals")
    c = make_source("echo.txt", STORY, publisher="Echo")
    shared = [
        evolve(align(a, b, within=(STORY, STORY)), kind=ReuseKind.VERSION),
        align(a, c),
        align(b, c, within=(STORY, STORY)),
    ]
    version = PageVersion("paper.txt", "paper-2.txt", "paper.txt", True, "one title", place(b, notice))
    built = evolve(pool(a, b, c, alignments=shared), versions=(version,))
    found = next(each for each in findings(built, KIND) if each.predicate == "retraction")
    assert (found.severity, found.conflict_class) == (Level.HIGH, ConflictClass.PAGE_DATA)
    assert notice in [each.quote for each in found.sides[1].evidence]
    assert "Texts that share passages with it: echo.txt." in found.why


@pytest.mark.parametrize(
    ("notice", "is_taken_back"),
    [
        ("RETRACTED: A steamer on the reef", True),
        ("The editors regret that this paper has since been withdrawn.", True),
        ("Retraction, 4 May: the names of the passengers were invented.", True),
        ("Correction: an earlier version said that the charge against the owner was withdrawn.", False),
        ("Correction: the boats were withdrawn from the reef at six, not at nine.", False),
        ("Expression of concern: the editors look into the figures.", False),
    ],
)
def test_only_what_takes_the_text_itself_back_is_a_retraction(notice: str, is_taken_back: bool) -> None:
    a, b = make_source("a.html", STORY), make_source("b.html", f"{STORY}\n\n{notice}")
    shared = evolve(align(a, b, within=(STORY, STORY)), kind=ReuseKind.VERSION)
    found = findings(_pool([a, b], [shared], notice, True), KIND)
    assert any(each.predicate == "retraction" for each in found) is is_taken_back
