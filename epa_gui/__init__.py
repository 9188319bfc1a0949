"""EPA Desktop: looks after the retraining of Easy Predictive Analytics models."""

__version__ = "0.1.0"
