"""The templates of the HTML report."""
