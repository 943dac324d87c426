"""What every test shares: charts are drawn without a screen, and nobody's own stories are seen."""

import os

from hypothesis import settings

os.environ["MPLBACKEND"] = "Agg"
os.environ["COPYDESK_CORPUS"] = os.devnull
# No test asserts a time: a first call that loads a library, on a busy machine, is no failure.
settings.register_profile("quick", deadline=None, max_examples=8)
settings.register_profile("thorough", deadline=None, max_examples=150)


def pytest_addoption(parser):
    parser.addoption("--thorough", action="store_true", help="run what takes minutes, too")
    parser.addoption("--lesson", help="of tests of exercises and notebooks, only those of a lesson")


def pytest_configure(config):
    settings.load_profile("thorough" if config.getoption("--thorough") else "quick")


def pytest_collection_modifyitems(config, items):
    left_out = []
    if not config.getoption("--thorough"):
        left_out += [item for item in items if item.get_closest_marker("thorough")]
    if stem := config.getoption("--lesson"):
        left_out += [item for item in items if not concerns(item, stem)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        gone = set(left_out)
        items[:] = [item for item in items if item not in gone]


def concerns(item, stem):
    """Say whether a test is one of a lesson: by its folder, or by what it is given."""
    folder = item.path.parent.name
    if folder not in {"exercises", "classroom"}:
        return True
    given = getattr(item, "callspec", None)
    values = given.params.values() if given else ()
    number = str(int(stem.split("_")[0]))
    return any(
        stem in (value, getattr(value, "stem", None))
        or str(getattr(value, "id", value)).split(".")[0] == number
        for value in values
        if isinstance(value, str) or hasattr(value, "id") or hasattr(value, "stem")
    )
