"""The faces in `fonts/`: which there are, what they can show, how wide it is."""
