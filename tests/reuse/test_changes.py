"""What was changed inside a copy, and of what kind it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.reuse import Change, ChangeKind
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_alignments
from provenance.reuse.edits.change_kinds import judge_change, make_wording
from tests.reuse.cases import FERRY, KNOWLEDGE, MILL, SETTINGS, find

WORDING = make_wording(KNOWLEDGE)
TAIL = f"of the harbour. {MILL}"


def changes(one: str, other: str) -> list[tuple[ChangeKind, str, str]]:
    (found,) = find(a=one, b=other)
    is_straight = found.a.quote(one) in one and one[found.a.start : found.a.end] == found.a.quote(one)
    assert is_straight
    return [(c.kind, c.a_text, c.b_text) for c in found.changes]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("14", "40", ChangeKind.NUMBER),
        ("three", "four", ChangeKind.NUMBER),
        ("1,200", "1,300", ChangeKind.NUMBER),
        ("three", "3", ChangeKind.WORDING),
        ("March", "April", ChangeKind.DATE),
        ("Monday", "Friday", ChangeKind.DATE),
        ("1906", "1908", ChangeKind.DATE),
        ("not", "", ChangeKind.NEGATION),
        ("did", "didn't", ChangeKind.NEGATION),
        ("may", "will", ChangeKind.MODALITY),
        ("", "if approved", ChangeKind.CONDITION),
        ("", "if the owner decides to sell the boat", ChangeKind.CONDITION),
        ("", "according to the mill", ChangeKind.ATTRIBUTION),
        ("said", "claimed", ChangeKind.ATTRIBUTION),
        ("said", "says", ChangeKind.WORDING),
        ("Mansouri", "Mansuri", ChangeKind.NAME),
        ("Okafor", "Adeyemi", ChangeKind.NAME),
        ("about", "at least", ChangeKind.HEDGE),
        ("about", "nearly", ChangeKind.WORDING),
        ("about 14", "nearly fourteen", ChangeKind.WORDING),
        ("at least four boats", "at least 4 boats", ChangeKind.WORDING),
        ("at least four boats", "at least 40 boats", ChangeKind.NUMBER),
        ("about 14 per cent", "nearly 14 percent", ChangeKind.WORDING),
        ("", "at least", ChangeKind.HEDGE),
        ("boat", "vessel", ChangeKind.WORDING),
        ("Harbour", "harbour", ChangeKind.TYPOGRAPHY),
        ("anti-war", "antiwar", ChangeKind.TYPOGRAPHY),
        ("", "a long clause with 14 words or so that someone has put in", ChangeKind.WORDING),
    ],
)
def test_kinds_of_changes(one: str, other: str, kind: ChangeKind) -> None:
    assert judge_change(one, other, ("the", "of"), WORDING) is kind
    assert judge_change(other, one, ("the", "of"), WORDING) is kind


@pytest.mark.parametrize(
    ("one", "other", "after", "kind"),
    [
        ("captain", "coach", "of", ChangeKind.ROLE),
        ("the mayor", "a former mayor", "of", ChangeKind.ROLE),
        ("vice", "", "president", ChangeKind.ROLE),
        ("acting", "deputy", "governor", ChangeKind.ROLE),
        ("foreign", "prime", "minister", ChangeKind.ROLE),
        ("chairman", "chairwoman", "of", ChangeKind.WORDING),
        ("tall", "", "governor", ChangeKind.WORDING),
        ("", "mayor", "of", ChangeKind.WORDING),
        ("Mayor Svensson", "Governor Adeyemi", "of", ChangeKind.NAME),
        ("said the mayor", "claimed the governor", "of", ChangeKind.ATTRIBUTION),
    ],
)
def test_another_title_is_a_change_of_role(one: str, other: str, after: str, kind: ChangeKind) -> None:
    wording = make_wording(load_knowledge())
    assert judge_change(one, other, ("the", after), wording) is kind
    assert judge_change(other, one, ("the", after), wording) is kind


@pytest.mark.parametrize(
    ("one", "other", "context", "kind"),
    [
        ("only", "", ("that", "members may vote"), ChangeKind.CONDITION),
        ("Only", "", ("", "members may vote"), ChangeKind.CONDITION),
        ("", "solely", ("it is", "for residents"), ChangeKind.CONDITION),
        ("only", "", ("there were", "40 boats"), ChangeKind.WORDING),
        ("only", "", ("it was", "later that"), ChangeKind.WORDING),
        ("only", "", ("she is the", "child of"), ChangeKind.WORDING),
        ("Mr", "Dr", ("to", "Okafor of"), ChangeKind.ROLE),
        ("Dr", "Doctor", ("to", "Okafor of"), ChangeKind.WORDING),
        ("Mr", "Mrs", ("to", "Okafor of"), ChangeKind.WORDING),
        ("per cent", "percentage points", ("by 4", "in May"), ChangeKind.NUMBER),
        ("percentage points", "percent", ("by four", "in"), ChangeKind.NUMBER),
        ("per cent", "percent", ("by 4", "in May"), ChangeKind.TYPOGRAPHY),
    ],
)
def test_restrictions_forms_of_address_and_shares(
    one: str, other: str, context: tuple[str, str], kind: ChangeKind
) -> None:
    wording = make_wording(load_knowledge())
    assert judge_change(one, other, context, wording) is kind
    assert judge_change(other, one, context, wording) is kind


def test_another_limit_of_a_number_is_told_whole() -> None:
    around = f"{FERRY} The owner counted {{}} 40 pilots {TAIL}"
    (found,) = find_alignments(
        {"a": around.format("at least"), "b": around.format("at most")}, SETTINGS, load_knowledge()
    )
    (told,) = found.changes
    assert (told.kind, {told.a_text, told.b_text}) == (ChangeKind.HEDGE, {"at least", "at most"})


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("like in 1953", "undoubtedly", ChangeKind.MODALITY),
        ("on Tuesday", "reportedly", ChangeKind.MODALITY),
        ("in 1953", "allegedly in 1954", ChangeKind.DATE),
        ("in June", "in May", ChangeKind.DATE),
        ("in 1953", "long ago", ChangeKind.DATE),
        ("sixty", "some", ChangeKind.NUMBER),
    ],
)
def test_a_word_of_certainty_for_a_date_is_what_counts(one: str, other: str, kind: ChangeKind) -> None:
    wording = make_wording(load_knowledge())
    assert judge_change(one, other, ("broke", "when"), wording) is kind
    assert judge_change(other, one, ("broke", "when"), wording) is kind


def test_a_day_beside_a_month_is_a_date() -> None:
    assert judge_change("7", "17", ("February", "the"), WORDING) is ChangeKind.DATE
    assert judge_change("7", "17", ("about", "people"), WORDING) is ChangeKind.NUMBER


def test_a_changed_part_of_a_number_is_the_whole_number() -> None:
    one, other = f"{FERRY} It cost 1,200 euros {TAIL}", f"{FERRY} It cost 3,200 euros {TAIL}"
    assert changes(one, other) == [(ChangeKind.NUMBER, "1,200", "3,200")]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("on 3 May 1911 in", "on 13 May 1911 in", ("date", "3 May 1911", "13 May 1911")),
        ("on May 3, 1911, in", "on May 3, 1912, in", ("date", "May 3, 1911", "May 3, 1912")),
        ("on 3 May 1911 in", "on 4 June 1911 in", ("date", "3 May 1911", "4 June 1911")),
        ("on 3 May 1911 in", "on 4 May 1912 in", ("date", "3 May 1911", "4 May 1912")),
        ("at 6:15 in", "at 6:45 in", ("number", "6:15", "6:45")),
        ("for $2.5 million in", "for $3.5 million in", ("number", "$2.5 million", "$3.5 million")),
        ("for forty-one days in", "for forty-six days in", ("number", "forty-one", "forty-six")),
        ("for fourteen days in", "for 14 days in", ("wording", "fourteen", "14")),
        ("for 14 per cent in", "for 14 percent in", ("typography", "per cent", "percent")),
        ("over 90 boats in", "more than 90 boats in", ("wording", "over", "more than")),
        ("over ninety boats in", "more than 90 boats in", ("wording", "over ninety", "more than 90")),
    ],
)
def test_a_change_names_the_whole_value(one: str, other: str, kind: tuple[str, str, str]) -> None:
    sides = {"a": f"{FERRY} It happened {one} {TAIL}", "b": f"{FERRY} It happened {other} {TAIL}"}
    (found,) = find_alignments(sides, SETTINGS, load_knowledge())
    assert [(c.kind.value, c.a_text, c.b_text) for c in found.changes] == [kind]
    for change in found.changes:
        assert sides["a"][change.a_start : change.a_end] == change.a_text
        assert sides["b"][change.b_start : change.b_end] == change.b_text


def test_an_insertion_has_an_empty_range_on_the_other_side() -> None:
    one, other = f"{FERRY} They must leave {TAIL}", f"{FERRY} They must not leave {TAIL}"
    assert changes(one, other) == [(ChangeKind.NEGATION, "", "not")]


def test_marks_beside_changed_words_belong_to_the_change() -> None:
    one, other = f"{FERRY} They will certainly turn {TAIL}", f"{FERRY} They will, as before, turn {TAIL}"
    assert changes(one, other) == [(ChangeKind.WORDING, "certainly", ", as before,")]


def test_quotes_dashes_and_case_are_typography_and_white_space_is_not_listed() -> None:
    one, other = f'{FERRY} "Now – go" {TAIL}', f"{FERRY}\n “now - go”  {TAIL}"
    kinds = {kind for kind, _, _ in changes(one, other)}
    assert kinds == {ChangeKind.TYPOGRAPHY}
    assert changes(FERRY, FERRY.replace(" ", "\n")) == []


def test_changes_come_in_the_order_of_a() -> None:
    (found,) = find(a=f"{FERRY} {MILL}", b=f"{FERRY} {MILL}".replace("noon", "dusk").replace("April", "May"))
    assert [c.a_text for c in found.changes] == ["noon", "April"]
    assert list(found.changes) == sorted(found.changes, key=lambda c: c.a_start)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_have_a_kind_of_change(one: str, other: str) -> None:
    change = Change(judge_change(one, other, ("", ""), WORDING), 0, len(one), one, 0, len(other), other)
    assert change.kind is judge_change(other, one, ("", ""), WORDING)


def full(one: str, other: str) -> list[tuple[str, str, str, str]]:
    """Changes between two texts by all word lists, a's first."""
    (found,) = find_alignments({"a": one, "b": other}, SETTINGS, load_knowledge())
    return [(c.kind.value, c.a_text, c.b_text, c.judgement) for c in found.changes]


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ("by Omar Hassan on", "by Omar Hussein on", ("name", "Omar Hassan", "Omar Hussein", "")),
        ("by Omar Hassan on", "by Omar Adel Hassan on", ("name", "Omar Hassan", "Omar Adel Hassan", "")),
        (
            "by Jürg Müller on",
            "by Jürg Mueller on",
            ("name", "Jürg Müller", "Jürg Mueller", "another spelling"),
        ),
        ("for 5 % of it", "for 7 % of it", ("number", "5 %", "7 %", "")),
        ("for 2 per cent of", "for 2.5 per cent of", ("number", "2 per cent", "2.5 per cent", "")),
        ("in 1906 boats came", "in 1906 300 boats came", ("number", "", "300", "")),
        ("the African Union and", "the European Union and", ("name", "African Union", "European Union", "")),
        ("for $5 in all", "for €5 in all", ("number", "$5", "€5", "")),
        ("for 1,200 men", "for 1.200 men", ("typography", "1,200", "1.200", "another spelling")),
        ("for 3.5 tons", "for 35 tons", ("number", "3.5", "35", "")),
        ("the colour of", "the color of", ("typography", "colour", "color", "another spelling")),
        ("the cairn of", "the caim of", ("ocr", "cairn", "caim", "possible misreading")),
        (
            "a new government of",
            "a new govern- ment of",
            ("ocr", "government", "govern- ment", "possible misreading"),
        ),
        ("in 1906 at", "in 19O6 at", ("ocr", "1906", "19O6", "possible misreading")),
        ("they believe in", "they beleive in", ("typography", "believe", "beleive", "possible misspelling")),
        ("more than 40 men", "fewer than 40 men", ("hedge", "more than", "fewer than", "")),
        (
            "on May 3, 1911, at",
            "on 3 May 1911, at",
            ("typography", "May 3, 1911", "3 May 1911", "another spelling"),
        ),
        ("that police said was", "that residents said was", ("attribution", "police", "residents", "")),
        ("the deputy mayor of", "the mayor of", ("role", "deputy", "", "")),
    ],
)
def test_changes_are_whole_and_judged(one: str, other: str, change: tuple[str, str, str, str]) -> None:
    assert full(f"{FERRY} It was seen {one} {TAIL}", f"{FERRY} It was seen {other} {TAIL}") == [change]


def test_a_sentence_that_one_text_lacks_is_one_change() -> None:
    said = "The keeper of the lock wrote the hour into his book."
    whole, cut = f"{FERRY} {said} {MILL}", f"{FERRY} {MILL}"
    dropped = ("wording", said.rstrip("."), "", "sentence dropped")
    assert full(whole, cut) == [dropped]
    assert full(cut, whole) == [(dropped[0], "", dropped[1], "sentence added")]


def test_a_dropped_sentence_of_condition_says_both() -> None:
    said = "If the lock is open, nobody has to wait."
    ((kind, _, _, judgement),) = full(f"{FERRY} {said} {MILL}", f"{FERRY} {MILL}")
    assert (kind, judgement) == ("condition", "sentence dropped")


def test_a_sentence_that_stands_elsewhere_is_moved() -> None:
    first, second = "The keeper wrote the hour into his book.", "Two herons stood on the gate of the lock."
    found = full(f"{FERRY} {first} {second} {MILL}", f"{FERRY} {second} {first} {MILL}")
    assert [(kind, judgement) for kind, _, _, judgement in found] == [("typography", "moved")]
    assert found[0][1] == found[0][2]


def test_a_figure_in_a_bad_scan_may_be_misread() -> None:
    clean = f"{FERRY} The harbour master said that 1906 barrels of beer were there. {MILL}"
    bad = clean.replace("the ", "tbe ").replace("1906", "1966").replace("with", "vvith")
    judgements = {c[0]: c[3] for c in full(clean, bad)}
    assert judgements["number"] == "possible misreading"
    sound = [c for c in full(clean, clean.replace("1906", "1966"))]
    assert sound == [("number", "1906", "1966", "")]


def test_a_word_of_another_text_is_no_misreading() -> None:
    texts = {"a": f"{FERRY} The cairn was dry. {MILL}", "b": f"{FERRY} The caim was dry. {MILL}"}
    (alone,) = find_alignments(texts, SETTINGS, load_knowledge())
    assert [c.kind for c in alone.changes] == [ChangeKind.OCR]
    texts["c"] = "No caim is a cairn: the people of the marsh call a low house of reeds so."
    (known,) = find_alignments(texts, SETTINGS, load_knowledge())
    assert [c.kind for c in known.changes] == [ChangeKind.WORDING]


def test_words_that_turn_a_statement_are_told_in_languages_that_have_tables() -> None:
    lead = (
        "La fuente de la plaza se secó aquel verano y los vecinos traían el agua en cántaros desde el molino."
    )
    tail = "hubo fiesta en la calle hasta que pasara la temporada de lluvia en los montes."
    assert full(f"{lead} No {tail}", f"{lead} Ya {tail}")[0][0] == "negation"
    numbers = full(f"{lead} Con 12.500 vecinos {tail}", f"{lead} Con 15.200 vecinos {tail}")
    assert numbers == [("number", "12.500", "15.200", "")]


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_is_changed_is_quoted_from_its_place(one: str, other: str) -> None:
    texts = {"a": f"{FERRY} {one} {MILL}", "b": f"{FERRY} {other} {MILL}"}
    for found in find_alignments(texts, SETTINGS, KNOWLEDGE):
        for change in found.changes:
            a, b = texts[found.a.source_id], texts[found.b.source_id]
            assert a[change.a_start : change.a_end] == change.a_text
            assert b[change.b_start : change.b_end] == change.b_text
            assert found.a.start <= change.a_start <= change.a_end <= found.a.end
            assert found.b.start <= change.b_start <= change.b_end <= found.b.end


@pytest.mark.parametrize(
    "strange", ["\0" * 50, "x" * 200_000, "1," * 5_000, "\u202e\u05d0" * 99, "🛶" * 999, "a. " * 3_000]
)
def test_strange_texts_are_compared_like_any_other(strange: str) -> None:
    texts = {"a": f"{FERRY} {strange} {MILL}", "b": f"{FERRY} {strange[:-1]} 7 {MILL}"}
    for found in find_alignments(texts, SETTINGS, KNOWLEDGE):
        assert all(
            texts["a"][c.a_start : c.a_end] == c.a_text for c in found.changes if found.a.source_id == "a"
        )
