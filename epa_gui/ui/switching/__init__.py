"""Putting a retrained model into service."""
