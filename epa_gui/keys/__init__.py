"""The API keys and the system's keychain. No Qt."""
