"""What a page's visible lines say of it: taken where it is plain, left unknown where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.sources import Basis, Metadatum
from provenance.model.spans import Span
from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.visible import find_visible
from provenance.text.masking import mask
from tests.growth import steps

HEAD = "A headline of five words"
BODY = """The vessel went down shortly after midnight with 212 people on board, according to the \
coast guard, which said that rescue boats had reached the area within the hour.

Survivors spoke of panic below deck. “We had no light at all,” one of them said.
"""


def read(text: str) -> list[Metadatum]:
    found = find_visible(text, "s", reading_knowledge())
    for metadatum in found:
        assert metadatum.span is not None
        if metadatum.earliest is None:
            assert metadatum.span.quote(text) == metadatum.value
    return found


def values(text: str, name: str) -> list[str]:
    return [metadatum.value for metadatum in read(text) if metadatum.name == name]


def test_headline_byline_and_date_are_stated() -> None:
    text = f"Ferry sinks off the coast\n\nBy Amina Okoro | Senior reporter | March 3, 2018\n\n{BODY}"
    assert [(m.name, m.value, m.basis) for m in read(text)] == [
        ("title", "Ferry sinks off the coast", Basis.STATED),
        ("author", "Amina Okoro", Basis.STATED),
        ("published", "2018-03-03", Basis.STATED),
    ]


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By John Mwangi and Fatma Ali", ["John Mwangi", "Fatma Ali"]),
        ("By John Mwangi, Fatma Ali and Li Wei", ["John Mwangi", "Fatma Ali", "Li Wei"]),
        ("By MARY O'CONNOR, Staff Writer", ["MARY O'CONNOR"]),
        ("by Hadi al-Ameri in Basra", ["Hadi al-Ameri"]),
        ("Written by Ludwig van der Rohe", ["Ludwig van der Rohe"]),
        ("Posted by Ann Lee on 3 March 2018", ["Ann Lee"]),
        ("By Sam Smith, BBC Sport", ["Sam Smith"]),
        ("By Sam Smith, The Daily Star", ["Sam Smith"]),
        ("By Reuters", ["Reuters"]),
        ("By our correspondent in Nairobi", []),
        ("By Staff", []),
        ("By Tuesday Evening", []),
        ("By Design", []),
        ("Photo by Ann Lee", []),
        ("By John Mwangi's count, nine ships left", []),
    ],
)
def test_bylines_give_names_and_nothing_else(byline: str, authors: list[str]) -> None:
    assert values(f"{HEAD}\n{byline}\n\n{BODY}", "author") == authors


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Published March 3, 2018 at 4:15 p.m. EST", "published", "2018-03-03T16:15-05:00"),
        ("Posted: Mar 3, 2018", "published", "2018-03-03"),
        ("Updated 2:14 PM, Sat March 3, 2018", "modified", "2018-03-03T14:14"),
        ("Last modified on 3 March 2018", "modified", "2018-03-03"),
        ("Saturday, 3 March 2018", "published", "2018-03-03"),
        ("Geneva, 3 March 2018", "published", "2018-03-03"),
        ("San Francisco, Thursday, April 19, 1906", "published", "1906-04-19"),
        ("3 min read · Mar 3, 2018", "published", "2018-03-03"),
    ],
)
def test_date_lines_under_a_headline_are_read(line: str, name: str, value: str) -> None:
    assert values(f"{HEAD}\n\n{line}\n\n{BODY}", name) == [value]


@pytest.mark.parametrize(
    "text",
    [
        f"By March 31, 2019, not one tram may run on this line, the mayor told a meeting.\n\n{BODY}",
        f"{HEAD}\n\nA child waves on March 1, 2018. (AP Photo/Sam Roe)\n\n{BODY}",
        f"{HEAD}\n\nPhoto by Ann Lee, 3 March 2018\n\n{BODY}",
        f"Remembering March 3, 2018 in song\n\n{BODY}",
        f"{BODY}\n“Published 3 March 2018,” the leaflet said.\n",
        f"{HEAD}\n\n{BODY}\nMore news\n\nUpdated 5 March 2019\nBy Sam Roe\nPublished 7 May 2020\n",
        f"Published reports of 3 March 2018 were false, the harbour master wrote to the paper.\n\n{BODY}",
    ],
)
def test_no_date_comes_from_prose_captions_or_teasers(text: str) -> None:
    assert values(text, "published") == [] == values(text, "modified")


def test_several_dates_are_all_kept_and_the_labelled_one_comes_first() -> None:
    text = f"{HEAD}\n\nFriday, 2 March 2018\nPosted: Mar 3, 2018\n\n{BODY}\nLast modified on 4 March 2018\n"
    assert values(text, "published") == ["2018-03-03", "2018-03-02"]
    assert values(text, "modified") == ["2018-03-04"]


def test_a_notice_of_an_amendment_is_a_modification() -> None:
    assert values(f"{BODY}\nThis article was amended on 4 March 2018 to correct the fee.\n", "modified") == [
        "2018-03-04"
    ]


def test_a_dateline_takes_its_year_from_the_page_and_says_so() -> None:
    text = f"{HEAD}\n\nPosted: 3 March 2018\n\nBAGHDAD, March 2 (Agency) — {BODY}"
    dates = [(m.value, m.basis) for m in read(text) if m.name == "published"]
    assert dates == [("2018-03-03", Basis.STATED), ("2018-03-02", Basis.INFERRED)]


def test_a_dateline_without_any_year_is_no_date() -> None:
    assert values(f"{HEAD}\n\nBAGHDAD, March 2 (Agency) — {BODY}", "published") == []


@pytest.mark.parametrize(
    ("line", "publisher", "basis"),
    [
        ("© 2018 The Evening Star", "The Evening Star", Basis.STATED),
        ("Copyright 2018 Evening Star Ltd. All rights reserved.", "Evening Star Ltd", Basis.STATED),
        ("(c) Evening Star 2018", "Evening Star", Basis.STATED),
        ("© 2018 Evening Star AS or its affiliated companies.", "Evening Star AS", Basis.STATED),
        ("Copyright 2018 The Associated Press. All rights reserved.", "The Associated Press", Basis.INFERRED),
        (
            "The Harbour Institute (HI) is an independent, non-profit research body. Its donors are listed.",
            "The Harbour Institute",
            Basis.INFERRED,
        ),
        ("Sign up for the Evening Star newsletter", None, None),
        ("Subscribe to The Evening Star newsletter", "The Evening Star", Basis.INFERRED),
        ("© Getty Images 2018", None, None),
        ("The ship is an independent, proud thing in the eyes of its crew.", None, None),
        ("The minister said the Harbour Institute is an independent body funded by donors.", None, None),
    ],
)
def test_footers_name_the_publisher(line: str, publisher: str | None, basis: Basis | None) -> None:
    found = [(m.value, m.basis) for m in read(f"{HEAD}\n\n{BODY}\n{line}\n") if m.name == "publisher"]
    assert found == ([(publisher, basis)] if publisher else [])


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("By Ann Lee | The Daily Star | 3 March 2018", ["The Daily Star"]),
        ("By Ann Lee\nThe Daily Star\n3 March 2018", ["The Daily Star"]),
        ("By Ann Lee | Professor, Harvard University | 3 March 2018", []),
        ("The Daily Star, 3 March 2018", ["The Daily Star"]),
        ("Geneva, 3 March 2018", []),
        ("Posted: 3 March 2018", []),
        ("By Ann Lee\nPolitical Editor\n3 March 2018", []),
        ("By Ann Lee\nWorld News\n3 March 2018", []),
        ("By Ann Lee | Nairobi | 3 March 2018", []),
    ],
)
def test_an_outlet_beside_a_byline_is_the_publisher_and_a_job_is_not(head: str, publisher: list[str]) -> None:
    assert values(f"{HEAD}\n\n{head}\n\n{BODY}", "publisher") == publisher


def test_of_short_lines_the_last_before_the_date_is_the_headline() -> None:
    assert values(f"Coast Watch\n\nFerry sinks\n\n3 March 2018\n\n{BODY}", "title") == ["Ferry sinks"]


def test_the_head_of_a_letter_is_no_headline() -> None:
    text = f"From: Ministry of Shipping\nTo: All captains\nDate: 3 March 2018\n\n{BODY}"
    assert values(text, "title") == [] == values(text, "publisher")
    assert values(text, "published") == ["2018-03-03"]


def test_a_masthead_is_no_headline() -> None:
    text = f"THE EVENING STAR — all the news of the coast\n\nFerry sinks off the coast\n\n{BODY}"
    assert values(text, "title") == ["Ferry sinks off the coast"]
    assert values(text, "publisher") == ["THE EVENING STAR"]


def test_the_sender_of_a_press_release_is_its_publisher() -> None:
    text = f"Ministry of Shipping\nPRESS RELEASE\n3 March 2018\n\nFerry sinks off the coast\n\n{BODY}"
    assert values(text, "publisher") == ["Ministry of Shipping"]
    assert values(text, "title") == ["Ferry sinks off the coast"]


@pytest.mark.parametrize("text", [BODY, "", "One line", "Roses\nare red\n\nViolets\nare blue\n"])
def test_text_without_a_headline_has_no_title(text: str) -> None:
    assert values(text, "title") == []


def test_a_standfirst_may_stand_before_the_byline() -> None:
    standfirst = "Nine boats search for the missing as the wind rises again."
    text = f"{HEAD}\n\n{standfirst}\n\nBy Ann Lee\n3 March 2018\n\n{BODY}"
    assert values(text, "author") == ["Ann Lee"] and values(text, "published") == ["2018-03-03"]


def test_a_page_dump_says_what_it_is() -> None:
    head = "Title: Ferry sinks\nURL: https://example.com/a?b=1\nAuthor: Ann Lee\nDate: 2018-03-03T06:30:00Z"
    text = f"{head}\n\n{BODY}"
    found = {m.name: m.value for m in read(text)}
    assert found["title"] == "Ferry sinks" and found["url"] == "https://example.com/a?b=1"
    assert found["author"] == "Ann Lee" and found["published"] == "2018-03-03T06:30:00+00:00"


def test_wrapped_text_is_prose_from_its_first_line() -> None:
    text = "When the ferry of the northern line sank on\nthe third of March, as we know,\nthere were nine.\n"
    assert read(text) == []


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    read(text)


@given(
    st.lists(
        st.sampled_from(
            ["By Ann Lee", "3 March 2018", "Posted:", "|", "\n", "© 2018 The Star", " ", "BODY. " * 12, "—"]
        )
    )
)
def test_any_order_of_furniture_can_be_read(parts: list[str]) -> None:
    read("".join(parts))


@pytest.mark.parametrize(
    "piece",
    [
        "By A B ",
        "a, ",
        "3 March 2018 ",
        "© 2018 X ",
        "The X (Y) is an ",
        "A ",
        "By A B\n",
        "Posted: 3 March 2018\n",
        "- ",
        "a\n",
    ],
)
def test_work_grows_with_length_only(piece: str) -> None:
    knowledge = reading_knowledge()
    short, long = piece * (5_000 // len(piece)), piece * (10_000 // len(piece))
    find_visible(long, "s", knowledge)
    some = steps(lambda: find_visible(short, "s", knowledge))
    assert steps(lambda: find_visible(long, "s", knowledge)) <= 2.5 * some + 200


def masked(text: str, *furniture: str) -> str:
    return mask(text, [Span("s", text.index(part), text.index(part) + len(part)) for part in furniture])


def test_masked_furniture_is_no_line_of_the_head_or_foot() -> None:
    menu = "\n".join(f"Section {number}" for number in range(60))
    teasers = "More news\n\nUpdated 5 March 2019\n\nTram strike ends after nine days of talks\n"
    text = f"{menu}\n\n{HEAD}\n\nBy Ann Lee\n\n3 March 2018\n\n{BODY}\n{teasers}"
    seen = masked(text, menu, teasers)
    found = {m.name: m.value for m in find_visible(seen, "s", reading_knowledge(), text)}
    assert found == {"title": HEAD, "author": "Ann Lee", "published": "2018-03-03"}


def test_a_masked_notice_still_names_the_publisher() -> None:
    sections = "\n".join(f"Section {number}" for number in range(20))
    credit, notice = "© 2017 Sam Roe / Getty Images", "© 2018 The Evening Star. All rights reserved."
    text = f"{HEAD}\n\n{credit}\n\n{BODY}\n{notice}\n{sections}\n"
    seen = masked(text, credit, notice, sections)
    publishers = [m for m in find_visible(seen, "s", reading_knowledge(), text) if m.name == "publisher"]
    assert [(m.value, m.basis) for m in publishers] == [("The Evening Star", Basis.STATED)]
    assert publishers[0].span is not None and publishers[0].span.quote(text) == "The Evening Star"
    assert [m.name for m in find_visible(seen, "s", reading_knowledge())] == ["title"]


def test_what_is_masked_states_nothing_else() -> None:
    teaser = "By Sam Roe\n5 March 2019"
    text = f"{HEAD}\n\n{BODY}\n{teaser}\n"
    names = {m.name for m in find_visible(masked(text, teaser), "s", reading_knowledge(), text)}
    assert names == {"title"}


def test_figures_with_two_readings_come_last_and_are_a_conclusion() -> None:
    text = f"{HEAD}\n\n03/04/2018\n\nUpdated: 5 April 2018\n\nPosted: 4 March 2018\n\n{BODY}"
    dates = [(m.value, m.basis) for m in read(text) if m.name == "published"]
    assert dates == [("2018-03-04", Basis.STATED), ("2018", Basis.INFERRED)]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Ann Lee • March 3, 2018", ["Ann Lee"]),
        ("Ann Lee | 3 March 2018", ["Ann Lee"]),
        ("San Francisco | 3 March 2018", []),
        ("World News | 3 March 2018", []),
        ("The Daily Star | 3 March 2018", []),
        ("By ANN LEE MARCH 3, 2018", ["ANN LEE"]),
        ("Ann Lee, 3 March 2018", ["Ann Lee"]),
        ("Dr Ann Lee, 3 March 2018", ["Dr Ann Lee"]),
        ("Ann Lee\n\nPublished 3 March 2018", ["Ann Lee"]),
        ("Von Ann Lee\n\n3. März 2018", ["Ann Lee"]),
        ("Par Ann Lee", ["Ann Lee"]),
        ("Von der Leyen visits Harwick", []),
        ("San Francisco\n\n3 March 2018", []),
        ("Ann Lee\n\nThe river", []),
        ("Harwick Bay, 3 March 2018", []),
    ],
)
def test_a_name_before_a_date_is_the_author(line: str, author: list[str]) -> None:
    assert values(f"{HEAD}\n\n{line}\n\n{BODY}", "author") == author


def test_beside_a_first_publication_a_later_bare_date_is_the_last_change() -> None:
    head = "Tue 6 Mar 2018 11.32 UTC\n\nFirst published on Mon 5 Mar 2018 05.10 UTC"
    text = f"{HEAD}\n\n{head}\n\n{BODY}"
    assert values(text, "published") == ["2018-03-05T05:10+00:00"]
    assert values(text, "modified") == ["2018-03-06T11:32+00:00"]


@pytest.mark.parametrize(
    "dateline",
    [
        "RIVERTON, Nov. 20 (Coast Wire) — ",
        "RIVERTON, 20 November — ",
        "RIVERTON (Coast Wire), Nov. 20 — ",
        "Riverton, Monday 20 November: ",
    ],
)
def test_the_year_of_a_dateline_is_that_of_the_markups_date(dateline: str) -> None:
    text = f"Boats counted at Riverton\n\n{dateline}The boats in the old harbour were counted on that day.\n"
    known = [Metadatum("published", "2023-12-02", Basis.METADATA, None, "JSON-LD datePublished")]
    found = [m for m in find_visible(text, "s", reading_knowledge(), known=known) if m.name == "published"]
    assert [(m.value, m.basis) for m in found] == [("2023-11-20", Basis.INFERRED)]
    assert not any(m.name == "published" for m in find_visible(text, "s", reading_knowledge()))
