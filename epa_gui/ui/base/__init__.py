"""What every room uses: forms, problem box, icons, formats, repository, key store, threads."""
