"""(h) Ask: the same question, answered by each school's own policy."""

import pytest
from playwright.sync_api import expect

from support.accessibility import faults, overflow
from support.shots import shoot
from support.site import OAKDENE, WATERVILLE
from support.visitor import DESKTOP, PHONE

QUESTION = {"action": "Send somebody a friend request", "with": "A former pupil of this school"}


def choose(page, action):
    """Opens the topic that an action stands under, and clicks it."""
    topic = page.locator("details.topic", has=page.get_by_text(action, exact=True))
    topic.locator("summary").click()
    topic.get_by_text(action, exact=True).click()


def ask(visitors, school):
    """Answers what is asked by clicks, always with the first answer but for the former pupil, until there is a verdict."""
    page = visitors.sign_in(school, school.deputy)
    page.goto(f"{school.path}/ask")
    choose(page, QUESTION["action"])
    for _ in range(12):
        if page.locator(".verdict").count():
            return page
        former = page.get_by_label(QUESTION["with"], exact=True)
        (former if former.count() else page.locator("main .option input").first).check(force=True)
        page.get_by_role("button", name="Continue").click()
    raise AssertionError("twelve questions and no verdict")


@pytest.mark.parametrize("school", [OAKDENE, WATERVILLE], ids=["oakdene", "waterville"])
def test_an_answer_names_the_clauses_that_it_rests_on(visitors, school):
    page = ask(visitors, school)
    shoot(page, f"ask{school.path.replace('/', '-')}")
    links = page.locator(".verdict .citations a")
    expect(links.first).to_be_visible()
    target = links.first.get_attribute("href")
    page.goto(target)
    clause = target.split("#")[1]
    assert page.locator(f"[id='{clause}']").count() == 1


def test_two_schools_answer_differently_about_a_former_pupil(visitors):
    answers = {school.path: ask(visitors, school).locator(".verdict h2").inner_text() for school in (OAKDENE, WATERVILLE)}
    assert answers["/oakdene"] != answers["/waterville"], answers


def test_an_answer_can_be_changed_and_the_address_shared(visitors):
    page = ask(visitors, OAKDENE)
    verdict = page.locator(".verdict h2").inner_text()
    other = visitors.sign_in(OAKDENE, OAKDENE.head)
    other.goto(page.url)
    expect(other.locator(".verdict h2")).to_have_text(verdict)
    page.get_by_role("link", name="Change the other person").click()
    expect(page.get_by_role("button", name="Continue")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_plain_words_lead_through_a_choice_to_an_answer_and_what_would_change_it(visitors, viewport, scripts):
    page = visitors.sign_in(OAKDENE, OAKDENE.deputy, viewport=viewport, scripts=scripts)
    page.goto(f"{OAKDENE.path}/ask")
    page.get_by_label("What do you want to do?").fill("accept a friend request from an ex-pupil on my own account")
    page.get_by_role("button", name="Find").click()
    expect(page.locator(".verdict")).to_have_count(0)
    card = page.locator(".card").first
    expect(card).to_contain_text("The other person: A former pupil of this school")
    size = viewport["width"]
    shoot(page, f"ask-words-{size}")
    assert overflow(page) == 0
    if scripts:
        assert faults(page) == []
    card.get_by_role("link").click()
    assert "q=" not in page.url and "ex-pupil" not in page.url
    for _ in range(12):
        if page.locator(".verdict").count():
            break
        page.locator("main .option input").first.check(force=True)
        page.get_by_role("button", name="Continue").click()
    verdict = page.locator(".verdict h2").inner_text()
    shoot(page, f"ask-flips-{size}")
    assert overflow(page) == 0
    if scripts:
        assert faults(page) == []
    flip = page.get_by_role("link", name="If ").first
    flip.click()
    expect(page.locator(".verdict h2")).not_to_have_text(verdict)
