"""(m) What the policy comes to: its analysis, a comparison, and the twenty questions."""

import pytest
from playwright.sync_api import expect

from support.accessibility import faults, overflow
from support.shots import shoot
from support.site import OAKDENE
from support.visitor import DESKTOP, PHONE

VIEWPORTS = pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])


def is_sound(page, name):
    shoot(page, name)
    assert overflow(page) == 0
    assert faults(page) == []


@VIEWPORTS
def test_a_finding_leads_to_the_answer_that_shows_it(visitors, viewport):
    page = visitors.sign_in(OAKDENE, OAKDENE.deputy, viewport=viewport)
    page.goto(f"{OAKDENE.path}/policy")
    page.get_by_role("link", name="What analysis finds").click()
    is_sound(page, f"analysis-{viewport['width']}")
    page.get_by_label("Kind", exact=True).select_option(label="Questions left open")
    page.get_by_role("button", name="Apply").click()
    page.locator(".findings a[href*='/ask?']").first.click()
    assert "/ask?" in page.url
    assert any(words in page.locator("main").inner_text().lower() for words in ("does not say", "no rule covers"))


@VIEWPORTS
def test_two_policies_are_compared_and_the_comparison_is_narrowed(visitors, viewport):
    page = visitors.sign_in(OAKDENE, OAKDENE.deputy, viewport=viewport)
    page.goto(f"{OAKDENE.path}/policy/compare")
    is_sound(page, f"compare-empty-{viewport['width']}")
    page.get_by_label("Second policy").select_option("waterville")
    page.get_by_role("button", name="Compare").click()
    is_sound(page, f"compare-{viewport['width']}")
    everything = page.locator(".differences > li").count()
    expect(page.locator(".differences > li").first).to_be_hidden()
    page.locator("summary", has_text="Connecting").click()
    expect(page.locator(".differences > li:visible").first).to_be_visible()
    is_sound(page, f"compare-opened-{viewport['width']}")
    page.get_by_label("Topic").select_option("connecting")
    page.get_by_role("button", name="Compare").click()
    connecting = page.locator(".differences > li").count()
    assert 0 < connecting < everything
    page.locator(".differences a[href*='/ask?']").first.click()
    expect(page.locator(".verdict")).to_be_visible()


@VIEWPORTS
def test_the_twenty_questions_stand_side_by_side_and_can_be_sorted(visitors, viewport):
    page = visitors.sign_in(OAKDENE, OAKDENE.deputy, viewport=viewport)
    page.goto(f"{OAKDENE.path}/policy/questions")
    is_sound(page, f"questions-{viewport['width']}")
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(20)
    page.get_by_role("link", name="Waterville").click()
    assert "sort=" in page.url
    expect(rows).to_have_count(20)
    rows.first.locator("a[href*='/ask?']").click()
    expect(page.locator(".verdict")).to_be_visible()


def test_the_pages_about_the_policy_work_without_scripts(visitors):
    page = visitors.sign_in(OAKDENE, OAKDENE.deputy, scripts=False, viewport=PHONE)
    page.goto(f"{OAKDENE.path}/policy/compare")
    page.get_by_label("Second policy").select_option("grange")
    page.get_by_role("button", name="Compare").click()
    page.locator("details.clause-section > summary").first.click()
    expect(page.locator(".differences > li").first).to_be_visible()
    page.goto(f"{OAKDENE.path}/policy/compare?a=in-force&b=nowhere")
    expect(page.locator(".error-summary")).to_be_visible()


def test_the_questions_print_as_a_table(visitors):
    page = visitors.sign_in(OAKDENE, OAKDENE.deputy, viewport={"width": 1123, "height": 794})
    page.goto(f"{OAKDENE.path}/policy/questions")
    page.emulate_media(media="print")
    expect(page.locator("thead")).to_be_visible()
    expect(page.get_by_role("link", name="Download as CSV")).to_be_hidden()
    shoot(page, "questions-print")
