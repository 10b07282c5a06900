"""Does a short line look like the name of a publisher?"""

import re

from provenance.model.knowledge import Knowledge

_OUTLET_WORDS = frozenset(
    "advertiser advocate agency argus broadcasting bulletin chronicle citizen courier daily dispatch echo "
    "enquirer examiner express gazette globe guardian herald independent inquirer journal ledger magazine "
    "mail mercury mirror monitor nation news newspaper observer online post press radio record register "
    "reporter republic review sentinel standard star sun tabloid telegraph television times today tribune "
    "tv weekly wire media network publications publishing digest broadcaster newswire".split()
)
"""Words that head the names of newspapers and broadcasters the world over: common knowledge, not copied."""
_BODY_WORDS = frozenset(
    "academy agency association authority bank board bureau center centre charity church club college "
    "commission committee company confederation congress consortium corporation council court department "
    "directorate federation forum foundation fund government group hospital institute institution "
    "laboratory league library ministry mission museum office organisation organization parliament party "
    "project secretariat service services society trust union university inc ltd llc plc gmbh".split()
)
_SECTION_WORDS = frozenset(
    "africa america analysis arts asia breaking business comment culture editorial entertainment europe "
    "features general health home international latest lifestyle local main more national opinion "
    "politics press release related regional science special sport sports story stories technology today "
    "top travel uk us weather world your".split()
)
_ROLE_WORDS = frozenset(
    "analyst author blogger bureau chief columnist contributing contributor correspondent director editor "
    "fellow freelance intern journalist lecturer manager photographer president producer professor "
    "reporter researcher scholar senior staff student writer".split()
)
_SMALL = frozenset("a an and at by de del der des di du et for in la le of on the to van von &".split())
_WORD = re.compile(r"[^\W_][\w.'’-]*|&")


def looks_like_publisher(name: str, knowledge: Knowledge) -> bool:
    """Is `name` shaped like an organisation's or outlet's name, and neither a job nor a section of a site?"""
    words = _WORD.findall(name[:200])
    if not 1 <= len(words) <= 9 or name.rstrip().endswith((".", "?", "!", ":", ";")) or name[:1].isdigit():
        return False
    folded = [word.casefold().removesuffix("'s").removesuffix("’s").rstrip(".") for word in words]
    if any(not word[0].isupper() and small not in _SMALL for word, small in zip(words, folded, strict=True)):
        return False
    if folded[0] in _ROLE_WORDS or folded[-1] in _ROLE_WORDS - {"reporter"} or is_role(name, knowledge):
        return False
    if name.casefold() in knowledge.agencies:
        return True
    heads = [
        word
        for word in folded
        if word in _OUTLET_WORDS or word in _BODY_WORDS or word in knowledge.organization_words
    ]
    others = [word for word in folded if word not in _SMALL and word not in _SECTION_WORDS]
    is_generic = all(
        word in _SECTION_WORDS or word in _SMALL or word in ("news", "online") for word in folded
    )
    return bool(heads) and len(others) + len(words) > 2 and not is_generic


def is_role(words: str, knowledge: Knowledge) -> bool:
    """Do the words name a job rather than a house?"""
    folded = [word.casefold() for word in _WORD.findall(words[:200])]
    return words.casefold() in knowledge.roles or any(
        word in _ROLE_WORDS - {"bureau", "reporter"} for word in folded
    )


def clean_publisher(name: str) -> tuple[int, int]:
    """The part of `name` that is the name: (start, end) in it, without quotes, articles kept."""
    stripped = name.strip(" \t\u00a0.,;:|\"'“”‘’()[]-–—·•*/")
    start = name.index(stripped) if stripped else 0
    return start, start + len(stripped)
