/** An element with a class and words. */
export function element(name, className = '', words = '') {
  return Object.assign(document.createElement(name), { className, textContent: words });
}

/** Fills a list of choices with pairs of value and label, and keeps what was chosen where it is still there. */
export function fillOptions(list, pairs) {
  const kept = list.value;
  list.replaceChildren(...pairs.map(([value, label]) => new Option(label, value)));
  if (pairs.some(([value]) => value === kept)) list.value = kept;
}
