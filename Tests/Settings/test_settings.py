"""Files that set clients up, as other programs read them.

    python -m pytest Tests/Settings --program .build/debug/wikiguide
"""

import pathlib
import plistlib
import uuid

import dns.rdatatype
import dns.zone
import pytest
from lxml import etree

HERE = pathlib.Path(__file__).resolve().parent
ANSWER = "{http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006}"
OUTLOOK = "{http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a}"



def provider(incoming=(), outgoing=(), more="", name="Example Hosting"):
    """provider.yml with servers that differ from the usual ones as told."""
    def lines(servers, standard):
        for server in servers or [{}]:
            values = {"security": "tls", "username": "address", "authentication": "password",
                      **standard, **server}
            yield "  - {" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}\n"
    return (f"name: {name}\ndomains: [example.jp, example.org]\nincoming:\n"
            + "".join(lines(incoming, {"protocol": "imap", "host": "imap.example.jp"}))
            + "outgoing:\n" + "".join(lines(outgoing, {"host": "smtp.example.jp"})) + more)


POP_FIRST = provider(
    incoming=[{"protocol": "pop3", "host": "mail.example.jp", "security": "none"}],
    outgoing=[{"host": "mail.example.jp", "security": "none", "port": 587,
               "authentication": "pop-before-smtp"}],
    more="pop_before_smtp_minutes: 15\n")

HOSTILE = '"</displayName><x a=\\"&quot;\\">&amp; ]]> <!-- \\0\\x01\\x1b[31m\\x85\\u2028\\r\\n$ORIGIN evil. \'"'
HOSTILE_TITLE = HOSTILE.replace("displayName", "descr")


def autoconfig(site, *words):
    tree = etree.fromstring(site.export("autoconfig", *words))
    etree.RelaxNG(etree.parse(HERE / "autoconfig.rng")).assertValid(tree)
    return tree.find("emailProvider")


# ---- Mozilla's autoconfig

def test_autoconfig_keeps_the_grammar(site):
    site.write("content/provider.yml", provider(
        incoming=[{}, {"protocol": "pop3", "host": "pop.example.jp", "security": "starttls",
                       "username": "local-part", "authentication": "encrypted-password"}],
        outgoing=[{}, {"security": "none", "authentication": "none"}],
        more="enable: {title: Allow clients, url: 'https://www.example.jp/a?b=c&d=e'}\n"))
    tree = autoconfig(site)
    assert [d.text for d in tree.findall("domain")] == ["example.jp", "example.org"]
    read = [(s.get("type"), s.findtext("hostname"), s.findtext("port"), s.findtext("socketType"),
             s.findtext("username"), s.findtext("authentication"))
            for s in tree if s.tag.endswith("Server")]
    assert read == [
        ("imap", "imap.example.jp", "993", "SSL", "%EMAILADDRESS%", "password-cleartext"),
        ("pop3", "pop.example.jp", "110", "STARTTLS", "%EMAILLOCALPART%", "password-encrypted"),
        ("smtp", "smtp.example.jp", "465", "SSL", "%EMAILADDRESS%", "password-cleartext"),
        ("smtp", "smtp.example.jp", "587", "plain", None, "none")]
    assert tree.find("enable").get("visiturl") == "https://www.example.jp/a?b=c&d=e"
    guides = {d.get("url"): d.find("descr").text for d in tree.findall("documentation")}
    assert guides["https://help.example.jp/index.html"] == "Help & <more>"
    assert guides["https://help.example.jp/clients/thunderbird/index.html"]


def test_autoconfig_names_pop_before_smtp_behind_a_flag_only(site):
    site.write("content/provider.yml", POP_FIRST)
    output, errors, code = site.run("export", "settings", "--format", "autoconfig")
    assert (output, code) == (b"", 4) and "POP before SMTP" in errors and "--legacy" in errors
    tree = autoconfig(site, "--legacy")
    # Exactly as Thunderbird's reader has it: any other spelling drops the server.
    assert tree.findtext("outgoingServer/authentication") == "smtp-after-pop"
    assert tree.find("outgoingServer/username") is None


# ---- Outlook's Autodiscover

def protocols(site):
    tree = etree.fromstring(site.export("autodiscover"))
    assert tree.tag == ANSWER + "Autodiscover" and len(tree) == 1
    response = tree[0]
    assert response.tag == OUTLOOK + "Response"
    account = response.find(OUTLOOK + "Account")
    assert account.findtext(OUTLOOK + "AccountType") == "email"
    assert account.findtext(OUTLOOK + "Action") == "settings"
    assert all(e.tag.startswith(OUTLOOK) for e in account.iter())
    return [{e.tag.removeprefix(OUTLOOK): e.text for e in p}
            for p in account.findall(OUTLOOK + "Protocol")]


def test_autodiscover_says_pop_before_smtp_exactly(site):
    site.write("content/provider.yml", POP_FIRST)
    pop, smtp = protocols(site)
    assert pop["Type"] == "POP3" and pop["Port"] == "110" and pop["SSL"] == "off"
    assert smtp["SMTPLast"] == "on" and smtp["AuthRequired"] == "off" and smtp["SPA"] == "off"
    assert "LoginName" not in pop | smtp


def test_autodiscover_leaves_out_what_it_cannot_say(site):
    site.write("content/provider.yml", provider(
        incoming=[{"authentication": "oauth2"}, {"host": "imap2.example.jp"}]))
    imap, smtp = protocols(site)
    assert imap["Server"] == "imap2.example.jp" and imap["Encryption"] == "SSL"
    assert smtp["SMTPLast"] == "off" and smtp["UsePOPAuth"] == "on"
    _, errors, _ = site.run("export", "settings", "--format", "autodiscover")
    assert "'imap.example.jp' (imap, 993) is left out" in errors


# ---- Apple's configuration profile

def keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def test_profile_holds_no_address_name_or_password(site):
    site.write("content/provider.yml", provider(
        incoming=[{"username": "assigned", "username_example": "ab1234"}],
        outgoing=[{"security": "starttls", "authentication": "encrypted-password"}]))
    first = site.export("mobileconfig")
    assert first == site.export("mobileconfig") and b"ab1234" not in first
    profile = plistlib.loads(first)
    account, = profile["PayloadContent"]
    for payload in (profile, account):
        read = uuid.UUID(payload["PayloadUUID"])
        assert read.version == 5 and read.variant == uuid.RFC_4122
        assert payload["PayloadVersion"] == 1
    expected = uuid.uuid5(uuid.NAMESPACE_DNS, "mail-settings.example.jp")
    assert uuid.UUID(profile["PayloadUUID"]) == expected
    assert uuid.UUID(account["PayloadUUID"]) == uuid.uuid5(expected, "imap imap.example.jp")
    assert profile["PayloadType"] == "Configuration"
    assert account["PayloadType"] == "com.apple.mail.managed"
    assert account["EmailAccountType"] == "EmailTypeIMAP"
    assert account["IncomingMailServerPortNumber"] == 993
    assert account["IncomingMailServerUseSSL"] is True
    assert account["OutgoingMailServerAuthentication"] == "EmailAuthCRAMMD5"
    assert not [k for k in keys(profile) if "Password" in k or "Username" in k or "Address" in k]


def test_identifiers_outlive_a_new_port(site):
    def identifiers():
        profile = plistlib.loads(site.export("mobileconfig"))
        return [(p["PayloadUUID"], p["PayloadIdentifier"])
                for p in (profile, *profile["PayloadContent"])]
    site.write("content/provider.yml", provider())
    before = identifiers()
    site.write("content/provider.yml", provider(incoming=[{"port": 1993}], name="Another name"))
    assert identifiers() == before
    site.write("content/provider.yml", provider(incoming=[{"host": "new.example.jp"}]))
    assert identifiers()[0] == before[0] and identifiers()[1] != before[1]


# ---- SRV records

def records(site, domain):
    text = site.export("srv").decode()
    lines = [line for line in text.splitlines() if f"._tcp.{domain}." in line]
    zone = dns.zone.from_text("\n".join(lines), origin=domain, relativize=False, check_origin=False)
    return {name.to_text().removesuffix(f"._tcp.{domain}."):
            sorted((r.priority, r.weight, r.port, r.target.to_text()) for r in rdataset)
            for name, rdataset in zone.iterate_rdatasets(dns.rdatatype.SRV)}


@pytest.mark.parametrize("domain", ["example.jp", "example.org"])
def test_records_are_read_as_a_zone(site, domain):
    site.write("content/provider.yml", provider(
        incoming=[{}, {"host": "imap2.example.jp"}, {"protocol": "pop3", "security": "starttls"}],
        outgoing=[{}, {"security": "starttls"}]))
    assert records(site, domain) == {
        "_imap": [(0, 0, 0, ".")],
        "_imaps": [(0, 1, 993, "imap.example.jp."), (10, 1, 993, "imap2.example.jp.")],
        "_pop3": [(20, 1, 110, "imap.example.jp.")],
        "_pop3s": [(0, 0, 0, ".")],
        "_submission": [(10, 1, 587, "smtp.example.jp.")],
        "_submissions": [(0, 1, 465, "smtp.example.jp.")]}


# ---- What no file is written for

REFUSALS = [
    ("mobileconfig", POP_FIRST, "POP before SMTP"),
    ("srv", POP_FIRST, "POP before SMTP"),
    ("autoconfig", provider(incoming=[{"username": "assigned"}]), "assigned by the provider"),
    ("autodiscover", provider(incoming=[{"username": "assigned"}]), "assigned by the provider"),
    ("autodiscover", provider(outgoing=[{"authentication": "oauth2"}]), "OAuth2"),
    ("mobileconfig", provider(incoming=[{"authentication": "oauth2"}]), "OAuth2"),
    ("autodiscover", provider(incoming=[{"authentication": "encrypted-password"}]), "CRAM-MD5"),
    ("autoconfig", provider(incoming=[{"authentication": "none"}]), "received without signing in"),
    ("srv", provider(incoming=[{"authentication": "none"}]), "received without signing in"),
    ("srv", provider(outgoing=[{"authentication": "none"}]), "sent without signing in"),
]


@pytest.mark.parametrize("form, text, reason", REFUSALS)
def test_refusals_write_nothing_and_say_why(site, form, text, reason):
    site.write("content/provider.yml", text)
    output, errors, code = site.run("export", "settings", "--format", form, "--output", "file")
    assert (output, code) == (b"", 4)
    assert reason in errors and "provider.yml:" in errors and "customers set their client" in errors
    assert not (site.folder / "file").exists()


# ---- Text stays text

@pytest.mark.parametrize("form", ["autoconfig", "autodiscover", "mobileconfig", "srv"])
def test_hostile_values_stay_text(site, form):
    site.write("content/provider.yml", provider(
        name=HOSTILE, more=f"enable: {{title: {HOSTILE_TITLE}, url: 'https://a.example/?a&b'}}\n"))
    output = site.export(form)
    assert not set(output.decode()) & set(map(chr, [*range(9), *range(11, 32), *range(127, 160)])) - {"\t"}
    if form == "autoconfig":
        tree = autoconfig(site)
        assert tree.findtext("displayName").startswith('"</displayName><x'[1:])
        assert tree.find("x") is None and tree.find("enable/instruction").text.startswith("</descr>")
    elif form == "autodiscover":
        assert len(protocols(site)) == 2
    elif form == "mobileconfig":
        assert plistlib.loads(output)["PayloadOrganization"].startswith("</displayName>")
    else:
        assert len(records(site, "example.jp")) == 6 and b"evil" not in output


# ---- The published site

def test_site_offers_what_the_commands_write(site):
    site.write("content/provider.yml", provider())
    assert site.run("build", "--output", "site")[2] == 0
    root = site.folder / "site"
    for form, path in [("autoconfig", "mail/config-v1.1.xml"),
                       ("autoconfig", ".well-known/autoconfig/mail/config-v1.1.xml"),
                       ("autodiscover", "autodiscover/autodiscover.xml"),
                       ("mobileconfig", "mail/settings.mobileconfig")]:
        assert (root / path).read_bytes() == site.export(form)
    page = (root / "settings/index.html").read_text()
    assert "../mail/config-v1.1.xml" in page and "provider.yml, 4行目" in page


def test_site_publishes_no_legacy_file_unasked(site):
    site.write("content/provider.yml", POP_FIRST)
    assert site.run("build", "--output", "site")[2] == 0
    root = site.folder / "site"
    assert not (root / "mail").exists() and (root / "autodiscover/autodiscover.xml").exists()
    page = (root / "settings/index.html").read_text()
    assert "POP before SMTP" in page and "clients/thunderbird/index.html" in page
    assert "15分以内" in page
    site.write("content/provider.yml", POP_FIRST + "legacy: true\n")
    assert site.run("build", "--output", "site")[2] == 0
    assert b"smtp-after-pop" in (root / "mail/config-v1.1.xml").read_bytes()
    assert not (root / "mail/settings.mobileconfig").exists()


def test_every_format_leads_to_the_guides(site):
    site.write("content/provider.yml", provider())
    home = "https://help.example.jp/index.html"
    profile = plistlib.loads(site.export("mobileconfig"))
    assert profile["ConsentText"]["default"] == "Help & <more>: " + home
    answer = etree.fromstring(site.export("autodiscover"))
    assert [a.text for a in answer.iter(OUTLOOK + "ServiceHome")] == [home]
    records = site.export("srv").decode().splitlines()
    assert [r for r in records if r.startswith(";")] == ["; ja: " + home]
    zone = dns.zone.from_text("\n".join(records), "example.jp.", relativize=False,
                              check_origin=False)
    assert len(zone.nodes) == 6
