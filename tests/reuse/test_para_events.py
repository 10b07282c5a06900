"""Stories of one event by two writers are no paraphrases; texts written from another are."""

import pytest

from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.settings import ReuseSettings
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_alignments
from provenance.reuse.paraphrases.regions import Region, Sides
from provenance.reuse.paraphrases.terms import make_terms
from provenance.reuse.paraphrases.wording import Wording, find_wording
from provenance.reuse.passages.corpus import make_corpus
from tests.reuse.cases import MILL
from tests.reuse.para_cases import REWRITTEN, SAME_EVENT

LOOSE = ReuseSettings(tier="paraphrase")
LONG_QUOTE = (
    '"Nobody in this town has slept since then, and nobody will until every family knows where its own are," '
    "she said."
)


def find(one: str, other: str) -> list[Alignment]:
    return find_alignments({"a": one, "b": other}, LOOSE, load_knowledge())


def wording(one: str, other: str) -> Wording:
    corpus = make_corpus({"a": one, "b": other})
    sides = Sides(corpus, make_terms(corpus, load_knowledge()), ())
    return find_wording(sides, Region(0, int(corpus.first[1]), int(corpus.first[1]), len(corpus)))


@pytest.mark.parametrize("event", SAME_EVENT)
def test_two_stories_of_one_event_are_no_paraphrase(event: str) -> None:
    assert find(*SAME_EVENT[event]) == []


@pytest.mark.parametrize("event", SAME_EVENT)
def test_a_long_quotation_in_both_makes_no_paraphrase_of_the_rest(event: str) -> None:
    one, other = (f"{story} {LONG_QUOTE}" for story in SAME_EVENT[event])
    assert all(found.kind is not ReuseKind.PARAPHRASE for found in find(one, other))


@pytest.mark.parametrize("step", [1, -1], ids=["in one order", "turned round"])
def test_two_long_accounts_of_the_same_events_are_no_paraphrase(step: int) -> None:
    ones, others = zip(*SAME_EVENT.values(), strict=True)
    assert find(" ".join(ones), " ".join(others[::step])) == []


@pytest.mark.parametrize("way", REWRITTEN)
def test_a_text_written_from_another_is_a_paraphrase(way: str) -> None:
    one, other = REWRITTEN[way]
    found = max(find(f"{MILL} {one}", other), key=lambda each: len(each.a) + len(each.b))
    assert found.kind is ReuseKind.PARAPHRASE
    ends = found.b if found.a.source_id == "a" else found.a
    assert len(ends) > 0.6 * len(other)


def test_words_count_only_beside_the_same_words() -> None:
    one = "ferries capsized, piers rotted, pilots whistled, sailors drowned, captains drank, widows wept"
    moved = "widows wept, captains drank, ferries capsized, piers rotted, sailors drowned, pilots whistled"
    mixed = "ferries drank, sailors rotted, widows whistled, piers capsized, captains wept, pilots drowned"
    assert wording(one, moved).share > 0.9
    assert wording(one, mixed).weight < 0.7 * wording(one, moved).weight


def test_words_in_the_same_order_count_however_many_were_replaced() -> None:
    said = [f"word{chr(97 + n)}" for n in range(12)]
    one = " ".join(f"{word} old{word[::-1]} dim{word[::-1]} far{word[::-1]}" for word in said)
    other = " ".join(f"{word} new{word[::-1]} lit{word[::-1]} nigh{word[::-1]}" for word in said)
    found = wording(one, other)
    assert (found.weight, found.share, found.words, found.in_order) == (0, 0, 12, 12) and found.is_enough
    turned = wording(one, " ".join(other.split()[::-1]))
    assert turned.in_order == 1 and not turned.is_enough


def test_names_numbers_and_what_both_quote_are_no_wording() -> None:
    quoted = (
        '"Whoever moors rotten trawlers here wrecks everybody\'s harbour," said Ellen Price, 61, of Harlow.'
    )
    assert wording(quoted, quoted).weight == 0
    assert wording(quoted.replace('"', ""), quoted).weight > 20


def test_names_alone_make_no_likeness() -> None:
    one = "Ellen Price, Tomasz Gorski and Ines Duarte sued Harlow over rotten piers and drowned sailors"
    other = "Harlow owes Ines Duarte, Ellen Price and Tomasz Gorski compensation, judges decided yesterday"
    found = wording(one, other)
    assert found.beyond < -0.1 and not found.is_likely


def test_who_moves_all_words_is_told_by_the_words_alone() -> None:
    said = "ferries capsized piers rotted pilots sang sailors drowned captains drank widows wept mills fell"
    words = said.split()
    found = wording(said, " ".join(words[::3] + words[1::3] + words[2::3]))
    assert found.plain == 1.0 and found.is_enough


def test_words_without_spaces_have_no_order_of_their_own() -> None:
    one = "\u6e2f\u306e\u53e4\u3044\u706f\u53f0\u306f\u5d50\u306e\u591c\u306b\u5d29\u308c\u305f"
    assert wording(one, one).in_order <= 1


def test_a_text_of_one_event_is_no_paraphrase_of_a_text_of_another_of_its_kind() -> None:
    phrases = (
        "The cause of the {} was not immediately clear. Police said they were investigating. "
        "No one claimed responsibility for the {}. The death toll is expected to rise, officials said. "
        "There were no immediate reports of damage."
    )
    one = f"A bomb went off at a market in Sella on Monday. {phrases.format('blast', 'attack')}"
    other = f"A fire broke out in a hostel in Brem on Friday. {phrases.format('fire', 'arson')}"
    assert all(found.kind is not ReuseKind.PARAPHRASE for found in find(one, other))


def test_nothing_has_no_wording() -> None:
    assert wording("one", "other") == Wording()
