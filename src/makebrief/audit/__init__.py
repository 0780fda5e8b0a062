"""A series into the sheet that a chief of section signs: every figure, its words, its places."""
