"""Which text is the earlier one, and when that is not known."""

import pytest
from attrs import evolve

from provenance.model.reuse import Alignment, Direction, PageVersion, ReuseKind
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.model.spans import Span
from provenance.reuse import find_alignments, judge_directions, mark_versions
from provenance.reuse.descent.credits import find_credit, find_credits, near_credits
from provenance.reuse.descent.dating import published_interval, written_interval
from provenance.reuse.descent.direction import CALENDAR
from tests.growth import steps
from tests.reuse.cases import BAKER, FERRY, KNOWLEDGE, MILL, SETTINGS, source

EDITED = FERRY.replace("noon", "dusk").replace("twice", "three times")


def judge(*sources: Source) -> list[Alignment]:
    found = find_alignments({each.id: each.text for each in sources}, SETTINGS, KNOWLEDGE)
    return judge_directions(found, sources)


def test_disjoint_stated_dates_decide_on_an_edited_copy() -> None:
    (found,) = judge(
        source("a", f"{MILL}\n\n{FERRY}", "1906-04-18"), source("b", f"{BAKER}\n\n{EDITED}", "1906-05-02")
    )
    assert found.direction is Direction.A_TO_B
    assert found.direction_reason == (
        "text a is dated earlier: 1906-04-18 (stated), text b 1906-05-02 (stated)"
    )


def test_identical_text_gets_no_direction_from_dates() -> None:
    (found,) = judge(
        source("a", f"{MILL} {FERRY}", "2019-04-18"), source("b", f"{BAKER} {FERRY}", "2019-05-02")
    )
    assert found.kind is ReuseKind.VERBATIM
    assert found.direction is Direction.UNKNOWN
    assert found.direction_reason.startswith("identical text")


def test_dates_that_overlap_or_are_not_stated_do_not_decide() -> None:
    one = source("a", f"{MILL} {FERRY}", "2019-04-18")
    (same_day,) = judge(one, source("b", f"{BAKER} {EDITED}", "2019-04-18"))
    assert same_day.direction is Direction.UNKNOWN
    assert "either order" in same_day.direction_reason
    early, late = "2019-05-02T00:00:00+00:00", "2019-05-02T12:00:00+00:00"
    hidden = Metadatum("published", "2019-05-02", Basis.METADATA, None, "meta[name=date]", early, late)
    other = Source("b", "b.html", one.state, text=f"{BAKER} {EDITED}", metadata=(hidden,))
    (found,) = judge(one, other)
    assert found.direction is Direction.UNKNOWN
    assert "not both publication dates are stated" in found.direction_reason
    (undated,) = judge(one, source("b", other.text))
    assert "not both known" in undated.direction_reason


def test_a_third_text_that_can_be_the_source_keeps_it_open() -> None:
    one, other = source("a", f"{MILL} {FERRY}", "2019-04-18"), source("b", f"{BAKER} {EDITED}", "2019-05-02")
    undated = source("c", f"{BAKER[::-1]} {FERRY}")
    found = {(x.a.source_id, x.b.source_id): x for x in judge(one, other, undated)}
    assert found["a", "b"].direction is Direction.UNKNOWN
    assert "could be the source" in found["a", "b"].direction_reason
    later = source("c", f"{BAKER[::-1]} {FERRY}", "2019-07-01")
    found = {(x.a.source_id, x.b.source_id): x for x in judge(one, other, later)}
    assert found["a", "b"].direction is Direction.A_TO_B


def test_an_explicit_credit_decides_against_the_order_of_ids_and_on_identical_text() -> None:
    one = source("a", f"{FERRY} The Northern Ledger reported it first. {MILL}")
    (found,) = judge(one, source("b", f"{FERRY} {BAKER}", publisher="The Northern Ledger"))
    assert found.direction is Direction.B_TO_A
    assert 'text a credits the publisher of text b: "The Northern Ledger reported"' in found.direction_reason


def test_two_texts_that_credit_a_third_have_a_common_source() -> None:
    release = source("c", f"{FERRY} {MILL[::-1]}", publisher="The Harbour Board")
    one = source("a", f"{FERRY} The Harbour Board said in a press release. {MILL}")
    other = source("b", f"{EDITED} The Harbour Board said in a statement. {BAKER}")
    found = {(x.a.source_id, x.b.source_id): x for x in judge(one, other, release)}
    assert found["a", "c"].direction is Direction.B_TO_A
    assert found["b", "c"].direction is Direction.B_TO_A
    assert found["a", "b"].direction is Direction.COMMON_SOURCE
    assert found["a", "b"].direction_reason == "both texts credit c.txt, which has the passage too"


def test_a_credit_inside_of_what_two_texts_share_can_be_passed_on_with_it() -> None:
    said = "Nobody was hurt, The Harbour Board said in a press release."
    release = source("c", f"{FERRY} Nobody was hurt. {MILL[::-1]}", publisher="The Harbour Board")
    wire = source("a", f"{EDITED} {said} {MILL}", publisher="North Wire")
    paper = source("b", f"{EDITED.replace('dusk', 'nine')} {said} {BAKER}", publisher="The Post")
    found = {(x.a.source_id, x.b.source_id): x for x in judge(wire, paper, release)}
    assert found["a", "c"].direction is Direction.B_TO_A
    assert found["a", "b"].direction is Direction.UNKNOWN
    assert "one can have the passage from the other" in found["a", "b"].direction_reason


def test_a_house_that_credits_itself_tells_nothing() -> None:
    one = source(
        "a", f"{FERRY} The Northern Ledger reported it first. {MILL}", publisher="The Northern Ledger"
    )
    other = source("b", f"{EDITED} {BAKER}", publisher="The Northern Ledger")
    (found,) = judge(one, other)
    assert found.direction is Direction.UNKNOWN


def test_one_agency_in_both_datelines_is_the_common_source() -> None:
    one = source("a", f"HULL (Seawire) - {FERRY} {MILL}", "2019-04-18")
    other = source("b", f"London (Seawire) — {EDITED} {BAKER}", "2019-06-18")
    (found,) = judge(one, other)
    assert found.direction is Direction.COMMON_SOURCE
    assert "both texts credit Seawire" in found.direction_reason
    assert found.upstream == "Seawire"


def test_a_calendar_date_beside_last_month_tells_which_was_written_later() -> None:
    said = "the dockers warned that they will block the gates of the harbour from the first morning of spring"
    one = source("a", f"{MILL} On February 7, {said}. They did not say how.", "2018-02-21")
    other = source("b", f"Last month {said}, and nobody moved. {BAKER}")
    (found,) = judge(one, other)
    assert found.direction is Direction.A_TO_B
    assert '"February 7"' in found.direction_reason
    assert "b was written later" in found.direction_reason
    same_month = source("b", f"Last week {said}, and nobody moved. {BAKER}")
    (open_still,) = judge(one, same_month)
    assert open_still.direction is Direction.UNKNOWN


def test_a_text_that_tells_of_a_day_after_the_others_date_is_the_later_one() -> None:
    one = source("a", f"{FERRY} The owner was arrested on March 5, 2019. {MILL}")
    (found,) = judge(one, source("b", f"{EDITED} {BAKER}", "2019-02-21"))
    assert found.direction is Direction.B_TO_A
    assert 'tells of "March 5, 2019" as past' in found.direction_reason


@pytest.mark.parametrize(
    "text",
    ["Updated on March 5, 2019.", "The vote will be held on March 5, 2019, he said.", "No date at all."],
)
def test_page_dates_and_plans_are_no_occurrence(text: str) -> None:
    assert written_interval(source("a", text), CALENDAR) is None


def test_boilerplate_quotations_and_one_text_get_no_direction() -> None:
    (within,) = judge(source("a", f"{FERRY}\n\n{MILL}\n\n{FERRY}", "2019-01-01"))
    assert within.direction_reason == "both places stand in one text"
    quoted = judge(
        source("a", f"{MILL} “{FERRY}”", "2019-01-01"), source("b", f"{BAKER} “{FERRY}”", "2020-01-01")
    )
    assert [x.direction for x in quoted] == [Direction.UNKNOWN]


def test_one_house_reuses_its_own_text() -> None:
    one = source("a", f"{MILL} {FERRY}", "2019-04-18", "Ledger")
    (found,) = judge(one, source("b", f"{BAKER} {EDITED}", "2019-05-02", "Ledger"))
    assert found.direction_reason.endswith("reused in its own house")


def test_two_states_of_one_page_are_no_copy() -> None:
    one = source("a", f"{MILL} {FERRY}", "2019-04-18", "Ledger")
    other = source("b", f"{BAKER} {EDITED}", "2019-05-02", "Ledger")
    found = find_alignments({each.id: each.text for each in (one, other)}, SETTINGS, KNOWLEDGE)
    version = PageVersion("a", "b", "a", True, "one address")
    (judged,) = judge_directions(found, [one, other], versions=[version])
    assert judged.direction is Direction.UNKNOWN
    assert judged.direction_reason == "two states of one page, not a copy"
    (marked,) = mark_versions(found, [version])
    (judged,) = judge_directions([marked], [one, other])
    assert judged.kind is ReuseKind.VERSION and judged.direction is Direction.UNKNOWN


def test_evidence_that_contradicts_itself_decides_nothing() -> None:
    one = source("a", f"{FERRY} The Northern Ledger reported it first. {MILL}", "2019-01-18")
    (found,) = judge(one, source("b", f"{EDITED} {BAKER}", "2019-05-02", publisher="The Northern Ledger"))
    assert found.direction is Direction.UNKNOWN and found.direction_confidence == 0.0
    assert found.direction_reason.startswith("the evidence contradicts itself: text a credits the publisher")
    assert [each.towards for each in found.evidence] == [Direction.B_TO_A, Direction.A_TO_B]


def test_credits_of_a_text() -> None:
    text = "The Harbour Post reported a fire, first published by North News. The Board said in a release no."
    names = {name for credit in find_credits(text) for name in credit.names}
    assert names == {"harbour post", "north news", "board"}
    credit = find_credit(source("p", "", publisher="HARBOUR POST"), find_credits(text))
    assert credit is not None and credit.quote == "The Harbour Post reported"
    assert find_credit(source("p", ""), find_credits(text)) is None


def test_a_credit_counts_for_its_sentence_and_where_it_says_nothing_else_for_what_stands_beside() -> None:
    text = f"{'x ' * 400}\n\nThe Harbour Post reported a fire. {'Y ' * 400}"
    (found,) = find_credits(text)
    place = text.index("The Harbour")
    assert near_credits((found,), []) == near_credits((found,), [Span("a", place - 90, place - 2)]) == ()
    assert near_credits((found,), [Span("a", place + 10, place + 33)]) == (found,)
    (found,) = find_credits(text.replace("reported a fire", "reported this on Monday"))
    assert near_credits((found,), [Span("a", place - 90, place - 2)]) == (found,)
    assert near_credits((found,), [Span("a", 0, 500)]) == ()


def test_a_date_that_cannot_be_read_is_not_known() -> None:
    broken = Metadatum("published", "soon", Basis.STATED, None, None, "soon", "later")
    assert published_interval(Source("a", "a", source("a", "").state, metadata=(broken,))) is None


def test_an_unknown_direction_tells_dates_and_no_order_of_writing() -> None:
    (found,) = judge(
        source("a", f"{MILL} {FERRY}", "2019-05-02"), source("b", f"{BAKER} {FERRY}", "2019-04-18")
    )
    assert found.direction is Direction.UNKNOWN
    assert "text b is dated earlier: 2019-04-18 (stated), text a 2019-05-02" in found.direction_reason
    assert "the earlier one" not in found.direction_reason


def test_a_block_of_many_texts_is_looked_up_once_and_not_for_each_pair() -> None:
    def work(count: int) -> None:
        names = [f"b{n:04}" for n in range(count)]
        first = Span("a", 0, 80)
        alignments = [Alignment(first, Span(name, 0, 80), ReuseKind.VERBATIM, 1.0) for name in names]
        known = [Source(each, f"{each}.txt", State.READ, text="x" * 90) for each in ("a", *names)]
        judge_directions(alignments, known, KNOWLEDGE)

    assert steps(lambda: work(400)) < 2.5 * steps(lambda: work(200))


def _signed(name: str, text: str, day: str, *told: tuple[str, str]) -> Source:
    known = source(name, text, day)
    return evolve(known, metadata=(*known.metadata, *(Metadatum(k, v, Basis.STATED) for k, v in told)))


def test_the_text_that_an_agency_signs_is_the_one_that_others_credit() -> None:
    wire = _signed("wire", f"{FERRY} {MILL} {BAKER}", "2021-06-01", ("author", "Harbour Press Agency"))
    edited = (
        f"{FERRY} {MILL.replace('April', 'May')} {BAKER.replace('clerk', 'judge')} (Harbour Press Agency)"
    )
    paper = source("paper", edited, "2021-06-02", "Ledger")
    (alignment,) = judge(wire, paper)
    assert alignment.direction is Direction.B_TO_A
    assert "credits the agency that signs text b" in alignment.direction_reason


def test_two_texts_that_one_agency_signs_are_none_of_them_its_own() -> None:
    told = ("author", "Harbour Press Agency")
    one = _signed("one", f"By Harbour Press Agency\n\n{FERRY} {MILL}", "2021-06-01", told)
    other = _signed(
        "two", f"By Harbour Press Agency\n\n{FERRY} {MILL.replace('April', 'May')}", "2021-06-09", told
    )
    assert {each.direction for each in judge(one, other)} <= {Direction.COMMON_SOURCE, Direction.UNKNOWN}


def test_a_release_that_is_credited_is_that_of_the_body_which_its_headline_names() -> None:
    release = _signed("r", f"{FERRY} {MILL}", "2021-06-01", ("title", "Pilots Guild: the ferry was too full"))
    paper = f"{FERRY.replace('noon', 'dusk')} {MILL}\n\nFrom a press release of the Pilots Guild."
    (alignment,) = judge(release, source("p", paper, None, "Ledger"))
    assert alignment.direction is Direction.B_TO_A
    assert "credits a release" in alignment.direction_reason
    other = evolve(
        release, metadata=(Metadatum("title", "Bakers Guild: the ferry was too full", Basis.STATED),)
    )
    (alignment,) = judge(other, source("p", paper, None, "Ledger"))
    assert alignment.direction is Direction.UNKNOWN


def test_a_text_headed_by_an_agency_alone_is_the_agencys() -> None:
    heads = (
        KNOWLEDGE if "reuters" in KNOWLEDGE.agencies else evolve(KNOWLEDGE, agencies=frozenset({"reuters"}))
    )
    wire = source("wire", f"Reuters\n\n{FERRY} {MILL}", "2021-06-01")
    paper = source("paper", f"LINDFELL (Reuters) - {EDITED} {MILL}", "2021-06-01", "Ledger")
    found = find_alignments({each.id: each.text for each in (wire, paper)}, SETTINGS, heads)
    (alignment,) = judge_directions(found, (wire, paper), heads)
    assert alignment.direction is Direction.B_TO_A


def test_a_text_that_nobody_holds_can_have_its_words_from_one_in_the_pile() -> None:
    release = _signed("r", f"{FERRY} {MILL} {BAKER}", "2021-06-01", ("publisher", "Pilots Guild"))
    one = source("one", f"{EDITED} {MILL} {BAKER} (Harbour Press Agency)", "2021-06-09", "Ledger")
    found = judge(release, one)
    assert {each.direction for each in found} <= {Direction.B_TO_A, Direction.UNKNOWN}


def test_a_page_that_was_changed_after_the_others_date_is_not_the_earlier_text() -> None:
    early = source("a", f"{FERRY} {MILL}", "2021-06-01")
    late = source("b", f"{EDITED} {MILL}", "2021-06-12")
    (alignment,) = judge(early, late)
    assert alignment.direction is Direction.A_TO_B
    day = "2021-06-20T00:00:00+00:00"
    changed = Metadatum("modified", "2021-06-20", Basis.STATED, None, None, day, day)
    (alignment,) = judge(evolve(early, metadata=(*early.metadata, changed)), late)
    assert alignment.direction is Direction.UNKNOWN
    assert "changed 2021-06-20" in alignment.direction_reason
