"""What the Tab key comes to, and whether that is all there is, in the order in which it stands on
the screen. The judges know no window. Used by test-window-access.py."""

import time

import window_lint

# A table that is wider than its card takes the keys, to be moved; so does a text that can be copied.
STOPS = window_lint.INTERACTIVE | window_lint.CHARTS | {"panel", "label"}


def boxes_fault(before, after):
    """Down the screen, and from the left where two stand side by side. What holds something comes
    before it."""
    left, top, width, height = before
    x, y, _, tall = after
    is_inside = left <= x and top <= y and x < left + width and y + tall <= top + height
    is_below = y + tall / 2 >= top + height
    is_beside = x >= left + width - 1 and y + tall > top and y < top + height
    return not (is_inside or is_below or is_beside)


def walk_faults(stops, expected):
    """stops, as the keys came to them, and expected: pairs of a name, none twice, and a box."""
    names = [name for name, _ in stops]
    faults = [f"skipped: {name}" for name, _ in expected if name not in names]
    faults += [f"no stop of the keys: {name}" for name, _ in stops
               if name not in [each for each, _ in expected]]
    faults += [f"met again: {name}" for at, name in enumerate(names) if name in names[:at]]
    return faults + [f"from {name} {box} back to {other} {next_box}"
                     for (name, box), (other, next_box) in zip(stops, stops[1:])
                     if boxes_fault(box, next_box)]


def met(node):
    """The whole that a stop is of: a menu button holds the button that has the keys."""
    line = [node] + [each for each in window_lint.ancestors(node) if not window_lint.is_fold(each)]
    return [each for each in line if each.role in window_lint.INTERACTIVE][-1:] or [node]


def is_mark(node):
    """Where a value comes from: Alt and Down in its field, no stop of the Tab key."""
    return bool(node.description) and node.name.endswith(": " + node.description)


class Walk:
    """The keys in a window."""

    def __init__(self, window):
        self.window = window
        self.came = window.tree.follow_focus()
        self.nodes = {}

    def know(self, root):
        """What there is now, to be read again when it changes."""
        self.nodes = {each.path: each for each in root.walk()}

    def press(self, key, count=1):
        """The widgets that the keys come to, one for each press; fewer when they are held."""
        del self.came[:]
        self.window.keys(*[key] * count)
        last, seen = time.monotonic(), 0
        while len(self.came) < count and time.monotonic() < last + 3:
            self.window.tree.take_signals()
            if len(self.came) > seen:
                last, seen = time.monotonic(), len(self.came)
            time.sleep(0.01)
        return [self.nodes[path] if path in self.nodes else None for path in self.came]

    def expected(self, pane):
        """All in the pane that the keys must come to."""
        usable = [each for each in pane.walk() if each.has("focusable") and each.has("sensitive")
                  and each.role in STOPS]
        boxes = self.window.tree.boxes(usable)
        wholes = {whole.path: whole for each in usable for whole in met(each)
                  if min(boxes.get(each.path, (0, 0, 0, 0))[2:]) > 0}
        return [each for each in wholes.values() if not is_mark(each)]

    def boxes_at_rest(self, nodes):
        seen = [{}]

        def is_rest():
            seen.append(self.window.tree.boxes(nodes))
            return seen[-1] == seen[-2]
        self.window.wait(is_rest, "the page at rest")
        return seen[-1]

    def judge(self, stops, expected):
        """The faults of this walk, told with where all of it stands by now."""
        stops = [whole for each in stops for whole in met(each)]
        boxes = self.boxes_at_rest(stops + expected)

        def pairs(nodes):
            return [(f"{each.role} “{each.name}” {each.path[-4:]}", boxes[each.path])
                    for each in nodes]
        return walk_faults(pairs(stops), pairs(expected))
