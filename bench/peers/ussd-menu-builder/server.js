// The bare registration menu of the bench, as the README of ussd-menu-builder teaches it: states, and a session in Redis.
// A menu object is built per request: it keeps the request on itself, so a shared one mixes callers up.
'use strict';
const cluster = require('node:cluster');
const express = require('express');
const redis = require('redis');
const UssdMenu = require('ussd-menu-builder');

const port = Number(process.env.PORT);
const workers = Number(process.env.WORKERS ?? 1);

function sessionsIn(store) {
  const key = (id) => `session:${id}`;
  return {
    start: (id) => store.hSetNX(key(id), 'started', '1'),
    get: (id, name) => store.hGet(key(id), name),
    set: (id, name, value) => store.hSet(key(id), name, value),
    end: (id) => store.del(key(id)),
  };
}

function menuWith(sessions) {
  const menu = new UssdMenu();
  menu.sessionConfig(sessions);
  const kept = (name, text) => async () => {
    await menu.session.set(name, menu.val);
    menu.con(text);
  };
  menu.startState({ run: () => menu.con('Welcome to the fund\n1. Register\n2. Quit'), next: { 1: 'kind', 2: 'quit' } });
  menu.state('quit', { run: () => menu.end('Goodbye.') });
  menu.state('kind', { run: () => menu.con('Who are you?\n1. Employee\n2. Voluntary'), next: { '*^[12]$': 'id' } });
  menu.state('id', { run: () => menu.con('Enter your ID number (8 digits)'), next: { '*^\\d{8}$': 'name' } });
  menu.state('name', { run: kept('id', 'Enter your full name'), next: { '*^[A-Za-z ]+$': 'birth' } });
  menu.state('birth', { run: kept('name', 'Enter your date of birth (DDMMYYYY)'), next: { '*^\\d{8}$': 'county' } });
  menu.state('county', { run: kept('birth', 'Enter your county'), next: { '*^[A-Za-z ]+$': 'confirm' } });
  menu.state('confirm', {
    run: async () => {
      const { session, val } = menu;
      await session.set('county', val);
      const [id, name, birth] = await Promise.all(['id', 'name', 'birth'].map((key) => session.get(key)));
      menu.con(`Register ${name}, ID ${id}, born ${birth}, of ${val}?\n1. Confirm\n2. Cancel`);
    },
    next: { 1: 'done', 2: 'quit' },
  });
  menu.state('done', { run: async () => menu.end(`Thank you ${await menu.session.get('name')}. You are registered.`) });
  return menu;
}

async function serve() {
  const store = redis.createClient({ url: `redis://127.0.0.1:${process.env.REDIS_PORT}` });
  store.on('error', (error) => { console.error(error.message); process.exit(1); });
  await store.connect();
  const sessions = sessionsIn(store);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(express.urlencoded({ extended: false }));
  app.post('/ussd', (request, response) => {
    menuWith(sessions).run(request.body, (reply) => response.type('text/plain').send(reply));
  });
  app.listen(port, '127.0.0.1');
}

if (workers > 1 && cluster.isPrimary)
  for (let i = 0; i < workers; i++)
    cluster.fork();
else
  serve();
