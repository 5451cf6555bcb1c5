"""Drives the real window under a virtual display: starts it, finds widgets in the accessible tree,
types, clicks, takes pictures. Used by test-window.py and take-pictures.py.

A program that uses this re-runs itself under its own D-Bus session and X server (inside())."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


def inside(size="1280x860"):
    """Re-runs this program under dbus-run-session and xvfb-run, once."""
    if os.environ.get("AUBAINE_INSIDE"):
        return
    environment = dict(os.environ, AUBAINE_INSIDE="1")
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
        environment.pop(name, None)
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", f"-screen 0 {size}x24 -dpi 96 -noreset",
               "/usr/bin/python3"] + sys.argv
    sys.exit(subprocess.run(command, env=environment, check=False).returncode)


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
        time.sleep(0.5)
        import pyatspi  # needs the bus
        self.atspi = pyatspi

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
        settings = {"GSK_RENDERER": "cairo", "LANGUAGE": "en", "LC_ALL": "C.UTF-8",
                    "GTK_A11Y": "atspi", "G_ENABLE_DIAGNOSTIC": "0", "GSETTINGS_BACKEND": "memory",
                    "ADW_DISABLE_PORTAL": "1", "GTK_USE_PORTAL": "0", "NO_AT_BRIDGE": "0",
                    "G_DEBUG": "fatal-criticals"}
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([program, *arguments], stderr=self.errors,
                                        env={**os.environ, **folders, **settings, **environment})
        self.node = self.wait(self._find_application, "the application in the accessible tree")
        self.wait(lambda: self.shown(), "a window on the screen")

    def _find_application(self):
        desktop = self.screen.atspi.Registry.getDesktop(0)
        for application in desktop:
            if application and application.get_process_id() == self.process.pid \
                    and application.childCount > 0:
                return application
        return None

    def shown(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                str(self.process.pid)], capture_output=True, check=False)
        return found.stdout.split()

    def wait(self, condition, what, seconds=60):
        """The first true answer of condition; fails loudly."""
        end = time.time() + seconds
        while time.time() < end:
            if getattr(self, "process", None) and self.process.poll() is not None:
                raise AssertionError(f"the program ended ({self.process.returncode}):\n"
                                     + self.error_text())
            try:
                answer = condition()
            except Exception:  # the tree changes under us while windows are made anew
                answer = None
            if answer:
                return answer
            time.sleep(0.05)
        raise AssertionError(f"waited {seconds} s for {what}")

    def error_text(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def walk(self, node=None):
        """Every accessible of the program's windows, depth first."""
        stack = [node or self.node]
        while stack:
            each = stack.pop()
            yield each
            try:
                stack.extend(child for child in reversed(list(each)) if child)
            except Exception:
                pass

    def find(self, name, role=None):
        """The first accessible called name (or beginning with it when it ends in …)."""
        def look():
            for each in self.walk():
                matches = each.name.startswith(name[:-1]) if name.endswith("…") \
                    else each.name == name
                if matches and (role is None or each.getRoleName() == role):
                    return each
            return None
        return self.wait(look, f"“{name}” ({role or 'any role'})")

    def names(self):
        """The names of all that is in the tree."""
        found = []
        for each in self.walk():
            try:
                found.append(each.name)
            except Exception:  # it went away while we walked
                pass
        return [name for name in found if name]

    def focus(self):
        """Gives the newest window of the program the keys (there is no window manager)."""
        windows = self.shown()
        subprocess.run(["xdotool", "windowfocus", "--sync", windows[-1]], check=False,
                       stderr=subprocess.DEVNULL, timeout=10)

    def click(self, accessible):
        """A real click in its middle."""
        box = accessible.queryComponent().getExtents(self.screen.atspi.WINDOW_COORDS)
        windows = self.shown()
        subprocess.run(["xdotool", "mousemove", "--window", windows[0], str(box.x + box.width // 2),
                        str(box.y + box.height // 2), "click", "1"], check=True, timeout=10)

    def scroll_to(self, accessible, height=860):
        """Turns the wheel over the page until it is in sight."""
        def box():
            return accessible.queryComponent().getExtents(self.screen.atspi.WINDOW_COORDS)
        window = self.shown()[0]
        for _ in range(60):
            at = box()
            if 350 < at.y and at.y + at.height < height - 30:
                return
            wheel = "5" if at.y > 350 else "4"
            turns = str(max(1, min(10, abs(at.y - 600) // 120)))
            subprocess.run(["xdotool", "mousemove", "--window", window, "800", "820", "click",
                            "--repeat", turns, "--delay", "20", wheel], check=True, timeout=10)
            time.sleep(0.15)
        raise AssertionError(f"“{accessible.name}” does not come in sight")

    def act(self, accessible):
        """Its first action, as an assistive technology would."""
        accessible.queryAction().doAction(0)

    def keys(self, *keys):
        self.focus()
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, timeout=10)

    def type(self, text):
        self.focus()
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True, timeout=30)

    def fill(self, name, text):
        """Puts the text into the entry called name, as if typed over what is there."""
        entry = self.find(name, "text")
        entry.queryEditableText().setTextContents(text)

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
