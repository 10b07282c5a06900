"""All claims of one source: what holds for any text."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.claims import find_claims
from provenance.claims.quotations import find_quotations
from provenance.model.annotations import AnnotatedSource, ResolvedMention
from provenance.model.claims import ClaimKind, Voice
from provenance.model.names import AliasForm, EntityKind, StatedAlias
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.model.spans import Span
from tests.growth import steps

PIECES = st.sampled_from(
    'Ann Lee|Acme Union|Peru| said |“|”|"|, the head of |, who leads both | and | is part of |, including '
    "| such as | units within | on May 12| in 2011| last month|12 people| were killed|. |\n\n|, |of them "
    "|according to |He told |twice told |The spokesman of |\x00|🙂|عربي|\u202e|' ".split("|")
)
NAMES = {"Ann Lee": EntityKind.PERSON, "Acme Union": EntityKind.ORGANIZATION, "Peru": EntityKind.PLACE}


@st.composite
def annotated_sources(draw):
    """Texts put together of what the patterns look for, with every name marked."""
    text, mentions = "", []
    for piece in draw(st.lists(PIECES | st.text(max_size=6), max_size=40)):
        if piece in NAMES:
            span = Span("s", len(text), len(text) + len(piece))
            mentions.append(ResolvedMention(span, piece, NAMES[piece], piece, piece))
        text += piece
    published = (Metadatum("published", "2018-02-21", Basis.METADATA),)
    source = Source("s", "s.txt", State.READ, text=text, language="en", metadata=published)
    return AnnotatedSource(source, tuple(mentions))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(annotated_sources())
def test_every_quote_is_what_stands_at_its_span_and_nothing_depends_on_the_run(knowledge, annotated):
    claims = find_claims(annotated, knowledge)
    for claim in claims:
        if claim.span is None:
            assert claim.field
        else:
            assert claim.span.quote(annotated.text) == claim.quote
            assert claim.field is None
    assert claims == find_claims(annotated, knowledge)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join))
def test_quotations_are_in_order_and_apart(text):
    found = find_quotations(text)
    assert all(q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_an_alias_claim_has_the_span_of_the_statement(knowledge):
    text = "The Harbour Trust (HT) closed."
    alias = StatedAlias(Span("s", 4, 22), Span("s", 4, 17), Span("s", 19, 21), AliasForm.BRACKET)
    trust = ResolvedMention(
        Span("s", 4, 17), "Harbour Trust", EntityKind.ORGANIZATION, "e-1", "Harbour Trust"
    )
    source = Source("s", "s.txt", State.READ, text=text)
    found = find_claims(AnnotatedSource(source, (trust,), (alias,)), knowledge)
    (claim,) = [claim for claim in found if claim.kind is ClaimKind.ALIAS]
    assert (claim.kind, claim.subject, claim.value) == (ClaimKind.ALIAS, "Harbour Trust", "HT")
    assert (claim.quote, claim.subject_entity) == ("Harbour Trust (HT)", "e-1")


def test_page_furniture_gives_no_claims(knowledge):
    text = "Ann Lee, head of Acme Union, has 12 cars."
    mentions = (
        ResolvedMention(Span("s", 0, 7), "Ann Lee", EntityKind.PERSON, "a", "Ann Lee"),
        ResolvedMention(Span("s", 17, 27), "Acme Union", EntityKind.ORGANIZATION, "b", "Acme Union"),
    )
    source = Source("s", "s.txt", State.READ, text=text)
    assert find_claims(AnnotatedSource(source, mentions), knowledge)
    assert (
        find_claims(AnnotatedSource(source, mentions, furniture=(Span("s", 0, len(text)),)), knowledge) == []
    )


def test_a_number_in_a_quotation_is_quoted(claims_of):
    (claim,) = claims_of("“We lost 12 ships,” {P Ann Lee} said.", ClaimKind.QUANTITY)
    assert (claim.voice, claim.speaker) == (Voice.QUOTED, "Ann Lee")


@pytest.mark.parametrize(
    "unit",
    [
        "“a” ",
        '" ',
        "“",
        "a",
        "12 ",
        "12 people ",
        "of the ",
        "May 12 and ",
        "said that ",
        "“x,” he said. ",
        ", ",
        "head of ",
        "( ",
        "1 of the ",
    ],
)
def test_work_grows_in_proportion_to_the_text(knowledge, unit):
    def work(length):
        text = (unit * (length // len(unit) + 1))[:length]
        annotated = AnnotatedSource(Source("s", "s.txt", State.READ, text=text))
        return steps(lambda: find_claims(annotated, knowledge))

    work(8_000)
    assert work(8_000) <= 2.5 * work(4_000) + 500


def test_what_the_source_says_of_itself_is_a_claim_with_its_basis_and_place(knowledge):
    text = "Mill fire\n\nBy Ann Lee\n\nA fire."
    printed = Metadatum(
        "author", "Ann Lee", Basis.STATED, Span("s", text.index("Ann"), text.index("Ann") + 7)
    )
    again = Metadatum("author", "Ann Lee", Basis.METADATA, None, "JSON-LD author")
    other = Metadatum("author", "Ann Lee", Basis.METADATA, None, "meta")
    source = Source("s", "s.txt", State.READ, text=text, language="en", metadata=(printed, again, other))
    claims = [c for c in find_claims(AnnotatedSource(source), knowledge) if c.kind is ClaimKind.METADATA]
    assert {(c.scope, c.field, c.quote) for c in claims} == {
        ("stated", None, "Ann Lee"),
        ("metadata", "JSON-LD author", "Ann Lee"),
        ("metadata", "meta", "Ann Lee"),
    }
    assert len({claim.key for claim in claims}) == len(claims)
