"""What identifies a text, and which texts are nearly the same."""

from provenance.fingerprint.digest import fingerprint
from provenance.fingerprint.near import find_near_duplicates

__all__ = ["find_near_duplicates", "fingerprint"]
