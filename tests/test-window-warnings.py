#!/usr/bin/python3
"""test-window-warnings.py BUILD: every page and every window in both languages, light and dark; the
first warning of any library ends the program, and with it the test. TAP."""

import os
import sys
import time

import real_window

BUILD = os.path.abspath(sys.argv[1])
LOOKS = {
    "English, light": {"LANGUAGE": "en", "ADW_DEBUG_COLOR_SCHEME": "prefer-light"},
    "French, dark": {"LANGUAGE": "fr_CA", "ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
}
# New deal, help, search, shortcuts, preferences; last: About, the last item of the menu.
WINDOWS = (["ctrl+n"], ["F1"], ["ctrl+f"], ["ctrl+question"], ["ctrl+comma"], ["F10", "Up", "Return"])
PAGES_COUNT = 7


def look_at_all(window):
    """Opens and closes everything that the owner meets; raises when the program has ended."""
    for _ in range(PAGES_COUNT):
        window.keys("ctrl+Page_Down")
        time.sleep(0.3)
        assert window.tree.read().children
    for keys in WINDOWS:
        window.wait(lambda: len(window.shown()) == 1, "one window")
        for key in keys:
            window.keys(key)
            time.sleep(0.3)
        window.wait(lambda: len(window.shown()) == 2, f"what {keys} opens")
        window.keys("Tab", "Tab", "Down")
        time.sleep(0.2)
        assert window.tree.read().children
        window.keys("Escape")
    window.wait(lambda: len(window.shown()) == 1, "one window at the end")


def problem_of(screen, **environment):
    """What ended the program, or what did not come; None when all went well."""
    program, window = os.path.join(BUILD, "app", "aubaine"), None
    try:
        window = real_window.Window(screen, program, G_DEBUG="fatal-warnings", **environment)
        look_at_all(window)
        return None
    except AssertionError as problem:
        return str(problem)
    finally:
        if window:
            window.close()


def main():
    real_window.inside()
    screen = real_window.Screen(years=50)
    problems = {name: problem_of(screen, **environment) for name, environment in LOOKS.items()}
    warned = problem_of(screen, GSK_RENDERER="nonsense") or ""
    problems["a warning is not let through"] = None if "WARNING" in warned else "nobody saw it"
    print(f"1..{len(problems)}")
    for number, (name, problem) in enumerate(problems.items(), 1):
        print(f"{'not ok' if problem else 'ok'} {number} - {name}")
        for line in (problem or "").splitlines():
            print("#", line)
    screen.close()
    sys.exit(1 if any(problems.values()) else 0)


main()
