"""What a job and a model are, when to check, and where they are kept. No Qt."""
