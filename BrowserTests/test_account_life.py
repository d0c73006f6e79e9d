"""(a) An account from the application to the closure, as the people who do each part."""

from playwright.sync_api import expect

from support.accessibility import faults
from support.application import application, opening
from support.shots import shoot
from support.site import OAKDENE
from support.visitor import DESKTOP, PHONE, fill, find, row, send, today

NAME = "Year 4 blog"
PASSWORD = "marmalade-kettle-orchard"


class Life:
    """Follows one account, with a photograph of every step on a phone and on a desk."""

    def __init__(self, visitors):
        self.visitors = visitors
        self.step = 0
        self.address = ""

    def visitor(self, name):
        return self.visitors.sign_in(OAKDENE, name)

    def shoot(self, page, what):
        self.step += 1
        assert faults(page) == []
        for viewport, size in ((PHONE, "phone"), (DESKTOP, "desktop")):
            page.set_viewport_size(viewport)
            shoot(page, f"life-{self.step:02}-{what}-{size}")

    def act(self, page, command, **answers):
        """Opens the account, follows the link of the command, fills its form in and sends it."""
        page.goto(self.address)
        page.locator(f"main .buttons a[href$='/{command}']").click()
        fill(page, **answers)
        self.shoot(page, command)
        send(page)
        expect(page.locator(".error-summary")).to_have_count(0)


def test_an_account_lives_from_application_to_closure(visitors):
    life = Life(visitors)
    teacher = apply(life)
    decide(life)
    administrator = open_account(life)
    see_and_change_the_password(life, administrator)
    review(life)
    leave_and_hand_over(life, administrator)
    close(life, administrator)
    teacher.goto("/oakdene/today")
    assert "/sign-in" in teacher.url


def apply(life):
    page = life.visitor(OAKDENE.teacher)
    page.goto("/oakdene/accounts")
    page.get_by_role("link", name="Apply for an account").click()
    fill(page, **application(OAKDENE, NAME, OAKDENE.teacher, [OAKDENE.assistant]))
    life.shoot(page, "application")
    send(page)
    expect(page.locator("h1")).to_have_text(NAME)
    expect(page.locator(".page-heading .tag")).to_have_text("Waiting for a decision")
    expect(page.locator("a[href$='/approve']")).to_have_count(0)
    life.address = page.url.split("?")[0]
    life.shoot(page, "applied")
    return page


def decide(life):
    page = life.visitor(OAKDENE.head)
    life.shoot(page, "today-of-the-head")
    page.get_by_role("link", name=NAME).first.click()
    expect(page.locator("h1")).to_have_text(NAME)
    life.act(page, "approve", note="A good way to share the class’s work.")
    expect(page.locator(".page-heading .tag")).to_have_text("Approved, to be opened")
    expect(page.locator(".timeline")).to_contain_text("A good way to share the class’s work.")
    life.shoot(page, "approved")


def open_account(life):
    page = life.visitor(OAKDENE.administrator)
    page.get_by_role("link", name=NAME).first.click()
    life.act(page, "open", **opening(today(page), [], [OAKDENE.administrator], PASSWORD))
    expect(page.locator(".page-heading .tag")).to_have_text("Open")
    life.shoot(page, "opened")
    public = life.visitors.open()
    public.goto("/oakdene")
    expect(public.get_by_role("link", name=NAME)).to_be_visible()
    return page


def see_and_change_the_password(life, page):
    life.act(page, "reveal", reason="New tablet to sign in on")
    expect(page.locator(".secret")).to_have_text(PASSWORD)
    life.shoot(page, "password")
    page.get_by_role("link", name="Back to the account").click()
    expect(page.locator(".timeline")).to_contain_text("New tablet to sign in on")
    life.act(page, "changePassword", password="thimble-harbour-lantern", reason="Shown on a shared screen")
    expect(page.locator("main")).not_to_contain_text("thimble-harbour-lantern")


def review(life):
    page = life.visitor(OAKDENE.deputy)
    page.goto(life.address)
    page.locator("main .buttons a[href$='/review']").click()
    for group in page.locator("fieldset fieldset").all():
        choice = "Remove" if OAKDENE.assistant in group.inner_text() else "Keep"
        group.get_by_label(choice).check(force=True)
    life.shoot(page, "review")
    send(page)
    expect(page.locator(".timeline")).to_contain_text("Access reviewed")
    posters = row(page, "May post")
    expect(posters).to_contain_text(OAKDENE.teacher)
    expect(posters).not_to_contain_text(OAKDENE.assistant)
    life.shoot(page, "reviewed")


def leave_and_hand_over(life, page):
    find(page, "/oakdene/people", "Thackwray")
    page.get_by_role("link", name=OAKDENE.teacher).click()
    page.locator("main .buttons a[href$='/leave']").click()
    fill(page, on=today(page))
    life.shoot(page, "leaver")
    send(page)
    expect(page.locator(".page-heading .tag")).to_have_text("Has left")
    page.goto(life.address)
    expect(page.locator(".duty").first).to_be_visible()
    life.shoot(page, "without-a-lead")
    life.act(page, "handOver", to=OAKDENE.assistant, note="Takes Year 4 over")
    expect(row(page, "Lead")).to_contain_text(OAKDENE.assistant)
    life.shoot(page, "handed-over")


def close(life, page):
    life.act(page, "close", on=today(page), reason="The class has moved on")
    expect(page.locator(".page-heading .tag")).to_have_text("Closed")
    life.shoot(page, "closed")
    public = life.visitors.open()
    public.goto("/oakdene")
    expect(public.get_by_role("link", name=NAME)).to_have_count(0)
