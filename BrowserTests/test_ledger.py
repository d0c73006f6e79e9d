"""(g) The ledger: verified on the spot, and a proof that the program accepts without the database."""

import subprocess

from playwright.sync_api import expect

from support.shots import shoot
from support.site import WATERVILLE
from support.visitor import row


def test_verify_now_shows_how_far_it_is_and_then_that_the_ledger_is_sound(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.head)
    page.goto("/waterville/ledger")
    page.get_by_role("button", name="Verify now").click()
    page.wait_for_url("**/ledger/verify")
    expect(page.locator("h1")).to_have_text("The ledger is sound", timeout=20_000)
    expect(row(page, "Entries")).to_be_visible()
    shoot(page, "ledger-sound")


def test_the_progress_of_a_verification_is_shown_without_loading_the_page_again(visitors):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.head)
    under_way = """<section class="live" id="verification-state" aria-live="polite" data-live="/waterville/ledger/verify">
        <h1>Verifying</h1><progress id="verification" value="40" max="100"></progress></section>"""
    page.goto("/waterville/ledger")
    real = page.context.request.get("/waterville/ledger/verify").text()
    answers = [f"<!DOCTYPE html><title>Verification</title><main>{under_way}</main><script src='/assets/hornbook.js' defer></script>", real]
    page.route("**/ledger/verify", lambda route: route.fulfill(
        body=answers.pop(0) if len(answers) > 1 else answers[0], content_type="text/html"))
    page.goto("/waterville/ledger/verify")
    expect(page.locator("h1")).to_have_text("Verifying")
    page.evaluate("window.isSamePage = true")
    expect(page.locator("#verification-state")).not_to_contain_text("Verifying", timeout=10_000)
    assert page.evaluate("window.isSamePage")


def test_a_downloaded_proof_is_accepted_offline(visitors, site, tmp_path):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.governor)
    page.goto("/waterville/ledger")
    key = row(page, "Key that signs checkpoints").locator("code").inner_text()
    with page.expect_download() as download:
        page.locator("tbody").get_by_role("link", name="Proof").first.click()
    proof = tmp_path / "proof.json"
    download.value.save_as(proof)
    accepted = check(site, proof, key, tmp_path)
    assert accepted.returncode == 0, accepted.stderr
    assert "The proof holds" in accepted.stdout


def test_a_proof_that_was_changed_is_refused(visitors, site, tmp_path):
    page = visitors.sign_in(WATERVILLE, WATERVILLE.governor)
    page.goto("/waterville/ledger")
    key = row(page, "Key that signs checkpoints").locator("code").inner_text()
    link = page.locator("tbody").get_by_role("link", name="Proof").first.get_attribute("href")
    text = page.context.request.get(link).text()
    name = "waterville"
    assert name in text
    proof = tmp_path / "proof.json"
    proof.write_text(text.replace(name, "watervilla"))
    assert check(site, proof, key, tmp_path).returncode != 0


def check(site, proof, key, folder):
    """In an empty folder, so that nothing but the file and the key can help."""
    return subprocess.run(
        [site.executable, "proof", "check", proof, "--key", key], cwd=folder, capture_output=True, text=True, timeout=60)
