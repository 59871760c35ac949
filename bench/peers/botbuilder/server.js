// The bare registration menu of the bench as a waterfall dialog of the Bot Framework, its state in memory. It has two doors:
// an adapter that takes the gateway's callback and gives the bot's one message back as the reply, and the SDK's own adapter
// for activities.
'use strict';
const express = require('express');
const {
  BotAdapter, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage, TurnContext,
} = require('botbuilder');
const { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } = require('botbuilder-dialogs');

class UssdAdapter extends BotAdapter {
  async sendActivities(context, activities) {
    for (const activity of activities)
      context.turnState.get('said').push(activity.text);
    return activities.map((_, index) => ({ id: String(index) }));
  }

  async hear(form, logic) {
    const said = [];
    const context = new TurnContext(this, {
      type: 'message',
      channelId: 'ussd',
      serviceUrl: 'ussd',
      conversation: { id: form.sessionId },
      from: { id: form.phoneNumber },
      recipient: { id: form.serviceCode },
      text: form.text.slice(form.text.lastIndexOf('*') + 1),
    });
    context.turnState.set('said', said);
    await this.runMiddleware(context, logic);
    return said.join('\n');
  }
}

const asks = (text) => (step) => step.prompt('text', text);
const keeps = (name, text) => (step) => {
  step.values[name] = step.result;
  return step.prompt('text', text);
};

const conversations = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(conversations.createProperty('dialogs'));
dialogs.add(new TextPrompt('text'));
dialogs.add(new WaterfallDialog('register', [
  asks('Welcome to the fund\n1. Register\n2. Quit'),
  asks('Who are you?\n1. Employee\n2. Voluntary'),
  asks('Enter your ID number (8 digits)'),
  keeps('id', 'Enter your full name'),
  keeps('name', 'Enter your date of birth (DDMMYYYY)'),
  keeps('birth', 'Enter your county'),
  (step) => {
    step.values.county = step.result;
    const { id, name, birth, county } = step.values;
    return step.prompt('text', `Register ${name}, ID ${id}, born ${birth}, of ${county}?\n1. Confirm\n2. Cancel`);
  },
  async (step) => {
    await step.context.sendActivity(`Thank you ${step.values.name}. You are registered.`);
    return step.endDialog();
  },
]));

const turn = async (context) => {
  const dialog = await dialogs.createContext(context);
  let { status } = await dialog.continueDialog();
  if (status === DialogTurnStatus.empty)
    ({ status } = await dialog.beginDialog('register'));
  await conversations.saveChanges(context);
  return status;
};

const app = express();
app.disable('x-powered-by');
app.set('etag', false);

const ussd = new UssdAdapter();
app.post('/ussd', express.urlencoded({ extended: false }), async (request, response) => {
  let status;
  const text = await ussd.hear(request.body, async (context) => {
    status = await turn(context);
  });
  response.type('text/plain').send(`${status === DialogTurnStatus.complete ? 'END' : 'CON'} ${text}`);
});

// Without an app id nobody has to prove who he is.
const cloud = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
app.post('/api/messages', express.json(), (request, response) => cloud.process(request, response, turn));

app.listen(Number(process.env.PORT), '127.0.0.1');
