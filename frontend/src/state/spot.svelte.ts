/** Where in a résumé somebody is, by the names of fields. */
export class Spot {
  /** The field that has the focus; empty: none. */
  current = $state('');
  /** The field that is to have it as soon as it is on screen. */
  wanted = $state('');

  /** The focus came into a field. */
  enter(field: string): void {
    this.current = field;
    if (this.wanted === field) this.wanted = '';
  }

  /** The focus left a field. */
  leave(field: string): void {
    if (this.current === field) this.current = '';
  }
}
