"""Passages that texts share, from end to end."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.reuse import ReuseKind
from provenance.model.settings import ReuseSettings
from provenance.reuse import find_alignments
from tests.reuse.cases import BAKER, FERRY, KNOWLEDGE, MILL, SETTINGS, find, side

WORDS = [f"{a}{b}{c}" for a in "bdfgklm" for b in ("ana", "ero", "ilu", "oso") for c in ("n", "t", "", "ks")]
"""Invented words: no two places share a run by chance often."""


def prose(seed: int, count: int) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(count))


def test_a_verbatim_copy_is_found_with_exact_ends() -> None:
    found = find(a=f"{MILL}\n\n{FERRY}", b=f"{FERRY}\n\n{BAKER}")
    assert [(x.kind, x.grade, x.changes) for x in found] == [(ReuseKind.VERBATIM, 1.0, ())]
    assert found[0].a.quote(f"{MILL}\n\n{FERRY}") == FERRY
    assert (found[0].b.start, found[0].b.end) == (0, len(FERRY))


def test_texts_that_share_nothing_share_nothing() -> None:
    assert find(a=FERRY, b=MILL, c=BAKER) == []
    assert find() == []
    assert find(a="", b="\0", c="!?") == []


def test_one_event_told_twice_is_no_copy() -> None:
    one = (
        "At least 34 people were killed and dozens more are missing after a ferry capsized in "
        "rough seas off the "
        "southern coast on Tuesday night, officials said. The vessel, the MV Star of Hope, was "
        "carrying more than "
        "200 passengers and 18 crew when it sent a distress signal shortly after 11 p.m. local "
        "time. Rescue teams "
        "pulled 120 people from the water. An investigation into the cause of the accident has been opened."
    )
    other = (
        "The death toll from a ferry that capsized in rough seas off the southern coast rose to 41 "
        "on Wednesday, "
        "as teams searched for dozens of people who are still missing. The MV Star of Hope went "
        "down shortly after "
        "11 p.m. local time on Tuesday with more than 200 on board. Survivors said that it was "
        "overloaded. The "
        "cause of the accident is under investigation, the coast guard said in a statement on Wednesday."
    )
    assert find(a=one, b=other) == []


def test_names_and_titles_alone_are_no_copy() -> None:
    title = "the chairman of the Independent Electoral and Boundaries Commission, Wafula Chebukati"
    assert find(a=f"It was {title}, who read the result.", b=f"Lawyers met {title}, on Tuesday.") == []


def test_a_repeated_headline_is_found_within_one_text() -> None:
    head = "Dockers in the north call off their strike as talks about tank seven near an end"
    found = find(a=f"{head}\n\nBy A. Writer\n{head}\n\n{MILL}")
    assert [(x.a.start, x.a.end, x.b.start) for x in found] == [(0, len(head), len(head) + 15)]


def test_a_sentence_part_with_its_first_word_changed_is_found() -> None:
    part = "that the boats will begin to turn away all the waiting passengers soon"
    one, other = f"{MILL} The pilots, warning {part}, left.", f"On Friday the crews warned {part}. {BAKER}"
    found = find(a=one, b=other)
    assert [x.a.quote(one) for x in found] == [f"The pilots, warning {part}, left."]
    assert [x.b.quote(other) for x in found] == [f"On Friday the crews warned {part}."]


def test_line_ends_soft_hyphens_and_quotes_are_typography() -> None:
    copy = (
        FERRY.replace("passengers", "passen-\ngers")
        .replace("breakwater", "break\u00adwater")
        .replace("its", "its")
    )
    found = find(a=FERRY, b=copy.replace(" the owner", "\u00a0the owner").replace("noon with", "noon – with"))
    assert [x.kind for x in found] == [ReuseKind.VERBATIM]
    assert [(c.a_text, c.b_text) for c in found[0].changes if c.a_text == ""] == [("", "–")]


def test_sentences_in_another_order_are_one_passage() -> None:
    one = f"{FERRY} {MILL} {BAKER}"
    found = find(a=one, b=f"{BAKER} {FERRY} {MILL}")
    assert [(x.kind, x.a.start, x.a.end) for x in found] == [(ReuseKind.EDITED, 0, len(one))]


def test_a_passage_copied_twice_gives_two_alignments() -> None:
    found = find(a=FERRY, b=f"{FERRY}\n\n{MILL}\n\n{FERRY}")
    assert sorted((x.a.source_id, x.b.source_id) for x in found) == [("a", "b"), ("a", "b"), ("b", "b")]


def test_a_passage_assembled_from_two_sources_has_an_alignment_with_each() -> None:
    copy = f"{FERRY} {BAKER}"
    found = find(
        a=f"{FERRY} {prose(1, 40)}", b=f"{prose(2, 40)} {BAKER}", c=f"{prose(3, 30)} {copy} {prose(4, 30)}"
    )
    text = f"{prose(3, 30)} {copy} {prose(4, 30)}"
    assert [(x.a.source_id, x.b.source_id, x.b.quote(text)) for x in found] == [
        ("a", "c", FERRY),
        ("b", "c", BAKER),
    ]


def test_a_passage_copied_within_one_text_is_found_with_its_changes() -> None:
    copy = FERRY.replace("passengers", "people")
    text = f"{FERRY} {prose(1, 50)}. {copy} {prose(2, 50)}"
    found = find(a=text)
    assert [(x.a.quote(text), x.b.quote(text)) for x in found] == [(FERRY, copy)]
    assert [(c.a_text, c.b_text) for c in found[0].changes] == [("passengers", "people")]


def test_each_repetition_is_linked_to_the_first_and_to_the_one_before() -> None:
    text = "\n\n".join(f"{FERRY}\n\n{prose(number, 60 + 10 * number)}." for number in range(5))
    found = find(a=text)
    places = sorted((text.count(FERRY, 0, x.a.start), text.count(FERRY, 0, x.b.start)) for x in found)
    assert places == [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (2, 3), (3, 4)]


def test_a_page_of_lines_that_are_alike_gives_two_links_a_line_at_most() -> None:
    chance = random.Random(3)
    lines = [
        f"Lot {chance.randint(100, 999)} went to a buyer from {chance.choice(['Hull', 'Kiel', 'Riga'])} "
        f"who paid {chance.randint(10, 99)} crowns before the bell of the hall rang for the end of the sale."
        for _ in range(80)
    ]
    found = find(a="\n".join(lines))
    assert 20 <= len(found) <= 2 * len(lines)


def test_periodic_text_does_not_overlap_itself() -> None:
    for found in find(a="all work and no play makes jack a dull boy " * 300):
        assert not found.a.overlap(found.b)


def test_two_equal_periodic_texts_are_found_whole() -> None:
    text = "all work and no play makes jack a dull boy " * 300
    assert [(x.a.end, x.b.end) for x in find(a=text, b=text) if x.a.source_id != x.b.source_id] == [
        (len(text) - 1, len(text) - 1)
    ]


def test_arabic_and_chinese_copies_are_found() -> None:
    arabic = (
        "أعلنت وزارة النقل يوم الثلاثاء أن العبارة القديمة غادرت الميناء قبل الظهر "
        "وعلى متنها عدد من الركاب أكبر مما تسمح به"
    )
    chinese = "交通部星期二宣布旧渡轮中午前离开港口船上的乘客人数超过了文件允许的数量" + (
        "而且引水员曾两次警告船主不要在这样的天气里出海否则后果自负没有人听从他的劝告"
    )
    for text in (arabic, chinese):
        found = find(a=f"{text}。 {FERRY}", b=f"{MILL} {text}.")
        assert [x.kind for x in found] == [ReuseKind.VERBATIM]
        assert text in found[0].b.quote(f"{MILL} {text}.")


def test_a_block_in_many_texts_is_linked_and_not_squared() -> None:
    texts = {f"s{i:03}": f"{prose(i, 80)}\n\n{FERRY}" for i in range(60)}
    found = find_alignments(texts, SETTINGS, KNOWLEDGE)
    assert {side.source_id for x in found for side in (x.a, x.b)} == set(texts)
    assert len(found) < 4 * len(texts)


def test_a_paraphrase_is_found_in_its_tier_only() -> None:
    one = (
        "Rescue workers carried forty injured miners from the flooded shaft before sunrise while engineers "
        "pumped water"
    )
    other = (
        "Before sunrise forty injured miners were carried by rescue workers out of the shaft, "
        "flooded, as water "
        "was pumped by engineers"
    )
    assert find(a=one, b=other) == []
    found = find_alignments({"a": one, "b": other}, ReuseSettings(tier="paraphrase"), KNOWLEDGE)
    assert [x.kind for x in found] == [ReuseKind.PARAPHRASE]


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6), st.integers(12, 60), st.integers(0, 40), st.integers(0, 40))
def test_a_planted_copy_is_found_with_word_exact_ends(
    seed: int, length: int, before: int, after: int
) -> None:
    run = "Stolz " + prose(seed, length) + " Ende"
    one, other = f"{prose(seed + 1, before)} links {run} rechts {prose(seed + 2, after)}", f"oben {run} unten"
    found = find_alignments({"a": one, "b": other}, SETTINGS, KNOWLEDGE)
    assert [x.a.quote(one) for x in found if x.b.source_id == "b" and x.a.source_id == "a"] == [run]


@st.composite
def planted_runs(draw: st.DrawFn) -> tuple[str, str, list[str]]:
    """Two texts that share runs of twelve words and more, with any number of other words between them."""
    seed = draw(st.integers(0, 10**6))
    runs = [prose(seed + number, draw(st.integers(12, 30))) for number in range(draw(st.integers(1, 4)))]
    between = st.sampled_from([0, 1, 2, 5, 9, 14, 22, 30, 60])
    one, other = "links", "oben"
    for number, run in enumerate(runs):
        one += f" {run} {prose(seed + 100 + number, draw(between))}"
        other += f" {run} {prose(seed + 200 + number, draw(between))}"
    return f"{one} rechts", f"{other} unten", runs


@settings(deadline=None, max_examples=100)
@given(planted_runs())
def test_a_run_of_twelve_words_without_names_and_figures_is_always_found(
    planted: tuple[str, str, list[str]],
) -> None:
    one, other, runs = planted
    found = find(a=one, b=other)
    for run in (run for run in runs if len(run) >= SETTINGS.least_characters):
        a, b = side("a", one, run), side("b", other, run)
        assert any(x.a.covers(a) and x.b.covers(b) for x in found)


@settings(deadline=None, max_examples=100)
@given(
    st.integers(0, 10**6),
    st.lists(st.tuples(st.integers(4, 16), st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=6),
    st.randoms(use_true_random=False),
)
def test_so_is_one_among_shorter_ones_that_stand_in_another_order(
    seed: int, sizes: list[tuple[int, int, int]], chance: random.Random
) -> None:
    # words of two words: no run begins as another one ends
    runs = [
        " ".join(
            map("".join, zip(prose(seed + n, size).split(), prose(seed + n + 9, size).split(), strict=True))
        )
        for n, (size, _, _) in enumerate(sizes)
    ]
    order = chance.sample(range(len(runs)), len(runs))
    one = " ".join(f"{run} {prose(seed + 50 + n, sizes[n][1])}" for n, run in enumerate(runs))
    other = " ".join(f"{runs[n]} {prose(seed + 70 + n, sizes[n][2])}" for n in order)
    one, other = " ".join(one.split()), " ".join(other.split())
    found = find(a=one, b=other)
    long = (run for (size, _, _), run in zip(sizes, runs, strict=True) if size >= 12)
    for run in (run for run in long if len(run) >= SETTINGS.least_characters):
        a, b = side("a", one, run), side("b", other, run)
        assert any(x.a.covers(a) and x.b.covers(b) for x in found)


@st.composite
def edited_copies(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and a text that took a part of it and changed, dropped or added words."""
    seed = draw(st.integers(0, 10**6))
    words = prose(seed, 60).split()
    copy = words[draw(st.integers(0, 10)) : draw(st.integers(40, 60))]
    for wanted in draw(st.lists(st.integers(0, 29), max_size=6)):
        place = min(wanted, len(copy) - 1)
        what = draw(st.sampled_from(["drop", "add", "replace", "7", "Name", "'x'"]))
        if what == "drop":
            del copy[place]
        elif what == "add":
            copy.insert(place, "zusatz,")
        else:
            copy[place] = what
    return " ".join(words), f"{prose(seed + 1, 20)} {' '.join(copy)}. {prose(seed + 2, 20)}"


@settings(deadline=None, max_examples=60)
@given(edited_copies())
def test_quotes_and_changes_say_what_stands_there(pair: tuple[str, str]) -> None:
    one, other = pair
    texts = {"a": one, "b": other}
    for found in find_alignments(texts, SETTINGS, KNOWLEDGE):
        a, b = texts[found.a.source_id], texts[found.b.source_id]
        assert found.a.quote(a).split()[0]
        for change in found.changes:
            assert a[change.a_start : change.a_end] == change.a_text
            assert b[change.b_start : change.b_end] == change.b_text
            assert found.a.start <= change.a_start <= change.a_end <= found.a.end
            assert found.b.start <= change.b_start <= change.b_end <= found.b.end


@settings(deadline=None, max_examples=30)
@given(edited_copies())
def test_neither_order_nor_side_matters(pair: tuple[str, str]) -> None:
    one, other = pair
    found = find_alignments({"a": one, "b": other}, SETTINGS, KNOWLEDGE)
    assert found == find_alignments({"b": other, "a": one}, SETTINGS, KNOWLEDGE)
    swapped = find_alignments({"b": one, "a": other}, SETTINGS, KNOWLEDGE)
    places = sorted((x.a.start, x.a.end, x.b.start, x.b.end) for x in found if x.a.source_id != x.b.source_id)
    mirrored = sorted(
        (x.b.start, x.b.end, x.a.start, x.a.end) for x in swapped if x.a.source_id != x.b.source_id
    )
    assert places == mirrored


@settings(deadline=None, max_examples=30)
@given(st.dictionaries(st.sampled_from("abcd"), st.text(max_size=300), max_size=4))
def test_any_text_is_read_without_a_crash(texts: dict[str, str]) -> None:
    for tier in ("verbatim", "paraphrase"):
        for found in find_alignments(texts, ReuseSettings(tier=tier), KNOWLEDGE):
            assert found.a <= found.b
