"""What a browser makes of a page, and what in it would be somebody else's doing."""

import html5lib

# What pages of a site are made of. Anything else is an element that somebody else wrote.
ELEMENTS = set("""
    html head meta title link script body header nav main aside footer search form label input button
    section div p span a ul ol li dl dt dd h1 h2 h3 h4 h5 h6 pre code kbd blockquote hr br em strong del
    ins sub sup s table thead tbody tfoot tr th td caption colgroup col figure figcaption img svg ruby rt
    rp details summary time select option optgroup output noscript b small mark abbr fieldset legend dialog
    u i var samp cite q data
""".split())
ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "cite", "background", "srcset"}
# Where a text of a page may stand within a tag.
TEXTS = {
    "alt", "title", "aria-label", "content", "id", "href", "src", "data-words", "placeholder", "value",
    "for", "aria-labelledby", "aria-describedby", "data-name", "data-search", "data-client",
    "data-value", "data-label", "data-copy", "data-id", "data-names", "data-values",
}
SCHEMES = ("http:", "https:", "ftp:", "mailto:")


def tree(text, **options):
    return html5lib.parse(text, namespaceHTMLElements=False, **options)


def scheme(address):
    """The scheme as a browser reads it: what it takes away before, and within, is taken away."""
    address = address.strip("".join(map(chr, range(0x21))))
    address = "".join(c for c in address if c not in "\t\n\r")
    beginning = address.replace("\\", "/").split("/")[0].split("?")[0].split("#")[0]
    return beginning[:beginning.index(":") + 1].lower() if ":" in beginning else ""


def faults(text, mark, is_part=False, own=("https://help.example.jp/sub/",)):
    """Sentences about what no page of ours would hold; of a text, or of a tree."""
    root = text
    if isinstance(text, str):
        root = html5lib.parseFragment(text, namespaceHTMLElements=False) if is_part else tree(text)
    for element in root.iter():
        name = element.tag
        if not isinstance(name, str):
            if mark in (element.text or ""):
                yield f"a comment: {element.text[:80]!r}"
            continue
        if name in ("DOCUMENT_ROOT", "DOCUMENT_FRAGMENT", "<!DOCTYPE>"):
            continue
        if name not in ELEMENTS or is_part and name in ("script", "form", "meta", "link", "button"):
            yield f"an element <{name}> with {dict(element.attrib)}"
        for key, value in element.attrib.items():
            key = key if isinstance(key, str) else str(key)
            if key.lower().startswith("on") or key in ("style", "srcdoc", "ping", "is"):
                yield f"<{name} {key}={value!r}>"
            # The word for a block of code's language is the author's.
            is_text = key in TEXTS or name == "code" and key == "class"
            if mark in key or mark in value and not is_text:
                yield f"<{name} {key}={value[:80]!r}> holds the mark"
            if key in ADDRESSES and scheme(value) not in ("",) + SCHEMES:
                yield f"<{name} {key}={value[:80]!r}> has the scheme {scheme(value)}"
            # Programs that make links of bare words make such ones too.
            is_word = is_part and value.endswith("".join(element.itertext()))
            if key in ADDRESSES and value.replace("\\", "/").startswith("//") and not is_word:
                yield f"<{name} {key}={value[:80]!r}> leads to a host of its own"
            if key in ("id", "for", "name") and any(c.isspace() for c in value):
                yield f"<{name} {key}={value[:80]!r}> has white space"
        if name in ("img", "script", "link", "form", "iframe", "input") and not is_part:
            for key in ("src", "href", "action"):
                address = element.attrib.get(key, "")
                is_word = element.attrib.get("rel") in ("canonical", "alternate")
                if scheme(address) and not (is_word and address.startswith(own)):
                    yield f"<{name} {key}={address[:80]!r}> asks another host"
        if name == "script" and "src" not in element.attrib \
                and element.attrib.get("type") != "application/ld+json":
            yield f"a script: {element.text!r}"
        if name == "meta" and element.attrib.get("http-equiv", "").lower() == "refresh":
            target = element.attrib["content"].split("url=", 1)[-1]
            if scheme(target) or target.startswith("/"):
                yield f"a page that leads away: {target[:80]!r}"
