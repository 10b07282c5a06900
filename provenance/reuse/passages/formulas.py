"""The stock of phrases that reporters use for any event: shared by chance, they are no sign of a copy.

Origin: general knowledge of English news prose, written for this project.
"""

import re

_BE = "(?:is|was|are|were|has been|have been|had been|be|been)"
_FORMULAS = (
    r"(?:could |can |did |does |do |have |has |had )?not (?:immediately |yet )?"
    r"(?:be reached|return|returned|respond|responded|reply|replied|available)"
    r"(?: \w+){0,6}? (?:comments?|requests?|questions|calls|messages?)(?: for comment)?",
    r"(?:declined|refused) to (?:give \w+ )?(?:comment|elaborate|say|be named|give)(?: \w+){0,3}",
    r"(?:requests?|asked|available|reached|calls?) for (?:further )?comment",
    r"(?:spoke|speaking|said|told \w+) on (?:the )?condition of anonymity(?: because)?",
    r"not (?:authori[sz]ed|allowed|permitted) to (?:speak|talk|brief)(?: \w+){0,4}",
    r"(?:no|any) (?:\w+ ){0,2}claims? of responsibility(?: for the \w+)?",
    r"(?:no \w+|no one|nobody)(?: \w+){0,2} claimed responsibility(?: for the \w+)?",
    rf"(?:it )?{_BE} not (?:immediately|yet) (?:clear|known|released|identified|disclosed)",
    r"(?:the )?(?:cause|circumstances|motive|extent|identity|identities|names?) of the \w+"
    rf"(?: {_BE})?(?: still| not)?(?: yet| immediately)?"
    r"(?: unknown| unclear| clear| known| released| under investigation)",
    r"(?:an |the )?(?:investigations?|inquiry|inquiries|probe)(?: into the (?:causes?|circumstances))?"
    rf"(?: of the \w+)?(?: {_BE})? (?:under ?way|opened|launched|ordered|started|begun|continuing|ongoing)",
    r"(?:police|officials|authorities|investigators) said (?:that )?(?:they )?(?:were|are) investigating"
    r"(?: the (?:causes?|circumstances) of the \w+)?",
    r"(?:said|announced|according to)(?: \w+){0,3}? (?:in )?an? "
    r"(?:written |joint |brief |short |press |news )?(?:statement|release|conference|briefing)"
    r"(?: (?:released|issued|published|carried|posted))?"
    r"(?: (?:on|late|early) \w+)?",
    r"told (?:\w+ )?(?:reporters|journalists|a news conference|a press conference|state television)",
    r"(?:our |their |his |her )?thoughts and prayers (?:are|go out|were)(?: with| to)?"
    r"(?: the)?(?: victims| families)?",
    r"(?:was|were|been) (?:taken|rushed|transported|airlifted) to (?:\w+ ){0,2}hospitals?(?: \w+){0,3}",
    r"there (?:was|were|have been|had been) no (?:immediate )?"
    r"(?:reports?|word|sign|comment|injuries|casualties)(?: of)?(?: any)?(?: injuries| casualties| damage)?",
    r"(?:those|the people) responsible (?:will|would|must|should) be (?:punished|brought to justice)",
    r"(?:the )?death toll(?: \w+){0,3} (?:rise|rose|risen|climb|climbed)(?: to)?(?: further)?",
)
_FORMULA = re.compile(rf"\b(?:{'|'.join(f'(?:{each})' for each in _FORMULAS)})\b")


def count_formula_words(words: str) -> int:
    """How many of the folded `words`, one space between them, stand in stock phrases."""
    return sum(len(found.group().split()) for found in _FORMULA.finditer(words))
