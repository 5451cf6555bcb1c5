#!/usr/bin/env python3
"""The example's years have the same bytes whatever the compiler and its level (domain §7).

Usage: same-bytes.py SOURCE_ROOT. Builds the model from base to risk with gcc -O0, gcc -O3 and
clang -O2 into a temporary folder and compares what dump-year prints. A build without the flag that
forbids contraction, on a processor that can contract, is free to differ: it is not compared.
"""
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

BUILDS = [("gcc", "-O0"), ("gcc", "-O3"), ("clang", "-O2")]
NOT_INPUTS = {"format", "version", "provenance", "uncertainty"}


def plan_lines(value, path=""):
    if isinstance(value, dict):
        for name, member in value.items():
            yield from plan_lines(member, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from plan_lines(member, f"{path}[{index}]")
    else:
        yield f"{path}={json.dumps(value, ensure_ascii=False)}\n"


def main():
    root = sys.argv[1]
    missing = {compiler for compiler, _ in BUILDS if not shutil.which(compiler)}
    if missing:
        print("1..0 # SKIP without", " and ".join(sorted(missing)))
        return 0
    with open(os.path.join(root, "model/store/example.json"), encoding="utf-8") as file:
        example = {k: v for k, v in json.load(file).items() if k not in NOT_INPUTS}
    text = "".join(plan_lines(example)).encode()
    sources = [os.path.join(root, "tests/dump-year.c")]
    for room in ("base", "plan", "tax", "year", "cash", "phone", "results", "risk"):
        sources += sorted(glob.glob(os.path.join(root, "model", room, "*.c")))
    dumps, failed = [], 0
    print(f"1..{len(BUILDS)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (compiler, level) in enumerate(BUILDS, 1):
            program = os.path.join(folder, f"dump-{compiler}{level}")
            subprocess.run([compiler, "-std=gnu11", level, "-ffp-contract=off", "-I", root,
                            *sources, "-lm", "-o", program], check=True)
            dump = subprocess.run([program], input=text, stdout=subprocess.PIPE, check=True).stdout
            dumps.append(dump)
            same = dump == dumps[0] and dump.count(b"\n") > 1000
            failed += not same
            print("ok" if same else "not ok", number, f"- {compiler} {level}: {len(dump)} bytes",
                  flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
