"""Who said what."""

from attrs import evolve

from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind
from tests.conflicts.pools import BODY, PERSON, findings, make_source, pool, said

NAMES = {
    "Lena Voss": ("voss", PERSON),
    "Karl Ihde": ("ihde", PERSON),
    "Voss": ("voss", PERSON),
    "Rail Union": ("union", BODY),
}
WORDS = "“We will not run a single train through the old tunnel until it is safe,”"


def find(first: str, second: str, quotes: tuple[str, str], who: tuple[str, str]) -> list[Conflict]:
    a = make_source("a", first, NAMES, "Gazette", "2021-05-06")
    b = make_source("b", second, NAMES, "Herald", "2021-05-07")
    claims = [said(s, q, w) for s, q, w in zip((a, b), quotes, who, strict=True)]
    return findings(pool(a, b, claims=claims), ConflictKind.ATTRIBUTION)


def test_one_wording_and_two_speakers() -> None:
    (found,) = find(f"{WORDS} said Lena Voss.", f"{WORDS} said Karl Ihde.", (WORDS, WORDS), ("voss", "ihde"))
    assert found.predicate == "speaker"
    assert {s.value for s in found.sides} == {"Voss", "Ihde"}


def test_a_body_and_its_speaker_are_one_voice() -> None:
    assert (
        find(f"{WORDS} said Lena Voss.", f"{WORDS} said the Rail Union.", (WORDS, WORDS), ("voss", "union"))
        == []
    )


def test_a_denial_beside_what_it_denies() -> None:
    text = (
        "Lena Voss said “the tunnel has deep cracks in its roof”. Karl Ihde said Voss’s claims that the "
        "tunnel has cracks are “baseless.”"
    )
    a = make_source("a", text, NAMES)
    claims = [said(a, "“the tunnel has deep cracks in its roof”", "voss")]
    (found,) = findings(pool(a, claims=claims), ConflictKind.ATTRIBUTION)
    assert found.conflict_class is ConflictClass.PEOPLE_DIFFER
    assert "contradict" not in found.why


def test_a_denial_of_something_else_is_silent() -> None:
    text = "Lena Voss said “the tunnel has deep cracks”. Karl Ihde said Voss’s claims on pay are “baseless.”"
    a = make_source("a", text, NAMES)
    assert (
        findings(pool(a, claims=[said(a, "“the tunnel has deep cracks”", "voss")]), ConflictKind.ATTRIBUTION)
        == []
    )


def test_one_who_repeats_anothers_words_is_no_second_speaker() -> None:
    repeated = f"Karl Ihde of the Rail Union repeated Lena Voss's phrase: {WORDS} he said."
    first = f"{WORDS} said Lena Voss of the Rail Union."
    assert find(first, repeated, (WORDS, WORDS), ("voss", "ihde")) == []


def test_a_stock_phrase_is_anybodys() -> None:
    words = "“Enough is enough,”"
    a, b = (f"{words} said {who} of the Rail Union." for who in ("Lena Voss", "Karl Ihde"))
    assert find(a, b, (words, words), ("voss", "ihde")) == []


def test_a_surname_and_the_full_name_are_one_speaker() -> None:
    names = NAMES | {"L. Voss": ("other", PERSON)}
    a = make_source("a", f"{WORDS} said Voss of the Rail Union.", names, "Gazette", "2021-05-06")
    b = make_source("b", f"{WORDS} said L. Voss of the Rail Union.", names, "Herald", "2021-05-06")
    claims = [said(a, WORDS, "voss"), evolve(said(b, WORDS, "other"), speaker="L. Voss")]
    built = pool(a, b, claims=claims)
    found = findings(evolve(built, entities=()), ConflictKind.ATTRIBUTION)
    assert found == []


def test_two_spellings_of_a_surname_may_be_one_speaker() -> None:
    names = NAMES | {"Zarina Abdulaeva": ("one", PERSON), "Zarrina Abdulayeva": ("two", PERSON)}
    sources = [
        make_source(path, f"{WORDS} said {name} of the Rail Union.", names, path, "2021-05-06")
        for path, name in (("a", "Zarina Abdulaeva"), ("b", "Zarrina Abdulayeva"))
    ]
    claims = [
        evolve(said(source, WORDS, entity), speaker=name)
        for source, entity, name in zip(
            sources, ("one", "two"), ("Zarina Abdulaeva", "Zarrina Abdulayeva"), strict=True
        )
    ]
    built = evolve(pool(*sources, claims=claims), entities=())
    assert findings(built, ConflictKind.ATTRIBUTION) == []
