import type { TestInfo } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { audit } from './fixtures/audit';
import { everyScreen, everyTrouble } from './screens';

// Axe's rules on every screen, in both themes and at both sizes.
const here = appOfThisFile();
const look = (name: string, info: TestInfo) => audit(here.page, name, info);
everyScreen(here, look);
everyTrouble(here, look);
