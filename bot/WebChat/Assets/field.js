// The field to answer in: it becomes what the question asks for. A date has three, a number gets the keypad of digits.

const FIELDS = {
  phone: { type: "tel", autocomplete: "tel" },
  email: { type: "email", autocomplete: "email" },
  number: { inputMode: "numeric" },
  money: { inputMode: "numeric" },
  rib: { inputMode: "numeric" },
  code: { inputMode: "numeric", autocomplete: "one-time-code" },
  "case-number": { inputMode: "numeric" },
};

export class Field {
  #form; #field; #date; #file;

  /**
   * @param form what holds the fields
   * @param say told what was typed
   * @param send told which file was chosen
   */
  constructor(form, say, send) {
    this.#form = form;
    this.#field = document.getElementById("field");
    this.#date = document.getElementById("date");
    this.#file = document.getElementById("file");
    form.addEventListener("submit", event => {
      event.preventDefault();
      const text = this.#typed();
      if (text) say(text);
    });
    this.#date.addEventListener("input", ({ target }) => this.#advance(target));
    this.#file.addEventListener("change", ({ target }) => {
      const [file] = target.files;
      target.value = "";
      if (file) send(file);
    });
  }

  /** @param accepts the types of file that can be sent */
  ask(asks, accepts) {
    const { type = "text", inputMode = "", autocomplete = "off" } = FIELDS[asks] ?? {};
    const typing = this.#form.contains(document.activeElement);
    this.#date.hidden = asks !== "date";
    this.#field.parentElement.hidden = asks === "date";
    for (const field of this.#date.elements) field.value = "";
    if (this.#field.type !== type) this.#field.value = "";
    this.#field.type = type;
    this.#field.inputMode = inputMode;
    this.#field.autocomplete = autocomplete;
    this.#file.hidden = !accepts.length;
    this.#file.querySelector("input").accept = accepts.join();
    if (typing) this.focus();
  }

  focus() { (this.#date.hidden ? this.#field : this.#date.elements[0]).focus(); }

  /** Two digits of a day or a month are all there is to it. */
  #advance(field) {
    const fields = [...this.#date.elements];
    if (/^\d\d$/u.test(field.value) && field !== fields[2]) fields[fields.indexOf(field) + 1].focus();
  }

  /** What was typed: of a date its three parts, or whatever one of them holds. */
  #typed() {
    const fields = this.#date.hidden ? [this.#field] : [...this.#date.elements];
    const text = fields.map(field => field.value.trim()).filter(Boolean).join("/");
    for (const field of fields) field.value = "";
    return text;
  }
}
