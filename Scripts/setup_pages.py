"""Makes pages with equal content as a PukiWiki tree for wikiguide and as a Hugo site with a small theme.

FOLDER/wiki holds guides/CLIENT/PAGE.txt, img/ and wikiguide.yml; FOLDER/hugo a whole Hugo site: the same
words, tables, steps, pictures and links, with what readers of either site have around them (navigation,
breadcrumbs, table of contents, links to the pages before and after, a link to edit the page, a sitemap).
"""

import os
import random
import shutil
import struct
import zlib
from pathlib import Path

CLIENTS = [
    ("becky", "Becky! Internet Mail"), ("thunderbird", "Thunderbird"), ("outlook", "Outlook"),
    ("apple-mail", "Apple Mail"), ("sylpheed", "Sylpheed"), ("edmax", "EdMax"),
    ("shuriken", "Shuriken"), ("eudora", "Eudora"), ("windows-mail", "Windows メール"),
    ("oe", "Outlook Express"),
]
SUBJECTS = [
    "受信設定", "送信設定", "SMTP 認証", "暗号化した接続", "アカウントの追加", "パスワードの変更", "サーバの移転",
    "迷惑メールの振り分け", "ポート 587", "署名の設定",
]
STEPS = [
    "{client}を起動し、「ツール」から「アカウント」を開きます。",
    "「追加」を押し、「メール」を選んで「次へ」を押します。",
    "差出人として相手に表示される名前を入力します。会社の名前を添えてもかまいません。",
    "契約の控えにあるメールアドレスを、半角の英数字で入力します。前後に空白を入れないでください。",
    "受信サーバに {incoming}、送信サーバに {outgoing} を入力します。綴りは控えの通りにしてください。",
    "アカウント名とパスワードを入力します。大文字と小文字は区別されます。",
    "「完了」を押すと、一覧に新しいアカウントが加わります。",
    "加わったアカウントを選び、「プロパティ」を開きます。",
    "「全般」では、表示する名前と返信先を確かめます。直すところがなければ、そのまま進みます。",
    "「サーバ」を開き、{subject}に必要な項目を確かめます。",
    "「接続」を開き、ふだんの接続方法が選ばれていることを確かめます。",
    "「詳細」を開き、ポート番号を {port} にします。",
    "「受信後にサーバから消す」の日数を決めます。迷うときは十四日にしてください。",
    "「OK」を押して閉じ、自分あてに一通送って届くことを確かめます。",
]
REMARKS = [
    "社内の回線では、管理者の許可が要ることがあります。",
    "画面は版により少し異なります。",
    "ここで警告が出たときは、日付と時刻の設定を見直してください。",
    "控えが見当たらないときは、窓口で再発行を受けてください。",
]
OPENINGS = [
    "{client}で{subject}を行う手順を、画面とともに説明します。",
    "はじめて設定する場合は、手順1から順に進めてください。",
    "設定を終えるまで、ほかのメールソフトは閉じておいてください。",
    "所要時間は十分ほどです。契約の控えを手元に用意してください。",
]
CLOSINGS = [
    "送信できないときは、受信を一度済ませてから試してください。",
    "それでも送れないときは、ポート番号をもう一度確かめてください。",
    "数日後に届かなくなったときは、容量の上限に達していないかを見てください。",
]


def pages(count, seed=1):
    """The content of each page, from which both writers print."""
    numbers = random.Random(seed)
    made = []
    for index in range(count):
        folder, client = CLIENTS[index % len(CLIENTS)]
        round_ = index // len(CLIENTS)
        subject = SUBJECTS[round_ % len(SUBJECTS)]
        words = dict(
            client=client, subject=subject, port=numbers.choice(["587", "465", "993", "995"]),
            incoming=f"in{index % 97}.mail.example.jp", outgoing=f"out{index % 89}.mail.example.jp")
        steps = []
        for step in STEPS:
            text = step.format(**words)
            if numbers.random() < 0.4:
                text += numbers.choice(REMARKS)
            steps.append(text)
        made.append(dict(
            folder=folder, client=client, name=f"g{index:06}",
            title=f"{client}の設定例: {subject} その{round_ + 1}",
            about=f"{client}で{subject}を行う手順",
            opening=[line.format(**words) for line in numbers.sample(OPENINGS, 3)],
            table=[("項目", "受信", "送信"), ("サーバ", words["incoming"], words["outgoing"]),
                   ("ポート", numbers.choice(["993", "995", "110"]), words["port"]),
                   ("暗号化", numbers.choice(["SSL/TLS", "STARTTLS"]), "STARTTLS"),
                   ("認証", "パスワード", numbers.choice(["SMTP AUTH", "POP before SMTP"]))],
            steps=steps, links=sorted({numbers.randrange(count) for _ in range(4)} - {index}),
            closing=numbers.sample(CLOSINGS, 2)))
    return made


def wiki_text(page, all_pages):
    lines = ["*" + page["title"], "", *page["opening"], "", "**サーバ", ""]
    for number, row in enumerate(page["table"]):
        lines.append("|" + "|".join(row) + "|" + ("h" if number == 0 else ""))
    lines += ["", "**設定手順", ""]
    for part, (title, first, last) in enumerate([("追加する", 0, 7), ("確かめる", 7, 14)]):
        lines += ["***" + title, ""]
        for number in range(first, last):
            lines += [f"-({number + 1}){page['steps'][number]}",
                      f"http://pictures.example/img/{page['folder']}/{number + 1:02}.png", ""]
    lines += ["**困ったときは", "", *("-" + line for line in page["closing"]), "", "**ほかの設定", ""]
    for index in page["links"]:
        other = all_pages[index]
        lines.append(f"-[[{other['title']}>guides/{other['folder']}/{other['name']}]]")
    return "\n".join(lines) + "\n"


def markdown_text(page, all_pages):
    lines = ["---", f'title: "{page["title"]}"', f'description: "{page["about"]}"', "---", "",
             *page["opening"], "", "## サーバ", ""]
    head, *rows = page["table"]
    lines += ["| " + " | ".join(head) + " |", "|---|---|---|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    lines += ["", "## 設定手順", ""]
    for title, first, last in [("追加する", 0, 7), ("確かめる", 7, 14)]:
        lines += ["### " + title, ""]
        for number in range(first, last):
            lines += [f"{number + 1}. {page['steps'][number]}", "",
                      f"    ![手順 {number + 1}](/img/{page['folder']}/{number + 1:02}.png)", ""]
    lines += ["## 困ったときは", "", *("- " + line for line in page["closing"]), "", "## ほかの設定", ""]
    for index in page["links"]:
        other = all_pages[index]
        lines.append(f"- [{other['title']}](/guides/{other['folder']}/{other['name']}/)")
    return "\n".join(lines) + "\n"


MENU = "".join(f'<a href="/guides/{folder}/">{name}</a>' for folder, name in CLIENTS)
BASE = """<!DOCTYPE html>
<html lang="{{ site.Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | {{ site.Title }}</title>
{{ with .Description }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#content">本文へ</a>
<header><a href="/">{{ site.Title }}</a><nav>MENU</nav></header>
{{ block "main" . }}{{ end }}
<footer>{{ site.Title }}</footer>
</body>
</html>
""".replace("MENU", MENU)
PAGE = """{{ define "main" }}
<nav class="trail">{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> / {{ end }}{{ .Title }}</nav>
<aside>{{ .TableOfContents }}</aside>
<main id="content"><h1>{{ .Title }}</h1>
{{ .Content }}
<p><a href="https://wiki.example/edit/{{ .File.Path }}">編集</a></p>
<nav>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></main>
{{ end }}
"""
LIST = """{{ define "main" }}
<main id="content"><h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></main>
{{ end }}
"""
HUGO = """baseURL = "https://help.example/"
locale = "ja"
title = "メールの設定"
hasCJKLanguage = true
disableKinds = ["taxonomy", "term", "rss"]
"""
WIKIGUIDE = """title: メールの設定
base_url: https://help.example/
edit_url: https://wiki.example/edit/{page}
images:
  mirrors:
    http://pictures.example/: .
"""


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def picture(width, height, colour):
    """A PNG of one colour."""
    rows = (b"\0" + bytes(colour) * width) * height

    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data
                + struct.pack(">I", zlib.crc32(kind + data)))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b""))


def make(count, folder):
    """Writes both trees; what stood in the folder goes."""
    folder = Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    made = pages(count)
    colours = random.Random(2)
    for client, _ in CLIENTS:
        for number in range(len(STEPS)):
            name = f"img/{client}/{number + 1:02}.png"
            colour = [colours.randrange(256) for _ in range(3)]
            write(folder / "wiki" / name, picture(400 + 8 * number, 300, colour))
            (folder / "hugo/static" / name).parent.mkdir(parents=True, exist_ok=True)
            os.link(folder / "wiki" / name, folder / "hugo/static" / name)
    write(folder / "wiki/wikiguide.yml", WIKIGUIDE)
    hugo = folder / "hugo"
    write(hugo / "hugo.toml", HUGO)
    write(hugo / "static/style.css", "body { font-family: sans-serif; max-width: 60rem; margin: auto }\n")
    for name, layout in [("baseof", BASE), ("single", PAGE), ("list", LIST), ("home", LIST)]:
        write(hugo / f"layouts/{name}.html", layout)
    write(hugo / "content/_index.md", "---\ntitle: メールの設定\n---\n")
    write(hugo / "content/guides/_index.md", "---\ntitle: 手順\n---\n")
    for client, name in CLIENTS:
        write(hugo / f"content/guides/{client}/_index.md", f'---\ntitle: "{name}"\n---\n')
    for page in made:
        place = f"guides/{page['folder']}/{page['name']}"
        write(folder / f"wiki/{place}.txt", wiki_text(page, made))
        write(hugo / f"content/{place}.md", markdown_text(page, made))
