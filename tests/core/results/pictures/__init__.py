"""Results on their way to the disk."""
