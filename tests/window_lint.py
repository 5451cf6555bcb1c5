"""What an assistive technology may meet in the accessible tree of a window, and what it may not.
Judges nodes of accessible_tree.py; knows no window. Used by test-window-lint.py."""

import re

INTERACTIVE = {"push button", "toggle button", "check box", "radio button", "text", "entry", "slider",
               "spin button", "combo box", "menu item", "check menu item", "radio menu item",
               "page tab", "link", "switch", "password text"}
BUTTONS = {"push button", "toggle button", "link"}
CHARTS = {"image", "icon"}
# What GTK calls a widget that has no name.
TYPE_NAME = re.compile(r"(Gtk|Adw|Aub)[A-Z][A-Za-z]+")


def is_nameless(node):
    return not node.name.strip() or bool(TYPE_NAME.fullmatch(node.name))


def ancestors(node):
    while node.parent:
        node = node.parent
        yield node


def is_fold(node):
    """Details: what is in them is in the button that opens them."""
    return node.role == "push button" and node.has("expandable")


def is_part(node):
    """A menu button holds a button and a combo box its list: the outer one is what is met. And a
    window of one page keeps libadwaita's switcher of pages, unseen."""
    line = list(ancestors(node))
    return any((each.role in INTERACTIVE and (each is line[0] or not is_fold(each)))
               or each.name == "AdwViewSwitcher" for each in line)


def folds(node):
    """The details that hold it, which are told when they are entered."""
    return tuple(each.name for each in ancestors(node) if is_fold(each))


def told(node):
    return f"{node.role} “{node.name}” in " + " / ".join(
        each.name for each in reversed(list(ancestors(node))) if not is_nameless(each))


def nameless_faults(root, is_there):
    """is_there: whether a node has a place on the screen; asked of the suspects alone."""
    return ["no name: " + told(each) for each in root.walk()
            if each.role in INTERACTIVE and is_nameless(each) and not is_part(each)
            and is_there(each)]


def chart_faults(root, is_there):
    """A chart has its finding as its name and its extremes as its description. Our own pictures are
    charts; GTK's are decoration without a name."""
    return ["a chart without name or description: " + told(each) for each in root.walk()
            if each.role in CHARTS and each.name != "GtkImage"
            and (is_nameless(each) or len(each.description) <= len(each.name)) and is_there(each)]


def card(node):
    """The card of a page: what stands at the third level of the outermost scrolled window. Outside
    of pages: the window."""
    line = [each for each in [node] + list(ancestors(node)) if each.role != "filler"]
    panes = [index for index, each in enumerate(line) if each.role == "scroll pane"]
    return line[max(panes[-1] - 3, 0)] if panes else line[-2]


def twin_faults(root, is_there):
    """Two buttons on one card, or in the same details, that are heard as the same one."""
    faults, seen = [], {}
    for each in root.walk():
        if each.role not in BUTTONS or is_nameless(each) or is_part(each):
            continue
        key = (card(each), folds(each), each.name, each.description)
        if key in seen and is_there(each) and is_there(seen[key]):
            faults.append("two buttons of the same name: " + told(each))
        seen.setdefault(key, each)
    return faults


def foreign_faults(root, foreign):
    """Names and descriptions that are texts of the other language, as whole texts."""
    return [f"of the other language: {told(each)}" for each in root.walk()
            if each.name in foreign or each.description in foreign]


# A paper's own title, in whatever language it is mentioned.
SOURCE = "Dholakia, Daily Deals As They Gain Experience, Rice University, June 2012"
WORD = re.compile(r"[^\W\d_]+")


def words_of(texts):
    """The words in these texts, in small letters: what a language may say. One letter is none."""
    return {word.casefold() for text in texts for word in WORD.findall(text) if len(word) > 1}


def stray_faults(root, known):
    """Words that are neither of the catalogue's texts in the window's language nor data: of the
    other language, or never translated. The description of a row of the keys is their names, which
    are the toolkit's."""
    faults = []
    for each in root.walk():
        said = (each.name,) if each.role == "list item" else (each.name, each.description)
        stray = words_of(text.replace(SOURCE, "") for text in said) - known
        if stray and not TYPE_NAME.fullmatch(each.name):
            faults.append(f"not of this language: {', '.join(sorted(stray))}: {told(each)}")
    return faults


def shape(root, is_there):
    """The roles of all that can be used or is a chart, as they are read; of details, what opens
    them. How deep they are is a matter of how long words are: what has no room side by side stands
    one over the other."""
    return [each.role for each in root.walk()
            if each.role in INTERACTIVE | CHARTS and not is_part(each) and not folds(each)
            and is_there(each)]


def order_faults(root, names):
    """The names in the order in which they must be read; each once at least."""
    heard = [each.name for each in root.walk()]
    missing = [name for name in names if name not in heard]
    if missing:
        return [f"not there: {name}" for name in missing]
    places = [heard.index(name) for name in names]
    return [f"“{name}” is read before “{before}”" for before, name, first, second in
            zip(names, names[1:], places, places[1:]) if second < first]


def faults(root, foreign, is_there=lambda node: True):
    return (nameless_faults(root, is_there) + chart_faults(root, is_there)
            + twin_faults(root, is_there) + foreign_faults(root, foreign))
