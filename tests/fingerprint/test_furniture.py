"""Blocks that whole sites repeat."""

import random

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.fingerprint import find_site_furniture
from provenance.fingerprint.houses import find_house
from provenance.model.sources import Basis, Furniture, FurnitureKind, Metadatum, Source, State
from provenance.model.spans import Span
from tests.growth import steps

LETTER = "Get our pick of the week by post every Friday morning and never pay for it, whoever you are."
RIGHTS = (
    "All pictures and words on these pages belong to the house unless somebody else is named beside them."
)
MENU = ("Front page", "Weather", "Letters", "Chess and bridge")
SUBJECTS = ("orchard", "canal", "library", "beehive", "quarry", "lighthouse", "theatre", "tramway", "brewery")


def story(number: int) -> str:
    """A few sentences of their own for every number."""
    chance = random.Random(number)
    word = SUBJECTS[number % len(SUBJECTS)]
    lines = [
        f"The {word} of parish {chance.randint(100, 9999)} was {chance.choice(['sold', 'shut', 'painted'])} "
        f"for {chance.randint(1000, 9999)} crowns after {chance.randint(2, 90)} quiet years under one warden."
        for _ in range(5)
    ]
    return "\n\n".join(lines)


def source(name: str, text: str, **metadata: str) -> Source:
    known = tuple(Metadatum(key, value, Basis.METADATA, field="meta") for key, value in metadata.items())
    return Source(id=f"s-{name}", path=f"{name}.html", state=State.READ, text=text, metadata=known)


def page(number: int, *, before: str = "", after: str = "", host: str = "echo.example.org") -> Source:
    text = "\n\n".join(part for part in (before, story(number), after) if part)
    return source(f"{host}-{number}", text, url=f"https://www.{host}/news/{number}", title=f"Story {number}")


def quotes(found: list[Furniture], sources: list[Source]) -> set[str]:
    texts = {one.id: one.text for one in sources}
    return {one.span.quote(texts[one.span.source_id]) for one in found}


def test_menus_and_footers_of_a_site_are_marked_with_the_reason_in_words() -> None:
    menu = "\n".join(MENU)
    pages = [page(n, before=menu, after=LETTER if n < 7 else "") for n in range(9)]
    found = find_site_furniture(pages)
    assert quotes(found, pages) == {menu, LETTER}
    assert {one.kind for one in found} == {FurnitureKind.REPEATED}
    reasons = {one.reason for one in found}
    assert "stands on 7 of 9 pages of echo.example.org and nowhere else" in reasons
    assert len(found) == 9 + 7


def test_what_few_pages_share_is_news() -> None:
    sentence = "Nobody was hurt, and the road will be open again before the end of the week, the warden said."
    pages = [page(n, after=sentence if n < 4 else "") for n in range(9)]
    assert find_site_furniture(pages) == []


def test_background_that_stories_of_one_event_repeat_is_no_furniture() -> None:
    background = "The mill at Harrow Weir burned down on 3 March 1921, and eleven of its workers were killed."
    pages = []
    for number in range(10):
        own = f"The inquest into the fire at Harrow Weir heard witness {number} on the mill. {story(number)}"
        text = f"{own}\n\n{background}\n\n{LETTER}"
        pages.append(
            source(
                f"p{number}", text, url=f"https://echo.example.org/{number}", title=f"Mill fire, day {number}"
            )
        )
    assert quotes(find_site_furniture(pages), pages) == {LETTER}


@pytest.mark.parametrize("is_at_foot", [True, False])
def test_a_line_of_the_page_beyond_a_repeated_block_leaves_it_at_the_edge(is_at_foot: bool) -> None:
    pages = []
    for number in range(8):
        filed = f"Story {number} was filed under parish news. Call our desk on 5550{number} for more."
        rest = f"{RIGHTS}\n\n{filed}" if is_at_foot else f"{filed}\n\n{RIGHTS}"
        pages.append(page(number, **{"after" if is_at_foot else "before": rest}))
    assert quotes(find_site_furniture(pages), pages) == {RIGHTS}


def test_prose_before_the_last_paragraph_of_a_short_story_is_no_furniture() -> None:
    pages = []
    for number in range(8):
        *lines, last = story(number).split("\n\n")[:4]
        text = "\n\n".join([*lines, RIGHTS, last + " Nobody knows why, and nobody will be asked again soon."])
        pages.append(source(f"p{number}", text, url=f"http://echo.example.org/{number}", title=f"T{number}"))
    assert find_site_furniture(pages) == []


def test_prose_amid_the_story_is_no_furniture() -> None:
    pages = []
    for number in range(8):
        one, two = story(number), story(number + 100)
        text = f"{one}\n\n{RIGHTS}\n\nAdvertisement\n\n{two}"
        pages.append(source(f"p{number}", text, url=f"http://echo.example.org/{number}", title=f"T{number}"))
    assert quotes(find_site_furniture(pages), pages) == {"Advertisement"}


def test_states_of_one_page_are_one_page() -> None:
    captures = [
        source(
            f"c{n}", f"{story(1)}\n\n{story(50 + n)}", url="https://echo.example.org/live", title=f"Live {n}"
        )
        for n in range(9)
    ]
    assert find_site_furniture(captures) == []


def test_one_story_under_many_titles_and_addresses_is_no_site() -> None:
    pages = [
        source(f"p{n}", f"{story(1)}\n\n{story(2)}\n\n{story(60 + n).splitlines()[0]}", title=f"Toll at {n}")
        for n in range(9)
    ]
    pages = [
        evolve(one, metadata=(*one.metadata, Metadatum("url", f"https://e.example.org/{n}", Basis.METADATA)))
        for n, one in enumerate(pages)
    ]
    assert find_site_furniture(pages) == []


def test_a_block_that_stands_elsewhere_too_is_left_alone() -> None:
    pages = [page(n, after=LETTER) for n in range(8)]
    other = source("copy", f"{story(90)}\n\n{LETTER}")
    assert find_site_furniture([*pages, other]) == []
    assert len(find_site_furniture(pages)) == 8


def test_without_any_house_nothing_is_marked() -> None:
    pages = [source(f"p{n}", f"{story(n)}\n\n{LETTER}") for n in range(9)]
    assert find_site_furniture(pages) == []


def test_what_a_page_states_of_itself_and_known_furniture_are_left_out() -> None:
    pages = []
    for one in (page(n, before="By Nora Quill\nWeather", after=LETTER) for n in range(8)):
        byline = Metadatum("author", "Nora Quill", Basis.STATED, Span(one.id, 3, 13))
        start = one.text.index(LETTER)
        known = Furniture(Span(one.id, start, start + 10), FurnitureKind.NEWSLETTER, "asks to sign up")
        pages.append(evolve(one, metadata=(*one.metadata, byline), furniture=(known,)))
    assert quotes(find_site_furniture(pages), pages) == {"Weather"}


@pytest.mark.parametrize(
    ("path", "metadata", "house"),
    [
        ("a.html", {"url": "https://www.Echo.example.org:8080/a?b=c"}, ("host", "echo.example.org")),
        (
            "a.html",
            {"url": "https://web.archive.org/web/2016/http://www.gull.example.com/x"},
            ("host", "gull.example.com"),
        ),
        ("mirror/www.gull.co.uk/news/a.html", {}, ("host", "gull.co.uk")),
        ("notes.old/v1.2/a.html", {"publisher": "The  Gull"}, ("publisher", "The Gull")),
        ("gull.com.html", {}, ("", "")),
        ("pile.zip#gull.org/a.html", {}, ("host", "gull.org")),
    ],
)
def test_a_house_is_told_by_address_folder_or_publisher(
    path: str, metadata: dict[str, str], house: tuple[str, str]
) -> None:
    assert find_house(evolve(source("x", "", **metadata), path=path)) == house


def test_a_publisher_that_is_our_conclusion_is_no_house() -> None:
    one = evolve(source("x", ""), metadata=(Metadatum("publisher", "The Gull", Basis.INFERRED),))
    assert find_house(one) == ("", "")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=5, max_size=12), st.randoms(use_true_random=False))
def test_any_texts_in_any_order_give_the_same_and_true_spans(texts: list[str], chance: random.Random) -> None:
    pages = [
        source(f"p{n}", f"{text}\nFront page\n{text}", url=f"https://echo.example.org/{n}")
        for n, text in enumerate(texts)
    ]
    found = find_site_furniture(pages)
    shuffled = pages[:]
    chance.shuffle(shuffled)
    assert find_site_furniture(shuffled) == found
    lengths = {one.id: len(one.text) for one in pages}
    assert all(one.span.end <= lengths[one.span.source_id] for one in found)


def test_time_grows_with_the_pages() -> None:
    def work(count: int) -> None:
        find_site_furniture([page(n, before="\n".join(MENU), after=LETTER) for n in range(count)])

    assert steps(lambda: work(160)) < 2.5 * steps(lambda: work(80))


def test_a_page_of_one_line_over_and_over_is_read_once() -> None:
    pages = [page(n, after=LETTER) for n in range(6)]

    def work(lines: int) -> None:
        heavy = evolve(pages[0], text=pages[0].text + "\nWeather" * lines)
        find_site_furniture([heavy, *pages[1:]])

    assert steps(lambda: work(10_000)) < 2.5 * steps(lambda: work(5_000))
