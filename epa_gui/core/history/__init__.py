"""What was done: events and their hash chain, deployments, timelines, exports."""
