import { request } from 'node:http';
import { expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';

// That no screen breaks the policy or asks another host for anything is watched in every
// spec file (fixtures/watch.ts); here stands that the watch sees it, and who gets in.
const here = appOfThisFile();

test('the policy allows nothing from elsewhere, and nothing is stored by the browser', async () => {
  const response = await here.page.reload();
  const headers = response?.headers() ?? {};
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
  expect(headers['content-security-policy']).not.toContain('http');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
  const stored = await here.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect(stored).toEqual([0, 0, '']);
});

test('the token is gone from the address, and works only once', async ({ browser }) => {
  expect(here.page.url()).not.toContain('token');
  const other = await browser.newContext();
  const response = await (await other.newPage()).goto(here.app.program.address);
  expect(response?.status()).toBe(401);
  await other.close();
});

test('nobody without the cookie, from another page or under another name gets in', async () => {
  const { origin } = here.app.program;
  const call = { path: '/local/call/Account.Status', method: 'POST' };
  const cookie = (await here.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  expect(await status(origin, call, { origin, cookie })).toBe(200);
  expect(await status(origin, call, { origin })).toBe(401);
  expect(await status(origin, call, { cookie })).toBe(403);
  expect(await status(origin, call, { cookie, origin: 'http://elsewhere.example' })).toBe(403);
  expect(await status(origin, call, { cookie, origin, host: 'elsewhere.example' })).toBe(403);
});

test('the watch sees what must not happen', async () => {
  const { watch } = here.app;
  await here.page.evaluate(() => {
    const picture = document.createElement('img');
    picture.src = 'http://127.0.0.2:9/picture.png';
    document.body.append(picture);
  });
  await expect.poll(() => watch.refused).toEqual(['img-src http://127.0.0.2:9/picture.png']);
  await expect.poll(() => watch.errors.length).toBe(1);
  expect(() => watch.check()).toThrow();
  watch.refused.length = watch.errors.length = watch.foreign.length = 0;
});

/** Sends exactly these headers and gives the status of the answer. */
function status(
  origin: string,
  { path, method }: { path: string; method: string },
  headers: Record<string, string>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(origin + path, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end('[]');
  });
}
