"""Text from outside made safe for a terminal."""

import re
import sys

_UNSAFE = re.compile(
    # Joiners stay where they join letters of a script that is written with them, or signs of an emoji.
    "(?<![\u0590-\u1fff\u2190-\u2bff\ufe0f\U00010000-\U0001ffff])[\u200c\u200d]"
    "|[\u200c\u200d](?![\u0590-\u1fff\u2190-\u2bff\U00010000-\U0001ffff])"
    "|[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Controls (they move the cursor or set colours), direction and invisible characters, lone surrogates."""
_BUT_LINES = re.compile(_UNSAFE.pattern.replace("|[\x00-\x1f", "|[\x00-\x09\x0b-\x1f"))


def visible(text: str) -> str:
    """`text` in one line, every control, direction and invisible character shown as its escape."""
    return _UNSAFE.sub(_escape, text)


def visible_lines(text: str) -> str:
    """As `visible`, line breaks kept."""
    return _BUT_LINES.sub(_escape, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """`text` with white space as single spaces, then made visible: for cells and quotes."""
    return visible(" ".join(text.split()))


def is_terminal() -> bool:
    """Does standard output go to a person's screen?"""
    return sys.stdout.isatty()


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    named = {9: "\\t", 10: "\\n", 13: "\\r"}.get(code)
    if named:
        return named
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
