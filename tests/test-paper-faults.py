#!/usr/bin/python3
"""Every paper where the world fails: a full device, a file that may not grow, a full file system, a
folder that may not be written. The reason on one line, exit 3, the old file whole, nothing left
behind. Usage: test-paper-faults.py AUBAINE-CLI. TAP on stdout."""

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile

import tap

CLI = os.path.abspath(sys.argv[1])
NOBODY = 65534
OLD = b"what stood here before\n"
SYSTEM = 3
# Words before the path; whether it is a folder.
PAPERS = {
    "pdf": (["report", "{plan}", "--years", "0", "--pdf"], False),
    "slip": (["report", "{plan}", "--years", "0", "--slip"], False),
    "xlsx": (["report", "{plan}", "--years", "0", "--xlsx"], False),
    "tables": (["report", "{plan}", "--years", "0", "--csv-dir"], True),
    "rider": (["rider", "{plan}", "--pdf"], False),
    "comparison": (["compare", "{plan}", "{plan}", "--pdf"], False),
    "journal": (["journal", "{plan}", "--kind", "model", "--format", "hledger", "--out"], False),
    "chart": (["chart", "{plan}", "--kind", "cash", "--svg"], False),
}

SLOW = ("rider", "comparison")  # years are simulated for them


class Place:
    def __init__(self, folder):
        os.chmod(folder, 0o755)
        self.folder, self.plan = folder, os.path.join(folder, "plan.json")
        # A folder of the tests' own may be closed to others.
        self.program = shutil.copy(CLI, os.path.join(folder, "aubaine-cli"))
        with open(self.plan, "wb") as file:
            file.write(subprocess.run([CLI, "example"], capture_output=True, check=True).stdout)

    def run(self, paper, path, **options):
        words = [word.replace("{plan}", self.plan) for word in PAPERS[paper][0]]
        return subprocess.run([self.program, *words, path], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False, timeout=120, cwd=self.folder, **options)

    def size(self, paper):
        """Of the paper, or of the largest of its tables, in bytes."""
        path = os.path.join(self.folder, "whole-" + paper)
        done = self.run(paper, path)
        assert done.returncode == 0, (paper, done.stderr)
        return max(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path)) \
            if os.path.isdir(path) else os.path.getsize(path)


def refused(done, paper):
    said = done.stderr.decode()
    # Its library tells of a temporary file that fails by itself, and cannot be asked not to.
    lines = [line for line in said.splitlines() if paper != "xlsx" or not line.startswith("[ERROR]")]
    assert done.returncode == SYSTEM, (paper, done.returncode, said)
    assert len(lines) == 1 and len(lines[0]) > 10, (paper, said)


def old_place(place, paper):
    """A folder with an old paper in it, for others to be put over."""
    folder = tempfile.mkdtemp(dir=place.folder)
    os.chmod(folder, 0o777)
    path = os.path.join(folder, "paper")
    if PAPERS[paper][1]:
        os.mkdir(path)
        os.chmod(path, 0o777)
        for name in os.listdir(os.path.join(place.folder, "whole-" + paper)):
            put(os.path.join(path, name))
    else:
        put(path)
    return folder, path


def put(path):
    with open(path, "wb") as file:
        file.write(OLD)
    os.chmod(path, 0o666)


def files_of(folder):
    return sorted(os.path.join(top, name) for top, _, names in os.walk(folder) for name in names)


def unharmed(before, folder, paper):
    """The same files; each old one, or for a folder of tables whole."""
    assert files_of(folder) == before, (paper, files_of(folder))
    for path in before:
        with open(path, "rb") as file:
            content = file.read()
        if content != OLD:
            whole = os.path.join(os.path.dirname(folder), "whole-" + paper, os.path.basename(path))
            with open(whole, "rb") as file:
                assert PAPERS[paper][1] and content == file.read(), (paper, path)


def test_full_device(place):
    for paper, (_, is_folder) in PAPERS.items():
        if is_folder:
            continue
        refused(place.run(paper, "/dev/full"), paper)
        assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


def test_file_that_may_not_grow(place):
    for paper in PAPERS:
        size = place.size(paper)
        for limit in (size - 1,) if paper in SLOW else (1, 1024, size // 2, size - 1):
            folder, path = old_place(place, paper)
            before = files_of(folder)

            def limited(limit=limit):
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            refused(place.run(paper, path, preexec_fn=limited), paper)
            unharmed(before, folder, paper)


def can_mount():
    return os.geteuid() == 0 and subprocess.run(
        ["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"], check=False,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def test_full_file_system(place):
    """From one page to nearly enough: what has no room is refused, and the old paper stands."""
    if not can_mount():
        return "a file system of its own cannot be mounted here"
    script = ('mount -t tmpfs -o size="$1" none "$2" && printf old > "$2/paper" || exit 99; shift 2; '
              '"$@"; status=$?; cat "$PAPER" >&3; ls -A "$(dirname "$PAPER")" >&4; exit $status')
    for paper, (words, is_folder) in PAPERS.items():
        if is_folder:
            continue
        mount = tempfile.mkdtemp(dir=place.folder)
        size = os.path.getsize(os.path.join(place.folder, "whole-" + paper))
        largest = size // 1024 // 4 * 4
        for kib in {largest} if paper in SLOW else sorted({8, 16, largest // 8 * 4 + 4, largest}):
            if kib * 1024 >= size + 4096:
                continue
            path = os.path.join(mount, "paper")
            with tempfile.TemporaryFile() as content, tempfile.TemporaryFile() as names:
                done = subprocess.run(
                    ["unshare", "--mount", "sh", "-c", 'exec 3>&"$A" 4>&"$B"; ' + script, "sh", f"{kib}k",
                     mount, place.program, *[word.replace("{plan}", place.plan) for word in words], path],
                    pass_fds=(content.fileno(), names.fileno()), stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE, check=False, timeout=120,
                    env={**os.environ, "PAPER": path, "A": str(content.fileno()), "B": str(names.fileno())})
                refused(done, paper)
                content.seek(0)
                names.seek(0)
                assert content.read() == b"old" and names.read() == b"paper\n", (paper, kib)
    return None


def test_folder_that_may_not_be_written(place):
    """As somebody whom modes bind: root may write anywhere."""
    as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    for paper in PAPERS:
        folder, path = old_place(place, paper)
        before = files_of(folder)
        for each in {folder, os.path.dirname(before[0])}:
            os.chmod(each, 0o555)
        refused(place.run(paper, path, **as_nobody), paper)
        unharmed(before, folder, paper)
        if not PAPERS[paper][1]:
            refused(place.run(paper, os.path.join(folder, "new"), **as_nobody), paper)
            assert files_of(folder) == before, paper
        for each in {folder, os.path.dirname(before[0])}:
            os.chmod(each, 0o777)


def test_the_readings_can_fail(place):
    folder, path = old_place(place, "slip")
    before = files_of(folder)
    for harm in (lambda: open(path, "ab").write(b"x"), lambda: open(path + ".tmp", "wb").close()):
        harm()
        try:
            unharmed(before, folder, "slip")
        except (AssertionError, OSError):
            continue
        raise RuntimeError("a harmed file was not seen")


def main():
    told = tap.Tap()
    with tempfile.TemporaryDirectory(prefix="aubaine-") as folder:
        told.check_all(globals(), Place(folder))
    told.end()


main()
