#!/usr/bin/python3
"""take-pictures.py BUILD FOLDER: pictures of every page, to be looked at: light, dark, French,
small, and with text at 200 %."""

import os
import shutil
import subprocess
import sys

import real_window

SCENES = [
    # name, screen, language, text size in dpi, further environment
    ("light-en", "1280x860", "en", 96, {}),
    ("dark-fr", "1280x860", "fr_CA", 96, {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}),
    ("contrast-en", "1280x860", "en", 96, {"ADW_DEBUG_HIGH_CONTRAST": "1"}),
    ("small-fr", "360x640", "fr_CA", 96, {}),
    ("text200-en", "1024x768", "en", 192, {}),
    ("wide-fr", "2560x1440", "fr_CA", 96, {}),
    # A whole page at once.
    ("tall-en", "1280x4800", "en", 96, {}),
    ("tall-dark-fr", "1280x4800", "fr_CA", 96, {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}),
    ("tall-contrast-en", "1280x4800", "en", 96, {"ADW_DEBUG_HIGH_CONTRAST": "1"}),
    ("tall-text200-fr", "1024x8200", "fr_CA", 192, {}),
    ("tall-small-fr", "360x6800", "fr_CA", 96, {}),
]

# In the order of the window.
PAGES = ["answers", "voucher", "bookings", "cash", "risk", "offers", "books"]


def take(build, folder, scene):
    name, _, language, dpi, environment = scene
    subprocess.run(["xrdb", "-merge"], input=f"Xft.dpi: {dpi}\n".encode(), check=True)
    screen = real_window.Screen(years=4000)
    window = real_window.Window(screen, os.path.join(build, "app", "aubaine"), LANGUAGE=language,
                                **environment)
    width, height = scene[1].split("x")
    try:
        window_id = window.shown()[-1]
        subprocess.run(["xdotool", "windowmove", window_id, "0", "0", "windowsize", window_id,
                        width, height], check=True)
        # The first page tells when all is decided.
        window.find("The contract is weighed." if language == "en" else "Le contrat est examiné.")
        for page in PAGES:
            window.picture(os.path.join(folder, f"{name}-{page}.png"))
            window.keys("ctrl+Page_Down")
    finally:
        window.close()
        screen.close()


def main():
    build, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    if len(sys.argv) > 3:
        take(build, folder, next(scene for scene in SCENES if scene[0] == sys.argv[3]))
        return
    for scene in SCENES:
        environment = {key: value for key, value in os.environ.items()
                       if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        subprocess.run(["dbus-run-session", "--", "xvfb-run", "-a", "-s",
                        f"-screen 0 {scene[1]}x24 -dpi 96 -noreset", "/usr/bin/python3", __file__, build,
                        folder, scene[0]], check=True, env=environment)
    program = os.path.join(build, "app", "aubaine-cli")
    for language in ("en", "fr"):
        paper = os.path.join(folder, f"report-{language}.pdf")
        example = subprocess.run([program, "example"], capture_output=True, check=True).stdout
        subprocess.run([program, "report", "-", "--pdf", paper, "--lang", language], input=example,
                       check=True)
        if shutil.which("pdftoppm"):
            subprocess.run(["pdftoppm", "-r", "80", "-png", paper, paper[:-4]], check=True)
    print("pictures in", folder)


main()
