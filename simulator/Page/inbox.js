import { language, text } from './texts.js';

// How often the inbox looks for messages (milliseconds).
const PAUSE = 3000;

const ADDRESS = /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)]/g;

/** The SMS and e-mails of one number, as threads by sender. */
export class Inbox {
  #phone = '';
  #messages = [];
  #seen = null;

  /** Looks at another number. */
  open(phone) {
    this.#phone = phone;
    this.#seen = null;
    this.#messages = [];
    return this.refresh();
  }

  /** Looks again and again, but not while nobody sees the page. */
  async watch() {
    if (!document.hidden) await this.refresh();
    setTimeout(() => this.watch(), PAUSE);
  }

  async refresh() {
    const phone = this.#phone;
    const messages = await fetchMessages(phone);
    if (!messages || phone !== this.#phone) return;

    const changed = this.#seen === null || JSON.stringify(messages) !== JSON.stringify(this.#messages);
    this.#messages = messages;
    this.#announce(messages);
    if (changed) this.redraw();
  }

  redraw() {
    const threads = Map.groupBy(this.#messages, message => this.#peer(message));
    const drawn = [...threads].map(([peer, messages]) => drawThread(peer, messages, this.#phone));
    document.getElementById('threads').replaceChildren(...(drawn.length ? drawn : [element('p', 'hint', text('noMessages'))]));
  }

  #peer(message) { return message.from === this.#phone ? message.to : message.from; }

  #announce(messages) {
    const fresh = messages.find(message => this.#seen && !this.#seen.has(message.id));
    this.#seen = new Set(messages.map(message => message.id));
    if (fresh)
      document.getElementById('arrivals').textContent = text('arrived', fresh.from, fresh.subject ?? fresh.text);
  }
}

async function fetchMessages(phone) {
  try {
    const response = await fetch(`/simulator/api/messages?phone=${encodeURIComponent(phone)}`);
    return response.ok ? await response.json() : null;
  } catch {
    return null; // the server restarts: the next look finds it
  }
}

function drawThread(peer, messages, phone) {
  const thread = element('section', 'thread');
  const heading = element('h3');
  heading.append(isolate(peer));
  thread.append(heading, ...messages.map(message => drawMessage(message, message.from === phone)));
  return thread;
}

function drawMessage(message, mine) {
  const bubble = element('article', `message ${message.kind}${mine ? ' mine' : ''}`);
  const body = element('div', 'body');
  body.dir = 'auto';
  body.append(...withLinks(message.text));
  if (message.subject) {
    const subject = element('h4', '', message.subject);
    subject.dir = 'auto';
    bubble.append(subject);
  }
  bubble.append(body, drawFacts(message));
  return bubble;
}

function drawFacts(message) {
  const facts = element('p', 'facts');
  const time = element('time', '', when(message.at));
  time.dateTime = message.at;
  facts.append(element('span', 'kind', text(message.kind)), time);
  if (message.kind === 'email') facts.append(element('span', '', text('sentTo', message.to)));
  if (message.segments) facts.append(element('span', '', text('segments', message.segments)));
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
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
}

function isolate(words) { return element('bdi', '', words); }

function element(name, className = '', words = '') {
  return Object.assign(document.createElement(name), { className, textContent: words });
}
