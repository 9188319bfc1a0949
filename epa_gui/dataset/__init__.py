"""What is sent: reading, checking and packing of data files. No Qt."""
