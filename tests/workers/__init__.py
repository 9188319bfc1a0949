"""Workers in their threads, against real servers, files and databases."""
