"""What is sent: reading, encodings, rules, conversions, the zip."""
