// The page's side of making a report's file: a worker does it and ends with it, for what
// it knows of the person.
import { startWorker } from '../client';
import { Port, type WorkerLike } from '../port';
import { scriptsOf } from '../scripts';
import type { ExtraFont, ReportFile } from '../typesetter';
import type { Warmth } from '../warmth';
import type { ReportInput } from './input';

export { reportInput } from './input';

/** Makes the file. Called off by the signal, it rejects at once with the signal's reason, and its worker ends. */
export async function printReport(
  input: ReportInput,
  extraFonts: ExtraFont[],
  warmth: Warmth,
  signal: AbortSignal,
  create: () => WorkerLike = startWorker,
): Promise<ReportFile> {
  const kept = await warmth.take();
  const port = kept ?? new Port(create());
  const stop = () => port.close();
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    if (!kept) await port.ask('start', warmth.handover);
    const file = await port.ask('report', { input, extraFonts });
    // The next typesetter starts in a moment.
    warmth.handover ??= await port.ask('handover', undefined);
    return file;
  } catch (reason) {
    signal.throwIfAborted();
    throw reason;
  } finally {
    signal.removeEventListener('abort', stop);
    port.close();
  }
}

/** The scripts of everything in it, so that the system can be asked for fonts of them. */
export function scriptsIn(input: ReportInput): string[] {
  return scriptsOf(JSON.stringify(input));
}
