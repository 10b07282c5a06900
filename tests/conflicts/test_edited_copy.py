"""What was changed inside a copied passage."""

from attrs import evolve

from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from provenance.model.reuse import ANOTHER_SPELLING, MISREADING, Alignment, ChangeKind, Direction
from tests.conflicts.pools import BODY, align, findings, make_source, pool

RELEASE = (
    "The plant in Verona will cut 340 jobs by the end of the year, the company said in a statement. "
    "Unions were told in a meeting at the site, and talks about terms begin in the first week of next month."
)


def changed(old: str, new: str, kind: ChangeKind, direction: Direction = Direction.A_TO_B) -> list[Conflict]:
    a = make_source("release.txt", RELEASE, publisher="Works")
    b = make_source("paper.txt", RELEASE.replace(old, new), publisher="Paper")
    return findings(pool(a, b, alignments=[align(a, b, kind, direction)]), ConflictKind.EDITED_COPY)


def test_a_changed_number_is_high_and_the_copy_no_witness() -> None:
    (found,) = changed("340 jobs", "430 jobs", ChangeKind.NUMBER)
    assert found.severity is Level.HIGH
    assert found.conflict_class is ConflictClass.CHANGED_IN_REUSE
    assert [(s.value, s.independent_min, s.independent_max) for s in found.sides] == [
        ("340 jobs", 1, 1),
        ("430 jobs", 0, 0),
    ]
    assert found.title == "“340 jobs” became “430 jobs” in a copied sentence"
    assert "contradict" not in found.why.lower()
    assert all(len(e.quote) <= 150 for s in found.sides for e in s.evidence)


def test_without_direction_either_text_may_be_the_altered_one() -> None:
    (found,) = changed("340 jobs", "430 jobs", ChangeKind.NUMBER, Direction.UNKNOWN)
    assert [(s.independent_min, s.independent_max) for s in found.sides] == [(0, 1), (0, 1)]
    assert found.title == "“430 jobs” / “340 jobs” in a shared sentence"


def test_whole_dates_are_shown() -> None:
    text = (
        "The bridge at Orel was closed on 7 June 2011 for repairs, and the buses take the road by the lake."
    )
    a, b = make_source("a.txt", text), make_source("b.txt", text.replace("7 June", "17 June"))
    (found,) = findings(pool(a, b, alignments=[align(a, b, ChangeKind.DATE)]), ConflictKind.EDITED_COPY)
    assert [s.value for s in found.sides] == ["7 June 2011", "17 June 2011"]


def test_one_value_in_figures_and_in_words_is_no_change() -> None:
    a = make_source("a.txt", RELEASE.replace("340", "14"))
    b = make_source("b.txt", RELEASE.replace("340", "fourteen"))
    assert findings(pool(a, b, alignments=[align(a, b, ChangeKind.NUMBER)]), ConflictKind.EDITED_COPY) == []


def test_a_condition_is_missed_in_a_short_sentence_that_is_no_shared_passage() -> None:
    names = {"Orel Bank": ("bank", BODY), "Shore Trust": ("trust", BODY)}
    first = "Orel Bank met Shore Trust. The branch in the old mill can stay open if the tenants agree."
    second = "Shore Trust wrote to Orel Bank. The branch in the old mill will stay open. Nobody objected."
    a = make_source("a.txt", first, names, "Gazette", "2019-02-01")
    b = make_source("b.txt", second, names, "Herald", "2019-02-02")
    (found,) = findings(pool(a, b), ConflictKind.EDITED_COPY)
    assert found.predicate == "condition"
    assert [(s.independent_min, s.independent_max) for s in found.sides] == [(0, 1), (0, 1)]
    c = make_source("c.txt", second, {}, "Herald", "2019-02-02")
    assert findings(pool(a, c), ConflictKind.EDITED_COPY) == []


def test_other_wording_in_a_close_copy_is_low() -> None:
    (found,) = changed("begin in", "started in", ChangeKind.WORDING)
    assert found.severity is Level.LOW


def test_typography_and_whole_sentences_are_silent() -> None:
    assert changed("end of the year", "end-of-the-year", ChangeKind.TYPOGRAPHY) == []
    assert changed("Unions were", "Nobody spoke to the press about it. Unions were", ChangeKind.WORDING) == []


def test_a_dropped_condition_says_where_a_like_one_stands() -> None:
    a = make_source("a.txt", "The strike will begin on Monday at all ports if the owners refuse the offer.")
    b = make_source(
        "b.txt",
        "It hangs on whether the owners refuse the offer. The strike will begin on Monday at all ports.",
    )
    c = make_source(
        "c.txt",
        "Talks failed. The strike will begin on Monday at all ports. If owners refuse the offer, ships wait.",
    )
    within = ("The strike will begin on Monday at all ports",) * 2
    (alone,) = findings(pool(a, b, alignments=[align(a, b, within=within)]), ConflictKind.EDITED_COPY)
    assert "No like condition" in alone.why
    assert alone.predicate == "condition"
    (near,) = findings(pool(a, c, alignments=[align(a, c, within=within)]), ConflictKind.EDITED_COPY)
    assert "stands close by" in near.why
    assert near.certainty is Level.MEDIUM


def test_another_spelling_of_one_name_is_no_change_of_name() -> None:
    names = {"Novy Bank": ("bank", BODY), "Nowy Bank": ("bank", BODY), "Orel Bank": ("orel", BODY)}
    text = "The loan came from Novy Bank in the spring, and it was paid back within a month by the firm."
    a = make_source("a.txt", text, names)

    def find(other: str) -> list[Conflict]:
        b = make_source("b.txt", text.replace("Novy Bank", other), names)
        return findings(pool(a, b, alignments=[align(a, b, ChangeKind.NAME)]), ConflictKind.EDITED_COPY)

    assert find("Nowy Bank") == []
    assert [c.consequence for c in find("Orel Bank")] == [Level.HIGH]


def test_copies_that_change_one_place_are_sides_of_one_finding() -> None:
    a = make_source("a.txt", RELEASE)
    b = make_source("b.txt", RELEASE.replace("340", "430"))
    c = make_source("c.txt", RELEASE.replace("340", "304"))
    both: list[Alignment] = [
        align(a, b, ChangeKind.NUMBER),
        align(a, c, ChangeKind.NUMBER),
        align(b, c, ChangeKind.NUMBER),
    ]
    (found,) = findings(pool(a, b, c, alignments=both), ConflictKind.EDITED_COPY)
    assert sorted(s.value for s in found.sides) == ["304 jobs", "340 jobs", "430 jobs"]


def test_titles_have_whole_words_without_the_marks_around_them() -> None:
    (aged,) = changed("a statement", "a 14-day-old statement", ChangeKind.WORDING)
    assert "14-day-old" in aged.title
    text = (
        "The ring was found by a 61-year-old diver from Bergen off the old pier, and the museum, as a rule, "
        "pays for such finds within a month."
    )
    a = make_source("a.txt", text)
    b = make_source("b.txt", text.replace("61-year", "16-year"))
    (found,) = findings(pool(a, b, alignments=[align(a, b, ChangeKind.NUMBER)]), ConflictKind.EDITED_COPY)
    assert [s.value for s in found.sides] == ["61-year-old", "16-year-old"]
    c = make_source("c.txt", text.replace(", as a rule, pays", " always pays"))
    (sure,) = findings(pool(a, c, alignments=[align(a, c, ChangeKind.MODALITY)]), ConflictKind.EDITED_COPY)
    assert sure.sides[0].value.startswith("as a rule")


def test_a_changed_role_is_of_medium_consequence() -> None:
    (found,) = changed("the company said", "the director said", ChangeKind.ROLE)
    assert found.consequence is Level.MEDIUM
    assert "what changed is a role" in found.why


def test_the_direction_names_the_texts_and_leaves_quotes_alone() -> None:
    a = make_source("release.txt", RELEASE)
    b = make_source("paper.txt", RELEASE.replace("340", "430"))
    reason = 'text b credits the publisher of text a: "see text a"'
    one = evolve(align(a, b, ChangeKind.NUMBER, Direction.A_TO_B), direction_reason=reason)
    (found,) = findings(pool(a, b, alignments=[one]), ConflictKind.EDITED_COPY)
    assert 'paper.txt credits the publisher of release.txt: "see text a".' in found.why
    open_one = evolve(one, direction=Direction.UNKNOWN)
    (unknown,) = findings(pool(a, b, alignments=[open_one]), ConflictKind.EDITED_COPY)
    assert "Which of the copies was altered" in unknown.why
    assert "Direction not known" in unknown.why


def judged(old: str, new: str, kind: ChangeKind, judgement: str) -> list[Conflict]:
    a = make_source("release.txt", RELEASE, publisher="Works")
    b = make_source("paper.txt", RELEASE.replace(old, new), publisher="Paper")
    found = align(a, b, kind, Direction.A_TO_B)
    changes = tuple(evolve(change, judgement=judgement) for change in found.changes)
    return findings(pool(a, b, alignments=[evolve(found, changes=changes)]), ConflictKind.EDITED_COPY)


def test_a_figure_that_may_be_misread_is_low_and_said_so() -> None:
    (found,) = judged("340 jobs", "840 jobs", ChangeKind.NUMBER, MISREADING)
    assert (found.consequence, found.severity) == (Level.LOW, Level.LOW)
    assert "may be misread" in found.why


def test_a_misreading_is_silent() -> None:
    assert judged("Unions were", "Uuions were", ChangeKind.OCR, MISREADING) == []


def test_another_spelling_by_its_letters_is_a_low_matter_of_spelling() -> None:
    (found,) = judged("Verona", "Bern", ChangeKind.NAME, ANOTHER_SPELLING)
    assert found.conflict_class is ConflictClass.SPELLING
    assert found.severity is Level.LOW


def test_a_name_that_only_one_text_has_is_no_other_name() -> None:
    found = changed("in a meeting", "in a meeting in Udine", ChangeKind.NAME)
    assert [each.consequence for each in found] == [Level.LOW]


def test_facts_that_stand_close_together_are_findings_of_their_own() -> None:
    text = (
        "The orchard lost 12 trees, 5 hives and 9 goats in the flood, the farmer told the board,"
        " and the road to the mill stayed under water until the end of the week."
    )
    other = text.replace("12 trees", "21 trees").replace("5 hives", "6 hives").replace("9 goats", "8 goats")
    a, b = make_source("a.txt", text), make_source("b.txt", other)
    found = findings(pool(a, b, alignments=[align(a, b, ChangeKind.NUMBER)]), ConflictKind.EDITED_COPY)
    assert sorted(each.sides[0].value for each in found) == ["12 trees", "5 hives", "9 goats"]


def test_a_date_in_another_language_takes_no_word_with_it() -> None:
    text = (
        "El canal viejo se llenó el 8 de junio de 1911 y los vecinos limpiaron las calles durante tres días"
        " hasta que el alcalde mandó abrir de nuevo la escuela del barrio."
    )
    a, b = make_source("a.txt", text), make_source("b.txt", text.replace("junio", "julio"))
    shared = align(a, b, ChangeKind.DATE)
    (change,) = shared.changes
    day, year = text.index("8 de"), text.index(" y los")
    wide = evolve(
        change, a_start=day, a_end=year, a_text=text[day:year],
        b_start=day, b_end=year, b_text=text.replace("junio", "julio")[day:year],
    )  # fmt: skip
    (found,) = findings(pool(a, b, alignments=[evolve(shared, changes=(wide,))]), ConflictKind.EDITED_COPY)
    assert sorted(side.value for side in found.sides) == ["8 de julio de 1911", "8 de junio de 1911"]


def test_what_turns_a_statement_is_one_finding() -> None:
    text = (
        "The quarry may open again if the council agrees, the owner told the meeting in the hall, and the"
        " lorries would take the road by the lake until the end of the summer."
    )
    other = text.replace("may open again if the council agrees", "will open again")
    a, b = make_source("a.txt", text), make_source("b.txt", other)
    shared = align(a, b)
    kinds = (ChangeKind.MODALITY, ChangeKind.CONDITION)
    changes = tuple(evolve(each, kind=kind) for each, kind in zip(shared.changes, kinds, strict=True))
    (found,) = findings(pool(a, b, alignments=[evolve(shared, changes=changes)]), ConflictKind.EDITED_COPY)
    assert found.predicate in ("modality", "condition")
