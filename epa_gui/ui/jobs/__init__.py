"""The list of jobs: checking them, saving their results."""
