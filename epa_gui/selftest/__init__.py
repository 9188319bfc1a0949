"""The program tries itself, as a person would."""
