// Runs before every test file: a page whose Go side answers nothing yet.
import { beforeEach } from 'vitest';
import { speak } from '../i18n/messages';
import { FakeShell } from './shell';

await speak('en');

beforeEach(() => {
  new FakeShell();
  location.hash = '';
});
