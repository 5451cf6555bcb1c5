"""aubaine-cli as a test calls it: its streams and exit codes, a folder to work in, TAP. The scripts
that use it are called with AUBAINE-CLI MAKE-WORKSPACE."""

import hashlib
import os
import subprocess
import sys
import tempfile

import tap

CLI, MAKER = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
FINE, PROBLEMS, USAGE, SYSTEM = range(4)
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": tempfile.gettempdir(),
               "SOURCE_DATE_EPOCH": "1767225600"}
# A sanitizer's complaint must not pass for one of the four exit codes.
LEAKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "leaks.supp")
ENVIRONMENT["ASAN_OPTIONS"] = "exitcode=99"
ENVIRONMENT["LSAN_OPTIONS"] = f"exitcode=99:print_suppressions=0:suppressions={LEAKS}"
ENVIRONMENT["UBSAN_OPTIONS"] = "halt_on_error=1:exitcode=99"


def run(*arguments, stdin="", environment=None, stdout=subprocess.PIPE):
    """(exit code, stdout, stderr). A word too many on the wrong stream fails the test."""
    done = subprocess.run([CLI, *arguments], input=stdin.encode() if isinstance(stdin, str) else stdin,
                          stdout=stdout, stderr=subprocess.PIPE, timeout=60, check=False,
                          env={**ENVIRONMENT, **(environment or {})})
    assert done.returncode in (FINE, PROBLEMS, USAGE, SYSTEM), (arguments, done)
    return done.returncode, done.stdout, done.stderr.decode()


def fine(*arguments, **options):
    code, out, talk = run(*arguments, **options)
    assert (code, talk) == (FINE, ""), (arguments, code, talk)
    return out.decode()


def refused(expected, *arguments, saying="", **options):
    """Exit code as expected, nothing on stdout, one line on stderr (usage may follow)."""
    code, out, talk = run(*arguments, **options)
    assert code == expected and not out, (arguments, code, out, talk)
    first = talk.splitlines()[0]
    assert saying in first and len(first) > 15, (arguments, talk)
    return first


def checksum(folder):
    """What a folder holds: names and bytes."""
    state = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            state[name] = hashlib.sha256(file.read()).hexdigest()
    return state


class Folder:
    """A folder with the example as example.json and a workspace of three deals as deals.aubaine."""

    def __init__(self, path):
        self.path = path
        self.example = self.write("example.json", fine("example"))
        self.workspace = self.at("deals.aubaine")
        subprocess.run([MAKER, self.workspace], check=True, stdin=subprocess.DEVNULL,
                       env=ENVIRONMENT)

    def at(self, name):
        return os.path.join(self.path, name)

    def write(self, name, content):
        with open(self.at(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return self.at(name)


def scalars(value, path):
    """The dotted paths of an object, lists left out."""
    for name, member in value.items():
        if isinstance(member, dict):
            yield from scalars(member, f"{path}.{name}")
        elif not isinstance(member, list):
            yield f"{path}.{name}"


def main(names):
    """Runs the functions of a script's globals that are tests; ends the program."""
    told = tap.Tap()
    for name, test in tap.tests_of(names).items():
        with tempfile.TemporaryDirectory(prefix="aubaine-cli-") as path:
            told.check(name, lambda test=test, path=path: test(Folder(path)))
    told.end()
