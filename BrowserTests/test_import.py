"""(l) People from a list: what is wrong with each line first, then every line, and nobody before it is confirmed."""

from playwright.sync_api import expect

from support.accessibility import faults
from support.shots import shoot
from support.site import DRONFIELD
from support.visitor import fill, find, send

WRONG = """name,email,roles,first day
Wanda Brackenfell,wanda@dronfield.example,teacher,2026-11-23
,nobody@dronfield.example,teacher,
Osric Plumtree,not an address,juggler,31/02/2026
"""
RIGHT = """name,email,roles,first day
Wanda Brackenfell,wanda@dronfield.example,teacher,2026-11-23
Osric Plumtree,osric@dronfield.example,staff;volunteer,
"""


def test_a_list_with_wrong_lines_is_mended_and_confirmed(visitors):
    page = visitors.sign_in(DRONFIELD, DRONFIELD.administrator)
    page.goto("/dronfield/people/import")
    page.set_input_files("[name=file]", {"name": "staff.csv", "mimeType": "text/csv", "buffer": WRONG.encode()})
    send(page)
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    for words in ("Line 3", "Line 4"):
        expect(summary).to_contain_text(words)
    expect(summary).not_to_contain_text("Line 2")
    expect(page.locator("[name=sheet]")).to_have_value(WRONG)
    shoot(page, "import-wrong")
    assert is_nobody(page)

    page.goto("/dronfield/people/import")
    fill(page, sheet=RIGHT)
    send(page)
    expect(page.locator("h1")).to_have_text("Check the list")
    expect(page.locator("tbody tr")).to_have_count(2)
    assert faults(page) == []
    shoot(page, "import-check")
    other = page.context.new_page()
    assert is_nobody(other)

    page.get_by_role("button", name="Add these people").click()
    expect(page.locator(".banner")).to_contain_text("were added")
    expect(page.get_by_role("link", name="Wanda Brackenfell")).to_be_visible()
    expect(page.get_by_role("link", name="Osric Plumtree")).to_be_visible()


def is_nobody(page):
    find(page, "/dronfield/people", "Brackenfell")
    return page.locator("tbody tr").count() == 0
