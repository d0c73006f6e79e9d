"""(b), (j), (k) Every page: nothing for axe-core to find in light and dark, on a phone and on a desk, and nothing too wide."""

import urllib.parse

import pytest

from support.accessibility import faults, overflow
from support.shots import shoot
from support.site import ST_MARTINS
from support.visitor import DESKTOP, PHONE, Visitors, fill, send

SCHOOL = ST_MARTINS.path
NARROW = {"width": 320, "height": 700}
LOOKS = {
    "phone-light": {"viewport": PHONE, "scheme": "light"},
    "phone-dark": {"viewport": PHONE, "scheme": "dark"},
    "desktop-light": {"viewport": DESKTOP, "scheme": "light"},
    "desktop-dark": {"viewport": DESKTOP, "scheme": "dark"},
}
#: A photograph costs more than the check, so two looks stand for the four.
PHOTOGRAPHED = ("phone-dark", "desktop-light")
ROLES = {
    "head": ST_MARTINS.head,
    "administrator": ST_MARTINS.administrator,
    "teacher": ST_MARTINS.teacher,
    "governor": ST_MARTINS.governor,
}
#: Of pages that differ in their data alone, so many are enough.
ENOUGH = 2
#: Whose addresses have a key after them, and what can stand there instead of a key.
KEYED = ("accounts", "people", "declarations", "training", "answers", "judgements", "pupils", "pictures", "posts", "takedowns")
WORDS = ("new", "log", "import", "calendar", "consent", "upload")
#: More pages than this for one role means that the walk has lost its way.
BOUND = 150


def kind(address):
    """What an address is for, without the data in it: `/people/<key>/leave`."""
    parts = urllib.parse.urlsplit(address)
    steps = parts.path.split("/")
    if len(steps) > 3 and steps[2] in KEYED and steps[3] not in WORDS:
        steps[3] = "<key>"
    if steps[2:3] == ["takedowns"] and steps[4:5] == ["gone"]:
        steps[5] = "<account>"
    if steps[2:4] == ["policy", "drafts"] and len(steps) > 4 and steps[4] != "import":
        steps[4:] = ["<key>"] + ["<part>" if at == 1 else step for at, step in enumerate(steps[5:])]
    names = sorted(name for name, _ in urllib.parse.parse_qsl(parts.query))
    if parts.path.endswith("/ask") and "action" in names:
        # An answer is an answer, whatever facts stand in its address.
        names = ["action"]
    return "/".join(steps) + "?" + "&".join(names)


def crawl(page):
    """Every page that links lead to from Today, a few of each kind."""
    waiting, seen, counts = [f"{SCHOOL}/today"], set(), {}
    while waiting:
        assert len(seen) < BOUND, f"there is no end of pages; the last was {address}"
        address = waiting.pop(0)
        if address in seen or counts.get(kind(address), 0) >= ENOUGH:
            continue
        counts[kind(address)] = counts.get(kind(address), 0) + 1
        seen.add(address)
        answer = page.goto(address, wait_until="domcontentloaded")
        assert answer.status < 400, f"a link leads to {address}, which answers {answer.status}"
        yield address
        links = page.eval_on_selector_all("a[href]", "all => all.map(link => link.getAttribute('href').split('#')[0])")
        waiting += [link for link in links if link.startswith(SCHOOL) and not is_file(link)]


def is_file(link):
    return link.split("?")[0].endswith((".csv", ".txt", ".json", ".yaml", ".atom", ".jpg")) or "/ledger/proof/" in link


def name_of(address):
    return kind(address).strip("/?").replace("/", "-").replace("?", "-").replace("<key>", "one")


def check(page, found, photograph=None):
    found += faults(page)
    if overflow(page) > 0:
        found.append(f"{page.url} is {overflow(page)} pixels too wide")
    if photograph:
        shoot(page, photograph)


@pytest.fixture(scope="module")
def addresses(site, browser):
    """What each role can reach, found once."""
    visitors = Visitors(site, browser)
    found, taken = {}, set()
    for role, name in ROLES.items():
        page = visitors.sign_in(ST_MARTINS, name)
        reached = list(crawl(page))
        # What another role has shown already is looked at once, but for the pages that differ by role.
        found[role] = [address for address in reached if address not in taken or address.endswith(("/today", "/accounts", "/me"))]
        taken |= set(reached)
    visitors.close()
    assert visitors.complaints == []
    return found


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("role", ROLES)
def test_no_page_of_a_role_has_a_fault(visitors, addresses, role, look):
    page = visitors.sign_in(ST_MARTINS, ROLES[role], **LOOKS[look])
    found, shown = [], set()
    for address in addresses[role]:
        page.goto(address, wait_until="domcontentloaded")
        is_new = kind(address) not in shown
        shown.add(kind(address))
        # One of each kind in every look; the others in one look alone.
        if is_new or look == "phone-light":
            is_photographed = is_new and look in PHOTOGRAPHED
            check(page, found, f"page-{role}-{name_of(address)}-{look}" if is_photographed else None)
    assert found == []


@pytest.mark.parametrize("look", LOOKS)
def test_no_page_for_the_public_has_a_fault(visitors, look):
    page, found = visitors.open(**LOOKS[look]), []
    for address in ("/", SCHOOL, f"{SCHOOL}/sign-in", "/nowhere", f"{SCHOOL}/nowhere", f"{SCHOOL}/welcome/never-made"):
        page.goto(address)
        check(page, found, f"public-{name_of(address) or 'front'}-{look}")
    page.goto(f"{SCHOOL}/sign-in")
    send(page)
    check(page, found, f"public-sign-in-wrong-{look}")
    assert found == []


@pytest.mark.parametrize("look", LOOKS)
def test_no_form_that_is_wrong_has_a_fault(visitors, look):
    page, found = visitors.sign_in(ST_MARTINS, ST_MARTINS.administrator, **LOOKS[look]), []
    for address in ("accounts/new/apply", "accounts/new/reportUnofficial", "people/new/join", "people/import", "me"):
        page.goto(f"{SCHOOL}/{address}")
        if address == "people/import":
            fill(page, sheet="name,email,roles\n,nobody,juggler\n")
        send(page)
        page.locator(".error-summary").wait_for()
        check(page, found, f"wrong-{address.replace('/', '-')}-{look}")
    page.goto(f"{SCHOOL}/accounts/aaaaaaaaaaaaaaaaaaaa")
    check(page, found, f"error-not-found-{look}")
    assert found == []


def test_no_page_scrolls_sideways_on_the_narrowest_phone(visitors, addresses):
    found = []
    for role, name in ROLES.items():
        page = visitors.sign_in(ST_MARTINS, name, viewport=NARROW)
        for address in addresses[role]:
            page.goto(address, wait_until="domcontentloaded")
            if overflow(page) > 0:
                found.append(f"{address} is {overflow(page)} pixels too wide")
    page = visitors.open(viewport=NARROW)
    for address in ("/", SCHOOL, f"{SCHOOL}/sign-in"):
        page.goto(address)
        if overflow(page) > 0:
            found.append(f"{address} is {overflow(page)} pixels too wide")
    assert found == []
