"""What a job is, when it is checked, where it is kept."""
