"""Typed claims of English texts: who says what of whom, where."""

from provenance.claims.extract import ClaimsRead, find_claims, read_claims

__all__ = ["ClaimsRead", "find_claims", "read_claims"]
