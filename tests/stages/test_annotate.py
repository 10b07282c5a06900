"""A source is given what was found in it, in the order of its text."""

from provenance.model.annotations import ResolvedMention
from provenance.model.names import AliasForm, Entity, EntityKind, NameVariant, StatedAlias
from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.sources import Source, State
from provenance.model.spans import Span
from provenance.stages.annotate import annotate, resolved

A = Source("a", "a.txt", State.READ, text="Ann Lee met Bob Roe. Contact us")
B = Source("b", "b.txt", State.READ, text="Bob Roe left. Contact us")


def test_each_source_gets_its_own_in_order() -> None:
    late = ResolvedMention(Span("a", 12, 19), "Bob Roe", EntityKind.PERSON, "e-2", "Bob Roe")
    early = ResolvedMention(Span("a", 0, 7), "Ann Lee", EntityKind.PERSON, "e-1", "Ann Lee")
    alias = StatedAlias(Span("b", 0, 7), Span("b", 0, 3), Span("b", 4, 7), AliasForm.BRACKET)
    a, b = annotate([A, B], [late, early], [alias], [])
    assert (a.mentions, a.aliases, a.furniture) == ((early, late), (), ())
    assert (b.mentions, b.aliases, b.text) == ((), (alias,), B.text)


def test_only_boilerplate_is_furniture_and_counts_once() -> None:
    a, b = Span("a", 21, 31), Span("b", 14, 24)
    found = [
        Alignment(a, b, ReuseKind.BOILERPLATE, 1.0),
        Alignment(Span("a", 12, 19), Span("b", 0, 7), ReuseKind.EDITED, 1.0),
    ]
    first, second = annotate([A, B], [], [], [*found, found[0]])
    assert (first.furniture, second.furniture) == ((a,), (b,))


def test_mentions_of_all_variants_carry_the_entitys_name() -> None:
    spans = (Span("a", 12, 19), Span("b", 0, 7))
    variant = NameVariant("e-2", EntityKind.PERSON, "Bob Roe", spans, 1.0, "")
    entity = Entity("e-2", "Robert Roe", EntityKind.PERSON, (variant,))
    found = resolved([entity], {"a": A.text, "b": B.text})
    assert [(mention.text, mention.name) for mention in found] == [("Bob Roe", "Robert Roe")] * 2
