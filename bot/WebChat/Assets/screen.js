// What the person sees: the messages, and what can be chosen.

import { Field } from "./field.js";

export class Screen {
  #words; #language; #log; #field; #status; #offered = null; #stays = false; #bubbles = new Map(); #clock;

  /**
   * @param words the page's own texts, by language
   * @param say told what the person says: (text, button or null)
   * @param send told which file the person sends
   * @param retry asked to send again
   */
  constructor(words, say, send, retry) {
    this.#words = words;
    this.#log = document.getElementById("log");
    this.#field = new Field(document.getElementById("answer"), text => say(text, null), send);
    this.#status = document.getElementById("status");
    this.say = say;
    this.retry = retry;
    this.speak(document.documentElement.lang, document.documentElement.dir);
    this.#tools(document.getElementById("tools"));
    this.#frame(document.querySelector("header"), document.getElementById("foot"));
  }

  /** Header and foot cover nothing that is scrolled to; a header that large letters make too high does not stay. */
  #frame(header, foot) {
    const fit = () => {
      const stays = header.offsetHeight < innerHeight / 5;
      header.classList.toggle("loose", !stays);
      document.documentElement.style.scrollPaddingBlock = `${stays ? header.offsetHeight : 0}px ${foot.offsetHeight + 8}px`;
      this.#showLast();
    };
    const watch = new ResizeObserver(fit);
    watch.observe(header);
    watch.observe(foot);
  }

  /** The end of the conversation; of a question that is longer than the screen with its choices, the beginning. */
  #showLast() {
    const last = this.#log.lastElementChild;
    const asked = last?.className === "offer" ? last.previousElementSibling ?? last : last;
    if (!asked) return;
    const header = document.querySelector("header:not(.loose)")?.offsetHeight ?? 0;
    const room = innerHeight - header - document.getElementById("foot").offsetHeight;
    const height = last.getBoundingClientRect().bottom - asked.getBoundingClientRect().top;
    if (height > room) asked.scrollIntoView({ block: "start" });
    else last.scrollIntoView({ block: "end" });
  }

  /** What stands in the header's menu, which closes by itself. */
  #tools(tools) {
    const close = () => tools.removeAttribute("open");
    document.getElementById("print").addEventListener("click", () => { close(); print(); });
    document.getElementById("services").addEventListener("click", ({ target }) => {
      close();
      this.say(target.textContent, { key: "00", title: target.textContent });
    });
    document.addEventListener("click", ({ target }) => tools.contains(target) || close());
    tools.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      close();
      tools.firstElementChild.focus();
    });
  }

  /** The page turns with the conversation: its language, its direction, its own texts. */
  speak(language, direction) {
    if (!this.#words[language]) return;
    this.#language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = this.#word(element.dataset.word);
    this.#log.parentElement.setAttribute("aria-label", this.#word("log"));
    document.querySelector("summary").setAttribute("aria-label", this.#word("tools"));
    this.#clock = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { hour: "2-digit", minute: "2-digit", hour12: false });
  }

  #word(name) { return this.#words[this.#language][name]; }

  /** The first screen came with the page: it can be answered before the service has said it. */
  adopt() {
    const opening = document.getElementById("opening");
    const buttons = [...opening.querySelectorAll("button")].map(({ textContent, dataset }) =>
      ({ title: textContent, key: dataset.key, value: { button: dataset.button } }));
    opening.querySelector(".offer").remove();
    if (buttons.length) this.#offer(buttons);
  }

  /** There is a conversation already: its own messages will come. */
  forgetOpening() { document.getElementById("opening")?.remove(); }

  /** The service speaks. What was offered before is out of date; what is offered now may stay good whatever is said. */
  hear(text, buttons, { asks = null, accepts = [], stays = false, ends = false, receipt, at }) {
    this.typing(false);
    this.#stays = stays;
    const opening = document.getElementById("opening");
    if (opening) {
      this.#settle(opening, text, buttons, at);
    } else {
      this.#withdraw();
      this.#write("them", text, at);
      if (buttons.length) this.#offer(buttons, ends, receipt);
    }
    this.#field.ask(asks, accepts);
    this.#showLast();
  }

  /** The service says what came with the page; who has answered that already is not asked again. */
  #settle(opening, text, buttons, at) {
    opening.removeAttribute("id");
    opening.querySelector("p").replaceChildren();
    this.#link(opening.querySelector("p"), text);
    opening.append(this.#meta(at));
    if (this.#bubbles.size) return;
    this.#withdraw();
    if (buttons.length) this.#offer(buttons);
  }

  /** The person has said something, here or before the page was loaded again. */
  said(id, text, state, { at, keeps = false } = {}) {
    const known = this.#bubbles.get(id);
    if (known) {
      if (at) known.querySelector("time").replaceWith(this.#time(at));
      this.#mark(known, state);
      return;
    }
    if (!this.#stays && !keeps) this.#withdraw();
    const bubble = this.#write("me", text, at);
    if (this.#offered) this.#log.append(this.#offered);
    this.#bubbles.set(id, bubble);
    this.#mark(bubble, state);
  }

  mark(id, state, part) {
    const bubble = this.#bubbles.get(id);
    if (bubble) this.#mark(bubble, state, part);
  }

  /** The photo that a message sends. */
  picture(id, small) {
    this.#bubbles.get(id)?.querySelector("p").append(small);
    this.#showLast();
  }

  status(word) {
    this.#status.dataset.word = word === "open" ? "" : word;
    this.#status.textContent = word === "open" ? "" : this.#word(word);
    document.body.dataset.status = word;
  }

  note(word) {
    const line = this.#write("note", this.#word(word));
    line.dataset.word = word;
  }

  typing(on) { document.getElementById("typing").hidden = !on; }

  #write(who, text, at) {
    const line = document.createElement("li");
    line.className = who;
    const whose = document.createElement("span");
    whose.className = "aside";
    if (who !== "note") {
      whose.dataset.word = who === "me" ? "you" : "them";
      whose.textContent = `${this.#word(whose.dataset.word)} `;
      line.append(whose);
    }
    const words = document.createElement("p");
    words.dir = who === "me" ? "auto" : document.documentElement.dir; // an Arabic sentence may begin with a Latin name
    this.#link(words, text);
    line.append(words);
    if (who !== "note") line.append(this.#meta(at));
    this.#log.append(line);
    this.#showLast();
    return line;
  }

  /** When it was said; beside it stands what became of it. */
  #meta(at) {
    const meta = document.createElement("small");
    meta.className = "meta";
    meta.append(this.#time(at));
    return meta;
  }

  #time(at) {
    const when = at ? new Date(at) : new Date();
    const time = document.createElement("time");
    time.dateTime = when.toISOString();
    time.textContent = this.#clock.format(when);
    return time;
  }

  /** Addresses in a text become links; the text itself is never markup. */
  #link(words, text) {
    for (const part of text.split(/(https?:\/\/[^\s]+[^\s.,;:!?)])/u)) {
      if (!/^https?:/u.test(part)) {
        words.append(part);
        continue;
      }
      const link = document.createElement("a");
      link.href = part;
      link.textContent = part;
      link.rel = "noopener";
      link.target = "_blank";
      words.append(link);
    }
  }

  #mark(bubble, state, part) {
    bubble.querySelector(".state")?.remove();
    this.#progress(bubble, part);
    const mark = document.createElement(state === "failed" ? "button" : "span");
    mark.className = "state";
    mark.dataset.word = state;
    mark.textContent = this.#word(state);
    if (state === "failed") mark.addEventListener("click", () => this.retry());
    bubble.querySelector(".meta").append(" ", mark);
  }

  /** How much of a file has left. */
  #progress(bubble, part) {
    const bar = bubble.querySelector("progress");
    if (part === undefined || part >= 1) {
      bar?.remove();
      return;
    }
    const shown = bar ?? bubble.appendChild(document.createElement("progress"));
    shown.setAttribute("aria-label", this.#word("sending"));
    shown.value = part;
  }

  #offer(buttons, ends, receipt) {
    const group = document.createElement("li");
    group.className = "offer";
    const set = document.createElement("div");
    set.setAttribute("role", "group");
    set.setAttribute("aria-label", this.#word("choices"));
    for (const button of buttons) {
      const element = document.createElement("button");
      element.type = "button";
      element.textContent = button.title;
      element.dir = document.documentElement.dir;
      element.dataset.key = button.key;
      element.className = button.key.startsWith("0") || button.key.length > 1 && button.key > "93" ? "quiet" : "";
      element.addEventListener("click", () => this.#choose(button));
      set.append(element);
    }
    if (receipt) set.append(this.#receipt(receipt));
    if (ends) set.append(this.#printer());
    group.append(set);
    this.#log.append(group);
    this.#offered = group;
    this.#showLast();
  }

  /** The page of a case's receipt, which asks for the secret code. */
  #receipt(number) {
    const link = document.createElement("a");
    link.className = "button";
    link.dataset.word = "receipt";
    link.textContent = this.#word("receipt");
    link.href = `${document.body.dataset.receipts}/${encodeURIComponent(number)}?lang=${this.#language}`;
    link.target = "_blank";
    link.rel = "noopener";
    return link;
  }

  /** What was said can be kept on paper. */
  #printer() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.dataset.word = "print";
    button.textContent = this.#word("print");
    button.addEventListener("click", () => print());
    return button;
  }

  #choose(button) {
    const byKey = this.#offered?.querySelector(":focus-visible");
    this.#withdraw();
    this.say(button.title, button);
    if (byKey) this.#field.focus();
  }

  #withdraw() {
    this.#offered?.remove();
    this.#offered = null;
  }
}
