"""Texts that come from elsewhere, put inside ours."""
