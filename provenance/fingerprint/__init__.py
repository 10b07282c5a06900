"""What identifies a text, and which texts are nearly the same."""

from provenance.fingerprint.containment import find_contained
from provenance.fingerprint.digest import fingerprint, fingerprint_all
from provenance.fingerprint.furniture import find_site_furniture
from provenance.fingerprint.near import find_near_duplicates

__all__ = ["find_contained", "find_near_duplicates", "find_site_furniture", "fingerprint", "fingerprint_all"]
