"""(i) The account log: on paper, and as a file for a spreadsheet."""

import csv
import io

from playwright.sync_api import expect

from support.shots import shoot
from support.site import ST_MARTINS


def test_the_account_log_prints_as_a_table_and_nothing_else(visitors):
    page = visitors.sign_in(ST_MARTINS, ST_MARTINS.administrator, viewport={"width": 794, "height": 1123})
    page.goto("/st-martins/accounts/log")
    page.emulate_media(media="print")
    for part in (".navigation", ".demo", ".skip", ".breadcrumbs", ".page-heading .buttons", ".whoami"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.locator("thead th", has_text="Approved posters")).to_be_visible()
    assert page.locator("table").evaluate("table => table.scrollWidth <= table.parentElement.clientWidth")
    shoot(page, "account-log-print")


def test_the_account_log_downloads_as_csv_with_what_the_page_shows(visitors):
    page = visitors.sign_in(ST_MARTINS, ST_MARTINS.administrator)
    page.goto("/st-martins/accounts/log")
    names = page.locator("tbody tr th").all_inner_texts()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()
    assert download.value.suggested_filename.startswith("st-martins-account-log-")
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(io.StringIO(file.read())))
    assert len(lines) == len(names) + 1 > 2
    for name in names:
        assert any(name in cell for line in lines for cell in line)
