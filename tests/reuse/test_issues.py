"""The form of a column that is filled anew."""

from attrs import evolve

from provenance.model.reuse import Alignment, Change, ChangeKind, ReuseKind
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.model.spans import Span
from provenance.reuse.kinds.issues import is_form, is_refilled
from provenance.reuse.kinds.series import refine_boilerplate
from tests.reuse.cases import find

FORM = "The ferry carried {} cars and {} riders, and left {} minutes late. The café on deck was open."
STORY = "The mast of the schooner broke in the night and two sailors from Lund were brought ashore at dawn."


def issue(name: str, text: str, url: str = "", title: str = "Log of the ferry") -> Source:
    values = {"publisher": "Sound News", "title": title, "canonical_url": url}
    found = tuple(Metadatum(key, value, Basis.METADATA) for key, value in values.items() if value)
    return Source(name, f"{name}.html", State.READ, text=text, metadata=found)


def whole(a: Source, b: Source, *changes: Change) -> Alignment:
    sides = Span(a.id, 0, len(a.text)), Span(b.id, 0, len(b.text))
    return Alignment(*sides, ReuseKind.EDITED, 0.9, changes=changes)


def test_other_figures_throughout_make_another_issue_and_one_other_figure_does_not() -> None:
    one, two = issue("a", FORM.format(30, 112, 5)), issue("b", FORM.format(28, 97, 12))
    assert is_refilled(one, two)
    assert not is_refilled(one, issue("b", FORM.format(30, 121, 5)))
    assert not is_refilled(one, issue("b", f"{one.text} Later 40 more came, and 7 bicycles, and 9 dogs."))
    assert not is_refilled(issue("a", ""), issue("b", ""))


def test_values_in_words_count_by_their_changes() -> None:
    one, two = issue("a", "On Monday two boats came."), issue("b", "On Friday six boats came.")
    changes = [
        Change(ChangeKind.DATE, 3, 9, "Monday", 3, 9, "Friday"),
        Change(ChangeKind.NUMBER, 10, 13, "two", 10, 13, "six"),
        Change(ChangeKind.NUMBER, 10, 13, "two", 10, 13, "six"),
    ]
    assert not is_refilled(one, two)
    assert is_refilled(one, two, [whole(one, two, *changes)])


def test_the_form_of_a_column_is_furniture_and_a_story_repeated_in_it_is_not() -> None:
    one, two = issue("a", FORM.format(30, 112, 5)), issue("b", FORM.format(28, 97, 12))
    assert is_form(one, two, [whole(one, two)])
    (found,) = refine_boilerplate([whole(one, two)], {"a": one, "b": two})
    assert found.kind is ReuseKind.BOILERPLATE
    first = issue("a", f"{FORM.format(30, 112, 5)} {STORY} " + "The cook sang. " * 40)
    second = issue("b", f"{FORM.format(28, 97, 12)} {STORY} " + "The mate slept. " * 40)
    at = [text.index(STORY) for text in (first.text, second.text)]
    story = Alignment(
        Span("a", at[0], at[0] + len(STORY)), Span("b", at[1], at[1] + len(STORY)), ReuseKind.EDITED, 0.9
    )
    assert not is_form(first, second, [story])


def test_a_page_at_one_address_and_texts_of_two_titles_are_no_column() -> None:
    one, two = issue("a", FORM.format(30, 112, 5)), issue("b", FORM.format(28, 97, 12))
    url = Metadatum("url", "https://sound.example/log", Basis.METADATA)
    at_one = [evolve(each, metadata=(*each.metadata, url)) for each in (one, two)]
    assert not is_form(at_one[0], at_one[1], [whole(one, two)])
    other = issue("b", two.text, title="Ferry late again")
    assert not is_form(one, other, [whole(one, other)])


CATCH = (
    "At the auction in {port} on {day} {tons} tons of fish were sold, against {before} tons the day before. "
    "Cod "
    "brought {cod} crowns a kilo and haddock {haddock}, and the best lot of halibut went for {halibut} "
    "crowns. "
    "The ice works delivered {ice} tons. {boats} boats are expected tomorrow, and diesel costs {diesel} "
    "crowns a "
    "litre at the pump of the cooperative."
)
FIRST = {
    "tons": 412,
    "before": 380,
    "cod": "31.20",
    "haddock": "24.75",
    "halibut": 118,
    "ice": 95,
    "diesel": 14.2,
}
SECOND = {
    "tons": 297,
    "before": 351,
    "cod": "33.05",
    "haddock": "22.10",
    "halibut": 109,
    "ice": 71,
    "diesel": 14.6,
}


def catch(values: dict[str, object], day: str, boats: str = "Nineteen") -> str:
    return CATCH.format(**values, day=day, boats=boats, port="Eil")


def kinds(one: str, other: str) -> set[ReuseKind]:
    return {each.kind for each in find(a=one, b=other)}


def test_a_report_of_another_day_with_other_figures_throughout_is_a_form_without_any_title() -> None:
    one, other = catch(FIRST, "Monday"), catch(SECOND, "Thursday", "Twelve")
    assert kinds(one, other) == {ReuseKind.BOILERPLATE}
    assert kinds(f"Fish prices\n\n{one}", f"Fish prices\n\n{other}") == {ReuseKind.BOILERPLATE}


def test_a_report_of_one_day_with_other_figures_was_altered() -> None:
    assert kinds(catch(FIRST, "Monday"), catch(SECOND, "Monday")) == {ReuseKind.EDITED}


def test_a_copy_with_some_other_figures_was_altered_whatever_its_day() -> None:
    few = {**FIRST, "tons": 421, "cod": "13.20", "ice": 59}
    assert kinds(catch(FIRST, "Monday"), catch(few, "Thursday")) == {ReuseKind.EDITED}


def test_a_form_that_is_the_smaller_part_of_two_texts_is_judged_with_them() -> None:
    tales = (
        f"{STORY} The cook sang. ",
        "Nobody on the quay had heard of the wreck until the mail boat came. ",
    )
    one, other = (
        f"{report}\n\n{tale * 12}"
        for report, tale in zip((catch(FIRST, "Monday"), catch(SECOND, "Friday")), tales, strict=True)
    )
    assert ReuseKind.BOILERPLATE not in kinds(one, other)


def test_a_title_is_one_whatever_day_it_names() -> None:
    titles = ("Market report, Monday", "Market report, 14 March")
    one, two = (
        issue(name, FORM.format(*values), title=title)
        for name, values, title in zip("ab", ((30, 112, 5), (28, 97, 12)), titles, strict=True)
    )
    assert is_form(one, two, [whole(one, two)])
    assert not is_form(one, evolve(two, metadata=()), [whole(one, evolve(two, metadata=()))])


def test_lines_above_a_text_are_its_title_where_nothing_else_names_one() -> None:
    heads = (
        "Log of the ferry\nSound News Agency\n{} March 2024\n\n",
        "Log of the cook\nSound News Agency\n\n",
    )
    values = ((30, 112, 5), (28, 97, 12))
    texts = [heads[0].format(day) + FORM.format(*each) for day, each in zip((12, 14), values, strict=True)]
    one, two = (
        Source(name, f"{name}.txt", State.READ, text=text) for name, text in zip("ab", texts, strict=True)
    )
    assert is_form(one, two, [whole(one, two)])
    other = evolve(two, text=heads[1] + FORM.format(*values[1]))
    assert not is_form(one, other, [whole(one, other)])
