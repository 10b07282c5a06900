"""What a page says of its own dates."""

from attrs import evolve

from provenance.model.annotations import AnnotatedSource
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from provenance.model.sources import Basis, Metadatum
from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.stamps import read_stamp
from provenance.readers.statements.visible import find_visible
from tests.conflicts.pools import findings, make_source, pool


def metadatum(name: str, value: str, basis: Basis = Basis.METADATA, field: str = "meta") -> Metadatum:
    stamp = read_stamp(value)
    assert stamp is not None
    return Metadatum(name, stamp.value, basis, None, field, stamp.earliest, stamp.latest, stamp.zone)


def of_page(text: str, *stated: Metadatum) -> AnnotatedSource:
    """A source as it is read: what its lines say, then `stated`."""
    source = make_source("a.txt", text)
    visible = find_visible(text, source.source.id, reading_knowledge())
    return evolve(source, source=evolve(source.source, metadata=(*visible, *stated)))


def found(text: str, *stated: tuple[str, str]) -> list[Conflict]:
    return findings(pool(of_page(text, *(metadatum(name, value) for name, value in stated))))


PAGE = (
    "Mill fire kills two at the river\n\n{}\n\n"
    "A fire killed two people at the old mill by the river on the edge of the town.\n"
)


def test_two_date_lines_that_differ_are_page_data() -> None:
    (conflict,) = found(PAGE.format("Posted: 4 May 2019\n\nBy Ann Lee\n\nThursday, 2 May 2019"))
    assert conflict.kind is ConflictKind.METADATA
    assert conflict.conflict_class is ConflictClass.PAGE_DATA
    assert conflict.severity is Level.LOW
    assert [e.quote for s in conflict.sides for e in s.evidence] == ["Thursday, 2 May 2019", "4 May 2019"]


def test_two_lines_that_print_neighbouring_days_in_full_differ() -> None:
    (conflict,) = found(PAGE.format("Posted: 3 May 2019\n\nBy Ann Lee\n\nThursday, 2 May 2019"))
    assert conflict.severity is Level.LOW


def test_a_dateline_of_the_day_before_posting_is_routine() -> None:
    for dateline in ("HARWICK, May 3, 2019 — A fire", "HARWICK, May 3 (Agency) — A fire"):
        assert found(PAGE.format("Posted: 4 May 2019").replace("A fire", dateline)) == []


def test_a_dateline_without_its_year_counts() -> None:
    text = PAGE.format("Posted: 4 May 2019").replace("A fire", "HARWICK, May 1 (Agency) — A fire")
    (conflict,) = found(text)
    assert [side.value for side in conflict.sides] == ["2019-05-01", "2019-05-04"]


def test_dates_told_in_the_text_are_none_of_the_page() -> None:
    assert found("Mill fire\n\n4 May 2019\n\nIt began on 2 May 2019.\n\nOn 3 May 2019 it was out.\n") == []


def test_an_offset_and_a_printed_day_agree_where_their_intervals_meet() -> None:
    for stated in ("2019-05-03T23:30:00-07:00", "2019-05-05T01:00:00+09:00", "2019-05-05", "2019-05", "2019"):
        assert found(PAGE.format("4 May 2019"), ("published", stated)) == [], stated


def test_an_offset_and_a_printed_day_differ_where_no_zone_joins_them() -> None:
    (conflict,) = found(PAGE.format("4 May 2019"), ("published", "2019-05-07T09:00:00-07:00"))
    assert [side.value for side in conflict.sides] == ["2019-05-04", "2019-05-07"]
    assert conflict.certainty is Level.MEDIUM and conflict.sides[1].evidence[0].field == "meta"


def test_moments_a_few_hours_apart_are_no_finding() -> None:
    assert (
        found("A text.", ("published", "2019-05-04T06:00:00Z"), ("published", "2019-05-05T03:00:00Z")) == []
    )


def test_a_printed_day_that_the_markup_calls_the_last_change_is_no_other_publication() -> None:
    stated = (("published", "2019-05-01T08:00:00Z"), ("modified", "2019-05-04T08:00:00Z"))
    assert found(PAGE.format("4 May 2019"), *stated) == []
    assert len(found(PAGE.format("7 May 2019"), *stated)) == 1


def test_the_day_on_which_a_file_was_made_is_no_publication() -> None:
    made = metadatum("created", "2019-06-20", field="PDF /CreationDate")
    saved = metadatum("modified", "2019-01-20", field="docx core modified")
    assert findings(pool(of_page(PAGE.format("4 May 2019"), made, saved))) == []


def test_figures_with_two_readings_contradict_nothing() -> None:
    assert found(PAGE.format("By Ann Lee\n\n03/04/2019"), ("published", "2019-04-03")) == []


def test_a_page_changed_before_it_was_posted() -> None:
    (conflict,) = found("A text.", ("published", "2019-05-05"), ("modified", "2018-01-01"))
    assert conflict.kind is ConflictKind.DATE_ORDER
    assert all(e.field and e.span is None for s in conflict.sides for e in s.evidence)


def test_a_page_captured_before_it_was_posted_or_changed() -> None:
    stated = (("published", "2019-05-05"), ("modified", "2019-05-20"))
    titles = [c.title for c in found("A text.", *stated, ("captured_at", "2019-05-09T00:00:00Z"))]
    assert titles == ["The page was captured before it was last changed"]
    assert len(found("A text.", *stated, ("captured_at", "2019-05-01T00:00:00Z"))) == 2
    assert found("A text.", *stated, ("captured_at", "2019-06-01T00:00:00Z")) == []


def test_a_message_that_arrived_before_it_was_sent() -> None:
    sent, arrived = metadatum("published", "2018-03-12T13:05:22Z"), metadatum("captured_at", "2018-03-05")
    source = of_page("A text.", sent, arrived)
    mail = evolve(source, source=evolve(source.source, media_type="message/rfc822"))
    (conflict,) = findings(pool(mail))
    assert conflict.title == "The message arrived before it was sent"
    assert "2018-03-05” (meta) as its arrival" in conflict.why


def test_a_page_changed_later_and_a_file_time_say_nothing() -> None:
    stated = [metadatum("published", "2019-05-05"), metadatum("modified", "2019-05-09")]
    of_file = metadatum("published", "2024-01-01", Basis.FILE)
    assert findings(pool(of_page("A text.", *stated, of_file))) == []


def test_exact_stamps_are_compared_to_the_second_and_across_zones() -> None:
    def kinds(modified: str) -> list[ConflictKind]:
        stated = (("published", "2019-05-05T09:00:00+02:00"), ("modified", modified))
        return [conflict.kind for conflict in found("A text.", *stated)]

    assert kinds("2019-05-05T05:30:00Z") == [ConflictKind.DATE_ORDER]
    assert kinds("2019-05-05T07:00:00Z") == []
    assert kinds("2019-05-05T08:30:00Z") == []


def test_a_printed_day_that_meets_the_moment_does_not_hide_the_order() -> None:
    stated = (("published", "2019-05-04T08:30:00+01:00"), ("modified", "2019-05-03T19:05:00+01:00"))
    assert [c.kind for c in found(PAGE.format("4 May 2019"), *stated)] == [ConflictKind.DATE_ORDER]


def test_values_that_are_no_dates_are_left_out() -> None:
    broken = Metadatum("published", "soon", Basis.METADATA, None, "meta", "x", "y")
    bare = Metadatum("published", "2019-05-05", Basis.METADATA, None, "meta")
    assert findings(pool(of_page("A text.", broken, bare))) == []


def test_two_properties_with_last_changes_weeks_apart_are_told() -> None:
    changes = {"2024-03-02": 0, "2024-03-08": 0, "2024-03-16": 1, "2024-02-10": 1}
    for day, expected in changes.items():
        one = metadatum("modified", "2024-03-01T10:00:00Z", field="JSON-LD dateModified")
        two = metadatum("modified", f"{day}T10:00:00Z", field='meta[property="article:modified_time"]')
        conflicts = findings(pool(of_page("A text.", one, two)))
        assert [(c.severity, c.predicate) for c in conflicts] == [(Level.LOW, "modified")] * expected, day
        both = evolve(two, value=one.value, earliest=one.earliest, latest=one.latest)
        assert findings(pool(of_page("A text.", one, two, both))) == []
