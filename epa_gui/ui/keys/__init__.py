"""Models and their keys."""
