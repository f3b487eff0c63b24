/** Whether somebody asked for less motion just now, of the app or of their system; tokens.css follows both by itself. */
export function reducedMotion(): boolean {
  return document.documentElement.dataset.motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
