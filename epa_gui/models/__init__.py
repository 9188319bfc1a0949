"""Qt item models, proxies, and the words and formats they show."""
