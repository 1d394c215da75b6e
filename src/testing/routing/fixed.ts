import type { Instant } from '../../kernel/clock.js';
import type * as routing from '../../routing/index.js';
import { deepFreeze } from '../frozen.js';

/** The instant of whatever is done first. */
export const around: Instant = Date.parse('2024-05-13T10:00:00-04:00');

/** Two accounts, and a client. */
export const WA = 'wa-1';
export const MAIL = 'mail-1';
export const CLIENT = '56912345678';

/** The ids of agents, with names among them that every object has. */
export const agentIds = ['ana', 'benito', 'carla', '__proto__', 'constructor', 'toString'] as const;

/** Somebody who can be given clients in these accounts. */
export function ready(...accounts: readonly string[]): routing.Agent {
  const modes = Object.fromEntries(accounts.map((account) => [account, 'auto-assign'] as const));
  return { enabled: true, modes, saved: true, connected: true, available: true };
}

/** Everybody whom rows may name, able to take any client of these accounts. */
export function everybody(...accounts: readonly string[]): routing.Team {
  return deepFreeze(Object.fromEntries(agentIds.map((id) => [id, ready(...accounts)])));
}

/** A row of a client with a main agent and nobody else. */
export function rowOf(client: string, main: string, more: Partial<routing.UploadRow> = {}): routing.UploadRow {
  return { client, main, backup: null, supervisor: null, ...more };
}

/** A file: the usual headings, and a line for each row. */
export function csvOf(rows: readonly routing.UploadRow[]): string {
  const lines = rows.map(({ client, main, backup, supervisor }) =>
    [client, main, backup ?? '', supervisor ?? ''].join(','),
  );
  return ['Identificador de Usuario*,Ejecutivo*,Ejecutivo de Respaldo,Supervisor de Respaldo', ...lines].join('\n');
}

/** Where that file is loaded. */
export const FILE = { account: WA, fileName: 'cartera.csv' } as const;
