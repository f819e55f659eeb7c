/*
 * Choosing pictures in the editor.
 *
 * For other scripts (no import needed; everything goes through events on the chooser's element,
 * which is `[data-picture-chooser]`, id "<id of the field>-chooser"):
 *
 *   Choose a picture:    element.dispatchEvent(new CustomEvent("easyread:choose-picture",
 *                          { detail: { id: 12, name: "Bus", url: "/static/pictures/bus.svg" } }));
 *                        `title` does instead of `name`. The picture counts as used by the writer.
 *   Take it away:        the same event with `detail: null`.
 *   What is chosen now:  element.widget.getState()  →  { id, string, url } or null.
 *   To hear of changes:  "easyread:picture-changed" comes from the element and bubbles, after a
 *                        choice in the window, a choice by event or a clearing by the writer;
 *                        its detail is { id, name, url } or null.
 */

const PAUSE = 1500; // milliseconds without typing after which a search counts as meant
const TITLE = "string"; // under which Wagtail's snippet chooser keeps the name

/** Send a form to the server; resolves to the answer, or to null when that did not work. */
async function post(url, fields) {
  const config = JSON.parse(document.getElementById("wagtail-config").textContent);
  const headers = { [config.CSRF_HEADER_NAME]: config.CSRF_TOKEN };
  const body = new URLSearchParams(fields);
  try {
    const answer = await fetch(url, { method: "POST", headers, body });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/* Stars: kept pictures. All stars of one picture in the window say the same. */

async function turnStar(star) {
  const keep = star.getAttribute("aria-pressed") !== "true";
  const { picture, url } = star.dataset;
  const answer = await post(url, { picture, keep: keep ? "1" : "0" });
  if (answer === null) {
    return;
  }
  const frame = star.closest("[data-picture-window]");
  for (const each of frame.querySelectorAll(`[data-picture-star][data-picture="${picture}"]`)) {
    each.setAttribute("aria-pressed", String(answer.is_favourite));
  }
  showAmongFavourites(frame, star.closest("[data-picture-card]"), answer.is_favourite);
}

/** The other tab follows; a card whose star was pressed in it stays there, for a second thought. */
function showAmongFavourites(frame, card, isFavourite) {
  const list = frame.querySelector("[data-picture-favourites]");
  if (list.contains(card)) {
    return;
  }
  const there = list.querySelector(`[data-picture-card="${card.dataset.pictureCard}"]`);
  if (isFavourite && !there) {
    list.append(card.cloneNode(true));
  } else if (!isFavourite) {
    there?.remove();
  }
  frame.querySelector("[data-picture-no-favourites]").hidden = list.children.length > 0;
}

/* Searches that found nothing are counted once the writer stops typing, or presses Enter. */

const counted = new Set();

function noteMissing(frame) {
  const nothing = frame.querySelector("[data-picture-nothing]");
  const words = nothing?.dataset.words ?? "";
  const typed = frame.querySelector("[data-picture-search]").value.trim().replace(/\s+/g, " ");
  if (words && words === typed && !counted.has(words)) {
    counted.add(words);
    post(nothing.dataset.url, { words });
  }
}

/* The window. */

class PictureWindow extends window.ChooserModalOnloadHandlerFactory {
  onLoadChooseStep(modal) {
    super.onLoadChooseStep(modal);
    this.frame = modal.body[0].querySelector("[data-picture-window]");
    this.frame.addEventListener("click", (event) => {
      const star = event.target.closest("[data-picture-star]");
      const choice = event.target.closest("[data-picture-choice]");
      if (star) {
        turnStar(star);
      } else if (choice) {
        event.preventDefault();
        modal.loadUrl(choice.href);
      }
    });
    const search = this.frame.querySelector("[data-picture-search]");
    let waiting = 0;
    search.addEventListener("input", () => {
      clearTimeout(waiting);
      this.isMeant = false;
      waiting = setTimeout(() => {
        this.isMeant = true; // the answer may come later
        noteMissing(this.frame);
      }, PAUSE);
    });
    search.form.addEventListener("submit", () => {
      this.isMeant = true;
    });
    // Bootstrap takes the focus itself when it has shown the window.
    modal.container.one("shown.bs.modal", () => search.focus());
  }

  /** Also called with each new page of results. */
  ajaxifyLinks(modal, container) {
    super.ajaxifyLinks(modal, container);
    if (this.isMeant) {
      noteMissing(this.frame);
    }
  }

  /** After an error: the file that was chosen is still chosen, unless it is what is wrong. */
  onLoadReshowCreationFormStep(modal, answer) {
    const chosen = this.frame.querySelector("[type=file]").files;
    super.onLoadReshowCreationFormStep(modal, answer);
    const field = this.frame.querySelector("[type=file]");
    if (!field.closest("[data-field]").querySelector(".error-message")) {
      field.files = chosen;
    }
    this.frame.querySelector("[data-picture-errors]")?.focus();
  }
}

const SnippetFactory = window.telepath.constructors["wagtail.snippets.widgets.SnippetChooser"];
const SnippetWindow = new SnippetFactory("", "").chooserModalClass;

class PictureModal extends SnippetWindow {
  onloadHandlers = new PictureWindow({
    creationFormTabSelector: "#tab-upload",
    searchInputSelectors: ["[data-picture-search]"],
  }).getOnLoadHandlers();
}

/* The button. */

class PictureChooser extends window.SnippetChooser {
  chooserModalClass = PictureModal;

  initHTMLElements(id) {
    super.initHTMLElements(id);
    this.image = this.chooserElement.querySelector("[data-picture-image]");
    this.chooserElement.addEventListener("easyread:choose-picture", (event) => {
      this.choose(event.detail);
    });
  }

  getStateFromHTML() {
    if (!this.input.value) {
      return null;
    }
    const url = this.image.getAttribute("src") || "";
    return { id: this.input.value, [TITLE]: this.titleElement.textContent, url };
  }

  /** What the writer, or a script in the writer's name, wants now; null for no picture. */
  choose(picture) {
    if (picture === null) {
      this.clear();
      return;
    }
    this.setState({
      id: String(picture.id),
      [TITLE]: picture.name || picture.title,
      url: picture.url,
    });
    this.noteChoice();
  }

  setStateFromModalData(data) {
    super.setStateFromModalData(data);
    this.noteChoice();
    // The window gives the focus back to its button, which may have gone.
    window.jQuery(document).one("hidden.bs.modal", () => this.focus());
  }

  clear() {
    super.clear();
    this.tell();
    this.focus();
  }

  renderState(state) {
    super.renderState(state);
    this.image.setAttribute("src", state.url || "");
  }

  renderEmptyState() {
    super.renderEmptyState();
    this.image.removeAttribute("src");
  }

  noteChoice() {
    post(this.chooserElement.dataset.usedUrl, { picture: this.state.id });
    this.tell();
  }

  tell() {
    const { state } = this;
    const detail = state && { id: state.id, name: state[TITLE], url: state.url };
    this.chooserElement.dispatchEvent(
      new CustomEvent("easyread:picture-changed", { bubbles: true, detail }),
    );
  }

  focus() {
    const shown = this.state ? ".chosen button" : ".unchosen button";
    this.chooserElement.querySelector(shown)?.focus();
  }
}

class PictureChooserFactory extends SnippetFactory {
  widgetClass = PictureChooser;
  chooserModalClass = PictureModal;
}

window.PictureChooser = PictureChooser; // for forms outside of StreamFields, as Wagtail's own
window.telepath.register("easyread.widgets.PictureChooser", PictureChooserFactory);
