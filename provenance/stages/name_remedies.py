"""Lines for names.toml that would change a judgement, ready to paste."""

from collections.abc import Sequence

from provenance.model.explanations import Remedy

SAME, DIFFERENT, CANONICAL = "same", "different", "name"
_PURPOSES = {
    SAME: "to make them one",
    DIFFERENT: "to keep them apart",
    CANONICAL: "to write it in another way",
}


def remedy(table: str, names: Sequence[str], kind: str) -> Remedy:
    """A table of names.toml for the names; of CANONICAL, the first is how to write it."""
    if table == CANONICAL:
        told = [f"canonical = {toml_text(names[0])}", f"aliases = [{_listed(names[1:])}]"]
    else:
        told = [f"names = [{_listed(names)}]"]
    return Remedy(_PURPOSES[table], "\n".join([f"[[{table}]]", *told, f"kind = {toml_text(kind)}"]))


def toml_text(text: str) -> str:
    """A basic string of TOML: what would end it, and all that a terminal would act on, as escapes."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    return character if character.isprintable() else f"\\U{ord(character):08X}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(toml_text, names))
