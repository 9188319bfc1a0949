"""One window at work: what a person does there becomes what controllers do, and what they know is shown."""
