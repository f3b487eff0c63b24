// Characters that have no place on paper, and addresses that may be live.

// Control characters, halves of pairs, the byte order mark and noncharacters.
const unprintable = /[\p{Cc}\p{Cs}\uFEFF\uFFFE\uFFFF]/gu;

/** A text on one line, without what can't be printed. */
export function clean(text: string, trim = true): string {
  const line = String(text ?? '')
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(unprintable, '');
  return trim ? line.trim() : line;
}

/** The address if it may be live in a document: http, https, mailto or tel; else empty. */
export function webAddress(url: string): string {
  const address = clean(url);
  if (/^(https?:\/\/|mailto:|tel:)\S+$/i.test(address)) return address;
  // "example.org/me" as people write it.
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(address) ? `https://${address}` : '';
}
