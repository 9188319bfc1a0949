"""The item models and the words, without a window."""
