"""The main thread's decisions: what is asked for becomes work, what comes back becomes state."""
