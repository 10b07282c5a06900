"""Files to text, word lists to knowledge, language models to taggers."""
