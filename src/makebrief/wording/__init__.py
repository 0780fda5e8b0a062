"""The sentences that users read, one module a language, the same keys in each."""
