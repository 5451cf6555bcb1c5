"""The accessible tree of one program, read whole with few questions: asking widget by widget takes
seconds on a full page. Used by real_window.py."""

import copy
import re
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

WINDOW_COORDINATES = 1
A11Y = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
TIMEOUT_MSEC = 20000
# In printed pairs of program and path; to unpack them is the longest part of reading a tree.
CHILD = re.compile(r", '(/[^']*)'\)")


class Node:
    """A widget as it was when the tree was read; `states` are names like "focused"."""

    def __init__(self, path, item, parent):
        name, role, description, bits = (item.get_child_value(index) for index in (6, 7, 8, 9))
        self.path = path
        self.name, self.description = name.get_string(), description.get_string()
        self.role = Atspi.role_get_name(Atspi.Role(role.get_uint32()))
        self._bits = bits.unpack()
        self.parent = parent
        self.children = []

    def again(self, name, description, bits):
        """The same widget at the same place, with what it says and is by now."""
        other = copy.copy(self)
        other.name, other.description, other._bits = name, description, bits
        return other

    def has(self, state):
        """Whether it was focused, pressed, checked, sensitive, showing…"""
        bit = int(getattr(Atspi.StateType, state.upper()))
        return bool(self._bits[bit // 32] >> bit % 32 & 1)

    def walk(self):
        """Itself and all below, depth first."""
        stack = [self]
        while stack:
            each = stack.pop()
            yield each
            stack.extend(reversed(each.children))


def bus_address():
    """Of the accessibility bus, which is started when it is asked for."""
    return subprocess.run(
        ["dbus-send", "--session", "--print-reply=literal", "--dest=org.a11y.Bus", "/org/a11y/bus",
         "org.a11y.Bus.GetAddress"], capture_output=True, text=True, check=True).stdout.strip()


class Tree:
    """The tree of the program with this process id, once it has told the bus of itself."""

    def __init__(self, pid):
        self._bus = Gio.DBusConnection.new_for_address_sync(
            bus_address(), Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self._pid = pid
        self._name = None

    def _send(self, name, path, interface, method, *values):
        return self._bus.call_sync(name, path, interface, method,
                                   GLib.Variant(*values) if values else None, None,
                                   Gio.DBusCallFlags.NONE, TIMEOUT_MSEC, None)

    def _call(self, *question):
        return self._send(*question).unpack()

    def _ask(self, node, interface, method, *values):
        return self._call(self._name, node.path, A11Y + interface, method, *values)

    def _find_program(self):
        """Its name on the bus, once it has registered: GTK 4.8 can not answer before."""
        bus = "org.freedesktop.DBus"
        for name, _ in self._call(A11Y + "Registry", ROOT, A11Y + "Accessible", "GetChildren")[0]:
            if self._call(bus, "/org/freedesktop/DBus", bus, "GetConnectionUnixProcessID",
                          "(s)", (name,))[0] == self._pid:
                return name
        raise LookupError("the program has not registered yet")

    def _read_children(self, paths):
        """{path: the paths of its children} of widgets that are there, all asked for at once."""
        children, awaited = {}, [len(paths)]

        def answer(bus, result, path):
            awaited[0] -= 1
            try:
                children[path] = CHILD.findall(bus.call_finish(result).print_(False))
            except GLib.Error:  # it went away meanwhile
                pass

        for path in paths:
            self._bus.call(self._name, path, A11Y + "Accessible", "GetChildren", None, None,
                           Gio.DBusCallFlags.NONE, TIMEOUT_MSEC, None, answer, path)
        while awaited[0]:
            GLib.MainContext.default().iteration(True)
        return children

    def read(self):
        """The root of the tree as it is now. The cache knows a widget once somebody has asked for
        it, and does not forget one that is hidden: who is whose child is asked level by level."""
        self._name = self._name or self._find_program()
        below, level = {}, [ROOT]
        while level:
            children = self._read_children(level)
            below.update(children)
            level = [child for each in children.values() for child in each]
        items = self._read_items(below)
        root = Node(ROOT, items[ROOT], None)
        stack = [root]
        while stack:
            node = stack.pop()
            node.children = [Node(path, items[path], node) for path in below.get(node.path, ())
                             if path in items]
            stack.extend(node.children)
        return root

    def _read_items(self, wanted):
        """{path: item} of the cache. It holds several times what is in the tree: taking apart what
        is not wanted would take longer than all the rest."""
        reply = self._send(self._name, "/org/a11y/atspi/cache", A11Y + "Cache", "GetItems")
        items = reply.get_child_value(0)
        found = {}
        for index in range(items.n_children()):
            item = items.get_child_value(index)
            path = item.get_child_value(0).get_child_value(1).get_string()
            if path in wanted:
                found[path] = item
        return found

    def now(self, node):
        """The same widget once more, asked alone; None when it is gone."""
        try:
            state = self._ask(node, "Accessible", "GetState")[0]
            told = self._call(self._name, node.path, "org.freedesktop.DBus.Properties", "GetAll",
                              "(s)", (A11Y + "Accessible",))[0]
        except GLib.Error:
            return None
        return node.again(told["Name"], told["Description"], state)

    def boxes(self, nodes):
        """{path: x, y, width and height in its window} of those that are there, now."""
        boxes, awaited = {}, [len(nodes)]

        def answer(bus, result, path):
            awaited[0] -= 1
            try:
                boxes[path] = bus.call_finish(result).unpack()[0]
            except GLib.Error:  # it went away meanwhile
                pass

        for node in nodes:
            self._bus.call(self._name, node.path, A11Y + "Component", "GetExtents",
                           GLib.Variant("(u)", (WINDOW_COORDINATES,)), None,
                           Gio.DBusCallFlags.NONE, TIMEOUT_MSEC, None, answer, node.path)
        while awaited[0]:
            GLib.MainContext.default().iteration(True)
        return boxes

    def box(self, node):
        """x, y, width and height in its window, now."""
        return self._ask(node, "Component", "GetExtents", "(u)", (WINDOW_COORDINATES,))[0]

    def follow_focus(self):
        """A list that gets the path of each widget as the keys come to it (take_signals)."""
        self._name = self._name or self._find_program()
        came = []

        def tell(_bus, _sender, path, _interface, _signal, told):
            if told.unpack()[1]:
                came.append(path)

        self._bus.signal_subscribe(self._name, A11Y + "Event.Object", "StateChanged", None,
                                   "focused", Gio.DBusSignalFlags.NONE, tell)
        return came

    def take_signals(self):
        """What the program has told since is in the lists of those who follow."""
        while GLib.MainContext.default().iteration(False):
            pass

    def act(self, node):
        """Its first action."""
        self._ask(node, "Action", "DoAction", "(i)", (0,))

    def text(self, node):
        """What stands in the field, now. (GTK 4.8 knows no -1 for the end.)"""
        return self._ask(node, "Text", "GetText", "(ii)", (0, 10000))[0]

    def set_text(self, node, text):
        self._ask(node, "EditableText", "SetTextContents", "(s)", (text,))
