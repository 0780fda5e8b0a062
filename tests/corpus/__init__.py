"""Pairs of sentences, clean and with one planted slip: how well numbers are read."""
