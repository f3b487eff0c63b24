import { m } from '../i18n/messages';
import type { Shortcut } from './command';

/** The platform's manner of speaking about keys. */
export type Platform = 'mac' | 'windows' | 'linux';

const signs: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓' };

/** The keys of a shortcut as they are shown: ["⌘", "K"], ["Ctrl", "K"] or ["Strg", "K"]. */
export function keysOf(shortcut: Shortcut | undefined, platform: Platform): string[] {
  if (!shortcut) return [];
  const mac = platform === 'mac';
  return [
    ...(shortcut.mod ? [mac ? '⌘' : m['key.control']()] : []),
    ...(shortcut.shift ? [mac ? '⇧' : m['key.shift']()] : []),
    nameOf(shortcut.key),
  ];
}

/** What stands on a key, as KeyboardEvent.key has it. */
function nameOf(key: string): string {
  if (key === ' ') return m['key.space']();
  if (key === 'Enter') return m['key.enter']();
  return signs[key] ?? key.toUpperCase();
}

/** A shortcut without a modifier on a printing key: it can be switched off (WCAG 2.1.4). */
export function isSingleKey(shortcut: Shortcut): boolean {
  return !shortcut.mod && [...shortcut.key].length === 1;
}

/** Whether an event is the shortcut, exactly: no modifier more, none less. */
export function isPressed(event: KeyboardEvent, shortcut: Shortcut, platform: Platform): boolean {
  const mod = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const other = platform === 'mac' ? event.ctrlKey : event.metaKey;
  return (
    event.key.toLowerCase() === shortcut.key.toLowerCase() &&
    mod === (shortcut.mod ?? false) &&
    event.shiftKey === (shortcut.shift ?? false) &&
    !other &&
    !event.altKey
  );
}

/** Whether a key pressed here belongs to the place: letters to a text, Space to a button. */
export function keepsKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="menu"], [role="slider"]')) return true;
  return key === ' ' && target.closest('button, a, summary, [role="button"]') !== null;
}
