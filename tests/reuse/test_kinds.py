"""Boilerplate and quotations, told by the texts."""

import random

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.reuse import Alignment, ChangeKind, ReuseKind
from provenance.model.sources import Basis, Metadatum, Source
from provenance.model.spans import Span
from provenance.reuse import judge_directions
from provenance.reuse.kinds.boilerplate import Spread, is_at_edge
from provenance.reuse.kinds.joints import cut_joints
from provenance.reuse.kinds.quotations import find_all_quotations, find_quotations, find_single, is_quotation
from tests.growth import steps
from tests.reuse.cases import BAKER, FERRY, MILL, find, side, source

ABOUT = (
    "The Northern Ledger is a weekly newspaper owned by its readers. It takes no money from parties, and the "
    "opinions of its authors are their own."
)
LONG = "\n\n".join([MILL, BAKER, MILL.upper()])


def kinds(**texts: str) -> list[ReuseKind]:
    return [each.kind for each in find(**texts) if each.a.source_id != each.b.source_id]


def test_a_publishers_note_on_itself_is_boilerplate() -> None:
    assert kinds(a=f"{MILL}\n\n{ABOUT}", b=f"{BAKER}\n\n{ABOUT}") == [ReuseKind.BOILERPLATE]


def test_the_same_note_in_the_middle_of_a_paragraph_is_none() -> None:
    assert kinds(a=f"{MILL} {ABOUT} {FERRY}", b=f"{BAKER} {ABOUT} no {ABOUT[:9]}") == [ReuseKind.VERBATIM]


def test_a_last_paragraph_that_was_copied_is_no_boilerplate() -> None:
    assert kinds(a=f"{LONG}\n\n{FERRY}", b=f"{LONG[::-1]}\n\n{FERRY}") == [ReuseKind.VERBATIM]


OFFICE = (
    "Letters reach us at the office in Fish Street, by the old bridge. We print those that are short, "
    "and we cut them where we must."
)
NOTHING = (
    "The harbour is deep and the roofs of the town are of slate, and on most days the wind is from the west."
)
BODIES = (LONG, LONG[::-1], " ".join(reversed(LONG.split())))


def kinds_of(block: str, **houses: str) -> set[ReuseKind]:
    """Of a block at the end of three texts."""
    texts = {f"s{place}": f"{body}\n\n{block}" for place, body in enumerate(BODIES)}
    found = [each for each in find(**texts) if block[9:50] in each.a.quote(texts[each.a.source_id])]
    if houses:
        known = [source(name, text, publisher=f"{name} Gazette") for name, text in texts.items()]
        found = judge_directions(found, known)
    assert len(found) == 3
    return {each.kind for each in found}


def test_words_to_the_reader_at_the_end_of_three_texts_are_boilerplate() -> None:
    assert kinds_of(OFFICE) == {ReuseKind.BOILERPLATE}
    assert kinds(a=f"{LONG}\n\n{OFFICE}", b=f"{LONG[::-1]}\n\n{OFFICE}") == [ReuseKind.VERBATIM]


@pytest.mark.parametrize(
    "block", [FERRY, NOTHING, f"{OFFICE} Our printer was shot at on Sunday by a masked man."]
)
def test_a_last_paragraph_of_three_texts_that_tells_something_is_copied(block: str) -> None:
    assert kinds_of(block) == {ReuseKind.VERBATIM}


def test_the_first_paragraph_of_three_texts_is_copied_news_and_their_menu_is_not() -> None:
    menu = "Home | News | Sport | Weather | Letters to the editor | Our shop | Contact | The old archive"
    for block, kind in ((FERRY, ReuseKind.VERBATIM), (menu, ReuseKind.BOILERPLATE)):
        found = kinds(**{f"s{place}": f"{block}\n\n{body}" for place, body in enumerate(BODIES)})
        assert found[:3] == [kind] * 3


def test_a_block_of_one_house_is_boilerplate() -> None:
    one, other = f"{LONG}\n\n{FERRY}", f"{LONG[::-1]}\n\n{FERRY}"
    found = [each for each in find(a=one, b=other) if each.a.source_id != each.b.source_id]
    assert [each.kind for each in found] == [ReuseKind.VERBATIM]
    house = [source("a", one, publisher="Ledger"), source("b", other, publisher="Ledger")]
    assert [each.kind for each in judge_directions(found, house)] == [ReuseKind.BOILERPLATE]


def judged(sources: list[Source]) -> set[ReuseKind]:
    """Kinds of what two sources share."""
    found = find(**{each.id: each.text for each in sources})
    crossing = [each for each in found if each.a.source_id != each.b.source_id]
    return {each.kind for each in judge_directions(crossing, sources)}


def test_a_block_of_one_house_with_another_figure_or_with_news_at_the_head_is_a_copy() -> None:
    told = "The ferry carried {} riders on a good day, and its owner lives in the house above the slip."
    one, other = (f"{body}\n\n{told.format(n)}" for body, n in ((LONG, 42), (LONG[::-1], 24)))
    house = [source("a", one, publisher="Ledger"), source("b", other, publisher="Ledger")]
    assert judged(house) == {ReuseKind.EDITED}
    heads = {name: f"{FERRY}\n\n{body}" for name, body in (("a", LONG), ("b", LONG[::-1]))}
    house = [source(name, text, publisher="Ledger") for name, text in heads.items()]
    assert judged(house) == {ReuseKind.VERBATIM}


@pytest.mark.parametrize(("host", "kind"), [("ledger", ReuseKind.BOILERPLATE), ("post", ReuseKind.VERBATIM)])
def test_pages_of_one_host_are_of_one_house(host: str, kind: ReuseKind) -> None:
    texts = {"a": f"{LONG}\n\n{FERRY}", "b": f"{LONG[::-1]}\n\n{FERRY}"}
    pages = zip(texts.items(), ("ledger", host), strict=True)
    house = [
        evolve(
            source(name, text),
            metadata=(Metadatum("url", f"https://{at}.example/{name}", Basis.METADATA),),
        )
        for (name, text), at in pages
    ]
    assert judged(house) == {kind}


def test_the_edge_of_a_text() -> None:
    text = f"{LONG}\n\n{FERRY}\n"
    assert is_at_edge(side("a", text, FERRY), text)
    assert not is_at_edge(side("a", text, FERRY[10:]), text)
    assert not is_at_edge(Span("a", 0, len(text)), text)


def test_what_both_quote_is_a_quotation() -> None:
    one, other = f"{MILL} “{FERRY}” he said.", f'{BAKER} She told us: "{FERRY}"'
    assert kinds(a=one, b=other) == [ReuseKind.QUOTATION]
    assert kinds(a=one, b=f"{BAKER} {FERRY}") == [ReuseKind.VERBATIM]


def test_a_quotation_with_its_speaker_is_one_and_a_paragraph_around_it_a_copy() -> None:
    said = f"“{FERRY[:-1]},” said Irene Marlow."
    assert kinds(a=f"{MILL}\n\n{said}", b=f"{BAKER}\n\n{said} {MILL[::-1]}") == [ReuseKind.QUOTATION]
    around = f"“{FERRY[:60]},” said Irene Marlow. {FERRY[60:]}"
    assert kinds(a=f"{MILL} {around}", b=f"{BAKER} {around}") == [ReuseKind.VERBATIM]


def test_words_told_of_one_speaker_are_a_quotation_without_marks() -> None:
    told = FERRY[0].lower() + FERRY[1:]
    one = f"{MILL} Irene Marlow, the pilot's aunt, said that {told} {MILL[::-1]}"
    other = f"{BAKER} In court Marlow told them {told}"
    assert kinds(a=one, b=other) == [ReuseKind.QUOTATION]
    assert kinds(a=one, b=other.replace("Marlow", "Obuya")) == [ReuseKind.VERBATIM]
    (copy,) = find(a=one, b=f"{BAKER} {FERRY}")
    assert copy.kind is ReuseKind.EDITED
    assert ChangeKind.ATTRIBUTION in {change.kind for change in copy.changes}


SHOCK = "The whole pier shook for a minute and then the lanterns fell one by one into the sea"
CANNERY = "Half of the cannery was flooded on Sunday night. {} The owners hope to work again in a fortnight."
CHURCH = "At the church of the fishermen a choir sang for the families. {} Blankets came from three villages."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f'"{SHOCK}," said Sunniva Kolb.', f'"{SHOCK}," Sunniva Kolb said.'),
        (
            f'"{SHOCK}," diver Sunniva Kolb told the radio.',
            f'"{SHOCK}," said Sunniva Kolb, 51, who mends nets.',
        ),
        (f"‘{SHOCK},’ said diver Sunniva Kolb.", f'"{SHOCK}," said diver Sunniva Kolb.'),
        (f"'{SHOCK},' said diver Sunniva Kolb.", f"“{SHOCK},” said diver Sunniva Kolb."),
        (f'"{SHOCK[:36]}," said Sunniva Kolb, "{SHOCK[37:]}."',) * 2,
        (f"Sunniva Kolb said that {SHOCK.lower()}.",) * 2,
    ],
)
def test_words_of_one_speaker_are_a_quotation_whoever_writes_them_down(one: str, other: str) -> None:
    assert kinds(a=CANNERY.format(one), b=CHURCH.format(other)) == [ReuseKind.QUOTATION]


def test_a_quotation_given_to_another_speaker_stays_a_changed_copy() -> None:
    one, other = f'"{SHOCK}," said Sunniva Kolb.', f'"{SHOCK}," said Viktor Obuya.'
    assert kinds(a=CANNERY.format(one), b=CHURCH.format(other)) in ([ReuseKind.VERBATIM], [ReuseKind.EDITED])


def test_single_marks_that_are_apostrophes_open_nothing() -> None:
    text = "the fishers' nets, and ‘one of Kolb’s boats,’ in the '90s; 'well, it's ours,' she said"
    assert [text[s:e] for s, e in find_single(text)] == ["‘one of Kolb’s boats,’", "'well, it's ours,'"]
    assert find_single("'a, " * 1000) == []
    assert find_all_quotations("“He said ‘yes,’ and left” ‘no,’") == [(0, 25), (26, 31)]


LEAD = (
    "The opera house in Karsund will close its doors for {} years from May, the city said. Under the plan of "
    "{} a stage of oak is to be built, and 120 musicians will play in a tent on the old fairground."
)
STORIES = (
    "Singers wept when they heard of it, and the chorus master spoke of a hard day. Tickets that were sold "
    "can be given back at the box office until the end of the month, or used for concerts in the tent. ",
    "Opposition members asked who would pay for the tent, and whether the roof had been looked after. The "
    "treasurer said only that the books were open to everybody who could read them. ",
    "In the café across the square they fear for their evening guests. Its owner has put three waiters on "
    "notice and wants to bake bread instead, as her grandmother did in the years of the war. ",
)


def test_the_first_paragraph_of_three_papers_is_copied_news_where_they_changed_it() -> None:
    told = [("two", "Rosa Ngata"), ("two", "Pedro Carrow"), ("three", "Rosa Ngata")]
    texts = {
        f"paper{n}": f"{LEAD.format(*names)}\n\n{story * 2}\n"
        for n, (names, story) in enumerate(zip(told, STORIES, strict=True))
    }
    assert set(kinds(**texts)) == {ReuseKind.EDITED}


def test_a_paragraph_that_others_share_with_the_whole_report_is_copied_news() -> None:
    report = f"{LEAD.format('two', 'Rosa Ngata')}\n\n{STORIES[0]}\n"
    texts = {"wire": report, "one": report, "two": report, "other": f"{report[:199]}\n\n{STORIES[1] * 2}\n"}
    assert ReuseKind.BOILERPLATE not in kinds(**texts)


def test_somebody_in_a_body_is_no_publishers_note() -> None:
    told = (
        "Ottilie Dervish is the former head of a charity that feeds gulls. She left it over a fish in June."
    )
    assert kinds(a=f"{LONG}\n\n{told}", b=f"{LONG[::-1]}\n\n{told}") == [ReuseKind.VERBATIM]
    asks = f"{told[:-1]} and gave back every donation that she had got for it."
    other = asks.replace("Ottilie Dervish", "Irene Halloran")
    found = find(a=f"{LONG}\n\n{asks}", b=f"{LONG[::-1]}\n\n{other}")
    (copy,) = (each for each in found if each.a.source_id != each.b.source_id)
    assert copy.kind is ReuseKind.EDITED and [each.kind for each in copy.changes] == [ChangeKind.NAME]


@pytest.mark.parametrize(
    "told",
    [
        "A judge in Ashmere held on Monday that the copyright in the march was worth {} crowns to the heirs.",
        "About the quay {} dockers had signed up for the march, and the newsletter of their union was read.",
        "The hospital had {} beds paid for by donations, said the auditors, asking for further information.",
        "Quayle Rope is a company that had {} workers on its books when the river froze over.",
        "The views expressed in a letter of the bishop drew {} replies, and he called some of them his own.",
        "The change of the privacy policy cost the bank {} customers in the first week, it said.",
    ],
)
def test_a_last_paragraph_with_another_figure_is_news_whatever_words_it_uses(told: str) -> None:
    one, other = (f"{body}\n\n{told.format(n)}" for body, n in ((LONG, "42"), (LONG[::-1], "24")))
    assert kinds(a=one, b=other) == [ReuseKind.EDITED]


@pytest.mark.parametrize(
    "block",
    [
        "© 2021 Dunwall Chronicle. No part of this page may be reproduced without leave of the house.",
        "Copyright Dunwall Chronicle 2021. Letters are welcome at the office by the old bridge until six.",
        "Sign up for our letter of the week, and have the tide tables of the coast sent to you on Sundays.",
        "The views expressed here are those of the writer and need not be those of the harbour board.",
    ],
)
def test_what_a_page_says_to_its_reader_is_boilerplate(block: str) -> None:
    assert kinds(a=f"{LONG}\n\n{block}", b=f"{LONG[::-1]}\n\n{block}") == [ReuseKind.BOILERPLATE]


def test_a_block_of_three_known_houses_is_copied_unless_all_of_it_is_furniture() -> None:
    assert kinds_of(FERRY, known="") == {ReuseKind.VERBATIM}
    assert kinds_of(f"{FERRY} All rights reserved.", known="") == {ReuseKind.VERBATIM}
    assert kinds_of(OFFICE, known="") == {ReuseKind.VERBATIM}
    assert kinds_of(f"{OFFICE} All rights reserved.", known="") == {ReuseKind.BOILERPLATE}


def test_how_far_a_block_spreads_is_counted_as_by_looking_at_every_side() -> None:
    chance = random.Random(4)
    for _ in range(40):
        spans = [
            Span("abc"[n % 3], start, start + chance.randint(1, 30))
            for n, start in enumerate(chance.choices(range(60), k=24))
        ]
        pairs = [sorted(chance.sample(spans, 2)) for _ in range(12)]
        alignments = [Alignment(a, b, ReuseKind.VERBATIM, 1.0) for a, b in pairs]
        spread = Spread(alignments)
        for span in spans:
            slow = {span.source_id} | {
                other.source_id
                for one, two in pairs
                for side, other in ((one, two), (two, one))
                if side.overlap(span) >= 0.8 * len(span)
            }
            assert spread.count(span) == len(slow)


def test_a_block_of_many_texts_is_counted_in_steps_that_grow_with_them() -> None:
    def work(count: int) -> None:
        sides = [Span("a", n % 7, 80 + n % 5) for n in range(count)]
        alignments = [
            Alignment(a, Span(f"b{n}", 0, 80), ReuseKind.VERBATIM, 1.0) for n, a in enumerate(sides)
        ]
        spread = Spread(alignments)
        for each in alignments:
            spread.count(each.a, 3)

    assert steps(lambda: work(2000)) < 2.5 * steps(lambda: work(1000))


def test_quotations_of_a_text() -> None:
    text = 'He said “a b” and "c d", not «e» or “f'
    assert [text[s:e] for s, e in find_quotations(text)] == ["“a b”", '"c d"', "«e»"]
    assert is_quotation(side("s", text, "a b"), find_quotations(text))
    assert not is_quotation(side("s", text, "and"), find_quotations(text))
    assert find_quotations('"' * 1001)[-1] == (998, 1000)
    assert not is_quotation(Span("s", 0, 3), [])


def test_a_mark_without_partner_opens_nothing() -> None:
    text = "“ " + "x" * 5000 + " ”"
    assert find_quotations(text) == []


def test_a_quotation_and_a_footer_with_other_sentences_between_are_not_one_copy() -> None:
    said = (
        "“I have painted this lighthouse every spring since my father showed me how it is done, and I "
        "shall go on,” keeper Tomas Vasquez said on Friday."
    )
    foot = "© 2023 Pelago Daily, Fish Street 4. No part may be reproduced without leave of the house."
    between = (
        "The council votes on the ladder in autumn.",
        "Pupils of two schools have drawn the lamp for him.",
    )
    one, other = (
        f"{body}\n\n{said}\n\n{middle}\n\n{foot}\n"
        for body, middle in zip((STORIES[0] * 2, STORIES[1] * 2), between, strict=True)
    )
    assert kinds(a=one, b=other) == [ReuseKind.QUOTATION, ReuseKind.BOILERPLATE]


def test_paragraphs_around_another_one_stay_one_copy() -> None:
    one, other = (f"{FERRY}\n\n{middle}\n\n{BAKER} {MILL}" for middle in (STORIES[0][:60], STORIES[1][:60]))
    assert ReuseKind.QUOTATION not in kinds(a=one, b=other)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([FERRY, MILL, BAKER, STORIES[0]]), min_size=3, max_size=6), st.integers(0, 2**16)
)
def test_the_parts_of_a_passage_lie_in_it_and_hold_its_changes(blocks: list[str], seed: int) -> None:
    one = "\n\n".join(blocks)
    chance = random.Random(seed)
    other = "\n\n".join(
        each if chance.random() < 0.6 else " ".join(chance.sample(each.split(), 9)) for each in blocks
    )
    for found in find(a=one, b=other):
        if found.a.source_id == found.b.source_id:
            continue
        for part in cut_joints(found, one, other):
            assert found.a.start <= part.a.start <= part.a.end <= found.a.end
            assert found.b.start <= part.b.start <= part.b.end <= found.b.end
            assert set(part.changes) <= set(found.changes)
            assert 0.0 <= part.grade <= 1.0


TERMS = (
    "This Agreement shall be governed by and construed in accordance with the laws of Norland. Any dispute "
    "arising out of this Agreement shall be settled by arbitration in Karsund. If any provision is held to "
    "be "
    "invalid or unenforceable, the others shall remain in full force and effect."
)
LEASES = (
    "The landlord lets the boathouse with its slipway and two cranes. The tenant keeps the slipway free of "
    "ice.",
    "The seller delivers oats to the mill before the end of October. Oats that are damp are sent back.",
    "The theatre hires the singer as second soprano. She sings up to five evenings a week.",
)


@pytest.mark.parametrize("count", [2, 3])
def test_standard_clauses_of_contracts_are_boilerplate_wherever_they_stand(count: int) -> None:
    ends = ("\n\nSigned at the quay.", "\n\nDone in two copies before a notary.", "")
    texts = {f"c{n}": f"{LEASES[n]}\n\n{TERMS}{ends[n]}" for n in range(count)}
    assert set(kinds(**texts)) == {ReuseKind.BOILERPLATE}


def test_a_contract_copied_with_its_terms_is_a_copy_and_so_is_an_altered_term() -> None:
    assert kinds(a=f"{LEASES[0]} {TERMS}", b=f"{LEASES[0]} {TERMS}") == [ReuseKind.VERBATIM]
    due = "The buyer shall pay within {} days after receipt of the invoice, with force majeure excepted. "
    one, other = (f"{lease}\n\n{due.format(n)}{TERMS}" for lease, n in zip(LEASES[:2], (30, 60), strict=True))
    assert kinds(a=one, b=other) == [ReuseKind.EDITED]
