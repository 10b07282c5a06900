"""Short invented stories in many languages, with one word and one number that a copy has otherwise."""

import json
from pathlib import Path

from attrs import frozen


@frozen
class Story:
    """`around`: sentences that stand before and after the story in its first text, then in the text that
    copies it. `other`: another story of the same sort. `word`, `number`: (as told, as copied)."""

    text: str
    around: tuple[str, str, str, str]
    other: str
    word: tuple[str, str]
    number: tuple[str, str]
    gap: str = " "

    @property
    def told(self) -> tuple[str, int]:
        """(the first text, where the story begins)."""
        before = self.around[0] + self.gap
        return before + self.text + self.gap + self.around[1], len(before)

    @property
    def copy(self) -> str:
        """The story with its word and its number changed."""
        return self.text.replace(*self.word).replace(*self.number)

    def copied(self, story: str) -> tuple[str, int]:
        """(the text that holds `story`, where it begins)."""
        before = self.around[2] + self.gap
        return before + story + self.gap + self.around[3], len(before)


STORIES = {
    language: Story(
        **{name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    )
    for language, told in json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8")).items()
}
"""Language → its story."""
