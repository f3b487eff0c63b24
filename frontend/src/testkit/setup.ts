// Runs before every test file: a page whose Go side answers nothing yet.
import { beforeEach } from 'vitest';
import { FakeShell } from './shell';

beforeEach(() => {
  new FakeShell();
  location.hash = '';
});
