#!/usr/bin/python3
"""take-pictures.py BUILD FOLDER [LOOK…]: pictures to be looked at, called LANGUAGE-LOOK-SIZE-WHAT:
every page at three sizes and whole, what opens over the pages, the PDF as an image."""

import json
import os
import shutil
import subprocess
import sys
import time

import real_window

THREE = ["1280x860", "1024x768", "360x640"]
DARK = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}
CONTRAST = {"ADW_DEBUG_HIGH_CONTRAST": "1"}
# One program each. Tall sizes hold a whole page.
LOOKS = {
    # name: language, text size in dpi, sizes, whether what opens is taken too, environment
    "en-light": ("en", 96, THREE + ["1280x4800"], True, {}),
    "fr-light": ("fr_CA", 96, ["360x640", "360x7600"], False, {}),
    "fr-dark": ("fr_CA", 96, THREE + ["1280x4800"], True, DARK),
    "en-contrast": ("en", 96, ["1280x860", "1280x4800"], False, CONTRAST),
    "fr-text200": ("fr_CA", 192, ["1024x768", "1024x8200"], True, {}),
    "fr-wide": ("fr_CA", 96, ["2560x1440"], False, {}),
}
# In the order of the window.
PAGES = ["answers", "voucher", "bookings", "cash", "risk", "offers", "books"]


class Camera:
    """Takes pictures of one window at one size."""

    def __init__(self, window, folder, look):
        self.window, self.folder, self.look, self.size = window, folder, look, None

    def resize(self, size):
        self.size = size
        width, height = size.split("x")
        # Twice: a wide window can only become narrow once its wide parts are gone.
        for _ in range(2):
            main = self.window.shown()[0]
            subprocess.run(["xdotool", "windowmove", main, "0", "0", "windowsize", main, width,
                            height], check=True)
            time.sleep(0.8)

    def take(self, what):
        time.sleep(1.5 if int(self.size.split("x")[1]) > 2000 else 0.7)
        path = os.path.join(self.folder, f"{self.look}-{self.size}-{what}.png")
        subprocess.run(["import", "-window", "root", "-crop", self.size + "+0+0", "+repage", path],
                       check=True, timeout=60)

    def take_pages(self):
        for number, page in enumerate(PAGES, 1):
            self.take(f"{number}-{page}")
            if number == 1 and self.size == "360x640":
                self.wheel("5")
                self.take(f"{number}-{page}-scrolled")
                self.wheel("4")
            self.window.keys("ctrl+Page_Down")

    def wheel(self, button):
        subprocess.run(["xdotool", "mousemove", "180", "560", "click", "--repeat", "12", "--delay",
                        "30", button, "mousemove", "4", "4"], check=True)

    def close_over(self):
        """Whatever is open over the page."""
        for _ in range(4):
            if len(self.window.shown()) == 1:
                return
            self.window.keys("Escape")
            time.sleep(0.5)

    def take_over_pages(self):
        """Menus, the questions of a new deal, the other windows."""
        for key, what in (("F10", "menu"), ("ctrl+comma", "preferences"),
                          ("ctrl+question", "shortcuts"), ("F1", "help")):
            self.window.keys(key)
            self.take("over-" + what)
            self.close_over()
        subprocess.run(["gdbus", "call", "--session", "--dest", "org.aubaine.aubaine",
                        "--object-path", "/org/aubaine/aubaine", "--method",
                        "org.gtk.Actions.Activate", "about", "[]", "{}"], check=True,
                       stdout=subprocess.DEVNULL)
        self.take("over-about")
        self.close_over()
        deals = next(each for name in ("Deals:…", "Offres\u00a0:…")
                     for each in self.window.find_all(name))
        self.window.click(deals)
        self.take("over-deals")
        self.close_over()
        self.window.keys("ctrl+n")
        for step in range(1, 5):
            self.take(f"over-new-deal-{step}")
            if step < 4:
                self.window.act(next(each for name in ("Next", "Suivant")
                                     for each in self.window.find_all(name, "push button")))
        self.close_over()


def take(build, folder, look):
    language, dpi, sizes, is_over_too, environment = LOOKS[look]
    subprocess.run(["xrdb", "-merge"], input=f"Xft.dpi: {dpi}\n".encode(), check=True)
    screen = real_window.Screen(years=4000)
    window = real_window.Window(screen, os.path.join(build, "app", "aubaine"), LANGUAGE=language,
                                **environment)
    camera = Camera(window, folder, look)
    try:
        camera.resize(sizes[0])
        # The first page tells when all is decided.
        window.find("The contract is weighed." if language == "en" else "Le contrat est examiné.")
        if is_over_too:
            camera.take_over_pages()
        for size in sizes:
            camera.resize(size)
            camera.take_pages()
    finally:
        window.close()
        screen.close()


def screen_of(sizes):
    """Holds each of the sizes."""
    return "x".join(str(max(int(size.split("x")[side]) for size in sizes)) for side in (0, 1))


def take_papers(build, folder):
    """All that is printed, a picture a page."""
    program = os.path.join(build, "app", "aubaine-cli")
    plan = os.path.join(folder, "example.json")
    with open(plan, "wb") as file:
        subprocess.run([program, "example"], stdout=file, check=True)
    with open(plan, encoding="utf-8") as file:
        capped = json.load(file)
    capped["name"], capped["deal"]["contract_cap"] = "Cap 180", 180
    other = os.path.join(folder, "capped.json")
    with open(other, "w", encoding="utf-8") as file:
        json.dump(capped, file)
    for language in ("en", "fr"):
        for name, words in (("report", ["report", plan, "--pdf"]), ("slip", ["report", plan, "--slip"]),
                            ("rider", ["rider", plan, "--pdf"]),
                            ("comparison", ["compare", plan, other, "--pdf"])):
            paper = os.path.join(folder, f"{language}-{name}.pdf")
            subprocess.run([program, *words, paper, "--lang", language], check=True)
            if shutil.which("pdftoppm"):
                subprocess.run(["pdftoppm", "-r", "80", "-png", paper, paper[:-4]], check=True)


def main():
    build, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    looks = sys.argv[3:] or list(LOOKS)
    if os.environ.get("AUBAINE_INSIDE"):
        take(build, folder, looks[0])
        return
    for look in looks:
        environment = {**os.environ, "AUBAINE_INSIDE": "1"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        subprocess.run(["dbus-run-session", "--", "xvfb-run", "-a", "-s",
                        f"-screen 0 {screen_of(LOOKS[look][2])}x24 -dpi 96 -noreset",
                        "/usr/bin/python3", __file__, build, folder, look], check=True,
                       env=environment)
    if not sys.argv[3:]:
        take_papers(build, folder)
    print("pictures in", folder)


main()
