import type { App } from '../state/app.svelte';
import type { Command } from './command';
import { type Platform, isPressed, isSingleKey, keepsKey } from './shortcuts';

/** Runs the command whose shortcut was pressed; the function given back ends it. */
export function listen(app: App, commands: readonly Command[], platform: Platform): () => void {
  const press = (event: KeyboardEvent) => {
    const command = find(event, app, commands, platform);
    if (!command) return;
    event.preventDefault();
    void command.run(app);
  };
  window.addEventListener('keydown', press);
  return () => window.removeEventListener('keydown', press);
}

function find(event: KeyboardEvent, app: App, commands: readonly Command[], platform: Platform): Command | undefined {
  if (event.defaultPrevented || event.isComposing || event.repeat) return undefined;
  return commands.find(
    ({ shortcut, when }) =>
      shortcut !== undefined &&
      isPressed(event, shortcut, platform) &&
      (!isSingleKey(shortcut) || maySingle(event, app)) &&
      (when?.(app) ?? true),
  );
}

/** Single keys work unless switched off, in a dialog, or where the key belongs to the place. */
function maySingle(event: KeyboardEvent, app: App): boolean {
  return (
    app.settings.current.singleKeys &&
    !app.palette.open &&
    document.querySelector('[role="dialog"], [role="alertdialog"]') === null &&
    !keepsKey(event.target, event.key)
  );
}
