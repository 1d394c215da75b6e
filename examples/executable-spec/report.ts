/**
 * What a team leader wants to see: do the cases hold, which rules do they exercise, and which of the manual's own cases
 * have another answer under the company's policy?
 *
 *   npm start
 *
 * Exit code 0: all of it is as the company says. 1: a case fails, or a rule is left out and nobody says why.
 */
import { ruleOf, type AnyRuleId } from 'pauta/catalogue';
import { cases as manuals, checkPolicy } from 'pauta/spec';
import { leftOut } from './company/left-out.js';
import { policies } from './company/policy.js';
import { cases, faultsOf, gapsOf, repeated } from './specification.js';

const faults = [
  ...cases.flatMap((one) => faultsOf(one).map((fault) => `${one.id} (${one.name}): ${fault}`)),
  ...repeated().map((id) => `${id}: there twice`),
];
console.log(`${cases.length} cases, ${faults.length} faults`);
for (const fault of faults) console.log(`  ${fault}`);

const systems = gapsOf();
for (const { system, hit, missed, gaps, stale } of systems) {
  console.log(`\n${system}: ${hit.length} of ${hit.length + missed.length} rules exercised`);
  for (const rule of missed)
    console.log(`  ${leftOut[rule] === undefined ? 'GAP ' : 'left'} ${rule}: ${reasonFor(rule)}`);
  for (const rule of stale) console.log(`  STALE ${rule}: said to be left out, and is not, or is no rule`);
  process.exitCode = gaps.length + stale.length > 0 ? 1 : process.exitCode;
}
if (faults.length > 0 || systems.length === 0) process.exitCode = 1;

const asked = manuals().filter(({ system }) => systems.some((one) => one.system === system));
const { changed } = checkPolicy(policies, asked);
console.log(`\nOur policy changes the answer to ${changed.length} of ${asked.length} cases of the manual:`);
for (const { id, name, was, now } of changed)
  console.log(`  ${id} ${name}: ${answer(was.outcome)} → ${answer(now.outcome)}`);

/** Why a rule is left out, or what it says, so that a case for it can be written. */
function reasonFor(rule: string): string {
  return leftOut[rule] ?? ruleOf(rule as AnyRuleId).statement.en;
}

function answer(outcome: unknown): string {
  return typeof outcome === 'string' ? outcome : JSON.stringify(outcome);
}
