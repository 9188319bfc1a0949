"""This process: one program per folder, opened files, log, display, language, network."""
