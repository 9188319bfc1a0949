"""The system's keychain, and keys as text."""
