"""Speaks to the service and its storage links."""
