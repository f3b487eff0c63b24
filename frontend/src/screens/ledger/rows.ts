// Where the focus goes among the rows of the ledger when one of them moves or goes.
import { tick } from 'svelte';
import { hrefOf } from '../../state/router.svelte';

/** Focuses the row of an item, once the page is up to date. */
export async function focusRow(id: string): Promise<void> {
  await tick();
  rows().find((row) => isRowOf(row, id))?.focus();
}

/** Remembers the place of a row; the function given back focuses what stands there then. */
export function holdPlace(id: string): () => Promise<void> {
  const at = rows().findIndex((row) => isRowOf(row, id));
  return async () => {
    await tick();
    const now = rows();
    (now[Math.min(Math.max(at, 0), now.length - 1)] ?? document.querySelector<HTMLElement>('h1'))?.focus();
  };
}

function isRowOf(row: HTMLElement, id: string): boolean {
  return row.getAttribute('href') === hrefOf('ledger.item', { id });
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-ledger] a[data-row]')];
}
