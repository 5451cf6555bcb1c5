#!/usr/bin/python3
"""The French catalogue says everything the program says, and says it well.

usage: check-po.py SOURCE_ROOT

Extracts the texts of ui/ and app/ with xgettext and fails when one is missing in po/fr_CA.po, when
the catalogue has one that nobody says any more, one that is fuzzy or untranslated, one that breaks
Québec typography or the placeholders of its original, or when msgfmt complains. Prints TAP."""

import pathlib
import re
import subprocess
import sys

import tap

NBSP = "\u00a0"
KEYWORDS = ["-k", "-kN_:1", "-ksay:2", "-ksay_count:3,4"]
SAYS = re.compile(r"\b(?:say|say_count|N_)\(")
QUOTED = re.compile(r'^(?:(msgid|msgid_plural|msgstr|msgstr\[\d\]) )?"(.*)"$')
PLACEHOLDER = re.compile(r"%(?:(\d+)\$)?0?\d*(s|d)")
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def unescape(text):
    return re.sub(r"\\(.)", lambda match: ESCAPES[match.group(1)], text)


def read_entries(text):
    """{msgid: (msgid_plural or None, [msgstr…], flags)} of a catalogue, its header left out."""
    entries = {}
    for block in re.split(r"\n\s*\n", text):
        fields, flags, current = {}, set(), None
        for line in block.splitlines():
            if line.startswith("#,"):
                flags |= {flag.strip() for flag in line[2:].split(",")}
            match = QUOTED.match(line)
            if match:
                current = match.group(1) or current
                fields[current] = fields.get(current, "") + unescape(match.group(2))
        if fields.get("msgid"):
            texts = [fields[key] for key in sorted(fields) if key.startswith("msgstr")]
            entries[fields["msgid"]] = (fields.get("msgid_plural"), texts, flags)
    return entries


def extract(root):
    sources = sorted(
        str(path.relative_to(root))
        for folder in ("ui", "app")
        for path in (root / folder).rglob("*.c")
        if SAYS.search(path.read_text(encoding="utf-8"))
    )
    template = subprocess.run(
        ["xgettext", "--from-code=UTF-8", *KEYWORDS, "--no-wrap", "-o", "-", *sources],
        cwd=root, check=True, capture_output=True, text=True,
    ).stdout
    return sources, read_entries(template)


def model_lines(root):
    """Lines that model/ and ui/session write in English and words say: whole sentences of the store,
    and why a --set is refused."""
    lines = set()
    for folder in ("model/store", "ui/session"):
        for path in (root / folder).glob("*.c"):
            text = re.sub(r'"\s*"', "", path.read_text(encoding="utf-8"))
            lines |= set(re.findall(r'"([A-Z][^"%\\]+ [^"%\\]+\.)"', text))
    text = (root / "model/plan/field-text.c").read_text(encoding="utf-8")
    for statement in re.findall(r"(?:\*why =|return)[^;]*;", text):
        lines |= set(re.findall(r'"([a-z][^"]* [^"]*)"', statement))
    return lines


def placeholders(text):
    """What a text takes: {position: kind}."""
    found, position = {}, 0
    for match in PLACEHOLDER.finditer(text.replace("%%", "")):
        position += 1
        found[int(match.group(1) or position)] = match.group(2)
    return found


def typography_faults(text):
    """Québec usage: ’, no-break space before : % $ » and after «, none before ; ! ?."""
    words = PLACEHOLDER.sub("0", text)
    if "'" in words:
        yield "straight apostrophe"
    if re.search(r"[^%s\n]:(?=\s|$)" % NBSP, words):
        yield "no no-break space before :"
    if re.search(r"[^%s][%%»]" % NBSP, words):
        yield "no no-break space before % or »"
    if re.search(r"[0-9] ?\$", words):
        yield "no no-break space before $"
    if re.search(r"«[^%s]" % NBSP, words):
        yield "no no-break space after «"
    if re.search(r"\s[;!?]", words):
        yield "space before ; ! or ?"
    if '"' in words or "“" in words:
        yield "English quotes"
    if "\ufffd" in words or "\u202f" in words:
        yield "a character that fonts may lack"


# What the rules must find, so that they cannot rot into saying yes.
KNOWN_FAULTS = ["l'offre", "Total: 5", "50 %", "12,50 $", "«mot»", "Vraiment ?", "bon ; salle"]
KNOWN_GOOD = f"L’offre{NBSP}: 50{NBSP}% de %1$s, soit 12,50{NBSP}$; «{NBSP}mot{NBSP}» à 10:30, vraiment?"


def rule_faults():
    for text in KNOWN_FAULTS:
        if not list(typography_faults(text)):
            yield f"{text!r} is let through"
    for fault in typography_faults(KNOWN_GOOD):
        yield f"{KNOWN_GOOD!r}: {fault}"


def entry_faults(original, plural, texts, flags):
    if "fuzzy" in flags:
        yield "fuzzy"
    if not texts or not all(texts):
        yield "untranslated"
    if plural is not None and len(texts) != 2:
        yield "needs two forms"
    for text in texts:
        yield from typography_faults(text)
        if placeholders(text) != placeholders(plural or original):
            yield "other placeholders than the original"
        if (text[:1] == " ", text[-1:] == " ") != (original[:1] == " ", original[-1:] == " "):
            yield "spaces at the ends differ"


def main():
    root = pathlib.Path(sys.argv[1])
    catalogue_path = root / "po" / "fr_CA.po"
    sources, said = extract(root)
    known = read_entries(catalogue_path.read_text(encoding="utf-8"))
    listed = (root / "po" / "POTFILES").read_text(encoding="utf-8").split()
    checks = {
        "the rules find known faults": list(rule_faults()),
        "POTFILES lists the sources that say something":
            [f"{name}: listed or says something, not both"
             for name in sorted(set(sources) ^ set(listed))],
        "every text is in the catalogue":
            [f"{text!r}" for text, entry in said.items()
             if text not in known or known[text][0] != entry[0]],
        "every line of the lower rooms is in the catalogue":
            [f"{text!r}" for text in sorted(model_lines(root)) if text not in known],
        "every text of the catalogue is said":
            [f"{text!r}" for text in known if text not in said],
        "every translation is whole and well written":
            [f"{text!r}: {fault}" for text, entry in known.items()
             for fault in entry_faults(text, *entry)],
        "msgfmt accepts the catalogue":
            subprocess.run(
                ["msgfmt", "--check", "--check-accelerators=_", "-o", "/dev/null",
                 str(catalogue_path)], capture_output=True, text=True).stderr.splitlines(),
    }
    told = tap.Tap()
    for name, faults in checks.items():
        told.tell(name, "\n".join(faults))
    told.end()


if __name__ == "__main__":
    main()
