import { describe, expect, test } from 'vitest';
import { Router, hrefOf, parse } from './router.svelte';
import { routes } from './routes';

describe('an address', () => {
  test.each(Object.keys(routes) as (keyof typeof routes)[])('of %s is read as it is written', (name) => {
    const params: Record<string, string> = {};
    for (const [, gap] of routes[name].matchAll(/:(\w+)/g)) params[gap ?? ''] = 'a/b é#1';
    expect(parse(hrefOf(name, params))).toEqual({ name, params });
  });
  test.each(['', '#', '#/', '#/nowhere', '#/today/x', '#/%zz', 'today'])('%j is Today', (hash) => {
    expect(parse(hash)).toEqual({ name: 'today', params: {} });
  });
});

test('the router follows the address and knows when somebody moved', async () => {
  const router = new Router();
  const end = router.start();
  expect(router.place.name).toBe('today');
  expect(router.moved).toBe(false);
  location.hash = hrefOf('settings');
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  expect(router.place.name).toBe('settings');
  expect(router.moved).toBe(true);
  end();
});
