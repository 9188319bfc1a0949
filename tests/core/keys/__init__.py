"""API keys and the keychain."""
