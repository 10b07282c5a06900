"""What Arabic and Hebrew letters write of the vowels, against Latin spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.compare import compare_names
from provenance.names.sounds.long_vowels import have_other_vowels_in_script
from provenance.names.sounds.romanise import romanise
from provenance.names.sounds.written_vowels import is_read_otherwise, letters_of
from provenance.readers.gazetteers import load_knowledge

READ = """
    ياسين yassine, يوسف youssef, رؤوف raouf, عائشة aisha, إسماعيل ismail, نبيه nabih, سعاد souad, جعفر jaafar,
    مأمون maamoun, عيسى issa, موسى moussa, يحيى yahya, هدى huda, زكريا zakaria, بطرس boutros, شعبان shaaban,
    فؤاد fouad, وليد oualid, علاء alaa, لؤي louay, هيثم haitham, قيس kais, علوي alaoui, عمرو amr, عمر omar,
    هشام hichem, سليمان slimane, طه taha, محمود mahmud, عادل adel, باسم bassem, داود dawood, سيد sayed,
    رضایی rezaei, پرویز parviz, شهریار shahriar, داریوش dariush, موسوی mousavi, خواجه khajeh, علی ali,
    שמעון shimon, שלמה shlomo, יוסף yosef, איתן eitan, חיים chaim, דיין dayan, שפירא shapiro, מיכאל michael,
    צבי zvi, אהוד ehud, כהן cohen, מאיר meir, יהודה yehuda, רונן ronen
"""
OTHER = """
    سمير samira, نبيل nabila, جميلة jamil, كريمة karim, لطيف latifa, هادية hadi, منير manar, بشير bashar,
    زاهر zuhair, ماجد majd, فارس firas, فراس faris, جابر jabbar, جبر jaber, باسم bassam, بسام basem,
    مراد murid, محمد mahmoud, سالم salam, سليم salem, سعد saeed, عمر amr, عمار omar, حميد ahmed, زيد yazid,
    أيمن yamen, زيد ziyad, حسن yassin, هشام hashem, مسعود musaad, صالح salah, ناصر nasr,
    فرید farideh, پروین parvaneh, جواد javid, سعید saad,
    שמעון shimona, דניאל daniela, אריאל ariela, רון rona, גיל gila, דן danny,
    שלמה shalom, אילן alon, נתן yonatan, מאיר amir, רן ron, רונן ron
"""


def words(table: str) -> list[tuple[str, str]]:
    return [(row.split()[0], row.split()[1]) for row in table.replace("\n", " ").split(",") if row.split()]


def contradicts(script: str, latin: str) -> bool:
    return have_other_vowels_in_script(latin, romanise(script)[-1].text.lower(), script)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(("script", "latin"), words(READ))
def test_usual_spellings_are_read_off_the_letters(script: str, latin: str) -> None:
    assert not contradicts(script, latin)


@pytest.mark.parametrize(("script", "latin"), words(OTHER))
def test_written_vowels_tell_names_apart(script: str, latin: str) -> None:
    assert contradicts(script, latin)


@pytest.mark.parametrize(("script", "latin"), words(OTHER))
def test_names_apart_by_a_written_vowel_are_never_the_same(
    script: str, latin: str, knowledge: Knowledge
) -> None:
    hebrew = script[0] >= "\u05d0" and script[0] <= "\u05ea"
    there, here = ("גולדברג", "Goldberg") if hebrew else ("الجبوري", "al-Jubouri")
    pair = f"{script} {there}", f"{latin.title()} {here}"
    assert compare_names(*pair, "person", knowledge).verdict != "same"
    assert compare_names(pair[1], pair[0], "person", knowledge).verdict != "same"


def test_names_of_one_letter_and_breath_are_read(knowledge: Knowledge) -> None:
    assert compare_names("طه الجبوري", "Taha al-Jubouri", "person", knowledge).verdict == "same"


@pytest.mark.parametrize(
    ("script", "latin", "is_one"),
    [
        ("عبد السلام", "Abdul Salam", True),
        ("عبد السلام", "Abdessalam", True),
        ("عبد القادر", "Abdelkader", True),
        ("عبدالله", "Abdullah", True),
        ("عبد الكريم", "Abd al-Karim", True),
        ("عبداللهی", "Abdollahi", True),
        ("عبد الفتاح", "Abdefattah", True),
        ("عبد السلام", "Abdul Salim", False),
        ("عبد الرشيد", "Abdul Rashad", False),
        ("عبد الجبار", "Abdul Jaber", False),
    ],
)
def test_whoever_is_served_is_read_too(script: str, latin: str, is_one: bool, knowledge: Knowledge) -> None:
    verdict = compare_names(f"{script} الجبوري", f"{latin} al-Jubouri", "person", knowledge).verdict
    assert (verdict == "same") is is_one


def test_a_letter_that_is_two_sounds_may_stand_before_a_breath(knowledge: Knowledge) -> None:
    assert compare_names("יצחק ברקאי", "Yitzhak Barkai", "person", knowledge).verdict == "same"
    assert compare_names("יצחק ברקאי", "Itzik Barkai", "person", knowledge).verdict != "same"
    assert compare_names("יצחק ברקאי", "Yaakov Barkai", "person", knowledge).verdict != "same"


@given(st.text(alphabet="abehiklmnouyw", max_size=60), st.text(alphabet="ابهعويىةءأ-לאהו", max_size=60))
def test_any_words_are_compared(latin: str, script: str) -> None:
    for word in romanise(script):
        assert is_read_otherwise(latin, word.text.lower(), script) in (True, False)


@given(st.text(alphabet="ابتجحدسعويىأ", min_size=1, max_size=12))
def test_the_letters_of_a_word_are_found(script: str) -> None:
    bare = romanise(script)[-1].text.lower() if romanise(script) else ""
    found = letters_of(bare, script)
    assert found in script
    assert not found or romanise(found)[-1].text.lower() in (bare, bare.removeprefix("al"))
