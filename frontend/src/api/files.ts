// Files come in through an <input>, and go out as a download: the same in both shells,
// without a native dialog.
import { AppError, isEnvelope } from './errors';
import { on } from './events';

/** Lets the person pick one file; undefined if they changed their mind. */
export function pickFile(accept: string): Promise<File | undefined> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}

/** Hands a document to the Go side; the token stands for it, once. */
export function upload(file: Blob): Promise<string> {
  return send('/local/files', file);
}

/** Fetches what the Go side keeps under one of its own addresses: a picture, a font. */
export async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) throw new AppError({ code: 'unavailable', key: 'file.notReceived', retryable: true });
  return new Uint8Array(await response.arrayBuffer());
}

/** Hands an encrypted backup to the Go side; the token stands for it until it is restored. */
export function uploadBackup(file: Blob): Promise<string> {
  return send('/local/backups', file);
}

async function send(route: string, file: Blob): Promise<string> {
  let answer: unknown;
  try {
    // As bytes: WebKitGTK ends the program when a request to it has a Blob for its body.
    const response = await fetch(route, { method: 'POST', body: await file.arrayBuffer() });
    answer = await response.json();
  } catch (reason) {
    throw Object.assign(new AppError({ code: 'unavailable', key: 'file.notReceived', retryable: true }), {
      cause: reason,
    });
  }
  return tokenOf(answer);
}

/** Saves what the Go side has ready for download (browser shell only), from now on. */
export function saveDownloads(): () => void {
  return on('file:ready', ({ url, name }) => {
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
  });
}

function tokenOf(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null) {
    if ('token' in answer && typeof answer.token === 'string') return answer.token;
    if ('error' in answer && isEnvelope(answer.error)) throw new AppError(answer.error);
  }
  throw new AppError({ code: 'internal' });
}
