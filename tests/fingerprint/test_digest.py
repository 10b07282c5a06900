"""The fingerprint of one source."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from provenance.fingerprint import fingerprint
from provenance.model.settings import FingerprintSettings
from provenance.text.folding import fold_text

SETTINGS = FingerprintSettings()


def test_bytes_and_folded_text_have_their_own_digest() -> None:
    one = fingerprint("s1", b"The Budget.", "The Budget.", SETTINGS)
    other = fingerprint("s2", b"the  budget", "the  budget", SETTINGS)
    assert one.bytes_sha256 == hashlib.sha256(b"The Budget.").hexdigest() != other.bytes_sha256
    assert one.folded_sha256 == other.folded_sha256


def test_an_empty_text_has_no_signature_and_no_passages() -> None:
    found = fingerprint("s", b"", "", SETTINGS)
    assert (found.signature, found.passages) == ((), ())


def test_hostile_text_has_a_fingerprint() -> None:
    for text in ("\0" * 50, "🚢" * 50, "\u202eאבג" * 20, "x" * 10_000):
        assert fingerprint("s", b"", text, SETTINGS).folded_sha256


def test_two_runs_give_the_same() -> None:
    text = "The ferry left the harbour at noon and was not seen again before nightfall."
    assert fingerprint("s", b"x", text, SETTINGS) == fingerprint("s", b"x", text, SETTINGS)


@given(st.text(max_size=80))
def test_the_folded_digest_is_that_of_the_folded_text(text: str) -> None:
    expected = hashlib.sha256(fold_text(text).encode("utf-8", "surrogatepass")).hexdigest()
    assert fingerprint("s", b"", text, SETTINGS).folded_sha256 == expected
