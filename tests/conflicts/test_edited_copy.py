"""What was changed inside a copied passage."""

from attrs import evolve

from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from provenance.model.reuse import (
    ANOTHER_SPELLING,
    MISREADING,
    Alignment,
    Change,
    ChangeKind,
    Direction,
    ReuseKind,
)
from provenance.model.spans import Span
from tests.conflicts.pools import BODY, PERSON, align, findings, make_source, pool

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
    assert found.title == "“340 jobs” became “430 jobs” in a sentence that a later text has again"
    assert "contradict" not in found.why.lower()
    assert all(len(e.quote) <= 150 for s in found.sides for e in s.evidence)


def test_a_sentence_is_called_copied_only_where_the_later_text_credits_the_earlier_one() -> None:
    text = RELEASE.replace("340", "430")

    def title(reason: str, *publishers: str) -> str:
        a, b = (
            make_source(path, words, publisher=house)
            for path, words, house in zip(("a.txt", "b.txt"), (RELEASE, text), publishers, strict=True)
        )
        shared = evolve(align(a, b, ChangeKind.NUMBER, Direction.A_TO_B), direction_reason=reason)
        (found,) = findings(pool(a, b, alignments=[shared]), ConflictKind.EDITED_COPY)
        return found.title

    credit = 'text b credits the publisher of text a: "told Works"'
    assert title(credit, "Works", "Paper").endswith(" became “430 jobs” in a copied sentence")
    assert title("text a is dated earlier", "Works", "Paper").endswith(" that a later text has again")
    assert title("text a is dated earlier", "Works", "Works").endswith(" that its publisher has again")


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
    (found,) = changed("at the site", "at the chapel", ChangeKind.WORDING)
    assert found.severity is Level.LOW
    assert found.predicate == "wording"


def test_words_that_can_stand_for_one_another_and_what_only_one_text_has_are_no_change() -> None:
    assert changed("begin in", "start in", ChangeKind.WORDING) == []
    assert changed("a statement", "a short statement", ChangeKind.WORDING) == []
    assert changed("company said", "company announced", ChangeKind.ATTRIBUTION) == []
    assert changed("will cut", "'ll cut", ChangeKind.MODALITY) == []
    assert changed("by the end of the year", "on Monday by the end of the year", ChangeKind.DATE) == []


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


def test_a_title_names_the_first_readings_and_counts_the_others() -> None:
    made = [make_source(f"{n}.txt", RELEASE.replace("340", str(340 + n))) for n in range(7)]
    shared = [align(made[0], each, ChangeKind.NUMBER) for each in made[1:]]
    (found,) = findings(pool(*made, alignments=shared), ConflictKind.EDITED_COPY)
    assert len(found.sides) == 7
    assert found.title == ("“340 jobs” / “341 jobs” / “342 jobs” / “343 jobs” / 3 more in a shared sentence")


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
    assert changed("in a meeting", "in a meeting in Udine", ChangeKind.NAME) == []


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


WIRE = (
    "Rail company Ostbane will shut its depot in Molde by the autumn of next year and move the trains. The"
    " mayor called it a hard day for a town that has had a depot for as long as anyone there can remember."
)


def test_who_said_it_is_low_where_a_copy_only_adds_it_and_high_where_a_copy_leaves_a_name_out() -> None:
    names = {"Ostbane": ("ostbane", BODY), "Kari Lie": ("lie", PERSON)}
    longer = WIRE.replace("move the trains", "move the trains, Kari Lie told reporters")
    plain, credited = make_source("a.txt", WIRE, names), make_source("b.txt", longer, names)

    def find(direction: Direction) -> Conflict:
        shared = align(plain, credited, ChangeKind.ATTRIBUTION, direction)
        (found,) = findings(pool(plain, credited, alignments=[shared]), ConflictKind.EDITED_COPY)
        return found

    added, dropped, unknown = map(find, (Direction.A_TO_B, Direction.B_TO_A, Direction.UNKNOWN))
    assert [each.consequence for each in (added, dropped, unknown)] == [Level.LOW, Level.HIGH, Level.MEDIUM]
    again = "a sentence that a later text has again: “Kari Lie told reporters”"
    assert added.title == f"Who said it added to {again}"
    assert dropped.title == f"Who said it left out of {again}"


def test_who_said_it_is_low_where_the_other_text_is_by_that_very_speaker() -> None:
    longer = WIRE.replace("move the trains", "move the trains, according to Ostbane")
    names = {"Ostbane": ("ostbane", BODY)}
    a, b = make_source("a.txt", WIRE, names, "Ostbane"), make_source("b.txt", longer, names, "Wire")
    (found,) = findings(
        pool(a, b, alignments=[align(a, b, ChangeKind.ATTRIBUTION)]), ConflictKind.EDITED_COPY
    )
    assert found.consequence is Level.LOW


def test_another_credit_in_the_sentence_stands_against_the_one_left_out() -> None:
    names = {"Kari Lie": ("lie", PERSON), "Fjord Post": ("post", BODY)}
    first = WIRE.replace("move the trains", "move the trains, according to a letter from Kari Lie")
    second = WIRE.replace("Rail company", "As the Fjord Post reported, rail company")
    a, b = make_source("a.txt", first, names), make_source("b.txt", second, names)
    within = (first, second[second.index("rail company") :])
    shared = align(a, b, ChangeKind.ATTRIBUTION, Direction.A_TO_B, within)
    (found,) = findings(pool(a, b, alignments=[shared]), ConflictKind.EDITED_COPY)
    assert [side.value for side in found.sides] == [
        "according to a letter from Kari Lie",
        "As the Fjord Post reported",
    ]
    assert found.consequence is Level.MEDIUM
    assert "left out" not in found.title


def test_one_change_that_two_pairs_of_copies_show_is_told_once() -> None:
    longer = WIRE.replace("move the trains", "move the trains, it said on Friday")
    texts = {"a.txt": WIRE, "b.txt": longer, "c.txt": longer, "d.txt": WIRE}
    a, b, c, d = (make_source(path, text) for path, text in texts.items())
    pairs = [align(a, b, ChangeKind.ATTRIBUTION), align(d, c, ChangeKind.ATTRIBUTION)]
    (found,) = findings(pool(a, b, c, d, alignments=pairs), ConflictKind.EDITED_COPY)
    assert [[each.source_id for each in side.evidence] for side in found.sides] == [
        ["a.txt", "d.txt"],
        ["b.txt", "c.txt"],
    ]
    assert found.title.startswith("Who said it in only some copies of a sentence: ")


def test_a_side_has_no_part_of_the_name_before_it() -> None:
    text = (
        "Sund AS may buy the ground from the parish in spring, the mayor said, and the school would then move"
        " to the old mill on the other side of the river, where there is room for a hundred pupils."
    )
    names = {"Sund AS": ("sund", BODY), "Sund": ("sund", BODY)}
    a = make_source("a.txt", text, names)
    b = make_source("b.txt", text.replace("AS may", "will"), names)
    c = make_source("c.txt", text.replace("Sund AS", "Sund"), names)
    both = [align(a, b, ChangeKind.MODALITY), align(b, c, ChangeKind.MODALITY)]
    (found,) = findings(pool(a, b, c, alignments=both), ConflictKind.EDITED_COPY)
    assert [side.value for side in found.sides] == ["may", "will"]
    unnamed = [make_source(each.source.path, each.text) for each in (a, b, c)]
    pairs = [align(unnamed[i], unnamed[i + 1], ChangeKind.MODALITY) for i in (0, 1)]
    (found,) = findings(pool(*unnamed, alignments=pairs), ConflictKind.EDITED_COPY)
    assert [side.value for side in found.sides] == ["may", "will"]


def test_a_word_that_only_one_text_has_is_no_part_of_a_changed_figure_near_it() -> None:
    text = (
        "The herds grew 14 days sooner (in two of three valleys) and gave 18% more milk than before the new"
        " feed was tried, and farmers in all of the valleys asked for another year of it at the same price."
    )
    other = text.replace(" (in two of three valleys)", "").replace("18%", "81%")
    a, b = make_source("a.txt", text), make_source("b.txt", other)
    shared = align(a, b)
    kinds = (ChangeKind.WORDING, ChangeKind.NUMBER)
    changes = tuple(evolve(each, kind=kind) for each, kind in zip(shared.changes, kinds, strict=True))
    found = findings(pool(a, b, alignments=[evolve(shared, changes=changes)]), ConflictKind.EDITED_COPY)
    (number,) = (each for each in found if each.predicate == "number")
    assert [side.value for side in number.sides] == ["18%", "81%"]


def test_a_misread_word_is_no_side_beside_the_words_themselves() -> None:
    text = (
        "My aunt was seven years old when the ice carried the mill away, and she told it ever after as the"
        " greatest day of her life, though the miller had lost both his carts and the better of his mules."
    )
    old, new = make_source("a.txt", text), make_source("b.txt", text.replace("seven", "eight"))
    scan = make_source("scan.txt", text.replace("seven", "se5en"))
    pairs = [align(old, new, ChangeKind.NUMBER), align(new, scan, ChangeKind.NUMBER)]
    (found,) = findings(pool(old, new, scan, alignments=pairs), ConflictKind.EDITED_COPY)
    assert [side.value for side in found.sides] == ["seven years", "eight years"]
    assert "scan.txt has “se5en” there, which may be a misreading" in found.why


def test_what_only_one_heading_has_is_no_change() -> None:
    body = (
        "In the second spring after the flood my uncle bought the ferry and the house that went with it, and"
        " he had the ropes made new and the bell hung from the walnut tree where all the valley could hear."
    )
    a = make_source("a.txt", f"The ferry and the bell. Part one. Leipzig, 1847\n\n{body}")
    b = make_source("b.txt", f"The ferry and the bell. Part one.\n\n{body}")
    assert findings(pool(a, b, alignments=[align(a, b, ChangeKind.DATE)]), ConflictKind.EDITED_COPY) == []
    c = make_source("c.txt", f"The ferry and the bell. Part one. Leipzig, 1874\n\n{body}")
    (found,) = findings(pool(a, c, alignments=[align(a, c, ChangeKind.DATE)]), ConflictKind.EDITED_COPY)
    assert [side.value for side in found.sides] == ["1847", "1874"]


def test_in_a_script_without_spaces_a_side_is_no_whole_clause_and_no_change_is_a_slip() -> None:
    text = (
        "港口城市的新灯塔于十月正式启用，总费用约为42.5亿元，工程历时六年，共有三百多名工人参与建设。"
        "市长在仪式上说，灯塔将使夜间航行更加安全，渔民们对此表示欢迎，孩子们唱了歌。"
    )
    a, b = (
        make_source("a.txt", text),
        make_source("b.txt", text.replace("42.5", "24.5").replace("十月", "七月")),
    )
    sources = [evolve(each, source=evolve(each.source, language="zh")) for each in (a, b)]
    changes = []
    for old, new, kind in (("十月", "七月", ChangeKind.DATE), ("42.5", "24.5", ChangeKind.NUMBER)):
        at = text.index(old)
        changes.append(Change(kind, at, at + len(old), old, at, at + len(new), new))
    whole = [Span(each.source.id, 0, len(text)) for each in sources]
    shared = Alignment(whole[0], whole[1], ReuseKind.EDITED, 0.95, tuple(changes))
    found = findings(pool(*sources, alignments=[shared]), ConflictKind.EDITED_COPY)
    assert {each.predicate for each in found} == {"date", "number"}
    assert all(len(side.value) < 10 for each in found for side in each.sides)
    assert all("characters" in each.why for each in found)


def test_words_of_another_language_are_no_slips_of_english_ones() -> None:
    text = (
        "El río subió tres metros en una noche, y sesenta vecinos pasaron la noche en la escuela del norte"
        " del pueblo mientras los bomberos buscaban a los perros que habían quedado en los corrales."
    )
    a, b = (
        evolve(each, source=evolve(each.source, language="es"))
        for each in (make_source("a.txt", text), make_source("b.txt", text.replace("sesenta", "setenta")))
    )
    (found,) = findings(pool(a, b, alignments=[align(a, b, ChangeKind.NUMBER)]), ConflictKind.EDITED_COPY)
    assert sorted(side.value.split()[0] for side in found.sides) == ["sesenta", "setenta"]


def test_a_copy_that_names_a_source_of_its_own_for_its_figure_is_a_witness() -> None:
    own = RELEASE.replace("340 jobs", "430 jobs").replace(
        "the company said in a statement", "according to a letter that the Post has seen"
    )

    def counted(text: str, publisher: str = "Works") -> list[tuple[int, int]]:
        a, b = make_source("release.txt", RELEASE, publisher=publisher), make_source("paper.txt", text)
        shared = align(a, b, ChangeKind.NUMBER, Direction.A_TO_B, (RELEASE[:60], text[:60]))
        (found,) = findings(pool(a, b, alignments=[shared]), ConflictKind.EDITED_COPY)
        assert ("a source of its own" in found.why) is (found.sides[1].independent_max > 0)
        return [(side.independent_min, side.independent_max) for side in found.sides]

    assert counted(own) == [(1, 1), (1, 1)]
    assert counted(own.replace("a letter that the Post has seen", "Works"), "Works") == [(1, 1), (0, 0)]
    assert counted(RELEASE.replace("340 jobs", "430 jobs")) == [(1, 1), (0, 0)]


def test_one_figure_with_other_marks_between_its_thousands_is_no_change() -> None:
    text = (
        "The league lends 41,500 books a year to the villages along the river, the librarian told them all,"
        " and it asks for a second boat because the first one has not been painted since the end of the war."
    )

    def find(number: str) -> list[Conflict]:
        a, b = make_source("a.txt", text), make_source("b.txt", text.replace("41,500", number))
        return findings(pool(a, b, alignments=[align(a, b, ChangeKind.NUMBER)]), ConflictKind.EDITED_COPY)

    for number in ("41 500", "41.500", "41’500", "41500"):
        assert find(number) == [], number
    for number in ("41.5", "14 500", "41,600", "415,00"):
        assert len(find(number)) == 1, number


def test_one_day_written_otherwise_is_no_change() -> None:
    text = (
        "The lamp on the mole will be lit again on 12 March 1924, when the fleet is back from the banks, and"
        " the band of the fire brigade has been asked to play as long as the wind stays in the west."
    )

    def find(day: str, kind: ChangeKind = ChangeKind.WORDING) -> list[Conflict]:
        a, b = make_source("a.txt", text), make_source("b.txt", text.replace("12 March 1924", day))
        return findings(pool(a, b, alignments=[align(a, b, kind)]), ConflictKind.EDITED_COPY)

    assert find("12th March 1924") == find("12 Mar 1924", ChangeKind.DATE) == []
    assert len(find("13 March 1924", ChangeKind.DATE)) == 1


def test_a_word_beside_a_verb_of_saying_is_not_who_said_it() -> None:
    text = (
        '"In a dry year the beck is so low that nobody has ever caught a salmon," said Nell Rigg, who has'
        " kept the inn for as long as the road has had a number, and who sold the last of her boats in June."
    )
    names = {"Nell Rigg": ("rigg", PERSON), "Tom Rigg": ("tom", PERSON)}

    def kinds(old: str, new: str) -> list[str]:
        a, b = make_source("a.txt", text, names), make_source("b.txt", text.replace(old, new), names)
        shared = align(a, b, ChangeKind.ATTRIBUTION)
        return [x.predicate for x in findings(pool(a, b, alignments=[shared]), ConflictKind.EDITED_COPY)]

    assert kinds("a salmon", "an eel") == ["wording"]
    assert kinds("Nell Rigg", "Tom Rigg") == kinds("said Nell", "claimed Nell") == ["attribution"]


def test_a_line_of_credit_in_other_words_is_no_change() -> None:
    body = "The dam will be emptied in May, and the boats have to leave the lower basin before the tenth."
    a = make_source("a.txt", f"{body}\n\nSource: Upland Press Service", publisher="Valley Post")
    b = make_source("b.txt", f"{body}\n\nWith material from Upland Press Service.", publisher="Hill Times")
    c = make_source("c.txt", f"{body} It is old.", publisher="Upland Press Service")
    shared = [align(a, b, ChangeKind.WORDING)]
    assert findings(pool(a, b, c, alignments=shared), ConflictKind.EDITED_COPY) == []


def test_a_number_with_its_unit_first_is_the_same_number() -> None:
    text = (
        "The bell of the old chapel was cast in the year of the great frost and rang for one and thirty years"
        " before the rope was cut by a boy who had been sent to clean the tower on the eve of the fair."
    )

    def find(number: str) -> list[Conflict]:
        a = make_source("a.txt", text)
        b = make_source("b.txt", text.replace("one and thirty", number))
        return findings(pool(a, b, alignments=[align(a, b, ChangeKind.NUMBER)]), ConflictKind.EDITED_COPY)

    assert find("thirty-one") == []
    (found,) = find("thirty-two")
    assert [side.value for side in found.sides] == ["one and thirty years", "thirty-two years"]
