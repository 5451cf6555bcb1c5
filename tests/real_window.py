"""Drives the real window under a virtual display: starts it, finds widgets in the accessible tree,
types, clicks, takes pictures. Used by scenarios.py, take-pictures.py and the benchmarks.

A program that uses this re-runs itself under its own D-Bus session and X server (inside())."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import accessible_tree

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


def inside(size="1280x860"):
    """Re-runs this program under dbus-run-session and xvfb-run, once."""
    if os.environ.get("AUBAINE_INSIDE"):
        return
    # The accessibility bus keeps its socket there: programs that run side by side must not share it.
    with tempfile.TemporaryDirectory(prefix="aubaine-run-") as runtime:
        environment = dict(os.environ, AUBAINE_INSIDE="1", XDG_RUNTIME_DIR=runtime)
        for name in ("WAYLAND_DISPLAY", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS",
                     "AT_SPI_BUS_ADDRESS"):
            environment.pop(name, None)
        command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s",
                   f"-screen 0 {size}x24 -dpi 96 -noreset", "/usr/bin/python3"] + sys.argv
        code = subprocess.run(command, env=environment, check=False).returncode
    sys.exit(code)


class Screen:
    """The accessibility bus and a throw-away home."""

    def __init__(self, years=250):
        self.home = tempfile.mkdtemp(prefix="aubaine-")
        # Few simulated years: the tests look at what is shown, not at how sure it is.
        os.makedirs(self.home + "/config/aubaine")
        with open(self.home + "/config/aubaine/preferences.ini", "w", encoding="utf-8") as file:
            file.write(f"[Aubaine]\nsimulated-years={years}\n")
        self.launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"],
                                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        accessible_tree.bus_address()

    def close(self):
        self.launcher.terminate()
        self.launcher.wait()
        shutil.rmtree(self.home, ignore_errors=True)


class Window:
    """The running program."""

    def __init__(self, screen, program, *arguments, **environment):
        self.screen = screen
        folders = {"HOME": screen.home, "XDG_CONFIG_HOME": screen.home + "/config",
                   "XDG_DATA_HOME": screen.home + "/data", "XDG_CACHE_HOME": screen.home + "/cache",
                   "XDG_STATE_HOME": screen.home + "/state", "XDG_RUNTIME_DIR": screen.home}
        settings = {"GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable", "LANGUAGE": "en",
                    "LC_ALL": "C.UTF-8", "GTK_A11Y": "atspi", "G_ENABLE_DIAGNOSTIC": "0",
                    "GSETTINGS_BACKEND": "memory", "ADW_DISABLE_PORTAL": "1",
                    "GTK_USE_PORTAL": "0", "NO_AT_BRIDGE": "0", "G_DEBUG": "fatal-criticals"}
        # None: the program does not get it.
        told = {**os.environ, **folders, **settings, **environment}
        told = {name: value for name, value in told.items() if value is not None}
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([program, *arguments], stderr=self.errors, cwd=screen.home,
                                        env=told)
        self.tree = accessible_tree.Tree(self.process.pid)
        self.wait(self.shown, "a window on the screen")
        self.wait(lambda: self.tree.read().children, "the application in the accessible tree")

    def shown(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                str(self.process.pid)], capture_output=True, check=False)
        return found.stdout.split()

    def wait(self, condition, what, seconds=float(os.environ.get("AUBAINE_WAIT_SECONDS", 120))):
        """The first true answer of condition; fails loudly."""
        begin, problem = time.monotonic(), ""
        while time.monotonic() < begin + seconds:
            if getattr(self, "process", None) and self.process.poll() is not None:
                raise AssertionError(f"the program ended ({self.process.returncode}):\n"
                                     + self.error_text())
            try:
                answer, problem = condition(), ""
            except Exception as error:  # the tree changes under us while windows are made anew
                answer, problem = None, f" ({type(error).__name__}: {error})"
            if answer:
                return answer
            # To look slows the program down: the longer it takes already, the rarer.
            time.sleep(min(max(0.05, (time.monotonic() - begin) / 10), 1))
        raise AssertionError(f"waited {seconds} s for {what}{problem}")

    def error_text(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def walk(self):
        """Every widget of the program's windows as it is now, depth first."""
        return self.tree.read().walk()

    def now(self, node):
        """The same widget once more, None when it is gone."""
        return self.tree.now(node)

    def find_all(self, name, *roles):
        """All that are called name (or begin with it when it ends in …), of one of these roles."""
        return [each for each in self.walk() if (not roles or each.role in roles) and
                (each.name.startswith(name[:-1]) if name.endswith("…") else each.name == name)]

    def find(self, name, *roles):
        """The first of these, waited for."""
        return self.wait(lambda: self.find_all(name, *roles),
                         f"“{name}” ({', '.join(roles) or 'any role'})")[0]

    def names(self):
        """The names of all that is in the tree."""
        return [each.name for each in self.walk() if each.name]

    def focus(self):
        """Gives the newest window of the program the keys (there is no window manager)."""
        # A window that goes while all are searched hides the others from the search.
        windows = self.wait(self.shown, "a window on the screen")
        subprocess.run(["xdotool", "windowfocus", "--sync", windows[-1]], check=False,
                       stderr=subprocess.DEVNULL, timeout=10)

    def still(self, node):
        """Where it is once it has stopped moving: cards above it may still grow."""
        boxes = []

        def is_still():
            boxes.append(self.tree.box(node))
            return len(boxes) > 3 and len(set(boxes[-4:])) == 1
        self.wait(is_still, f"“{node.name}” at rest")
        return boxes[-1]

    def click(self, node, across=0.5):
        """A real click in its middle, or that share of its width from the left."""
        x, y, width, height = self.still(node)
        subprocess.run(["xdotool", "mousemove", "--window", self.shown()[0],
                        str(x + int(width * across)), str(y + height // 2), "click", "1"],
                       check=True, timeout=10)

    def scroll_to(self, node, height=860):
        """Turns the wheel over the page until it is in sight."""
        window = self.shown()[0]
        for _ in range(60):
            _, y, _, tall = self.still(node)
            if 350 < y and y + tall < height - 30:
                return
            wheel = "5" if y > 350 else "4"
            turns = str(max(1, min(10, abs(y - 600) // 120)))
            subprocess.run(["xdotool", "mousemove", "--window", window, "800", "700", "click",
                            "--repeat", turns, "--delay", "20", wheel], check=True, timeout=10)
        raise AssertionError(f"“{node.name}” does not come in sight")

    def act(self, node):
        """Its first action, as an assistive technology would."""
        self.tree.act(node)

    def keys(self, *keys):
        self.focus()
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, timeout=10)

    def type(self, text):
        self.focus()
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True, timeout=30)

    def fill(self, name, text):
        """Puts the text into the entry called name, as if typed over what is there."""
        self.tree.set_text(self.find(name, "text"), text)

    def picture(self, path):
        time.sleep(0.4)
        subprocess.run(["import", "-window", "root", path], check=True, timeout=30)

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
