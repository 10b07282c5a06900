"""What is long enough to be reported, in any script."""

import pytest

import provenance

COPIED = "渡轮靠岸时撞上了北侧的旧浮桥，两名船员清晨被送往镇上诊所"
ONE = f"昨夜海面起雾，能见度不足百米。{COPIED}。市政厅随后关闭了码头。"
OTHER = f"记者今天从港口得知了详情。{COPIED}。居民希望尽快换一座新桥。"
THAI = "เรือข้ามฟากชนสะพานทุ่นเก่าทางด้านเหนือขณะเทียบท่า ลูกเรือสองคนถูกส่งไปคลินิกในเมืองแต่เช้าตรู่"


def quotes(one: str, other: str) -> list[str]:
    return [found.a.quote(one) for found in provenance.find_reuse({"a": one, "b": other})]


def test_a_copied_chinese_sentence_of_27_signs_is_a_passage() -> None:
    assert sum(map(str.isalnum, COPIED)) == 27
    (quote,) = quotes(ONE, OTHER)
    assert COPIED in quote


@pytest.mark.parametrize("phrase", ["事故原因正在调查", "当地警方表示尚不清楚"])
def test_a_common_phrase_of_some_signs_is_none(phrase: str) -> None:
    assert quotes(ONE.replace(COPIED, phrase), OTHER.replace(COPIED, phrase)) == []


def test_a_japanese_and_a_korean_sentence_are_passages_too() -> None:
    japanese = "渡し船は着岸のときに北側の古い桟橋にぶつかり船員二人が病院に運ばれた"
    assert quotes(f"昨夜は霧が出た。{japanese}。", f"港で話を聞いた。{japanese}。") != []
    korean = (
        "여객선이 부두에 닿을 때 북쪽의 낡은 다리를 들이받아 선원 두 명이 아침 일찍 읍내 병원으로 옮겨졌다"
    )
    assert quotes(f"어젯밤 안개가 끼었다. {korean}.", f"항구에서 들은 이야기다. {korean}.") != []


def test_a_copied_thai_sentence_is_a_passage_and_a_phrase_of_it_is_none() -> None:
    one, other = f"เมื่อคืนมีหมอกหนามาก {THAI} ท่าเรือปิดแล้ว", f"นักข่าวได้ยินเรื่องนี้ {THAI} ผู้คนต้องการสะพานใหม่"
    (quote,) = quotes(one, other)
    assert THAI in quote
    phrase = THAI[:40]
    assert quotes(one.replace(THAI, phrase), other.replace(THAI, phrase)) == []


def test_spaced_scripts_are_measured_in_code_points() -> None:
    short = "Паром сел на мель у входа в бухту и стоит."
    assert quotes(f"Ночью был туман. {short}", f"Рассказ с пристани. {short}") == []
