import type { Instant } from '../kernel/clock.js';
import type { Recorded } from '../kernel/decision.js';
import { machine } from '../kernel/machine.js';
import { isAdministrator } from './guards.js';
import type { Actor, Agent, Mode } from './model.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';

/** What an administrator sets for a user. */
export interface Settings {
  readonly enabled: boolean;
  /** By account; an account not named is `off`. */
  readonly modes: Readonly<Record<string, Mode>>;
}

/** `DIRTY`: something was changed and not saved, so it does not count. */
export type ConfigurationStage = 'SAVED' | 'DIRTY';

/** The stored configuration of a user. Plain JSON. */
export interface Configuration {
  readonly version: 1;
  readonly user: string;
  readonly stage: ConfigurationStage;
  /** What counts. */
  readonly saved: Settings;
  /** What the screen shows. */
  readonly shown: Settings;
  /** The ids of the events known. */
  readonly seen: readonly string[];
}

/** What happens to the configuration of a user. */
export type ConfigurationEvent = {
  readonly id: string;
  readonly at: Instant;
  /** Absent: an administrator. */
  readonly by?: Actor;
} & (
  | {
      /** `toggle`: the switch "Ejecutivo desactivado". `leave`: to go away without saving. */
      readonly type: 'toggle' | 'save' | 'leave';
    }
  | { readonly type: 'set-mode'; readonly account: string; readonly mode: Mode }
);

/** Why a change of a configuration is refused, or has no effect. */
export type ConfigurationCode = 'not-admin' | 'nothing-to-save' | 'undated' | 'user-disabled';

/** What became of an event, and the configuration to keep: the very object given, where nothing was to be kept. */
export type ConfigurationRecorded = Recorded<Configuration, RuleId, ConfigurationCode>;

/** The machine of a user's configuration: dirty until it is saved. */
export const configurationFlow = /* @__PURE__ */ machine({
  name: 'routing/configuration',
  stages: ['SAVED', 'DIRTY'],
  final: [],
  events: ['toggle', 'set-mode', 'save', 'leave'],
  guards: {
    'not an administrator': (_shown: Settings, event: ConfigurationEvent) => !isAdministrator(event),
    'a disabled user': ({ enabled }: Settings) => !enabled,
  },
  steps: [
    {
      from: ['SAVED', 'DIRTY'],
      on: ['toggle', 'set-mode', 'save', 'leave'],
      if: 'not an administrator',
      refuse: 'not-admin',
      rule: 'routing/admin-only',
    },
    // L32: the label says how it is, so to activate "Ejecutivo desactivado" enables (RT-18).
    { from: ['SAVED', 'DIRTY'], on: 'toggle', to: 'DIRTY', rule: 'routing/user-toggle' },
    // L33–34: first the user, then the accounts.
    {
      from: ['SAVED', 'DIRTY'],
      on: 'set-mode',
      if: 'a disabled user',
      refuse: 'user-disabled',
      rule: 'routing/must-enable',
    },
    { from: ['SAVED', 'DIRTY'], on: 'set-mode', to: 'DIRTY', rule: 'routing/account-auto-assign' },
    // L34–35: two buttons, one act (RT-19).
    { from: 'DIRTY', on: 'save', to: 'SAVED', rule: 'routing/save' },
    { from: 'DIRTY', on: 'leave', to: 'SAVED', rule: 'routing/save-always' },
    { from: 'SAVED', on: ['save', 'leave'], ignore: 'nothing-to-save', rule: 'routing/save' },
  ],
});

/** A user who was just created: disabled, unless the policy has it otherwise. Source: direct-assignment L33. */
export function newUser(
  user: string,
  { newUserEnabled }: Pick<Policy, 'newUserEnabled'> = defaultPolicy,
): Configuration {
  const settings: Settings = { enabled: newUserEnabled, modes: {} };
  return { version: 1, user, stage: 'SAVED', saved: settings, shown: settings, seen: [] };
}

/**
 * Keeps a change of a user's configuration, or says by which rule it cannot be made. A change counts once it is saved;
 * who leaves without saving loses it.
 *
 * Refused: `not-admin`, `user-disabled` (an account for a user who is not enabled), and `undated` for an instant that is
 * not a number. Without effect: `nothing-to-save`. A refused event leaves the state as it was.
 *
 * Source: direct-assignment L14, L30–35.
 */
export function configure(configuration: Configuration, event: ConfigurationEvent): ConfigurationRecorded {
  if (!Number.isFinite(event.at)) return { state: configuration, status: 'refused', code: 'undated' };
  if (configuration.seen.includes(event.id)) return { state: configuration, status: 'duplicate' };
  const step = configurationFlow.step(configuration.stage, event.type, configuration.shown, event);
  const rule: RuleId = step.rule;
  if ('refuse' in step) return { state: configuration, status: 'refused', code: step.refuse, rule };
  if ('ignore' in step) return { state: configuration, status: 'no-effect', code: step.ignore, rule };
  const { to: stage } = step as { readonly to: ConfigurationStage }; // every other step leads somewhere
  const seen = [...configuration.seen, event.id];
  return { state: { ...changed(configuration, event), stage, seen }, status: 'applied', rule };
}

function changed(configuration: Configuration, event: ConfigurationEvent): Configuration {
  const { saved, shown } = configuration;
  switch (event.type) {
    case 'toggle':
      return { ...configuration, shown: { ...shown, enabled: !shown.enabled } };
    case 'set-mode': {
      // A computed key is an own one, even where the account is called `__proto__`.
      const modes = { ...shown.modes, [event.account]: event.mode };
      return { ...configuration, shown: { ...shown, modes } };
    }
    case 'save':
      return { ...configuration, saved: shown };
    case 'leave':
      return { ...configuration, shown: saved };
  }
}

/** Who is there. */
export interface Presence {
  readonly connected: boolean;
  readonly available: boolean;
}

/** A user as `decide` takes them: what was saved counts, whatever the screen shows. */
export function agentOf({ saved }: Configuration, { connected, available }: Presence): Agent {
  return { ...saved, saved: true, connected, available };
}
