import { measure } from './lengths.js';
import { language, text } from './texts.js';

// Seconds after which operators close a session, whatever the service does.
const LONGEST_SESSION = 180;

const find = id => document.getElementById(id);

/** The display of the phone, and the instruments below it. */
export class Screen {
  #draw = () => {};

  /** Shows a reply of the service, cut where a phone would cut it. */
  reply({ kind, text: words, milliseconds }, languages) {
    const size = measure(words);
    this.#present(() => {
      display(size.shown, languageOf(words, languages));
      gauge(kind, size);
      took(milliseconds);
      warn('trouble', size.exceeded && text('exceeded', size.units, size.limit));
    });
  }

  /** Shows a sentence of the phone itself: ready, dialling, hung up, dropped. */
  notice(key) {
    this.#present(() => {
      display(text(key), language());
      gauge(key);
      warn('trouble', false);
    });
  }

  /** Shows what a phone shows when the network has no proper answer, and says why beside it. */
  failure({ reason, milliseconds }) {
    this.#present(() => {
      display(text('failed'), language());
      gauge('failed');
      took(milliseconds);
      warn('trouble', text('failedWhy', reason));
    });
  }

  /** Shows how long the session has lasted, in seconds. */
  tick(seconds) {
    find('duration').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    warn('slow', seconds >= LONGEST_SESSION && text('slow', LONGEST_SESSION));
  }

  /** What the screen shows: open or ended for a reply, otherwise the notice. */
  get state() { return find('state').dataset.state; }

  redraw() { this.#draw(); }

  #present(draw) {
    this.#draw = draw;
    draw();
    find('screen').scrollTop = 0;
  }
}

function display(words, lang) {
  Object.assign(find('screen'), { textContent: words, lang });
}

// The state in words, and how full the screen is.
function gauge(key, size = null) {
  const state = find('state');
  state.textContent = text(key === 'failed' ? 'failedState' : key);
  state.dataset.state = key;
  find('length').textContent = size ? `${size.units} / ${size.limit} ${size.alphabet}` : '–';
  find('length').classList.toggle('exceeded', size?.exceeded ?? false);
  find('fill').classList.toggle('exceeded', size?.exceeded ?? false);
  find('fill').style.inlineSize = size ? `${Math.min(100, (100 * size.units) / size.limit)}%` : '0';
}

function took(milliseconds) {
  find('latency').textContent = `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

function warn(id, words) {
  const line = find(id);
  line.hidden = !words;
  if (line.textContent !== (words || '')) line.textContent = words || '';
}

// The gateway names no language, and a screen reader needs one: the script decides, then the commonest words.
function languageOf(words, languages) {
  const count = pattern => (words.match(pattern) ?? []).length;
  if (count(/\p{Script=Arabic}/gu) > count(/\p{Script=Latin}/gu)) return 'ar';

  const english = count(/\b(the|your|you|enter|of|to|is|and)\b/gi);
  const french = count(/\b(le|la|les|votre|vous|de|des|un|une|et)\b/gi);
  if (languages.includes('en') && english > french) return 'en';
  return languages.find(code => code !== 'ar') ?? 'fr';
}
