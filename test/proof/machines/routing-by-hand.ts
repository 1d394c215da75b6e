import type * as routing from 'pauta/routing';
import { chartBy, handOf } from './hand.js';

type Event = routing.Event;

const chosen = ['ACCOUNT_SELECTED', 'FILE_CHOSEN', 'MAPPED', 'VALIDATED', 'REJECTED'];
const loaded = ['LOADED', 'VERIFIED'];
const all = ['IDLE', ...chosen, ...loaded];
const mapped = ['MAPPED', 'VALIDATED'];
const file = ['choose-file', 'map-columns', 'validate'] as const;

type Condition = (known: object, event: Event) => boolean;

const isAgent = (_: object, { by }: Event | routing.ConfigurationEvent): boolean => by === 'agent';
const isNoCsv: Condition = (_, event) => event.type === 'choose-file' && !/\.csv\s*$/i.test(event.fileName);
const isIncomplete: Condition = (_, event) => event.type === 'map-columns' && !event.complete;
const isBad: Condition = (_, event) => event.type === 'validate' && event.badRows + event.conflicts > 0;

const upload = handOf<object, Event>();

/** The catalogue's table of an upload, and its table of situations. */
const uploadTold = [
  upload.says(all, ['select-account', ...file, 'upload', 'view', 'cancel'], 'illegal:not-admin', isAgent),
  upload.goes(['IDLE', ...loaded], 'select-account', 'ACCOUNT_SELECTED'),
  upload.says('IDLE', [...file, 'upload'], 'illegal:no-account'),
  { ...upload.says(chosen, 'choose-file', 'illegal:not-csv', isNoCsv), silent: true as const },
  upload.goes(['ACCOUNT_SELECTED', 'REJECTED'], 'choose-file', 'FILE_CHOSEN'),
  { ...upload.says(chosen.slice(1), 'map-columns', 'illegal:column-mapping', isIncomplete), silent: true as const },
  upload.goes('FILE_CHOSEN', 'map-columns', 'MAPPED'),
  upload.says(['ACCOUNT_SELECTED', 'FILE_CHOSEN'], ['validate', 'upload'], 'illegal:not-mapped'),
  upload.goes('MAPPED', 'validate', 'REJECTED', { when: isBad }),
  upload.goes('MAPPED', 'validate', 'VALIDATED'),
  upload.says(['MAPPED', 'REJECTED'], 'upload', 'illegal:not-validated'),
  upload.goes('VALIDATED', 'upload', 'LOADED'),
  upload.goes('LOADED', 'view', 'VERIFIED'),
  upload.goes(chosen, 'cancel', 'IDLE'),
];

/** What the tables say nothing of, as `record` documents it. */
const uploadSilences = [
  upload.goes(chosen, 'select-account', 'ACCOUNT_SELECTED'),
  upload.says(loaded, file, 'illegal:already-loaded'),
  upload.goes(['FILE_CHOSEN', ...mapped], 'choose-file', 'FILE_CHOSEN'),
  upload.says('ACCOUNT_SELECTED', 'map-columns', 'illegal:no-file'),
  upload.goes([...mapped, 'REJECTED'], 'map-columns', 'MAPPED'),
  upload.goes('VALIDATED', 'validate', 'REJECTED', { when: isBad }),
  upload.goes('VALIDATED', 'validate', 'VALIDATED'),
  upload.says('REJECTED', 'validate', 'illegal:not-mended'),
  upload.says(loaded, 'upload', 'noop:duplicate'),
  upload.says('VERIFIED', 'view', 'noop:duplicate'),
  upload.says(['IDLE', ...chosen], 'view', 'illegal:not-loaded'),
  upload.says('IDLE', 'cancel', 'noop:duplicate'),
  upload.says(loaded, 'cancel', 'illegal:already-loaded'),
];

/** The catalogue's machine of an upload, written by hand. */
export const uploadByHand = chartBy('upload by hand', all, uploadTold, uploadSilences);

/** What the catalogue's machine of an executive has to remember: the switch as it was saved, and as it is shown. */
export interface Executive {
  readonly saved: boolean;
  readonly shown: boolean;
}

const { goes, says } = handOf<Executive, routing.ConfigurationEvent>();
const both = ['SAVED', 'DIRTY'];

/** The catalogue's table of an executive. */
const executiveTold = [
  says(both, ['toggle', 'set-mode', 'save', 'leave'], 'illegal:not-admin', isAgent),
  goes(both, 'toggle', 'DIRTY', { learn: ({ shown }) => ({ shown: !shown }) }),
  says(both, 'set-mode', 'illegal:user-disabled', ({ shown }) => !shown),
  goes(both, 'set-mode', 'DIRTY'),
  goes('DIRTY', 'save', 'SAVED', { learn: ({ shown }) => ({ saved: shown }) }),
  goes('DIRTY', 'leave', 'SAVED', { learn: ({ saved }) => ({ shown: saved }) }),
];

/** The catalogue's machine of an executive's configuration, written by hand. */
export const executiveByHand = chartBy('executive by hand', both, executiveTold, [
  says('SAVED', ['save', 'leave'], 'noop:nothing-to-save'),
]);
