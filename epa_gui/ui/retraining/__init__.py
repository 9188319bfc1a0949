"""New retraining: checking files and sending them."""
