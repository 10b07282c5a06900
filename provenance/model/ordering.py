"""How values with fields that may be missing are put in order."""


def none_first(value: object) -> tuple[bool, object]:
    """A sort key for a field that may be None: None sorts before everything, and never raises."""
    return (value is not None, value)
