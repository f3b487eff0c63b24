import { getContext, setContext } from 'svelte';

/** What a Field tells the control inside it. */
export interface FieldContext {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
}

const key = Symbol('field');

/** Called by Field. */
export function provideField(field: FieldContext): void {
  setContext(key, field);
}

/** Called by a control; undefined outside a Field. */
export function useField(): FieldContext | undefined {
  return getContext<FieldContext | undefined>(key);
}
