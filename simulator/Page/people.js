import { localized, text } from './texts.js';

/** The sample people of a fund: whose answers may be typed, and from which number they call. */
export class People {
  #people = [];
  #actions;
  #typing = false;

  constructor(actions) { this.#actions = actions; }

  async open(fund) {
    const response = await fetch(`/simulator/api/people?fund=${encodeURIComponent(fund)}`);
    this.#people = response.ok ? await response.json() : [];
    this.redraw();
    return this.#people;
  }

  /** Answers can be typed only while the phone waits for one. */
  allowTyping(typing) {
    this.#typing = typing;
    for (const button of document.querySelectorAll('#people .type-it')) button.disabled = !typing;
  }

  redraw() {
    const open = new Set([...document.querySelectorAll('#people details[open]')].map(card => card.dataset.phone));
    const cards = this.#people.map((person, index) => this.#draw(person, open.size ? open.has(person.phone) : index === 0));
    document.getElementById('people').replaceChildren(...cards);
  }

  #draw(person, open) {
    const card = Object.assign(document.createElement('details'), { open });
    card.dataset.phone = person.phone;
    const summary = document.createElement('summary');
    summary.textContent = localized(person.title);
    const rows = document.createElement('dl');
    rows.append(
      row(text('phoneNumber'), person.phone, button('useNumber', person.phone, () => this.#actions.useNumber(person.phone))),
      ...person.answers.map(answer => this.#drawAnswer(answer)));
    card.append(summary, rows);
    return card;
  }

  #drawAnswer({ label, value }) {
    const type = button('typeIt', `${localized(label)}, ${value}`, () => this.#actions.type(value));
    type.className = 'type-it';
    type.disabled = !this.#typing;
    return row(localized(label), value, type);
  }
}

function row(label, value, action) {
  const line = document.createElement('div');
  const term = Object.assign(document.createElement('dt'), { textContent: label });
  const detail = document.createElement('dd');
  detail.append(Object.assign(document.createElement('bdi'), { textContent: value }), action);
  line.append(term, detail);
  return line;
}

function button(key, about, action) {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text(key) });
  made.setAttribute('aria-label', `${text(key)} : ${about}`);
  made.addEventListener('click', action);
  return made;
}
