import { Inbox } from './inbox.js';
import { Journal } from './journal.js';
import { buildKeypad, eraseIn, listenToKeyboard, typeInto } from './keypad.js';
import { fillOptions } from './markup.js';
import { People } from './people.js';
import { Phone } from './phone.js';
import { Play } from './play.js';
import { LANGUAGES, language, localized, speak, text } from './texts.js';

const find = id => document.getElementById(id);
const on = (id, event, action) => find(id).addEventListener(event, action);
const entered = id => find(id).value.trim();

let funds = [];
const inbox = new Inbox();
const journal = new Journal();
const play = new Play({ dial: () => phone.dial(), say: value => phone.say(value), mark: answer => people.mark(answer), code });
const people = new People({ type: answer, choose });
const phone = new Phone(caller, changed, exchange => journal.add(exchange));

const chosenFund = () => funds.find(fund => fund.id === find('fund').value);

function caller() {
  return {
    phoneNumber: entered('phone-number'),
    networkCode: find('network').value,
    serviceCode: entered('service-code'),
    languages: chosenFund()?.languages ?? [],
  };
}

/** After each change of the phone: what may be done now, and what came of it. */
function changed(waits) {
  find('drop').disabled = !phone.isOpen;
  people.allowTyping(waits);
  if (waits) play.look(find('fund').value, phone.call.phone);
  else if (phone.isOpen) play.wait();
  else play.rest();
  if (funds.length && (waits || !phone.isOpen)) inbox.refresh();
}

function answer(value) {
  phone.box.value = value;
  if (matchMedia('(pointer: fine)').matches) phone.box.focus();
}

/** The code that came since the call began. */
async function code() {
  const since = phone.call?.since ?? Date.now();
  await inbox.refresh();
  return inbox.codeSince(since);
}

/** A sample person's card was opened: the next call is that person's. */
function choose(person) {
  if (person) find('phone-number').value = person.phone;
  play.begin(person);
  if (!phone.isOpen) play.rest();
}

async function chooseFund() {
  const fund = chosenFund();
  if (phone.isOpen) phone.hangUp();
  fillOptions(find('network'), fund.networks.map(network => [network.code, network.name]));
  find('service-codes').replaceChildren(...fund.serviceCodes.map(each => new Option(each, each)));
  find('service-code').value = fund.serviceCodes[0] ?? '';
  showOperator();
  phone.rest();
  remember();
  await people.open(fund.id);
}

function fillFunds() {
  const regions = new Intl.DisplayNames([language()], { type: 'region' });
  const named = fund => `${localized(fund.shortName)} · ${regions.of(fund.country)}`;
  const isAlone = fund => funds.filter(other => named(other) === named(fund)).length === 1;
  fillOptions(find('fund'), funds.map(fund => [fund.id, isAlone(fund) ? named(fund) : `${localized(fund.name)} · ${regions.of(fund.country)}`]));
}

function showOperator() {
  find('operator').textContent = find('network').selectedOptions[0]?.text ?? '';
}

function changeLanguage(code) {
  speak(code);
  find('language').value = code;
  fillFunds();
  remember();
  for (const part of [phone, inbox, people, journal]) part.redraw();
  if (phone.isOpen) changed(true);
  else play.rest();
}

/** The address opens the same fund in the same language again. */
function remember() {
  const fund = find('fund').value;
  history.replaceState(null, '', `?lang=${language()}${fund ? `&fund=${fund}` : ''}`);
}

async function runProcessing() {
  const output = find('processed');
  try {
    const response = await fetch('/simulator/api/processing', { method: 'POST' });
    output.textContent = text('processed', (await response.json()).processed);
  } catch {
    output.textContent = text('unreachable');
  }
  inbox.refresh();
}

function wire() {
  const type = digit => typeInto(phone.box, digit);
  const erase = () => eraseIn(phone.box);
  buildKeypad(find('keypad'), type);
  listenToKeyboard({ type, erase, send: () => phone.enter(), hangUp: () => phone.hangUp() });
  on('reply', 'submit', event => { event.preventDefault(); phone.enter(); });
  on('clear', 'click', erase);
  for (const [id, action] of [['call', 'dial'], ['hang-up', 'hangUp'], ['redial', 'redial'], ['drop', 'drop']])
    on(id, 'click', () => phone[action]());
  // A key pressed by a pointer leaves the cursor where it is.
  on('phone', 'mousedown', event => { if (event.target.closest('button')) event.preventDefault(); });

  on('box', 'input', () => { if (!phone.isOpen) find('service-code').value = phone.box.value; });
  on('service-code', 'input', () => { if (!phone.isOpen) phone.box.value = entered('service-code'); });
  on('fund', 'change', chooseFund);
  on('network', 'change', showOperator);
  on('language', 'change', event => changeLanguage(event.target.value));
  on('process', 'click', runProcessing);
  on('forget', 'click', () => journal.clear());
}

function preferredLanguage(asked) {
  const wanted = asked.get('lang') ?? navigator.language.slice(0, 2);
  return LANGUAGES.includes(wanted) ? wanted : 'en';
}

async function start() {
  const asked = new URLSearchParams(location.search);
  speak(preferredLanguage(asked));
  wire();
  phone.rest();
  try {
    funds = await (await fetch('/simulator/api/funds')).json();
  } catch {
    phone.rest('unreachable');
  }
  fillFunds();
  if (funds.some(fund => fund.id === asked.get('fund'))) find('fund').value = asked.get('fund');
  changeLanguage(language());
  if (funds.length) await chooseFund();
  inbox.watch();
}

start();
