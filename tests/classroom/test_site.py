"""A site is built of checked parts only, and each part that is missing is named in one sentence."""

import hashlib
import importlib
import io
import json
import marshal
import re
import shutil
import sys
import zipfile

import pytest
from click.testing import CliRunner
from packaging.requirements import Requirement

from copydesk.classroom.lab import LINKED
from copydesk.classroom.site import SiteError, building, distribution
from copydesk.classroom.site.browser import LateFinder, unpack
from copydesk.classroom.site.browser.compiling import compiled
from copydesk.classroom.site.building import build_site, write_packages
from copydesk.classroom.site.configuration import (
    KERNEL,
    KERNEL_NEEDS,
    SWITCHED_OFF,
    lite_configuration,
)
from copydesk.classroom.site.distribution import LOCK, RUNTIMES, find_distribution
from copydesk.classroom.site.driving import cell_troubles, site_notebooks, visit_site
from copydesk.classroom.site.front import MARK, document_html, front_html, with_run_link
from copydesk.classroom.site.keeping import edition_of, start_sizes, with_boot
from copydesk.classroom.site.packing import pack
from copydesk.classroom.site.serving import serve, watch_outside
from copydesk.classroom.site.wheels import choose, read_wheel, site_lock
from copydesk.cli import main
from copydesk.corpus import ROOT

STEMS = ["01_article", "02_cleaning"]


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def wheel(folder, name, version="1.0", needs=()):
    """Write a wheel with one module and return its path."""
    path = folder / f"{name.replace('-', '_')}-{version}-py3-none-any.whl"
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    lines += [f"Requires-Dist: {need}" for need in needs]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name.replace('-', '_')}/__init__.py", "")
        archive.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(lines) + "\n")
    return path


@pytest.fixture
def pyodide(tmp_path, monkeypatch):
    """Lay out a small Pyodide with one package, and make it the published one."""
    folder = tmp_path / "pyodide"
    folder.mkdir()
    (folder / "pyodide.mjs").write_text("run")
    numbers = wheel(folder, "numbers-lib", "2.5")
    package = {"file_name": numbers.name, "sha256": digest(numbers), "depends": ["gone"]}
    package |= {"name": "numbers-lib", "version": "2.5", "imports": ["numbers_lib"]}
    lock = {"info": {"python": "3.14.0"}, "packages": {"numbers-lib": package}}
    (folder / LOCK).write_text(json.dumps(lock))
    files = {name: digest(folder / name) for name in (LOCK, "pyodide.mjs")}
    monkeypatch.setattr(distribution, "RUNTIMES", {"1.2.3": files})
    return folder


def locked(choice, official, folder, late=()):
    """Return the packages of a lock, when every wheel lies in a folder."""
    for made in choice.wheels.values():
        if made.path.parent != folder:
            shutil.copy(made.path, folder)
    return site_lock(choice, official, folder, late)["packages"]


def needs(*lines):
    return [Requirement(line) for line in lines]


# Pyodide


def test_a_whole_distribution_is_found_also_when_it_lies_in_two_folders(pyodide, tmp_path):
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    name = "numbers_lib-2.5-py3-none-any.whl"
    (pyodide / name).rename(wheels / name)
    found = find_distribution([pyodide, wheels])
    assert found.version == "1.2.3"
    assert found.runtime == (pyodide / "pyodide.mjs",)
    assert found.package_file("numbers-lib") == wheels / name


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda folder: (folder / LOCK).unlink(), "There is no pyodide-lock.json in"),
        (lambda folder: (folder / LOCK).write_text("{}"), "is not the published lock of Pyodide"),
        (lambda folder: (folder / "pyodide.mjs").unlink(), "pyodide.mjs is not in"),
        (
            lambda folder: (folder / "pyodide.mjs").write_text("other"),
            "pyodide.mjs is not the published file of Pyodide 1.2.3",
        ),
        (
            lambda folder: wheel(folder, "numbers-lib", "2.5", ["more"]),
            "numbers_lib-2.5-py3-none-any.whl is not the published file",
        ),
    ],
)
def test_a_file_that_is_missing_or_another_one_is_named(pyodide, spoil, sentence):
    spoil(pyodide)
    with pytest.raises(SiteError, match=sentence):
        find_distribution([pyodide]).package_file("numbers-lib")


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SiteError, match="nowhere is not a folder"):
        find_distribution([tmp_path / "nowhere"])


def test_every_runtime_names_the_same_files_by_a_fingerprint():
    assert len({frozenset(files) for files in RUNTIMES.values()}) == 1
    assert all(len(sha) == 64 for files in RUNTIMES.values() for sha in files.values())


# Packages


def test_the_packages_are_what_is_needed_and_what_that_needs_in_a_browser(pyodide, tmp_path):
    lines = ["numbers-lib>=2", "tqdm", "winner; sys_platform == 'win32'", "more; extra == 'all'"]
    made = {"words": read_wheel(wheel(tmp_path, "words", needs=lines))}
    made["unused"] = read_wheel(wheel(tmp_path, "unused"))
    official = find_distribution([pyodide])
    choice = choose(needs("words"), made, official)
    assert list(choice.wheels) == ["numbers-lib", "words"]
    packages = locked(choice, official, tmp_path)
    assert packages["words"]["depends"] == ["numbers-lib"]
    assert packages["words"]["sha256"] == digest(choice.wheels["words"].path)
    assert packages["words"]["imports"] == ["words"]
    assert packages["numbers-lib"]["depends"] == [], "what is not shipped is not asked for"


def test_an_extra_brings_what_it_needs_whoever_asked_first(pyodide, tmp_path):
    extra = wheel(
        tmp_path, "pages", needs=["cleaner; extra == 'html_clean'", "other; extra == 'b'"]
    )
    made = {name: read_wheel(wheel(tmp_path, name)) for name in ("cleaner", "other")}
    made["pages"] = read_wheel(extra)
    for asked in (["pages[html_clean]"], ["pages", "pages[html_clean]"], ["pages[html_clean]"] * 2):
        choice = choose(needs(*asked), made, find_distribution([pyodide]))
        assert list(choice.wheels) == ["cleaner", "pages"]


def test_an_extra_that_needs_its_own_package_makes_no_ring(pyodide, tmp_path):
    """Pyodide waits for ever for packages that need each other, and says nothing."""
    made = {
        "pages": read_wheel(wheel(tmp_path, "pages", needs=["cleaner; extra == 'clean'"])),
        "cleaner": read_wheel(wheel(tmp_path, "cleaner", needs=["pages"])),
        "story": read_wheel(wheel(tmp_path, "story", needs=["pages[clean]"])),
    }
    official = find_distribution([pyodide])
    choice = choose(needs("story"), made, official)
    assert choice.reach(["story"]) == ["pages", "cleaner", "story"]
    packages = locked(choice, official, tmp_path)
    assert packages["pages"]["depends"] == []
    assert packages["story"]["depends"] == ["cleaner", "pages"]


def test_packages_that_do_need_each_other_are_named(pyodide, tmp_path):
    made = {"one": read_wheel(wheel(tmp_path, "one", needs=["two"]))}
    made["two"] = read_wheel(wheel(tmp_path, "two", needs=["one"]))
    choice = choose(needs("one"), made, find_distribution([pyodide]))
    with pytest.raises(SiteError, match="need each other, and none can be loaded first: "):
        choice.reach(["one"])


def test_a_given_wheel_comes_before_that_of_pyodide(pyodide, tmp_path):
    made = {"numbers-lib": read_wheel(wheel(tmp_path, "numbers-lib", "2.6"))}
    official = find_distribution([pyodide])
    choice = choose(needs("numbers-lib"), made, official)
    assert locked(choice, official, tmp_path)["numbers-lib"]["version"] == "2.6"


def test_what_is_late_is_in_the_lock_and_nothing_brings_it_along(pyodide, tmp_path):
    made = {name: read_wheel(wheel(tmp_path, name)) for name in ("pictures", "colours")}
    made["charts"] = read_wheel(wheel(tmp_path, "charts", needs=["pictures", "colours"]))
    official = find_distribution([pyodide])
    choice = choose(needs("charts"), made, official)
    packages = locked(choice, official, tmp_path, ["pictures"])
    assert packages["charts"]["depends"] == ["colours"]
    assert packages["pictures"]["late"]
    assert not packages["colours"]["late"]


def test_a_package_that_nobody_has_and_one_of_another_version_are_named(pyodide, tmp_path):
    official = find_distribution([pyodide])
    with pytest.raises(SiteError, match="the site needs rare, and neither"):
        choose(needs("rare"), {}, official)
    made = {"words": read_wheel(wheel(tmp_path, "words", needs=["numbers-lib>=3"]))}
    with pytest.raises(SiteError, match=r"words needs numbers-lib>=3, and numbers_lib-2\.5"):
        choose(needs("words"), made, official)


def test_what_is_no_wheel_is_named(tmp_path):
    (tmp_path / "a.whl").write_text("no")
    with pytest.raises(SiteError, match=r"a\.whl is not a wheel"):
        read_wheel(tmp_path / "a.whl")


def test_pyodide_the_packages_and_a_lock_of_them_stand_in_one_folder(
    pyodide, tmp_path, monkeypatch
):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "no_browser"))  # so that nothing is compiled
    root = tmp_path / "kit"
    root.mkdir()
    group = '[dependency-groups]\npyodide = ["numbers-lib>=2"]\n'
    (root / "pyproject.toml").write_text(group)
    kernel = (*KERNEL_NEEDS, "copydesk-browser")
    made = [read_wheel(wheel(tmp_path, name)) for name in (*kernel, "unused")]
    made.append(read_wheel(wheel(tmp_path, "copydesk", needs=["jupyterlab"])))
    folder = tmp_path / "site" / "pyodide"
    said = []
    names = write_packages(root, folder, made, find_distribution([pyodide]), said.append)
    assert "are not compiled" in said[-1]
    assert set(names) == {"copydesk", "numbers-lib", *kernel}
    lock = json.loads((folder / LOCK).read_text())
    assert lock["packages"]["copydesk"]["depends"] == ["numbers-lib"], "not those of a class"
    for package in lock["packages"].values():
        assert digest(folder / package["file_name"]) == package["sha256"]
    assert (folder / "pyodide.mjs").exists()


def test_what_runs_in_a_browser_is_locked_with_fingerprints():
    text = (ROOT / "locks" / "pyodide.txt").read_text(encoding="utf-8")
    assert "\nsentencex==0.6.1 " in text
    assert "://" not in text
    assert "\nnumpy==" not in text, "compiled code comes with Pyodide"


# Less, and compiled


def test_a_package_is_packed_without_what_no_lesson_opens(tmp_path):
    source, target = tmp_path / "babel-1-py3-none-any.whl", tmp_path / "out.whl"
    data = "babel/locale-data"
    names = [f"{data}/{name}.dat" for name in ("en", "en_GB", "root", "uk", "ru", "es")]
    with zipfile.ZipFile(source, "w") as archive:
        for name in (*names, "babel/core.py"):
            archive.writestr(name, "x")
    pack("babel", source, target)
    assert zipfile.ZipFile(target).namelist() == [*names[:3], "babel/core.py"]
    before = target.read_bytes()
    pack("babel", source, target)
    assert target.read_bytes() == before, "the same bytes each time"


def test_compiled_modules_run_and_the_kits_own_keep_their_source():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("kit/__init__.py", "def answer():\n    return 42\n")
        archive.writestr("kit/template.py", "{{ name }} is no Python")
        archive.writestr("kit/words.csv", "a,b")
    alone = zipfile.ZipFile(io.BytesIO(compiled(made.getvalue(), "/lib", False)))
    assert alone.namelist() == ["kit/__init__.pyc", "kit/template.py", "kit/words.csv"]
    names = {}
    exec(marshal.loads(alone.read("kit/__init__.pyc")[16:]), names)
    assert names["answer"]() == 42
    assert names["answer"].__code__.co_filename == "/lib/kit/__init__.py"
    both = zipfile.ZipFile(io.BytesIO(compiled(made.getvalue(), "/lib", True)))
    assert {"kit/__init__.py", "kit/__pycache__/__init__.cpython-314.pyc"} < set(both.namelist())


PACKAGES = {
    "charts": {"imports": ["charts_lib"], "depends": ["colours", "base"], "late": True},
    "colours": {"imports": ["colours"], "depends": ["base"], "late": False},
    "base": {"imports": ["base"], "depends": [], "late": False},
}


def test_a_late_package_is_loaded_with_its_needs_when_it_is_imported(tmp_path, monkeypatch):
    installed = []

    def install(name):
        installed.append(name)
        (tmp_path / f"{name}_lib.py").write_text(f"name = {name!r}")

    monkeypatch.syspath_prepend(str(tmp_path))
    finder = LateFinder(PACKAGES, {"base"}.__contains__, install)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, finder])
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("colours")
    assert installed == [], "what is not late and not there is missing, as elsewhere"
    assert importlib.import_module("charts_lib").name == "charts"
    assert installed == ["colours", "charts"]
    monkeypatch.delitem(sys.modules, "charts_lib")


def test_a_wheel_that_arrives_damaged_is_not_unpacked(tmp_path):
    content = wheel(tmp_path, "words").read_bytes()
    with pytest.raises(ImportError, match="arrived damaged"):
        unpack(content[:-1], hashlib.sha256(content).hexdigest(), tmp_path / "out")
    unpack(content, hashlib.sha256(content).hexdigest(), tmp_path / "out")
    assert (tmp_path / "out" / "words" / "__init__.py").exists()


# Kept in the browser


def test_what_a_notebook_waits_for_is_the_runtime_and_all_that_its_packages_need(tmp_path):
    for name, size in {"pyodide.asm.wasm": 9, "a.whl": 5, "b.whl": 3, "c.whl": 7}.items():
        (tmp_path / name).write_bytes(b"x" * size)
    packages = {
        "a-b": {"file_name": "a.whl", "depends": ["b"]},
        "b": {"file_name": "b.whl", "depends": []},
        "c": {"file_name": "c.whl", "depends": []},
    }
    (tmp_path / LOCK).write_text(json.dumps({"packages": packages}))
    assert start_sizes(tmp_path, ["a_b"]) == {"pyodide.asm.wasm": 9, "a.whl": 5, "b.whl": 3}


def test_a_site_with_another_file_is_another_edition(tmp_path):
    (tmp_path / "a").write_text("1")
    first = edition_of(tmp_path)
    assert edition_of(tmp_path) == first
    (tmp_path / "a").rename(tmp_path / "b")
    assert edition_of(tmp_path) != first


def test_the_page_of_jupyterlite_waits_for_the_worker_or_is_refused():
    page = '../build/lab/bundle.js <script id="jupyter-config-data"> await import('
    booted = with_boot(page)
    assert booted.index("boot.js") < booted.index("jupyter-config-data")
    assert booted.index("await window.copydesk.kept") < booted.index("await import(")
    with pytest.raises(SiteError, match="another release"):
        with_boot(page.replace("await import(", "import("))


# Pages


def test_addresses_are_relative_and_nothing_is_fetched_from_elsewhere():
    settings = lite_configuration(["copydesk"])["jupyter-config-data"]["litePluginSettings"]
    assert settings[KERNEL]["disablePyPIFallback"]
    assert settings[KERNEL]["pyodideUrl"].startswith("./")
    front = front_html(ROOT, STEMS)
    assert "://" not in front
    assert 'href="/' not in front


def test_no_lesson_has_a_diagram_that_the_page_cannot_draw():
    settings = lite_configuration(["copydesk"])["jupyter-config-data"]
    assert settings["disabledExtensions"] == list(SWITCHED_OFF)
    texts = [path.read_text("utf-8") for path in (ROOT / "lessons").rglob("*.md")]
    texts += [path.read_text("utf-8") for path in (ROOT / "lessons").rglob("*.py")]
    assert len(texts) > len(STEMS)
    assert not [text for text in texts if "```mermaid" in text]


def test_the_first_page_leads_to_each_lesson_to_read_to_run_and_to_its_exercises():
    front = front_html(ROOT, STEMS)
    for stem in STEMS:
        for link in (f"{stem}.html", f"notebooks/{stem}.ipynb", f"exercises/{stem}.ipynb"):
            assert link in front
    assert "Lesson 2. " in front


def test_a_lesson_as_a_page_leads_to_the_notebook_that_runs():
    page = with_run_link("<body><main id=a><h1>Lesson</h1></main></body>", "02_cleaning")
    assert page.startswith("<body><main id=a><p")
    assert "run/lab/index.html?path=notebooks/02_cleaning.ipynb" in page


def test_the_handbook_leads_to_pages_of_the_site_and_to_no_file_that_it_lacks():
    page = document_html(ROOT / "docs" / "learner.md")
    assert 'href="handbook.html"' in page
    assert 'href="glossary.html' in page
    links = re.findall(r'href="([^"#:]+\.md)', page)
    assert links
    assert all(link.removeprefix("run/files/") in LINKED for link in links)


# Building and the command


def test_a_folder_with_other_files_is_not_replaced(pyodide, tmp_path, monkeypatch):
    monkeypatch.setattr(building, "_PARTS", ())
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years")
    with pytest.raises(SiteError, match="mine holds other files"):
        build_site(ROOT, tmp_path / "mine", [pyodide])
    with pytest.raises(SiteError, match=r"thesis\.txt is a file"):
        build_site(ROOT, tmp_path / "mine" / "thesis.txt", [pyodide])
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "years"


def test_a_part_that_is_not_installed_is_named_with_what_to_run(monkeypatch, tmp_path):
    monkeypatch.setattr(building, "_PARTS", ("jupyterlite_that_is_not_here",))
    said = CliRunner().invoke(main, ["site", str(tmp_path / "www"), "--pyodide", str(tmp_path)])
    assert said.exit_code == 2
    assert "jupyterlite-that-is-not-here is not installed; run python start.py site" in said.stderr
    assert not (tmp_path / "www").exists()


def test_without_pyodide_the_command_says_what_to_give(tmp_path):
    said = CliRunner().invoke(main, ["site", str(tmp_path / "www")])
    assert said.exit_code == 2
    assert "--pyodide" in said.stderr
    assert (ROOT / "docs" / "nothing_to_install.md").exists()


def test_a_step_that_fails_says_its_last_line(tmp_path):
    code = "import sys; sys.exit('first\\nthe reason')"
    with pytest.raises(SiteError, match="It failed: the reason"):
        building._run([sys.executable, "-c", code], tmp_path, "It failed")


# Checking


def test_a_folder_without_a_site_is_named(tmp_path):
    with pytest.raises(SiteError, match="holds no site; build one"):
        visit_site(tmp_path)


def test_a_site_without_a_browser_says_so(tmp_path, monkeypatch):
    pytest.importorskip("playwright", reason="the group browser is not installed")
    (tmp_path / MARK).write_text("a site")
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "no_browser"))
    with pytest.raises(SiteError, match="No browser was found"):
        visit_site(tmp_path)


def test_lessons_are_visited_before_exercises(tmp_path):
    (tmp_path / MARK).write_text("a site")
    for name in ("exercises/01_article", "notebooks/02_cleaning", "notebooks/01_article"):
        path = tmp_path / "run" / "files" / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    names = ["notebooks/01_article", "notebooks/02_cleaning", "exercises/01_article"]
    assert site_notebooks(tmp_path) == names
    with pytest.raises(SiteError, match="There is no notebook notebooks/03_tone"):
        visit_site(tmp_path, only="notebooks/03_tone")


def test_a_served_file_is_counted(tmp_path):
    from urllib.request import urlopen

    folder = tmp_path / "www"
    folder.mkdir()
    (folder / "index.html").write_text("twelve bytes")
    with serve(folder) as (server, address):
        assert urlopen(f"{address}index.html").read() == b"twelve bytes"
        assert server.sent == 12
    assert address.endswith("/www/"), "below a path, as sites often are"


def test_a_request_to_another_computer_is_kept():
    class Context:
        def on(self, _, asked):
            self.asked = asked

    context = Context()
    outside = watch_outside(context)
    here = ["http://127.0.0.1:8000/www/index.html", "blob:http://127.0.0.1/1", "data:,a"]
    for url in [*here, "https://example.org/a.js"]:
        context.asked(type("request", (), {"url": url}))
    assert outside == ["A request to another computer: https://example.org/a.js"]


def test_what_goes_wrong_in_a_cell_is_said():
    def cell(source="1", count=1, tags=(), **output):
        outputs = [output] if output else []
        return {"cell_type": "code", "source": source, "execution_count": count} | {
            "outputs": outputs,
            "metadata": {"tags": list(tags)},
        }

    error = {"output_type": "error", "ename": "KeyError", "evalue": "'a'"}
    warning = {"output_type": "stream", "name": "stderr", "text": "old"}
    cells = [
        {"cell_type": "markdown", "source": "text"},
        cell(**error),
        cell(tags=["raises-exception"], **error),
        cell(count=None),
        cell(source=" ", count=None),
        cell(**warning),
        cell(output_type="stream", name="stdout", text="fine"),
    ]
    assert cell_troubles(cells) == [
        "Cell 2: KeyError: 'a'",
        "Cell 4 did not run.",
        'Cell 6 warns: "old"',
    ]
