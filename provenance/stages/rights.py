"""What a page says of rights: part of its furniture, and often the only place that names whose text it is."""

from provenance.model.sources import FurnitureKind, Source
from provenance.text.masking import mask_furniture

_OF_PICTURES = (FurnitureKind.CREDIT,)


def text_with_rights(source: Source) -> str:
    """The text with page furniture blanked but for notices of rights, and for marks behind the article that
    may be those of a picture or of the text; every offset the same."""
    article = mask_furniture(source).text
    end = len(article.rstrip())
    behind = [part.span for part in source.furniture if part.kind in _OF_PICTURES and part.span.start >= end]
    return mask_furniture(source, (FurnitureKind.NOTICE,), shown=behind).text
