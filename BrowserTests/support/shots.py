"""Screenshots, kept for whoever wants to see what the run saw."""

import pathlib

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "artefacts" / "screenshots"


def shoot(page, name, **how):
    FOLDER.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=FOLDER / f"{name}.png", full_page=True, **how)
