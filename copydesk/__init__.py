"""A teaching kit on media and security reporting, and the desk that it teaches."""

__version__ = "0.3.0"
