// How long a text is for a phone network: GSM-7 septets (3GPP TS 23.038), or UCS-2 units when one character is outside.

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?'
  + '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');

// Behind an escape: two septets each.
const EXTENDED = new Set('\f^{}\\[~]|€');

// One screen, without the "CON " or "END " that never reaches the phone.
export const LIMITS = { 'GSM-7': 182, 'UCS-2': 80 };

export function measure(text) {
  const characters = [...text];
  const alphabet = characters.every(c => BASIC.has(c) || EXTENDED.has(c)) ? 'GSM-7' : 'UCS-2';
  const cost = alphabet === 'UCS-2' ? c => c.length : c => (EXTENDED.has(c) ? 2 : 1);
  const limit = LIMITS[alphabet];

  let units = 0;
  let shown = '';
  for (const character of characters) {
    units += cost(character);
    if (units <= limit) shown += character;
  }
  return { alphabet, units, limit, shown, exceeded: units > limit };
}
