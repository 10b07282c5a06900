"""Typed claims of English texts: who says what of whom, where."""

from provenance.claims.extract import find_claims

__all__ = ["find_claims"]
