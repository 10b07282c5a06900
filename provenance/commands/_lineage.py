"""Families of texts as trees for a terminal."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from provenance.api import Case
from provenance.commands._formats import terminal_width
from provenance.commands._terminal import one_line, visible
from provenance.model.reuse import LOST, ReuseKind
from provenance.report.words import with_labels
from provenance.text.components import find_components

INDENT = 4
"""Columns by which a text stands further in than that from which it derives."""
DEEPEST = 12
"""Steps beyond which nothing stands further in."""
LEAST_WIDTH = 30
"""Columns that a reason has at least."""
MOST_UNKNOWN = 10
"""Families of which nothing is known that are listed; of the others the number is told."""
LOST_NAME = "(a text that is not in the pile)"

Row = Mapping[str, object]


def draw_lineage(case: Case, rows: Sequence[Row]) -> str:
    """Each family as an indented tree, its reasons wrapped to the terminal; then the texts that share
    passages and of which nothing is known."""
    paths = {str(row["key"]): visible(str(row["path"])) for row in case.rows("sources")}
    families: dict[str, list[Row]] = {}
    for row in rows:
        families.setdefault(str(row["family"]), []).append(row)
    family_of = _copying(case.rows("reused_passages"))
    beside = _without_place(rows, family_of)
    blocks = ["\n".join(_family(families[name], paths, beside.get(name, ()))) for name in families]
    return "\n\n".join([*blocks, *_unknown(family_of, rows, paths)])


def with_paths(case: Case, rows: Sequence[Row]) -> list[dict[str, object]]:
    """The rows with both texts of a reason by their paths: outside of a tree nothing else names them."""
    paths = {str(row["key"]): str(row["path"]) for row in case.rows("sources")}
    found = []
    for row in rows:
        names = sorted((str(row["parent"]), str(row["child"])))
        labels = dict(zip("ab", (_name(name, paths) for name in names), strict=True))
        found.append({**row, "reason": with_labels(str(row["reason"]), labels)})
    return found


def _copying(passages: Sequence[Row]) -> dict[str, str]:
    """Source → its family, of sources that share passages of some copy."""
    copies = {ReuseKind.VERBATIM.value, ReuseKind.EDITED.value, ReuseKind.PARAPHRASE.value}
    edges = sorted(
        {(str(row["a"]), str(row["b"])) for row in passages if row["kind"] in copies and row["a"] != row["b"]}
    )
    return find_components(sorted({name for edge in edges for name in edge}), edges)


def _without_place(rows: Sequence[Row], family_of: Mapping[str, str]) -> dict[str, list[str]]:
    """Family as the rows have it → sources that share passages with it and stand in none of the rows."""
    ends = {name: str(row["family"]) for row in rows for name in (str(row["parent"]), str(row["child"]))}
    home = {family_of[name]: family for name, family in sorted(ends.items()) if name in family_of}
    found: dict[str, list[str]] = {}
    for name, family in family_of.items():
        if name not in ends and family in home:
            found.setdefault(home[family], []).append(name)
    return found


def _family(
    rows: Sequence[Row], paths: Mapping[str, str], without_place: Sequence[str] = ()
) -> Iterator[str]:
    """`without_place`: sources of the family of which nothing tells from which other they derive."""
    below: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda r: paths.get(str(r["child"]), "")):
        below.setdefault(str(row["parent"]), []).append(row)
    children = {str(row["child"]) for row in rows}
    texts = {name for name in children | below.keys() if not name.startswith(LOST)}
    yield f"Family of {len(texts) + len(without_place)} texts"
    tops = sorted(below.keys() - children, key=lambda name: (name.startswith(LOST), _name(name, paths)))
    # Nothing but a circle has no top: the evidence of its steps contradicts itself, and one is as good.
    shown: set[str] = set()
    for top in [*tops, *sorted(below)]:
        if top not in shown:
            yield from _tree(top, below, paths, shown)
    if without_place:
        names = ", ".join(sorted(paths.get(name, name) for name in without_place))
        said = f"It is not known where these stand, which share passages with them: {names}"
        yield from textwrap.wrap(said, max(LEAST_WIDTH, terminal_width()), subsequent_indent="    ")


def _tree(
    top: str, below: Mapping[str, Sequence[Row]], paths: Mapping[str, str], shown: set[str]
) -> Iterator[str]:
    """Lines of a text and of all under it. A text that stands elsewhere too is drawn out once."""
    rim: list[tuple[str, int, Row | None]] = [(top, 0, None)]
    while rim:
        name, depth, row = rim.pop()
        is_again = name in shown
        shown.add(name)
        yield from _lines(name, depth, row, paths, is_again=is_again and name in below)
        if not is_again:
            rim += [(str(r["child"]), depth + 1, r) for r in reversed(below.get(name, ()))]


def _lines(
    name: str, depth: int, row: Row | None, paths: Mapping[str, str], *, is_again: bool
) -> Iterator[str]:
    margin = " " * (INDENT * min(depth, DEEPEST))
    again = "  (drawn above)" if is_again else ""
    if row is None:
        yield f"{margin}{_name(name, paths)}{again}"
        return
    yield f"{margin}{_name(name, paths)}  confidence {float(str(row['confidence'])):.2f}{again}"
    labels = dict(zip("ab", (_name(n, paths) for n in sorted((str(row["parent"]), name))), strict=True))
    reason = one_line(with_labels(str(row["reason"]), labels))
    width = max(LEAST_WIDTH, terminal_width() - len(margin) - 2)
    yield from (f"{margin}  {line}" for line in textwrap.wrap(reason, width))


def _name(name: str, paths: Mapping[str, str]) -> str:
    return LOST_NAME if name.startswith(LOST) else paths.get(name, name)


def _unknown(family_of: Mapping[str, str], links: Sequence[Row], paths: Mapping[str, str]) -> Iterator[str]:
    """Families of texts that copy, and of which no step is known."""
    known = {family_of[n] for row in links for n in (str(row["parent"]), str(row["child"])) if n in family_of}
    open_: dict[str, list[str]] = {}
    for name in family_of:
        if family_of[name] not in known:
            open_.setdefault(family_of[name], []).append(paths.get(name, name))
    if not open_:
        return
    listed = sorted(sorted(names) for names in open_.values())
    lines = ["Of these texts, which share passages, it is not known which derives from which:"]
    lines += [f"    {', '.join(names)}" for names in listed[:MOST_UNKNOWN]]
    if len(listed) > MOST_UNKNOWN:
        lines.append(f"    … and {len(listed) - MOST_UNKNOWN:,} more families")
    width = max(LEAST_WIDTH, terminal_width())
    yield "\n".join(
        "\n".join(textwrap.wrap(line, width, subsequent_indent="        " if line[0] == " " else ""))
        for line in lines
    )
