"""What would change a judgement of names: lines for names.toml, ready to paste, or one to take out."""

from collections.abc import Iterable, Mapping, Sequence

from provenance.model.explanations import Remedy
from provenance.text.folding import fold_text

SAME, DIFFERENT, CANONICAL = "same", "different", "name"
_PURPOSES = {
    SAME: "to make them one",
    DIFFERENT: "to keep them apart",
    CANONICAL: "to write it in another way",
}
_AGAINST = {SAME: (DIFFERENT,), DIFFERENT: (SAME, "written as"), CANONICAL: ()}
"""Relations of a rule beside which the table would contradict it."""


def remedy(table: str, names: Sequence[str], kind: str, rules: Iterable[Mapping[str, object]]) -> Remedy:
    """A table of names.toml for the names; of CANONICAL, the first is how to write it.

    `rules`: rows of the view name_rules; where one of them says the contrary already, it is to be taken out.
    """
    wanted = {fold_text(name) for name in names}
    for rule in rules:
        spoken = {fold_text(str(rule["a"])), fold_text(str(rule["b"]))}
        if rule["relation"] in _AGAINST[table] and spoken == wanted:
            return Remedy(f"to have the texts judge again, take out {rule['place']}", "")
    if table == CANONICAL:
        told = [f"canonical = {toml_text(names[0])}", f"aliases = [{_listed(names[1:])}]"]
    else:
        told = [f"names = [{_listed(names)}]"]
    return Remedy(_PURPOSES[table], "\n".join([f"[[{table}]]", *told, f"kind = {toml_text(kind)}"]))


def without_repeats(remedies: Sequence[Remedy]) -> tuple[Remedy, ...]:
    """Each remedy once, in order."""
    return tuple(dict.fromkeys(remedies))


def toml_text(text: str) -> str:
    """A basic string of TOML: what would end it, and all that a terminal would act on, as escapes."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    return character if character.isprintable() else f"\\U{ord(character):08X}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(toml_text, names))
