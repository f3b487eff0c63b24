/** Every screen of the open app and its path; ":id" is a gap. */
export const routes = {
  today: '/today',
  settings: '/settings',
} as const;

/** The name of a screen. */
export type RouteName = keyof typeof routes;

/** What fills the gaps of a path. */
export type Params = Record<string, string>;
