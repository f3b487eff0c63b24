// The one list of what can be done: palette, sidebar and shortcuts all read it.
import BookOpen from '@lucide/svelte/icons/book-open';
import BriefcaseBusiness from '@lucide/svelte/icons/briefcase-business';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import FileText from '@lucide/svelte/icons/file-text';
import FileUp from '@lucide/svelte/icons/file-up';
import Lock from '@lucide/svelte/icons/lock';
import Mic from '@lucide/svelte/icons/mic';
import PanelLeft from '@lucide/svelte/icons/panel-left';
import Plus from '@lucide/svelte/icons/plus';
import Redo2 from '@lucide/svelte/icons/redo-2';
import Search from '@lucide/svelte/icons/search';
import Settings from '@lucide/svelte/icons/settings';
import Sun from '@lucide/svelte/icons/sun';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import TrendingUp from '@lucide/svelte/icons/trending-up';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { App } from '../state/app.svelte';
import { newKey } from '../state/ledgerForm.svelte';
import type { RouteName } from '../state/routes';
import { troubleOf } from '../state/trouble';
import type { Command } from './command';
import { cyclePane, focusToasts } from './panes';
import { keepsKey } from './shortcuts';

const open = (app: App) => app.session.phase === 'ready';
/** Undoing a change of the ledger is not undoing what is being typed: that is the field's own. */
const inLedger = (app: App) =>
  open(app) && /^ledger(\.item)?$/.test(app.router.place.name) && !keepsKey(document.activeElement, 'z');

const inStudio = (app: App) =>
  open(app) && /^resumes\.(one|pane)$/.test(app.router.place.name) && !keepsKey(document.activeElement, 'z');

/** Every command. */
export const commands: readonly Command[] = [
  go('today', 'nav.today', Sun, '1'),
  go('ledger', 'nav.ledger', BookOpen, '2'),
  go('resumes', 'nav.resumes', FileText, '3'),
  go('postings', 'nav.postings', ClipboardList, '4'),
  go('rehearsals', 'nav.rehearsals', Mic, '5'),
  go('progress', 'nav.progress', TrendingUp, '7'),
  { ...go('settings', 'nav.settings', Settings, ','), sidebar: 'foot' },
  {
    id: 'rehearsals.new',
    title: 'rehearsals.new',
    icon: Mic,
    group: 'do',
    when: open,
    run: (app) => app.router.go('rehearsals.new'),
  },
  {
    id: 'ledger.import',
    title: 'import.title',
    icon: FileUp,
    group: 'do',
    when: open,
    run: (app) => app.router.go('ledger.import'),
  },
  {
    id: 'ledger.addWork',
    title: 'ledger.addWork',
    icon: BriefcaseBusiness,
    group: 'do',
    when: open,
    run: (app) => app.router.go('ledger.item', { id: newKey('work') }),
  },
  {
    id: 'postings.add',
    title: 'postings.add',
    icon: Plus,
    group: 'do',
    when: open,
    run: (app) => app.router.go('postings.new'),
  },
  {
    id: 'ledger.undo',
    title: 'command.undo',
    icon: Undo2,
    group: 'keys',
    shortcut: { key: 'z', mod: true },
    when: inLedger,
    run: (app) => app.ledger.undo(),
  },
  {
    id: 'ledger.redo',
    title: 'command.redo',
    icon: Redo2,
    group: 'keys',
    shortcut: { key: 'z', mod: true, shift: true },
    when: inLedger,
    run: (app) => app.ledger.redo(),
  },
  {
    id: 'studio.undo',
    title: 'command.undo',
    icon: Undo2,
    group: 'keys',
    shortcut: { key: 'z', mod: true },
    when: inStudio,
    run: (app) => app.studio?.undo(),
  },
  {
    id: 'studio.redo',
    title: 'command.redo',
    icon: Redo2,
    group: 'keys',
    shortcut: { key: 'z', mod: true, shift: true },
    when: inStudio,
    run: (app) => app.studio?.redo(),
  },
  {
    id: 'app.palette',
    title: 'command.palette',
    icon: Search,
    group: 'keys',
    shortcut: { key: 'k', mod: true },
    when: open,
    run: (app) => app.palette.show(),
  },
  {
    id: 'app.back',
    title: 'command.back',
    icon: Undo2,
    group: 'do',
    shortcut: { key: '[', mod: true },
    when: open,
    run: (app) => app.router.back(),
  },
  {
    id: 'app.theme',
    title: 'command.theme',
    icon: SunMoon,
    group: 'do',
    when: open,
    run: (app) => app.settings.changeAppearance({ theme: app.settings.dark ? 'light' : 'dark' }),
  },
  {
    id: 'app.lock',
    title: 'command.lock',
    icon: Lock,
    group: 'do',
    shortcut: { key: 'l', mod: true, shift: true },
    when: (app) => open(app) && (app.session.account?.hasPassphrase ?? false),
    // What was typed a moment ago is saved first.
    run: (app) => app.flush().then(() => app.session.lock()).catch((reason) => app.toasts.trouble(troubleOf(reason))),
  },
  pane('app.nextPane', 'command.nextPane', 1),
  pane('app.previousPane', 'command.previousPane', -1),
  {
    id: 'app.toasts',
    title: 'command.toasts',
    icon: PanelLeft,
    group: 'keys',
    shortcut: { key: 'F8' },
    run: focusToasts,
  },
];

/** The commands of the sidebar, in order. */
export function sidebarCommands(place: 'main' | 'foot'): (Command & { route: RouteName })[] {
  return commands.filter(
    (command): command is Command & { route: RouteName } =>
      command.sidebar === place && command.route !== undefined,
  );
}

/** What can be done now, for the palette. */
export function listed(app: App, group: 'jump' | 'do'): Command[] {
  return commands.filter((command) => command.group === group && (command.when?.(app) ?? true));
}

/** Opens a screen from the sidebar, the palette or by Ctrl and a key. */
function go(route: RouteName, title: Command['title'], icon: Command['icon'], key: string): Command {
  return {
    id: `go.${route}`,
    title,
    icon,
    group: 'jump',
    shortcut: { key, mod: true },
    route,
    sidebar: 'main',
    when: open,
    run: (app) => app.router.go(route),
  };
}

function pane(id: string, title: Command['title'], step: 1 | -1): Command {
  return {
    id,
    title,
    icon: PanelLeft,
    group: 'keys',
    shortcut: { key: 'F6', shift: step < 0 },
    run: () => cyclePane(step),
  };
}
