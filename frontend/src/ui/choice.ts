import type { LucideIcon } from '@lucide/svelte';

/** One of a few things to choose from. */
export interface Choice<V extends string = string> {
  value: V;
  label: string;
  /** A sentence under the label (RadioCards). */
  hint?: string;
  icon?: LucideIcon;
  /** The choice is a person: a monogram stands over the name (RadioCards). */
  person?: boolean;
  disabled?: boolean;
  /** The language label and hint are in, where it is not the page's. */
  lang?: string;
}
