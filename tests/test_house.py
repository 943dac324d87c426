"""The house is what its documents say: dependencies, locks, licences, and no word too many."""

import json
import re
import subprocess
import sys
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement

from copydesk import __version__
from copydesk.corpus import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TRACKED = subprocess.run(
    ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout.split("\n")


def requirement_set(lines):
    found = {}
    for line in lines:
        requirement = Requirement(line)
        found[requirement.name.lower().replace("_", "-")] = str(requirement.specifier)
    return found


def test_environment_yml_names_the_dependencies_of_pyproject():
    listed = re.findall(r"^ +- +([A-Za-z][\w.-]*>=\S+)$", read("environment.yml"), re.MULTILINE)
    conda = requirement_set(listed)
    assert conda.pop("python") == PROJECT["project"]["requires-python"]
    assert conda == requirement_set(PROJECT["project"]["dependencies"])


@pytest.mark.parametrize("lock", ["class.txt", "dev.txt"])
def test_a_lock_pins_every_dependency_with_fingerprints_and_no_address(lock):
    text = read(f"locks/{lock}")
    pinned = set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))
    wanted = requirement_set(PROJECT["project"]["dependencies"])
    if lock == "dev.txt":
        groups = PROJECT["dependency-groups"]["dev"]
        wanted |= requirement_set([line for line in groups if isinstance(line, str)])
    assert {name.lower() for name in wanted} <= {name.lower() for name in pinned}
    assert "hatchling" in pinned
    assert text.count("--hash=sha256:") >= len(pinned)
    assert "://" not in text


def test_both_locks_pin_the_same_versions():
    def pins(lock):
        return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", read(f"locks/{lock}"), re.MULTILINE))

    dev = pins("dev.txt")
    assert {name: dev.get(name) for name in pins("class.txt")} == pins("class.txt")


def test_every_dependency_says_why_it_is_there():
    block = read("pyproject.toml").split("dependencies = [")[1].split("\n]")[0]
    for line in block.splitlines():
        if line.strip().startswith('"'):
            assert re.search(r'",\s+# \w.{15}', line), line


READ_A_PAGE = """
import sys
before = set(sys.modules)
import trafilatura, inscriptis
print(*{name.split(".")[0] for name in sys.modules.keys() - before})
"""


def all_asked_for(names, found=frozenset()):
    """Return packages, and what they ask for without an extra, and what those ask for."""
    for name in names - found:
        asked = [Requirement(line) for line in metadata.requires(name) or ()]
        plain = {one.name for one in asked if not one.marker or one.marker.evaluate({"extra": ""})}
        found = all_asked_for({each.lower().replace("_", "-") for each in plain}, found | {name})
    return found


def test_what_reads_a_page_is_asked_for_by_its_name():
    # The pip of 2023 passes over the extra "html_clean", which its package writes "html-clean".
    done = subprocess.run([sys.executable, "-c", READ_A_PAGE], capture_output=True, text=True)
    owners = metadata.packages_distributions()
    loaded = {each for name in done.stdout.split() for each in owners.get(name, ())}
    known = all_asked_for(requirement_set(PROJECT["project"]["dependencies"]).keys())
    assert "lxml" in loaded
    assert {name.lower().replace("_", "-") for name in loaded} <= known


def test_the_version_is_one():
    assert f"version: {__version__}" in read("CITATION.cff")
    assert f"## {__version__} " in read("CHANGELOG.md")
    assert f"copydesk-{__version__}-py3" in read("README.md")


def test_one_module_says_where_the_folders_are():
    package = [name for name in TRACKED if name.startswith("copydesk/") and name.endswith(".py")]
    places = [name for name in package if re.search(r"__file__|\.parents\[", read(name))]
    assert places == ["copydesk/corpus/places.py"]


def test_no_file_names_a_package_host_or_a_path_of_one_machine():
    # Put together here, so that this file does not find itself.
    hosts = ["pypi" + ".org", "python" + "hosted", "anaconda" + ".org/"]
    folders = re.compile("(?<![\\w.~-])/" + "(root|home|tmp|Users)/")
    for name in filter(None, TRACKED):
        path = ROOT / name
        if not path.is_file() or path.suffix in {".png"} or name.startswith("data/articles/"):
            continue
        text = path.read_text(encoding="utf-8")
        assert not [host for host in hosts if host in text], name
        assert not folders.search(text), name


def test_notebooks_hold_no_error_and_no_warning():
    notebooks = [name for name in TRACKED if name.endswith(".ipynb")]
    assert notebooks
    for name in notebooks:
        for cell in json.loads(read(name))["cells"]:
            for output in cell.get("outputs", []):
                assert output["output_type"] != "error", name
                assert output.get("name") != "stderr", name


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def test_no_two_files_of_tests_have_one_name():
    """Test folders are no packages, so pytest takes a second file of a name for the first."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
