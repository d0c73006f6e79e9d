"""(d) Without scripts: an account is applied for, approved and opened all the same."""

from playwright.sync_api import expect

from support.application import application, opening
from support.site import WATERVILLE
from support.visitor import PHONE, fill, send, today


def test_an_account_is_applied_for_approved_and_opened_without_scripts(visitors):
    teacher = visitors.sign_in(WATERVILLE, WATERVILLE.teacher, scripts=False, viewport=PHONE)
    teacher.goto("/waterville/accounts/new/apply")
    send(teacher)
    expect(teacher.locator(".error-summary")).to_be_visible()
    fill(teacher, **application(WATERVILLE, "Plain page", WATERVILLE.teacher, [WATERVILLE.assistant]))
    send(teacher)
    expect(teacher.locator("h1")).to_have_text("Plain page")
    address = teacher.url.split("?")[0]

    head = visitors.sign_in(WATERVILLE, WATERVILLE.head, scripts=False)
    head.goto(f"{address}/approve")
    send(head)
    expect(head.locator(".page-heading .tag")).to_have_text("Approved, to be opened")

    administrator = visitors.sign_in(WATERVILLE, WATERVILLE.administrator, scripts=False)
    day = today(visitors.open())
    administrator.goto(f"{address}/open")
    fill(administrator, **opening(day, [], [WATERVILLE.administrator]))
    send(administrator)
    expect(administrator.locator(".page-heading .tag")).to_have_text("Open")


def test_a_verification_is_followed_by_hand_without_scripts(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.administrator, scripts=False)
    page.goto("/waterville/ledger")
    page.get_by_role("button", name="Verify now").click()
    for _ in range(50):
        if page.locator("h1").inner_text() == "The ledger is sound":
            return
        page.get_by_role("link", name="Show how far it is now").click()
    raise AssertionError("the verification never ended")
