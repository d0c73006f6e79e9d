"""A post that no leader may approve, because each had a hand in its picture: the chair of governors sees the picture through
the post, on a desk and on a phone, and sees no other."""

from playwright.sync_api import expect

from support.accessibility import faults, overflow
from support.shots import shoot
from support.site import GRANGE
from support.visitor import PHONE

SCHOOL = GRANGE.path
CHAIR = "Rufus Haywain"
BEANS = "Bean plants on eight canes"


def look(page, name):
    assert faults(page) == []
    assert overflow(page) == 0
    shoot(page, f"approving-{name}")


def describe(page, words):
    """Whoever describes a picture has a hand in it."""
    page.goto(f"{SCHOOL}/pictures")
    page.get_by_role("link", name=BEANS).click()
    page.locator("[name=altText]").fill(f"{BEANS} {words}")
    page.get_by_role("button", name="Save the description").click()
    expect(page.locator("h1")).to_contain_text(words)


def drawn(page, picture):
    """Whether the bytes came and are a picture."""
    expect(picture).to_be_visible()
    picture.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete", arg=picture.element_handle())
    return picture.evaluate("image => image.naturalWidth > 0")


def test_the_chair_sees_what_they_are_asked_to_approve_and_no_other_picture(visitors):
    describe(visitors.sign_in(GRANGE, GRANGE.head), "in a raised bed.")
    describe(visitors.sign_in(GRANGE, GRANGE.deputy), "in a raised bed, in the sun.")
    teacher = visitors.sign_in(GRANGE, GRANGE.teacher)
    teacher.goto(f"{SCHOOL}/posts/new/start")
    teacher.locator("[name=accounts]").first.check(force=True)
    teacher.locator("[name=words]").fill("Our beans have reached the top of their canes.")
    teacher.locator("[name=speaker]").fill("The school office")
    teacher.get_by_label(BEANS).check(force=True)
    teacher.get_by_role("button", name="Save, and send for approval", exact=True).click()
    teacher.wait_for_url("**/submit")
    for why in teacher.locator("[name^='why.']").all():
        why.fill("It is so.")
    teacher.get_by_role("button", name="Send for approval", exact=True).click()
    expect(teacher.locator(".page-heading .tag")).to_have_text("Waiting for approval")
    post = teacher.url.split("?")[0]

    chair = visitors.sign_in(GRANGE, CHAIR)
    assert chair.goto(f"{SCHOOL}/pictures").status == 403
    chair.goto(post)
    assert drawn(chair, chair.locator(".drawn img").first)
    look(chair, "post")
    chair.locator(".post-pictures a").click()
    expect(chair.locator("h1")).to_have_text("Picture 1 of 1")
    assert drawn(chair, chair.locator(".picture-to-decide img"))
    look(chair, "picture")
    chair.set_viewport_size(PHONE)
    look(chair, "picture-phone")
    whole = chair.url
    chair.get_by_role("link", name="Back to the post").click()
    look(chair, "post-phone")
    chair.get_by_role("link", name="Approve", exact=False).first.click()
    assert drawn(chair, chair.locator(".drawn img").first)
    look(chair, "approve-phone")
    chair.locator("main form.form").last.locator("button[type=submit]").click()
    expect(chair.locator(".page-heading .tag")).to_have_text("Approved")
    # Once it is decided on, nobody asks them to look.
    assert chair.goto(whole).status == 404
