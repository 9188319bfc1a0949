"""What a job and a model are, when to check, problems, estimates, settings."""
