"""What is to be known before a model is switched."""
