import { untrack } from 'svelte';

/** What a screen reader is told besides what it finds by itself. */
export class Announcer {
  /** Read when there is a pause. */
  polite = $state('');
  /** Read at once. */
  assertive = $state('');
  /** The language of what is read at once, if it isn't the page's. */
  assertiveLang = $state<string>();

  /** Tells when there is a pause; the same words twice are told twice. */
  tell(text: string): void {
    this.polite = again(untrack(() => this.polite), text);
  }

  /** Tells at once, in a language of its own if it has one. */
  interrupt(text: string, lang?: string): void {
    this.assertiveLang = lang;
    this.assertive = again(untrack(() => this.assertive), text);
  }
}

/** A live region is silent when its text stays the same; a no-break space makes it differ. */
function again(before: string, text: string): string {
  return before === text ? `${text}\u00a0` : text;
}
