"""What a headline or a sentence says of the outcome of a matter, by theme and side."""

import re

_FORMS: dict[str, tuple[str, str]] = {
    "verdict": (
        r"clear(?:s|ed)|acquit\w*|not\sguilty|exonerat\w+|found\sinnocent|case\sdismissed|charges\sdropped",
        r"(?<!not\s)guilty|convict(?:s|ed|ion)|sentenced|jailed|sent\sto\sprison",
    ),
    "office": (
        r"resigns?|resigned|resignation\saccepted|quits?|steps?\sdown|stepped\sdown|stands?\sdown|stood\sdown"
        r"|leaves\soffice|left\soffice|ousted|sacked|dismissed|removed\sfrom\soffice",
        r"(?:stay|stays|stayed|staying|remain|remains|remained|remaining|continue|continues)\s(?:\w+\s){0,2}?(?:in\soffice"
        r"|as\s\w+|in\s(?:the|his|her)\s(?:post|job)|on)\b|(?:refus|declin)\w+\sto\s(?:resign|quit|step\sdown|go|leave)"
        r"|(?:will|would|does|did)\snot\s(?:resign|quit|step\sdown|leave)|no\s(?:reason|plans?|intention)\s(?:to|of)\s(?:go"
        r"|resign\w*|quit\w*|step\w*\sdown|leav\w+)|survived|kept\s(?:his|her)\s(?:post|job)",
    ),
    "vote": (
        r"pass(?:es|ed)|approv(?:es|ed)|adopt(?:s|ed)|endors(?:es|ed)|ratif(?:ies|ied)|votes?\sfor|voted\sfor|backs?|backed"
        r"|gives?\sgreen\slight|gave\sgreen\slight",
        r"reject(?:s|ed)|votes?\sdown|voted\sdown|voted\sagainst|puts?\soff|postpon\w+|delay(?:s|ed)|must\swait|block(?:s|ed)"
        r"|throws?\sout|threw\sout|fail(?:s|ed)\sto\s(?:pass|adopt|approve|back)|shelv(?:es|ed)|turns?\sdown|turned\sdown"
        r"|withdr(?:ew|awn)|defeated|adjourned",
    ),
    "pace": (
        r"slow(?:s|ed|er|ing)?|eas(?:es|ed|ing)|cool(?:s|ed|ing)|loses\space",
        r"faster|accelerat\w+|quicken\w*|sp(?:ee|e)d(?:s|ed)?\sup|pick(?:s|ed)\sup|gather(?:s|ed)\space",
    ),
    "change": (
        r"ris(?:es?|en|ing)|rose|jump(?:s|ed)|soar(?:s|ed)|climb(?:s|ed)|surg(?:es|ed)|gr(?:ows|ew|own)|increas(?:es|ed)"
        r"|gain(?:s|ed)|higher|up",
        r"falls?|fell|fallen|drop(?:s|ped)|declin(?:es|ed)|decreas(?:es|ed)|plung(?:es|ed)|slump(?:s|ed)|shr(?:inks|ank|unk)"
        r"|tumbl(?:es|ed)|sank|lower|down",
    ),
    "effect": (
        r"ineffective|fail(?:s|ed)\s(?:to\s(?:work|protect|help)|in\strial)|(?:does|did)\snot\s(?:work|help|protect)|no\seffect"
        r"|useless|no\sbetter\sthan",
        r"protect(?:s|ed)|effective|work(?:s|ed)\s(?:well|in)|cut\s(?:the\s)?risk|reduced\s(?:the\s)?risk|helped",
    ),
    "lead": (
        r"(?:keep|hold|extend|take|retain|increase|stay)s?\s(?:[\w'-]+\s){0,3}?(?:the\s)?lead|leads|in\s(?:the\s)?lead|ahead"
        r"|stays?\s(?:on\s)?top|in\sfront",
        r"behind|trail(?:s|ed)|los(?:es|t)\s(?:the\s)?lead|dropped\s(?:back|to)|slipped\sto|fell\sback|overtaken",
    ),
    "link": (
        r"no\s(?:\w+\s)?(?:link|connection|tie)s?|not\s(?:linked|connected|related)|unrelated|unconnected",
        r"(?:the\s)?same\s(?:man|woman|person|gang|group|weapon|gun|killer|attacker|hand)|linked\s(?:to|by)|connected\sto|match(?:es|ed)"
        r"|one\sand\sthe\ssame",
    ),
    "deal": (
        r"agree(?:s|d)?\s(?:on|to|a|deal)|deal\s(?:reached|signed|done|struck)|reach(?:es|ed)?\s(?:a\s)?(?:deal|agreement|accord)"
        r"|sign(?:s|ed)?\s(?:\w+\s){0,3}?(?:deal|accord|pact|treaty|agreement)|strikes?\s(?:a\s)?deal|struck\sa\sdeal",
        r"collaps(?:e|es|ed)|talks\sfail\w*|broke\sdown|break\sdown|refus(?:e|es|ed)\sto\ssign|no\s(?:deal|agreement)"
        r"|without\s(?:a\s|an\s)?(?:deal|agreement|result)|walk(?:s|ed)\sout|(?:did|would)\snot\ssign|fell\sthrough",
    ),
    "ban": (
        r"bans?|banned|outlaw(?:s|ed)|prohibit(?:s|ed)|forbid\w*|forbade",
        r"lift(?:s|ed)?\s(?:the\s|its\s|a\s)?ban|allow(?:s|ed)|permit(?:s|ted)|legali[sz]\w+|may\sgo\son|remains?\slegal",
    ),
    "jobs": (
        r"hires?|creat(?:es?|ed|ing)\s(?:\w+\s){0,3}?jobs|to\shire|tak(?:es?|ing)\son\s(?:\w+\s){0,2}?(?:workers|staff)",
        r"cut(?:s|ting)?\s(?:\w+\s){0,3}?jobs|lay(?:s|ing)?\soff|laid\soff|dismiss\w*\s(?:\w+\s){0,3}?(?:workers|staff)|axes?",
    ),
    "result": (r"profits?|in\sthe\sblack|surplus", r"loss|losses|in\sthe\sred|deficit"),
    "opening": (
        r"re-?opens?|reopened|opens|opened\sagain|back\sin\soperation",
        r"(?:remain|stay|remains|stays|remained|stayed)\s(?:closed|shut)|clos(?:es|ed)\s(?:down|for\sgood|its\sdoors)|shut\sdown",
    ),
    "strike": (
        r"(?:strike|protests?|walkout|fighting|war)\s(?:ends?|ended|over|called\soff)|call(?:s|ed)\soff|back\sto\swork"
        r"|end(?:s|ed)?\s(?:the\s|their\s)?(?:strike|walkout|protest)",
        r"(?:strike|walkout|protests?)\s(?:goes\son|went\son|go\son|continu\w+|will\scontinue|would\scontinue|enter(?:s|ed))"
        r"|continue\s(?:the|their)\s(?:strike|walkout|protest)|stay\sout|remain\son\sstrike",
    ),
    "custody": (
        r"arrest(?:s|ed)|detain(?:s|ed)|caught|captured|in\scustody|behind\sbars",
        r"released|freed|set\sfree|let\sgo|at\slarge|on\sthe\srun|escap(?:es|ed)|walk(?:s|ed)\sfree|no\sarrests?|not\sbeen\sarrested",
    ),
    "search": (
        r"found\salive|found\ssafe|rescued|recovered|located",
        r"still\smissing|not\s(?:yet\s)?been\sfound|search\s(?:goes\son|continues)|no\strace",
    ),
    "plea": (
        r"admit(?:s|ted)?|confess(?:es|ed)|pleads?\sguilty|pleaded\sguilty",
        r"den(?:y|ies|ied)|plead(?:s|ed)?\snot\sguilty|rejected\sthe\s(?:charge|accusation)s?|protested\s(?:his|her)\sinnocence",
    ),
    "favour": (
        r"back(?:s|ed)|support(?:s|ed)|welcom(?:es|ed)|hail(?:s|ed)|prais(?:es|ed)|in\sfavour",
        r"oppos(?:es|ed)|condemn(?:s|ed)|criticis\w+|criticiz\w+|attack(?:s|ed)|against",
    ),
    "truce": (
        r"(?:truce|ceasefire|peace)\s(?:holds|held|in\splace)|guns\sfall\ssilent|calm",
        r"(?:truce|ceasefire)\s(?:broken|collaps\w+|breaks|broke|violated|fails|failed)|fighting\s(?:resum\w+|flared|goes\son"
        r"|broke\sout|raged)|shelling",
    ),
    "record": (
        r"record\s(?:high|profit|crowd|harvest|year|sales|turnout)|best\s(?:\w+\s){0,2}?(?:since|ever|for)|highest",
        r"record\slow|worst\s(?:\w+\s){0,2}?(?:since|ever|for)|lowest",
    ),
}
"""Theme → forms of its two sides. Written for this project from general knowledge of English headlines."""

_SIDES = {
    theme: tuple(re.compile(rf"\b(?:{forms})\b", re.IGNORECASE) for forms in sides)
    for theme, sides in _FORMS.items()
}
_NEGATED = re.compile(
    r"\b(?:not|never|no|nor|without|denied|denies|deny|had|if|could|may|might|whether|unless|until|before|to"
    r"|almost|nearly|narrowly|of\sbeing|calls?\sfor|demand\w*|wants?)\s(?:\w+\s){0,2}?\Z|n't\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
_TENSELESS = re.compile(r"\bto\s(?:\w+\s)?\Z", re.IGNORECASE)


def find_sides(text: str, is_headline: bool = False) -> dict[str, dict[int, tuple[int, int]]]:
    """Theme → side (0, 1) → where it is first affirmed in `text`.

    What is negated, conditional or past perfect counts for neither side; in a headline "to" is the future.
    """
    found: dict[str, dict[int, tuple[int, int]]] = {}
    for theme, patterns in _SIDES.items():
        for side, pattern in enumerate(patterns):
            for one in pattern.finditer(text):
                before = text[max(0, one.start() - 30) : one.start()]
                if is_headline:
                    before = _TENSELESS.sub("", before)
                if _NEGATED.search(before) is None:
                    found.setdefault(theme, {}).setdefault(side, one.span())
    return found
