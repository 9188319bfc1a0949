"""The command: its flags, its exit codes, and what survives a kill."""
