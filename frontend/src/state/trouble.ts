import { AppError } from '../api/errors';
import { type MessageKey, isMessageKey, say } from '../i18n/messages';

/** An error as a person meets it. */
export interface Trouble {
  /** The key of the sentence, to tell one kind of trouble from another. */
  key: string;
  /** What happened, what was kept, what to do; in the language that is spoken when it is read. */
  readonly sentence: string;
  /** The input to blame, or empty. */
  field: string;
  /** What to quote when asking for help, or empty. */
  ref: string;
  retryable: boolean;
  retryAfterMs: number;
  /** Somebody asked for it to stop; there is nothing to tell. */
  canceled: boolean;
}

/** Puts an error into words. A key without a sentence gets the sentence of its code. */
export function troubleOf(reason: unknown): Trouble {
  const error = AppError.from(reason);
  const key = isMessageKey(error.key) ? error.key : (`fault.${error.code}` as const);
  return {
    key: error.key,
    get sentence() {
      return say(key, error.params);
    },
    field: error.field,
    ref: error.ref,
    retryable: error.retryable,
    retryAfterMs: error.retryAfterMs,
    canceled: error.code === 'canceled',
  };
}

/** Trouble the page finds by itself, at one input. */
export function troubleAt(field: string, key: MessageKey): Trouble {
  return {
    key,
    get sentence() {
      return say(key);
    },
    field,
    ref: '',
    retryable: false,
    retryAfterMs: 0,
    canceled: false,
  };
}
