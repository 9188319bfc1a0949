"""Files on this computer: made safely, kept private, named alike, marked as downloaded."""
