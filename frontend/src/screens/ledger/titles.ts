import { m, say } from '../../i18n/messages';
import type { Ledger } from '../../state/ledger.svelte';
import { grouped } from '../../domain/order';
import type { Form } from '../../state/ledgerForm.svelte';

const titles = {
  basics: 'ledger.you',
  work: 'ledger.job',
  education: 'ledger.course',
  skills: 'ledger.skill',
  languages: 'ledger.language',
} as const;

/** What the inspector calls what is open: "Fact 14" counts as the list does. */
export function formTitle(form: Form, ledger: Ledger | undefined): string {
  if (form.kind !== 'fact') return say(titles[form.kind]);
  const facts = grouped(ledger?.work ?? []).flatMap(({ items }) => items.flatMap((job) => job.highlights));
  const at = facts.findIndex(({ id }) => id === form.key);
  return at < 0 ? m['ledger.newFact']() : m['ledger.factNumber']({ number: at + 1 });
}
