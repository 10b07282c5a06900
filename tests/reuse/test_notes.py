"""What a block says: of its publisher, of the law, to the reader; or of something that happened."""

import pytest

from provenance.reuse.kinds.notes import (
    any_news,
    has_sign,
    is_furniture,
    is_legal,
    speaks_to_reader,
    tells_news,
)

NOTES = (
    "Tidewater Weekly is an independent newspaper founded in 1911. It reports on the valley, its towns "
    "and its "
    "people, and is read by some 12,000 subscribers.",
    "About Tidewater Weekly: Tidewater Weekly is an independent newspaper. It reports on the valley.",
    "About Kestrel Air\nKestrel Air is the regional airline group of the islands. It serves 14 airfields "
    "with a "
    "fleet of nine aircraft and has carried two million guests since 1996.",
    "For more information, please contact the press office on 0171 555 0100, Monday to Friday from 9 to 5.",
    "Inland Radio is a network of nine local stations. It was founded in 1948 and is funded by its "
    "listeners.",
    "Story copyright 2020 Harbour Wire. This material may not be published, broadcast or rewritten.",
    "Subscribe to The Weekly Oar for the best of the river, delivered to your inbox every Friday.",
    "The University of Skarn is one of the oldest universities in the north. Some 21,000 students are "
    "enrolled.",
    "Alle Rechte vorbehalten. Verlag Kahle, Hafenstr. 4, Emden.",
    "Note to editors: interviews can be arranged through the press desk. Pictures are available on request.",
)
NEWS = (
    "The Lantern Trust is a charity that runs 14 shelters. Its treasurer has fled with the cash box.",
    "Inland Radio is a network of nine stations. Four of them went silent, and their masts lay in the snow.",
    "The Arden Institute is a think tank close to the crown. It published a list of 40 spies.",
    "The Moor Society is an association that has lost half of its members. It will be wound up on 4 May.",
    "Harbour House is a publisher of sea charts. It has been fined 90,000 crowns for a missing rock.",
    "The court held that no page of the diary may be reproduced without leave of the widow.",
    "For more information on the ruling, lawyers turned to the archive and its clerks.",
    "For further information about the missing trawler, families gathered at the pier.",
    "© marks were scratched off the plates, the court heard, and 600 copies sold abroad.",
    "Copyright 2022 belonged to the widow, the court ruled, and the studio owes her 3 million crowns.",
    "Subscribe to nothing, the minister told the crowd, before police cleared the square.",
    "The Harbour Council is a body and a service of nine towns. It will vote on Thursday on the new pier.",
)
CLAUSES = (
    "This Agreement shall be governed by the laws of Norland. Any dispute arising out of it shall be "
    "settled by "
    "arbitration in Karsund.",
    "If any provision of these terms is held to be invalid or unenforceable, the others remain in full "
    "force.",
    "This release contains forward-looking statements. Actual results could differ materially from those "
    "implied.",
    "The author accepts no liability for errors. Past performance is no guide to what is to come and does "
    "not "
    "constitute investment advice.",
)


@pytest.mark.parametrize("block", NOTES)
def test_a_note_is_furniture(block: str) -> None:
    assert is_furniture(block)
    assert speaks_to_reader(block)


@pytest.mark.parametrize("block", NEWS)
def test_what_happened_is_no_furniture_whatever_words_tell_it(block: str) -> None:
    assert not is_furniture(block)
    assert not speaks_to_reader(block)
    assert any_news(block) or not has_sign(block)


@pytest.mark.parametrize("block", NOTES)
def test_one_sentence_of_news_makes_a_note_none(block: str) -> None:
    assert not is_furniture(f"{block} On Tuesday night its cellar burned out.")


def test_of_a_language_that_is_not_read_only_the_legal_lines_are_furniture() -> None:
    told = (
        "Die Feuerwehr rettete in der Nacht neun Kinder aus den Flammen und suchte danach lange nach "
        "einem Hund."
    )
    assert not is_furniture(f"{told} Alle Rechte vorbehalten.")


@pytest.mark.parametrize("block", CLAUSES)
def test_standard_clauses_are_legal_text_and_a_contracts_own_terms_are_not(block: str) -> None:
    assert is_legal(block)
    assert not is_legal(
        f"{block} The tenant keeps the slipway free of weed. He may not sublet any part of it."
    )
    assert not is_legal(f"{block} On Monday the court struck this clause from the lease.")


@pytest.mark.parametrize(
    ("sentence", "is_news"),
    [
        ("The office is open Monday to Friday and every Saturday.", False),
        ("The council meets on Friday.", True),
        ("Last updated on 3 March 2019.", False),
        ("The pier was closed from 3 March.", True),
        ("All materials submitted to us are kept for a year.", False),
        ("She submitted the papers.", True),
        ("You have subscribed to this list.", False),
        ("The bank has collapsed.", True),
        ("", False),
    ],
)
def test_sentences_that_tell_what_happened(sentence: str, is_news: bool) -> None:
    assert tells_news(sentence) == is_news


@pytest.mark.parametrize(
    "text", ["a" * 300_000, "A is " * 60_000, "\n" * 100_000, "ed " * 90_000, " " * 300_000]
)
def test_long_odd_blocks_are_no_notes(text: str) -> None:
    assert not is_furniture(f"© 2020 {text}")
    assert not is_furniture(text[:2900])
    assert not is_legal(f"Agreement {text}")
    assert not speaks_to_reader(text[:2990])
