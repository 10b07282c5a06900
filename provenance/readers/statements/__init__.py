"""What a text says of itself in its visible lines: title, author, publisher, dates."""
