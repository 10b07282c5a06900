"""Words around a figure that tell that it is an old, planned, denied or partial one."""

import re

_FAR = 90
"""Characters on each side of a figure in which such words count."""
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


def _words(text: str) -> str:
    """Alternatives: words parted by white space, an underline for the space inside one."""
    return "|".join(word.replace("_", r"\s") for word in text.split())


_CHANGED_FROM = _words("up down rose rise risen fell fallen increased reduced cut raised grown went")
_EARLIER = _words(
    "originally initially previously earlier formerly until_then at_first hitherto first_put"
    " had_been_budgeted had_been_put had_been_given had_been_estimated had_been_planned"
)
_BACK_THEN = _words(
    "on_the_first_day on_the_first_evening on_the_first_night on_the_first_morning at_first at_the_time"
    " until_then the_year_before the_month_before the_week_before"
)
_PLANNED = _words(
    "will would shall could (?-i:may) might should must plan plans planned planning expect expects expected"
    " forecast forecasts projected target targets aim aims intend intends due budgeted if unless up_to is_to"
    " are_to promised pledged limit maximum minimum capacity"
)
_WANTED = _words(
    "want wants wanted ask asks asked sought seek seeks demand demands demanded requested call_for calls_for"
    " called_for appeal appeals appealed offer offers offered hope hopes hoped proposed need needs needed"
    " invite invited invites"
)
_DENIED = _words(
    "not never no nor denied denies rumor rumors rumour rumours false falsely hoax nobody untrue"
)
_REJECTED = _words(
    "reject rejects rejected deny denies denied dismisses dismissed refutes refuted false rumor rumors rumour"
    " rumours"
)
_PART_BEFORE = _words(
    "another a_further further additional extra an_extra other others the_remaining the_first the_last"
    " the_next each per every among_them of_them of_whom of_which including included namely mostly"
)
_STILL = _words("still remain remains remained remaining")
_REQUIRED = _words("must threshold minimum maximum limit quorum ceiling required requires require needs need")
_UPWARD = _words("up rose rise risen rises grew climbed jumped gained soared increased rallied")
_DOWNWARD = _words(
    "down fell fall fallen falls dropped slipped sank slid tumbled plunged declined shrank lost"
)
_SO_FAR = _words("so_far to_date at_present now today nowadays already up_to_now as_things_stand")
_REVISED = _words(
    "revised corrected correction recounted recount counted_twice reclassified retracted withdrawn"
)
_OTHER = _words("separate separately previous previously similar second_in")

_CUES = (
    ("old", "before", rf"\b(?:{_CHANGED_FROM})\sfrom\s\Z"),
    ("old", "before", r"\b(?:from|against|compared\s(?:with|to)|versus)\s\Z"),
    ("old", "before", r"(?<!more\s)(?<!less\s)(?<!fewer\s)(?<!rather\s)\bthan\s\Z"),
    ("old", "before", rf"\b(?:{_EARLIER})\b[^.;]{{0,60}}\Z"),
    ("old", "after", rf"\A[^.;,]{{0,40}}\b(?:{_BACK_THEN})\b"),
    (
        "old",
        "after",
        r"\A[^.;,]{0,40}\b(?<!from\s)(?<!than\s)(?<!with\s)a\s(?:year|month|week)\s(?:earlier|before)\b",
    ),
    ("required", "before", rf"\b(?:{_REQUIRED})\b[^.;:]{{0,40}}\Z"),
    ("required", "after", r"\A\s(?:threshold|hurdle|limit|minimum|maximum|target|ceiling|cap|quorum)\b"),
    ("planned", "before", rf"\b(?:{_PLANNED})\b[^.;:]{{0,60}}\Z"),
    (
        "planned",
        "after",
        r"\A(?:\s[\w-]{1,16}){0,3}\s(?:will|would|are\sto|is\sto|may|could|should|must|are\sdue|is\sdue)\b",
    ),
    ("wanted", "before", rf"\b(?:{_WANTED})\b[^.;:]{{0,60}}\Z"),
    ("wanted", "after", r"\A(?:\s[\w-]{1,16}){0,3}\s(?:need|needs|want|wants|await|awaits|lack|lacks)\b"),
    (
        "beginning",
        "after",
        r"\A[^.;,]{0,30}\bin\sthe\sfirst\s(?:\w{1,12}\s)?(?:minute|hour|day|night|week|month|year)s?\b",
    ),
    ("denied", "sentence", rf"\b(?:{_REJECTED})\b"),
    ("denied", "before", rf"\b(?:{_DENIED})\b[^.;,]{{0,40}}\Z"),
    ("denied", "after", r"\A[^.;]{0,60}\b(?:is|are|was|were)\s(?:false|untrue|wrong|exaggerated|invented)\b"),
    ("part", "before", rf"\b(?:{_PART_BEFORE})\s(?:[\w,]{{1,12}}\s){{0,2}}\Z"),
    ("part", "after", r"\A(?:\s[\w-]{1,16})?\sof\s(?:them|these|those|whom|which)\b"),
    ("part", "bare", r"\A\sof\s(?:the|its|their|our|all|his|her)\b"),
    ("part", "after", r"\A(?:\s[\w-]{1,16})?\s(?:each|apiece|alone|per\s\w{2,12})\b"),
    (
        "part",
        "after",
        r"\A(?:\s[\w-]{1,16})?\sa\s(?:day|week|month|year|head|piece|share)"
        r"\b(?!\s(?:earlier|ago|before|later|after))",
    ),
    (
        "offset",
        "after",
        r"\A(?:\s(?:days?|weeks?|months?|years?|hours?))?\s(?:after|before|ago|later|earlier|since)\b",
    ),
    ("still", "before", rf"\b(?:{_STILL})\b[^.;]{{0,24}}\Z"),
    ("still", "after", rf"\A[^.;,]{{0,20}}\b(?:{_STILL})\b"),
    ("so far", "after", rf"\A[^.;]{{0,60}}\b(?:{_SO_FAR})\b"),
    ("so far", "before", rf"\b(?:{_SO_FAR})\b[^.;]{{0,60}}\Z"),
    ("alone", "before", r"\balone\b[^.;]{0,60}\Z"),
    (
        "found",
        "before",
        r"\b(?:found|recovered|retrieved|pulled|discovered)\s(?:[\w-]{1,12}\s){0,2}(?<!the\s)\Z",
    ),
    ("net", "after", r"\A[^.;]{0,40}\b(?:net|after\stax|after\scosts|in\snew)\b"),
    ("gross", "after", r"\A[^.;]{0,40}\b(?:gross|before\stax)\b"),
    (
        "change",
        "before",
        r"\b(?:by|rose|fell|grew|gained|jumped|dropped|climbed|slipped|sank|slid|tumbled|plunged|soared|up|down)"
        r"(?:\s(?:about|some|nearly|almost|around|over))?\s\Z",
    ),
    ("lost", "before", r"\blost\s\Z"),
    ("rising", "before", rf"\b(?:{_UPWARD})\b[^.;,]{{0,24}}\Z"),
    ("rising", "after", r"\A\s(?:higher|up|rise|increase|jump|gain|growth)\b"),
    ("falling", "before", rf"\b(?:{_DOWNWARD})\b[^.;,]{{0,24}}\Z"),
    ("falling", "after", r"\A\s(?:lower|down|fall|drop|decrease|decline|slump|cut|loss)\b"),
    (
        "interim",
        "before",
        r"\b(?:by|at|as\sof)\s(?:noon|midday|midnight|\d{1,2}(?:[.:]\d\d)?\s?(?:a\.?m|p\.?m|o.clock|hours)?\b)[^;]{0,50}\Z",
    ),
    ("change", "after", r"\A\s(?:lower|higher|down|up)\b"),
    ("change", "after", r"\A\s(?:\w{1,10}\s)?(?:rise|fall|drop|increase|decrease|decline|jump|slump)\b"),
    ("revised", "sentence", rf"\b(?:{_REVISED})\b"),
    ("other", "sentence", rf"\b(?:another(?!\s(?:\d|{_SMALL}))|{_OTHER})\b"),
    ("other", "sentence", r"\bearlier\s(?:attack|blast|quake|crash|accident|incident)\b"),
)
_PATTERNS = tuple((name, where, re.compile(text, re.IGNORECASE)) for name, where, text in _CUES)
_RELATIVE = re.compile(r"\s(?:[^\W\d_]+\s)?(?:which|that|who|whom)\b")
_PERIODS = (
    (
        re.compile(r"\b(?:(?:first|second|third|fourth|last)\s)?quarter(?:ly)?\b(?!\sof\b)", re.IGNORECASE),
        "quarter",
    ),
    (re.compile(r"\b(?:first\shalf|half[-\s]year|six\smonths)\b", re.IGNORECASE), "half"),
    (
        re.compile(
            r"\b(?:full|whole|last)[-\s]year|\bannually\b|\bin\s(?:19|20)\d\d\b|\b(?:a|per)\syear\b(?!\s(?:earlier|ago|before|later))",
            re.IGNORECASE,
        ),
        "year",
    ),
    (re.compile(r"\b(?:last|this|a|per|every)\sweek\b|\bweekly\b", re.IGNORECASE), "week"),
    (re.compile(r"\b(?:last|this|a|per|every)\smonth\b|\bmonthly\b", re.IGNORECASE), "month"),
    (
        re.compile(
            r"\b(?:daily|a\sday|per\sday|every\sday)\b(?!\s(?:after|before|earlier|later|ago|or))",
            re.IGNORECASE,
        ),
        "day",
    ),
)


def find_flags(
    text: str, sentence: tuple[int, int], place: tuple[int, int], *, is_bare: bool
) -> frozenset[str]:
    """What the words around the figure at `place` say of it.

    Old, required, planned, wanted, denied, part, still, so far, offset (two months after), beginning (the
    first week), rising, falling, interim (by 5 p.m.), lost, alone,
    net, gross, change, revised, found, other. `is_bare`: no noun follows it.
    """
    start, end = sentence
    first, last = place
    after = text[last : min(end, last + _FAR)]
    parts = {
        "before": text[max(start, first - _FAR) : first],
        "after": after,
        "bare": after if is_bare else "",
        "sentence": text[start:end],
    }
    found = {name for name, where, pattern in _PATTERNS if pattern.search(parts[where])}
    if _RELATIVE.match(after):
        found -= {"planned", "wanted"}  # what will become of the 540 million which they took
    return frozenset(found)


def find_period(clause: str) -> str:
    """For how long a figure is: half, year, quarter, week, month, day; "" if the clause says nothing."""
    return next((name for pattern, name in _PERIODS if pattern.search(clause)), "")
