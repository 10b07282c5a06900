"""The rule behind each kind of conflict, in words: one table for `explain` and docs/conflicts.md."""

from collections.abc import Mapping
from enum import Enum

from attrs import frozen

from provenance.model.claims import ClaimKind
from provenance.model.conflicts import ConflictKind


class Remedy(Enum):
    """What would make a finding go away: a sentence for readers."""

    UPDATE = (
        "a later dated text that says it replaces the earlier value: the two are a timeline then, no conflict"
    )
    APART = "a rule in names.toml that these names are two"
    ONE = "a rule in names.toml that these names are one"
    SCOPE = (
        "words in one of the texts that narrow what it speaks of: another place, another part, another time"
    )
    EVENT = "anything that shows two events: publication dates further apart, other people, other places"
    CORRECTION = "a note in one of the texts that corrects the value, or the corrected text in its place"
    DATES = "the right date of a text in sources.csv beside the files"
    HEDGE = "a hedge in provenance.toml, if words beside a figure mean about, at least or at most"
    CREDIT = "a source of its own that the changed text names for the value"
    CONDITION = "the same condition within two sentences of the flat statement"
    SPEAKER = "words that show that somebody else is quoted, or that it was said on another occasion"
    PAGE = "page data that agree, or the right value in sources.csv beside the files"


@frozen
class ConflictRule:
    """`finds`: one sentence. `because`: why both cannot hold. `silent`: what keeps it silent, in sentences.

    `claims`: kinds of claims that it compares, none where it reads the text or the page itself.
    """

    finds: str
    because: str
    silent: tuple[str, ...]
    claims: tuple[ClaimKind, ...]
    remedies: tuple[Remedy, ...]


_HEDGED = "Hedges and rounding are counted: “about 40” and 43 can both hold, “at least 40” and 60 too."
_ONE_EVENT = "Texts of which nothing shows that they speak of one event are not compared."
_TOLD_AS_SUCH = "A claim that the other text also reports as that speaker’s is no disagreement."
_TIMES = "What was so at one time and otherwise at another, both times being stated, can both hold."
_VALUES = (Remedy.UPDATE, Remedy.SCOPE, Remedy.EVENT, Remedy.CORRECTION)
_STATES = (Remedy.SCOPE, Remedy.EVENT, Remedy.SPEAKER, Remedy.CORRECTION)

RULES: Mapping[ConflictKind, ConflictRule] = {
    ConflictKind.EDITED_COPY: ConflictRule(
        "A passage stands in two texts, and one of them has another number, date, name, role, negation, "
        "condition, degree of certainty or speaker in it.",
        "The words around are the same, so that the two places speak of one thing.",
        (
            "Other spellings of one name and the same value in other figures or units are no change of fact.",
            "What a page says of itself (byline, dateline) is page data.",
            "Two states of one page are compared as states, not as copies.",
        ),
        (),
        (Remedy.CREDIT, Remedy.CORRECTION, Remedy.APART),
    ),
    ConflictKind.QUANTITY: ConflictRule(
        "Two figures answer one question, such as how many were killed or how much was paid, and the ranges "
        "that they mean do not meet.",
        "No number lies in both ranges.",
        (
            _HEDGED,
            "Units are converted only where that is exact; another currency is never converted.",
            "A part is not compared with the whole, nor an addition with a sum.",
            "Figures with as-of times in order that do not fall are a timeline.",
            "“Dozens” and the like contradict nothing.",
            _ONE_EVENT,
        ),
        (ClaimKind.QUANTITY,),
        (Remedy.UPDATE, Remedy.HEDGE, Remedy.SCOPE, Remedy.EVENT, Remedy.CORRECTION),
    ),
    ConflictKind.STALE_FIGURE: ConflictRule(
        "A later text gives a figure that an earlier text had already replaced with a newer one.",
        "A count that had risen cannot stand at its old value afterwards.",
        (
            "A text that tells the old figure as one of the past, with its time, is right.",
            "Without as-of times or publication dates in order nothing is called stale.",
            _HEDGED,
        ),
        (ClaimKind.QUANTITY,),
        (Remedy.DATES, *_VALUES),
    ),
    ConflictKind.ARITHMETIC: ConflictRule(
        "The figures of one text do not add up: a part exceeds its whole, shares pass 100 percent, parts "
        "miss the sum that is given for them, or an age does not fit a year of birth.",
        "Adding and subtracting what the text says gives another number than the text has.",
        (
            "Parts that are not said to be all parts may sum to less.",
            "Rounded shares may miss 100 by what rounding leaves.",
            "People may belong to several parts where the text does not part them.",
        ),
        (ClaimKind.QUANTITY,),
        (Remedy.SCOPE, Remedy.CORRECTION),
    ),
    ConflictKind.HEADLINE: ConflictRule(
        "The heading of a text says another number, date, name or outcome than its body.",
        "Heading and body speak of one story.",
        (
            "A heading rounds and shortens: a rounded figure or a part of a name agrees.",
            "What the body does not mention is no disagreement.",
        ),
        (ClaimKind.QUANTITY, ClaimKind.STATEMENT, ClaimKind.EVENT_DATE),
        (Remedy.CORRECTION, Remedy.SCOPE),
    ),
    ConflictKind.WEEKDAY_DATE: ConflictRule(
        "A weekday stands beside a date that fell on another weekday.",
        "The calendar gives one weekday for a day.",
        (
            "Where no year is printed, every year about the publication is tried.",
            "Days that a text itself calls wrong, dates of other calendars and years before 1753 are left "
            "alone.",
        ),
        (ClaimKind.EVENT_DATE,),
        (Remedy.CORRECTION, Remedy.DATES),
    ),
    ConflictKind.IMPOSSIBLE_DATE: ConflictRule(
        "A date that the calendar does not have, such as 31 November, or a time that no day has.",
        "No such day or time exists.",
        (
            "Only dates of the Gregorian calendar are judged; leap days of the Julian one are named as such.",
            "On badly recognised text the finding is less certain, for it may be a misreading.",
        ),
        (ClaimKind.EVENT_DATE,),
        (Remedy.CORRECTION,),
    ),
    ConflictKind.DATE_ORDER: ConflictRule(
        "Two steps of one thing are dated in an impossible order: a departure after the arrival, a death "
        "before the birth, a change before the publication.",
        "The one cannot come before the other.",
        (
            "A day apart is within time zones and habits of counting.",
            "Two happenings of the same sort may stand in any order.",
        ),
        (ClaimKind.EVENT_DATE,),
        (Remedy.CORRECTION, Remedy.DATES, Remedy.APART),
    ),
    ConflictKind.EVENT_DATE: ConflictRule(
        "One happening is given two days, months or years that share no day.",
        "A happening of one day cannot fall on two.",
        (
            "A month and a day in it agree, and so do a range and a day inside.",
            "Stages of one affair (arrested, charged, sentenced) have days of their own.",
            "The night between two days belongs to both.",
            _ONE_EVENT,
        ),
        (ClaimKind.EVENT_DATE,),
        (Remedy.DATES, Remedy.SCOPE, Remedy.EVENT, Remedy.CORRECTION),
    ),
    ConflictKind.LOCATION: ConflictRule(
        "One happening is placed in two places of which neither lies in the other.",
        "A happening of one place cannot be in two.",
        (
            "A city and its region or country agree.",
            "A road or a journey between both agrees with either.",
            _ONE_EVENT,
        ),
        (ClaimKind.LOCATION, ClaimKind.STATEMENT),
        (Remedy.ONE, Remedy.SCOPE, Remedy.EVENT, Remedy.CORRECTION),
    ),
    ConflictKind.ROLE: ConflictRule(
        "One person is given two offices that exclude each other, or an office that one holds at a time is "
        "given to two at one time.",
        "The office has one holder, or the person one of these offices, at a time.",
        (
            "Titles that mean one post (head, leader, chief) agree.",
            "Former, acting and designated holders are not the holder.",
            _TIMES,
            "Two people whose names are one are no rivals.",
        ),
        (ClaimKind.ROLE,),
        (Remedy.APART, Remedy.ONE, Remedy.UPDATE, Remedy.CORRECTION),
    ),
    ConflictKind.MEMBERSHIP: ConflictRule(
        "One text says that somebody or something belongs to a body, another that it does not, or to a "
        "rival of it.",
        "Belonging and not belonging, or belonging to two that exclude each other, cannot both hold.",
        (
            "Many memberships hold side by side; only those that exclude each other are compared.",
            "Founders, critics and negotiators need not be members.",
            _TIMES,
        ),
        (ClaimKind.MEMBERSHIP,),
        (Remedy.APART, Remedy.UPDATE, *_STATES),
    ),
    ConflictKind.CONTROL: ConflictRule(
        "One thing (a town, a firm, a group) is said to be held, owned or led by two that exclude each "
        "other at one time, or to be held and not to be.",
        "One holder at a time.",
        (
            "A part may be held by another than the whole.",
            "Claims and contests of control are no control.",
            _TIMES,
        ),
        (ClaimKind.CONTROL,),
        (Remedy.ONE, Remedy.UPDATE, *_STATES),
    ),
    ConflictKind.KINSHIP: ConflictRule(
        "Two people are given two ties of kin that exclude each other.",
        "A brother is no son, and a widow of one man not his daughter.",
        (
            "Narrower words of one tie (sibling, brother; spouse, wife) agree.",
            "Ties of different people are never compared.",
        ),
        (ClaimKind.KINSHIP,),
        (Remedy.APART, Remedy.CORRECTION),
    ),
    ConflictKind.STATUS: ConflictRule(
        "One person or thing is told to be in two states that exclude each other at one time: alive and "
        "dead, at large and in custody, open and closed, charged and cleared.",
        "The two states are sides of one theme.",
        (_TIMES, "What is alleged, planned or feared is not yet a state.", _TOLD_AS_SUCH, _ONE_EVENT),
        (ClaimKind.STATUS, ClaimKind.STATEMENT),
        (Remedy.UPDATE, Remedy.APART, *_STATES),
    ),
    ConflictKind.OPPOSED: ConflictRule(
        "One text says that something happened or is so, another that it did not or is not, or says the "
        "opposite of it.",
        "A statement and its denial cannot both hold.",
        (
            _TOLD_AS_SUCH,
            "A denial of somebody that the same text reports beside its own account is silence.",
            "Possible, planned and required things are not compared with facts.",
            _TIMES,
            _ONE_EVENT,
        ),
        (ClaimKind.STATEMENT,),
        (Remedy.UPDATE, *_STATES),
    ),
    ConflictKind.CONDITION: ConflictRule(
        "One text makes depend on a condition what another tells flatly.",
        "“Will, if” promises less than “will”.",
        (
            "A like condition two sentences either way counts as told.",
            "What has happened meanwhile needs no condition any more.",
            _ONE_EVENT,
        ),
        (ClaimKind.STATEMENT,),
        (Remedy.CONDITION, Remedy.UPDATE, Remedy.SPEAKER),
    ),
    ConflictKind.ATTRIBUTION: ConflictRule(
        "The same words are given to two speakers, or two people who are quoted give accounts that exclude "
        "each other.",
        "One utterance has one speaker.",
        (
            "A spokesman and the body he speaks for agree.",
            "Set phrases and proverbs are anybody’s.",
            "People who differ with each other are told as such and never as sources that contradict.",
            _TOLD_AS_SUCH,
        ),
        (ClaimKind.ATTRIBUTION,),
        (Remedy.ONE, Remedy.SPEAKER, Remedy.CORRECTION),
    ),
    ConflictKind.WORDING: ConflictRule(
        "One utterance of one speaker is quoted in two wordings that differ in sense where they overlap.",
        "Inside quotation marks stand the very words, and there was one set of them.",
        (
            "Shorter and longer excerpts agree where they overlap.",
            "Translations and punctuation never conflict in wording.",
            "Words that differ in grammar only are no other sense.",
        ),
        (ClaimKind.ATTRIBUTION,),
        (Remedy.SPEAKER, Remedy.CORRECTION),
    ),
    ConflictKind.PARAPHRASE: ConflictRule(
        "One text retells a speaker’s words as more, or as another thing, than the quotation in another "
        "text says.",
        "The retelling asserts what the quotation does not.",
        (
            "A retelling that says less, or the same in other words, agrees.",
            "The speaker may have said more elsewhere: only one occasion is compared.",
        ),
        (ClaimKind.ATTRIBUTION, ClaimKind.STATEMENT),
        (Remedy.SPEAKER, Remedy.CORRECTION),
    ),
    ConflictKind.ALIAS_SELF: ConflictRule(
        "A name is given as its own other name (“K, also known as K”).",
        "The other name was lost, or one of the two is wrong.",
        ("Two spellings, or a full and a short form, are two names.",),
        (ClaimKind.ALIAS,),
        (Remedy.CORRECTION,),
    ),
    ConflictKind.ALIAS_CONFLICT: ConflictRule(
        "One text counts as two what another says are two names of one, or one abbreviation stands for two "
        "names.",
        "Two names are of one bearer or of two.",
        (
            "An abbreviation may stand for two things in texts of different affairs.",
            "A part of a body named beside the body is no second body.",
        ),
        (ClaimKind.ALIAS,),
        (Remedy.APART, Remedy.ONE, Remedy.CORRECTION),
    ),
    ConflictKind.NAME_VARIANT: ConflictRule(
        "One name is spelled in several ways.",
        "They are one name; nothing is contradicted, but a reader may take them for two.",
        ("A surname alone, a title, an abbreviation beside the full name are no other spelling.",),
        (),
        (Remedy.APART,),
    ),
    ConflictKind.DESCRIPTION: ConflictRule(
        "A body is said to be made up of other members or parts in another place.",
        "The two descriptions share no part.",
        ("Two texts may each name some of many parts: the finding is low.",),
        (),
        (Remedy.APART, Remedy.SCOPE),
    ),
    ConflictKind.METADATA: ConflictRule(
        "What a page says of itself in several places differs: author, publisher, title, dates.",
        "One page has one of each.",
        (
            "Spellings, truncations and a site’s name behind a title agree.",
            "Dates a day apart are routine.",
            "Two editions or states of a page may differ.",
        ),
        (ClaimKind.METADATA,),
        (Remedy.PAGE,),
    ),
    ConflictKind.PAGE_VERSION: ConflictRule(
        "Two states of one page tell a fact differently, with a notice or without one.",
        "What was changed is not what the page said before.",
        (
            "A rising count while the story goes on weighs least.",
            "What a page adds or leaves out is summed up in one low finding.",
        ),
        (),
        (Remedy.CORRECTION, Remedy.DATES),
    ),
}
"""Every kind, in the order in which docs/conflicts.md prints them."""
