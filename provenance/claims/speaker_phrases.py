"""How phrases look that can be the subject of a verb of saying."""

import re

SKIPPED = re.compile(
    r"(?:\s(?:has|have|had|was|were|is|also|later|then|recently|repeatedly|often|once|twice|previously|earlier|reportedly"
    r"|again|subsequently|publicly|reported?ly|never|even|still|now|already|today|yesterday|last\s\w{3,9}|on\s\w{6,9}|\w{3,14}ly))\Z",
    re.IGNORECASE,
)
GROUP_AFTER = re.compile(
    r"\s(?:group|party|movement|militia|government|administration|organi[sz]ation|agency|newspaper|company|team|network|statement|report)\Z"
)
TITLED = re.compile(
    r"(?:the\s|a\s|an\s|its\s|his\s|her\s|their\s)?[\w\s\u2019'-]{3,70},\s(?:[A-Z][\w.]{1,9}\s){0,2}",
    re.IGNORECASE,
)
CLAUSE_BREAK = re.compile(
    r"[,;:\u2013\u2014\"\u201c\u201d()]|\s(?:that|and|but|after|before|because|while|when|as|if|whether|although|though|who|which)\s"
)
PREPOSITION = re.compile(
    r"\b(?:of|in|on|at|to|with|from|by|for|against|near|over|between|and|under|after|before|during)\s(?:the\s|a\s|an\s)?(?:[\w\u2019'-]{1,20}\s){0,2}\Z",
    re.IGNORECASE,
)
APPOSED_HEAD = re.compile(
    r"(?P<who>(?:[A-Z][\w.\u2019'-]{1,24}\s){0,3}[A-Z][\w.\u2019'-]{1,24}),\s(?:the|an?|who|whose|head|leader)\s"
)
LEADING = re.compile(
    r"\s*(?P<who>(?:The|A|An|One|Another|the|a|an|one|another)\s[^,;:\u2013\u2014]{3,90}?"
    r"|[A-Z][\w\u2019'-]{1,20}(?:\s[\w\u2019'-]{1,20}){1,5})\s?[,(\u2013\u2014]"
)
DESCRIBED = re.compile(r"\s*(?P<who>(?:The|A|An)\s[a-z][\w\u2019'-]*(?:\s[a-z][\w\u2019'-]*){0,4}),\swho\s")
CLEFT = re.compile(
    r"\b[Ii]t\s(?:was|is|had\sbeen)\s(?:(?P<pronoun>he|she)|(?P<name>[^,;:.]{2,60}?)),?\swho\b"
)
"""It was X who stood up and said: the subject of all that follows."""
NEW_CLAUSE = re.compile(r",\s(?:and|but|while|whereas)\s(?=(?:[A-Z][\w.]{1,9}\s)?[A-Z])")
STILL_HE = re.compile(
    r"[\"\u201c]?(?:(?:But|And|So|Then|Yet|Now|Later|Still|Meanwhile|However),?\s)?(?:He|She|he|she)\b"
)
"""Sentences that go on about the person spoken of."""
AGED = re.compile(r"(?:the|this)\s(?:[\w-]{1,20}\s)?[\w-]{1,12}-year-old(?:\s[\w-]{1,20})?", re.IGNORECASE)
OWN_SUBJECT = re.compile(r"(?:(?:some|several|many|the|a|an|his|her|their|he|she|they|it|we|you|I)\b|[A-Z])")
