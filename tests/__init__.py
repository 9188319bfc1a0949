"""Tests of EPA Desktop: they read like the product's promises."""
