/** Every screen of the open app and its path; ":id" is a gap. */
export const routes = {
  today: '/today',
  ledger: '/ledger',
  'ledger.import': '/ledger/import',
  'ledger.item': '/ledger/:id',
  resumes: '/resumes',
  'resumes.one': '/resumes/:id',
  'resumes.pane': '/resumes/:id/:pane',
  postings: '/postings',
  'postings.new': '/postings/new',
  'postings.one': '/postings/:id',
  rehearsals: '/rehearsals',
  'rehearsals.new': '/rehearsals/new',
  'rehearsals.newFor': '/rehearsals/for/:posting',
  'rehearsals.practise': '/rehearsals/practise/:competency',
  'rehearsals.practiseFor': '/rehearsals/practise/:competency/for/:posting',
  'rehearsals.begin': '/rehearsals/:id/begin/:mode',
  'rehearsals.room': '/rehearsals/:id/room',
  'rehearsals.report': '/rehearsals/:id',
  progress: '/progress',
  'rehearsals.question': '/rehearsals/:id/question/:question',
  'rehearsals.retry': '/rehearsals/:id/retry/:question',
  settings: '/settings',
  'settings.part': '/settings/:part',
} as const;

/** The name of a screen. */
export type RouteName = keyof typeof routes;

/** What fills the gaps of a path. */
export type Params = Record<string, string>;
