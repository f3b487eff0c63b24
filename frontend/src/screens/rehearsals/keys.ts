import type { Room } from '../../state/room.svelte';

/** What the keys of the room do besides what the room itself can. */
interface Extras {
  toggleNotes: () => void;
  tellTime: () => void;
}

/**
 * Single keys of the rehearsal room: Space I'm done, P pause, R hear again, S skip, N
 * notes, T time, and W not yet, while silence is about to end the answer; in the feedback
 * Enter next question, A try again. None of them works while somebody types, and a focused
 * control keeps its own Space and Enter.
 */
export function roomKeys(event: KeyboardEvent, room: Room, extras: Extras): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
  if (event.target instanceof Element && event.target.closest('dialog')) return;
  if ((event.key === ' ' || event.key === 'Enter') && isControl(event.target)) return;
  const act = actionOf(event.key.toLowerCase(), room, extras);
  if (!act) return;
  event.preventDefault();
  act();
}

function actionOf(key: string, room: Room, extras: Extras): (() => unknown) | undefined {
  const phase = room.view?.phase;
  if (room.reviewing) return { enter: room.next, a: room.tryAgain }[key];
  if (key === 'n') return extras.toggleNotes;
  if (key === 't') return extras.tellTime;
  if (key === 'w' && room.ending.near) return room.notYet;
  if (room.halted && key === 'p') return () => room.answerBy(room.mode);
  if (phase === 'listening' && key === ' ' && room.mode === 'spoken') return room.done;
  if (phase !== 'listening' && phase !== 'asking' && phase !== 'followUp') return undefined;
  return { p: room.pause, r: room.hearAgain, s: room.skip }[key];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'));
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, input, [role="slider"]') !== null;
}
