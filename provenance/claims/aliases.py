"""Alias claims: the text itself says that two names are one."""

from attrs import evolve

from provenance.claims.reading import Reading
from provenance.model.claims import Claim, ClaimKind
from provenance.model.names import StatedAlias
from provenance.model.spans import Span


def find_alias_claims(reading: Reading) -> list[Claim]:
    """One claim for each alias that the source states, in order of place."""
    return [_claim(reading, alias) for alias in reading.annotated.aliases]


def _claim(reading: Reading, alias: StatedAlias) -> Claim:
    text = reading.text
    place = (alias.span.start, alias.span.end)
    claim = reading.claim(
        ClaimKind.ALIAS, place, alias.name.quote(text), "also known as", alias.alias.quote(text)
    )
    return evolve(
        claim,
        subject_entity=_entity(reading, alias.name),
        value_entity=_entity(reading, alias.alias),
        scope=alias.form.value,
    )


def _entity(reading: Reading, span: Span) -> str | None:
    """Of the name at exactly that place, else of the longest one inside it."""
    inside = [m for m in reading.annotated.mentions if span.covers(m.span)]
    return max(inside, key=lambda m: (len(m.span), -m.span.start)).entity if inside else None
