"""The programs that judge our output and are not ours: where they are, and what they say."""
