// A conversation over Direct Line 3.0: begun or taken up again, listened to, and spoken into in order.
// Nothing that was given to say is lost: it waits here until the service has it, through lost networks and reloaded pages.

const PATIENCE = [1, 2, 4, 8, 15]; // seconds between tries
const REFRESH = 15 * 60; // seconds; a token lives twice as long
const SILENCE = 50; // seconds without a sign of life on a socket
const POLL = 3; // seconds, where sockets do not get through

export class Line {
  #base; #renew; #memory; #on;
  #state; #socket; #tries = 0; #sockets = 0; #heard = 0; #busy = false; #awake; #files = new Map();

  /**
   * @param base the address of Direct Line, without a slash at its end
   * @param renew gives a fresh {token, renewal, conversationId}: of the same conversation, where it is given what renews it
   * @param memory where a reload finds the conversation: {read(), write(state)}
   * @param on told of: activity(activity), status(word), sending(message, state, part of a file that is sent), lost()
   */
  constructor(base, renew, memory, on) {
    this.#base = base;
    this.#renew = renew;
    this.#memory = memory;
    this.#on = on;
    this.#state = memory.read() ?? { token: null, conversation: null, waiting: [] };
    this.#state.waiting = this.#state.waiting.filter(message => !message.isFile); // a file is gone with the page that held it
    addEventListener("online", () => this.#online());
    addEventListener("offline", () => this.#on.status("offline"));
    setInterval(() => this.#refresh(), REFRESH * 1000);
  }

  /** Whether there is a conversation to go on with. */
  get isBegun() { return this.#state.conversation !== null; }

  /** What was said and is not known to have arrived. */
  get waiting() { return this.#state.waiting; }

  async open(token, renewal, locale) {
    if (!this.#state.token) Object.assign(this.#state, { token, renewal });
    this.#state.locale = locale;
    this.#watch();
    await this.#connect(this.#state.conversation !== null);
    this.#flush();
  }

  /** Says something, or sends a file: it is kept at once, and sent when its turn comes. */
  say(message, file) {
    if (file) this.#files.set(message.channelData.clientActivityID, file);
    this.#state.waiting.push(file ? { ...message, isFile: true } : message);
    this.#keep();
    this.#flush();
  }

  /** Tries again to send what was refused. */
  retry() {
    this.#tries = 0;
    this.#wake();
    this.#flush();
  }

  async #connect(again) {
    const watermark = this.#state.watermark ?? "0";
    const answer = again
      ? await this.#call("GET", `/conversations/${encodeURIComponent(this.#state.conversation)}?watermark=${again === "reopened" ? watermark : "0"}`)
      : await this.#call("POST", "/conversations", { locale: this.#state.locale });
    if (answer === null || answer.status === 404) {
      if (answer !== null) await this.#begin();
      return;
    }
    const started = answer.body;
    this.#state.conversation = started.conversationId;
    this.#state.token = started.token ?? this.#state.token;
    this.#keep();
    this.#listen(started.streamUrl);
  }

  /** The conversation is gone: another one begins, and what waits is said there. */
  async #begin() {
    const fresh = await this.#renew();
    if (!fresh) return;
    this.#state = { ...this.#state, ...fresh, conversation: null, watermark: null };
    this.#on.lost();
    await this.#connect(false);
  }

  #listen(url) {
    if (this.#sockets >= 2 || !url) {
      this.#poll();
      return;
    }
    const socket = new WebSocket(url);
    let opened = false;
    this.#socket = socket;
    socket.onopen = () => {
      opened = true;
      this.#sockets = 0;
      this.#tries = 0;
      this.#alive();
      this.#on.status("open");
    };
    socket.onmessage = frame => {
      this.#alive();
      if (frame.data) this.#take(JSON.parse(frame.data));
    };
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#sockets += opened ? 0 : 1;
      this.#again();
    };
  }

  #alive() { this.#heard = Date.now(); }

  /** A dead network tells nobody: a socket that has been silent for long is one. */
  #watch() {
    setInterval(() => {
      const socket = this.#socket;
      if (socket?.readyState !== WebSocket.OPEN) return;
      socket.send("");
      if (Date.now() - this.#heard > SILENCE * 1000) socket.close();
    }, 20000);
  }

  async #again() {
    this.#on.status(navigator.onLine ? "connecting" : "offline");
    await this.#pause();
    await this.#connect("reopened");
  }

  async #poll() {
    const path = () => `/conversations/${encodeURIComponent(this.#state.conversation)}/activities?watermark=${this.#state.watermark ?? "0"}`;
    for (;;) {
      const answer = await this.#call("GET", path());
      if (answer === null || answer.status === 404) return this.#begin();
      this.#on.status("open");
      this.#take(answer.body);
      await new Promise(done => setTimeout(done, POLL * 1000));
    }
  }

  #take({ activities, watermark }) {
    for (const activity of activities) {
      const id = activity.channelData?.clientActivityID;
      if (id) this.#arrived(id);
      this.#on.activity(activity);
    }
    if (watermark) this.#state.watermark = watermark;
    this.#keep();
  }

  #arrived(id) {
    this.#state.waiting = this.#state.waiting.filter(message => message.channelData.clientActivityID !== id);
    this.#files.delete(id);
  }

  /** Sends what waits, one after the other: an answer must not overtake the one before it. */
  async #flush() {
    if (this.#busy || !this.#state.conversation) return;
    this.#busy = true;
    while (this.#state.waiting.length) {
      const message = this.#state.waiting[0];
      const answer = await this.#post({ ...message, from: { id: "user", role: "user" }, locale: this.#state.locale });
      if (answer === null || answer.status === 404) break;
      if (message.isFile && (answer.status === 413 || answer.status === 415)) {
        this.#arrived(message.channelData.clientActivityID);
        this.#keep();
        this.#on.sending(message, "unfit");
        continue;
      }
      if (!answer.ok) {
        this.#on.sending(message, "failed");
        break;
      }
      this.#arrived(message.channelData.clientActivityID);
      this.#keep();
      this.#on.sending(message, "sent");
    }
    this.#busy = false;
  }

  #post({ isFile, ...activity }) {
    const path = `/conversations/${encodeURIComponent(this.#state.conversation)}`;
    if (!isFile) return this.#call("POST", `${path}/activities`, activity);
    const form = new FormData();
    form.append("activity", new Blob([JSON.stringify(activity)], { type: "application/vnd.microsoft.activity" }));
    form.append("file", this.#files.get(activity.channelData.clientActivityID));
    return this.#call("POST", `${path}/upload?userId=user`, null, { form, progress: part => this.#on.sending(activity, "sending", part) });
  }

  /** One call, tried until it is answered. Null where the token is no good any more, and no other is to be had. */
  async #call(method, path, body, file) {
    for (;;) {
      const answer = await this.#fetch(method, path, body, file);
      if (answer?.status === 403 || answer?.status === 401) {
        const fresh = await this.#renew(this.#state.renewal);
        if (!fresh) return null;
        if (this.#state.conversation && fresh.conversationId !== this.#state.conversation) return { ok: false, status: 404, body: null };
        Object.assign(this.#state, { token: fresh.token, renewal: fresh.renewal });
        this.#keep();
        continue;
      }
      if (answer && answer.status < 500 && answer.status !== 429) return answer;
      this.#on.status(navigator.onLine ? "connecting" : "offline");
      await this.#pause();
    }
  }

  async #fetch(method, path, body, file) {
    const headers = { Authorization: `Bearer ${this.#state.token}` };
    if (file) return this.#upload(path, headers, file);
    if (body) headers["Content-Type"] = "application/json";
    try {
      const response = await fetch(this.#base + path, { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(30000) });
      this.#tries = 0;
      const isJson = response.headers.get("Content-Type")?.includes("json");
      return { ok: response.ok, status: response.status, body: isJson ? await response.json() : null };
    } catch {
      return undefined; // no network, or none that answers
    }
  }

  /** A file the way that tells how much of it has left; undefined where it did not get through. */
  #upload(path, headers, { form, progress }) {
    return new Promise(done => {
      const request = new XMLHttpRequest();
      request.open("POST", this.#base + path);
      request.timeout = 240000;
      for (const name in headers) request.setRequestHeader(name, headers[name]);
      request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
      request.onload = () => {
        this.#tries = 0;
        done({ ok: request.status < 300, status: request.status, body: null });
      };
      request.onerror = request.ontimeout = () => done(undefined);
      request.send(form);
    });
  }

  #pause() {
    const seconds = PATIENCE[Math.min(this.#tries++, PATIENCE.length - 1)] * (0.75 + Math.random() / 2);
    return new Promise(done => {
      const timer = setTimeout(done, seconds * 1000);
      this.#awake = () => { clearTimeout(timer); done(); };
    });
  }

  #wake() { this.#awake?.(); }

  /** The network is back: a socket from before may be dead without knowing. */
  #online() {
    this.#on.status("connecting");
    this.#tries = 0;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.close();
    this.#wake();
  }

  async #refresh() {
    const answer = this.#state.conversation && await this.#fetch("POST", "/tokens/refresh");
    if (answer?.ok) {
      this.#state.token = answer.body.token;
      this.#keep();
    }
  }

  #keep() { this.#memory.write(this.#state); }
}
