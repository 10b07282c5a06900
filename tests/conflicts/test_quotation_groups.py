"""The same statement in several places."""

from attrs import evolve

from provenance.conflicts.pile import Pile
from provenance.conflicts.quotation_groups import align_quotations
from provenance.model.claims import Claim, ClaimKind, Voice
from provenance.model.quotations import QuotationGroup, Variant
from provenance.model.settings import ConflictSettings
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, make_claim, make_source, pool, said

NAMES = {"Lena Voss": ("voss", PERSON), "Karl Ihde": ("ihde", PERSON), "Rail Union": ("union", BODY)}
WORDS = "We will not run a single train through the old tunnel until it is safe"


def align(*uses: tuple[str, str], retold: str = "", **occasions: str) -> list[QuotationGroup]:
    """`uses`: (speaker, words) of one text each, a, b, c …"""
    sources, claims = [], []
    for number, (speaker, words) in enumerate(uses):
        name = {entity: form for form, (entity, _) in NAMES.items()}[speaker]
        path = "abcdef"[number]
        text = f"“{words},” {name} of the Rail Union said. Lena Voss said that {retold or 'little'}."
        source = make_source(path, text, NAMES, path, "2021-05-07")
        sources.append(source)
        claims.append(evolve(said(source, f"“{words},”", speaker), occasion=occasions.get(path, "")))
    if retold:
        claims.append(_retold(sources[-1], retold))
    return align_quotations(Pile(pool(*sources, claims=claims), KNOWLEDGE, ConflictSettings()))


def _retold(source, quote: str) -> Claim:
    claim = make_claim(source, ClaimKind.ATTRIBUTION, quote, predicate="said", speaker="Voss")
    return evolve(claim, speaker_entity="voss", voice=Voice.REPORTED)


def variants(groups: list[QuotationGroup]) -> list[Variant]:
    (group,) = groups
    return [use.variant for use in group.uses]


def test_the_fullest_use_comes_first_and_the_others_tell_how_they_stand_to_it() -> None:
    groups = align(
        ("voss", WORDS.replace(" until it is safe", "")),
        ("voss", WORDS),
        ("voss", WORDS.replace("We will not", "We won’t")),
        ("voss", WORDS.replace("old", "new")),
        ("ihde", WORDS),
    )
    assert variants(groups) == [
        Variant.FULLEST,
        Variant.EXCERPT,
        Variant.SAME,
        Variant.OTHER_WORDS,
        Variant.OTHER_SPEAKER,
    ]
    assert groups[0].uses[3].differs == "new"
    assert groups[0].speaker == "Voss"


def test_another_occasion_is_told() -> None:
    groups = align(("voss", WORDS), ("voss", WORDS), a="on 3 May 2021", b="on 6 May 2021")
    assert variants(groups) == [Variant.FULLEST, Variant.OTHER_OCCASION]


def test_a_retelling_is_a_use() -> None:
    groups = align(
        ("voss", WORDS),
        ("ihde", "Nothing to add here today"),
        retold="no train would run through the old tunnel",
    )
    assert variants(groups) == [Variant.FULLEST, Variant.PARAPHRASE]


def test_a_quotation_that_stands_alone_is_none() -> None:
    assert align(("voss", WORDS), ("ihde", "There is nothing more to say about all this")) == []


def test_every_quote_stands_at_its_span_and_the_order_of_sources_changes_nothing() -> None:
    groups = align(("voss", WORDS), ("voss", WORDS.replace("old", "new")))
    assert groups[0].uses[0].quote == WORDS + ","
    assert groups == align(("voss", WORDS), ("voss", WORDS.replace("old", "new")))
