import { policies, randomChat, store as storeChats, tables as chatTables } from '../chats.js';
import { embedded, server, type Database } from '../database.js';
import { agreementDifferences, chatDifferences, requirementDifferences, type Difference } from '../differences.js';
import { counted, machine, writeFigures } from '../figures.js';
import { fill, firstPage, planOf } from '../plan.js';
import { mulberry32 } from '../random.js';
import { randomRequirement, scenes, store as storeRequirements, tables as requirementTables } from '../requirements.js';
import { fillWithDays, zoneDifferences } from './zones.js';

const CHATS = 100_000;
const REQUIREMENTS = 100_000;
const BUSY = 100_000;

const random = mulberry32(2026);
const chats = Array.from({ length: CHATS }, () => randomChat(random));
const requirements = Array.from({ length: REQUIREMENTS }, () => randomRequirement(random));
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))];

/** As milliseconds since 1970, two readings that have little in common. */
const countedPolicies = policies.filter((_, index) => index === 0 || index === 5);

const began = Date.now();
function tell(what: string): void {
  console.error(`${((Date.now() - began) / 1000).toFixed(0)} s: ${what}`);
}

/** Everything that is wrong on a database, and what was asked of it. */
async function proof(database: Database): Promise<string> {
  const start = Date.now();
  await database.run(chatTables + requirementTables);
  await storeChats(database, chats);
  await storeRequirements(database, requirements);
  let differences = 0;
  const note = (found: readonly Difference[], what: string): void => {
    differences += found.length;
    for (const one of found.slice(0, 3)) console.error(what, one);
  };
  const inMilliseconds = { table: 'chats_in_ms', instants: 'epoch-ms' } as const;
  for (const policy of policies) {
    note(await chatDifferences(database, chats, { policy, table: 'chats' }), 'chats');
    tell(`policy ${policies.indexOf(policy) + 1} of ${policies.length}`);
  }
  for (const policy of countedPolicies) {
    note(await chatDifferences(database, chats, { ...inMilliseconds, policy }), 'chats_in_ms');
  }
  note(await agreementDifferences(database, chats, { table: 'chats' }), 'the constraint');
  note(await agreementDifferences(database, chats, inMilliseconds), 'the constraint, in milliseconds');
  tell('chats');
  for (const [index, scene] of scenes.entries()) {
    // Each requirement at one instant of the many.
    const some = [...requirements.entries()].filter(([id]) => id % scenes.length === index);
    note(await requirementDifferences(database, some, scene), `requirements in ${scene.policy.zone}`);
  }
  tell('requirements');

  await fillWithDays(database);
  let asked = 0;
  const otherwise: string[] = [];
  for (const zone of zones) {
    const seen = await zoneDifferences(database, zone);
    if (seen.hasOtherClocks) {
      otherwise.push(zone);
      continue;
    }
    asked += seen.asked;
    differences += seen.differences.length;
    for (const one of seen.differences.slice(0, 3)) console.error('zones', one);
  }

  tell('zones');
  await fill(database, BUSY);
  const plan = await planOf(database, firstPage);
  if (plan.join() !== 'Limit,Index Scan (chats_pending_idx)') {
    throw new Error(`${database.name} does not use the index: ${plan.join(' ← ')}`);
  }
  if (differences > 0) throw new Error(`${database.name} gives ${counted(differences)} other answers.`);
  const decisions = [
    `${counted(CHATS * (policies.length + countedPolicies.length))} decisions`,
    `${counted(REQUIREMENTS)} decisions`,
    `${counted(asked)} questions`,
  ];
  return `| ${[...decisions, otherwise.join(', ') || 'none', '0', plan.join(' ← '), `${Math.round((Date.now() - start) / 1000)} s`].join(' | ')} |`;
}

const url = process.env['DATABASE_URL'];
const database = await (url === undefined ? embedded() : server(url));
try {
  const line = await proof(database);
  const table = [
    `| ${counted(CHATS)} chats | ${counted(REQUIREMENTS)} requirements | edges of days, ${zones.length} zones | clocks known otherwise | differences | first page of ${counted(BUSY)} chats | took |`,
    '| --- | --- | --- | --- | --- | --- | --- |',
    line,
    '',
    `${database.name}. Chats as \`timestamptz\` under ${policies.length} policies, as milliseconds under ${countedPolicies.length}; each requirement at one of`,
    `${scenes.length} instants around midnight in six zones. ${machine()}.`,
  ].join('\n');
  console.log(table);
  writeFigures(url === undefined ? 'pglite' : 'postgresql', table);
} finally {
  await database.close();
}
