"""The main language of a text, or none where it cannot be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py3langid import langid

from provenance.readers.languages import (
    _LANGUAGES,
    _identifier,
    _load_tables,
    find_language,
    is_plainly_english,
)
from provenance.readers.scripts import _BLOCKS, count_words, is_written_in, keep_script


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


_ENGLISH = (
    "The harbour master said that the boats which had left on Tuesday would not be back before the weekend. "
    "They were seen by a fisherman who was on his way home, and when he waved, nobody answered. "
)
_FOREIGN = (
    "Die Küstenwache sagte, dass neun Boote nach den vermissten Seeleuten suchen, die Dienstag abfuhren. ",
    "De kustwacht zei dat negen boten zoeken naar de vermiste zeelieden die dinsdag de haven verlieten. ",
    "Kystvakten sier at ni båter leter etter de savnede sjøfolkene som forlot havnen tirsdag for å fiske. ",
    "La garde maritime a dit que neuf bateaux cherchent les marins disparus qui ont pris la mer mardi. ",
    "Die kuswag het gesê dat nege bote na die vermiste seelui soek wat Dinsdag die hawe verlaat het. ",
)


def test_running_english_needs_no_identifier() -> None:
    assert is_plainly_english(_ENGLISH * 3)
    assert not is_plainly_english("")
    assert not is_plainly_english("the and that which " * 20 + "x" * 4000)
    assert not is_plainly_english("print(sorted(names))\n" * 40)


@pytest.mark.parametrize("foreign", _FOREIGN)
@pytest.mark.parametrize("share", [0, 1, 2, 3, 4, 5, 6, 7, 8])
def test_what_is_plainly_english_is_english_to_the_identifier(foreign: str, share: int) -> None:
    for text in (_ENGLISH * share + foreign * (8 - share), (_ENGLISH + foreign) * share + _ENGLISH):
        if is_plainly_english(text):
            assert _identifier().rank(text)[0][0] == "en"
    assert not is_plainly_english(foreign * 8)


_ARABIC = "قال المدير سمير حداد إن أربعة عشر عاملا أصيبوا بجروح في الميناء يوم الثلاثاء. "
_RUSSIAN = "Береговая охрана сообщила, что девять лодок ищут пропавших моряков. "
_CHINESE = "海上警备队表示,九艘船正在搜寻失踪的水手。他们周二晚上离开了港口,至今没有消息。"


@pytest.mark.parametrize(("other", "code"), [(_ARABIC, "ar"), (_RUSSIAN, "ru"), (_CHINESE, "zh")])
def test_the_language_of_the_most_words_is_the_main_one(other: str, code: str) -> None:
    assert find_language(_ENGLISH + other) == "en"
    assert find_language(other + _ENGLISH * 3) == "en"
    assert find_language(_ENGLISH + other * 6) == code


def test_other_letters_do_not_count_against_short_words() -> None:
    words = "Port, boats: Riverton 412, Oldtown 377. The harbour office counted the boats on Tuesday. "
    assert find_language(words + _ARABIC) == "en"


@given(st.text(max_size=300))
def test_each_letter_is_of_one_script_at_most(text: str) -> None:
    words = count_words(text)
    assert sorted(words.values(), reverse=True) == list(words.values())
    for script in words:
        kept = keep_script(text, script)
        assert len(kept) == len(text) and list(count_words(kept)) == [script]


def test_each_language_is_written_in_some_script() -> None:
    scripts = [script for _, _, script in _BLOCKS]
    for language in _LANGUAGES:
        assert any(is_written_in(language, script) for script in scripts), language
    assert is_written_in("sr", "Latin") and is_written_in("sr", "Cyrillic")
    assert not is_written_in("ar", "Latin") and is_written_in("en", "Latin")


@pytest.mark.parametrize(
    "text",
    [
        "Thai police held Somchai Jaidee. Thaksin Shinawatra and Yingluck Shinawatra left Bangkok.",
        "Jokowi met Prabowo Subianto and Megawati Sukarnoputri in Jakarta. Anies Baswedan was absent.",
        "Carles Puigdemont met Oriol Junqueras. Quim Torra and Pere Aragonès left Barcelona.",
    ],
)
def test_foreign_names_make_an_english_report_no_other_language(text: str) -> None:
    assert find_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Polisi menahan Somchai Jaidee. Yingluck Shinawatra meninggalkan Bangkok pada hari Senin.", "id"),
        ("To mænd fra Næstved by blev hentet af Lars Holm og Mette Krogh i en bil nær Ringsted.", "da"),
        ("Die Polizei nahm am Montag in Berlin zwei Männer fest, die in Hamburg eine Bank überfielen.", "de"),
    ],
)
def test_names_make_no_other_report_english(text: str, language: str) -> None:
    assert find_language(text) == language


def test_a_column_of_results_tells_no_language() -> None:
    assert find_language("Boston Celtics 111 Miami Heat 98\nUtah Jazz 120 Phoenix Suns 119") is None
