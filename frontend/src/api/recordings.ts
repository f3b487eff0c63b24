import { AppError } from './errors';

/**
 * A recording as WAV, unless the signal says first that nobody wants it any more. It is
 * fetched whole, because a web view can't play media straight from the app's own scheme;
 * the page makes an object URL of it and revokes that after use.
 */
export async function openRecording(id: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(`/local/recordings/${encodeURIComponent(id)}.wav`, { signal });
  if (!response.ok) throw new AppError({ code: 'not_found', key: 'recording.gone' });
  return response.blob();
}
