"""The paraphrase tier."""

import pytest

from provenance.model.reuse import Alignment, ChangeKind, ReuseKind
from provenance.model.settings import ReuseSettings
from provenance.model.spans import Span
from provenance.reuse import find_alignments, find_passages
from tests.reuse.cases import BAKER, FERRY, KNOWLEDGE, MILL

LOOSE = ReuseSettings(tier="paraphrase")
SHUFFLED = (
    "The pilot watched from the end of the breakwater as the old ferry, whose owner he had warned twice, "
    "left the harbour before noon with too many passengers for its papers."
)
ORCHARD = (
    "In the spring of that year the orchard above the monastery was grafted with scions from a single pear "
    "tree, which a schoolmaster had found leaning over the wall of an abandoned vineyard. The monks wrapped "
    "every graft in raffia and wax, and the schoolmaster kept a ledger of the weather, the blossom and the "
    "wasps. By the third autumn the branches carried small russet fruit that tasted of cloves."
)
GRAFTED = (
    "A schoolmaster found a lone pear tree leaning across an abandoned vineyard's wall, and from its scions "
    "the orchard over the monastery was grafted that spring. Raffia and wax were wrapped round every graft "
    "by monks; blossom, wasps and weather went into the ledger that the schoolmaster kept. Small russet "
    "fruit, tasting of cloves, hung on the branches by the third autumn."
)
BRIDGE_ONE = (
    "Two people were killed and nineteen injured when a footbridge collapsed in Harlow on Saturday morning, "
    "police said. The bridge, which crosses the railway near the market, was built in 1974 and had been "
    "closed for repairs last winter. Mayor Ellen Price called for an inquiry. Trains between Harlow and "
    "Bexley were cancelled until Monday."
)
BRIDGE_TWO = (
    "Rescuers in Harlow searched through Saturday for survivors after part of a footbridge gave way above "
    "the tracks. Ellen Price, the mayor, said she wanted to know why engineers had let shoppers back on a "
    "structure they doubted. Nineteen people are in hospital; two have died. The operator put passengers "
    "from Bexley on buses."
)


def find(**texts: str) -> list[Alignment]:
    return find_alignments(texts, LOOSE, KNOWLEDGE)


def test_another_order_of_words_is_a_paraphrase() -> None:
    one, other = f"{MILL} {FERRY} {BAKER}", SHUFFLED
    (found,) = find(a=one, b=other)
    assert found.kind is ReuseKind.PARAPHRASE
    assert one.index(FERRY) <= found.a.start + 20 and found.a.end <= one.index(BAKER)
    assert found.changes == ()


def test_sentences_in_other_words_and_another_order_are_one_passage() -> None:
    one, other = f"{MILL} {ORCHARD} {BAKER}", f"{FERRY} {GRAFTED}"
    (found,) = find(a=one, b=other)
    assert found.kind is ReuseKind.PARAPHRASE and found.grade >= 0.5
    assert abs(found.a.start - one.index(ORCHARD)) < 80
    assert abs(found.a.end - one.index(BAKER)) < 60
    assert abs(found.b.start - other.index(GRAFTED)) < 60 and found.b.end == len(other)


def test_two_reports_of_one_event_are_no_paraphrase() -> None:
    assert find(a=BRIDGE_ONE, b=BRIDGE_TWO) == []


def test_lists_of_the_same_names_are_no_paraphrase() -> None:
    one = "Present were Ellen Price, Tomasz Gorski, Ines Duarte, Karl Brandt, Aiko Mori and Jean Petit."
    other = "Letters of Jean Petit, Karl Brandt, Tomasz Gorski, Aiko Mori, Ellen Price, Ines Duarte."
    assert find(a=f"{MILL} {one}", b=f"{other} {BAKER}") == []


def test_verbatim_copies_keep_their_kind_and_their_ends() -> None:
    texts = {"a": f"{MILL} {FERRY}", "b": f"{FERRY} {BAKER}"}
    strict = find_alignments(texts, ReuseSettings(), KNOWLEDGE)
    assert find(**texts) == strict != []


def test_a_paraphrase_takes_its_near_verbatim_stretch_in_with_its_changes() -> None:
    exact = "In March fourteen trawlers lay at the quay of the lower basin without a crew to take them out."
    changed = exact.replace("fourteen", "four")
    (found,) = find(a=f"{exact} {ORCHARD}", b=f"{changed} {GRAFTED}")
    (strict,) = find_alignments(
        {"a": f"{exact} {ORCHARD}", "b": f"{changed} {GRAFTED}"}, ReuseSettings(), KNOWLEDGE
    )
    assert found.kind is ReuseKind.PARAPHRASE
    assert found.changes == strict.changes
    assert [change.kind for change in found.changes] == [ChangeKind.NUMBER]
    assert found.a.start <= strict.a.start and strict.a.end <= found.a.end
    assert found.b.start <= strict.b.start and strict.b.end <= found.b.end


def test_a_copy_that_goes_on_in_other_words_stays_an_edited_copy() -> None:
    changed = FERRY.replace("noon", "midnight")
    one = f"{MILL} {FERRY} {ORCHARD[-88:]}"
    other = f"{changed} {GRAFTED[-93:]} {BAKER}"
    (strict,) = find_alignments({"a": one, "b": other}, ReuseSettings(), KNOWLEDGE)
    (found,) = find(a=one, b=other)
    assert found.kind is strict.kind is ReuseKind.EDITED
    assert found.changes == strict.changes
    assert len(found.a) > len(strict.a) + 40 and len(found.b) > len(strict.b) + 40


def test_a_summary_is_one_passage() -> None:
    told = [
        "The observatory on Kestrel Ridge lost its copper dome in the great gale of November.",
        "An apprentice lens grinder discovered the comet with a telescope borrowed from a priest.",
        "Parliament refused to pay for the equatorial mount and the brass chronometers.",
        "Astronomers from three universities protested that the refraction tables were obsolete.",
    ]
    between = MILL, FERRY, BRIDGE_ONE, ORCHARD
    long = " ".join(f"{sentence} {other}" for sentence, other in zip(told, between, strict=True))
    short = (
        "After a gale tore the copper dome off the observatory at Kestrel Ridge, an apprentice lens grinder "
        "with a borrowed telescope discovered a comet. Parliament would not pay for an equatorial mount or "
        "brass chronometers, and astronomers at universities protested over obsolete refraction tables."
    )
    (found,) = find(a=long, b=f"{BAKER} {short}")
    assert found.kind is ReuseKind.PARAPHRASE
    assert found.a.start < 30 and long.index(told[-1]) < found.a.end
    assert abs(found.b.start - len(BAKER)) < 30


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "港の古い灯台は嵐の夜に崩れ落ち、漁師たちは翌朝まで海を照らす明かりを失った。",
            "嵐の夜に港の古い灯台が崩れ落ちたため、翌朝まで漁師たちは海を照らす明かりを失っていた。",
        ),
        (
            "Старый маяк у входа в гавань рухнул ночью во время шторма, и рыбаки до рассвета жгли костры "
            "на берегу, чтобы лодки могли найти дорогу между скалами.",
            "Чтобы лодки нашли дорогу между скалами, рыбаки до рассвета жгли на берегу костры: ночью во "
            "время шторма рухнул старый маяк, стоявший у входа в гавань.",
        ),
        (
            "انهارت المنارة القديمة عند مدخل الميناء خلال العاصفة وأشعل الصيادون النيران على الشاطئ حتى "
            "الفجر لترشد القوارب بين الصخور السوداء",
            "حتى الفجر أشعل الصيادون النيران على الشاطئ لترشد القوارب بين الصخور السوداء بعدما انهارت "
            "خلال العاصفة المنارة القديمة عند مدخل الميناء",
        ),
    ],
    ids=["japanese", "russian", "arabic"],
)
def test_any_script(one: str, other: str) -> None:
    (found,) = find(a=one, b=other)
    assert min(len(found.a) / len(one), len(found.b) / len(other)) > 0.6


def test_neither_the_order_of_the_texts_nor_a_second_run_makes_a_difference() -> None:
    texts = {"a": f"{MILL} {ORCHARD}", "b": f"{GRAFTED} {FERRY}", "c": SHUFFLED}
    turned = dict(reversed(list(texts.items())))
    assert find(**texts) == find(**turned) == find(**texts)


def test_no_paraphrase_holds_what_is_masked() -> None:
    head, tail = ORCHARD[:200], ORCHARD[200:]
    one = f"{head} Advertisement: buy two get one free. {tail}"
    masked = Span("a", len(head), len(one) - len(tail))
    found = find_passages({"a": one, "b": GRAFTED}, LOOSE, KNOWLEDGE, {"a": [masked]}).alignments
    assert found
    assert all(each.a.end <= masked.start or masked.end <= each.a.start for each in found)


def test_hostile_texts_are_compared() -> None:
    lines = "the same line again and again without any end\n" * 10_000
    endless = "x" * 1_000_000
    texts = {"a": lines, "b": lines.upper(), "c": endless, "d": endless, "e": "\0\u202e\U0001f4a5", "f": ""}
    for each in find(**texts):
        assert each.a.end <= len(texts[each.a.source_id]) and each.b.end <= len(texts[each.b.source_id])


def test_nothing_in_nothing() -> None:
    assert find_alignments({}, LOOSE, KNOWLEDGE) == []
    assert find(a="", b="one") == []
