import { Inbox } from './inbox.js';
import { buildKeypad, eraseIn, listenToKeyboard, typeInto } from './keypad.js';
import { People } from './people.js';
import { Phone } from './phone.js';
import { LANGUAGES, language, localized, speak, text } from './texts.js';

const find = id => document.getElementById(id);
const on = (id, event, action) => find(id).addEventListener(event, action);
const entered = id => find(id).value.trim();

let funds = [];
const inbox = new Inbox();
const people = new People({ type: answer, useNumber });
const phone = new Phone(caller, waits => {
  find('drop').disabled = !phone.isOpen;
  people.allowTyping(waits);
  if (waits || !phone.isOpen) inbox.refresh();
});

const chosenFund = () => funds.find(fund => fund.id === find('fund').value);

function caller() {
  return {
    phoneNumber: entered('phone-number'),
    networkCode: find('network').value,
    serviceCode: entered('service-code'),
    languages: chosenFund()?.languages ?? [],
  };
}

function answer(value) {
  phone.box.value = value;
  if (matchMedia('(pointer: fine)').matches) phone.box.focus();
}

function useNumber(number) {
  find('phone-number').value = number;
  inbox.open(number);
}

async function chooseFund() {
  const fund = chosenFund();
  if (phone.isOpen) phone.hangUp();
  fillOptions('network', fund.networks.map(network => [network.code, network.name]));
  find('service-codes').replaceChildren(...fund.serviceCodes.map(code => new Option(code, code)));
  find('service-code').value = fund.serviceCodes[0] ?? '';
  showOperator();
  phone.rest();

  const [first] = await people.open(fund.id);
  useNumber(first?.phone ?? entered('phone-number'));
}

function fillFunds() {
  const regions = new Intl.DisplayNames([language()], { type: 'region' });
  fillOptions('fund', funds.map(fund => [fund.id, `${localized(fund.name)} · ${regions.of(fund.country)}`]));
}

function fillOptions(id, pairs) {
  const list = find(id);
  const kept = list.value;
  list.replaceChildren(...pairs.map(([value, label]) => new Option(label, value)));
  if (pairs.some(([value]) => value === kept)) list.value = kept;
}

function showOperator() {
  find('operator').textContent = find('network').selectedOptions[0]?.text ?? '';
}

function changeLanguage(code) {
  speak(code);
  find('language').value = code;
  history.replaceState(null, '', `?lang=${code}`);
  fillFunds();
  for (const part of [phone, inbox, people]) part.redraw();
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
  on('phone-number', 'change', () => inbox.open(entered('phone-number')));
  on('language', 'change', event => changeLanguage(event.target.value));
  on('process', 'click', runProcessing);
}

function preferredLanguage() {
  const wanted = new URLSearchParams(location.search).get('lang') ?? navigator.language.slice(0, 2);
  return LANGUAGES.includes(wanted) ? wanted : 'en';
}

async function start() {
  speak(preferredLanguage());
  wire();
  phone.rest();
  try {
    funds = await (await fetch('/simulator/api/funds')).json();
  } catch {
    phone.rest('unreachable');
  }
  changeLanguage(language());
  if (funds.length) await chooseFund();
  inbox.watch();
}

start();
