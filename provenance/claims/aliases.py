"""Alias claims: the text itself says that two names are one."""

from attrs import evolve

from provenance.claims.reading import Reading
from provenance.model.claims import Claim, ClaimKind
from provenance.model.names import AliasForm, StatedAlias
from provenance.model.spans import Span
from provenance.text.abbreviations import Expansion, find_expansions, letters_of


def find_alias_claims(reading: Reading) -> list[Claim]:
    """One claim for each alias that the source states, in order of place."""
    claims = [_claim(reading, alias) for alias in reading.annotated.aliases]
    told = [one for one in find_expansions(reading.text) if one.is_stated and _is_of_letters(one)]
    further = [_explained(reading, one) for one in told if not any(_is_there(one, c) for c in claims)]
    return sorted(claims + further, key=lambda c: (c.span.start if c.span else 0, c.value))


def _is_of_letters(one: Expansion) -> bool:
    """Most letters begin a word of the name, in any order: names translated keep the letters of the
    original."""
    initials = [word[0].casefold() for word in one.full.split()]
    letters = letters_of(one.short)
    return sum(letter in initials for letter in letters) * 3 >= len(letters) * 2


def _is_there(one: Expansion, claim: Claim) -> bool:
    return claim.span is not None and one.start < claim.span.end and claim.span.start < one.end


def _explained(reading: Reading, one: Expansion) -> Claim:
    claim = reading.claim(ClaimKind.ALIAS, (one.start, one.end), one.full, "also known as", one.short)
    inside = [m for m in reading.annotated.mentions if one.start <= m.span.start and m.span.end <= one.end]
    named = max((m for m in inside if m.text != one.short), key=lambda m: len(m.span), default=None)
    return evolve(claim, subject_entity=named.entity if named else None, scope=AliasForm.ABBREVIATION.value)


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
