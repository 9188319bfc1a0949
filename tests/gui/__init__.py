"""What a person does at the window, and what the window keeps of its promises."""
