#!/usr/bin/python3
"""bench-frames.py PROGRAM: runs it in a screen and a home of its own."""

import os
import subprocess
import sys
import tempfile

import real_window


def main():
    real_window.inside()
    with tempfile.TemporaryDirectory(prefix="aubaine-") as home:
        environment = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home, XDG_CONFIG_HOME=home,
                           GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", GTK_A11Y="none",
                           LC_ALL="C.UTF-8")
        subprocess.run([sys.argv[1], home], env=environment, check=True)


main()
