import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import Trash2 from '@lucide/svelte/icons/trash-2';
import { m } from '../../i18n/messages';
import type { LedgerState, ListName } from '../../state/ledger.svelte';
import type { MenuItem } from '../../ui/Menu.svelte';
import { focusRow, holdPlace } from './rows';

/** An item of the ledger and what it is called. */
export interface Entry {
  list: ListName;
  id: string;
  title: string;
}

/** What can be done with an item besides writing, as a menu. */
export function entryMenu(ledger: LedgerState, entry: Entry): MenuItem[] {
  return [
    { id: 'up', label: m['ledger.moveUp'](), icon: ArrowUp, keys: ['Alt', '↑'], run: () => void step(ledger, entry, -1) },
    { id: 'down', label: m['ledger.moveDown'](), icon: ArrowDown, keys: ['Alt', '↓'], run: () => void step(ledger, entry, 1) },
    { id: 'remove', label: m['ledger.remove'](), icon: Trash2, danger: true, run: () => void remove(ledger, entry) },
  ];
}

/** Alt with an arrow moves the item; the focus goes along. */
export function entryKeys(ledger: LedgerState, entry: Entry): (event: KeyboardEvent) => void {
  return (event) => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    void step(ledger, entry, by);
  };
}

/** Makes entries of the lines of a kept section; the focus stays where it was in the list. */
export async function adopt(ledger: LedgerState, id: string, title: string): Promise<void> {
  const focusNext = holdPlace(id);
  await ledger.adopt(id, m['ledger.adopted']({ title }));
  await focusNext();
}

async function step(ledger: LedgerState, { list, id }: Entry, by: -1 | 1): Promise<void> {
  await ledger.step(list, id, by);
  await focusRow(id);
}

async function remove(ledger: LedgerState, { list, id, title }: Entry): Promise<void> {
  const focusNext = holdPlace(id);
  await ledger.remove(list, id, title);
  await focusNext();
}
