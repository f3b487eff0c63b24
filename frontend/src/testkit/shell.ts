// Stands in for what Wails, or the browser shell, puts into the page before it runs:
// bound methods under window.go.app and events under window.runtime.

type Method = (...args: never[]) => unknown;

/** Bound structs by name, each with the methods a test answers. */
export type Bound = Record<string, Record<string, Method>>;

/** The Go side of a test. */
export class FakeShell {
  /** Every call made, in order: "Account.Unlock" and its arguments. */
  readonly calls: { method: string; args: unknown[] }[] = [];
  readonly #listeners = new Map<string, Set<(payload: unknown) => void>>();

  constructor(bound: Bound = {}) {
    const area = (name: string) =>
      new Proxy({}, { get: (_, method: string) => this.#method(bound, name, method) });
    const host = window as unknown as { go: object; runtime: object };
    host.go = { app: new Proxy({}, { get: (_, name: string) => area(name) }) };
    host.runtime = {
      EventsOnMultiple: (name: string, listener: (payload: unknown) => void) => this.#listen(name, listener),
    };
  }

  /** Raises an event as the Go side does. */
  emit(name: string, payload?: unknown): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload);
  }

  /** The arguments of every call of one method, in order. */
  argsOf(method: string): unknown[][] {
    return this.calls.filter((call) => call.method === method).map((call) => call.args);
  }

  #method(bound: Bound, area: string, method: string) {
    return async (...args: unknown[]) => {
      this.calls.push({ method: `${area}.${method}`, args });
      const answer = bound[area]?.[method] as ((...args: unknown[]) => unknown) | undefined;
      if (!answer) throw new Error(`the test answers no ${area}.${method}`);
      return answer(...args);
    };
  }

  #listen(name: string, listener: (payload: unknown) => void): () => void {
    const all = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, all.add(listener));
    return () => all.delete(listener);
  }
}

/** What a rejected call carries. */
export function envelope(code: string, key: string, more: object = {}): object {
  return { code, key, params: {}, field: '', retryable: false, retryAfterMs: 0, ref: '', ...more };
}

/** Lets everything that waits on a promise get on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}
