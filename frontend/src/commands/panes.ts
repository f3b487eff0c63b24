// F6 goes from pane to pane. A pane is an element with data-pane, in document order:
// sidebar, toolbar, list, work, inspector, toasts.

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]:not([tabindex="-1"])';

/** Moves the focus to the next pane, or the previous one. */
export function cyclePane(step: 1 | -1, root: ParentNode = document): void {
  const panes = [...root.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => first(pane));
  if (panes.length === 0) return;
  const at = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  const start = at < 0 && step < 0 ? 0 : at;
  const next = panes[(start + step + panes.length) % panes.length];
  if (next) first(next)?.focus();
}

/** Moves the focus to the newest notice. */
export function focusToasts(): void {
  const region = document.querySelector<HTMLElement>('[data-toasts]');
  (region && (first(region) ?? region))?.focus();
}

/** Where the focus goes in a pane: what is current or ticked, else the first control, else the pane itself. */
function first(pane: HTMLElement): HTMLElement | undefined {
  const current = pane.querySelector<HTMLElement>('[aria-current="page"], [aria-current="true"]');
  const inside = current ?? pane.querySelector<HTMLElement>(focusable);
  return inside ?? (pane.tabIndex >= 0 ? pane : undefined);
}
