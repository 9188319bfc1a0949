"""The main window and its session: arranges and connects; settings, about, quitting."""
