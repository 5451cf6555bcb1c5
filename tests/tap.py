"""What a program of tests tells the one that runs it, in TAP: each test as it ends, the trace of one
that failed, how many there were."""

import shutil
import sys
import traceback


def skip_without(*programs):
    """Ends the program, all of it skipped, where one of these is not installed."""
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        print("1..0 # SKIP not installed: " + ", ".join(missing))
        sys.exit(0)


def tests_of(names):
    """{name in words: function} of a program's globals."""
    return {name[5:].replace("_", " "): function for name, function in names.items()
            if name.startswith("test_")}


def outcome(work, *arguments):
    """(the trace of what failed or None, why work says that it was skipped or None)."""
    try:
        said = work(*arguments)
        return None, said if isinstance(said, str) else None
    except Exception:  # a program of tests tells of any failure and goes on
        return traceback.format_exc(), None


class Tap:
    """Counts what it tells."""

    def __init__(self):
        self.count = self.failed = 0

    def tell(self, name, trace, skipped=None):
        """Whether it went well."""
        self.count += 1
        self.failed += bool(trace)
        print(f"{'not ok' if trace else 'ok'} {self.count} - {name}"
              + (f" # SKIP {skipped}" if skipped else ""))
        for line in (trace or "").splitlines():
            print("#", line)
        sys.stdout.flush()
        return not trace

    def check(self, name, work, *arguments):
        """Runs and tells of it."""
        return self.tell(name, *outcome(work, *arguments))

    def check_all(self, names, *arguments):
        """Every test of a program's globals."""
        for name, test in tests_of(names).items():
            self.check(name, test, *arguments)

    def end(self):
        """Ends the program; 1 when anything failed."""
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)
