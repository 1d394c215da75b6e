import { decisionTable, type Row } from '../kernel/table.js';
import type { Role, Why } from './model.js';
import type { RuleId } from './rules.js';

const no = ['no', 'yes'] as const;

const presence = {
  enabled: no,
  mode: ['off', 'enabled', 'auto-assign'],
  saved: no,
  connected: no,
  available: no,
  /** The policy's reading of "conectado o disponible" (RT-1). */
  asked: ['both', 'either'],
} as const;

type Against<Facts> = Row<Facts & Record<string, readonly string[]>, RuleId, Why>;

const againstAgent: readonly Against<typeof presence>[] = [
  // L33: a new user starts disabled, and a disabled one gets nothing.
  {
    rule: 'routing/must-enable',
    when: { enabled: 'no' },
    then: 'disabled',
    applies: ['routing/new-user-disabled', 'routing/user-toggle', 'routing/enable-channel'],
  },
  // L34: "Habilitado+Autoasignación", in this account. A backup needs it as any agent does (RT-5).
  {
    rule: 'routing/account-auto-assign',
    when: { mode: ['off', 'enabled'] },
    then: 'not-auto-assigning',
    applies: ['routing/enable-channel', 'routing/accounts-independent'],
  },
  // L35: what was not saved does not apply.
  { rule: 'routing/save-always', when: { saved: 'no' }, then: 'unsaved', applies: ['routing/save'] },
  // L16: "no se encuentra conectado o disponible".
  { rule: 'routing/backup-agent', when: { asked: 'both', connected: 'no' }, then: 'disconnected' },
  { rule: 'routing/backup-agent', when: { asked: 'both', available: 'no' }, then: 'busy' },
  {
    rule: 'routing/backup-agent',
    when: { asked: 'either', connected: 'no', available: 'no' },
    then: 'disconnected',
  },
];

/** What stands against a main or backup agent: 48 situations in each of two readings. None: usable. */
export const agentTable = /* @__PURE__ */ decisionTable({
  name: 'routing/agent',
  hit: 'collect',
  facts: presence,
  rows: againstAgent,
});

const duty = { enabled: no, saved: no, connected: no, needsConnection: no } as const;

const againstSupervisor: readonly Against<typeof duty>[] = [
  // L33 speaks of any user (RT-4).
  {
    rule: 'routing/must-enable',
    when: { enabled: 'no' },
    then: 'disabled',
    applies: ['routing/new-user-disabled', 'routing/user-toggle'],
  },
  { rule: 'routing/save-always', when: { saved: 'no' }, then: 'unsaved', applies: ['routing/save'] },
  // L17 asks for no connection; a company may (RT-3).
  { rule: 'routing/backup-supervisor', when: { needsConnection: 'yes', connected: 'no' }, then: 'disconnected' },
];

/** What stands against a supervisor: 16 situations. None: takes the client, connected or not. */
export const supervisorTable = /* @__PURE__ */ decisionTable({
  name: 'routing/supervisor',
  hit: 'collect',
  facts: duty,
  rows: againstSupervisor,
});

const space = {
  conversation: ['new', 'open'],
  client: ['not-found', 'found'],
  main: ['not-usable', 'usable'],
  backup: ['none', 'not-usable', 'usable'],
  supervisor: ['none', 'not-usable', 'usable'],
} as const;

/** Who gets the conversation: one of the three, or why none. */
export type Answer = Role | 'keep' | 'not-in-portfolio' | 'nobody';

const rows: readonly Row<typeof space, RuleId, Answer>[] = [
  // L3: asked when a client makes contact, so nothing moves while a conversation is open (RT-20, RT-21).
  { rule: 'routing/on-contact', nearest: true, when: { conversation: 'open' }, then: 'keep' },
  // L2, L22: known by this identifier, in this account (RT-7).
  {
    rule: 'routing/portfolio-key',
    nearest: true,
    when: { conversation: 'new', client: 'not-found' },
    then: 'not-in-portfolio',
    applies: [
      'routing/accounts-independent',
      'routing/identifier-whatsapp',
      'routing/identifier-email',
      'routing/new-client-reupload',
    ],
  },
  // L3: always the same one.
  {
    rule: 'routing/same-agent',
    when: { conversation: 'new', client: 'found', main: 'usable' },
    then: 'main',
    applies: ['routing/one-to-one', 'routing/on-contact'],
  },
  // L16.
  {
    rule: 'routing/backup-agent',
    when: { conversation: 'new', client: 'found', main: 'not-usable', backup: 'usable' },
    then: 'backup',
    applies: ['routing/on-contact'],
  },
  // L17.
  {
    rule: 'routing/backup-supervisor',
    when: {
      conversation: 'new',
      client: 'found',
      main: 'not-usable',
      backup: ['none', 'not-usable'],
      supervisor: 'usable',
    },
    then: 'supervisor',
    applies: ['routing/backup-agent', 'routing/on-contact'],
  },
  // RT-6: the manual ends here.
  {
    rule: 'routing/backup-supervisor',
    when: {
      conversation: 'new',
      client: 'found',
      main: 'not-usable',
      backup: ['none', 'not-usable'],
      supervisor: ['none', 'not-usable'],
    },
    then: 'nobody',
    applies: ['routing/backup-agent', 'routing/on-contact'],
  },
];

/** Whose a client is: the 36 situations of a new conversation, and as many of an open one. */
export const table = /* @__PURE__ */ decisionTable({ name: 'routing', hit: 'unique', facts: space, rows });
