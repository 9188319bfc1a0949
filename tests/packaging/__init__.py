"""What the built program and its parts have to be."""
