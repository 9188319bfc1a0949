"""Speaking to the service and to its storage links. No Qt, no threads."""
