import { on } from '../api/events';

/** Whether the program behind the page still answers. A window ends with it; a page in a browser stays. */
export class Connection {
  lost = $state(false);

  /** Follows it until the function given back is called. */
  follow(): () => void {
    const stops = [on('shell:lost', () => (this.lost = true)), on('shell:back', () => (this.lost = false))];
    return () => stops.forEach((stop) => stop());
  }
}
