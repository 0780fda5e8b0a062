"""What is wrong with content that could be loaded: names that mean nothing, shapes that clash."""
