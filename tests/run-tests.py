#!/usr/bin/python3
"""Runs meson's tests in each BUILD:SUITE (an empty suite is all of them) and ends with what failed,
the last lines it said, and "N passed, N failed". Exit 1 when anything failed or nothing ran."""

import json
import os
import subprocess
import sys


def run_suite(build, suite):
    """The results of one build folder as a list of meson's test records."""
    command = ["meson", "test", "-C", build, "--no-rebuild", "--num-processes",
               str(os.cpu_count() or 1)]
    if suite:
        command += ["--suite", suite]
    log = os.path.join(build, "meson-logs", "testlog.json")
    if os.path.exists(log):
        os.unlink(log)
    subprocess.run(command, stdin=subprocess.DEVNULL, check=False)
    with open(log, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def last_said(record, most=60):
    """What to read of a test that failed: its lines that are not of what went well, the last ones."""
    lines = (record.get("stdout") or "").splitlines() + (record.get("stderr") or "").splitlines()
    return [line for line in lines if not line.startswith("ok ")][-most:]


def main():
    passed, failed, skipped = 0, [], 0
    for argument in sys.argv[1:]:
        build, _, suite = argument.rpartition(":")
        for record in run_suite(build, suite):
            if record["result"] in ("OK", "EXPECTEDFAIL"):
                passed += 1
            elif record["result"] == "SKIP":
                skipped += 1
            else:
                failed.append((f"{os.path.basename(build)}: {record['name']} ({record['result']})",
                               last_said(record)))
    for name, lines in failed:
        print("failed:", name)
        for line in lines:
            print("   ", line)
    print(f"{passed} passed, {len(failed)} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


sys.exit(main())
