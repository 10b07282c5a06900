"""The fingerprint of one source."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from provenance.fingerprint import fingerprint
from provenance.model.settings import FingerprintSettings
from provenance.text.folding import fold_text

SETTINGS = FingerprintSettings()


def test_bytes_and_folded_text_have_their_own_digest() -> None:
    digest = hashlib.sha256(b"The Budget.").hexdigest()
    one = fingerprint("s1", digest, "The Budget.", SETTINGS)
    other = fingerprint("s2", "", "the  budget", SETTINGS)
    assert one.bytes_sha256 == digest
    assert one.folded_sha256 == other.folded_sha256


def test_signature_and_passages_are_those_of_the_article_and_digests_those_of_the_whole() -> None:
    text = "Home\nSport\nThe ferry left the harbour at noon and was not seen again before nightfall."
    article = text.replace("Home\nSport", "    \n     ")
    found = fingerprint("s", "", text, SETTINGS, article)
    bare = fingerprint("s", "", article.strip(), SETTINGS)
    assert found.signature == bare.signature
    assert found.folded_sha256 == fingerprint("s", "", text, SETTINGS).folded_sha256 != bare.folded_sha256
    assert all(text[start:end] == article[start:end] for _, start, end in found.passages)


def test_an_empty_text_has_no_signature_and_no_passages() -> None:
    found = fingerprint("s", "", "", SETTINGS)
    assert (found.signature, found.passages) == ((), ())


def test_hostile_text_has_a_fingerprint() -> None:
    for text in ("\0" * 50, "🚢" * 50, "\u202eאבג" * 20, "x" * 10_000):
        assert fingerprint("s", "", text, SETTINGS).folded_sha256


def test_two_runs_give_the_same() -> None:
    text = "The ferry left the harbour at noon and was not seen again before nightfall."
    assert fingerprint("s", "", text, SETTINGS) == fingerprint("s", "", text, SETTINGS)


@given(st.text(max_size=80))
def test_the_folded_digest_is_that_of_the_folded_text(text: str) -> None:
    expected = hashlib.sha256(fold_text(text).encode("utf-8", "surrogatepass")).hexdigest()
    assert fingerprint("s", "", text, SETTINGS).folded_sha256 == expected
