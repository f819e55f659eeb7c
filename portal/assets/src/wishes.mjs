// Sizes and colours change at once; the server remembers them by the same form as without this.

function setWish(name, value) {
  const root = document.documentElement;
  for (const one of [...root.classList]) {
    if (one.startsWith(`reads-${name}-`)) {
      root.classList.remove(one);
    }
  }
  if (value !== "normal") {
    root.classList.add(`reads-${name}-${value}`);
  }
}

/** Let the two size buttons lead one step on from `size`; at an end there is nothing to press. */
function moveSteps(form, size) {
  const sizes = form.dataset.sizes.split(" ");
  const place = sizes.indexOf(size);
  for (const button of form.querySelectorAll("[data-step]")) {
    const next = sizes[place + Number(button.dataset.step)];
    button.value = next ?? size;
    button.toggleAttribute("aria-disabled", false);
    if (!next) {
      button.setAttribute("aria-disabled", "true");
    }
  }
}

function markColours(form, colours) {
  for (const button of form.querySelectorAll("[name=colours]")) {
    button.setAttribute("aria-pressed", String(button.value === colours));
  }
}

function wordsFor(button) {
  if (button.name === "colours") {
    return `Colours: ${button.textContent.trim()}.`;
  }
  if (button.getAttribute("aria-disabled") === "true") {
    return button.dataset.step === "1" ? "The words are at their largest." : "This is the normal size.";
  }
  return button.dataset.step === "1" ? "The words are bigger." : "The words are smaller.";
}

async function remember(form, button) {
  const data = new FormData(form, button);
  await fetch(form.action, { method: "POST", body: data, redirect: "manual", keepalive: true });
}

/** What is at the top of the screen stays there while the words change their size. */
function keepPlace(change) {
  const rows = [...document.querySelectorAll(".easy-row, .easy-heading")];
  const top = rows.find((row) => row.getBoundingClientRect().bottom > 160);
  const before = top?.getBoundingClientRect().top ?? 0;
  change();
  if (top && window.scrollY > 0) {
    window.scrollBy({ top: top.getBoundingClientRect().top - before, behavior: "instant" });
  }
}

export function changeAtOnce(bar) {
  const form = bar.querySelector("[data-wishes]");
  const said = bar.querySelector("[data-said]");
  const colours = bar.querySelector("details");
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button?.name) {
      return;
    }
    event.preventDefault();
    said.textContent = wordsFor(button);
    if (button.getAttribute("aria-disabled") === "true") {
      return;
    }
    const { name, value } = button;
    const kept = remember(form, button);
    keepPlace(() => setWish(name, value));
    if (name === "size") {
      moveSteps(form, value);
    } else {
      markColours(form, value);
    }
    kept.catch(() => {
      said.textContent = "We could not keep this for your next visit.";
    });
  });
  const close = () => {
    if (colours.open) {
      colours.open = false;
      return true;
    }
    return false;
  };
  colours.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && close()) {
      colours.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!colours.contains(event.target)) {
      close();
    }
  });
  colours.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !colours.contains(event.relatedTarget)) {
      close();
    }
  });
}
