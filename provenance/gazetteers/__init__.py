"""Word lists as tables, one file a list: no code."""
