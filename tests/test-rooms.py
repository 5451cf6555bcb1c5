#!/usr/bin/python3
"""test-rooms.py ROOT: no room includes one below it, nor a library that is not its own; README tells
of every room, in the same order. TAP on stdout."""

import os
import re
import sys

import tap

INCLUDE = re.compile(r'^#include [<"]([^>"]+)[>"]', re.M)
# A library: the first room in the order of meson.build that may include it.
LIBRARIES = {"gtk/": "ui/widget", "gdk/": "ui/widget", "adwaita.h": "ui/widget",
             "cairo": "ui/chart", "pango/": "ui/chart", "qpdf/": "ui/pdf", "xlsxwriter": "ui/sheet",
             "gio/": "model/store", "json-glib/": "model/store", "sqlite3.h": "model/store",
             "glib": "model/ledger"}
# These stand below that room, and yet must not know it.
NEVER = {"ui/words": ("cairo", "pango/", "gtk/", "sqlite3.h"), "ui/table": ("cairo", "pango/"),
         "ui/session": ("gtk/", "adwaita.h"), "ui/paper": ("gtk/", "adwaita.h"),
         "ui/sheet": ("gtk/", "adwaita.h", "cairo", "pango/")}


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def order_of_rooms(root):
    rooms = re.findall(r"^subdir\('([^']+)'\)", read(os.path.join(root, "meson.build")), re.M)
    return [room for room in rooms if room.startswith(("model/", "ui/"))]


def wrong_includes(rooms, path, text):
    """What this file includes and must not."""
    room = os.path.dirname(path)
    for included in INCLUDE.findall(text):
        theirs = os.path.dirname(included)
        if theirs in rooms and rooms.index(theirs) > rooms.index(room):
            yield f"{path} includes {included}, of a room below"
        for library, first in LIBRARIES.items():
            if included.startswith(library) and rooms.index(room) < rooms.index(first):
                yield f"{path} includes {included}, which begins with {first}"
        if included.startswith(NEVER.get(room, ("\0",))):
            yield f"{path} includes {included}, which {room} must not know"


def sources(root, rooms):
    for room in rooms:
        for name in sorted(os.listdir(os.path.join(root, room))):
            if name.endswith((".c", ".h")):
                yield f"{room}/{name}"


def main():
    root = sys.argv[1]
    rooms = order_of_rooms(root)
    files = list(sources(root, rooms))
    wrong = [line for path in files
             for line in wrong_includes(rooms, path, read(os.path.join(root, path)))]
    told = re.findall(r"^\| `((?:model|ui)/[\w-]+)` \|", read(os.path.join(root, "README.md")), re.M)
    faults = {"model/tax/x.c": '#include "model/year/year.h"\n', "ui/page/x.c": '#include "ui/window/window.h"\n',
              "ui/words/x.c": "#include <gtk/gtk.h>\n", "model/risk/x.c": "#include <glib.h>\n"}
    results = {
        "no room includes one below it": wrong,
        "README tells of every room in this order": [] if told == rooms else
            [f"{ours} / {theirs}" for ours, theirs in zip(rooms + ["-"], told + ["-"]) if ours != theirs],
        "a wrong include is seen": [path for path, text in faults.items()
                                    if not list(wrong_includes(rooms, path, text))],
        "there are rooms and files to look at": [] if len(rooms) > 15 and len(files) > 300 else ["few"],
    }
    told = tap.Tap()
    for name, faults in results.items():
        told.tell(name, "\n".join(faults))
    told.end()


main()
