// Characters that have no place on paper, and addresses that may be live.

// Control characters, the byte order mark, private halves of pairs and noncharacters.
// eslint-disable-next-line no-control-regex
const unprintable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text on one line, without what can't be printed. */
export function clean(text: string, trim = true): string {
  const line = String(text ?? '')
    .replace(unprintable, '')
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ');
  return trim ? line.trim() : line;
}

/** The address if it may be live in a document: http, https, mailto or tel; else empty. */
export function webAddress(url: string): string {
  const address = clean(url);
  if (/^(https?:\/\/|mailto:|tel:)\S+$/i.test(address)) return address;
  // "example.org/me" as people write it.
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(address) ? `https://${address}` : '';
}
