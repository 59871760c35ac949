// Plays a .chat script through Microsoft's own bot libraries, unmodified: as a bot that calls ours as a skill (and waits for the
// replies, or is told them), or as a channel. The replies come to botbuilder's own routes, which check the bot's token.
// Arguments as JSON: { bot, channel, appId, callerId, script, language, way: 'skill' | 'told' | 'channel' }.
const http = require('http');
const { BotFrameworkHttpClient, ChannelServiceHandlerBase, ChannelServiceRoutes, ConfigurationBotFrameworkAuthentication } = require('botbuilder');
const { SimpleCredentialProvider } = require('botframework-connector');
const { asked, fail, messageOf, mustShow, read, say } = require('./script.cjs');

const mint = async path => (await fetch(`${asked.channel}/mint/${path}`)).text();

/** Where this bot's own tokens come from: the test's issuer in place of Microsoft's. */
class SkillClient extends BotFrameworkHttpClient {
  async buildCredentials(appId) {
    return { appId, getToken: () => mint('bot') };
  }
}

/** The service that replies come to. */
class Replies extends ChannelServiceHandlerBase {
  heard = [];

  authenticate(authorization) {
    return auth.authenticateChannelRequest(authorization);
  }

  async onReplyToActivity(claims, conversation, activityId, activity) {
    this.heard.push({ claims, conversation, activityId, activity });
    return { id: `r${this.heard.length}` };
  }
}

const auth = new ConfigurationBotFrameworkAuthentication(
  {
    ChannelService: 'https://test.example',
    ToChannelFromBotLoginUrl: `${asked.channel}/token`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://issuer.example',
    OAuthUrl: asked.channel,
    ToBotFromChannelOpenIdMetadataUrl: `${asked.channel}/metadata`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${asked.channel}/bots/metadata`,
    CallerId: 'test' },
  { isValidAppId: async id => id === asked.appId || id === asked.callerId, isAuthenticationDisabled: async () => false },
  { requiredEndorsements: [], validateClaims: async claims => claims.some(claim => claim.type === 'appid' && claim.value === asked.appId) || fail('a stranger replied') });

/** A web server as botbuilder expects one. */
async function serve(handler) {
  const routes = [];
  const add = method => (path, run) => routes.push({ method, run, names: path.split('/').map(part => part.startsWith(':') && part.slice(1)), parts: path.split('/') });
  new ChannelServiceRoutes(handler).register({ post: add('POST'), get: add('GET'), put: add('PUT'), del: add('DELETE') });
  const server = http.createServer((request, reply) => {
    const parts = request.url.split('/');
    const route = routes.find(({ method, names, parts: wanted }) =>
      method === request.method && parts.length === wanted.length && parts.every((part, n) => names[n] || part === wanted[n]));
    if (!route) return reply.writeHead(404).end();
    request.params = Object.fromEntries(route.names.map((name, n) => [name, decodeURIComponent(parts[n])]).filter(([name]) => name));
    reply.status = code => (reply.statusCode = code);
    reply.send = body => reply.setHeader('content-type', 'application/json') && reply.write(JSON.stringify(body));
    return route.run(request, reply, () => {});
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${server.address().port}/`;
}

async function main() {
  const replies = new Replies();
  const here = await serve(replies);
  const client = new SkillClient(new SimpleCredentialProvider(asked.callerId, ''));
  let number = 0;

  const told = async id => {
    await say('deliver');
    const heard = replies.heard.splice(0);
    if (heard.length === 0) fail(`no reply to ${id}`);
    for (const { conversation, activityId, activity } of heard)
      if (conversation !== 'c|1' || activityId !== id || activity.replyToId !== id) fail(`a reply to ${conversation} ${activityId}`);
    return heard.map(({ activity }) => activity);
  };

  /** Sends an activity, and gives the replies. */
  const send = async activity => {
    const id = `a${++number}`;
    const whole = {
      id, channelId: 'webchat', locale: asked.language, from: { id: 'ada' }, recipient: { id: 'bot-1' }, conversation: { id: 'c|1' }, serviceUrl: here, ...activity };
    if (asked.way === 'channel') {
      const authorization = `Bearer ${await mint(`channel?serviceUrl=${encodeURIComponent(here)}`)}`;
      const reply = await fetch(asked.bot, { method: 'POST', body: JSON.stringify(whole), headers: { authorization, 'content-type': 'application/json' } });
      if (reply.status !== 200 || (await reply.text()) !== '') fail(`the bot answered ${reply.status}`);
      return told(id);
    }

    const reply = await client.postActivity(
      asked.callerId, asked.appId, asked.bot, here, 'c|1', { ...whole, ...(asked.way === 'skill' && { deliveryMode: 'expectReplies' }) });
    if (reply.status !== 200) fail(`the bot answered ${reply.status}`);
    return asked.way === 'skill' ? reply.body.activities : told(id);
  };

  const [opening, ...steps] = read(asked.script);
  let [screen] = await send(asked.way === 'channel'
    ? { type: 'conversationUpdate', membersAdded: [{ id: 'bot-1' }, { id: 'ada' }] }
    : { type: 'message', text: 'bonjour' });
  mustShow(screen, opening);
  let end;
  for (const step of steps) {
    [screen, end] = await send({ type: 'message', ...messageOf(step, screen) });
    mustShow(screen, step);
  }
  if (asked.way !== 'channel' && end?.type !== 'endOfConversation') fail('the caller was not told that the skill is done');
  console.log(`played ${steps.length} steps`);
  process.exit(0);
}

main().catch(error => fail(error.stack));
