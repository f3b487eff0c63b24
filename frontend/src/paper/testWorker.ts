// For tests: a worker that answers when it is told to, and what it may say.
import type { WorkerLike } from './port';
import type { LaidOut, Request } from './protocol';

/** A worker that answers when it is told to. */
export class FakeWorker implements WorkerLike {
  static all: FakeWorker[] = [];
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  asked: Request[] = [];
  ended = false;

  constructor() {
    FakeWorker.all.push(this);
  }

  postMessage(message: unknown): void {
    this.asked.push(message as Request);
    const { op } = message as Request;
    if (op === 'start' || op === 'assets' || op === 'handover')
      this.answer(op, op === 'handover' ? { fonts: [] } : undefined);
  }

  terminate(): void {
    this.ended = true;
  }

  /** Answers the oldest request of that kind. */
  answer(op: string, give: unknown, error?: { message: string; diagnostics: [] }): void {
    const at = this.asked.findIndex((request) => request.op === op);
    const [request] = this.asked.splice(at, 1);
    queueMicrotask(() => this.onmessage?.({ data: { id: request!.id, give, error } } as MessageEvent));
  }

  get waiting(): string[] {
    return this.asked.map(
      ({ op, take }) => `${op} ${(take as { document: { head: { name: string } } }).document.head.name}`,
    );
  }
}

/** What a layout of one page gives. */
export const laidOut = (parts: Partial<LaidOut> = {}): LaidOut => ({
  pages: [{ width: 595, height: 842 }],
  drawn: [],
  missing: [],
  compileMs: 1,
  drawMs: 1,
  compiles: 1,
  memory: 1,
  ...parts,
});
