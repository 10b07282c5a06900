"""Copies in many languages and scripts: found, ends exact to the unit, changes where they are."""

import unicodedata
from collections.abc import Callable

import pytest

import provenance
from provenance.model.reuse import Alignment, Change, ChangeKind
from tests.reuse.languages import STORIES, Story

UNSPACED = {"Chinese", "Japanese", "Thai"}
"""Scripts in which the unit is a character: a word may be changed in several places."""


def find(**texts: str) -> list[Alignment]:
    return provenance.find_reuse(texts)


def copied(story: Story, text: str) -> tuple[Alignment, int, int]:
    """The one passage that the story and `text`, put among other sentences, share; where both begin."""
    a, a_start = story.told
    b, b_start = story.copied(text)
    (found,) = find(a=a, b=b)
    return found, a_start, b_start


@pytest.mark.parametrize("language", STORIES)
def test_a_copy_is_found_with_its_ends_to_the_unit(language: str) -> None:
    story = STORIES[language]
    found, a_start, b_start = copied(story, story.copy)
    a, b = story.told[0], story.copied(story.copy)[0]
    assert found.a.quote(a) == a[a_start : a_start + len(story.text)]
    assert found.b.quote(b) == b[b_start : b_start + len(story.copy)]


@pytest.mark.parametrize("language", STORIES)
def test_what_was_changed_is_listed_where_it_stands(language: str) -> None:
    story = STORIES[language]
    found, a_start, _ = copied(story, story.copy)
    a, b = story.told[0], story.copied(story.copy)[0]
    for change in found.changes:
        assert a[change.a_start : change.a_end] == change.a_text
        assert b[change.b_start : change.b_end] == change.b_text
    places = [_place(told, found, a_start, story) for told, _ in (story.number, story.word)]
    assert all(places)
    assert sum(map(len, places)) == len(found.changes)
    assert {change.kind for change in places[0]} == {ChangeKind.NUMBER}
    assert ChangeKind.NUMBER not in {change.kind for change in places[1]}
    assert len(places[1]) == 1 or language in UNSPACED


def _place(told: str, found: Alignment, start: int, story: Story) -> list[Change]:
    """The changes that touch `told`, all of which lie within it or its word."""
    at = start + story.text.index(told)
    return [change for change in found.changes if change.a_start < at + len(told) and at < change.a_end]


@pytest.mark.parametrize("language", STORIES)
def test_a_changed_number_is_the_whole_number_and_no_more_than_its_word(language: str) -> None:
    story = STORIES[language]
    found, _, _ = copied(story, story.copy)
    (change,) = [change for change in found.changes if change.kind is ChangeKind.NUMBER]
    told, as_copied = story.number
    assert told in change.a_text
    assert as_copied in change.b_text
    assert not any(letter.isspace() for letter in change.a_text + change.b_text)


@pytest.mark.parametrize("language", STORIES)
def test_another_story_of_the_same_sort_is_no_copy(language: str) -> None:
    story = STORIES[language]
    around = story.gap.join(story.around)
    assert find(a=story.text, b=story.other, c=around) == []


def _strip_marks(text: str) -> str:
    return unicodedata.normalize(
        "NFC", "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    )


def _replace(*pairs: tuple[str, str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        return text

    return change


def _decompose(text: str) -> str:
    return unicodedata.normalize("NFD", text)


WRITTEN_OTHERWISE = {
    "Arabic without hamza on its alefs": ("Arabic", _replace(("أ", "ا"), ("إ", "ا"))),
    "Arabic stretched by tatweel": ("Arabic", _replace(("النهر", "النـــهر"), ("المدرسة", "المـدرسة"))),
    "Arabic with vowel signs": ("Arabic", _replace(("السد", "السَّدّ"), ("قال", "قَالَ"), ("بعد", "بَعْدَ"))),
    "Arabic with another kind of digits": ("Arabic", _replace(("٤٢", "42"))),
    "Persian with Arabic yeh and kaf": ("Persian", _replace(("ی", "ي"), ("ک", "ك"))),
    "Persian with joiners": ("Persian", _replace(("سوزی", "سوزی\u200c"), ("پنجره های", "پنجره\u200cهای"))),
    "Hebrew with points": ("Hebrew", _replace(("הקמח", "הַקֶּמַח"), ("חצות", "חֲצוֹת"))),
    "Russian without yo": ("Russian", _replace(("ё", "е"))),
    "Ukrainian with another apostrophe": ("Ukrainian", _replace(("'", "\u2019"))),
    "Greek without accents": ("Greek", _strip_marks),
    "Greek in capitals": ("Greek", lambda text: _strip_marks(text).upper()),
    "Turkish in capitals": ("Turkish", lambda text: text.replace("i", "İ").replace("ı", "I").upper()),
    "German with ss": ("German", _replace(("ß", "ss"))),
    "German in capitals": ("German", str.upper),
    "German with decomposed umlauts": ("German", _decompose),
    "French without accents": ("French", _strip_marks),
    "French with another apostrophe": ("French", _replace(("'", "\u2019"))),
    "Vietnamese decomposed": ("Vietnamese", _decompose),
    "Hindi decomposed": ("Hindi", _decompose),
    "Hindi with another kind of digits": ("Hindi", _replace(("४२", "42"))),
    "Bengali decomposed": ("Bengali", _decompose),
    "Chinese with narrow digits": ("Chinese", _replace(("６３", "63"))),
    "Japanese with narrow signs": ("Japanese", lambda text: unicodedata.normalize("NFKC", text)),
    "Korean decomposed": ("Korean", _decompose),
}  # fmt: skip


@pytest.mark.parametrize("how", WRITTEN_OTHERWISE)
def test_the_same_words_written_otherwise_are_the_same_words(how: str) -> None:
    language, write = WRITTEN_OTHERWISE[how]
    story = STORIES[language]
    found, a_start, b_start = copied(story, write(story.text))
    assert (found.a.start, found.a.end) == (a_start, a_start + len(story.text))
    assert (found.b.start, found.b.end) == (b_start, b_start + len(write(story.text)))
    assert {change.kind for change in found.changes} <= {ChangeKind.TYPOGRAPHY}


def test_the_lead_of_an_english_report_full_of_names_and_figures_is_english() -> None:
    lead = (
        "ORLEN (NPA) - A breach in the Orlen dam flooded three villages in the Tarn valley before dawn on "
        "Tuesday, killing 14 people and leaving at least 220 without homes, Governor Ali told reporters. "
    )
    told = (
        "If the rain does not stop by Thursday, the lower villages may have to be cleared as well, Ali said."
    )
    copied = "The lower villages will have to be cleared as well, Ali said."
    (found,) = find(a=f"Dam breach at Orlen, 14 dead\n\n{lead}{told}", b=f"{lead}{copied}")
    assert {ChangeKind.CONDITION, ChangeKind.MODALITY} <= {change.kind for change in found.changes}
