"""The schema as numbered SQL scripts; a released script is never edited, a later one changes what it made."""
