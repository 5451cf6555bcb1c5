#!/usr/bin/python3
"""bench-start.py AUBAINE BARE-WINDOW: from the start of the process to the window on the screen,
ours and a bare libadwaita window in turn; prints medians and the ratio. Never fails on time."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

import real_window

ROUNDS = 7


def seconds_to_window(program, home):
    environment = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home, XDG_DATA_HOME=home + "/data",
                       XDG_CONFIG_HOME=home + "/config", GSK_RENDERER="cairo", GTK_A11Y="none",
                       LC_ALL="C.UTF-8")
    begin = time.monotonic()
    process = subprocess.Popen([program], env=environment, stderr=subprocess.DEVNULL)
    while True:
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)],
                               capture_output=True, check=False).stdout
        if found.strip() or time.monotonic() - begin > 30:
            break
    seconds = time.monotonic() - begin
    process.terminate()
    process.wait()
    return seconds


def main():
    real_window.inside()
    aubaine, bare = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory(prefix="aubaine-") as home:
        seconds_to_window(aubaine, home)  # makes the workspace, warms the file cache
        seconds_to_window(bare, home)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(seconds_to_window(aubaine, home))
            theirs.append(seconds_to_window(bare, home))
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"window ready: {a * 1000:.0f} ms; a bare libadwaita window: {b * 1000:.0f} ms; "
          f"ratio {a / b:.2f} (goal 1.30; median of {ROUNDS})")


main()
