// The page: puts the line and the screen together.

import { lighter, thumbnail } from "./file.js";
import { Line } from "./line.js";
import { Screen } from "./screen.js";

const page = document.body.dataset;
const words = JSON.parse(document.getElementById("words").textContent);
const store = `chat ${page.fund}`;

const memory = {
  read() {
    try { return JSON.parse(sessionStorage.getItem(store)); } catch { return null; }
  },
  write(state) {
    try { sessionStorage.setItem(store, JSON.stringify(state)); } catch { /* a browser that keeps nothing: a reload begins anew */ }
  },
};

async function renew(renewal) {
  for (let seconds = 1; ; seconds = Math.min(30, seconds * 2)) {
    try {
      const answer = await fetch(page.tokens, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ renewal }) });
      if (answer.ok) return await answer.json();
      if (answer.status !== 429 && answer.status < 500) return null;
    } catch { /* no network: it will be back */ }
    await new Promise(done => setTimeout(done, seconds * 1000));
  }
}

const screen = new Screen(words, say, send, () => line.retry());
screen.status("connecting");

const line = new Line(page.directline, renew, memory, {
  activity: hear,
  status: word => screen.status(word),
  sending: (message, state, part) => screen.mark(message.channelData.clientActivityID, state, part),
  lost: () => screen.note("expired"),
});

const newId = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

function say(text, button) {
  const id = newId();
  const message = { type: "message", textFormat: "plain", text: button ? button.key : text, channelData: { clientActivityID: id } };
  if (button) {
    if (button.value) message.value = button.value;
    message.channelData.messageBack = { displayText: button.title };
  }
  screen.said(id, text, navigator.onLine ? "sending" : "waiting");
  line.say(message);
}

/** What is offered stays while a file is on its way: it may not be taken. */
async function send(file) {
  const id = newId();
  screen.said(id, file.name, navigator.onLine ? "sending" : "waiting", { keeps: true });
  const [light, small] = await Promise.all([lighter(file), thumbnail(file)]);
  if (small) screen.picture(id, small);
  if (light.size > Number(page.largest)) screen.mark(id, "unfit");
  else line.say({ type: "message", channelData: { clientActivityID: id } }, light);
}

/** What a message of the person's shows: the words of a button, what was typed, or the name of a file. */
function shown({ text, attachments, channelData }) {
  return channelData?.messageBack?.displayText ?? text ?? attachments?.[0]?.name ?? "";
}

function hear(activity) {
  if (activity.from?.role === "user") {
    screen.typing(false); // its turn is over, answered or not: an agent may be spoken to
    if (activity.type === "message")
      screen.said(activity.channelData?.clientActivityID ?? activity.id, shown(activity), "sent", { at: activity.timestamp });
    return;
  }
  if (activity.type === "typing") screen.typing(true);
  if (activity.type !== "message") return;
  const about = activity.channelData?.chatchannels ?? {};
  if (activity.locale) screen.speak(activity.locale.split("-")[0], about.direction ?? "ltr");
  screen.hear(activity.text ?? "", buttonsOf(activity), { ...about, at: activity.timestamp });
}

function buttonsOf(activity) {
  const actions = [
    ...(activity.attachments ?? []).flatMap(attachment => attachment.content?.buttons ?? []),
    ...(activity.suggestedActions?.actions ?? []),
  ];
  return actions.map(action => ({ title: action.title, key: action.text, value: action.value }));
}

if (line.isBegun) screen.forgetOpening();
else screen.adopt();
for (const message of line.waiting)
  screen.said(message.channelData.clientActivityID, shown(message), "sending");
document.body.dataset.ready = "";
line.open(page.token, page.renewal, document.documentElement.lang);
