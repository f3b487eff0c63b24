// The lists of the ledger as they stand below one another on its screen, in the order in
// which a résumé begins with them.
import type { MessageKey } from '../../i18n/messages';
import type { Ledger } from '../../state/ledger.svelte';
import type { NewKind } from '../../state/ledgerForm.svelte';

/** Lists whose items hold no facts. */
export type EntryPart = 'education' | 'skills' | 'languages' | 'certificates' | 'awards' | 'publications' | 'references' | 'interests';

/** Everything that can be added from the head of the screen. */
export type AddKind = Exclude<NewKind, 'fact' | 'customItem'>;

/** What the menu that adds says of each, in the order of the lists. */
export const additions: { [K in AddKind]: MessageKey } = {
  work: 'ledger.addWork',
  education: 'ledger.addEducation',
  projects: 'ledger.addProject',
  skills: 'ledger.addSkill',
  languages: 'ledger.addLanguage',
  certificates: 'ledger.addCertificate',
  awards: 'ledger.addAward',
  publications: 'ledger.addPublication',
  volunteer: 'ledger.addVolunteer',
  custom: 'ledger.addCustom',
  interests: 'ledger.addInterest',
  references: 'ledger.addReference',
};

/** What there is nothing of yet. */
export function missing(ledger: Ledger): AddKind[] {
  return (Object.keys(additions) as AddKind[]).filter((kind) => kind !== 'custom' && ledger[kind].length === 0);
}
