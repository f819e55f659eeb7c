// Shows what the checks say: beside a row, and of the whole.

import { fieldOf, pictureOf } from "./rows.mjs";

const FIRST = 4; // pieces of advice shown at once
const PAUSE_SPOKEN = 1500; // ms: a screen reader hears the outcome once the typing rests
const LABELS = { strong: "Please change", warn: "Better", hint: "Perhaps" };
const speaking = new WeakMap(); // by the box of advice: the timer until it is spoken

function make(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  if (text) {
    element.textContent = text;
  }
  return element;
}

function adviceOf(row) {
  let box = row.querySelector("[data-easy-advice]");
  if (!box) {
    box = make("div", "easy-advice");
    box.dataset.easyAdvice = "";
    const status = make("p", "easy-advice__status");
    const list = make("ul", "easy-advice__list");
    list.id = `easy-advice-${row.dataset.contentpath}`;
    const spoken = make("p", "w-sr-only");
    spoken.setAttribute("role", "status");
    const pictures = make("div", "easy-advice__pictures");
    box.append(status, list, pictures, spoken);
    (row.querySelector(".struct-block") || row).append(box);
    for (const field of row.querySelectorAll('[contenteditable="true"], input[type="text"]')) {
      const others = field.getAttribute("aria-describedby");
      field.setAttribute("aria-describedby", [others, list.id].filter(Boolean).join(" "));
    }
  }
  return box;
}

function line(advice) {
  const item = make("li", `easy-advice__one easy-advice__one--${advice.severity}`);
  item.append(make("strong", "", `${LABELS[advice.severity] || "Perhaps"}: `));
  item.append(advice.advice);
  if (advice.words) {
    item.append(" ", make("q", "easy-advice__words", advice.words));
  }
  return item;
}

/** What is less pressing opens with one click. */
function more(advice) {
  if (advice.length === 0) {
    return [];
  }
  const item = make("li", "");
  const details = make("details", "easy-advice__more");
  const list = make("ul", "easy-advice__list");
  list.append(...advice.map(line));
  details.append(make("summary", "", `${advice.length} more`), list);
  item.append(details);
  return [item];
}

function summary(count) {
  if (count === 0) {
    return "Good to read.";
  }
  return count === 1 ? "1 thing to look at." : `${count} things to look at.`;
}

/** The advice on a row that was asked about as `asked` (`read` gives it). */
export function showAdvice(row, asked, answer) {
  const box = adviceOf(row);
  const [status, list, pictures, spoken] = box.children;
  const isEmpty = asked.text === "";
  const advice = isEmpty ? [] : answer.advice;
  status.textContent = isEmpty ? "No words yet." : summary(advice.length);
  status.classList.toggle("easy-advice__status--good", !isEmpty && advice.length === 0);
  list.replaceChildren(...advice.slice(0, FIRST).map(line), ...more(advice.slice(FIRST)));
  offer(row, pictures, answer.pictures);
  const words = isEmpty ? "" : [status.textContent, ...advice.map((one) => one.advice)].join(" ");
  clearTimeout(speaking.get(box));
  speaking.set(
    box,
    setTimeout(() => {
      if (spoken.textContent !== words && row.contains(document.activeElement)) {
        spoken.textContent = words;
      }
    }, PAUSE_SPOKEN),
  );
}

function pictureButton(row, one) {
  const button = make("button", "easy-advice__picture");
  button.type = "button";
  const image = make("img", "");
  image.src = one.url;
  image.alt = "";
  image.width = 56;
  image.height = 56;
  button.append(image, make("span", "w-sr-only", "Use this picture: "), make("span", "", one.name));
  button.addEventListener("click", () => {
    const field = fieldOf(row, "picture");
    field
      .querySelector("[data-picture-chooser], .chooser")
      .dispatchEvent(new CustomEvent("easyread:choose-picture", { bubbles: true, detail: one }));
    button.remove();
    field.querySelector("button:not([hidden])")?.focus();
  });
  return button;
}

/** Other pictures than the row's own. Offered ones stay as they are: a button may have the focus. */
function offer(row, box, pictures) {
  const input = pictureOf(row);
  const others = input ? pictures.filter((one) => String(one.id) !== input.value) : [];
  const shown = others.map((one) => one.id).join();
  if (box.dataset.shown !== shown) {
    box.dataset.shown = shown;
    box.replaceChildren(...others.map((one) => pictureButton(row, one)));
  }
}

export function showWhole(box, whole) {
  box.replaceChildren();
  box.append(make("p", "", `${whole.sentences} sentences.`));
  if (whole.advice.length > 0) {
    const list = make("ul", "easy-advice__list");
    list.append(...whole.advice.map(line));
    box.append(make("h3", "w-h4", "Advice on the whole"), list);
  }
  if (whole.counts.length > 0) {
    const details = make("details", "easy-panel__rules");
    const list = make("ul", "");
    for (const rule of whole.counts) {
      list.append(make("li", "", `${rule.title}: ${rule.times}`));
    }
    details.append(make("summary", "", "Which rules, and how often"), list);
    box.append(details);
  }
}
