import { element } from './markup.js';
import { localized, text } from './texts.js';

/** The sample people of a fund, one card open at a time: whose answers may be typed, and from which number they call. */
export class People {
  #people = [];
  #chosen = null;
  #actions;
  #typing = false;

  /** @param actions choose (told of the person whose card was opened) and type (puts an answer on the phone) */
  constructor(actions) { this.#actions = actions; }

  async open(fund) {
    const response = await fetch(`/simulator/api/people?fund=${encodeURIComponent(fund)}`);
    this.#people = response.ok ? await response.json() : [];
    this.#chosen = this.#people[0] ?? null;
    this.redraw();
    this.#actions.choose(this.#chosen);
  }

  /** Answers can be typed only while the phone waits for one. */
  allowTyping(typing) {
    this.#typing = typing;
    for (const button of document.querySelectorAll('#people .type-it')) button.disabled = !typing;
  }

  /** Marks the answer that comes next in the open card; none by null. */
  mark(answer) {
    for (const row of document.querySelectorAll('#people [aria-current]')) row.removeAttribute('aria-current');
    const row = this.#chosen && document.querySelectorAll('#people details[open] .answer')[this.#chosen.answers.indexOf(answer)];
    row?.setAttribute('aria-current', 'step');
    row?.scrollIntoView({ block: 'nearest' });
  }

  redraw() { document.getElementById('people').replaceChildren(...this.#people.map(person => this.#draw(person))); }

  #draw(person) {
    const card = Object.assign(element('details'), { name: 'person', open: person === this.#chosen });
    const rows = element('dl');
    rows.append(row('number', text('phoneNumber'), person.phone), ...person.answers.map(answer => this.#drawAnswer(answer)));
    card.append(element('summary', '', localized(person.title)), rows);
    card.addEventListener('toggle', () => this.#toggled(person, card.open));
    return card;
  }

  #toggled(person, isOpen) {
    if (!isOpen || person === this.#chosen) return;
    this.#chosen = person;
    this.#actions.choose(person);
  }

  #drawAnswer({ label, value }) {
    const type = Object.assign(element('button', 'type-it', text('typeIt')), { type: 'button', disabled: !this.#typing });
    type.setAttribute('aria-label', `${text('typeIt')} : ${localized(label)}, ${value}`);
    type.addEventListener('click', () => this.#actions.type(value));
    return row('answer', localized(label), value, type);
  }
}

function row(className, label, value, ...actions) {
  const line = element('div', className);
  const detail = element('dd');
  detail.append(element('bdi', '', value), ...actions);
  line.append(element('dt', '', label), detail);
  return line;
}
