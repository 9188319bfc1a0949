"""What an account holds: its models, its prediction APIs, and what they answer with. Values and pure decisions."""
