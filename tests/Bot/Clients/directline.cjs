// Plays a .chat script through Microsoft's own Direct Line client, unmodified, in a browser's clothes (jsdom, so with CORS).
// Arguments as JSON: { base, secret, script, language, webSocket, drop, upload, refresh, expire }.
// What only the service's side can do is asked for on a line ("pass 31"), and answered by a line.
const fs = require('fs');
const http = require('http');
const readline = require('readline');
const { JSDOM } = require('jsdom');

const asked = JSON.parse(process.argv[2]);
const { window } = new JSDOM('', { url: 'http://fund.example/' });
const sockets = [];
class CountedSocket extends window.WebSocket {
  constructor(...args) {
    super(...args);
    sockets.push(this);
  }
}
for (const [name, value] of Object.entries({ window, XMLHttpRequest: window.XMLHttpRequest, WebSocket: CountedSocket, Blob: window.Blob, FormData: window.FormData }))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
if (asked.refresh) {
  const real = window.setInterval; // 15 minutes pass in a moment
  window.setInterval = (run, wait, ...rest) => real.call(window, run, wait >= 600000 ? 500 : wait, ...rest);
}
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = async words => {
  console.log(words);
  await lines.next();
};
const fail = why => {
  console.log(`failed: ${why}`);
  process.exit(1);
};
const later = ms => new Promise(done => setTimeout(done, ms));
setTimeout(() => fail('it took too long'), 150000).unref();

/** Steps of a script: what the person does, and the lines that the bot says of itself. */
function read(path) {
  const steps = [];
  for (const line of fs.readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('>')) steps.push({ does: line.slice(2), shown: [] });
    else if (line.startsWith('<') && steps.length > 0) steps.at(-1).shown.push(line.slice(2));
    else if (line.startsWith('~')) break;
  }
  return steps;
}

/** Numbers of cases and codes depend on what else was served. */
const plain = text => text.replace(/\d{3}\s\d{3}\s\d{4}|\d{4}\s\d{4}|\d{10}/g, 'N');
const wordsOf = shown => plain(shown.filter(line => !/^(\[\d+\] |\{\d+\} |asks )/.test(line)).join('\n'));
const buttonsOf = activity => [
  ...(activity.attachments ?? []).flatMap(card => card.content?.buttons ?? []),
  ...(activity.suggestedActions?.actions ?? [])];

async function main() {
  const secretly = async (path, body) => (await fetch(asked.base + path, {
    method: body ? 'POST' : 'GET', body, headers: { authorization: `Bearer ${asked.secret}`, 'content-type': 'application/json' } })).json();
  const { token } = await secretly('/tokens/generate', JSON.stringify({ user: { id: 'dl_ada' } }));
  const line = new DirectLine({ token, domain: asked.base, webSocket: asked.webSocket, pollingInterval: 300, conversationStartProperties: { locale: asked.language } });

  const heard = [];
  const ids = new Set();
  const status = [];
  line.connectionStatus$.subscribe(now => status.push(now));
  line.activity$.subscribe(
    activity => {
      if (activity.type !== 'message') return;
      if (ids.has(activity.id)) fail(`${activity.id} came twice`);
      ids.add(activity.id);
      heard.push(activity);
    },
    error => fail(`the stream ended: ${error}`));

  const wait = async (what, found) => {
    for (let i = 0; i < 1200; i++) {
      const activity = heard.find(found);
      if (activity) return activity;
      await later(50);
    }
    return fail(`no ${what}`);
  };
  const post = activity => new Promise(done => line.postActivity(activity).subscribe(done, error => fail(`the post failed: ${error}`)));
  let number = 0;
  const send = async activity => {
    const clientActivityID = `c${++number}`;
    const id = await post({ type: 'message', from: { id: 'someone-else' }, locale: asked.language, ...activity, channelData: { clientActivityID, ...activity.channelData } });
    const echo = await wait('echo', heard => heard.channelData?.clientActivityID === clientActivityID);
    if (echo.id !== id) fail(`posted ${id}, echoed ${echo.id}`);
    if (echo.from.id !== 'dl_ada' || echo.from.role !== 'user') fail(`the echo is from ${JSON.stringify(echo.from)}`);
    return [echo, await wait('answer', heard => heard.replyToId === id && heard.from.role === 'bot')];
  };
  const shows = (activity, step) => {
    if (plain(activity.text) !== wordsOf(step.shown)) fail(`after "${step.does}"\n${activity.text}\ninstead of\n${wordsOf(step.shown)}`);
  };

  const [opening, ...steps] = read(asked.script);
  let screen = await wait('greeting', activity => activity.from.role === 'bot');
  shows(screen, opening);
  for (const [n, step] of steps.entries()) {
    if (n === 3 && asked.drop) sockets.at(-1).close(); // the network is gone; what follows is said meanwhile
    if (n === 5 && asked.upload) await upload(send);
    if (n === 7 && asked.refresh) await refreshed(say);
    if (n === 9 && asked.expire) await expired(line, status, say, secretly);
    const key = /^\[(\d+)\]$/.exec(step.does)?.[1];
    const button = key && buttonsOf(screen).find(button => button.text === key);
    if (key && !button) fail(`no button ${key} on\n${screen.text}`);
    [, screen] = await send(button
      ? { text: button.text, value: button.value, channelData: { messageBack: { displayText: button.displayText } } }
      : { text: step.does });
    shows(screen, step);
  }
  if (asked.drop && sockets.length < 2) fail('the stream was not opened again');
  line.end();
  console.log(`played ${steps.length} steps, ${sockets.length} sockets`);
  process.exit(0);
}

/** Sends a photo as the client sends it: fetched from the page, and posted as a form. */
async function upload(send) {
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(20000, 7)]);
  const page = http.createServer((_, reply) => reply.writeHead(200, { 'content-type': 'image/jpeg', 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }).end(photo));
  await new Promise(done => page.listen(0, '127.0.0.1', done));
  const [echo] = await send({ attachments: [{ name: 'carte.jpg', contentType: 'image/jpeg', contentUrl: `http://127.0.0.1:${page.address().port}/` }] });
  page.close();
  const [shown] = echo.attachments;
  if (shown.name !== 'carte.jpg' || shown.contentType !== 'image/jpeg') fail(`the file came back as ${JSON.stringify(shown)}`);
  if (!Buffer.from(await (await fetch(shown.contentUrl)).arrayBuffer()).equals(photo)) fail('the file is another');
}

/** Time passes in steps shorter than a token lives, and the client renews it each time. */
async function refreshed(say) {
  for (let i = 0; i < 4; i++) {
    await later(2000);
    await say('pass 20');
  }
}

/** The token runs out while nobody renews it; the page gets another, and goes on where it was. */
async function expired(line, status, say, secretly) {
  await say('pass 31');
  const id = await new Promise(done => line.postActivity({ type: 'typing', from: { id: 'x' } }).subscribe(done, done));
  if (id !== 'retry' || !status.includes(ConnectionStatus.ExpiredToken)) fail(`an expired token gave ${id}, states ${status}`);
  line.reconnect(await secretly(`/conversations/${line.conversationId}?watermark=${line.watermark}`));
  for (let i = 0; i < 100 && status.at(-1) !== ConnectionStatus.Online; i++) await later(50);
}

main().catch(error => fail(error.stack));
