// Plays a .chat script through Microsoft's own Direct Line client, unmodified, in a browser's clothes (jsdom, so with CORS).
// Arguments as JSON: { base, secret, script, language, webSocket, drop, upload, refresh, expire }.
const http = require('http');
const { JSDOM } = require('jsdom');
const { asked, fail, later, messageOf, mustShow, read, say } = require('./script.cjs');

const { window } = new JSDOM('', { url: 'http://fund.example/' });
const sockets = [];
class CountedSocket extends window.WebSocket {
  constructor(...args) {
    super(...args);
    sockets.push(this);
    let from = watermarkOf(args[0]);
    this.addEventListener('message', ({ data }) => data && (from = mustBeBehind(from, JSON.parse(data))));
  }
}
let renewals = 0;
class CountedRequest extends window.XMLHttpRequest {
  open(method, url, ...rest) {
    if (url.endsWith('/tokens/refresh')) this.addEventListener('load', () => renewals++);
    if (url.includes('/activities?')) this.addEventListener('load', () => this.status === 200 && mustBeBehind(watermarkOf(url), this.response));
    super.open(method, url, ...rest);
  }
}
window.XMLHttpRequest = CountedRequest;
for (const [name, value] of Object.entries({ window, XMLHttpRequest: CountedRequest, WebSocket: CountedSocket, Blob: window.Blob, FormData: window.FormData }))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
let resting = false; // nobody renews
let readers = 1; // reconnected, the client reads by several polls or streams side by side, and two may bring the same
if (asked.refresh) {
  const real = window.setInterval; // 15 minutes pass in a moment
  window.setInterval = (run, wait, ...rest) =>
    wait >= 600000 ? real.call(window, () => resting || run(), 500, ...rest) : real.call(window, run, wait, ...rest);
}
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

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
      if (ids.has(activity.id)) return readers > 1 || fail(`${activity.id} came twice`);
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

  const [opening, ...steps] = read(asked.script);
  let screen = await wait('greeting', activity => activity.from.role === 'bot');
  mustShow(screen, opening);
  for (const [n, step] of steps.entries()) {
    if (n === 3 && asked.drop) sockets.at(-1).close(); // the network is gone; what follows is said meanwhile
    if (n === 5 && asked.upload) await uploadUnasked(send);
    if (n === 7 && asked.refresh) await refreshed(say);
    if (n === 9 && asked.expire) await expired(line, status, say, secretly);
    const sent = /^\(sends (.+)\)$/.exec(step.does)?.[1];
    screen = sent ? await upload(send, sent) : (await send(messageOf(step, screen)))[1];
    mustShow(screen, step);
  }
  if (asked.drop && sockets.length < 2) fail('the stream was not opened again');
  line.end();
  console.log(`played ${steps.length} steps, ${sockets.length} sockets`);
  process.exit(0);
}

const watermarkOf = url => Number(new URL(url).searchParams.get('watermark') || 0);

/** Each answer and each stream brings only what lies behind its watermark, and nothing again. */
function mustBeBehind(watermark, { activities }) {
  for (const { id } of activities.filter(activity => activity.id)) {
    const number = Number(id.split('|')[1]);
    if (!(number > watermark)) fail(`behind ${watermark} came ${id}`);
    watermark = number;
  }
  return watermark;
}

const TYPES = { 'photo.jpg': 'image/jpeg', 'wages.csv': 'text/csv' };

/** A file that no question asks for is not kept; the client hears that its message came, and the person why. */
async function uploadUnasked(send) {
  const [echo, answer] = await sendFile(send, 'photo.jpg');
  if (echo.attachments?.length) fail(`what nobody asked for was kept: ${JSON.stringify(echo.attachments)}`);
  if (!answer.text) fail('nobody was told that the file is not kept');
}

/** Sends a file that is asked for, and gets it back. */
async function upload(send, name) {
  const [echo, answer] = await sendFile(send, name);
  const [shown] = echo.attachments;
  if (shown.name !== name || shown.contentType !== TYPES[name]) fail(`the file came back as ${JSON.stringify(shown)}`);
  if (!Buffer.from(await (await fetch(shown.contentUrl)).arrayBuffer()).equals(Buffer.from(asked.files[name], 'base64'))) fail('the file is another');
  return answer;
}

/** Sends a file as the client sends it: fetched from the page, and posted as a form. */
async function sendFile(send, name) {
  const content = Buffer.from(asked.files[name], 'base64');
  const page = http.createServer((_, reply) => reply.writeHead(200, { 'content-type': TYPES[name], 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }).end(content));
  await new Promise(done => page.listen(0, '127.0.0.1', done));
  const said = await send({ attachments: [{ name, contentType: TYPES[name], contentUrl: `http://127.0.0.1:${page.address().port}/` }] });
  page.close();
  return said;
}

/** Time passes in steps shorter than a token lives, and the client renews it each time. */
async function refreshed(say) {
  for (let i = 0; i < 4; i++) {
    const before = renewals;
    for (let n = 0; n < 1200 && renewals < before + 2; n++) await later(50); // the first may have begun before the time passed
    if (renewals < before + 2) fail('the token was not renewed');
    await say('pass 20');
  }
}

/** The token runs out while nobody renews it; the page gets another, and goes on where it was. */
async function expired(line, status, say, secretly) {
  resting = true;
  await later(1000); // for one that is under way
  await say('pass 31');
  const id = await new Promise(done => line.postActivity({ type: 'typing', from: { id: 'x' } }).subscribe(done, done));
  if (id !== 'retry' || !status.includes(ConnectionStatus.ExpiredToken)) fail(`an expired token gave ${id}, states ${status}`);
  readers = 2;
  line.reconnect(await secretly(`/conversations/${line.conversationId}?watermark=${line.watermark}`));
  for (let i = 0; i < 1200 && status.at(-1) !== ConnectionStatus.Online; i++) await later(50);
  if (status.at(-1) !== ConnectionStatus.Online) fail(`the connection stayed ${status}`);
}

main().catch(error => fail(error.stack));
