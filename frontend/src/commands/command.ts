import type { LucideIcon } from '@lucide/svelte';
import type { MessageKey } from '../i18n/messages';
import type { App } from '../state/app.svelte';
import type { RouteName } from '../state/routes';

/** Keys pressed together. */
export interface Shortcut {
  /** As KeyboardEvent.key has it: "k", ",", "F6", " ". */
  key: string;
  /** With Command on a Mac and Control elsewhere. */
  mod?: boolean;
  shift?: boolean;
}

/** Something a person can do, from the palette, the sidebar or a key alike. */
export interface Command {
  /** Stays the same for ever: "go.ledger". */
  id: string;
  title: MessageKey;
  icon: LucideIcon;
  /** Where the palette lists it; keys: a shortcut only, never listed. */
  group: 'jump' | 'do' | 'keys';
  shortcut?: Shortcut;
  /** The screen it opens, if that is all it does; it then may stand in the sidebar. */
  route?: RouteName;
  sidebar?: 'main' | 'foot';
  /** Whether it makes sense now; left out, it always does. */
  when?: (app: App) => boolean;
  run: (app: App) => void | Promise<void>;
}
