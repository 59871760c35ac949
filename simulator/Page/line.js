// One phone line to the real gateway endpoint, speaking as Africa's Talking does.

const CALLBACK = '/ussd/africastalking';
const EVENTS = '/ussd/africastalking/events';

// An operator drops the session when the service takes longer than this (milliseconds).
const PATIENCE = 10_000;

export class Line {
  #call = null;
  #exchanged;

  /** @param exchanged is told of each request with its reply and how long it took */
  constructor(exchanged) { this.#exchanged = exchanged; }

  get isOpen() { return this.#call !== null; }
  get seconds() { return this.isOpen ? Math.floor((Date.now() - this.#call.since) / 1000) : 0; }

  /** Who called when; null while no session is open. */
  get call() { return this.#call && { phone: this.#call.who.phoneNumber, since: this.#call.since }; }

  /** Asks for the first screen: resolves to kind open or ended (with text), failed (with reason), or stale. */
  dial({ phoneNumber, networkCode, serviceCode }) {
    this.#call = {
      who: { sessionId: newSessionId(), phoneNumber, networkCode, serviceCode },
      answers: [], since: Date.now(), hops: 0, last: '',
    };
    return this.#ask();
  }

  say(answer) {
    this.#call.answers.push(answer);
    return this.#ask();
  }

  /** The person ends the call: the network knows, and tells the service. */
  hangUp() { this.#close('Incomplete'); }

  /** The line is lost: nobody tells the service. */
  drop() { this.#call = null; }

  async #ask() {
    const call = this.#call;
    call.hops += 1;
    const sent = await this.#send(CALLBACK, { ...call.who, text: call.answers.join('*') });
    if (call !== this.#call) return { kind: 'stale' };

    const reply = read(sent);
    call.last = reply.body;
    if (reply.kind === 'ended') this.#close('Success');
    if (reply.kind === 'failed') this.#close('Failed', reply.reason);
    return reply;
  }

  #close(status, errorMessage = '') {
    const call = this.#call;
    this.#call = null;
    this.#send(EVENTS, { // a courtesy: a network does not repeat it either
      ...call.who, status, errorMessage,
      date: new Date().toISOString().slice(0, 19).replace('T', ' '),
      cost: '0', durationInMillis: Date.now() - call.since, hopsCount: call.hops,
      input: call.answers.join('*'), lastAppResponse: call.last,
    });
  }

  /** Sends one request; what fails has a reason instead of a status. */
  async #send(path, fields) {
    const exchange = { at: new Date(), path, fields, status: null, body: '', reason: '' };
    const begun = performance.now();
    try {
      const response = await fetch(path, { method: 'POST', body: new URLSearchParams(fields), signal: AbortSignal.timeout(PATIENCE) });
      exchange.body = await response.text();
      exchange.status = response.status;
    } catch (error) {
      exchange.reason = error.name;
    }
    exchange.milliseconds = performance.now() - begun;
    this.#exchanged(exchange);
    return exchange;
  }
}

function read({ status, body, reason, milliseconds }) {
  const kind = { 'CON ': 'open', 'END ': 'ended' }[body.slice(0, 4)];
  return status === 200 && kind
    ? { kind, body, milliseconds, text: body.slice(4) }
    : { kind: 'failed', body, milliseconds, reason: reason || `HTTP ${status}` };
}

function newSessionId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `ATUid_${[...bytes].map(b => b.toString(16).padStart(2, '0')).join('')}`;
}
