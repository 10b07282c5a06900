"""The main language of a text, or none where it cannot be told."""

import pytest
from py3langid import langid

from provenance.readers.languages import _load_tables, find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The coast guard said that nine boats were searching for the missing sailors.", "en"),
        ("Die Küstenwache sagte, dass neun Boote nach den vermissten Seeleuten suchen.", "de"),
        ("قال خفر السواحل إن تسعة قوارب تبحث عن البحارة المفقودين في عرض البحر.", "ar"),
        ("Береговая охрана сообщила, что девять лодок ищут пропавших моряков.", "ru"),
        (
            "海上警备队表示,九艘船正在搜寻失踪的水手。他们周二晚上离开了港口,至今没有消息,家人们非常担心他们的安全。",
            "zh",
        ),
    ],
)
def test_languages_are_told_apart(text: str, language: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", "Hello", "12345 " * 50, "😀" * 80, "\n\n"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert find_language(text) is None


def test_the_tables_are_the_ones_that_the_library_would_load() -> None:
    ours = langid.LanguageIdentifier(**_load_tables(langid.MODEL_DIR / langid.MODEL_FILE))
    theirs = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    assert ours.labels == theirs.labels
    for text in ("The harbour was quiet.", "Der Hafen war ruhig.", "港は静かだった。", "", "1234"):
        assert ours.rank(text) == theirs.rank(text)
