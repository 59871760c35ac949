// What the clients' players share: the script, and the way to ask the service's side for something.
const fs = require('fs');
const readline = require('readline');

exports.asked = JSON.parse(process.argv[2]);

const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** What only the service's side can do is asked for on a line ("pass 31", "deliver"), and answered by a line. */
exports.say = async words => {
  console.log(words);
  await lines.next();
};

const fail = why => {
  console.log(`failed: ${why}`);
  process.exit(1);
};
exports.fail = fail;
exports.later = ms => new Promise(done => setTimeout(done, ms));
setTimeout(() => fail('it took too long'), 150000).unref();

/** Steps of a script: what the person does, and the lines that the bot says of itself. */
exports.read = path => {
  const steps = [];
  for (const line of fs.readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('>')) steps.push({ does: line.slice(2), shown: [] });
    else if (line.startsWith('<') && steps.length > 0) steps.at(-1).shown.push(line.slice(2));
    else if (line.startsWith('~')) break;
  }
  return steps;
};

/** Numbers of cases and codes depend on what else was served. */
const plain = text => text.replace(/\d{3}\s\d{3}\s\d{4}|\d{4}\s\d{4}|\d{10}/g, 'N');
const wordsOf = shown => plain(shown.filter(line => !/^(\[\d+\] |\{\d+\} |asks )/.test(line)).join('\n'));

exports.mustShow = (activity, step) => {
  if (plain(activity.text) !== wordsOf(step.shown)) fail(`after "${step.does}"\n${activity.text}\ninstead of\n${wordsOf(step.shown)}`);
};

const buttonsOf = activity => [
  ...(activity.attachments ?? []).flatMap(card => card.content?.buttons ?? []),
  ...(activity.suggestedActions?.actions ?? [])];

/** What a step sends: words, or what the button on the screen carries. */
exports.messageOf = (step, screen) => {
  const key = /^\[(\d+)\]$/.exec(step.does)?.[1];
  const button = key && buttonsOf(screen).find(button => button.text === key);
  if (key && !button) fail(`no button ${key} on\n${screen.text}`);
  return button
    ? { text: button.text, value: button.value, channelData: { messageBack: { displayText: button.displayText } } }
    : { text: step.does };
};
