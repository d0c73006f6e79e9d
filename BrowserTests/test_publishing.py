"""(g) A post from the first word to the takedown: written, checked, approved by another, published, and taken down again
when a parent changes their mind. With scripts and without, on a phone, and by the keyboard alone."""

import pathlib
import re

from playwright.sync_api import expect

from support.accessibility import faults, overflow
from support.shots import shoot
from support.site import WATERVILLE
from support.visitor import PHONE, send

SCHOOL = WATERVILLE.path
ACCOUNT = "@watervilleschool on Facebook"
#: Children of the demonstration: parents of the first two agreed to everything, those of the third to nothing.
SHOWN, BESIDE, REFUSED = "Dariusz Wragmoor", "Farid Inglethorn", "Ruaridh Oxterby"
SPEAKER = "The school office"
TWO_FACES = pathlib.Path(__file__).resolve().parents[1] / "Tests" / "PictureTests" / "Samples" / "two-faces.jpg"


def look(page, name):
    """Nothing for axe-core to find and nothing too wide; and a photograph of it."""
    assert faults(page) == []
    assert overflow(page) == 0
    shoot(page, f"publishing-{name}")


def compose(page, words):
    page.goto(f"{SCHOOL}/posts/new/start")
    page.get_by_label(ACCOUNT).check(force=True)
    page.locator("[name=words]").fill(words)
    page.locator("[name=speaker]").fill(SPEAKER)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def stage(page):
    return page.locator(".page-heading .tag")


def test_findings_show_while_a_post_is_written_and_go_when_they_are_mended(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.teacher)
    compose(page, f"Well done {REFUSED}, who swam a mile!")
    found = page.locator("#compose-check")
    expect(found.locator("mark")).to_have_text(re.compile(REFUSED), timeout=20000)
    expect(found).to_contain_text("Must be mended")
    expect(page.locator("#compose-saved")).to_contain_text("Saved at", timeout=20000)
    look(page, "findings")

    # What must be mended cannot be sent on.
    press(page, "Save, and send for approval")
    page.wait_for_url("**/submit")
    expect(page.locator("main")).to_contain_text("What must be mended first")
    expect(page.get_by_role("button", name="Send for approval")).to_have_count(0)
    look(page, "stopped")

    page.get_by_role("link", name="Change the post").click()
    page.locator("[name=words]").fill("Well done to one of our swimmers, who swam a mile!")
    expect(found).not_to_contain_text("Must be mended", timeout=20000)
    expect(found.locator("mark")).to_have_count(0)
    look(page, "mended")
    press(page, "Save, and send for approval")
    page.wait_for_url("**/submit")
    press(page, "Send for approval")
    expect(stage(page)).to_have_text("Waiting for approval")


def test_a_post_is_drawn_as_each_account_will_show_it_while_it_is_written(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.teacher)
    compose(page, "We walked to the river. " + "It was cold. " * 25)
    page.get_by_label("@watervillenews on X").check(force=True)
    drawn = page.locator(".drawn")
    expect(drawn).to_have_count(2, timeout=20000)
    narrow = drawn.filter(has_text="@watervillenews on X")
    expect(narrow.locator(".drawn-beyond")).to_contain_text("It was cold.")
    expect(narrow).to_contain_text("too many of 280")
    expect(drawn.filter(has_text=ACCOUNT).locator(".drawn-beyond")).to_have_count(0)
    look(page, "drawn-too-long")
    page.locator("[name=words]").fill("Read https://waterville.example/news/2026/november/our-walk-to-the-river today.")
    expect(narrow.locator(".drawn-beyond")).to_have_count(0, timeout=20000)
    # The link is shown as short as it counts, and is still there whole.
    link = narrow.locator(".drawn-link")
    expect(link).to_have_text("https://waterville.example/news/2026/november/our-walk-to-the-river")
    assert link.evaluate("link => link.scrollWidth > link.clientWidth")
    page.get_by_label("Bean plants on eight canes").check(force=True)
    expect(drawn.first.locator("img")).to_have_count(1, timeout=20000)
    # What is opened stays open, and the picture the same, while the rest is drawn anew.
    narrow.locator("summary").click()
    image = narrow.locator("img").element_handle()
    page.locator("[name=words]").fill("Other words.")
    expect(narrow).to_contain_text("Other words.", timeout=20000)
    expect(narrow.locator("details li")).to_be_visible()
    assert image.evaluate("image => image.isConnected")
    page.set_viewport_size(PHONE)
    look(page, "drawn-phone")


def test_on_a_phone_a_line_under_the_words_says_how_much_the_checks_find(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.teacher, viewport=PHONE)
    page.goto(f"{SCHOOL}/posts/new/start")
    expect(page.get_by_role("button", name="Check it")).to_be_hidden()
    compose(page, f"Well done {REFUSED}, who swam a mile!")
    tally = page.locator("#compose-tally a")
    expect(tally).to_contain_text("must be mended", timeout=20000)
    look(page, "tally-phone")
    tally.click()
    expect(page.locator("#compose-check h2").first).to_be_in_viewport()
    page.locator("[name=words]").fill("Well done to one of our swimmers, who swam a mile!")
    expect(tally).not_to_contain_text("must be mended", timeout=20000)


def test_a_face_is_covered_once_that_was_opened(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.teacher, viewport=PHONE)
    page.goto(f"{SCHOOL}/pictures/upload")
    page.set_input_files("[name=pictures]", TWO_FACES)
    press(page, "Add these pictures")
    expect(page.locator(".face-cut")).to_have_count(2, timeout=60000)
    button = page.get_by_role("button", name="Cover it for good").first
    expect(button).to_be_hidden()
    # Of itself no box stands on the picture that nobody has drawn.
    expect(page.locator(".box-drawn")).to_be_hidden()
    page.locator("summary", has_text="Cover this face").first.click()
    look(page, "cover-phone")
    button.click()
    expect(page.locator(".face-cut")).to_have_count(1, timeout=60000)
    expect(page.locator(".banner")).to_contain_text("covered for good")


def test_the_calendar_is_a_month_on_a_wide_screen_and_a_list_on_a_phone(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.teacher)
    page.goto(f"{SCHOOL}/posts/calendar")
    today = page.locator("[aria-current=date]")
    expect(today).to_be_visible()
    expect(page.get_by_role("columnheader")).to_have_count(7)
    days = page.locator(".month td:not(.month-blank)").count()
    assert days == page.locator(".month td:not(.month-blank):visible").count() >= 28
    assert page.evaluate("document.querySelector('.month tbody tr').getBoundingClientRect().width") > 600
    look(page, "calendar")
    month = page.locator(".month-head h2").inner_text()
    page.get_by_role("navigation", name="Months").get_by_role("link").last.click()
    expect(page.locator(".month-head h2")).not_to_have_text(month)
    expect(page.locator("[aria-current=date]")).to_have_count(0)
    page.get_by_role("link", name="This month").click()
    expect(page.locator(".month-head h2")).to_have_text(month)

    page.set_viewport_size(PHONE)
    expect(today).to_be_visible()
    expect(page.locator("td.month-free").first).to_be_hidden()
    look(page, "calendar-phone")
    page.goto(f"{SCHOOL}/posts/calendar?month=2099-02")
    expect(page.locator(".month")).to_be_hidden()
    expect(page.locator("main")).to_contain_text("No post has a day in February 2099.")
    look(page, "calendar-phone-empty")
    page.go_back()
    page.emulate_media(media="print")
    assert page.locator(".month td:not(.month-blank):visible").count() == days


def test_a_parents_answers_are_recorded_in_rows_and_can_all_be_given_at_once(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.administrator)
    page.goto(f"{SCHOOL}/pupils")
    page.locator("tbody th a").nth(5).click()
    page.get_by_role("link", name="Record what a parent answered").click()
    rows = page.locator(".choice-row")
    count = rows.count()
    press(page, "No to all")
    expect(page.locator(".choice-row input[value=no]:checked")).to_have_count(count)
    rows.first.get_by_label("Yes").check(force=True)
    expect(page.locator(".choice-row input[value=no]:checked")).to_have_count(count - 1)
    look(page, "record-consent")
    # On a wide screen each question has its answers beside it; on a phone under it.
    question, answers = rows.first.locator(".choice-question"), rows.first.locator(".choice-answers")
    assert answers.bounding_box()["x"] > question.bounding_box()["x"] + 100
    page.set_viewport_size(PHONE)
    assert answers.bounding_box()["y"] > question.bounding_box()["y"]
    look(page, "record-consent-phone")
    press(page, "Clear the answers")
    expect(page.locator(".choice-row input:checked")).to_have_count(0)


def test_a_finger_scrolls_past_the_picture_until_it_is_said_to_draw(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.teacher, viewport=PHONE, touch=True)
    page.goto(f"{SCHOOL}/pictures?show=untagged")
    page.locator(".picture-card a").first.click()
    boxes = page.locator(".boxes")
    assert boxes.evaluate("boxes => getComputedStyle(boxes).touchAction") == "pan-y pinch-zoom"
    left = page.locator("[name=left]")
    before = left.input_value()
    draw = """boxes => {
      const edge = boxes.getBoundingClientRect();
      const at = (type, x, y) => boxes.dispatchEvent(new PointerEvent(type, {
        pointerId: 1, pointerType: "touch", bubbles: true, cancelable: true,
        clientX: edge.left + x * edge.width, clientY: edge.top + y * edge.height }));
      boxes.setPointerCapture = () => {};
      at("pointerdown", 0.1, 0.2); at("pointermove", 0.3, 0.5); at("pointerup", 0.3, 0.5);
    }"""
    boxes.evaluate(draw)
    assert left.input_value() == before
    press(page, "Draw a box with a finger")
    assert boxes.evaluate("boxes => getComputedStyle(boxes).touchAction") == "none"
    look(page, "draw-phone")
    boxes.evaluate(draw)
    assert left.input_value() == "10.0"
    # One box is drawn; then the page scrolls again.
    assert boxes.evaluate("boxes => getComputedStyle(boxes).touchAction") == "pan-y pinch-zoom"


def test_whoever_runs_no_account_is_told_whom_to_ask(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.head)
    page.goto(f"{SCHOOL}/posts")
    expect(page.get_by_role("link", name="Write a post")).to_have_count(0)
    page.get_by_role("link", name="Whom to ask").click()
    expect(page.locator("main")).to_contain_text(WATERVILLE.teacher)
    expect(page.locator("main form")).to_have_count(0)
    look(page, "no-account")


def test_pictures_are_found_that_stand_in_no_post(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.teacher)
    page.goto(f"{SCHOOL}/pictures")
    look(page, "pictures")
    all_of_them = page.locator(".picture-card").count()
    page.get_by_label("Show").select_option("unused")
    page.get_by_label("Order").select_option("description")
    press(page, "Apply")
    expect(page.get_by_label("Show")).to_have_value("unused")
    assert page.locator(".picture-card").count() < all_of_them
    look(page, "pictures-unused")


def test_a_post_is_written_checked_and_sent_on_without_scripts_on_a_phone(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.teacher, scripts=False, viewport=PHONE)
    compose(page, f"{REFUSED} found a newt.")
    press(page, "Check it")
    expect(page.locator("#compose-check")).to_contain_text("Must be mended")
    expect(page.locator(".drawn")).to_contain_text(f"{REFUSED} found a newt.")
    expect(page.locator("[name=words]")).to_have_value(f"{REFUSED} found a newt.")
    assert overflow(page) == 0
    page.locator("[name=words]").fill("We found a newt in the pond.")
    press(page, "Save, and send for approval")
    page.wait_for_url("**/submit")
    assert overflow(page) == 0
    press(page, "Send for approval")
    expect(stage(page)).to_have_text("Waiting for approval")
    assert overflow(page) == 0


def test_a_picture_is_published_and_taken_down_when_a_parent_changes_their_mind(visitors):
    change = agree_by_link(visitors)
    teacher = visitors.sign_in(WATERVILLE, WATERVILLE.teacher)
    picture = upload(teacher)
    tag_by_keyboard(teacher)
    post = write_with_picture(teacher, picture)
    approve(visitors, teacher, post)
    publish_by_hand(teacher, post)
    withdraw_by_link(visitors, change)
    take_down(visitors, post)


def agree_by_link(visitors):
    """A parent answers on a phone; the answer is the address at which they can change their mind."""
    office = visitors.sign_in(WATERVILLE, WATERVILLE.administrator)
    office.goto(f"{SCHOOL}/pupils")
    office.get_by_label("Name", exact=True).fill(SHOWN.split()[1])
    press(office, "Apply")
    office.wait_for_load_state()
    assert SHOWN.split()[1] not in office.url
    look(office, "pupils")
    office.get_by_role("link", name=SHOWN).click()
    look(office, "pupil")
    press(office, "Make a link for a parent")
    look(office, "link")
    parent = visitors.open(viewport=PHONE)
    parent.goto(office.locator(".secret").inner_text().strip())
    look(parent, "consent-phone")
    for answer in parent.locator("main form.form").first.locator("input[name^=consent-][value=yes]").all():
        answer.check(force=True)
    parent.locator("[name=giver]").first.fill("Salma Wragmoor")
    parent.locator("[name=relation][value=parent]").check(force=True)
    press(parent, "Send my answers")
    expect(parent.locator("h1")).to_have_text("Thank you")
    look(parent, "consent-thanks-phone")
    return parent.locator(".secret").inner_text().strip()


def upload(page):
    page.goto(f"{SCHOOL}/pictures/upload")
    look(page, "upload")
    page.set_input_files("[name=pictures]", TWO_FACES)
    press(page, "Add these pictures")
    expect(stage(page)).to_have_text("Somebody to tag", timeout=60000)
    look(page, "picture")
    return page.url.split("?")[0]


def tab_to(page, name):
    for _ in range(80):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {name}")


def tag_by_keyboard(page):
    """Who the two faces are, and what the picture shows, with the keyboard and nothing else."""
    for face, child in ((1, SHOWN), (2, BESIDE)):
        tab_to(page, f"pupil-{face}")
        page.keyboard.type(child)
        # A suggestion that is open takes the first Enter.
        page.keyboard.press("Escape")
        page.keyboard.press("Enter")
        expect(page.locator(".tags")).to_contain_text(child)
    tab_to(page, "altText")
    page.keyboard.type("Two children look at the camera in front of a flag.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Two children look at the camera in front of a flag.")
    expect(stage(page)).to_have_text("Everybody accounted for")
    look(page, "picture-tagged")
    page.set_viewport_size(PHONE)
    look(page, "picture-tagged-phone")
    page.set_viewport_size({"width": 1280, "height": 900})


def write_with_picture(page, picture):
    compose(page, "Our visitors told us about space.")
    page.get_by_label("Two children look at the camera").check(force=True)
    found = page.locator("#compose-check")
    expect(found.locator("img")).to_have_count(1, timeout=20000)
    expect(found).not_to_contain_text("Must be mended")
    look(page, "with-picture")
    press(page, "Save, and send for approval")
    page.wait_for_url("**/submit")
    look(page, "submit")
    press(page, "Send for approval")
    expect(stage(page)).to_have_text("Waiting for approval")
    look(page, "submitted")
    return page.url.split("?")[0]


def approve(visitors, teacher, post):
    """Whoever wrote it cannot; a leader sees exactly the words and the picture, and can."""
    expect(teacher.get_by_role("link", name="Approve it")).to_have_count(0)
    assert teacher.goto(f"{post}/approve").status >= 400
    head = visitors.sign_in(WATERVILLE, WATERVILLE.head)
    head.goto(post)
    look(head, "to-approve")
    head.get_by_role("link", name="Approve it").click()
    expect(head.locator("main")).to_contain_text("Our visitors told us about space.")
    look(head, "approve")
    send(head)
    expect(stage(head)).to_have_text("Approved")


def publish_by_hand(page, post):
    page.goto(post)
    page.get_by_role("link", name="Publish it").click()
    # A day is asked for where one is to be chosen.
    page.locator("[name=when][value=later]").check(force=True)
    expect(page.locator("[name=on-day]")).to_be_visible()
    page.locator("[name=when][value=now]").check(force=True)
    expect(page.locator("[name=on-day]")).to_be_hidden()
    look(page, "publish")
    send(page)
    expect(stage(page)).to_have_text("Being published")
    expect(page.locator(".checklist .copy-text").first).to_contain_text("Our visitors told us about space.")
    expect(page.get_by_role("button", name="Copy the words")).to_be_visible()
    look(page, "by-hand")
    page.set_viewport_size(PHONE)
    look(page, "by-hand-phone")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("[name=address]").fill("https://facebook.example/waterville/space")
    press(page, "Record it")
    expect(stage(page)).to_have_text("Published")
    look(page, "published")


def withdraw_by_link(visitors, address):
    parent = visitors.open(viewport=PHONE)
    parent.goto(address)
    look(parent, "change-phone")
    everything = parent.locator("form", has=parent.get_by_role("button", name="Withdraw everything"))
    everything.locator("[name=giver]").fill("Salma Wragmoor")
    press(parent, "Withdraw everything")
    expect(parent.locator("h1")).to_have_text("Thank you")
    expect(parent.locator("main")).to_contain_text("No: withdrawn")
    look(parent, "withdrawn-phone")


def take_down(visitors, post):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.administrator)
    page.goto(post)
    expect(page.locator(".banner")).to_contain_text("This post is to be taken down")
    page.get_by_role("link", name="See what is still there").click()
    expect(page.locator("main")).to_contain_text(SHOWN)
    look(page, "takedown")
    page.get_by_role("link", name="Record that it is gone").click()
    look(page, "takedown-gone")
    page.locator("[name=looked]").check(force=True)
    send(page)
    expect(stage(page)).to_have_text("All gone")
    look(page, "takedown-closed")
    page.get_by_role("link", name="Receipt").click()
    expect(page.locator("main")).to_contain_text("https://facebook.example/waterville/space")
    # The receipt is for one family, and names no child.
    expect(page.locator("main")).not_to_contain_text(SHOWN)
    look(page, "receipt")
    page.set_viewport_size(PHONE)
    look(page, "receipt-phone")
