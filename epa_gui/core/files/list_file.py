"""What the list's file is called, for those who look at it without loading what opens it."""

FILE_NAME = "epa-desktop.sqlite3"
