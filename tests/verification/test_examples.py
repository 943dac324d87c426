"""The examples in the docstrings of the rooms of lesson 6 give what they say."""

import doctest
import importlib
import pkgutil

import pytest

from copydesk import consistency, verification
from copydesk.verification import load_reference, verify

MODULES = [
    f"{room.__name__}.{module.name}"
    for room in (verification, consistency)
    for module in pkgutil.iter_modules(room.__path__)
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_give_what_they_say(name):
    known = {"load_reference": load_reference, "verify": verify}
    outcome = doctest.testmod(importlib.import_module(name), extraglobs=known)
    assert outcome.failed == 0
