"""The way of a job from its file to being live: where it stands on it, what it needs a person for, what comes next."""
