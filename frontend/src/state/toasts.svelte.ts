import type { Trouble } from './trouble';

/** How long a toast stays, in milliseconds. */
export const toastMs = 5000;

/** A short notice; what is done can often be undone from it. */
export interface Toast {
  id: number;
  tone: 'positive' | 'neutral' | 'danger';
  text: string;
  /** What to quote when asking for help, or empty. */
  ref: string;
  action?: { label: string; run: () => void };
}

/** The notices on screen. Trouble stays until it is closed; the rest leaves after a while. */
export class Toasts {
  items = $state<Toast[]>([]);
  #paused = false;
  #next = 1;
  // Nothing redraws for a timer, so a plain map will do.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #timers = new Map<number, ReturnType<typeof setTimeout> | undefined>();

  /** Tells what was done. */
  done(text: string, action?: Toast['action']): void {
    this.#arm(this.#add({ tone: 'positive', text, ref: '', action }));
  }

  /** Asks for something; it stays until it is answered or closed. */
  ask(text: string, action: Toast['action']): void {
    this.#add({ tone: 'neutral', text, ref: '', action });
  }

  /** Tells what went wrong; what somebody cancelled is no news. */
  trouble(trouble: Trouble): void {
    if (!trouble.canceled) this.#add({ tone: 'danger', text: trouble.sentence, ref: trouble.ref });
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.items = this.items.filter((toast) => toast.id !== id);
  }

  /** Runs the action of a toast and closes it. */
  act(toast: Toast): void {
    toast.action?.run();
    this.dismiss(toast.id);
  }

  /** Nothing leaves while somebody points at the toasts or is among them. */
  pause(): void {
    this.#paused = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  resume(): void {
    this.#paused = false;
    for (const id of this.#timers.keys()) this.#arm(id);
  }

  /** Drops everything, at lock. */
  clear(): void {
    for (const { id } of [...this.items]) this.dismiss(id);
  }

  #add(toast: Omit<Toast, 'id'>): number {
    const id = this.#next++;
    this.items.push({ ...toast, id });
    return id;
  }

  #arm(id: number): void {
    this.#timers.set(id, this.#paused ? undefined : setTimeout(() => this.dismiss(id), toastMs));
  }
}
