"""Furniture in plain text: prompts and notices are found, and no sentence of an article is."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.sources import FurnitureKind as Kind
from provenance.readers.statements.furniture import find_credit_tail, find_furniture, judge_line
from tests.growth import steps

SHARED = Path(__file__).parents[3] / ".." / "shared"


def kind(line: str) -> Kind | None:
    """What a line is judged to be."""
    judgement = judge_line(line)
    return judgement[0] if judgement else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        *(
            (line, Kind.NAVIGATION)
            for line in (
                "Share",
                "Share this article",
                "Share on Facebook",
                "Facebook Twitter Email",
                "Facebook | X | LinkedIn",
                "Tweet",
                "Print",
                "Print this page",
                "E-mail this story to a friend",
                "Skip to main content",
                "Back to top",
                "Next page »",
                "Page 2 of 5",
                "Read more",
                "Continue reading",
                "Menu",
                "Log in",
                "Home",
                "Home > News > Coast",
                "Home » World",
                "Tags: floods, dams",
                "Filed under: Coast",
                "312 shares",
                "Click to share on Twitter (Opens in new window)",
                "Follow us on Instagram",
                "* Print",
            )
        ),
        *(
            (line, Kind.TEASER)
            for line in (
                "Related stories",
                "RELATED ARTICLES",
                "Most read",
                "You may also like",
                "More from The Star",
                "Read also:",
                "Read more: Nine ships leave the harbour",
                "RELATED: Town divided over giant teapot",
                "Up next",
                "Top stories",
                "Trending now",
                "Also read – Ferry captain fined",
                "Elsewhere on the Star",
                "Editor's picks",
            )
        ),
        *(
            (line, Kind.COMMENTS)
            for line in (
                "Leave a comment",
                "Leave a Reply",
                "12 Comments",
                "Comments (4)",
                "No comments yet",
                "Comments are closed.",
                "Join the conversation",
                "3 thoughts on “Nine ships”",
                "Your email address will not be published.",
            )
        ),
        *(
            (line, Kind.CREDIT)
            for line in (
                "Photo: Ann Lee/AFP",
                "Photograph: Per Hallin",
                "(AP Photo/Jane Doe)",
                "Ann Lee/AFP via Getty Images",
                "Image credit: Ann Lee",
                "Photo by Ann Lee",
                "REUTERS/Ann Lee",
                "Getty Images",
                "Picture courtesy of the Star",
            )
        ),
        *(
            (line, Kind.NEWSLETTER)
            for line in (
                "Sign up for our newsletter",
                "Subscribe",
                "Subscribe to our daily newsletter and never miss a ship.",
                "Get the day's news in your inbox every morning",
                "Support our journalism",
                "Donate now",
                "Already a subscriber? Log in",
                "You have read 3 of 3 free articles",
                "Unsubscribe | Manage your preferences",
                "View this email in your browser",
            )
        ),
        *(
            (line, Kind.NOTICE)
            for line in (
                "© 2018 The Evening Star",
                "Copyright 2018 The Star. All rights reserved.",
                "Copyright © Star Ltd 2018",
                "We use cookies to improve your visit.",
                "By using this site you agree to our terms.",
                "Please enable JavaScript to view the comments.",
                "Terms of use | Privacy policy",
                "Contact us",
                "Your browser does not support video.",
                "The BBC is not responsible for the content of external sites.",
                "The views expressed here do not necessarily reflect those of the Star.",
                "This material may not be published, rewritten or redistributed.",
            )
        ),
        *(
            (line, Kind.ADVERTISEMENT)
            for line in (
                "Advertisement",
                "ADVERTISEMENT",
                "Sponsored content",
                "Story continues below advertisement",
                "Ads",
            )
        ),
    ],
)
def test_furniture_is_known_by_its_words(line: str, expected: Kind) -> None:
    assert kind(line) is expected


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "* * *",
        "No comment.",
        "“Help!”",
        "Help!",
        "Jobs",
        "Privacy",
        "Reuters",
        "Nine ships in the harbour",
        "The paper shares its printing house with two others.",
        "Home to nine thousand people, the island has one road.",
        "Follow-ups by email were ignored for a year.",
        "Like most complaints, this one arrived by email.",
        "Already a third of subscribers have left.",
        "Copyright law was changed in 1998, after the case was lost.",
        "Google uses cookies to track readers, the court heard.",
        "By using the site as a dump, the firm broke the law.",
        "Just a moment later the roof fell in.",
        "Publication or distribution of the leaflet was a crime until 1911.",
        "The judge ruled that the letters may not be reproduced without consent, and fined the paper.",
        "Her letters must not be copied without permission, the heirs told the court in May.",
        "Opinions in the village do not reflect those in town.",
        "Photo-finish in the final at Monza",
        "Photos of the wreck were shown to the court on Monday.",
        "Map: where the fires are",
        "Home / Away",
        "12 responses to the fire were sent in.",
        "The comments were closed to the public.",
        "Sign up or go to jail, he said.",
        "Get up, she told him.",
        "Join the army, the poster said.",
        "Print workers have been on strike since May.",
        "Related to the king by marriage, she left in 1804.",
        "Most read the letter twice before they signed it.",
        "More on the coast than inland, the wind was the trouble.",
        "Also on Tuesday the council voted to close the bridge.",
        "Search parties went out again at dawn.",
        "Next of kin were told on Friday.",
        "Reply came there none.",
        "Subscribers to the fund lost everything.",
        "Support for the minister fell.",
        "Save the bees, they cried.",
        "Sponsored by the duke, the fleet sailed in 1497.",
        "Advertisements were banned in 1932.",
        "By Ann Lee",
        "3 May 2018",
        "He died in 2003 (AFP reported 12 dead).",
        "LONDON (Reuters) - Nine ships left the harbour on Monday.",
        "Tags were found on three of the nine seals, the ministry said.",
        "Log books from the wreck were dry.",
    ],
)
def test_what_an_article_may_say_is_not_furniture(line: str) -> None:
    assert judge_line(line) is None
    assert find_furniture(line, "s") == []


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The quay at low tide. Photo: Ann Lee/AFP", "Photo: Ann Lee/AFP"),
        (
            "The quay at low tide (Photo by Ann Lee/AFP via Getty Images)",
            "(Photo by Ann Lee/AFP via Getty Images)",
        ),
        ("The quay at low tide on Sunday. REUTERS/Ann Lee", "REUTERS/Ann Lee"),
        ("The quay at low tide. [Ann Lee/Reuters]", "[Ann Lee/Reuters]"),
        ("The quay at low tide. (AP Photo/Ann Lee)", "(AP Photo/Ann Lee)"),
        ("The quay at low tide, he told AFP.", None),
        ("In pictures: the quay at low tide", None),
        ("He showed a picture (it was his son).", None),
        ("Photo: Ann Lee", None),
    ],
)
def test_of_a_caption_only_the_credit_at_its_end_is_found(caption: str, credit: str | None) -> None:
    found = find_credit_tail(caption)
    assert (caption[found[0] : found[1]] if found else None) == credit


def quotes(text: str) -> list[str]:
    """What of a text is furniture."""
    return [furniture.span.quote(text) for furniture in find_furniture(text, "s")]


def test_headline_like_lines_under_a_head_of_other_stories_are_teasers() -> None:
    text = (
        "He left.\n\nRelated stories\n\n- Ferry captain fined\n- Nine ships in the harbour\n\n"
        "The minister said on Monday that he would not resign before May."
    )
    assert quotes(text) == ["Related stories", "- Ferry captain fined", "- Nine ships in the harbour"]


def test_a_heading_above_prose_is_no_teaser() -> None:
    text = (
        "Related stories\n\nFerry captain fined\n\nWarnings in the spring\n\n"
        "The minister said on Monday that he would not resign."
    )
    assert quotes(text) == ["Related stories", "Ferry captain fined"]


def test_readers_comments_are_marked_between_their_own_prompts() -> None:
    text = (
        "The bridge is closed, the council said.\n2 Comments\nGareth says:\nMy grandfather built that bridge."
        "\nReply\nM. Lacey says:\nIt was always closed on Mondays.\nReply\n© 2018 Star"
    )
    assert quotes(text)[0] == "2 Comments" and quotes(text)[-1] == "© 2018 Star"
    assert "My grandfather built that bridge." in quotes(text)


def test_a_count_of_comments_over_the_article_marks_no_article() -> None:
    prose = "".join(f"The harbour master counted {n} ships on the quay.\n" for n in range(9))
    assert quotes(f"2 Comments\n{prose}Gareth says:\nNo.\nReply\nAnn says:\nYes.\nReply") == [
        "2 Comments",
        "Reply",
        "Reply",
    ]


@given(
    st.lists(
        st.sampled_from(
            ("Share", "Related stories", "a b c d", "He said so.", "Reply", "3 Comments", "", "X/AFP")
        ),
        max_size=30,
    )
)
def test_marks_are_whole_lines_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = find_furniture(text, "s")
    ends = [0, *(furniture.span.end for furniture in found)]
    assert all(furniture.span.start >= end for furniture, end in zip(found, ends, strict=False))
    assert all(furniture.span.quote(text) in lines for furniture in found)


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    for furniture in find_furniture(text, "s"):
        assert furniture.span.quote(text).strip()


@pytest.mark.parametrize(
    "piece",
    [
        "Share\n",
        "Photo: ",
        "/AFP ",
        "(",
        "© ",
        "home > ",
        "a ",
        "Reply\n",
        "|",
        "a b c d\n",
        "Related stories\n",
    ],
)
def test_work_grows_with_length_only(piece: str) -> None:
    short, long = piece * (5_000 // len(piece)), piece * (10_000 // len(piece))
    assert steps(lambda: find_furniture(long, "s")) <= 2.5 * steps(lambda: find_furniture(short, "s")) + 200


@pytest.mark.shared
@pytest.mark.skipif(
    not (SHARED / "gold" / "seeds.json").exists(), reason="the annotated articles are not here"
)
def test_no_annotated_claim_lies_in_a_marked_line() -> None:
    gold = json.loads((SHARED / "gold" / "seeds.json").read_text(encoding="utf-8"))
    for document in gold["documents"]:
        with (SHARED / "seeds" / document["file"]).open(encoding="utf-8", newline="") as opened:
            text = opened.read()
        spans = [claim["span"] for claim in gold["claims"] if claim["span"]["doc"] == document["id"]]
        for furniture in find_furniture(text, document["id"]):
            marked = furniture.span
            assert not any(s["start"] < marked.end and marked.start < s["end"] for s in spans)
