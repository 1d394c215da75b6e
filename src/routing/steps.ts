import type { MachineDefinition } from '../kernel/machine.js';
import type { Asked, Guard } from './guards.js';
import type { Code, Event, Stage } from './model.js';
import type { RuleId } from './rules.js';

/** What each event does at each stage of an upload. */
export const steps: MachineDefinition<Stage, Event['type'], Guard, RuleId, Asked, Code>['steps'] = [
  // L14, before all else.
  {
    from: ['IDLE', 'ACCOUNT_SELECTED', 'FILE_CHOSEN', 'MAPPED', 'VALIDATED', 'REJECTED', 'LOADED', 'VERIFIED'],
    on: ['select-account', 'choose-file', 'map-columns', 'validate', 'upload', 'view', 'cancel'],
    if: 'not an administrator',
    refuse: 'not-admin',
    rule: 'routing/admin-only',
  },

  // L21: one account, and first.
  { from: 'IDLE', on: 'select-account', to: 'ACCOUNT_SELECTED', rule: 'routing/select-account' },
  {
    from: 'IDLE',
    on: ['choose-file', 'map-columns', 'validate', 'upload'],
    refuse: 'no-account',
    rule: 'routing/select-account',
  },
  {
    from: ['ACCOUNT_SELECTED', 'FILE_CHOSEN', 'MAPPED', 'VALIDATED', 'REJECTED'],
    on: 'select-account',
    to: 'ACCOUNT_SELECTED',
    rule: 'routing/select-account',
  },
  // L22: once more for each account.
  {
    from: ['LOADED', 'VERIFIED'],
    on: 'select-account',
    to: 'ACCOUNT_SELECTED',
    rule: 'routing/per-account-repeat',
  },
  {
    from: ['LOADED', 'VERIFIED'],
    on: ['choose-file', 'map-columns', 'validate'],
    refuse: 'already-loaded',
    rule: 'routing/per-account-repeat',
    nearest: true,
  },

  // L24: a file of comma separated values.
  {
    from: ['ACCOUNT_SELECTED', 'FILE_CHOSEN', 'MAPPED', 'VALIDATED', 'REJECTED'],
    on: 'choose-file',
    if: 'not a csv file',
    refuse: 'not-csv',
    rule: 'routing/csv-format',
  },
  // L27: mended, and loaded again.
  { from: 'REJECTED', on: 'choose-file', to: 'FILE_CHOSEN', rule: 'routing/fix-and-reupload' },
  {
    from: ['ACCOUNT_SELECTED', 'FILE_CHOSEN', 'MAPPED', 'VALIDATED'],
    on: 'choose-file',
    to: 'FILE_CHOSEN',
    rule: 'routing/csv-format',
  },

  // L26: each option with an asterisk has its column. A column chosen wrongly is a reason for bad rows, too.
  { from: 'ACCOUNT_SELECTED', on: 'map-columns', refuse: 'no-file', rule: 'routing/upload' },
  {
    from: ['FILE_CHOSEN', 'MAPPED', 'VALIDATED', 'REJECTED'],
    on: 'map-columns',
    if: 'an option without its column',
    refuse: 'column-mapping',
    rule: 'routing/column-mapping',
  },
  {
    from: ['FILE_CHOSEN', 'MAPPED', 'VALIDATED', 'REJECTED'],
    on: 'map-columns',
    to: 'MAPPED',
    rule: 'routing/column-mapping',
  },
  {
    from: ['ACCOUNT_SELECTED', 'FILE_CHOSEN'],
    on: ['validate', 'upload'],
    refuse: 'not-mapped',
    rule: 'routing/column-mapping',
  },

  // L27: one wrong identifier is enough.
  {
    from: ['MAPPED', 'VALIDATED'],
    on: 'validate',
    if: 'bad rows',
    to: 'REJECTED',
    rule: 'routing/all-or-nothing',
  },
  {
    from: ['MAPPED', 'VALIDATED'],
    on: 'validate',
    if: 'conflicts',
    to: 'REJECTED',
    rule: 'routing/one-to-one',
  },
  {
    from: ['MAPPED', 'VALIDATED'],
    on: 'validate',
    if: 'an Email account',
    to: 'VALIDATED',
    rule: 'routing/identifier-email',
  },
  { from: ['MAPPED', 'VALIDATED'], on: 'validate', to: 'VALIDATED', rule: 'routing/identifier-whatsapp' },
  { from: 'REJECTED', on: 'validate', refuse: 'not-mended', rule: 'routing/fix-and-reupload' },

  // L25.
  { from: 'VALIDATED', on: 'upload', to: 'LOADED', rule: 'routing/upload' },
  { from: ['MAPPED', 'REJECTED'], on: 'upload', refuse: 'not-validated', rule: 'routing/all-or-nothing' },
  { from: ['LOADED', 'VERIFIED'], on: 'upload', ignore: 'duplicate', rule: 'routing/upload' },

  // L28: looked at in "Ver Asignaciones Directas".
  { from: 'LOADED', on: 'view', to: 'VERIFIED', rule: 'routing/verify-load' },
  { from: 'VERIFIED', on: 'view', ignore: 'duplicate', rule: 'routing/verify-load' },
  {
    from: ['IDLE', 'ACCOUNT_SELECTED', 'FILE_CHOSEN', 'MAPPED', 'VALIDATED', 'REJECTED'],
    on: 'view',
    refuse: 'not-loaded',
    rule: 'routing/verify-load',
  },

  // Nothing was applied before the upload, so nothing has to be taken back.
  {
    from: ['ACCOUNT_SELECTED', 'FILE_CHOSEN', 'MAPPED', 'VALIDATED', 'REJECTED'],
    on: 'cancel',
    to: 'IDLE',
    rule: 'routing/all-or-nothing',
  },
  { from: 'IDLE', on: 'cancel', ignore: 'duplicate', rule: 'routing/all-or-nothing', nearest: true },
  { from: ['LOADED', 'VERIFIED'], on: 'cancel', refuse: 'already-loaded', rule: 'routing/upload', nearest: true },
];
