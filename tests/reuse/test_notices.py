"""Notices in which a page tells that it was changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.states.notices import find_change_notices, find_new_notice

STORY = "The bridge at Orel was shut on Monday.\n\nTwo lorries are stuck on it, the council said.\n\n"


@pytest.mark.parametrize(
    ("notice", "mends"),
    [
        ("Correction: An earlier version of this article misstated the number of lorries.", True),
        ("Correction (7 October 2016): the engineer's name is Lee, not Li.", True),
        ("CLARIFICATION, Oct. 7: the bridge is shut to lorries only.", True),
        ("• This article was amended on 7 October 2016 to remove a wrong figure.", True),
        ("Editor's note: This story has been corrected to show that two lorries are stuck.", True),
        ("A previous version of this story said there were three lorries.", True),
        ("(Corrects number of lorries in second paragraph)", True),
        ("Berichtigung: In einer früheren Version dieses Artikels stand eine falsche Zahl.", True),
        ("Une première version de cet article indiquait trois camions.", True),
        ("Fe de errores: eran dos camiones, no tres.", True),
        ("Исправление: в предыдущей версии говорилось о трёх грузовиках.", True),
        ("تصحيح: ذكرت نسخة سابقة من هذا الخبر ثلاث شاحنات", True),
        ("訂正：当初の記事ではトラックは三台とありました", True),
        ("UPDATE: The bridge is open again.", False),
        ("Updated to include a comment from the council.", False),
        ("(Adds quotes, background)", False),
        ("This page was last updated at 14:30 with the engineer's reply.", False),
    ],
)
def test_forms_of_the_trade_are_notices(notice: str, mends: bool) -> None:
    text = f"{STORY}{notice}\n\nThe council meets on Friday."
    (found,) = find_change_notices(text)
    assert text[found.start : found.end] == notice
    assert found.mends is mends


@pytest.mark.parametrize(
    "sentence",
    [
        "The update will be installed on 400 phones.",
        "Corrections officers at the prison said three men escaped.",
        "The correction in share prices took 4 per cent off the index.",
        "An earlier version of the bill was rejected by the senate.",
        "The report was updated by the ministry.",
        "Clarification of the rules will follow, the referee said.",
        "The statement was corrected by the ministry hours later.",
    ],
)
def test_news_of_changes_elsewhere_are_no_notices(sentence: str) -> None:
    assert find_change_notices(f"{STORY}{sentence}") == []


def test_a_heading_takes_the_line_below_with_it() -> None:
    text = f"{STORY}Correction\n\nThere are two lorries, not three.\n\nMore news"
    (found,) = find_change_notices(text)
    assert text[found.start : found.end] == "Correction\n\nThere are two lorries, not three."


def test_only_a_notice_that_the_earlier_state_lacks_is_new() -> None:
    old, new = "Correction: it is Orel, not Oryol.", "Correction: two lorries, not three."
    assert find_new_notice(f"{STORY}{old}", f"{STORY}{old}") is None
    text = f"Updated to add a map.\n{STORY}{old}\n\n{new}"
    found = find_new_notice(f"{STORY}{old}", text)
    assert found is not None
    assert text[found.start : found.end] == new


@given(st.text(alphabet="Correction: updated this article was\n.\0🚢", max_size=200))
def test_notices_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    last = 0
    for found in find_change_notices(text):
        assert last <= found.start < found.end <= len(text)
        last = found.end


@pytest.mark.parametrize(
    "notice",
    [
        "This article was retracted on 3 May 2021 at the request of the authors.",
        "The editors regret that this paper has been withdrawn.",
        "RETRACTED: Salt and the growth of reeds",
        "Expression of concern: the editors look into the figures of table 2.",
    ],
)
def test_a_retraction_is_a_notice_that_tells_of_an_error(notice: str) -> None:
    (found,) = find_change_notices(f"{notice}\n\nReeds were grown in nine tanks of sea water.")
    assert found.mends


def test_of_a_mark_on_the_title_and_a_sentence_the_sentence_is_the_notice() -> None:
    text = "Salt and reeds\n\nReeds were grown in nine tanks."
    later = f"Home News\n\nRETRACTED: {text}\n\nThis paper was retracted on 3 May 2021."
    found = find_new_notice(text, later)
    assert found is not None
    assert later[found.start : found.end] == "This paper was retracted on 3 May 2021."
