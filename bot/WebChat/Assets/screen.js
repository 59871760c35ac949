// What the person sees: the messages, what can be chosen, and the field to answer in.

const FIELDS = {
  date: { type: "date" },
  phone: { type: "tel", autocomplete: "tel" },
  email: { type: "email", autocomplete: "email" },
  number: { inputMode: "numeric" },
  money: { inputMode: "numeric" },
  rib: { inputMode: "numeric" },
  code: { inputMode: "numeric", autocomplete: "one-time-code" },
  "case-number": { inputMode: "numeric" },
};

export class Screen {
  #words; #language; #log; #form; #field; #status; #file; #offered = null; #stays = false; #asks = null; #bubbles = new Map();

  /**
   * @param words the page's own texts, by language
   * @param say told what the person says: (text, button or null)
   * @param send told which file the person sends
   * @param retry asked to send again
   */
  constructor(words, say, send, retry) {
    this.#words = words;
    this.#log = document.getElementById("log");
    this.#form = document.getElementById("answer");
    this.#field = document.getElementById("field");
    this.#status = document.getElementById("status");
    this.#file = document.getElementById("file");
    this.say = say;
    this.send = send;
    this.retry = retry;
    this.speak(document.documentElement.lang, document.documentElement.dir);
    this.#form.addEventListener("submit", event => this.#submit(event));
    this.#file.addEventListener("change", event => this.#pick(event.target));
    document.getElementById("print").addEventListener("click", () => print());
  }

  /** The page turns with the conversation: its language, its direction, its own texts. */
  speak(language, direction) {
    if (!this.#words[language]) return;
    this.#language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = this.#word(element.dataset.word);
    this.#log.parentElement.setAttribute("aria-label", this.#word("log"));
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
  hear(text, buttons, { asks = null, accepts = [], stays = false }) {
    this.typing(false);
    this.#stays = stays;
    const opening = document.getElementById("opening");
    if (opening) {
      this.#settle(opening, text, buttons);
    } else {
      this.#withdraw();
      this.#write("them", text);
      if (buttons.length) this.#offer(buttons);
    }
    this.#ask(asks);
    this.#file.hidden = !accepts.length;
    this.#file.querySelector("input").accept = accepts.join();
  }

  /** The service says what came with the page; who has answered that already is not asked again. */
  #settle(opening, text, buttons) {
    opening.removeAttribute("id");
    opening.querySelector("p").replaceChildren();
    this.#link(opening.querySelector("p"), text);
    if (this.#bubbles.size) return;
    this.#withdraw();
    if (buttons.length) this.#offer(buttons);
  }

  /** The person has said something, here or before the page was loaded again. */
  said(id, text, state) {
    const known = this.#bubbles.get(id);
    if (known) {
      this.#mark(known, state);
      return;
    }
    if (!this.#stays) this.#withdraw();
    const bubble = this.#write("me", text);
    if (this.#offered) this.#log.append(this.#offered);
    this.#bubbles.set(id, bubble);
    this.#mark(bubble, state);
  }

  mark(id, state) {
    const bubble = this.#bubbles.get(id);
    if (bubble) this.#mark(bubble, state);
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

  clear() {
    this.#log.replaceChildren();
    this.#bubbles.clear();
    this.#offered = null;
  }

  #write(who, text) {
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
    this.#log.append(line);
    line.scrollIntoView({ block: "end" });
    return line;
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

  #mark(bubble, state) {
    bubble.querySelector(".state")?.remove();
    if (state === "sent") return;
    const mark = document.createElement(state === "failed" ? "button" : "small");
    mark.className = "state";
    mark.dataset.word = state;
    mark.textContent = this.#word(state);
    if (state === "failed") mark.addEventListener("click", () => this.retry());
    bubble.append(mark);
  }

  #offer(buttons) {
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
    group.append(set);
    this.#log.append(group);
    group.scrollIntoView({ block: "end" });
    this.#offered = group;
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

  /** The field becomes what the question asks for: a date is picked, a number gets the keypad of digits. */
  #ask(asks) {
    this.#asks = asks;
    const { type = "text", inputMode = "", autocomplete = "off" } = FIELDS[asks] ?? {};
    if (this.#field.type !== type) this.#field.value = "";
    this.#field.type = type;
    this.#field.inputMode = inputMode;
    this.#field.autocomplete = autocomplete;
  }

  #pick(input) {
    const [file] = input.files;
    input.value = "";
    if (file) this.send(file);
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#field.value.trim();
    if (!text) return;
    this.#field.value = "";
    this.say(this.#asks === "date" ? text.replace(/^(\d{4})-(\d\d)-(\d\d)$/u, "$3/$2/$1") : text, null);
  }
}
