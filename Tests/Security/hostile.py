"""Pages by somebody who wants the readers' browsers, and the places of each dialect that they can fill.

Every text holds a mark, `zq` and a number, by which the judges know where it went. Names of attributes,
elements and places that run something are never ours to write: a mark in one of them is a find.
"""

import itertools
import json

MARK = "zq"

# Each once a class: what ends a text, an attribute, a comment, an element; what begins a script, an
# address, a style; what browsers mend into something else.
ENDS_OF_TEXT = [
    "<img src=zq0 onerror=top.zq0=1>",
    "<svg/onload=top.zq1=1>",
    "</title><script>top.zq2=1</script>",
    "</style></textarea></noscript><svg onload=top.zq3=1>",
    "--><script>top.zq4=1</script><!--",
    "<![CDATA[><img src onerror=top.zq5=1>]]>",
    "<math><mtext><mglyph><style><!--</style><img title=\"--&gt;&lt;img src onerror=top.zq6=1&gt;\">",
    "<details open ontoggle=top.zq7=1>zq7</details>",
    "&lt;script&gt;top.zq8=1&lt;/script&gt; &#60;img src onerror=top.zq8=1&#62;",
    "<template><script>top.zq9=1</script></template>",
    "<?xml version='1.0'?><?php echo 'zq10' ?><!DOCTYPE zq10>",
    "<a href='java&#115;cript:top.zq11=1' style='position:fixed;inset:0'>zq11</a>",
    "<scr<script>ipt>top.zq12=1</scr</script>ipt>",
    "<iframe srcdoc='&lt;script&gt;top.zq13=1&lt;/script&gt;'></iframe>",
    "<base href=//evil.example/zq14/><form action=//evil.example/zq14><button formaction=x>",
    "<meta http-equiv=refresh content='0;url=//evil.example/zq15'><link rel=import href=//zq15>",
    "{{{zq16}}}{{>zq16}}{{=<% %>=}}<%& zq16 %>{{#zq16}}",
    "\u3000<\u0301img src=zq17 onerror=top.zq17=1>",
]
ENDS_OF_ATTRIBUTES = [
    '" autofocus onfocus=top.zq20=1 x="',
    "' autofocus onfocus=top.zq21=1 x='",
    "` onmouseover=top.zq22=1 ",
    '"\u0301 onpointerenter=top.zq23=1 x="\u0301',
    '"\u200d></a><img src onerror=top.zq24=1>',
    "&quot; onfocus=top.zq25=1 &#34; onfocus=top.zq25=1",
    '\\" onfocus=top.zq26=1 \\"',
    '"/><script>top.zq27=1</script>',
    "\u2028\" onfocus=top.zq28=1\u2029",
]
IN_DATA = [
    '"}]}</script><script>top.zq30=1</script>',
    "<!--<script>zq31",
    "\\u003c/script\\u003e zq32 \u2028 \u2029 \\",
    '=cmd|"/c zq33"!A0',
    '"\u0301,"=HYPERLINK(""//evil.example/zq34"")"\u0301',
    "]]>&zq35;<!ENTITY zq35 SYSTEM 'file:///etc/passwd'>",
    "zq36; } location / { return 302 https://evil.example$uri; }",
    "zq37 ${host} $request_uri %{HTTP_HOST} %0d%0aSet-Cookie:zq37=1",
    "``` zq38 `` ` </code></pre><script>top.zq38=1</script>",
    "[zq39](javascript:top.zq39=1) ![zq39](data:text/html,zq39) <javascript:top.zq39=1>",
    "**zq40** ~~zq40~~ | zq40 | \\| # zq40",
]
ADDRESSES = [
    "javascript:top.zq50=1",
    "JaVaScRiPt:top.zq51=1",
    "java\tscript:top.zq52=1",
    "\x01javascript:top.zq53=1",
    " javascript:top.zq54=1",
    "data:text/html;base64,PHNjcmlwdD50b3AuenE1NT0xPC9zY3JpcHQ+",
    "data:image/svg+xml,<svg onload=top.zq56=1>",
    "vbscript:zq57",
    "view-source:javascript:zq58",
    "blob:https://evil.example/zq59",
    "//evil.example/zq60",
    "\\\\evil.example\\zq61",
    "/\\evil.example/zq62",
    'https://evil.example/zq63" onclick=top.zq63=1 "',
    "https://evil.example/zq64'onclick='top.zq64=1",
    "https://a@evil.example:x/zq65",
    "https://evil.example/zq66>)<script>top.zq66=1</script>",
    "http://evil.example/zq67\u0301\"onclick=top.zq67=1",
    "javascript&colon;top.zq68=1",
    "javascript&#58;top.zq69=1",
    "java&Tab;script:top.zq70=1",
    "%6aavascript:top.zq71=1",
    "mailto:a@b.example\"onclick=top.zq72=1",
    "jav\u0430script:zq73",
    "file:///etc/zq74",
    "../../../../etc/zq75",
    "feed:javascript:top.zq76=1",
]
TEXTS = ENDS_OF_TEXT + ENDS_OF_ATTRIBUTES + IN_DATA

# What a terminal obeys: colours, the title, the clipboard, a cleared screen, text that runs backwards.
TERMINAL = "\x1b[31m\x1b]0;zq80\x07\x1b]52;c;enE4MA==\x07\x9b2J\x08\x0b\x0c\u202e\u2066\u2028\x7f"

PUKIWIKI = [
    "{t}", "*{t}", "**{t} [#{w}]", "-{t}", "+{t}", "+手順 {t}", ":{t}|{t}", ">{t}", " {t}",
    "|{t}|{t}|h", "|{t}|{t}|", "|BGCOLOR({t}):{t}|COLOR({t}):{t}|", ",{t},{t}",
    "''{t}'' '''{t}''' %%{t}%%", "(({t}))", "[[{t}]]", "[[{t}>{a}]]", "[[{t}:{a}]]", "[[{a}]]",
    "{a}", "&color({t}){{{t}}};", "&size({t}){{{t}}};", "&ref({a},{t},nolink);", "&ref({a});",
    "#ref({a},{t},around)", "&ruby({t}){{{t}}};", "&aname({t});", "#aname({t})", "#anchor({t})",
    "#{w}({t},{a})", "&{w}({t}){{{t}}};", "#contents({t})", "#include({t})", "#ls2({t},title)",
    "#navi({t})", "//wikiguide: client {t}", "//wikiguide: title {t}", "//wikiguide: {t}",
    "手順{t}をご覧ください", "[[Mail:{a}]]", "CENTER:{t}", "RIGHT:{t}", "COLOR({t}):{t}",
    "~{t}~", "#pre{{{{\n{t}\n}}}}", "#code({t}){{{{\n{t}\n}}}}", "TITLE:{t}", "[[{t}#{t}]]",
]
MARKDOWN = [
    "{t}", "# {t}", "## {t} {{#{w}}}", "- {t}", "1. {t}", "- [ ] {t}", "> {t}", "    {t}",
    "```{t}\n{t}\n```", "`{t}`", "``{t}``", "| {t} | {t} |\n|---|---|\n| {t} | {t} |",
    "[{t}]({a})", "[{t}](<{a}> \"{t}\")", "![{t}]({a})", "![{t}](<{a}> \"{t}\")", "<{a}>", "{a}",
    "[{t}][{w}]\n\n[{w}]: <{a}> '{t}'", "[^{w}]\n\n[^{w}]: {t}", "{t}\n: {t}", "**{t}** *{t}*",
    "!!! {t} \"{t}\"\n    {t}", "??? note \"{t}\"\n    {t}", "=== \"{t}\"\n    {t}", "::: {t}\n{t}\n:::",
    "> [!{t}]\n> {t}", "<!-- wikiguide: client {t} -->", "<!-- wikiguide: {t} -->", "<!-- {t} -->",
    "<details><summary>{t}</summary>\n\n{t}\n\n</details>", "<kbd>{t}</kbd>", "<a name=\"{t}\">x</a>",
    "<img src=\"{a}\" alt='{t}' title=\"{t}\">", "<a href='{a}' title='{t}'>{t}</a>",
    "<div align=\"{t}\" class=\"{t}\" id=\"{t}\">{t}</div>", "手順{t}をご覧ください", "{t} { #x .y onclick=\"{t}\" }",
    "[{t}](x.md#{t})", "{{{{ {t} }}}}", "$$ {t} $$", "~~{t}~~ <u>{t}</u> ==x==", "<{t}>", "</{t}>",
]
MEDIAWIKI = [
    "{t}", "=={t}==", "==={t}===", "*{t}", "#{t}", ";{t}:{t}", ":{t}", " {t}", "'''{t}''' ''{t}''",
    "[[{t}]]", "[[{t}|{t}]]", "[[{t}#{t}|{t}]]", "[{a} {t}]", "[{a}]", "{a}",
    "[[File:{t}|thumb|alt={t}|link={a}|{t}]]", "[[ファイル:{a}|{t}]]", "[[Category:{t}]]",
    "{{|\n! {t} !! style=\"{t}\" | {t}\n|-\n| class={t} | {t} || {t}\n|}}",
    "<nowiki>{t}</nowiki>", "<pre>{t}</pre>", "<code>{t}</code>", "<ref name=\"{t}\">{t}</ref>",
    "<span style=\"{t}\" id=\"{t}\" onclick=\"{t}\">{t}</span>", "<div {t}>{t}</div>",
    "<syntaxhighlight lang=\"{t}\">{t}</syntaxhighlight>", "{{{{{t}|{t}={t}}}}}", "{{{{Anchor|{t}}}}}",
    "<!-- wikiguide: client {t} -->", "<gallery>\n{t}|{t}\n</gallery>", "__TOC__ {t}", "#REDIRECT [[{t}]]",
    "<br {t}><hr {t}>", "<font color=\"{t}\">{t}</font>", "RFC 1 {t} ISBN 1 {t}",
]
DOKUWIKI = [
    "{t}", "====== {t} ======", "===== {t} =====", "  * {t}", "  - {t}", "> {t}", "  {t}", "**{t}** //{t}//",
    "__{t}__ ''{t}'' <del>{t}</del> <sub>{t}</sub>", "[[{t}]]", "[[{a}|{t}]]", "[[{t}|{{{{{a}}}}}]]", "{a}",
    "{{{{{a}|{t}}}}}", "{{{{ {a}?200x200&nolink |{t}}}}}", "^ {t} ^ {t} ^\n| {t} | {t} |", "(({t}))",
    "<code {t}>{t}</code>", "<file {t} {t}>{t}</file>", "%%{t}%%", "<nowiki>{t}</nowiki>", "<html>{t}</html>",
    "<php>{t}</php>", "{{{{page>{t}}}}}", "{{{{tag>{t}}}}}", "~~{t}~~", "<{t}>", "[[doku>{t}|{t}]]",
    "[[this>{t}|{t}]]", "<WRAP {t}>{t}</WRAP>", "%%<!-- wikiguide: client {t} -->%%",
]
DIALECTS = {
    "txt": PUKIWIKI, "yuki": PUKIWIKI, "pyuki": PUKIWIKI, "md": MARKDOWN, "mediawiki": MEDIAWIKI,
    "dokuwiki": DOKUWIKI,
}


def fill(shape, text, address, number):
    """A place filled; a shape's doubled braces are single ones."""
    shape = shape.replace("{{", "\0").replace("}}", "\1")
    shape = shape.replace("{t}", text).replace("{a}", address).replace("{w}", f"w{number}")
    return shape.replace("\0", "{").replace("\1", "}")


def pages():
    """Paths and texts: each place of each dialect with every text, addresses going round."""
    addresses = itertools.cycle(ADDRESSES)
    for ending, shapes in DIALECTS.items():
        for number, shape in enumerate(shapes):
            lines = []
            # Its sisters read nearly everything as PukiWiki does.
            texts = TEXTS[number % 4::4] if ending in ("yuki", "pyuki") else TEXTS
            for text in texts if "{t}" in shape else ADDRESSES:
                count = len(ADDRESSES) if "{a}" in shape and ending in ("txt", "md") else 1
                lines += [fill(shape, text, next(addresses), number) for _ in range(min(count, 2))]
            yield f"{ending}{number}.{ending}", GUIDE[ending] + "\n\n".join(lines) + "\n"


# A guide with steps, so that the page's text is shown on the page of a client as well.
GUIDE = {
    "txt": "*Thunderbirdの設定\n**設定手順\n+<b>zq90\" を押す\n+手順1に戻る\n\n",
    "md": "---\ntitle: 'Thunderbird <script>zq91</script>'\ndescription: '\"><img src=x onerror=zq92>'\n"
    "aliases: ['old\"><script>zq93', 'a;b $host zq94', 'c\\nzq95']\nlang: en\n---\n\n"
    "## Setting up Thunderbird\n\n1. Click <b>zq90\" &amp;\n2. Go back to step 1\n\n",
    "mediawiki": "==Thunderbirdの設定手順==\n# <b>zq90\" を押す\n# 手順1に戻る\n\n",
    "dokuwiki": "====== Thunderbirdの設定手順 ======\n  - <b>zq90\" を押す\n  - 手順1に戻る\n\n",
}
GUIDE["yuki"] = GUIDE["pyuki"] = GUIDE["txt"]

# Names of files are texts of pages too: of pages, of pictures, of attachments.
NAMES = [
    "\"><img src=x onerror=top.zq100=1>", "' onfocus=zq101 '", "a;b{c}$host zq102", "%0a::error::zq103",
    "# zq104 <!--", "javascript:zq105", "=zq106", "[zq107](javascript:1)", "`zq108`|zq108", "&zq109;&#60;",
    "zq110\u202etxt", "zq111\u0301\"\u0301", "default", "~^zq113", "zq114 zq114 301", "{{zq115}}", "-zq116",
]
CLIENTS = """
zq-client:
  name: {name}
  aliases: [{name}]
  kind: desktop
  vendor: {name}
  platforms: [windows]
  links: [{{rel: homepage, url: "https://evil.example/zq120?a='&b=%22"}}]
  source: {name}
  support:
    imap: {{level: manual, notes: {name}, source: {name}}}
"""


def data_files():
    """`clients.yml` and `features.yml` with every text in every place, as JSON, which YAML reads."""
    lines = ["zq43\n\n# zq43\n- [zq43](//evil.example)\n// #1 zq43", "zq44\tzq44\r\nzq44\x85zq44"]
    texts = [text + TERMINAL for text in TEXTS] + ADDRESSES + lines
    versions = [["1" + text for text in texts[n:n + 2]] for n in range(len(texts))]
    features = {"imap": {}, "browsers": {}, "browsers.x": {}, "constructor": {}, "a.b": {}}
    for number, (feature, entry) in enumerate(features.items()):
        text = texts[number % len(texts)]
        entry |= {"name": text, "description": text, "source": text, "spec_urls": ADDRESSES}
    clients = {}
    for number, text in enumerate(texts):
        shapes = [versions[number], {"from": "2" + text}, {"through": "3" + text}, "all"]
        clients[f"zq{number}"] = {
            "name": text, "aliases": ["x" + text], "vendor": text, "source": text,
            "distribution": "free-of-charge",
            "links": [{"rel": "homepage", "url": ADDRESSES[number % len(ADDRESSES)]}],
            "support": {
                "imap": {"level": "manual", "versions": shapes[number % 4], "notes": [text, "zq " + text]},
                "browsers.x": {"level": "unsupported", "notes": text},
                "a.b": [{"level": "native", "versions": "4" + text, "notes": text},
                          {"level": "untested", "versions": "5" + text}],
            },
        }
    return {"clients.yml": json.dumps(clients), "features.yml": json.dumps(features)}
