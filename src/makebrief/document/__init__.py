"""The Document: the blocks and texts that PDF and Word share, and how a layout arranges them."""
