/**
 * Writes the generated parts of the pages, between `<!-- generated: name -->` and `<!-- /generated -->`.
 * With --check it writes nothing, and fails where a page is not what the code says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as contact from '../src/contact/index.js';
import * as ladder from '../src/ladder/index.js';
import * as messaging from '../src/messaging/index.js';
import * as pending from '../src/pending/index.js';
import * as requirement from '../src/requirement/index.js';
import * as routing from '../src/routing/index.js';
import { diagramBlock, policyBlock, refusalsBlock, rulesBlock, tableBlock } from './blocks.js';

const pages: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'contact.md': {
    table: () => tableBlock(contact.table),
    outreach: () => tableBlock(contact.outreachTable),
    alternative: () => tableBlock(contact.alternativeTable),
    mail: () => tableBlock(contact.mailTable),
    answer: () => tableBlock(contact.answerTable),
    course: () => tableBlock(contact.courseTable),
    diagram: () => diagramBlock('DUE', contact.flow.final, contact.flow.graph),
    refusals: () => refusalsBlock(contact.flow.steps),
    policy: () => policyBlock(contact.defaultPolicy),
    rules: () => rulesBlock(contact.rules),
  },
  'ladder.md': {
    table: () => tableBlock(ladder.table),
    offer: () => tableBlock(ladder.offerTable),
    check: () => tableBlock(ladder.checkTable),
    refusal: () => tableBlock(ladder.refusalTable),
    price: () => tableBlock(ladder.priceTable),
    winner: () => tableBlock(ladder.winnerTable),
    segment: () => tableBlock(ladder.segmentTable),
    fit: () => tableBlock(ladder.fitTable),
    diagram: () => diagramBlock('SEARCHING', ladder.flow.final, ladder.flow.graph),
    refusals: () => refusalsBlock(ladder.flow.steps),
    policy: () => policyBlock(ladder.defaultPolicy),
    rules: () => rulesBlock(ladder.rules),
  },
  'messaging.md': {
    table: () => tableBlock(messaging.table),
    classification: () => tableBlock(messaging.classificationTable),
    department: () => tableBlock(messaging.departmentTable),
    hook: () => tableBlock(messaging.hookTable),
    support: () => tableBlock(messaging.supportTable),
    case: () => tableBlock(messaging.caseTable),
    closing: () => tableBlock(messaging.closingTable),
    intake: () => tableBlock(messaging.intakeTable),
    automation: () => tableBlock(messaging.automationTable),
    fallback: () => tableBlock(messaging.fallbackTable),
    monitoring: () => tableBlock(messaging.monitoringTable),
    diagram: () => diagramBlock('NEW', messaging.flow.final, messaging.flow.graph),
    refusals: () => refusalsBlock(messaging.flow.steps),
    loading: () => diagramBlock('IDLE', messaging.loadingFlow.final, messaging.loadingFlow.graph),
    loadingRefusals: () => refusalsBlock(messaging.loadingFlow.steps),
    policy: () => policyBlock(messaging.defaultPolicy),
    rules: () => rulesBlock(messaging.rules),
  },
  'pending.md': {
    table: () => tableBlock(pending.table),
    goal: () => tableBlock(pending.goalTable),
    policy: () => policyBlock(pending.defaultPolicy),
    rules: () => rulesBlock(pending.rules),
  },
  'requirement.md': {
    table: () => tableBlock(requirement.table),
    filing: () => tableBlock(requirement.filingTable),
    typify: () => tableBlock(requirement.typifyTable),
    channel: () => tableBlock(requirement.channelTable),
    collections: () => tableBlock(requirement.collectionsTable),
    diagram: () => diagramBlock('NONE', requirement.flow.final, requirement.flow.graph),
    refusals: () => refusalsBlock(requirement.flow.steps),
    policy: () => policyBlock(requirement.defaultPolicy),
    rules: () => rulesBlock(requirement.rules),
  },
  'routing.md': {
    table: () => tableBlock(routing.table),
    agent: () => tableBlock(routing.agentTable),
    supervisor: () => tableBlock(routing.supervisorTable),
    gate: () => tableBlock(routing.gateTable),
    content: () => tableBlock(routing.contentTable),
    configuration: () => diagramBlock('SAVED', [], routing.configurationFlow.graph),
    configurationRefusals: () => refusalsBlock(routing.configurationFlow.steps),
    diagram: () => diagramBlock('IDLE', routing.flow.final, routing.flow.graph),
    refusals: () => refusalsBlock(routing.flow.steps),
    policy: () => policyBlock(routing.defaultPolicy),
    rules: () => rulesBlock(routing.rules),
  },
};

const checks = process.argv.includes('--check');
let drifted = 0;

for (const [name, blocks] of Object.entries(pages)) {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const before = readFileSync(path, 'utf8');
  const after = before.replace(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, start: string, block: string, end: string) => `${start}\n${blockOf(name, blocks, block)}\n\n${end}`,
  );
  for (const block of Object.keys(blocks)) {
    if (!before.includes(`<!-- generated: ${block} -->`)) throw new Error(`${name} has no place for "${block}".`);
  }
  if (after === before) continue;
  drifted += 1;
  if (checks) console.error(`docs/${name} is not what the code says: run "npm run docs".`);
  else writeFileSync(path, after);
}

console.log(checks ? `${drifted} pages differ from the code` : `${drifted} pages written`);
process.exitCode = checks && drifted > 0 ? 1 : 0;

function blockOf(page: string, blocks: Readonly<Record<string, () => string>>, name: string): string {
  const make = blocks[name];
  if (make === undefined) throw new Error(`${page} asks for a part that nobody makes: "${name}".`);
  return make();
}
