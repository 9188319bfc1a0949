"""Pictures of every window, dialog, menu and state of the program, made without hands."""
