import type { Ledger } from '../api/career';

/** The lists of a ledger without anything in them; a test spreads its own over them. */
export const emptyLists = (): Omit<Ledger, 'basics' | 'extra'> => ({
  work: [],
  education: [],
  projects: [],
  skills: [],
  languages: [],
  certificates: [],
  awards: [],
  publications: [],
  volunteer: [],
  references: [],
  interests: [],
  custom: [],
  sections: [],
});
