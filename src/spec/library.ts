import type { System } from '../catalogue/index.js';
import type { Case } from './case.js';
import contactCases from './contact/cases.json' with { type: 'json' };
import ladderCases from './ladder/cases.json' with { type: 'json' };
import messagingCases from './messaging/cases.json' with { type: 'json' };
import pendingCases from './pending/cases.json' with { type: 'json' };
import requirementCases from './requirement/cases.json' with { type: 'json' };
import routingCases from './routing/cases.json' with { type: 'json' };

const bySystem: Readonly<Record<System, readonly Case[]>> = {
  contact: contactCases as readonly Case[],
  ladder: ladderCases as readonly Case[],
  messaging: messagingCases as readonly Case[],
  pending: pendingCases as readonly Case[],
  requirement: requirementCases as readonly Case[],
  routing: routingCases as readonly Case[],
};

/** The cases that come with the library: of one system, or of all. */
export function cases(system?: System): readonly Case[] {
  return system === undefined ? Object.values(bySystem).flat() : bySystem[system];
}
