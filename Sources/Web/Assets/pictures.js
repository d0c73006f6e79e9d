// Pictures: shows how much of an upload has been sent, and lets a box be drawn. Both pages work without it.
"use strict";

const upload = document.querySelector("form[data-upload]");
upload?.addEventListener("submit", (event) => {
  const files = upload.querySelector("input[type=file]").files;
  if (!files.length) return;
  event.preventDefault();
  const line = upload.querySelector(".upload-progress");
  const bar = line.querySelector("progress");
  const words = line.querySelector("span");
  const button = upload.querySelector("button[type=submit]");
  const request = new XMLHttpRequest();
  const say = (text) => { words.textContent = text; };
  line.hidden = false;
  button.disabled = true;
  say("Sending…");
  request.upload.addEventListener("progress", (step) => {
    if (!step.lengthComputable) return;
    bar.value = Math.round((100 * step.loaded) / step.total);
    if (step.loaded === step.total) say("Sent. Now each picture is checked and its hidden data removed…");
  });
  request.addEventListener("load", () => {
    if (request.status < 400) {
      location.assign(request.responseURL);
      return;
    }
    const answer = new DOMParser().parseFromString(request.responseText, "text/html");
    const main = answer.querySelector("main");
    if (!main) { say("That did not work. Try again."); button.disabled = false; return; }
    document.title = answer.title;
    document.querySelector("main").replaceWith(document.adoptNode(main));
    document.querySelector("[data-focus]")?.focus();
  });
  request.addEventListener("error", () => {
    say("The connection was lost. Nothing is wrong with your pictures: try again.");
    button.disabled = false;
  });
  request.open("POST", upload.action);
  request.send(new FormData(upload));
});

const board = document.querySelector("[data-board]");
const fields = ["left", "top", "width", "height"].map((name) => document.getElementById(`f-${name}`));
if (board && fields.every(Boolean)) {
  const svg = board.querySelector("svg");
  const [fullWidth, fullHeight] = svg.getAttribute("viewBox").split(" ").slice(2).map(Number);
  const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  box.setAttribute("class", "box-drawn");
  svg.append(box);
  document.querySelector("[data-draw-hint]")?.removeAttribute("hidden");
  board.classList.add("board-drawable");
  // A finger scrolls past the picture, and zooms it, until it is said that it draws: then the next stroke is a box.
  const finger = document.createElement("button");
  finger.type = "button";
  finger.className = "button button-quiet board-finger";
  finger.setAttribute("aria-pressed", "false");
  finger.textContent = "Draw a box with a finger";
  finger.hidden = !matchMedia("(any-pointer: coarse)").matches;
  board.after(finger);
  const draws = (isOn) => {
    board.classList.toggle("board-drawing", isOn);
    finger.setAttribute("aria-pressed", String(isOn));
    finger.textContent = isOn ? "Now draw on the picture. Press here to stop" : "Draw a box with a finger";
  };
  finger.addEventListener("click", () => draws(finger.getAttribute("aria-pressed") !== "true"));

  // The box is shown while somebody is placing it: of itself it would say that somebody stands there.
  const part = document.querySelector("details[data-draw]");
  const show = () => {
    box.toggleAttribute("hidden", Boolean(part) && !part.open);
    const [left, top, width, height] = fields.map((field) => Number(field.value) || 0);
    box.setAttribute("x", (left / 100) * fullWidth);
    box.setAttribute("y", (top / 100) * fullHeight);
    box.setAttribute("width", (width / 100) * fullWidth);
    box.setAttribute("height", (height / 100) * fullHeight);
  };
  const place = (event) => {
    const edge = svg.getBoundingClientRect();
    const held = (value) => Math.min(100, Math.max(0, value));
    return [held((100 * (event.clientX - edge.left)) / edge.width), held((100 * (event.clientY - edge.top)) / edge.height)];
  };
  let start = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" && !board.classList.contains("board-drawing")) return;
    start = place(event);
    if (part) part.open = true;
    svg.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => {
    if (!start) return;
    const now = place(event);
    const values = [0, 1].map((axis) => Math.min(start[axis], now[axis]))
      .concat([0, 1].map((axis) => Math.abs(start[axis] - now[axis])));
    fields.forEach((field, index) => { field.value = values[index].toFixed(1); });
    show();
  });
  svg.addEventListener("pointerup", () => {
    if (!start) return;
    start = null;
    draws(false);
    document.getElementById("f-pupil-drawn")?.focus();
  });
  svg.addEventListener("pointercancel", () => { start = null; });
  for (const field of fields) {
    field.addEventListener("input", show);
    // The arrow keys move and stretch the box by one hundredth of the picture.
    field.addEventListener("keydown", (event) => {
      const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      field.value = Math.min(100, Math.max(0, (Number(field.value) || 0) + step));
      show();
    });
  }
  part?.addEventListener("toggle", show);
  show();
}
