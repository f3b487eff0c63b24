import type { LucideIcon } from '@lucide/svelte';
import BookOpen from '@lucide/svelte/icons/book-open';
import FileText from '@lucide/svelte/icons/file-text';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import Mic from '@lucide/svelte/icons/mic';
import type { Palette } from '../state/palette.svelte';
import type { Params, RouteName } from '../state/routes';

/** What the local search found. */
export type Hit = Palette['hits'][number];

/** Where something the search found is shown, and by which icon it is known. */
export interface HitPlace {
  icon: LucideIcon;
  route: RouteName;
  params: Params;
}

/** The place of a hit; undefined for a kind of record that has no screen. */
export function placeOf(hit: Hit): HitPlace | undefined {
  const places: Record<string, HitPlace> = {
    ledger: { icon: BookOpen, route: 'ledger.item', params: { id: hit.item || 'basics' } },
    posting: { icon: ClipboardList, route: 'postings.one', params: { id: hit.record } },
    resume: { icon: FileText, route: 'resumes.one', params: { id: hit.record } },
    rehearsal: { icon: Mic, route: 'rehearsals.report', params: { id: hit.record } },
  };
  return Object.hasOwn(places, hit.kind) ? places[hit.kind] : undefined;
}
