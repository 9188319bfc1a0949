"""Where the list is kept: SQLite, its migrations and its backups."""
