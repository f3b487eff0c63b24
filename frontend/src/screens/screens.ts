import type { Component } from 'svelte';
import type { RouteName } from '../state/routes';
import Today from './today/Today.svelte';

/** How a screen is loaded, and how much of the sidebar it leaves. */
export interface ScreenEntry {
  load: () => Promise<{ default: Component }>;
  sidebar?: 'rail' | 'none';
  /** It shows the thing that the address names by ":id"; for another it is made anew. */
  ofOne?: boolean;
}

/** The first screen comes with the page: fetching it would be one more wait at every start. */
const today = () => Promise.resolve({ default: Today });

/** The ledger stays on screen while the address says what of it is open. */
const ledger = () => import('./ledger/Ledger.svelte');

/** The studio stays on screen from pane to pane. */
const studio = () => import('./studio/Studio.svelte');

/** Settings stay on screen from part to part. */
const settings = () => import('./settings/Settings.svelte');

/** Every screen of the open app; the compiler asks for one per route. */
export const screens: Record<RouteName, ScreenEntry> = {
  today: { load: today },
  ledger: { load: ledger },
  'ledger.import': { load: () => import('./import/Import.svelte') },
  'ledger.item': { load: ledger },
  resumes: { load: () => import('./resumes/Resumes.svelte') },
  'resumes.one': { load: studio, sidebar: 'rail', ofOne: true },
  'resumes.pane': { load: studio, sidebar: 'rail', ofOne: true },
  postings: { load: () => import('./postings/Postings.svelte') },
  'postings.new': { load: () => import('./postings/NewPosting.svelte') },
  'postings.one': { load: () => import('./postings/OnePosting.svelte'), ofOne: true },
  rehearsals: { load: () => import('./rehearsals/Rehearsals.svelte') },
  'rehearsals.new': { load: () => import('./rehearsals/Setup.svelte') },
  'rehearsals.newFor': { load: () => import('./rehearsals/Setup.svelte') },
  'rehearsals.practise': { load: () => import('./rehearsals/Setup.svelte') },
  'rehearsals.practiseFor': { load: () => import('./rehearsals/Setup.svelte') },
  'rehearsals.begin': { load: () => import('./rehearsals/Room.svelte'), sidebar: 'none' },
  'rehearsals.room': { load: () => import('./rehearsals/Room.svelte'), sidebar: 'none' },
  'rehearsals.report': { load: () => import('./rehearsals/Report.svelte'), sidebar: 'rail', ofOne: true },
  progress: { load: () => import('./progress/Progress.svelte') },
  'rehearsals.question': { load: () => import('./rehearsals/Report.svelte'), sidebar: 'rail', ofOne: true },
  'rehearsals.retry': { load: () => import('./rehearsals/Retry.svelte'), ofOne: true },
  settings: { load: settings },
  'settings.part': { load: settings },
};
