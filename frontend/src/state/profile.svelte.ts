import { type Profile, settings } from '../api/settings';
import { Autosave } from './autosave.svelte';
import { type Trouble, troubleOf } from './trouble';

const empty: Profile = { profession: '', jobTitle: '', level: '', industries: [], goals: '', interests: [] };

/** What the fields hold; the industries as they are typed, a list with commas. */
type Fields = Pick<Profile, 'profession' | 'jobTitle' | 'level' | 'goals'> & { industries: string };

/** What a person says about where they stand, being filled in. */
export class ProfileForm {
  readonly auto: Autosave<Fields>;
  #unread = $state.raw<Trouble>();
  /** All of the profile, with what no field shows. */
  #kept: Profile = empty;

  constructor() {
    this.auto = new Autosave(fieldsOf(empty), (fields) => this.#send(fields));
  }

  /** Why it could not be read, or is not kept. */
  get trouble(): Trouble | undefined {
    return this.#unread ?? this.auto.trouble;
  }

  async load(): Promise<void> {
    try {
      this.#kept = await settings.profile();
      this.#unread = undefined;
      this.auto.take(fieldsOf(this.#kept));
    } catch (reason) {
      this.#unread = troubleOf(reason);
    }
  }

  /** Saves what has changed; tells whether it is saved now. */
  async save(): Promise<boolean> {
    await this.auto.flush();
    return !this.auto.trouble;
  }

  async #send(fields: Fields): Promise<Fields> {
    this.#kept = await settings.updateProfile({ ...this.#kept, ...trimmed(fields) });
    return fieldsOf(this.#kept);
  }
}

function fieldsOf({ profession, jobTitle, level, industries, goals }: Profile): Fields {
  return { profession, jobTitle, level, goals, industries: industries.join(', ') };
}

function trimmed(fields: Fields): Omit<Profile, 'interests'> {
  return {
    level: fields.level,
    profession: fields.profession.trim(),
    jobTitle: fields.jobTitle.trim(),
    goals: fields.goals.trim(),
    industries: split(fields.industries),
  };
}

/** "Health, care homes" as its parts. */
function split(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
