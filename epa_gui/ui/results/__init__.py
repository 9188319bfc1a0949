"""Looking at results: the files they are made of, each shown as what it is."""
