// The arrows of the frontend, each with its reason. A folder may import what its line
// names, and itself; everything else is an error.

/** The folders, and the two files at the root of src. */
export const layers = [
  { type: 'testkit', pattern: 'src/testkit' },
  { type: 'api', pattern: 'src/api' },
  { type: 'domain', pattern: 'src/domain' },
  { type: 'i18n', pattern: 'src/i18n' },
  { type: 'paper', pattern: 'src/paper' },
  { type: 'editor', pattern: 'src/editor' },
  { type: 'state', pattern: 'src/state' },
  { type: 'commands', pattern: 'src/commands' },
  { type: 'charts', pattern: 'src/charts' },
  { type: 'ui', pattern: 'src/ui' },
  { type: 'screens', pattern: 'src/screens' },
  { type: 'wailsjs', pattern: 'wailsjs' },
  { type: 'app', pattern: 'src' },
];

const arrows = {
  domain: { to: [], because: 'domain is pure: rules that need nothing to run' },
  i18n: { to: ['domain'], because: 'i18n puts values into words; it knows no state and no screen' },
  api: { to: ['wailsjs'], because: 'api is the only way to the Go side, and decides nothing' },
  paper: { to: ['domain'], because: 'paper also runs in Node: it is told everything and asks nobody' },
  editor: { to: ['domain', 'i18n', 'ui'], because: 'the editor is told everything by its props' },
  state: {
    to: ['api', 'domain', 'i18n', 'paper'],
    because: 'state asks api and applies rules; it knows no component',
  },
  commands: {
    to: ['state', 'domain', 'i18n'],
    because: 'a command is an intent on state; it never calls api',
  },
  ui: { to: ['domain', 'i18n'], because: 'a component is told everything by its props' },
  charts: { to: ['domain', 'i18n', 'ui'], because: 'a chart is told everything by its props' },
  screens: {
    to: ['state', 'ui', 'charts', 'editor', 'commands', 'i18n', 'domain'],
    because: 'a screen raises intents on state; it never calls api',
  },
  app: {
    to: ['screens', 'state', 'ui', 'commands', 'i18n', 'domain'],
    because: 'App.svelte and main.ts wire the page together; they never call api',
  },
  testkit: {
    to: ['api', 'state', 'commands', 'ui', 'i18n', 'domain'],
    because: 'testkit stands in for the Go side in tests',
  },
};

/** The rules of eslint-plugin-boundaries made of the arrows: the last one that fits decides. */
export const policies = [
  ...Object.entries(arrows).flatMap(([from, { to, because }]) => [
    {
      from: { element: { type: from } },
      disallow: { to: { element: { type: '*' } } },
      message: `${because} (eslint.arrows.js)`,
    },
    {
      from: { element: { type: from } },
      allow: { to: { element: { types: { anyOf: [from, ...to] } } } },
    },
  ]),
  // The shape of what state hands out is api's; naming it is no call.
  {
    from: { element: { type: 'screens' } },
    allow: { to: { element: { type: 'api' } }, dependency: { kind: 'type' } },
  },
  // Packages and Node's own modules are free, but for the ones named below.
  { allow: { to: { module: { origin: ['external', 'core'] } } } },
  {
    from: { element: { type: '!ui' } },
    disallow: { to: { module: { origin: 'external', source: 'bits-ui' } } },
    message: 'bits-ui is wrapped once, in ui (eslint.arrows.js)',
  },
];

/** Tests of every folder may use the testkit; nothing else may. */
export const testsUseTestkit = { allow: { to: { element: { type: 'testkit' } } } };
