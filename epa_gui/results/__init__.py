"""What comes back when a job is done. No Qt."""
