import { appOfThisFile } from './fixtures/app';
import { audit } from './fixtures/audit';
import { everyScreen } from './screens';

// Axe's rules on every screen, in both themes and at both sizes.
const here = appOfThisFile();
everyScreen(here, (name, info) => audit(here.page, name, info));
