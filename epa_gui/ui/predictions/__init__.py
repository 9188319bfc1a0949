"""Trying the live model: a few rows asked on demand, and around a switch where that is set."""
