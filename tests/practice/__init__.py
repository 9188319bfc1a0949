"""The practice service keeps its promises."""
