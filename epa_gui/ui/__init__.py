"""Everything Qt shows and does, a room per thing people do."""
