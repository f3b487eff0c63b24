import type { Component } from 'svelte';
import type { RouteName } from '../state/routes';

/** How a screen is loaded, and how much of the sidebar it leaves. */
export interface ScreenEntry {
  load: () => Promise<{ default: Component }>;
  sidebar?: 'rail' | 'none';
}

/** Every screen of the open app; the compiler asks for one per route. */
export const screens: Record<RouteName, ScreenEntry> = {
  today: { load: () => import('./today/Today.svelte') },
  settings: { load: () => import('./settings/Settings.svelte') },
};
