// The bare registration menu of the bench as a waterfall dialog of the Bot Framework, its state in memory. The adapter takes
// the gateway's callback and gives the bot's one message back as the reply.
'use strict';
const express = require('express');
const { BotAdapter, ConversationState, MemoryStorage, TurnContext } = require('botbuilder');
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

const adapter = new UssdAdapter();
const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.use(express.urlencoded({ extended: false }));
app.post('/ussd', async (request, response) => {
  let status;
  const text = await adapter.hear(request.body, async (context) => {
    const dialog = await dialogs.createContext(context);
    ({ status } = await dialog.continueDialog());
    if (status === DialogTurnStatus.empty)
      ({ status } = await dialog.beginDialog('register'));
    await conversations.saveChanges(context);
  });
  response.type('text/plain').send(`${status === DialogTurnStatus.complete ? 'END' : 'CON'} ${text}`);
});
app.listen(Number(process.env.PORT), '127.0.0.1');
