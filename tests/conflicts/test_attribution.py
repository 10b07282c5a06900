"""Who said what."""

from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind
from provenance.model.reuse import ChangeKind
from tests.conflicts.pools import BODY, PERSON, align, findings, make_source, pool, said

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


def test_one_statement_in_two_wordings() -> None:
    other = WORDS.replace("old tunnel", "new bridge")
    both = "Lena Voss of the Rail Union said {}"
    (found,) = find(both.format(WORDS), both.format(other), (WORDS, other), ("voss", "voss"))
    assert found.predicate == "wording"
    assert "translations" in found.why
    assert [s.value for s in found.sides] == ["old tunnel", "new bridge"]


def test_different_excerpts_do_not_conflict() -> None:
    longer = WORDS.replace("safe,", "safe, and we shall tell the minister so today,")
    part = "“not run a single train through the old tunnel”"
    both = "Lena Voss of the Rail Union said {}"
    assert find(both.format(WORDS), both.format(longer), (WORDS, longer), ("voss", "voss")) == []
    assert find(both.format(WORDS), both.format(part), (WORDS, part), ("voss", "voss")) == []


def test_words_in_brackets_are_the_writers() -> None:
    other = WORDS.replace("it is safe", "it [the tunnel] is safe")
    both = "Lena Voss of the Rail Union said {}"
    assert find(both.format(WORDS), both.format(other), (WORDS, other), ("voss", "voss")) == []


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


def test_a_quotation_that_a_copy_changed_is_told_once_as_its_change() -> None:
    other = WORDS.replace("a single train", "9 trains")
    both = "Lena Voss of the Rail Union said {} on the steps of the station, where the crowd had waited."
    a, b = (
        make_source(path, both.format(words), NAMES, house, "2021-05-06")
        for path, words, house in (("a", WORDS, "Gazette"), ("b", other, "Herald"))
    )
    claims = [said(a, WORDS, "voss"), said(b, other, "voss")]

    def kinds(change: ChangeKind) -> set[ConflictKind]:
        built = pool(a, b, claims=claims, alignments=[align(a, b, change)])
        return {each.kind for each in findings(built) if each.kind is not ConflictKind.NAME_VARIANT}

    assert kinds(ChangeKind.NUMBER) == {ConflictKind.EDITED_COPY}
    assert ConflictKind.ATTRIBUTION in kinds(ChangeKind.WORDING)
