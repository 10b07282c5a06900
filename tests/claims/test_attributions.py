"""Who said what."""

import pytest

from provenance.model.claims import ClaimKind, Voice


def said(claims_of, marked):
    found = claims_of(marked, ClaimKind.ATTRIBUTION)
    return [(c.speaker, c.value) for c in found if c.voice is Voice.QUOTED]


@pytest.mark.parametrize(
    "marked",
    [
        "“The dam held,” {P Ann Lee} said.",
        '"The dam held," said {P Ann Lee}, the mayor.',
        '"The dam held," {P Ann Lee}, the mayor of {L Elva}, told reporters.',
        '"The dam held," said the mayor, {P Ann Lee}.',
        '{P Ann Lee} said: "The dam held,"',
        '{P Ann Lee}, who lives nearby, said "The dam held,"',
        '"The dam held," {O Reuters} quoted {P Ann Lee} as saying.',
        '"The dam held," according to {P Ann Lee}.',
        '"The dam held," {P Ann Lee} said at the time.',
        '{P Ann Lee} left. "The dam held," she told a news agency.',
        '{P Ann Lee} left. "The dam held," she was also quoted as saying after the flood.',
        "{P Ann Lee} defended the plan, stressing that “The dam held,”",
        "{P Ann Lee}, the mayor, described the rumours as false. “The dam held,”",
        "During a meeting with {P Bob Fox}, however, Mayor {P Ann Lee} defended it, saying “The dam held,”",
    ],
)
def test_the_speaker_of_a_quotation_is_found(claims_of, marked):
    speaker, words = said(claims_of, marked)[-1]
    assert speaker == "Ann Lee"
    assert words.strip(",") == "The dam held"


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ('"It held," said a spokeswoman for the city.', "a spokeswoman for the city"),
        ('{P Ann Lee} left. "It held," said she.', "Ann Lee"),
        ('{P Ann Lee} spoke to {P Bob Fox}, who said "it held up well".', "Bob Fox"),
        ('{P Ann Lee} waved and called the crowd "great people all".', "Ann Lee"),
        (
            'The plan, which some {L Peru} lawmakers and teachers derided as "a bad joke", passed.',
            "some Peru lawmakers and teachers",
        ),
        ('A clerk who saw {P Ann Lee} told police the door "was never locked".', "A clerk"),
        ('The {O Acme} group said its ships "never sailed".', "Acme"),
        (
            'The spokesman for {O Acme}, who asked not to be named, said "no ships sailed".',
            "The spokesman for Acme",
        ),
        ('They said "no ships sailed".', "They"),
        ('"No ships sailed," according to a report published on Monday.', "a report"),
        ('{P Ann Lee} smiled. "No ships sailed," the Australian told the BBC.', "Ann Lee"),
    ],
)
def test_speakers_of_many_shapes(claims_of, marked, speaker):
    found = said(claims_of, marked)[-1][0]
    assert found == speaker


def test_the_span_includes_the_quotation_marks(claims_of):
    (claim,) = claims_of("“The dam held,” {P Ann Lee} said.", ClaimKind.ATTRIBUTION)
    assert claim.quote == "“The dam held,”"
    assert claim.value == "The dam held,"


def test_a_quotation_that_goes_on_keeps_its_speaker(claims_of):
    marked = "“We saw it,” {P Ann Lee} said. “It was over in a minute. Nobody moved.”"
    assert said(claims_of, marked) == [
        ("Ann Lee", "We saw it,"),
        ("Ann Lee", "It was over in a minute. Nobody moved."),
    ]


def test_the_rest_of_the_sentence_tells_who_speaks(claims_of):
    marked = "By May, “no strangers” should remain, {P Ann Lee} told reporters."
    assert said(claims_of, marked) == [("Ann Lee", "no strangers")]


def test_an_organisation_can_speak(claims_of):
    marked = 'Prices were "aimed at easing tensions," according to the {O Daily Herald}.'
    assert said(claims_of, marked) == [("Daily Herald", "aimed at easing tensions,")]


def test_a_phrase_without_a_name_can_speak(claims_of):
    marked = '"Nothing was found," a spokeswoman for the {O Harbour Trust} said.'
    assert said(claims_of, marked) == [("a spokeswoman for the Harbour Trust", "Nothing was found,")]


def test_the_former_minister_is_the_last_person(claims_of):
    marked = (
        '{P Raila Odinga} rejected the result. "It was a fraud," the former prime minister told reporters.'
    )
    assert said(claims_of, marked) == [("Raila Odinga", "It was a fraud,")]


def test_names_and_titles_in_quotation_marks_are_no_speech(claims_of):
    marked = '{P Ann Lee} said the {O Harbour Watch} ("HW") had read “The Long Voyage Home” twice.'
    assert said(claims_of, marked) == []


def test_a_quotation_of_nobody_gives_no_claim(claims_of):
    assert said(claims_of, "“A very long road to nowhere.”") == []


def test_the_defendant_is_not_the_judge_who_spoke_before(claims_of):
    marked = (
        'Judge {P Ann Lee} called him "a danger". The defendant, who was held in May, told the court he '
        "would appeal. “I am innocent,” he said."
    )
    assert said(claims_of, marked)[-1] == ("The defendant", "I am innocent,")


def test_the_company_is_the_one_the_sentence_before_is_about(claims_of):
    marked = (
        '{O Northern Lines}, part of {O Baltic Group}, denied it. Later the company called it "nonsense".'
    )
    assert said(claims_of, marked) == [("Northern Lines", "nonsense")]


def test_a_quotation_over_paragraphs_has_one_speaker(claims_of):
    marked = "“I live here,” said {P Joan Mills}.\n\n“Nobody came.\n\n“We will go to court,” she added."
    assert [speaker for speaker, _ in said(claims_of, marked)] == ["Joan Mills"] * 3


def test_single_quotation_marks_are_read_too(claims_of):
    marked = "{P Ruth Pym} said: ‘I’m delighted with the residents’ vote.’"
    assert said(claims_of, marked) == [("Ruth Pym", "I’m delighted with the residents’ vote.")]


def test_words_quoted_after_another_speaker_are_not_given_to_the_last_person(claims_of):
    marked = '{P Rami Ab} left. Peruvian state television, quoting a source, said 10 "rebels" had died.'
    assert said(claims_of, marked) == [("Peruvian state television", "rebels")]


def test_reported_speech_is_marked_reported(claims_of):
    (claim,) = claims_of("{P Ann Lee} said that the dam would hold for years.", ClaimKind.ATTRIBUTION)
    assert claim.voice is Voice.REPORTED
    assert claim.speaker == "Ann Lee"
    assert claim.value == "the dam would hold for years"


def test_he_is_the_one_who_spoke_before(claims_of):
    marked = "{P Bob Fox} met {P Ann Lee}. “It works,” {P Bob Fox} said. He added that it was cheap to run."
    reported = [c for c in claims_of(marked, ClaimKind.ATTRIBUTION) if c.voice is Voice.REPORTED]
    assert [c.speaker for c in reported] == ["Bob Fox"]


@pytest.mark.parametrize("verb", ["said", "says", "told the court", "added", "stated"])
def test_whatever_plain_verb_was_used_it_was_said(claims_of, verb):
    (claim,) = claims_of(f"“The dam held,” {{P Ann Lee}} {verb}.", ClaimKind.ATTRIBUTION)
    assert claim.predicate == "said"


def test_a_verb_that_tells_more_is_kept(claims_of):
    (claim,) = claims_of("{P Ann Lee} warned that the dam would break.", ClaimKind.ATTRIBUTION)
    assert claim.predicate == "warn"


def test_what_is_claimed_inside_a_quotation_is_the_speakers(claims_of):
    (claim,) = claims_of("“Some 40 lambs drowned in the night,” {P Ann Lee} said.", ClaimKind.QUANTITY)
    assert (claim.voice, claim.speaker, claim.speaker_entity) == (Voice.QUOTED, "Ann Lee", "Ann Lee")
