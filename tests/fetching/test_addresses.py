"""Which addresses may be fetched: public machines on web ports, in forms that all read alike."""

import ipaddress

import pytest
from yarl import URL

from bot.errors import Refused
from bot.fetching.addresses import checked_url, is_public, redirected

PRIVATE = (
    *("0.1.2.3", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254"),
    *("172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1"),
    *("198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
    *("192.31.196.1", "192.52.193.1", "192.175.48.1", "168.63.129.16"),
    *("::", "::1", "::127.0.0.1", "fe80::1", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
    *("64:ff9b:1::7f00:1", "2002:7f00:1::", "2002:808:808::", "2001::1", "2001:db8::1"),
    *("2001:20::1", "3fff::1", "5f00::1", "100::1", "4000::1", "2606:4700::5efe:7f00:1"),
    "2606:4700::200:5efe:10.0.0.1",
)
PUBLIC = (
    *("8.8.8.8", "93.184.216.34", "192.0.1.1", "172.32.0.1", "100.128.0.1", "223.255.255.1"),
    *("2606:4700::1111", "2a00:1450:4001::200e", "::ffff:8.8.8.8", "64:ff9b::808:808"),
)


@pytest.mark.parametrize("written", PRIVATE)
def test_an_address_that_is_not_everybodys_is_not_public(written: str) -> None:
    assert not is_public(ipaddress.ip_address(written))


@pytest.mark.parametrize("written", PUBLIC)
def test_an_address_of_the_public_net_is_public(written: str) -> None:
    assert is_public(ipaddress.ip_address(written))


REFUSED = {
    "fetch/no_address": (
        *("http://2130706433/", "http://0x7f000001/", "http://017700000001/", "http://127.1/"),
        *("http://0177.0.0.1/", "http://0x7f.0.0.1/", "http://127.0.0.1./", "http://1.2.3/"),
        *(
            "http://①②⑦.⓪.⓪.①/",
            "http://１２７.0.0.1/",
            "http://127。0。0。1/",
            "http://127%2e0.0.1/",
        ),
        *(
            "http:///path",
            "http://",
            "http://a b/",
            "http://a\tb/",
            "http://a\\@b/",
            "http://[::1/",
        ),
        *("http://[fe80::1%25eth0]/", "http://[v1.fe]/", "http://a..b/", "http://-a.example/"),
        *("http://a.example:99999/", "http://a.example:x/", f"http://a.example/{'a' * 2_000}"),
        *("http://a.example/\u202e", "http://a.example\n/", "https://x.0x7f/"),
    ),
    "fetch/scheme": (
        *("ftp://a.example/", "file:///etc/passwd", "javascript:alert(1)", "gopher://a.example/"),
        *("data:text/html,a", "a.example/feed", "//a.example/", "", "mailto:a@b.example"),
        *("ws://a.example/", "unix:/run/docker.sock", "dict://a.example:2628/"),
    ),
    "fetch/port": (
        *("http://a.example:22/", "https://a.example:8443/", "http://a.example:0/"),
        *("http://a.example:25/", "http://a.example:6379/", "http://8.8.8.8:3306/"),
    ),
    "fetch/user": (
        *("http://user@a.example/", "http://user:pass@a.example/", "http://a.example@127.0.0.1/"),
        *("http://a.example:80@127.0.0.1/", "https://:pass@a.example/"),
    ),
}


@pytest.mark.parametrize(
    ("written", "utterance"), [(one, name) for name, many in REFUSED.items() for one in many]
)
def test_what_is_no_plain_web_address_is_refused_with_its_reason(
    written: str, utterance: str
) -> None:
    with pytest.raises(Refused) as caught:
        checked_url(written)
    assert caught.value.utterance == utterance


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("http://a.example", "http://a.example"),
        (" https://A.Example:443/b?c=d#e ", "https://a.example/b?c=d"),
        ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("http://4chan.example/", "http://4chan.example/"),
        ("http://a_b.example/", "http://a_b.example/"),
    ],
)
def test_a_plain_web_address_is_fetched_as_it_is_meant(written: str, asked: str) -> None:
    assert str(checked_url(written)) == asked


@pytest.mark.parametrize(
    ("start", "location", "target"),
    [
        ("http://a.example/x", "https://a.example/x", "https://a.example/x"),
        ("http://a.example/x", "http://b.example/", "http://b.example/"),
        ("https://a.example/x/y", "z?b=c#d", "https://a.example/x/z?b=c"),
        ("https://a.example/x", "//b.example/y", "https://b.example/y"),
    ],
)
def test_a_redirect_leads_to_where_a_browser_would_go(
    start: str, location: str, target: str
) -> None:
    assert str(redirected(URL(start), location)) == target


@pytest.mark.parametrize(
    ("location", "utterance"),
    [
        ("http://a.example/x", "fetch/insecure"),
        ("http://b.example/", "fetch/insecure"),
        ("http://[broken/", "fetch/no_address"),
        ("ftp://a.example/", "fetch/scheme"),
    ],
)
def test_a_redirect_from_an_encrypted_address_does_not_lead_to_an_open_one(
    location: str, utterance: str
) -> None:
    with pytest.raises(Refused) as caught:
        redirected(URL("https://a.example/x"), location)
    assert caught.value.utterance == utterance
