"""Set phrases that say whose words are quoted."""

import pytest

from provenance.model.claims import ClaimKind, Voice


def said(claims_of, marked):
    found = claims_of(marked, ClaimKind.ATTRIBUTION)
    return [(c.speaker, c.value) for c in found if c.voice is Voice.QUOTED]


@pytest.mark.parametrize(
    "marked",
    [
        "The plan was “a very bad bargain”, in the words of the union's chair, Dr {P Ann Lee}.",
        "The plan, said the union's chair, Lady {P Ann Lee}, was “a very bad bargain”.",
        "{P Bob Fox} came. “We made a very bad bargain,” is how the chair, {P Ann Lee}, put it.",
        "{P Bob Fox} spoke first, but the line of the day was that of {P Ann Lee}: “A very bad bargain.”",
        "One line was heard again and again: “It is a very bad bargain.” It came from {P Ann Lee}.",
        "The warning that “it is a very bad bargain” was everywhere. Its author, {P Ann Lee}, said no more.",
        "Quoting {P Ann Lee}'s remark that “it is a very bad bargain”, {P Bob Fox} said he would vote no.",
        "{O Acme} rejected the charge, made at the hearing by {P Ann Lee}, that it was “a very bad bargain”.",
        "The remark “it is a very bad bargain”, attributed by the daily to {P Ann Lee}, was made in May.",
        "“It is a very bad bargain,” {P Ann Lee} told the court, according to a transcript.",
        "“It is a very bad bargain.” {P Ann Lee}, who runs the mill, said that to a crowd of farmers.",
        "{P Bob Fox} sang. {P Ann Lee} came on stage. Her words went through the hall: “A very bad bargain.”",
        "{P Ann Lee} has run the mill for years, and it was she who got up in the hall last night, when"
        " {O Acme} had called for calm, and said: “It is a very bad bargain.”",
        "{P Ann Lee} is tired. He will deal with {P Bob Fox}, he says. “It is a very bad bargain,” he said.",
        "{P Ann Lee} shook her head. “It is a very bad bargain,” the 54-year-old said.",
        "{P Ann Lee} of {O Acme} told the court that it was “a very bad bargain”, clerks reported.",
    ],
)
def test_the_owner_of_the_words_is_found(claims_of, marked):
    speaker, words = said(claims_of, marked)[0]
    assert speaker == "Ann Lee"
    assert "bad bargain" in words


def test_who_judges_anothers_claim_speaks_himself(claims_of):
    marked = "{P Bob Fox} said {P Ann Lee}'s claims about the bridge are “without any foundation”."
    assert said(claims_of, marked) == [("Bob Fox", "without any foundation")]
