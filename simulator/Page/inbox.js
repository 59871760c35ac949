import { element, fillOptions } from './markup.js';
import { language, text } from './texts.js';

// How often the inbox looks for messages (milliseconds).
const PAUSE = 3000;

const ADDRESS = /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)]/g;

// A code to type: eight digits, in groups or not, and no part of a longer number.
const CODE = /(?<!\d)(?<!\d[ \u00a0])\d{4}[ \u00a0]?\d{4}(?!\d)(?![ \u00a0]\d)/;

const KINDS = ['sms', 'email'];

const find = id => document.getElementById(id);

/** The SMS and e-mails that the service sent to anybody, newest first, narrowed to an address or a channel. */
export class Inbox {
  #messages = [];
  #seen = null;

  constructor() {
    for (const id of ['address', 'channel']) find(id).addEventListener('change', () => this.#drawMessages());
  }

  /** Looks again and again, but not while nobody sees the page. */
  async watch() {
    if (!document.hidden) await this.refresh();
    setTimeout(() => this.watch(), PAUSE);
  }

  async refresh() {
    const messages = await fetchMessages();
    if (!messages) return;
    const changed = this.#seen === null || JSON.stringify(messages) !== JSON.stringify(this.#messages);
    this.#messages = messages;
    this.#announce(messages);
    if (changed) this.redraw();
  }

  /** The code in the newest message of those since an instant (milliseconds), as it is typed; none where there is none. */
  codeSince(instant) {
    return this.#messages
      .filter(message => Date.parse(message.at) >= instant)
      .map(message => message.text.match(CODE)?.[0].replace(/\D/g, ''))
      .find(code => code);
  }

  redraw() {
    const addresses = [...new Set(this.#messages.map(message => message.to))].sort();
    fillOptions(find('address'), [['', text('everybody')], ...addresses.map(address => [address, address])]);
    fillOptions(find('channel'), [['', text('everyChannel')], ...KINDS.map(kind => [kind, text(kind)])]);
    this.#drawMessages();
  }

  #drawMessages() {
    const [address, kind] = [find('address').value, find('channel').value];
    const shown = this.#messages.filter(message => (!address || message.to === address) && (!kind || message.kind === kind));
    const open = new Set([...find('threads').querySelectorAll('details[open]')].map(body => body.dataset.id));
    if (shown.length) open.add(shown[0].id);
    const drawn = shown.map(message => drawMessage(message, open.has(message.id)));
    find('threads').replaceChildren(...(drawn.length ? drawn : [element('p', 'hint', text('noMessages'))]));
  }

  #announce(messages) {
    const fresh = messages.find(message => this.#seen && !this.#seen.has(message.id));
    this.#seen = new Set(messages.map(message => message.id));
    if (fresh) find('arrivals').textContent = text('arrived', fresh.from, fresh.subject ?? fresh.text);
  }
}

async function fetchMessages() {
  try {
    const response = await fetch('/simulator/api/messages');
    return response.ok ? await response.json() : null;
  } catch {
    return null; // the server restarts: the next look finds it
  }
}

function drawMessage(message, isOpen) {
  const bubble = element('article', `message ${message.kind}`);
  const heading = element('h3');
  heading.append(element('bdi', 'from', message.from), ' → ', element('bdi', 'to', message.to));
  const body = element('div', 'body');
  body.dir = 'auto';
  body.append(...withLinks(message.text));
  bubble.append(heading, message.subject ? folded(message, body, isOpen) : body, drawFacts(message));
  return bubble;
}

// E-mails are long: the subject stands for all of it.
function folded(message, body, isOpen) {
  const mail = Object.assign(element('details'), { open: isOpen });
  mail.dataset.id = message.id;
  const summary = element('summary');
  const subject = element('h4', '', message.subject);
  subject.dir = 'auto';
  summary.append(subject);
  mail.append(summary, body);
  return mail;
}

function drawFacts(message) {
  const facts = element('p', 'facts');
  const time = element('time', '', when(message.at));
  time.dateTime = message.at;
  facts.append(element('span', 'kind', text(message.kind)), time);
  if (message.segments) facts.append(element('span', '', text('segments', message.segments)));
  if (message.state !== 'delivered') facts.append(element('span', 'undelivered', text(`${message.state}Message`)));
  return facts;
}

function withLinks(words) {
  const parts = words.split(ADDRESS);
  const links = (words.match(ADDRESS) ?? []).map(address => {
    const link = element('a', '', address);
    Object.assign(link, { href: address, target: '_blank', rel: 'noopener noreferrer', dir: 'ltr' });
    return link;
  });
  return parts.flatMap((part, index) => (links[index] ? [part, links[index]] : [part]));
}

// Western digits in Arabic too, as on the phone.
function when(at) {
  const locale = { fr: 'fr', ar: 'ar-u-nu-latn', en: 'en-GB' }[language()];
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));
}
