"""What was done, told to others: the timeline and the exports. No Qt."""
