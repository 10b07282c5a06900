"""Names in a text: no database, no files but the word lists and a language model, if one is wanted."""

from provenance import names as name_subject
from provenance.model.names import Mention
from provenance.readers.gazetteers import load_knowledge
from provenance.readers.taggers import load_tagger


def find_mentions(text: str, model: str = "auto") -> list[Mention]:
    """Names in an English text, by place; offsets are code points, `source_id` is "text".

    `model`: "none" (rules only), "auto" (rules, and an installed language model if there is one), or the
    model's package name. UnknownModel if that is not installed.
    """
    return name_subject.find_mentions({"text": text}, load_knowledge(), load_tagger(model))
