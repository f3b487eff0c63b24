// What things of a résumé are called on screen.
import Award from '@lucide/svelte/icons/award';
import BadgeCheck from '@lucide/svelte/icons/badge-check';
import BookText from '@lucide/svelte/icons/book-text';
import BriefcaseBusiness from '@lucide/svelte/icons/briefcase-business';
import FolderKanban from '@lucide/svelte/icons/folder-kanban';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import Heart from '@lucide/svelte/icons/heart';
import Languages from '@lucide/svelte/icons/languages';
import type { LucideIcon } from '@lucide/svelte';
import MessageSquareQuote from '@lucide/svelte/icons/message-square-quote';
import Rows3 from '@lucide/svelte/icons/rows-3';
import TextQuote from '@lucide/svelte/icons/text-quote';
import Wrench from '@lucide/svelte/icons/wrench';
import type { Block, Entry } from '../../state/looks';
import { plain } from '../../domain/marked';
import { isMessageKey, m, say } from '../../i18n/messages';
import { paperLanguages, templateOf, templates } from '../../state/looks';
export { paperLanguages };
import { hrefOf } from '../../state/router.svelte';

const icons: Record<string, LucideIcon> = {
  summary: TextQuote,
  work: BriefcaseBusiness,
  education: GraduationCap,
  projects: FolderKanban,
  skills: Wrench,
  languages: Languages,
  certificates: BadgeCheck,
  awards: Award,
  publications: BookText,
  volunteer: HandHeart,
  interests: Heart,
  references: MessageSquareQuote,
};

/** The picture of a section by its key. */
export function sectionIcon(key: string): LucideIcon {
  return icons[key] ?? Rows3;
}

/** A section's own title, or what its kind is called. */
export function sectionName(block: Pick<Block, 'key' | 'title'>): string {
  const own = plain(block.title.text);
  const key = `section.${block.key}`;
  return own || (isMessageKey(key) ? say(key) : m['studio.untitledSection']());
}

/** What an item is called in a list. */
export function entryName({ title, degree, organisation, summary, tags, lines }: Entry): string {
  const words = [degree, plain(title.text)].filter(Boolean).join(', ');
  return words || organisation || [summary, ...tags, ...lines].map(({ text }) => plain(text)).find(Boolean) || m['studio.untitledItem']();
}

/** What the first text of an item is called. */
export function titleLabel(key: string): string {
  if (key === 'work' || key === 'volunteer') return m['field.position']();
  return key === 'education' ? m['field.area']() : m['studio.itemTitle']();
}

/** What the text beside it is called. */
export function detailLabel(key: string): string {
  if (key === 'languages') return m['field.fluency']();
  return key === 'skills' ? m['field.level']() : m['studio.itemDetail']();
}

/** Whether a field is the item of this reference, or of it. */
export function isWithin(field: string, ref: string): boolean {
  return field === ref || field.startsWith(`${ref}/`);
}

/** The ledger's key of an item, for its address. */
export function itemAddress({ key }: Block, { id }: Entry): string {
  return key.startsWith('custom/') ? (key.split('/')[1] ?? id) : id;
}

/** The place in the studio that a field or a reference of the check names. */
export function hrefOfRef(id: string, ref: string): string {
  return hrefOf('resumes.pane', { id, pane: paneOfRef(ref) });
}

function paneOfRef(ref: string): string {
  const [first = '', second = ''] = ref.split('/');
  if (first === 'layout') return 'design';
  if (first === 'basics') return second === 'summary' ? 'summary' : 'head';
  if (first === 'section') return ref.slice('section/'.length).replace(/\/title$/, '');
  return first === 'custom' || first === 'kept' ? `${first}/${second}` : first;
}

/** Whether a template has a side column. */
export function hasColumns(template: string): boolean {
  return templateOf(template).columns === 2;
}

/** Whether a template has a place for a photograph. */
export function hasPicture(template: string): boolean {
  return templateOf(template).picture;
}

/** The colour a template brings along. */
export function templateAccent(template: string): string {
  return templateOf(template).accent;
}

/** The template a new résumé begins with. */
export const firstTemplate = templates[0]?.id ?? '';

/** What a template is called. */
export function templateName(template: string): string {
  const key = `template.${templateOf(template).id}.name`;
  return isMessageKey(key) ? say(key) : template;
}

/** Where something changed: "Experience, Shift lead, dates". The last part is a key. */
export function changeLabel({ label }: { label: string[] }): string {
  const last = `change.${label.at(-1) ?? ''}`;
  return [...label.slice(0, -1), isMessageKey(last) ? say(last) : label.at(-1)].filter(Boolean).join(', ');
}

/** What a template is good for. */
export function templateAbout(template: string): string {
  const key = `template.${template}.about`;
  return isMessageKey(key) ? say(key) : '';
}

/** Whether a section can be worked on: the profile may be written here first; any other needs items of the ledger. */
export function hasContent({ kind, entries }: Block): boolean {
  return kind === 'prose' || entries.length > 0;
}
