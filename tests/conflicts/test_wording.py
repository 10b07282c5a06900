"""One utterance in two wordings."""

import pytest
from attrs import evolve

from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.reuse import ChangeKind
from tests.conflicts.pools import BODY, PERSON, align, findings, make_source, pool, said

NAMES = {"Lena Voss": ("voss", PERSON), "Rail Union": ("union", BODY)}
FRAME = "Lena Voss of the Rail Union said {}"
WORDS = "“We will not run a single train through the old tunnel until it is safe,”"


def find(
    first: str, second: str, frames: tuple[str, str] = (FRAME, FRAME), **occasions: str
) -> list[Conflict]:
    quotes = [text if text.startswith("“") else f"“{text}”" for text in (first, second)]
    sources = [
        make_source(path, frame.format(words), NAMES, house, "2021-05-07")
        for path, frame, words, house in zip("ab", frames, quotes, ("Gazette", "Herald"), strict=True)
    ]
    claims = [
        evolve(said(source, words, "voss"), occasion=occasions.get(source.source.path, ""))
        for source, words in zip(sources, quotes, strict=True)
    ]
    return findings(pool(*sources, claims=claims), ConflictKind.WORDING)


@pytest.mark.parametrize(
    ("other", "values"),
    [
        (WORDS.replace("old tunnel", "new bridge"), ["old tunnel", "new bridge"]),
        (WORDS.replace("will not run", "will run"), ["not", "(not there)"]),
        (WORDS.replace("will not", "may not"), ["will", "may"]),
        (WORDS.replace("until", "after"), ["until", "after"]),
        (WORDS.replace("a single train", "9 trains"), None),
        (WORDS.replace("safe", "pretty"), ["safe", "pretty"]),
    ],
)
def test_words_that_matter_differ(other: str, values: list[str] | None) -> None:
    (found,) = find(WORDS, other)
    assert found.kind is ConflictKind.WORDING
    assert "contradict" not in found.why
    if values is not None:
        assert [s.value for s in found.sides] == values


def test_a_number_is_surer_than_a_word() -> None:
    (number,) = find("There were 40 people on the platform", "There were 14 people on the platform")
    (word,) = find("There were many sheep on the platform", "There were many goats on the platform")
    assert (number.certainty, word.certainty) == (Level.HIGH, Level.MEDIUM)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (WORDS, WORDS.replace("safe,", "safe, and we shall tell the minister so today,")),
        (WORDS, "“not run a single train through the old tunnel”"),
        (WORDS, WORDS.replace("it is safe", "it [the tunnel] is safe")),
        (WORDS, WORDS.replace("through the old tunnel", "…")),
        (WORDS, WORDS.replace("We will not", "We won’t")),
        (WORDS, WORDS.upper()),
        ("It was, er, it was the best day of my life", "It was the best day of my life"),
        ("The colour was organised by our neighbours", "The color was organized by our neighbors"),
        ("It costs us two million euros every single day", "It costs us €2m every single day"),
        ("It is really the best day of our life", "It is the best day of our life"),
        ("She told me that the brakes had failed twice", "told [him] the brakes had failed twice"),
    ],
)
def test_house_style_and_other_excerpts_are_silent(first: str, second: str) -> None:
    assert find(first, second) == []


def test_a_fragment_is_read_with_what_its_clause_begins_with() -> None:
    frames = (FRAME, "Lena Voss of the Rail Union said that the railway {}")
    assert find("The railway must repay every single family", "should repay every single family", frames)


def test_translations_and_two_occasions_are_silent() -> None:
    other = WORDS.replace("old tunnel", "new bridge")
    translated = "Lena Voss of the Rail Union said in German {}"
    assert find(WORDS, other, (FRAME, translated)) == []
    assert find(WORDS, other, a="on 3 May 2021", b="on 6 May 2021") == []
    assert find(WORDS, other, a="on 3 May 2021", b="on Monday") != []


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
    assert ConflictKind.WORDING in kinds(ChangeKind.WORDING)
