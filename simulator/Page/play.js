import { localized, text } from './texts.js';

const find = id => document.getElementById(id);

/** Plays the answers of a sample person one by one: the one that fits where the call stands, or the call itself. */
export class Play {
  #answers = [];
  #played = 0; // answers up to here were played, or passed over
  #step = null; // what the button does next: { value, label } with the place of an answer, or { dial }
  #actions;

  /** @param actions dial, say (an answer), mark (the answer that comes next) and code (one that came by message, or none) */
  constructor(actions) {
    this.#actions = actions;
    find('play').addEventListener('click', () => this.#press());
  }

  /** Begins a card from its first answer. */
  begin(person) {
    this.#answers = person?.answers ?? [];
    this.#played = 0;
  }

  /** No call: the button dials, until the card is played to its end. */
  rest() {
    const isOver = this.#answers.length > 0 && this.#played >= this.#answers.length;
    this.#offer(isOver ? null : { dial: true, label: text(this.#played ? 'playOn' : 'playFirst') }, isOver ? 'playOver' : '');
  }

  /** The service thinks. */
  wait() { this.#offer(null); }

  /** The call waits for an answer: finds the one that fits. */
  async look(fund, phone) {
    const response = await fetch(`/simulator/api/stand?fund=${encodeURIComponent(fund)}&phone=${encodeURIComponent(phone)}`);
    const stand = response.ok ? await response.json() : {};
    this.#offer(await this.#fitting(stand), 'playNothing');
  }

  async #fitting({ ask, key, awaitsCode }) {
    if (key) return { value: key, label: text(key === '98' ? 'turnPage' : 'goOn') };
    const place = this.#place(ask);
    if (place >= 0) return { value: this.#answers[place].value, label: localized(this.#answers[place].label), place };
    const code = awaitsCode && await this.#actions.code();
    return code ? { value: code, label: text('codeReceived') } : null;
  }

  // Parts that several services call ask the same again: then from the beginning.
  #place(ask) {
    const ahead = this.#answers.findIndex((answer, index) => index >= this.#played && answer.ask === ask);
    return ahead >= 0 ? ahead : this.#answers.findIndex(answer => answer.ask === ask);
  }

  #offer(step, otherwise = '') {
    this.#step = step;
    find('play').disabled = !step;
    find('play').textContent = text('play');
    const value = Object.assign(document.createElement('bdi'), { textContent: step?.value ?? '' });
    find('next').replaceChildren(step ? `${step.label}${step.value ? ' : ' : ''}` : otherwise && text(otherwise), value);
    this.#actions.mark(step?.place >= 0 ? this.#answers[step.place] : null);
  }

  #press() {
    const { dial, value, place } = this.#step;
    if (dial) return this.#actions.dial();
    // Back in a part that was played before, the answers behind it are still to come.
    if (place >= this.#played) this.#played = place + 1;
    return this.#actions.say(value);
  }
}
