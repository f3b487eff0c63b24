import * as bound from '../../wailsjs/go/app/Settings';
import type { profile, settings as models } from '../../wailsjs/go/models';
import { type Plain, asBound, call } from './call';

/** How the person wants the app to behave. */
export type Settings = Plain<models.Settings>;
/** What belongs to this computer alone. */
export type Device = Plain<models.Device>;
/** What can be read before unlocking. */
export type Appearance = Plain<models.Appearance>;
/** What the person said about where they stand. */
export type Profile = Plain<profile.Profile>;

/** Settings, appearance and profile. */
export const settings = {
  get: () => call(() => bound.Get()),
  update: (next: Settings) => call(() => bound.Update(asBound(next))),
  device: () => call(() => bound.Device()),
  updateDevice: (next: Device) => call(() => bound.UpdateDevice(asBound(next))),
  appearance: () => call(() => bound.Appearance()),
  updateAppearance: (next: Appearance) => call(() => bound.UpdateAppearance(asBound(next))),
  profile: () => call(() => bound.Profile()),
  updateProfile: (next: Profile) => call(() => bound.UpdateProfile(asBound(next))),
};
