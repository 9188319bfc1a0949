"""The room for looking into results."""
