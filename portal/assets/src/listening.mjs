// Reads an easy read aloud with the browser's own voice, one utterance a sentence: so each can be
// marked as it begins, and Chrome, which stops a long utterance after 15 seconds, reads to the end.

const SPEED = 0.95;
const SLOW = 0.7;
const SAID_IN = "h1, h2, h3, p, dt, dd, li";
const HIGHLIGHT = "said";

/** The best English voice of this device: British and on the device first. None: undefined. */
function bestVoice() {
  const british = (voice) => /^en[-_]GB/i.test(voice.lang);
  const worth = (voice) => 2 * british(voice) + 1 * voice.localService;
  return window.speechSynthesis
    .getVoices()
    .filter((voice) => /^en\b/i.test(voice.lang.replace("_", "-")))
    .sort((one, other) => worth(other) - worth(one))[0];
}

function isShown(element) {
  return element.checkVisibility
    ? element.checkVisibility({ visibilityProperty: true })
    : element.offsetParent !== null;
}

/** Where each sentence of a text begins and ends. */
function bounds(text) {
  if (window.Intl?.Segmenter) {
    const parts = new Intl.Segmenter("en-GB", { granularity: "sentence" }).segment(text);
    return [...parts].map((part) => [part.index, part.index + part.segment.length]);
  }
  return [...text.matchAll(/[^.!?]+[.!?]*\s*/g)].map((found) => [
    found.index,
    found.index + found[0].length,
  ]);
}

/** The part of `element` between two places of its text, as a range to be marked. */
function rangeIn(element, from, to) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + node.length;
    if (from >= before && from < after) {
      range.setStart(node, from - before);
    }
    if (to > before && to <= after) {
      range.setEnd(node, to - before);
    }
    before = after;
  }
  return range;
}

/** Every sentence in the order of the page: its words, their place, and the row they stand in. */
function sentencesOf(root) {
  const found = [];
  for (const element of root.querySelectorAll(SAID_IN)) {
    if (element.querySelector(SAID_IN) || !isShown(element)) {
      continue;
    }
    const text = element.textContent;
    for (const [from, to] of bounds(text)) {
      const words = text.slice(from, to).replace(/\s+/g, " ").trim();
      if (/[\p{L}\p{N}]/u.test(words)) {
        const start = from + text.slice(from).search(/\S/);
        const end = from + text.slice(from, to).trimEnd().length;
        const row = element.closest(".easy-row, .easy-opening") ?? element;
        found.push({ words, row, element, range: rangeIn(element, start, end) });
      }
    }
  }
  return found;
}

class Reader {
  constructor(bar, root) {
    this.root = root;
    this.player = bar.querySelector("[data-player]");
    this.start = bar.querySelector("[data-listen]");
    this.pauseButton = bar.querySelector("[data-pause]");
    this.slowButton = bar.querySelector("[data-slow]");
    this.said = bar.querySelector("[data-said]");
    this.words = { pause: this.pauseButton.textContent, goOn: this.pauseButton.dataset.wordsGoOn };
    this.sentences = [];
    this.place = 0;
    this.turn = 0; // which utterance is meant: what an older one reports no longer matters
    this.isPaused = false;
    this.row = null; // the row that had the focus last
  }

  listen() {
    for (const [name, action] of [
      ["[data-previous]", () => this.goTo(this.place - 1)],
      ["[data-pause]", () => this.pauseOrGoOn()],
      ["[data-next]", () => this.goTo(this.place + 1)],
      ["[data-stop]", () => this.stop()],
      ["[data-slow]", () => this.changeSpeed()],
    ]) {
      this.player.querySelector(name).addEventListener("click", action);
    }
    this.start.addEventListener("click", () => this.begin());
    this.root.addEventListener("focusin", (event) => {
      this.row = event.target.closest(".easy-row");
    });
    window.addEventListener("pagehide", () => this.silence());
  }

  begin() {
    this.sentences = sentencesOf(this.root);
    const first = this.sentences.findIndex((one) => this.row && one.row === this.row);
    this.player.hidden = false;
    this.start.setAttribute("aria-expanded", "true");
    this.pauseButton.focus();
    this.goTo(Math.max(first, 0));
  }

  /** Say the sentence at this place; after the last one, stop. */
  goTo(place) {
    this.place = Math.max(place, 0);
    this.silence();
    if (this.place >= this.sentences.length) {
      this.stop("This was the end.");
      return;
    }
    this.setPaused(false);
    const turn = this.turn;
    const isMeant = () => turn === this.turn;
    const utterance = new SpeechSynthesisUtterance(this.sentences[this.place].words);
    utterance.voice = bestVoice();
    utterance.lang = utterance.voice?.lang ?? "en-GB";
    utterance.rate = this.slowButton.getAttribute("aria-pressed") === "true" ? SLOW : SPEED;
    utterance.onstart = () => isMeant() && this.mark();
    utterance.onend = () => isMeant() && this.goTo(this.place + 1);
    utterance.onerror = () => isMeant() && this.stop("This browser cannot read aloud just now.");
    this.utterance = utterance; // kept, or Chrome may forget it before it ends
    window.speechSynthesis.speak(utterance);
  }

  mark() {
    this.unmark();
    const { range, row } = this.sentences[this.place];
    if (window.CSS?.highlights && window.Highlight) {
      CSS.highlights.set(HIGHLIGHT, new Highlight(range));
    } else {
      row.classList.add("easy-row--said");
    }
    const box = range.getBoundingClientRect();
    const bar = this.player.closest(".reading-bar").getBoundingClientRect();
    if (box.top < Math.max(bar.bottom, 0) + 8 || box.bottom > window.innerHeight - 8) {
      const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      row.scrollIntoView({ block: "center", behavior: isCalm ? "instant" : "smooth" });
    }
  }

  unmark() {
    window.CSS?.highlights?.delete(HIGHLIGHT);
    for (const row of this.root.querySelectorAll(".easy-row--said")) {
      row.classList.remove("easy-row--said");
    }
  }

  /** Nothing more is heard, and nothing that was being said goes on to the next sentence. */
  silence() {
    this.turn += 1;
    window.speechSynthesis.cancel();
  }

  /** Browsers' own pause does not work everywhere: the sentence begins again. */
  pauseOrGoOn() {
    if (this.isPaused) {
      this.goTo(this.place);
    } else {
      this.silence();
      this.setPaused(true);
    }
  }

  setPaused(isPaused) {
    this.isPaused = isPaused;
    this.pauseButton.textContent = isPaused ? this.words.goOn : this.words.pause;
  }

  changeSpeed() {
    const isSlow = this.slowButton.getAttribute("aria-pressed") === "true";
    this.slowButton.setAttribute("aria-pressed", String(!isSlow));
    if (!this.isPaused) {
      this.goTo(this.place);
    }
  }

  stop(words = "") {
    this.silence();
    this.unmark();
    const hadFocus = this.player.contains(document.activeElement);
    this.player.hidden = true;
    this.start.setAttribute("aria-expanded", "false");
    this.said.textContent = words;
    if (hadFocus) {
      this.start.focus();
    }
  }
}

/** Offer to listen once there is an English voice; without one there is no button. */
export function offerListening(bar) {
  const root = document.querySelector("[data-listen-to]");
  const speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance || !root) {
    return;
  }
  const reader = new Reader(bar, root);
  const offer = () => {
    if (!reader.start.hidden || !bestVoice()) {
      return;
    }
    reader.start.hidden = false;
    reader.start.setAttribute("aria-expanded", "false");
    reader.listen();
  };
  speech.cancel(); // what the page before was still saying
  offer();
  speech.addEventListener?.("voiceschanged", offer);
}
