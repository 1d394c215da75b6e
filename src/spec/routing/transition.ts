import type { Instant } from '../../kernel/clock.js';
import type { Recorded } from '../../kernel/decision.js';
import * as routing from '../../routing/index.js';
import type { Answer, World } from '../case.js';
import { told } from '../fired.js';
import { userEvents, type TransitionGiven, type UploadStep, type UserStep } from './schema.js';

const account = 'the-account';

/** The event happens when the case asks, to an upload or a user in the condition asked for. */
export function transition(given: TransitionGiven, { asked }: World): Answer {
  return isOfUser(given) ? ofUser(given, asked) : ofUpload(given, asked);
}

function isOfUser(given: TransitionGiven): given is UserStep {
  return Object.hasOwn(savedIn, given.state);
}

/** What a case says of who does something. */
export function actor(role: TransitionGiven['role']): routing.Actor {
  return role == null || /^\s*admin/i.test(role) ? 'administrator' : 'agent';
}

/** What became of an event, as a code. */
function code({ status, code: why }: Pick<Recorded<unknown, string>, 'status' | 'code'>, stage: string): string {
  if (status === 'refused') return `illegal:${why}`;
  return status === 'no-effect' ? `noop:${why}` : `ok:${stage}`;
}

function ofUpload(given: UploadStep, at: Instant): Answer {
  const { state: stage } = given;
  const isIdle = stage === 'IDLE';
  const before: routing.Upload = {
    version: 1,
    stage,
    account: isIdle ? null : account,
    kind: isIdle ? null : 'whatsapp',
    fileName: isIdle || stage === 'ACCOUNT_SELECTED' ? null : 'cartera.csv',
    seen: [],
  };
  const event = uploadEvent(given, at);
  const became = routing.record(before, event);
  return { outcome: code(became, became.state.stage), ...told('routing', before, event, became) };
}

/** What is not given does not stand in the event's way. */
function uploadEvent(given: UploadStep, at: Instant): routing.Event {
  const { event: type, badIdentifiers, conflicts, fileName, mapped } = given;
  const occurrence = { id: 'the-event', at, by: actor(given.role ?? given.actor) };
  switch (type) {
    case 'select-account':
      return { ...occurrence, type, account, kind: 'whatsapp' };
    case 'choose-file':
      return { ...occurrence, type, fileName: fileName ?? 'cartera.csv' };
    case 'map-columns':
      return { ...occurrence, type, complete: mapped ?? true };
    case 'validate':
      return { ...occurrence, type, badRows: badIdentifiers ?? 0, conflicts: conflicts ?? 0 };
    default:
      return { ...occurrence, type };
  }
}

const disabled: routing.Settings = { enabled: false, modes: {} };
const enabled: routing.Settings = { enabled: true, modes: {} };

/** What is saved of a user in each condition. */
const savedIn: Readonly<Record<UserStep['state'], routing.Settings>> = {
  USER_DISABLED: disabled,
  USER_ENABLED: enabled,
  OFF: { enabled: true, modes: { [account]: 'off' } },
  ENABLED: { enabled: true, modes: { [account]: 'enabled' } },
  ENABLED_AUTO: { enabled: true, modes: { [account]: 'auto-assign' } },
  DIRTY: disabled,
  SAVED: enabled,
};

function ofUser(given: UserStep, at: Instant): Answer {
  const { state, event } = given;
  const saved = savedIn[state];
  const isDirty = state === 'DIRTY';
  const before: routing.Configuration = {
    version: 1,
    user: 'the-user',
    stage: isDirty ? 'DIRTY' : 'SAVED',
    saved,
    shown: isDirty ? enabled : saved,
    seen: [],
  };
  const type = userEvents[event];
  const occurrence = { id: 'the-event', at, by: actor(given.role ?? given.actor) };
  const change: routing.ConfigurationEvent =
    type === 'set-mode' ? { ...occurrence, type, account, mode: 'auto-assign' } : { ...occurrence, type };
  const became = routing.configure(before, change);
  const outcome = code(became, nameOf(given, became.state));
  return { outcome, ...told('routing/configuration', before, change, became) };
}

/** The catalogue names a user by the switch or the mode that was moved, and what was saved `SAVED`. */
function nameOf({ state, event }: UserStep, { stage, shown }: routing.Configuration): string {
  if (stage === 'SAVED' || state === 'DIRTY' || state === 'SAVED') return stage;
  if (event === 'account-auto-assign-on') return 'ENABLED_AUTO';
  return shown.enabled ? 'USER_ENABLED' : 'USER_DISABLED';
}
