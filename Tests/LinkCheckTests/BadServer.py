"""A server that behaves as badly as servers do, for tests of the link checker.

Listens on 127.0.0.1 and ::1 only, prints its ports as one line of JSON once it is ready, and ends
when its standard input does. Each path is one behaviour; `Cases.txt` says what a checker should
make of it. Python's own library is all it needs.
"""
import gzip
import json
import os
import socket
import ssl
import struct
import sys
import tempfile
import threading
import time
import zlib
from email.utils import formatdate
from urllib.parse import unquote

PORTS = {}
COUNTS = {}
COUNTS_LOCK = threading.Lock()
PAGE = b"<!DOCTYPE html><html><head><title>A page</title></head><body><p>Text.</p></body></html>"


# What the server answers with.

def send(conn, status, body=b"", fields=(), reason="Said", length=True):
    """A whole answer; the connection may be used again."""
    lines = [f"HTTP/1.1 {status} {reason}"]
    names = {name.lower() for name, _ in fields}
    if "content-type" not in names:
        lines.append("Content-Type: text/html; charset=utf-8")
    lines += [f"{name}: {value}" for name, value in fields]
    if length and not (100 <= status < 200 or status in (204, 304)):
        lines.append(f"Content-Length: {len(body)}")
    head = "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n"
    conn.sendall(head + (b"" if status in (204, 304) else body))


def redirect(conn, place, status=302, fields=()):
    send(conn, status, b"", [("Location", place), *fields])


def reset(conn):
    """Ends a connection so that the other side is told of a fault."""
    conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    conn.close()


def http(name, host="127.0.0.1"):
    return f"http://{host}:{PORTS[name]}"


# One function for each behaviour. It returns True where the connection may go on.

BEHAVIOURS = {}


def behaviour(name):
    def register(function):
        BEHAVIOURS[name] = function
        return function
    return register


@behaviour("status")
def status(conn, rest, request):
    send(conn, int(rest), PAGE)
    return int(rest) not in (204, 304)


@behaviour("slow-header")
def slow_header(conn, rest, request):
    time.sleep(float(rest))
    send(conn, 200, PAGE)


@behaviour("drip-header")
def drip_header(conn, rest, request):
    conn.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(600):
        conn.sendall(f"X-{number}: drip\r\n".encode())
        time.sleep(0.2)


@behaviour("drip-body")
def drip_body(conn, rest, request):
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(600):
        conn.sendall(b"<p>x")
        time.sleep(0.2)


@behaviour("drip-short")
def drip_short(conn, rest, request):
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n")
    for _ in range(225):
        conn.sendall(b"<p>x")
        time.sleep(0.2)


@behaviour("endless-body")
def endless_body(conn, rest, request):
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p id=here>")
    piece = b"<p class=more>and so on " * 2_000
    while True:
        conn.sendall(piece)


@behaviour("endless-tag")
def endless_tag(conn, rest, request):
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p class='")
    while True:
        conn.sendall(b"x" * 50_000)


@behaviour("slow-fine")
def slow_fine(conn, rest, request):
    time.sleep(0.6)
    send(conn, 200, PAGE)
    return True


@behaviour("redirects")
def redirects(conn, rest, request):
    left = int(rest)
    if left == 0:
        send(conn, 200, PAGE)
    else:
        redirect(conn, f"/redirects/{left - 1}", status=301)
    return True


@behaviour("endless-redirects")
def endless_redirects(conn, rest, request):
    redirect(conn, f"/endless-redirects/{int(rest) + 1}")
    return True


@behaviour("circle")
def circle(conn, rest, request):
    redirect(conn, "/circle/b" if rest == "a" else "/circle/a")
    return True


@behaviour("growing-query")
def growing_query(conn, rest, request):
    redirect(conn, request["target"] + ("&again" if "?" in request["target"] else "?again"))
    return True


@behaviour("cookie-wall")
def cookie_wall(conn, rest, request):
    if "seen=yes" in request["fields"].get("cookie", ""):
        send(conn, 200, PAGE)
    else:
        redirect(conn, request["target"], fields=[("Set-Cookie", "seen=yes; Max-Age=600")])
    return True


@behaviour("cookie-circle")
def cookie_circle(conn, rest, request):
    redirect(conn, request["target"], fields=[("Set-Cookie", "seen=yes; Max-Age=600")])
    return True


@behaviour("to-fragment")
def to_fragment(conn, rest, request):
    redirect(conn, f"{http('other')}/fragments#{rest}", status=301)
    return True


@behaviour("moved")
def moved(conn, rest, request):
    redirect(conn, "/status/200", status=int(rest))
    return True


@behaviour("to-home")
def to_home(conn, rest, request):
    redirect(conn, "/")
    return True


@behaviour("to-other-host")
def to_other_host(conn, rest, request):
    redirect(conn, f"{http('main', 'localhost')}/status/200")
    return True


@behaviour("to")
def to(conn, rest, request):
    redirect(conn, unquote(rest))
    return True


@behaviour("to-raw-utf8")
def to_raw(conn, rest, request):
    conn.sendall("HTTP/1.1 302 Found\r\nLocation: /ページ/日本 語\r\nContent-Length: 0\r\n\r\n".encode())
    return True


@behaviour("ページ")
def japanese(conn, rest, request):
    send(conn, 200 if rest == "日本 語" else 404, PAGE)
    return True


@behaviour("no-location")
def no_location(conn, rest, request):
    send(conn, 302)
    return True


@behaviour("credentials-in-location")
def credentials_in_location(conn, rest, request):
    redirect(conn, f"http://user:secret@127.0.0.1:{PORTS['main']}/no-authorization")
    return True


@behaviour("no-authorization")
def no_authorization(conn, rest, request):
    send(conn, 400 if "authorization" in request["fields"] else 200, PAGE)
    return True


@behaviour("needs-password")
def needs_password(conn, rest, request):
    wanted = "Basic dXNlcjpzZWNyZXQ="  # user:secret
    if request["fields"].get("authorization") == wanted:
        send(conn, 200, PAGE)
    else:
        send(conn, 401, b"", [("WWW-Authenticate", 'Basic realm="staff"')])
    return True


@behaviour("password-then-away")
def password_then_away(conn, rest, request):
    redirect(conn, f"{http('other', 'localhost')}/no-authorization")
    return True


@behaviour("head-refused")
def head_refused(conn, rest, request):
    send(conn, 405 if request["method"] == "HEAD" else 200, PAGE)
    return request["method"] != "HEAD"


@behaviour("head-hangs")
def head_hangs(conn, rest, request):
    if request["method"] == "HEAD":
        time.sleep(40)
    send(conn, 200, PAGE)
    return True


@behaviour("range-refused")
def range_refused(conn, rest, request):
    send(conn, 416 if "range" in request["fields"] else 200, PAGE)
    return True


@behaviour("wants-html")
def wants_html(conn, rest, request):
    send(conn, 200 if "text/html" in request["fields"].get("accept", "") else 404, PAGE)
    return True


@behaviour("wants-agent")
def wants_agent(conn, rest, request):
    send(conn, 200 if "+http" in request["fields"].get("user-agent", "") else 403, PAGE)
    return True


@behaviour("rate-limit")
def rate_limit(conn, rest, request):
    """Turns away the first request for each path; `rest` says with which Retry-After."""
    with COUNTS_LOCK:
        seen = COUNTS[request["target"]]
    kind = rest.split("/")[0]
    if kind in ("short", "date") and seen > 1:
        send(conn, 200, PAGE)
        return True
    value = {
        "short": "1", "long": "3600", "broken": "soon", "huge": "9" * 40, "negative": "-5",
        "date": formatdate(time.time() + 1.5, usegmt=True),
        "past": "Thu, 01 Jan 2015 00:00:00 GMT", "none": None,
    }[kind]
    send(conn, 429, b"", [("Retry-After", value)] if value else [])
    return True


@behaviour("maintenance")
def maintenance(conn, rest, request):
    send(conn, 503, b"", [("Retry-After", "7200")])
    return True


@behaviour("unsure-once")
def unsure_once(conn, rest, request):
    with COUNTS_LOCK:
        seen = COUNTS[request["target"]]
    send(conn, 200 if seen > 1 else 502, PAGE)
    return True


@behaviour("reset")
def reset_now(conn, rest, request):
    reset(conn)


@behaviour("reset-in-body")
def reset_in_body(conn, rest, request):
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n<p id=early>")
    time.sleep(0.1)
    reset(conn)


@behaviour("close")
def close(conn, rest, request):
    pass


@behaviour("half-body")
def half_body(conn, rest, request):
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n" + PAGE)


@behaviour("half-chunks")
def half_chunks(conn, rest, request):
    conn.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"10\r\n<p>0123456789abc\r\n20\r\n<p>")


@behaviour("bad-chunks")
def bad_chunks(conn, rest, request):
    conn.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"zzzz\r\nno number\r\n")


@behaviour("no-body")
def no_body(conn, rest, request):
    send(conn, 200)
    return True


@behaviour("garbage")
def garbage(conn, rest, request):
    conn.sendall(bytes(range(256)) * 8)


@behaviour("old-http")
def old_http(conn, rest, request):
    conn.sendall(b"<html>no header at all</html>\n")


@behaviour("half-header")
def half_header(conn, rest, request):
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Ty")


@behaviour("long-header")
def long_header(conn, rest, request):
    conn.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    for _ in range(400):
        conn.sendall(b"x" * 10_000)


@behaviour("many-headers")
def many_headers(conn, rest, request):
    conn.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(10_000):
        conn.sendall(f"X-{number}: {'y' * 60}\r\n".encode())
    conn.sendall(b"\r\n")


@behaviour("many-cookies")
def many_cookies(conn, rest, request):
    send(conn, 200, PAGE, [("Set-Cookie", f"c{n}={'z' * 50}") for n in range(1_000)])
    return True


@behaviour("early-hints")
def early_hints(conn, rest, request):
    conn.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n")
    send(conn, 200, PAGE)
    return True


@behaviour("gzip-bomb")
def gzip_bomb(conn, rest, request):
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    conn.sendall(head)
    block = b"\0" * (1 << 20)
    for _ in range(2_000):
        conn.sendall(squeeze.compress(block))


@behaviour("gzip-in-gzip")
def gzip_in_gzip(conn, rest, request):
    body = gzip.compress(gzip.compress(b"\0" * (64 << 20)))
    send(conn, 200, body, [("Content-Encoding", "gzip, gzip")])


@behaviour("gzip-fine")
def gzip_fine(conn, rest, request):
    page = PAGE + b"<p id=here>" + b"<p>again and again" * 3_000
    send(conn, 200, gzip.compress(page), [("Content-Encoding", "gzip")])
    return True


@behaviour("gzip-broken")
def gzip_broken(conn, rest, request):
    body = bytearray(gzip.compress(b"<p>" + os.urandom(2_000).hex().encode()))
    body[40:400] = b"\xff" * 360
    send(conn, 200, bytes(body), [("Content-Encoding", "gzip")])


@behaviour("gzip-claimed")
def gzip_claimed(conn, rest, request):
    send(conn, 200, PAGE, [("Content-Encoding", "gzip")])


@behaviour("unknown-coding")
def unknown_coding(conn, rest, request):
    send(conn, 200, PAGE, [("Content-Encoding", "wiki")])


FRAGMENTS = """<!DOCTYPE html><html><head><title>Fragments</title></head><body>
<h1 id="present">Here</h1><a name="named">old</a><p id='user-content-github'>x</p>
<p id="日本">y</p><p id="a&amp;b">z</p><p id="with%20escape">e</p>
<!-- <p id="in-comment"> --><textarea><p id="in-textarea"></textarea>
<template><p id="in-template"></template><title><p id="in-title"></title>
<style><p id="in-style"></style><p title='id="in-attribute"'>w</p><P ID=capitals>v</p>
</body></html>"""


@behaviour("fragments")
def fragments(conn, rest, request):
    send(conn, 200, FRAGMENTS.encode())
    return True


@behaviour("script-page")
def script_page(conn, rest, request):
    send(conn, 200, b"<title>x</title><div id=app></div><script>'<p id=in-script>'</script>")
    return True


@behaviour("data-script-page")
def data_script_page(conn, rest, request):
    send(conn, 200, b"<p id=x><script type='application/ld+json'>{}</script>")
    return True


@behaviour("long-page")
def long_page(conn, rest, request):
    """Tags fall across all borders of packets; the wanted place is behind 200 kB."""
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
    piece = b"<p class='a b c' data-x=\"<p id=no>\">word</p>" * 1_000
    for _ in range(4):
        conn.sendall(piece)
    conn.sendall(b"<p id=far>")


CHARSETS = {
    "utf-16": ("text/html", b"\xff\xfe" + "<p id='日本'>".encode("utf-16-le")),
    "utf-16be": ("text/html; charset=utf-16be", "<p id='日本'>".encode("utf-16-be")),
    "shift-jis": ("text/html; charset=Shift_JIS", "<p id='日本表'>".encode("cp932")),
    "euc-meta": ("text/html", b"<meta charset=euc-jp>" + "<p id='日本'>".encode("euc_jp")),
    "iso-2022-jp": ("text/html; charset=iso-2022-jp", "<p id='日本'>".encode("iso2022_jp")),
    "wrong": ("text/html; charset=utf-8", "<p id='日本'><p id=ascii>".encode("euc_jp")),
    "unknown": ("text/html; charset=klingon", b"<p id=ascii>"),
    "pdf": ("application/pdf", b"%PDF-1.4 <p>"),
    "none": ("", b"<p id=ascii>"),
}


@behaviour("charset")
def charset(conn, rest, request):
    kind, body = CHARSETS[rest]
    send(conn, 200, body, [("Content-Type", kind)])
    return True


@behaviour("bot-wall")
def bot_wall(conn, rest, request):
    title = {"cloudflare-title": "Just a moment...", "anubis": "Making sure you&#39;re not a bot!"}
    body = f"<html><head><title>{title.get(rest, 'x')}</title></head><script>x</script>".encode()
    fields = [("cf-mitigated", "challenge")] if rest == "cloudflare" else []
    send(conn, 200 if rest == "anubis" else 403, body, fields)
    return True


WORDS = " ".join(f"word{number}" for number in range(200))


@behaviour("soft")
def soft(conn, rest, request):
    pages = {
        "english": "<title>Page not found - Example</title>",
        "japanese": "<title>x</title><h1>お探しのページは見つかりませんでした</h1>",
        "fine": f"<title>A guide</title><p>{WORDS[:700]} and something else entirely, in full",
    }
    send(conn, 200, pages[rest].encode())
    return True


@behaviour("unchanged")
def unchanged(conn, rest, request):
    if request["fields"].get("if-none-match") == '"v1"':
        send(conn, 304)
        return False
    send(conn, 200, PAGE, [("ETag", '"v1"'), ("Last-Modified", "Wed, 25 Nov 2026 10:00:00 GMT")])
    return True


@behaviour("count")
def count(conn, rest, request):
    """Says with its status how often a path was asked for."""
    with COUNTS_LOCK:
        number = COUNTS.get(request["target"].removeprefix("/count"), 0)
    send(conn, 200 + min(number, 99))
    return True


@behaviour("web")
def archive(conn, rest, request):
    """An archive that keeps one page."""
    if "kept" in rest:
        redirect(conn, f"{http('main')}/web/20260102030405/{rest.split('/', 1)[1]}")
    else:
        send(conn, 404)
    return True


# Reading requests.

def serve(conn, special=None):
    conn.settimeout(60)
    try:
        while True:
            request = read_request(conn)
            if request is None:
                return
            with COUNTS_LOCK:
                COUNTS[request["target"]] = COUNTS.get(request["target"], 0) + 1
            if not (special or answer)(conn, request):
                return
    except (OSError, ssl.SSLError, ValueError, KeyError):
        pass
    finally:
        try:
            conn.close()
        except OSError:
            pass


def read_request(conn):
    data = b""
    while b"\r\n\r\n" not in data:
        piece = conn.recv(4_096)
        if not piece or len(data) > 65_536:
            return None
        data += piece
    lines = data.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    method, target, _ = lines[0].split(" ")
    fields = dict(
        (name.strip().lower(), value.strip())
        for name, _, value in (line.partition(":") for line in lines[1:]))
    return {"method": method, "target": target, "fields": fields}


def answer(conn, request):
    path = request["target"].split("?")[0]
    name, _, rest = unquote(path).lstrip("/").partition("/")
    if path == "/":
        send(conn, 200, PAGE)
        return True
    if name.startswith("no-such-page"):
        send(conn, 200, f"<title>Shop</title><p>{WORDS}".encode())
        return True
    if name == "soft-same":
        send(conn, 200, f"<title>Shop</title><p>{WORDS}".encode())
        return True
    if name not in BEHAVIOURS:
        send(conn, 404, PAGE)
        return True
    return BEHAVIOURS[name](conn, rest, request)


def answer_as_proxy(conn, request):
    """Answers whatever it is asked for, so that a test can see that it was asked."""
    send(conn, 404 if "missing" in request["target"] else 200, PAGE)
    return request["method"] != "CONNECT"


def answer_never(conn, request):
    time.sleep(40)


# Listening.

def listen(name, handler, hosts=("127.0.0.1", "::1"), context=None):
    port = 0
    for host in hosts:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError:
            # No IPv6 on this machine, or the port is taken there: the cases in IPv4 remain.
            continue
        listener.listen(512)
        port = listener.getsockname()[1]
        threading.Thread(target=accept, args=(listener, handler, context), daemon=True).start()
    PORTS[name] = port


def accept(listener, handler, context):
    while True:
        conn, _ = listener.accept()
        threading.Thread(target=begin, args=(conn, handler, context), daemon=True).start()


def begin(conn, handler, context):
    if context:
        try:
            conn.settimeout(20)
            conn = context.wrap_socket(conn, server_side=True)
        except (OSError, ssl.SSLError):
            conn.close()
            return
    handler(conn)


def tls(name):
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
        file.write(CERTIFICATES[name])
        file.flush()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file.name)
    return context


def refused_port():
    """A port at which nobody listens, kept from others for as long as this process runs."""
    holder = socket.socket()
    holder.bind(("127.0.0.1", 0))
    refused_port.holder = holder
    return holder.getsockname()[1]


def main():
    for name in ("main", "other", "limited"):
        listen(name, serve)
    listen("proxy", lambda conn: serve(conn, answer_as_proxy))
    listen("silent", lambda conn: serve(conn, answer_never))
    listen("reset", reset)
    for name in ("good", "expired", "name", "self"):
        listen("tls_" + name, serve, context=tls(name))
    PORTS["refused"] = refused_port()
    with tempfile.TemporaryDirectory() as folder:
        authority = os.path.join(folder, "authority.pem")
        with open(authority, "w") as file:
            file.write(CERTIFICATES["ca"])
        print(json.dumps({"ports": PORTS, "authority": authority}), flush=True)
        sys.stdin.read()


# Certificates of the years 2020 to 2120, one of 2020 alone. Their keys are for everybody to see.
CERTIFICATES = {}

CERTIFICATES["ca"] = """\
-----BEGIN CERTIFICATE-----
MIIBaTCCAQ+gAwIBAgIBATAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBh3aWtpZ3Vp
ZGUgdGVzdCBhdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAw
MDBaMCMxITAfBgNVBAMMGHdpa2lndWlkZSB0ZXN0IGF1dGhvcml0eTBZMBMGByqG
SM49AgEGCCqGSM49AwEHA0IABHJHDGogLH/OOv8AFs8xLbj64djtP+qqC2S9WBBU
NjDqWx4cg9P/rfWCSprVkd0wpJc5XqC669NmuE08vPV/MAqjMjAwMA8GA1UdEwEB
/wQFMAMBAf8wHQYDVR0OBBYEFE6thTAgVLdKvoNfH3f2jLpG86BiMAoGCCqGSM49
BAMCA0gAMEUCIAd3hH1r2fPVWmB+tTuIMfmYlvb1Pu+sjENRUOFgP8NRAiEA+0ns
jxzNtlCLiM/AM312OnUFvVpFeeUQkBEo6FwrFC8=
-----END CERTIFICATE-----
"""

CERTIFICATES["good"] = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgcy+eOI8Fr8bBXyXx
4WjSjnSEFQQ2XtaFiFRreJ5zaZehRANCAASKFrqORk4cbgFDVd64PaM/1M8W2RQ0
QA8/PWDOYRUSO/LaSIO4J2m+8OzZIA7iIp0jqXW7QBv4xPPESFbzb2hE
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBmDCCAT6gAwIBAgIBAjAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBh3aWtpZ3Vp
ZGUgdGVzdCBhdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAw
MDBaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABIoWuo5GThxuAUNV3rg9oz/UzxbZFDRADz89YM5hFRI78tpIg7gnab7w7Nkg
DuIinSOpdbtAG/jE88RIVvNvaESjcDBuMCwGA1UdEQQlMCOCCWxvY2FsaG9zdIcE
fwAAAYcQAAAAAAAAAAAAAAAAAAAAATAdBgNVHQ4EFgQUnGW2ejptcZCnRuA2lpwf
vMQRCoMwHwYDVR0jBBgwFoAUTq2FMCBUt0q+g18fd/aMukbzoGIwCgYIKoZIzj0E
AwIDSAAwRQIhANf8q67h8OGo7Rcrv/slJZoiEYqBbUJoglFjnKbq1ymjAiA/9uJb
iBOo1GEcIbH7oR/NOVB2g903ae/BeDA7NFs7lw==
-----END CERTIFICATE-----
"""

CERTIFICATES["expired"] = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgC+hgLoJ7vtA/ATjd
hbd472MupFKbI44AT3iWwqxMZ4ChRANCAAT95xTdqxTHZz5ESmbOrltepVwLwL5q
tv2zD9IyTjlEGzJw80NwwB9xwLDeznSS93F7b2SXeYbegrAttX5zKzwa
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBljCCATygAwIBAgIBBDAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBh3aWtpZ3Vp
ZGUgdGVzdCBhdXRob3JpdHkwHhcNMjAwMTAxMDAwMDAwWhcNMjEwMTAxMDAwMDAw
WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AAT95xTdqxTHZz5ESmbOrltepVwLwL5qtv2zD9IyTjlEGzJw80NwwB9xwLDeznSS
93F7b2SXeYbegrAttX5zKzwao3AwbjAsBgNVHREEJTAjgglsb2NhbGhvc3SHBH8A
AAGHEAAAAAAAAAAAAAAAAAAAAAEwHQYDVR0OBBYEFHmdTYunWDrQKwM/4S0zL5ZW
PjMxMB8GA1UdIwQYMBaAFE6thTAgVLdKvoNfH3f2jLpG86BiMAoGCCqGSM49BAMC
A0gAMEUCIFhjY3JkhzYM+FSxBPbwUbQmneuBfz37ux9fuf0lsL1iAiEA628fNhwM
I3Lh2fNOJxPyU20vnFSI22ga/iVD3e9Ku+Q=
-----END CERTIFICATE-----
"""

CERTIFICATES["name"] = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgG778GWW/txdHfojb
nV/MhGDlXktvRq7+Z7JDJEBYSryhRANCAAQdF4q4kYMlQ0UCTaNuj4HruQL20QiH
zYKyZ7McgmVP9AyPMyVcFK+fBPQsEarEoQvrFOZbWszjmOLPb6G46qi4
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBhzCCAS6gAwIBAgIBAzAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBh3aWtpZ3Vp
ZGUgdGVzdCBhdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAw
MDBaMBgxFjAUBgNVBAMMDW90aGVyLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQdF4q4kYMlQ0UCTaNuj4HruQL20QiHzYKyZ7McgmVP9AyPMyVcFK+f
BPQsEarEoQvrFOZbWszjmOLPb6G46qi4o1wwWjAYBgNVHREEETAPgg1vdGhlci5l
eGFtcGxlMB0GA1UdDgQWBBRDFNSNhse3R6jwogalqJAFJSw+szAfBgNVHSMEGDAW
gBROrYUwIFS3Sr6DXx939oy6RvOgYjAKBggqhkjOPQQDAgNHADBEAiAupVkNWvXG
sXYMt4lc100ok2T8e+k/qEty1BEwNS4zRwIgVtgOSuO7odJmBS+UhkvUqkSrfhpx
wDguHVaCcFyd3kU=
-----END CERTIFICATE-----
"""

CERTIFICATES["self"] = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgln4u8gA0mrp05yxT
IVtf42XFs2HdmeoTAj8/SAkBCDShRANCAAQxwcvQJP2zZf8f+ITn4Tih2lboGw8C
8udy52ns3cU5dO+SZEy9iZG39OS+H7FZGpEQdekN1wHvpN+CYLr8fRks
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBVjCB/KADAgECAgEFMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCWxvY2FsaG9z
dDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFDESMBAGA1UEAwwJ
bG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEMcHL0CT9s2X/H/iE
5+E4odpW6BsPAvLncudp7N3FOXTvkmRMvYmRt/Tkvh+xWRqREHXpDdcB76TfgmC6
/H0ZLKM9MDswGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMB0GA1UdDgQWBBRv
8q3CWDgCtqghFcvyeASrAvUeSDAKBggqhkjOPQQDAgNJADBGAiEAvV3h5OVvPGKf
sGAl/nZaa/xUIH+PC8xFCb7n4/LsIFECIQDEEo/S+DDYujwQIZnvwS3mPzPMwM2P
b+EQNiX0e0QCLA==
-----END CERTIFICATE-----
"""


if __name__ == "__main__":
    main()
