"""When a name that people write is one in a text: case, marks and an article in front do not count."""

from provenance.text.folding import fold_text

_ARTICLE = "the"
_LEAST_BEHIND_CAPITAL = 2
"""Words behind The, from which it is no part of the name: The European Council, but not The Who."""


def rule_key(name: str) -> str:
    """Folded, without an English article in front; the name itself where nothing is left."""
    words = name.split()
    is_article = len(words) > 1 and words[0].lower() == _ARTICLE
    if is_article and (words[0].islower() or len(words) > _LEAST_BEHIND_CAPITAL):
        name = " ".join(words[1:])
    return fold_text(name).strip() or name
