import { type Profile, settings } from '../api/settings';
import { type Trouble, troubleOf } from './trouble';

const empty: Profile = { profession: '', jobTitle: '', level: '', industries: [], goals: '', interests: [] };

/** What a person says about where they stand, being filled in. */
export class ProfileForm {
  profession = $state('');
  jobTitle = $state('');
  level = $state('');
  /** As it is typed: a list with commas. */
  industries = $state('');
  goals = $state('');
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  #kept: Profile = empty;

  async load(): Promise<void> {
    await this.#try(async () => this.#show(await settings.profile()));
  }

  /** Saves what has changed; tells whether it is saved now. */
  async save(): Promise<boolean> {
    const next = this.#filledIn();
    if (JSON.stringify(next) === JSON.stringify(this.#kept)) return true;
    await this.#try(async () => {
      this.#kept = await settings.updateProfile(next);
    });
    return !this.trouble;
  }

  #filledIn(): Profile {
    return {
      ...this.#kept,
      profession: this.profession.trim(),
      jobTitle: this.jobTitle.trim(),
      level: this.level,
      industries: split(this.industries),
      goals: this.goals.trim(),
    };
  }

  #show(profile: Profile): void {
    this.#kept = profile;
    this.profession = profile.profession;
    this.jobTitle = profile.jobTitle;
    this.level = profile.level;
    this.industries = profile.industries.join(', ');
    this.goals = profile.goals;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.trouble = undefined;
    try {
      await work();
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
    this.busy = false;
  }
}

/** "Health, care homes" as its parts. */
function split(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
