"""Typographic roles and page geometry, from `style.yaml`."""
