"""What every subject needs of text: pure functions over code points."""
