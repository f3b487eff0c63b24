import { saveDownloads } from '../api/files';
import { Warmth } from '../paper/warmth';
import { Announcer } from './announcer.svelte';
import { AutoLock } from './autoLock.svelte';
import { ClockDoubt } from './clockDoubt.svelte';
import { Connection } from './connection.svelte';
import { FirstRun } from './firstrun.svelte';
import { Importing } from './importing.svelte';
import { LedgerState } from './ledger.svelte';
import { Palette } from './palette.svelte';
import { Router } from './router.svelte';
import { Session } from './session.svelte';
import { SettingsState } from './settings.svelte';
import { Tasks } from './tasks.svelte';
import { Studio } from './studio.svelte';
import { Toasts } from './toasts.svelte';

/** All state of the page, made once in main.ts and handed down by context. */
export class App {
  readonly session = new Session();
  readonly router = new Router();
  readonly firstRun = new FirstRun(this.session, this.router);
  readonly connection = new Connection();
  readonly toasts = new Toasts();
  readonly tasks = new Tasks();
  readonly announcer = new Announcer();
  readonly palette = new Palette();
  readonly ledger = new LedgerState(this.toasts, this.announcer);
  readonly importing = new Importing(this.tasks);
  /** The résumé that is open in the studio. */
  studio = $state.raw<Studio>();
  /** What one studio's typesetter leaves the next, while the profile is open. */
  readonly paperWarmth = new Warmth();
  readonly settings = new SettingsState(this.toasts);
  readonly clockDoubt = new ClockDoubt(this.toasts);
  readonly autoLock = new AutoLock(this.session, this.settings, this.toasts);

  /** The platform's name in the design, as the Go side wrote it into the page. */
  readonly platform = (document.documentElement.dataset.platform ?? 'linux') as 'mac' | 'windows' | 'linux';

  /** Starts everything; the page is listening by then. */
  async start(): Promise<void> {
    this.router.start();
    this.settings.follow(() => this.session.phase === 'ready');
    this.connection.follow();
    this.clockDoubt.follow();
    this.autoLock.start();
    saveDownloads();
    await Promise.all([this.settings.loadAppearance(), this.session.start()]);
  }

  /** The profile was opened: reads what the open app needs everywhere. */
  async opened(): Promise<void> {
    this.autoLock.opened();
    this.paperWarmth.open();
    await Promise.all([this.settings.load(), this.clockDoubt.look()]);
  }

  /** Opens a résumé in the studio. */
  openStudio(id: string): Studio {
    this.studio = new Studio(id, this.toasts, this.announcer);
    return this.studio;
  }

  /** Somebody is about to open a résumé: the typesetter, which takes a second, starts by then. */
  async expectStudio(): Promise<void> {
    const { prepare } = await import('../paper/client');
    prepare(this.paperWarmth);
  }

  /** Saves what was typed last, wherever; before locking. */
  async flush(): Promise<void> {
    await Promise.all([this.ledger.flush(), this.studio?.flush()]);
  }

  /** The profile was closed: forgets what belonged to it. */
  closed(): void {
    this.palette.close();
    void this.palette.search('');
    this.toasts.clear();
    this.ledger.clear();
    this.importing.discard();
    this.studio = undefined;
    this.paperWarmth.shut();
  }
}
