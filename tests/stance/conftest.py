"""What the tests of this room share."""

import pytest

from copydesk import lexicons
from copydesk.language import tokens
from copydesk.stance import attribution


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch):
    """Read each text anew: these tests take words and rules away between two readings."""
    monkeypatch.setattr(attribution, "_attributions", attribution._attributions.__wrapped__)
    monkeypatch.setattr(tokens, "_tokens", tokens._tokens.__wrapped__)
    yield
    lexicons.signals.cache_clear()
