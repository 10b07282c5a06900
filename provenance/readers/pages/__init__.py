"""Web pages: what a reader sees of them, and which part of it is the article."""
