"""Makes the double-clickable program: frozen, pruned, with its notices, packed for the system it runs on."""
