"""Pictures are compared whenever these tests run, without a flag to remember."""

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    if hasattr(config.option, "mpl"):  # pytest-mpl is there
        config.option.mpl = True
