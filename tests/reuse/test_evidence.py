"""What speaks for a direction: credits, addresses, agencies, edits that seldom go back."""

import pytest

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Direction
from provenance.model.sources import Basis, Metadatum, Source
from provenance.model.spans import Span
from provenance.reuse import find_alignments
from provenance.reuse.descent.addresses import find_addresses, find_links, plain_address
from provenance.reuse.descent.dangling import find_dangling
from provenance.reuse.descent.evidence import Evidence, Rests, describe, list_evidence
from provenance.reuse.descent.traces import find_traces
from provenance.reuse.descent.upstream import find_upstreams, is_agency, shared_upstream
from provenance.reuse.kinds.quotations import find_quotations
from tests.growth import steps
from tests.reuse.cases import BAKER, KNOWLEDGE, MILL, SETTINGS, source

AGENCIES = Knowledge(agencies=frozenset({"ap", "reuters", "anadolu agency"}))
SAID = (
    "Engineers closed the old lift on {day} after {n} people were stuck in it. The council {will} vote on a "
    "new one. “Nobody should climb these stairs with a pram{more},” said Irene Marlow, who lives on the hill."
)


def traces(one: str, other: str) -> list[tuple[Direction, str]]:
    """Traces between two texts, with what each reason begins with."""
    texts = {"a": f"{MILL}\n\n{one}", "b": f"{BAKER}\n\n{other}"}
    found = find_alignments(texts, SETTINGS, KNOWLEDGE)
    shared = [each for each in found if each.a.source_id != each.b.source_id]
    assert shared
    told = find_traces(shared, texts, {name: find_quotations(text) for name, text in texts.items()})
    assert all(0 < each.weight < 1 for each in told)
    return [(each.towards, each.reason) for each in told]


FULL = SAID.format(day="Monday", n="43", will="will", more=", and I have done it for nine long years")


@pytest.mark.parametrize(
    ("copy", "begins"),
    [
        (
            SAID.format(day="Monday", n="43", will="will", more=""),
            "text b has a quotation shorter than text a",
        ),
        (FULL.replace("43", "about 40"), "text b rounds a figure that text a has in full"),
        (FULL.replace("will vote", "was to vote"), "text b tells as past what text a tells as to come"),
        (FULL.replace("on Monday", "last week"), "text b speaks of a day from further off than text a"),
    ],
)
def test_edits_that_seldom_go_back_tell_the_later_text(copy: str, begins: str) -> None:
    ((direction, reason),) = traces(FULL, copy)
    assert direction is Direction.A_TO_B and reason.startswith(begins)
    ((back, told),) = traces(copy, FULL)
    assert back is Direction.B_TO_A
    assert told.startswith(begins.replace("text a", "~").replace("text b", "text a").replace("~", "text b"))


@pytest.mark.parametrize(
    ("full", "other", "is_rounding"),
    [
        ("417", "about 400", True),
        ("417", "about 420", True),
        ("471", "about 417", False),
        ("417", "about 470", False),
        ("401", "about 410", False),
        ("449", "more than 400", True),
        ("449", "nearly 450", True),
        ("449", "nearly 440", False),
        ("1,949", "more than 1,900", True),
        ("1,949", "about 2,000", True),
        ("1,949", "about 1,940", False),
        ("61", "about 16", False),
    ],
)
def test_a_rounding_is_what_rounding_the_other_gives(full: str, other: str, is_rounding: bool) -> None:
    told = traces(FULL.replace("43", full), FULL.replace("43", other))
    assert [direction for direction, _ in told] == [Direction.A_TO_B] * is_rounding


def test_words_put_for_others_tell_no_direction() -> None:
    assert traces(FULL, FULL.replace("Engineers", "Inspectors").replace("old lift", "rusty lift")) == []


def dangling(one: str, other: str) -> list[Evidence]:
    """Dangling references between two texts."""
    found = find_alignments({"a": one, "b": other}, SETTINGS, KNOWLEDGE)
    shared = [each for each in found if each.a.source_id != each.b.source_id]
    return find_dangling(shared, (one, other))


def test_a_name_that_only_the_other_text_introduces_tells_the_excerpt() -> None:
    passage = (
        "Neither the ministry nor Marlow would say how many of the old pumps had been tested since spring's "
        "flood, and two members of the board left the room before the vote was taken."
    )
    whole = f"Irene Marlow has led the water board for years.\n\n{passage}"
    (found,) = dangling(whole, f"{BAKER}\n\n{passage}")
    assert found.towards is Direction.A_TO_B and "names Marlow without saying who that is" in found.reason
    assert dangling(whole, f"The board of Irene Marlow met.\n\n{passage}") == []


def test_a_pronoun_that_nothing_stands_before_tells_the_excerpt() -> None:
    passage = (
        "She had warned the board twice that the pumps would not survive another winter, and nobody answered "
        "until the cellars of the whole quarter stood under water."
    )
    (found,) = dangling(
        f"the letter was written by Irene Marlow.\n\n{passage}", f"it rained again.\n\n{passage}"
    )
    assert found.towards is Direction.A_TO_B and 'begins with "She"' in found.reason


@pytest.mark.parametrize(
    ("text", "name", "is_credit"),
    [
        ("HULL (AP) - The ferry sank.", "ap", True),
        ("KYIV /Anadolu Agency/ — The ferry sank.", "anadolu agency", True),
        ("The ferry sank.\n\nNobody was hurt. (Reuters)", "reuters", True),
        ("The ferry sank. - Reuters", "reuters", True),
        ("By A.P.\n\nThe ferry sank.", "ap", True),
        ("The ferry sank.\n\nWith files from The Canadian Press", "canadian press", True),
        ("It was first reported by Rudaw on Friday.", "rudaw", True),
        ("Originally published in the Ashmere Courier.", "ashmere courier", True),
        ("As told to Sunniva Kolb.", "sunniva kolb", True),
        ("Two boats sank, according to Rudaw TV.", "rudaw tv", False),
        ("He told Reuters that two boats sank.", "reuters", False),
        ("Hafenbericht\n\nQuelle unbekannt\nSource: Nordlicht News Agency", "nordlicht news agency", True),
    ],
)
def test_third_sources_that_a_text_names(text: str, name: str, is_credit: bool) -> None:
    assert (name, is_credit) in {(each.name, each.is_credit) for each in find_upstreams(text, AGENCIES)}


@pytest.mark.parametrize(
    "text", ["", "\0", "He lives (alone) - and well.", "According to Irene Marlow it sank.", "(" * 9999]
)
def test_speakers_and_asides_are_no_third_sources(text: str) -> None:
    assert find_upstreams(text, AGENCIES) == ()


def test_agencies_are_told_by_tables_and_by_general_names() -> None:
    assert all(is_agency(each, AGENCIES) for each in ("AP", "the AP", "Seawire", "Meridian Press Agency"))
    assert not any(is_agency(each, AGENCIES) for each in ("Irene Marlow", "Ashmere Courier", ""))


def test_what_both_cite_in_what_they_share_is_no_third_source_of_the_words() -> None:
    text = f"{MILL} It sank, according to Rudaw TV, at noon. {BAKER}"
    cited, passage = find_upstreams(text, AGENCIES), Span("a", 0, len(text))
    assert [each.name for each in cited] == ["rudaw tv"]
    assert shared_upstream(cited, cited, [passage], [passage]) is None
    outside = shared_upstream(cited, cited, [], [])
    assert outside is not None and outside.printed == "Rudaw TV" and outside.is_outside


def test_addresses_are_compared_without_what_may_differ() -> None:
    plain = "example.org/news/ferry"
    for address in ("http://www.example.org/news/ferry/", "https://EXAMPLE.org/news/ferry?utm=1#top"):
        assert plain_address(address) == plain
    assert find_addresses("See https://www.example.org/news/ferry.") == (plain,)


def page(name: str, **values: str) -> Source:
    """A source with an address or more."""
    return Source(
        name,
        f"{name}.txt",
        source(name, "").state,
        metadata=tuple(Metadatum(key, value, Basis.METADATA, None, "file") for key, value in values.items()),
    )


def test_a_page_that_names_another_as_its_model_derives_from_it() -> None:
    parent = page("a", url="https://north.example/news/ferry")
    towards, names = Direction.A_TO_B, ("text a", "text b")
    linked = find_links(page("b"), parent, ("north.example/news/ferry",), towards, names)
    assert [(e.rests, e.weight > 0.9) for e in linked] == [(Rests.CREDIT, True)]
    site = find_links(page("b"), parent, ("north.example/",), towards, names)
    assert [e.weight < 0.5 for e in site] == [True]
    based = page("b", based_on="http://north.example/news/ferry")
    assert [e.rests for e in find_links(based, parent, (), towards, names)] == [Rests.DECLARED]
    moved = page("b", url="https://south.example/x", canonical_url="https://north.example/news/ferry")
    assert [e.rests for e in find_links(moved, parent, (), towards, names)] == [Rests.DECLARED]
    own = page("b", url="https://north.example/print/ferry", canonical_url="https://north.example/news/ferry")
    assert find_links(own, parent, (), towards, names) == []


def test_evidence_is_listed_weightiest_first_and_each_reason_once() -> None:
    weak = Evidence(Direction.A_TO_B, Rests.TEXT, 0.2, "weak")
    strong = Evidence(Direction.B_TO_A, Rests.CREDIT, 0.9, "strong")
    assert [each.reason for each in list_evidence([weak, strong, weak])] == ["strong", "weak"]
    assert describe([weak, strong]) == "strong; weak"
    assert strong.odds > weak.odds > 0 == Evidence(Direction.A_TO_B, Rests.TEXT, 0.0, "none").odds


@pytest.mark.parametrize("unit", ["By A ", "(Ab) ", "According to X ", "https://a.b/", "“Ab said ", "A B, "])
def test_hostile_text_costs_grow_with_its_length(unit: str) -> None:
    def work(count: int) -> None:
        text = unit * count
        find_upstreams(text, AGENCIES)
        find_addresses(text)

    assert steps(lambda: work(2000)) < 2.6 * steps(lambda: work(1000)) + 2000
