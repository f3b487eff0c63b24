// The address is a path behind the hash: the page itself never leaves index.html, where
// the bindings live.
import { type Params, type RouteName, routes } from './routes';

/** Where the person is. */
export interface Place {
  name: RouteName;
  params: Params;
}

/** The way through the screens. */
export class Router {
  place = $state.raw<Place>({ name: 'today', params: {} });
  /** Somebody has gone somewhere since the page was loaded. */
  moved = false;
  readonly #window: Window;

  constructor(target: Window = window) {
    this.#window = target;
  }

  /** Follows the address from now on; the function given back ends it. */
  start(): () => void {
    const follow = () => {
      this.moved = true;
      this.place = parse(this.#window.location.hash);
    };
    this.place = parse(this.#window.location.hash);
    this.#window.addEventListener('hashchange', follow);
    return () => this.#window.removeEventListener('hashchange', follow);
  }

  /** Goes to a screen. */
  go(name: RouteName, params: Params = {}): void {
    this.#window.location.hash = hrefOf(name, params);
  }

  /** Goes to a screen, leaving no way back to this one. */
  replace(name: RouteName, params: Params = {}): void {
    this.#window.location.replace(hrefOf(name, params));
  }

  back(): void {
    this.#window.history.back();
  }
}

/** The link to a screen: "#/ledger/7". */
export function hrefOf(name: RouteName, params: Params = {}): string {
  return '#' + routes[name].replace(/:(\w+)/g, (_, gap: string) => encodeURIComponent(params[gap] ?? ''));
}

/** Reads a hash; anything unknown is Today. */
export function parse(hash: string): Place {
  const path = hash.replace(/^#/, '') || '/';
  for (const name of Object.keys(routes) as RouteName[]) {
    const params = match(routes[name], path);
    if (params) return { name, params };
  }
  return { name: 'today', params: {} };
}

function match(pattern: string, path: string): Params | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Params = {};
  for (const [i, part] of wanted.entries()) {
    const text = decode(given[i] ?? '');
    if (part.startsWith(':') && text) params[part.slice(1)] = text;
    else if (part !== text) return undefined;
  }
  return params;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a broken escape names no screen
  }
}
