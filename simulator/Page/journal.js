import { element } from './markup.js';
import { text } from './texts.js';

// The journal shows the last so many requests.
const KEPT = 100;

/** What went over the wire to the gateway's two addresses, newest first, with how long the service took. */
export class Journal {
  #exchanges = [];

  add(exchange) {
    this.#exchanges = [exchange, ...this.#exchanges].slice(0, KEPT);
    this.redraw();
  }

  clear() {
    this.#exchanges = [];
    this.redraw();
  }

  redraw() {
    const list = element('ol');
    list.append(...this.#exchanges.map(draw));
    find().replaceChildren(this.#exchanges.length ? list : element('p', 'hint', text('noRequests')));
  }
}

const find = () => document.getElementById('journal');

function draw(exchange) {
  const entry = element('li');
  const details = element('details');
  const line = element('summary');
  const { fields, body, status, reason, milliseconds, at } = exchange;
  line.dir = 'ltr';
  line.append(
    element('time', '', at.toTimeString().slice(0, 8)),
    element('bdi', 'sent', 'status' in fields ? fields.status : asked(fields.text)),
    element('span', `got ${status === 200 ? '' : 'bad'}`, status === 200 ? body.slice(0, 3) || '200' : reason || `HTTP ${status}`),
    element('span', 'took', `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`));
  details.append(line, wire(`POST ${exchange.path}`, Object.entries(fields).map(([name, value]) => `${name}=${value}`).join('\n')));
  details.append(wire(status === null ? reason : `HTTP ${status}`, body));
  entry.append(details);
  return entry;
}

// The gateway sends all that was typed so far; the last of it is what is new.
const asked = typed => (typed === '' ? text('dialled') : typed.slice(typed.lastIndexOf('*') + 1));

function wire(title, lines) {
  const part = element('div', 'wire');
  const body = element('pre', '', lines);
  body.dir = 'auto';
  part.append(element('p', '', title), body);
  part.firstChild.dir = 'ltr';
  return part;
}
