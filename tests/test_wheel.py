"""The package alone, in another folder: built, installed, and used as a learner would."""

import json
import os
import re
import socket
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from copydesk import __version__
from copydesk.classroom.own_corpus import example_tables
from copydesk.corpus import ROOT

pytestmark = pytest.mark.thorough

STORY = "Bridge opens\n\nBy Jane Sample\n\nMy Count recorded 12 deaths in Pakistan in 2023.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(build, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    (path,) = folder.iterdir()
    return path


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """A Python with the package from the wheel and this one's other packages; no network."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=os.name != "nt")
    scripts = "Scripts" if os.name == "nt" else "bin"
    program = next((folder / scripts).glob("python*"))
    install = [sys.executable, "-m", "pip", "--python", str(program), "install", "--quiet"]
    subprocess.run([*install, "--no-deps", "--no-index", str(wheel)], check=True)
    ask = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    site = subprocess.run([program, "-c", ask], capture_output=True, text=True, check=True)
    others = {sysconfig.get_paths()[kind] for kind in ("purelib", "platlib")}
    (folder / site.stdout.strip() / "others.pth").write_text("\n".join(others), encoding="utf-8")
    return program


@pytest.fixture
def run(python, tmp_path):
    """Run the package's Python in an empty folder, as somebody who never saw the kit's folder."""
    share = Path(sys.prefix, "share", "jupyter")
    ours = {"PYTHONPATH", "COPYDESK_CORPUS", "MPLBACKEND"}
    environment = {name: text for name, text in os.environ.items() if name not in ours}
    environment |= {"JUPYTER_PATH": str(share), "JUPYTERLAB_DIR": str(share / "lab")}
    environment |= {"PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
    home = tmp_path / "home"
    home.mkdir()

    def run(*arguments, folder=home, start=subprocess.run):
        command = [str(python), *map(str, arguments)]
        told = {"capture_output": True} if start is subprocess.run else {"stdout": subprocess.PIPE}
        return start(command, cwd=folder, env=environment, encoding="utf-8", **told)

    run.home = home
    return run


def copydesk(run, *arguments, **how):
    done = run("-m", "copydesk", *arguments, **how)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_what_it_needs_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("py.typed", "kit/data/datapackage.json", "kit/lessons/glossary.md"):
        assert f"copydesk/{name}" in names
    for folder in ("notebooks", "exercises"):
        inside = {name.split("/")[-1] for name in names if f"/kit/{folder}/" in name}
        assert inside == {path.name for path in (ROOT / folder).glob("*.ipynb")}
    tops = {name.split("/")[0] for name in names}
    assert tops == {"copydesk", f"copydesk-{__version__}.dist-info"}
    assert not [name for name in names if "__pycache__" in name or "checkpoints" in name]


def test_the_package_is_the_one_of_the_wheel_and_says_its_version(run, python):
    where = run("-c", "import copydesk; print(copydesk.__file__)").stdout
    assert not where.startswith(str(ROOT))
    assert copydesk(run, "--version") == f"copydesk, version {__version__}\n"
    command = next(python.parent.glob("copydesk*"))
    said = subprocess.run([command, "--version"], capture_output=True, text=True)
    assert said.stdout.strip().endswith(__version__)


def test_a_report_of_a_file_and_of_a_story_of_the_kit(run):
    (run.home / "story.txt").write_text(STORY, encoding="utf-8")
    assert copydesk(run, "report", "story.txt").startswith("Bridge opens")
    copydesk(run, "report", "minister_wire", "--html", "report.html", "--json", "report.json")
    said = json.loads((run.home / "report.json").read_text(encoding="utf-8"))
    assert said["copydesk_version"] == __version__
    assert [claim for claim in said["claims"] if claim["verdict"]["evidence"]]
    assert "data:image/svg" in (run.home / "report.html").read_text(encoding="utf-8")


def test_pages_are_written(run):
    copydesk(run, "pages", "02_cleaning")
    names = sorted(path.name for path in (run.home / "pages").iterdir())
    assert names == ["02_cleaning.html", "02_cleaning_more.html", "glossary.html"]


def test_stories_and_figures_stay_in_the_current_folder_and_every_notebook_finds_them(run):
    (run.home / "story.txt").write_text(STORY, encoding="utf-8")
    copydesk(run, "add", "story.txt", "--outlet", "The Daily Placeholder")
    for name, content in example_tables().items():
        (run.home / name).write_text(content, encoding="utf-8")
    copydesk(run, "add-figures", "my_figures.csv", "--definitions", "my_definitions.csv")
    corpus = run.home / "work" / "corpus"
    assert sorted(path.name for path in corpus.iterdir()) == [
        "articles",
        "articles.csv",
        "definitions.csv",
        "figures.csv",
    ]
    notebooks = run.home / "work" / "notebooks"
    notebooks.mkdir()
    ask = "from copydesk.corpus import load_article as load; print(load('story').source)"
    assert run("-c", ask, folder=notebooks).stdout == "story.txt\n"
    assert "supported" in copydesk(run, "report", "story", folder=notebooks)
    elsewhere = run.home / "elsewhere"
    elsewhere.mkdir()
    assert "There is no article" in run("-c", ask, folder=elsewhere).stderr


def test_the_class_is_laid_out_opened_and_never_replaced(run):
    def opened():
        """Open the class, and return the process with the two lines that it prints."""
        with socket.create_server(("localhost", 0)) as free:
            port = free.getsockname()[1]
        arguments = ("-m", "copydesk", "lab", "--no-browser", "--port", port)
        process = run(*arguments, start=subprocess.Popen)
        return process, process.stdout.readline(), process.stdout.readline()

    def closed(process):
        process.terminate()
        assert process.communicate(timeout=60)[0] == "", "two lines are all that a person needs"

    process, did, where = opened()
    try:
        work = run.home / "work"
        assert did.startswith("Copied ")
        assert str(work) in did
        address, token = re.search(r"(http://\S+?/)lab\S*\?token=(\w+)", where).groups()
        asked = urllib.request.Request(
            f"{address}api/contents/notebooks", headers={"Authorization": f"token {token}"}
        )
        with urllib.request.urlopen(asked, timeout=30) as answer:
            listed = {entry["name"] for entry in json.load(answer)["content"]}
        assert listed == {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}
    finally:
        closed(process)
    mine = work / "exercises" / "02_cleaning.ipynb"
    assert "02_cleaning: 0 of" in copydesk(run, "progress", "02_cleaning")
    solved = (ROOT / "solutions" / "02_cleaning.ipynb").read_bytes()
    mine.write_bytes(solved)
    process, did, _ = opened()
    closed(process)
    assert "Copied" not in did
    assert mine.read_bytes() == solved
    # Its checks run in a kernel, in the learner's own notebook.
    assert re.search(r"02_cleaning: (\d+) of \1 right", copydesk(run, "progress", "02_cleaning"))
    copydesk(run, "reset", "02_cleaning")
    assert mine.read_bytes() == solved
    assert (work / "exercises" / "02_cleaning_fresh.ipynb").exists()


@pytest.mark.parametrize("command", ["build", "test"])
def test_what_needs_the_whole_folder_says_so_in_a_sentence(run, command):
    done = run("-m", "copydesk", command)
    assert done.returncode == 2
    assert "the kit's whole folder" in done.stderr
    assert done.stderr.count("\n") == 1
