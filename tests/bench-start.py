#!/usr/bin/python3
"""bench-start.py READY-WINDOW BARE-WINDOW: from the start of the process to the first frame on the
screen, which has the verdict and its figures, and to that which has all that is in sight; ours and a
bare libadwaita window in turn. Prints what each took and the ratios. On a busy
machine the least of many is nearer to the truth than the median, and the processor's time nearer
than the clock's. Never fails on time."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

import real_window

ROUNDS = 25


def start(program, home):
    """Of each frame told of: milliseconds, those of the processor, and megabytes in memory."""
    environment = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home, XDG_DATA_HOME=home + "/data",
                       XDG_CONFIG_HOME=home + "/config", XDG_CACHE_HOME=home + "/cache",
                       GSK_RENDERER="cairo", GTK_A11Y="none", GSETTINGS_BACKEND="memory",
                       LC_ALL="C.UTF-8")
    begin = time.monotonic()
    said = subprocess.run([program], env=environment, stdout=subprocess.PIPE, check=True, timeout=60,
                          stderr=subprocess.DEVNULL).stdout.split()
    return [(float(frame[0]) / 1000 - begin * 1000, float(frame[1]), float(frame[2]) / 1024)
            for frame in zip(*[iter(said)] * 3)]


def show(what, unit, ours, theirs, goal=""):
    """Of both the median and the least; the ratios of these, and the median of each pair's ratio,
    which a machine that slows down for a while harms least."""
    pairs = [(statistics.median(ours), statistics.median(theirs)), (min(ours), min(theirs))]
    paired = statistics.median(mine / other for mine, other in zip(ours, theirs))
    print(f"{what:22} {paired:6.2f}   {pairs[0][0]:6.0f} {pairs[0][1]:6.0f} {pairs[0][0] / pairs[0][1]:6.2f}   "
          f"{pairs[1][0]:6.0f} {pairs[1][1]:6.0f} {pairs[1][0] / pairs[1][1]:6.2f}   {unit}{goal}")


def main():
    real_window.inside()
    with tempfile.TemporaryDirectory(prefix="aubaine-") as home:
        programs = sys.argv[1:3]
        for program in programs:
            start(program, home)  # makes the workspace, warms the file cache
        taken = [[start(program, home) for program in programs] for _ in range(ROUNDS)]
    bare = [list(column) for column in zip(*(each[1][0] for each in taken))]
    print(f"{'':22} {'pairs':>6}   {'median of ' + str(ROUNDS):>20}   {'least':>20}")
    print(f"{'':22} {'ratio':>6}   {'ours':>6} {'bare':>6} {'ratio':>6}   {'ours':>6} {'bare':>6} {'ratio':>6}")
    for frame, what in enumerate(("the verdict is there", "all in sight is there")):
        ours = [list(column) for column in zip(*(each[0][frame] for each in taken))]
        show(what, "ms", ours[0], bare[0], "" if frame else "; goal 1.30")
        show("  of the processor", "ms", ours[1], bare[1])
        show("  memory", "MB", ours[2], bare[2])


main()
