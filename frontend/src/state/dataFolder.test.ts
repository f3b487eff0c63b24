import { describe, expect, test } from 'vitest';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { DataFolder } from './dataFolder.svelte';
import { Toasts } from './toasts.svelte';

function where(folder: string, shell: string) {
  return { version: '0.1.0', shell, platform: 'linux', folder };
}

describe('the data folder', () => {
  test.each([
    ['desktop', true],
    ['browser', false],
  ])('in the %s shell can be opened: %j', async (shell, canOpen) => {
    new FakeShell({ System: { Get: () => where('/home/alex/jobjourney', shell) } });
    const folder = new DataFolder(new Toasts());
    await folder.load();
    expect(folder.path).toBe('/home/alex/jobjourney');
    expect(folder.canOpen).toBe(canOpen);
  });

  test('is another one in the example', async () => {
    let at = '/home/alex/jobjourney';
    const shell = new FakeShell({ System: { Get: () => where(at, 'desktop') } });
    const folder = new DataFolder(new Toasts());
    const stop = folder.follow();
    at = '/elsewhere/example';
    shell.emit('account:changed', { state: 'unlocked', seq: 2 });
    await settle();
    stop();
    expect(folder.path).toBe('/elsewhere/example');
  });

  test('that does not open says so', async () => {
    new FakeShell({
      System: {
        OpenFolder: () => {
          throw envelope('unavailable', 'platform.noFolder');
        },
      },
    });
    const toasts = new Toasts();
    await new DataFolder(toasts).open();
    expect(toasts.items[0]?.text).toContain('folder');
    expect(toasts.items[0]?.tone).toBe('danger');
  });
});
