"""Pictures of results: what is shown, as plain figures first (`figures`), then drawn by matplotlib (`drawing`)."""
