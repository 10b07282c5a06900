"""What was changed inside a copy, each change typed and judged."""
