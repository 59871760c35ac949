// One phone line to the real gateway endpoint, speaking as Africa's Talking does.

const CALLBACK = '/ussd/africastalking';
const EVENTS = '/ussd/africastalking/events';

// An operator drops the session when the service takes longer than this (milliseconds).
const PATIENCE = 10_000;

export class Line {
  #call = null;

  get isOpen() { return this.#call !== null; }
  get seconds() { return this.isOpen ? Math.floor((Date.now() - this.#call.since) / 1000) : 0; }

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
    const reply = await request(call);
    if (call !== this.#call) return { kind: 'stale' };

    call.last = reply.body;
    if (reply.kind === 'ended') this.#close('Success');
    if (reply.kind === 'failed') this.#close('Failed', reply.reason);
    return reply;
  }

  #close(status, errorMessage = '') {
    const call = this.#call;
    this.#call = null;
    const duration = Date.now() - call.since;
    post(EVENTS, {
      ...call.who, status, errorMessage,
      date: new Date().toISOString().slice(0, 19).replace('T', ' '),
      cost: '0', durationInMillis: duration, hopsCount: call.hops,
      input: call.answers.join('*'), lastAppResponse: call.last,
    }).catch(() => { /* the notification is a courtesy: a network does not repeat it either */ });
  }
}

async function request(call) {
  try {
    const response = await post(CALLBACK, { ...call.who, text: call.answers.join('*') });
    return read(response.status, await response.text());
  } catch (error) {
    return { kind: 'failed', body: '', reason: error.name };
  }
}

function read(status, body) {
  const kind = { 'CON ': 'open', 'END ': 'ended' }[body.slice(0, 4)];
  return status === 200 && kind
    ? { kind, body, text: body.slice(4) }
    : { kind: 'failed', body, reason: `HTTP ${status}` };
}

function post(address, fields) {
  return fetch(address, { method: 'POST', body: new URLSearchParams(fields), signal: AbortSignal.timeout(PATIENCE) });
}

function newSessionId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `ATUid_${[...bytes].map(b => b.toString(16).padStart(2, '0')).join('')}`;
}
