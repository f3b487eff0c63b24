// What a rejected call carries: an envelope with a code from a closed set and the key
// of a sentence. The sentence itself is looked up by whoever shows it.

const codes = [
  'not_found',
  'invalid',
  'conflict',
  'locked',
  'denied',
  'offline',
  'rate_limited',
  'unavailable',
  'canceled',
  'internal',
] as const;

/** What kind of trouble it is; the same ten as in the Go package fault. */
export type FaultCode = (typeof codes)[number];

/** The wire shape of an error; every part but code may be missing. */
export interface Envelope {
  code: string;
  key?: string;
  params?: Record<string, string>;
  field?: string;
  retryable?: boolean;
  retryAfterMs?: number;
  ref?: string;
}

/** An error of the Go side, or of the way to it. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: FaultCode;
  /** Key of the sentence. */
  readonly key: string;
  /** The sentence's gaps. */
  readonly params: Record<string, string>;
  /** The input to blame, in the name the view has for it; or empty. */
  readonly field: string;
  /** Trying again as it is may help. */
  readonly retryable: boolean;
  /** How long to wait first, in milliseconds. */
  readonly retryAfterMs: number;
  /** What the log calls this; or empty. */
  readonly ref: string;

  constructor(envelope: Envelope) {
    const code = codes.find((known) => known === envelope.code) ?? 'internal';
    const key = envelope.key || `fault.${code}`;
    super(`${key} (${code})`);
    this.code = code;
    this.key = key;
    this.params = envelope.params ?? {};
    this.field = envelope.field ?? '';
    this.retryable = envelope.retryable ?? false;
    this.retryAfterMs = envelope.retryAfterMs ?? 0;
    this.ref = envelope.ref ?? '';
  }

  /** Makes an AppError of whatever was thrown or rejected with. */
  static from(reason: unknown): AppError {
    if (reason instanceof AppError) return reason;
    if (isEnvelope(reason)) return new AppError(reason);
    const error = new AppError({ code: 'internal' });
    error.cause = reason;
    return error;
  }
}

/** Whether a value is an error as the Go side sends it. */
export function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}
