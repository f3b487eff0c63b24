import { AppError } from './errors';

/**
 * A generated view without the methods of its generated class, all the way down: what
 * really comes over the wire, and what a literal can fulfil.
 */
export type Plain<T> = T extends (infer U)[]
  ? Plain<U>[]
  : T extends object
    ? { [K in keyof T as K extends 'convertValues' ? never : K]: Plain<T[K]> }
    : T;

/** Makes a bound call; a rejection becomes an AppError. */
export async function call<T>(bound: () => Promise<T>): Promise<Plain<T>> {
  try {
    return (await bound()) as Plain<T>;
  } catch (reason) {
    throw AppError.from(reason);
  }
}

/** Hands a plain value to a binding that asks for the generated class. */
export function asBound<T>(plain: Plain<T>): T {
  return plain as T;
}
