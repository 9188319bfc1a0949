"""What comes back: files on their way, metrics."""
