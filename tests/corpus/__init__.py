"""Pairs of texts, clean and with one planted slip: how well `make-brief check` reads them."""
