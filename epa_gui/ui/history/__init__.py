"""The history of what was done, and the timeline."""
