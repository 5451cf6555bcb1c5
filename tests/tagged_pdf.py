"""A PDF as those meet it who do not see it: language, titles, structure, destinations and attached
files, as qpdf and poppler read them. Each check_ raises AssertionError with what is wrong."""

import functools
import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree

HEADING = re.compile(r"/H([1-6])$")
XMP = {"rdf": "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "dc": "{http://purl.org/dc/elements/1.1/}",
       "pdf": "{http://ns.adobe.com/pdf/1.3/}", "xmp": "{http://ns.adobe.com/xap/1.0/}"}


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, check=False)
    assert done.returncode == 0, (command, done.returncode, done.stderr[-600:])
    return done.stdout


def one_space(text):
    return re.sub(r"\s+", " ", text).strip()


# Where PDFDocEncoding (ISO 32000-1, D.2) is not Latin-1.
PDF_DOC = dict(zip([*range(0x80, 0x9f), 0xa0],
                   "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž€"))


def text_of(value):
    """A string object's text, as qpdf's JSON writes it: bytes where it is not sure of them."""
    assert isinstance(value, str) and value[:2] in ("u:", "b:"), value
    if value[0] == "u":
        return value[2:]
    data = bytes.fromhex(value[2:])
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be")
    return "".join(PDF_DOC.get(byte, chr(byte)) for byte in data)


class TaggedPdf:
    def __init__(self, path):
        self.path = path
        read = json.loads(run("qpdf", "--json=2", "--json-key=qpdf", "--json-key=pages", path))
        self.objects = read["qpdf"][1]
        self.pages = [page["object"] for page in read["pages"]]
        self.trailer = self.objects["trailer"]["value"]
        self.catalog = self.value(self.trailer["/Root"])

    def value(self, thing):
        """The object that a reference stands for; of a stream its dictionary."""
        while isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            found = self.objects["obj:" + thing]
            thing = found["value"] if "value" in found else found["stream"]["dict"]
        return thing

    def kids(self, element):
        """Structure elements below this one: neither content nor annotations."""
        kids = self.value(element.get("/K", []))
        kids = [self.value(kid) for kid in (kids if isinstance(kids, list) else [kids])]
        return [kid for kid in kids if isinstance(kid, dict) and "/S" in kid]

    def elements(self, element=None):
        """All of them, in the order of reading."""
        for kid in self.kids(element or self.value(self.catalog["/StructTreeRoot"])):
            yield kid
            yield from self.elements(kid)

    def all(self, *tags):
        return [element for element in self.elements() if element["/S"] in tags]

    def names(self, tree):
        """A name tree as a dictionary; of one leaf, as ours are."""
        node = self.value(self.value(self.catalog["/Names"])[tree])
        pairs = self.value(node["/Names"])
        keys = [text_of(key) for key in pairs[::2]]
        assert len(set(keys)) == len(keys), keys
        return dict(zip(keys, pairs[1::2]))

    def page_of(self, destination):
        """From 1."""
        if isinstance(destination, str):
            destination = self.value(self.names("/Dests")[text_of(destination)])
        return self.pages.index(self.value(destination)[0]) + 1

    def outline(self, node=None):
        """(title, page), in order."""
        entry = self.value((node or self.value(self.catalog["/Outlines"])).get("/First"))
        while entry:
            yield text_of(entry["/Title"]), self.page_of(entry["/Dest"])
            yield from self.outline(entry)
            entry = self.value(entry.get("/Next"))

    def headings(self):
        """(level, page)"""
        return [(int(HEADING.match(element["/S"])[1]), self.pages.index(element["/Pg"]) + 1)
                for element in self.elements() if HEADING.match(element["/S"])]

    @functools.cache
    def page_text(self, page, box=None):
        """box: left, bottom, right, top."""
        cut = []
        if box:
            top = self.value(self.value(self.pages[page - 1])["/MediaBox"])[3]
            left, low, right, high = box
            cut = ["-x", int(left), "-y", int(top - high), "-W", int(right - left), "-H", int(high - low)]
        command = ["pdftotext", "-f", page, "-l", page, *cut, self.path, "-"]
        return one_space(run(*map(str, command)).decode())

    def xmp(self):
        """Its simple texts by name; of a list the first."""
        stream = self.catalog["/Metadata"].split()[0]
        packet = run("qpdf", "--show-object=" + stream, "--raw-stream-data", self.path).decode()
        assert "pdfaid" not in packet and "pdfuaid" not in packet, packet
        root = ElementTree.fromstring(packet[packet.index("<x:xmpmeta"):packet.index("<?xpacket end")])
        found = {}
        for element in root.iter(XMP["rdf"] + "Description"):
            for child in element:
                item = child.find(f".//{XMP['rdf']}li")
                found[child.tag] = (child if item is None else item).text
        return found


def check_sound(pdf):
    run("qpdf", "--check", pdf.path)


def check_language(pdf, language):
    assert text_of(pdf.catalog["/Lang"]) == {"en": "en-CA", "fr": "fr-CA"}[language], pdf.catalog["/Lang"]


def check_metadata(pdf, language):
    """The title is shown, and XMP says what the Info dictionary says."""
    info = pdf.value(pdf.trailer["/Info"])
    xmp = pdf.xmp()
    assert pdf.value(pdf.catalog["/ViewerPreferences"])["/DisplayDocTitle"] is True
    assert pdf.catalog["/PageMode"] == "/UseOutlines"
    for key, name in (("/Title", "dc title"), ("/Author", "dc creator"), ("/Subject", "dc description"),
                      ("/Creator", "xmp CreatorTool"), ("/Producer", "pdf Producer")):
        prefix, local = name.split()
        assert len(text_of(info[key])) > 3, key
        assert xmp[XMP[prefix] + local] == text_of(info[key]), (key, xmp, info[key])
    assert xmp[XMP["dc"] + "language"] == {"en": "en-CA", "fr": "fr-CA"}[language]
    day = text_of(info["/CreationDate"])
    assert re.fullmatch(r"D:\d{8}", day), day
    assert xmp[XMP["xmp"] + "CreateDate"].replace("-", "") == day[2:]


def check_tree(pdf):
    """Marked, one document, every element under the one that names it; tabs go in this order."""
    root = pdf.value(pdf.catalog["/StructTreeRoot"])
    assert pdf.value(pdf.catalog["/MarkInfo"])["/Marked"] is True
    assert [kid["/S"] for kid in pdf.kids(root)] == ["/Document"]
    for element in pdf.elements():
        assert all(pdf.value(kid["/P"]) is element for kid in pdf.kids(element)), element
    assert all(pdf.value(page)["/Tabs"] == "/S" for page in pdf.pages)


def check_figures(pdf):
    """Each has a text of more than a few words."""
    for figure in pdf.all("/Figure"):
        assert len(text_of(figure.get("/Alt", "u:"))) > 40, figure


def scope(pdf, cell):
    attributes = pdf.value(cell.get("/A", {}))
    assert not attributes or attributes["/O"] == "/Table", attributes
    return attributes.get("/Scope"), attributes.get("/ColSpan", 1)


def check_tables(pdf):
    """Rows of as many columns; each head says of what it is the head."""
    tables = pdf.all("/Table")
    for table in tables:
        rows = [pdf.kids(row) for row in pdf.kids(table)]
        assert {row["/S"] for row in pdf.kids(table)} == {"/TR"}, table
        widths = {sum(scope(pdf, cell)[1] for cell in row) for row in rows}
        assert len(widths) == 1, widths
        for row in rows:
            tags = [cell["/S"] for cell in row]
            assert set(tags) <= {"/TH", "/TD"} and tags[0] == "/TH", tags
            heads = "/Column" if set(tags) == {"/TH"} and widths != {1} else "/Row"
            for cell in row:
                expected = heads if cell["/S"] == "/TH" else None
                assert scope(pdf, cell)[0] == expected, (tags, cell)
    return len(tables)


def check_headings(pdf):
    """No level skipped, and the outline goes to each on its page."""
    headings, outline = pdf.headings(), list(pdf.outline())
    assert headings[0][0] == 1, headings
    for (before, _), (level, _) in zip(headings, headings[1:]):
        assert level <= before + 1, headings
    assert [page for _, page in headings] == [page for _, page in outline], (headings, outline)
    for title, page in outline:
        assert one_space(title) in pdf.page_text(page), (title, page)


def links_of(pdf):
    """(the page it stands on, its words, the page it goes to) of each, all of them in the structure."""
    told = [pdf.value(kid)["/Obj"] for link in pdf.all("/Link")
            for kid in pdf.value(link["/K"]) if isinstance(pdf.value(kid), dict)]
    seen = []
    for number, page in enumerate(pdf.pages, 1):
        for annotation in pdf.value(pdf.value(page).get("/Annots", [])):
            link = pdf.value(annotation)
            assert link["/Subtype"] == "/Link" and annotation in told, link
            seen.append((number, pdf.page_text(number, tuple(link["/Rect"])), pdf.page_of(link["/Dest"])))
    assert len(seen) == len(told), (seen, told)
    return seen


def check_any(pdf, language):
    """What holds of every PDF of ours."""
    check_sound(pdf)
    check_language(pdf, language)
    check_metadata(pdf, language)
    check_tree(pdf)
    check_tables(pdf)
    check_figures(pdf)
    check_headings(pdf)
    links_of(pdf)
