const LETTERS = {
  1: '', 2: 'ABC', 3: 'DEF', 4: 'GHI', 5: 'JKL', 6: 'MNO', 7: 'PQRS', 8: 'TUV', 9: 'WXYZ', '*': '', 0: '+', '#': '',
};
const ORDER = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Twelve keys, each of which types its own digit. */
export function buildKeypad(keypad, type) {
  for (const digit of ORDER) {
    const key = document.createElement('button');
    const letters = document.createElement('small');
    key.type = 'button';
    letters.textContent = LETTERS[digit];
    letters.setAttribute('aria-hidden', 'true');
    key.append(digit, letters);
    key.addEventListener('click', () => type(digit));
    keypad.append(key);
  }
}

/** Types over the selection of a box, as a person would. */
export function typeInto(box, characters) {
  if (box.readOnly) return;
  box.setRangeText(characters, box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new Event('input'));
}

/** Takes away the selection, or the character before the cursor. */
export function eraseIn(box) {
  if (box.selectionStart === box.selectionEnd && box.selectionStart > 0)
    box.setSelectionRange(box.selectionStart - 1, box.selectionEnd);
  typeInto(box, '');
}

/** Lets the keyboard of the computer work while nothing else wants its keys. */
export function listenToKeyboard({ type, erase, send, hangUp }) {
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') return hangUp();
    if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
    const target = event.target;
    if (target.closest('input, select, textarea')) return undefined;

    if (ORDER.includes(event.key)) type(event.key);
    else if (event.key === 'Backspace') erase();
    else if (event.key === 'Enter' && !target.closest('button, a, summary')) send();
    return undefined;
  });
}
