"""The account: connecting it, taking models from it, and following what becomes of them."""
