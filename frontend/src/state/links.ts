import { system } from '../api/system';

/** Shows a page in the person's own browser; what can't be opened is left alone. */
export function openLink(url: string): void {
  void system.openLink(url).catch(() => undefined);
}
