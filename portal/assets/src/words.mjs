// Hard words: tapping one, or Enter, says what it means right there. The link to the word's own
// page remains where there is no script, for opening it in a tab of its own, and if fetching fails.

const PATIENCE = 5000; // ms
const EDGE = 8; // px between the box and what it must not touch
const meanings = new Map();
let box;
let opener;

/** What the word's page says, as HTML made by the server. */
async function meaningOf(address) {
  if (!meanings.has(address)) {
    const answer = await fetch(`${address}?part=1`, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    meanings.set(address, await answer.text());
  }
  return meanings.get(address);
}

function makeBox() {
  box = document.createElement("div");
  box.className = "word-box";
  box.id = "word-box";
  box.hidden = true;
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", "What this word means");
  box.setAttribute("aria-describedby", "word-box-meaning");
  box.innerHTML = `<div class="word-box__meaning" id="word-box-meaning" data-plain></div>
    <div class="word-box__ways"><a class="word-box__more">More</a>
    <button class="word-box__close" type="button">Close</button></div>`;
  box.querySelector("button").addEventListener("click", () => close());
  box.addEventListener("keydown", leaveByTab);
  box.addEventListener("focusout", (event) => {
    const to = event.relatedTarget;
    if (to && to !== opener && !box.contains(to)) {
      close({ back: false });
    }
  });
  (document.querySelector("main") ?? document.body).append(box);
}

/** Below the last line of the word, so that the word and what stands before it can be read. */
function place() {
  const lines = opener.getClientRects();
  const line = lines[lines.length - 1];
  const frame = box.offsetParent ?? document.documentElement;
  const from = frame.getBoundingClientRect();
  const room = document.documentElement.clientWidth - box.offsetWidth - EDGE;
  const left = Math.max(EDGE, Math.min(line.left, room));
  box.style.left = `${left - from.left - frame.clientLeft}px`;
  box.style.top = `${line.bottom + EDGE - from.top - frame.clientTop}px`;
}

async function open(link) {
  if (!box) {
    makeBox();
  }
  close({ back: false });
  opener = link;
  let meaning;
  link.setAttribute("aria-busy", "true");
  try {
    meaning = await meaningOf(link.href);
  } catch {
    if (opener === link) {
      window.location.assign(link.href);
    }
    return;
  } finally {
    link.removeAttribute("aria-busy");
  }
  if (opener !== link) {
    return; // another word was asked for meanwhile
  }
  box.querySelector(".word-box__meaning").innerHTML = meaning;
  const more = box.querySelector(".word-box__more");
  more.href = link.href;
  more.setAttribute("aria-label", `More about: ${link.textContent}`);
  link.setAttribute("aria-expanded", "true");
  box.hidden = false;
  place();
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest" });
}

function close({ back = true } = {}) {
  const link = opener;
  opener = undefined;
  if (!link) {
    return;
  }
  link.setAttribute("aria-expanded", "false");
  box.hidden = true;
  if (back) {
    link.focus();
  }
}

/** The box stands at the end of the page's text; Tab goes on from the word. */
function leaveByTab(event) {
  if (event.key !== "Tab") {
    return;
  }
  const here = document.activeElement;
  if (!event.shiftKey && here === box.querySelector("button")) {
    close(); // and the browser goes on from there
  } else if (event.shiftKey && (here === box || here === box.querySelector("a"))) {
    event.preventDefault();
    close();
  }
}

function prepare(link) {
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  link.setAttribute("aria-describedby", "word-help");
}

export function explainWords() {
  const links = document.querySelectorAll("a.word");
  if (links.length === 0) {
    return;
  }
  const help = document.createElement("span");
  help.id = "word-help";
  help.hidden = true;
  help.textContent = "Hard word: see what it means";
  document.body.append(help);
  links.forEach(prepare);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.word");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link && isPlain && !event.defaultPrevented) {
      event.preventDefault();
      if (link === opener) {
        close();
      } else {
        open(link);
      }
    } else if (opener && box && !box.contains(event.target)) {
      close({ back: false });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener) {
      event.preventDefault();
      close();
    } else if (event.key === " " && event.target.matches("a.word")) {
      event.preventDefault();
      event.target.click();
    }
  });
  window.addEventListener("resize", () => {
    if (opener && !box.hidden) {
      place();
    }
  });
}
