"""The tests; README.md beside this file tells how they are laid out."""
