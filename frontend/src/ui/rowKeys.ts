/**
 * Takes the focus from row to row of a list by the arrows, Home and End. At either end the
 * key is left for whoever is around the list.
 */
export function rowKeys(list: HTMLElement | undefined, event: KeyboardEvent): void {
  if (event.altKey || event.defaultPrevented) return; // a row may move with Alt and an arrow
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = to === undefined ? undefined : rows[to];
  if (!row) return;
  event.preventDefault();
  row.focus();
}
