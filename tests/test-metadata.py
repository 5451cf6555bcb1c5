#!/usr/bin/python3
"""test-metadata.py SOURCE BUILD: what a desktop is told of the program, judged by its own
validators, as it would be installed. TAP."""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import gi

import tap

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf  # noqa: E402

SOURCE, BUILD = map(os.path.abspath, sys.argv[1:3])
DESKTOP = os.path.join(SOURCE, "app", "desktop")
ID = "org.aubaine.aubaine"
TYPE = "application/vnd.aubaine"
METAINFO = os.path.join(BUILD, "app", "desktop", ID + ".metainfo.xml")
WITH_PICTURES = os.path.join(BUILD, "app", "desktop", "with-pictures.metainfo.xml")
# The first 68 bytes of a SQLite file; who made it stands in the next four.
HEADER = b"SQLite format 3\0" + bytes(52)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def says(*command, **environment):
    """What a validator complains of; they speak on both channels and may end well all the same."""
    answer = subprocess.run(command, capture_output=True, text=True, check=False,
                            env={**os.environ, **environment})
    said = answer.stdout + answer.stderr
    assert answer.returncode == 0, said
    return said


def test_the_menu_entry_is_valid():
    entry = os.path.join(DESKTOP, ID + ".desktop")
    assert says("desktop-file-validate", "--warn-kde", entry) == ""
    text = read(entry)
    for key in ("GenericName", "Comment", "Keywords"):
        assert re.search(rf"^{key}=", text, re.M) and re.search(rf"^{key}\[fr\]=", text, re.M), key
    assert f"MimeType={TYPE};" in text and f"Icon={ID}\n" in text


def test_the_validator_of_the_entry_can_fail():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "wrong.desktop")
        with open(path, "w", encoding="utf-8") as file:
            file.write(read(os.path.join(DESKTOP, ID + ".desktop")).replace("Finance", "Money"))
        wrong = subprocess.run(["desktop-file-validate", path], capture_output=True, check=False)
        assert wrong.returncode != 0


def test_the_metainfo_is_valid():
    for path in (METAINFO, WITH_PICTURES):
        said = says("appstreamcli", "validate", "--no-net", "--pedantic", "--no-color", path)
        assert "Validation was successful.\n" in said and not re.search(r"^[EWIP]: ", said, re.M), said


def test_the_metainfo_speaks_both_languages():
    root = ElementTree.parse(WITH_PICTURES).getroot()
    told = [each for each in root.iter()
            if each.tag in ("summary", "p", "li", "developer_name", "caption")]
    for tag in {each.tag for each in told}:
        twins = [each for each in root.iter(tag) if each.get(LANG) == "fr"]
        plain = [each for each in root.iter(tag) if LANG not in each.attrib]
        assert plain and len(twins) == len(plain), tag


def test_the_pictures_are_those_installed():
    images = list(ElementTree.parse(WITH_PICTURES).getroot().iter("image"))
    assert len(images) == 2
    for image in images:
        path = os.path.join(DESKTOP, os.path.basename(image.text))
        picture = GdkPixbuf.Pixbuf.new_from_file(path)
        assert (picture.get_width(), picture.get_height()) == (
            int(image.get("width")), int(image.get("height"))), path


def content_type(home, data, name=None):
    """What a desktop that was taught our type takes a file for."""
    ask = ("import sys, gi; gi.require_version('Gio', '2.0'); from gi.repository import Gio;"
           "print(Gio.content_type_guess(sys.argv[1] or None, sys.stdin.buffer.read())[0])")
    shared = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
    environment = dict(os.environ, XDG_DATA_HOME=home, XDG_DATA_DIRS=shared)
    return subprocess.run(["/usr/bin/python3", "-c", ask, name or ""], input=data, env=environment,
                          capture_output=True, check=True).stdout.decode().strip()


def test_a_file_is_known_by_what_it_says():
    with tempfile.TemporaryDirectory() as home:
        packages = os.path.join(home, "mime", "packages")
        os.makedirs(packages)
        with open(os.path.join(packages, ID + ".xml"), "w", encoding="utf-8") as file:
            file.write(read(os.path.join(DESKTOP, ID + ".mime.xml")))
        assert says("update-mime-database", os.path.join(home, "mime"), XDG_DATA_HOME=home) == ""
        subprocess.run([os.path.join(BUILD, "tests", "make-workspace"),
                        os.path.join(home, "a.aubaine")], check=True)
        with open(os.path.join(home, "a.aubaine"), "rb") as file:
            data = file.read(4096)
        assert content_type(home, data) == TYPE
        assert content_type(home, data, "renamed.bin") == TYPE
        assert content_type(home, b"", "deals.aubaine") == TYPE
        assert content_type(home, HEADER + bytes(44)) == "application/vnd.sqlite3"
        assert content_type(home, HEADER + b"AUBB" + bytes(40)) == "application/vnd.sqlite3"
        assert content_type(home, HEADER + b"AUBA" + bytes(40)) == TYPE


def test_all_of_it_is_installed():
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["meson", "install", "-C", BUILD, "--no-rebuild", "--destdir", place,
                        "--quiet"], check=True, capture_output=True)
        share = [os.path.relpath(os.path.join(folder, name), place).split("/share/", 1)[-1]
                 for folder, _, names in os.walk(place) for name in names]
    for wanted in (f"applications/{ID}.desktop", f"metainfo/{ID}.metainfo.xml",
                   f"mime/packages/{ID}.xml", f"icons/hicolor/scalable/apps/{ID}.svg",
                   f"icons/hicolor/symbolic/apps/{ID}-symbolic.svg", "doc/aubaine/window-en.png",
                   "doc/aubaine/window-fr.png"):
        assert wanted in share, wanted
    assert sum(name.endswith(("bin/aubaine", "bin/aubaine-cli")) for name in share) == 2, share
    # Where the window looks for it from its own folder.
    assert any(re.search(r"/lib[^/]*/(?:[^/]+/)?aubaine/aubaine-formats\.", name) for name in share), share


def test_the_icons_can_be_drawn():
    for name in (ID, ID + "-symbolic"):
        for size in (16, 32, 48, 128, 256):
            drawn = GdkPixbuf.Pixbuf.new_from_file_at_size(
                os.path.join(DESKTOP, name + ".svg"), size, size)
            alphas = drawn.get_pixels()[3::4]
            full = sum(alpha > 128 for alpha in alphas) / (size * size)
            assert (drawn.get_width(), drawn.get_height()) == (size, size)
            assert 0.3 < full < 0.9, (name, size, full)


TAP = tap.Tap()
TAP.check_all(globals())
TAP.end()
