"""Rich Text → runs of paragraphs: one pass over the control words, at any depth, in linear time."""

import codecs
import re

from attrs import define, evolve, field, frozen

from provenance.model.sources import FurnitureKind
from provenance.readers.documents import rtf_words as words
from provenance.readers.documents.assembly import Block, lay_out_table

TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    r"|\\(?P<symbol>[^A-Za-z])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]{1,4096})"
    r"|(?P<skipped>[\r\n]{1,4096}|\\)",
    re.DOTALL,
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BULLET = 0xB7
_SYMBOL = "symbol"
_SIGNED = 0x10000
_STAMP_WORDS = ("yr", "mo", "dy", "hr", "min", "sec")


@define
class _Flow:
    """A run of paragraphs and tables that belong together: the body, a note, a header."""

    kind: FurnitureKind | None = None
    reason: str = ""
    blocks: list[str] = field(factory=list)
    pieces: list[str] = field(factory=list)
    cell: list[str] = field(factory=list)
    row: list[list[str]] = field(factory=list)
    rows: list[list[list[str]]] = field(factory=list)

    def end_paragraph(self, *, is_in_table: bool) -> None:
        text = combine_surrogates("".join(self.pieces))
        self.pieces = []
        if is_in_table:
            self.cell.append(text)
        else:
            self._end_table()
            self.blocks.append(text)

    def end_cell(self) -> None:
        self.end_paragraph(is_in_table=True)
        self.row.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        if self.pieces or self.cell:
            self.end_cell()
        self.rows.append(self.row)
        self.row = []

    def end(self) -> list[str]:
        """All blocks, when nothing more follows."""
        if self.row or self.cell:
            self.end_row()
        self.end_paragraph(is_in_table=False)
        return self.blocks

    def _end_table(self) -> None:
        if self.rows:
            self.blocks += lay_out_table(self.rows)
            self.rows = []


@frozen
class _State:
    """What holds inside a group. `flow`: where its text goes, None: nowhere. `info`: the property that it
    is, "": another property, None: none. `is_fresh`: nothing but {\\* was read of it yet."""

    flow: _Flow | None
    info: str | None = None
    codec: str | None = None
    skip_count: int = 1
    is_hidden: bool = False
    is_deleted: bool = False
    is_in_table: bool = False
    is_font_table: bool = False
    is_marked: bool = False
    is_fresh: bool = False


@define
class Scanner:
    """One pass over a file. `stack`: the states of the open groups; `pending`: bytes not decoded yet;
    `end`: where the outermost group was closed."""

    text: str
    codec: str = "cp1252"
    default_font: int = 0
    font: int = 0
    fonts: dict[int, str] = field(factory=dict)
    info: dict[str, list[str]] = field(factory=dict)
    body: _Flow = field(factory=_Flow)
    flows: list[_Flow] = field(factory=list)
    stack: list[_State] = field(factory=list)
    state: _State = field(init=False)
    pending: bytearray = field(factory=bytearray)
    to_skip: int = 0
    replaced_count: int = 0
    end: int | None = None

    def __attrs_post_init__(self) -> None:
        self.state = _State(self.body)

    def blocks(self) -> list[Block]:
        """Headers, the body, notes, then footers and comments; each text of a header once."""
        order = {"header": 0, "": 1, "footer": 3, "comment": 4}
        flows = sorted([self.body, *self.flows], key=lambda flow: order.get(flow.reason.split(" ")[0], 2))
        found: dict[tuple[str, bool], Block] = {}
        for number, flow in enumerate(flows):
            for position, text in enumerate(flow.end()):
                block = Block(text, flow.kind, _REASONS.get(flow.reason, ""))
                key = (text, True) if flow.kind else (f"{number} {position}", False)
                found.setdefault(key, block)
        return list(found.values())

    def scan(self, position: int) -> None:
        while hit := TOKEN.match(self.text, position):
            position = hit.end()
            if hit["word"]:
                if hit["word"] == "bin":
                    position += find_size(hit["number"])
                else:
                    self._read_word(hit["word"], hit["number"])
            elif hit["hex"]:
                self._read_bytes(bytes((int(hit["hex"], 16),)))
            elif hit["text"]:
                self._read_bytes(hit["text"].encode("latin-1"))
            elif hit["brace"]:
                self._read_brace(hit["brace"])
                if not self.stack:  # what follows the document is not of it
                    self.end = position
                    return
            elif hit["symbol"]:
                self._read_symbol(hit["symbol"])
        self._flush()

    def _read_brace(self, brace: str) -> None:
        self._flush()
        self.to_skip = 0
        if brace == "{":
            self.stack.append(self.state)
            self.state = evolve(self.state, is_fresh=True, is_marked=False)
        elif self.stack:
            self.state = self.stack.pop()

    def _read_symbol(self, symbol: str) -> None:
        self._flush()
        if symbol == "*":
            self.state = evolve(self.state, is_marked=True)
        elif symbol in words.PARAGRAPH_ENDS:
            self._end_paragraph()
        elif symbol in words.SYMBOLS:
            if self.to_skip:
                self.to_skip -= 1
            else:
                self._write(words.SYMBOLS[symbol])

    def _read_bytes(self, raw: bytes) -> None:
        """Characters of the file; those that only repeat a \\u character for old programs are passed over."""
        skipped = min(self.to_skip, len(raw))
        self.to_skip -= skipped
        self.pending += raw[skipped:]
        self.state = evolve(self.state, is_fresh=False) if self.state.is_fresh else self.state

    def _flush(self) -> None:
        if self.pending:
            raw, self.pending = bytes(self.pending), bytearray()
            if self.state.is_font_table or (self.state.flow is None and self.state.info is None):
                return
            codec = self.state.codec or self.codec
            if codec == _SYMBOL:
                self._write("".join("•" if byte == _BULLET else chr(byte) for byte in raw))
                return
            text = raw.decode(codec, "replace")
            self.replaced_count += text.count("\ufffd")
            self._write(text)

    def _write(self, text: str) -> None:
        state = self.state
        if state.is_hidden or state.is_deleted or state.is_font_table:
            return
        if state.info is not None:
            self._note_info(text)
        elif state.flow is not None:
            state.flow.pieces.append(text)

    def _note_info(self, text: str) -> None:
        if self.state.info:
            self.info.setdefault(self.state.info, []).append(text)

    def _end_paragraph(self) -> None:
        if self.state.flow is not None and self.state.info is None:
            self.state.flow.end_paragraph(is_in_table=self.state.is_in_table)

    def _read_word(self, word: str, number: str | None) -> None:
        self._flush()
        if word != "u" and self.to_skip:
            self.to_skip -= 1
            return
        state = self.state
        if state.is_fresh:
            self.state = state = evolve(state, is_fresh=False)
            if self._open_destination(word):
                return
        value = int(number) if number else None
        if state.is_font_table:
            self._read_font(word, value)
        elif word == "u" and value is not None:
            self._write_unicode(value)
        elif word in words.CHARACTERS:
            self._write(words.CHARACTERS[word])
        elif word in words.PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word in ("cell", "row") and state.flow is not None:
            (state.flow.end_cell if word == "cell" else state.flow.end_row)()
        elif word in _STAMP_WORDS and state.info is not None:
            self._note_info(f"{word}={value or 0}")
        else:
            self._change_state(word, value)

    def _open_destination(self, word: str) -> bool:
        """Does the first word of a group say that its text goes elsewhere, or nowhere?"""
        state = self.state
        if state.is_font_table:
            return False
        if word == "fonttbl":
            self.state = evolve(state, is_font_table=True)
        elif state.info and word not in words.INFO:  # a change of letters inside a property
            return False
        elif state.info is not None:
            self.state = evolve(state, info="" if word in self.info else words.INFO.get(word, ""))
        elif state.flow is None or word in words.SEEN_IF_MARKED - _FLOWS.keys():
            return word in words.UNSEEN or word in words.SEEN_IF_MARKED
        elif word in _FLOWS:
            flow = _Flow(*_FLOWS[word])
            self.flows.append(flow)
            self.state = evolve(state, flow=flow, is_in_table=False)
        elif word == "info":
            self.state = evolve(state, flow=None, info="")
        elif word in words.UNSEEN or state.is_marked:
            self.state = evolve(state, flow=None)
        else:
            return False
        return True

    def _read_font(self, word: str, value: int | None) -> None:
        if word == "f" and value is not None:
            self.font = value
        elif word == "fcharset" and value in words.CHARSETS:
            self.fonts[self.font] = words.CHARSETS[value]

    def _write_unicode(self, value: int) -> None:
        self.to_skip = self.state.skip_count
        number = value + _SIGNED if value < 0 else value
        self._write(chr(number) if 0 < number < 0x110000 else "\ufffd")

    def _change_state(self, word: str, value: int | None) -> None:
        state = self.state
        if word in ("f", "plain"):
            font = value if word == "f" and value is not None else self.default_font
            state = evolve(state, codec=self.fonts.get(font))
        if word == "plain":
            state = evolve(state, is_hidden=False, is_deleted=False)
        elif word == "uc":
            state = evolve(state, skip_count=max(0, min(value if value is not None else 1, 16)))
        elif word == "v":
            state = evolve(state, is_hidden=value != 0)
        elif word == "deleted":
            state = evolve(state, is_deleted=value != 0)
        elif word in ("intbl", "pard"):
            state = evolve(state, is_in_table=word == "intbl")
        elif word == "deff":
            self.default_font = value or 0
        elif word in words.DOCUMENT_CHARSETS:
            self.codec = words.DOCUMENT_CHARSETS[word]
        elif word == "ansicpg":
            self.codec = _find_codec(value) or self.codec
        self.state = state


_FLOWS: dict[str, tuple[FurnitureKind | None, str]] = {
    **dict.fromkeys(sorted(words.HEADERS), (FurnitureKind.REPEATED, "header")),
    **dict.fromkeys(sorted(words.FOOTERS), (FurnitureKind.REPEATED, "footer")),
    "headerf": (None, "header"),
    "footnote": (None, "note"),
    "annotation": (FurnitureKind.COMMENTS, "comment"),
}
_REASONS = {
    "header": "header of the pages",
    "footer": "footer of the pages",
    "comment": "a comment in the margin",
}


def find_size(number: str | None) -> int:
    r"""How many bytes follow a \bin."""
    return max(0, int(number or 0))


def combine_surrogates(text: str) -> str:
    r"""Pairs of \u words as the one character that they stand for; a lone one becomes U+FFFD."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _find_codec(page: int | None) -> str | None:
    """Python's name of a Windows code page; None if it has none."""
    name = {65001: "utf-8", 936: "gbk", 1361: "johab", 10000: "mac_roman"}.get(page or 0, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
