import { Line } from './line.js';
import { Screen } from './screen.js';
import { text } from './texts.js';

const find = id => document.getElementById(id);

/** The phone: its line, its screen, and the one box that holds the code to dial or the answer. */
export class Phone {
  #line;
  #screen = new Screen();
  #box = find('box');
  #caller;
  #changed;

  /**
   * @param caller says who calls what, and which languages to expect
   * @param changed is told after each change whether the phone waits for an answer
   * @param exchanged is told of each request to the service
   */
  constructor(caller, changed, exchanged) {
    this.#caller = caller;
    this.#changed = changed;
    this.#line = new Line(exchanged);
    setInterval(() => this.#tick(), 1000);
  }

  get box() { return this.#box; }
  get isOpen() { return this.#line.isOpen; }
  get call() { return this.#line.call; }

  dial() {
    if (this.isOpen) return;
    this.#reach(this.#line.dial(this.#caller()));
    if (matchMedia('(pointer: fine)').matches) this.#box.focus();
  }

  /** The OK key: sends an answer, puts a last screen away, or dials. */
  enter() {
    if (this.#box.readOnly) return;
    if (this.isOpen) this.#reach(this.#line.say(this.#box.value));
    else if (this.#screen.state === 'ended') this.rest();
    else this.dial();
  }

  /** Types an answer and sends it. */
  say(answer) {
    if (!this.isOpen || this.#box.readOnly) return;
    this.#box.value = answer;
    this.enter();
  }

  hangUp() {
    if (!this.isOpen) return this.rest();
    this.#line.hangUp();
    return this.rest('hungUp');
  }

  drop() {
    this.#line.drop();
    this.rest('dropped');
  }

  redial() {
    if (this.isOpen) this.#line.hangUp();
    this.dial();
  }

  /** No session: a sentence on the screen, the code in the box. */
  rest(notice = 'idle') {
    this.#screen.notice(notice);
    this.#prepareBox(false);
  }

  redraw() {
    this.#screen.redraw();
    this.#nameBox();
  }

  async #reach(asking) {
    this.#screen.notice('dialling');
    this.#prepareBox(true);
    const reply = await asking;
    if (reply.kind === 'stale') return;

    if (reply.kind === 'failed') this.#screen.failure(reply);
    else this.#screen.reply(reply, this.#caller().languages);
    this.#prepareBox(false);
  }

  #prepareBox(waiting) {
    this.#box.readOnly = waiting;
    this.#box.value = this.isOpen ? '' : this.#caller().serviceCode;
    this.#box.dir = this.isOpen ? 'auto' : 'ltr';
    // The next key types over the whole code; select() would also steal the focus.
    if (!this.isOpen) this.#box.setSelectionRange(0, this.#box.value.length);
    this.#nameBox();
    this.#tick();
    this.#changed(this.isOpen && !waiting);
  }

  #nameBox() { find('box-label').textContent = text(this.isOpen ? 'reply' : 'toDial'); }

  #tick() { if (this.isOpen) this.#screen.tick(this.#line.seconds); }
}
