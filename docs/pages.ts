/**
 * The generated parts of the pages, between `<!-- generated: name -->` and `<!-- /generated -->`: what stands there, by
 * page and name.
 */
import * as contact from '../src/contact/index.js';
import * as ladder from '../src/ladder/index.js';
import * as messaging from '../src/messaging/index.js';
import * as pending from '../src/pending/index.js';
import * as requirement from '../src/requirement/index.js';
import * as routing from '../src/routing/index.js';
import { tableMarkdown } from '../src/render/markdown.js';
import { diagramBlock, policyBlock, questionsBlock, refusalsBlock, rulesBlock } from './blocks.js';

export const pages: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'contact.md': {
    table: () => tableMarkdown(contact.table),
    outreach: () => tableMarkdown(contact.outreachTable),
    alternative: () => tableMarkdown(contact.alternativeTable),
    mail: () => tableMarkdown(contact.mailTable),
    answer: () => tableMarkdown(contact.answerTable),
    course: () => tableMarkdown(contact.courseTable),
    diagram: () => diagramBlock(contact.flow),
    refusals: () => refusalsBlock(contact.flow.steps),
    policy: () => policyBlock(contact.defaultPolicy),
    rules: () => rulesBlock(contact.rules),
    questions: () => questionsBlock(contact.questions),
  },
  'ladder.md': {
    table: () => tableMarkdown(ladder.table),
    offer: () => tableMarkdown(ladder.offerTable),
    check: () => tableMarkdown(ladder.checkTable),
    refusal: () => tableMarkdown(ladder.refusalTable),
    price: () => tableMarkdown(ladder.priceTable),
    winner: () => tableMarkdown(ladder.winnerTable),
    segment: () => tableMarkdown(ladder.segmentTable),
    fit: () => tableMarkdown(ladder.fitTable),
    diagram: () => diagramBlock(ladder.flow),
    refusals: () => refusalsBlock(ladder.flow.steps),
    policy: () => policyBlock(ladder.defaultPolicy),
    rules: () => rulesBlock(ladder.rules),
    questions: () => questionsBlock(ladder.questions),
  },
  'messaging.md': {
    table: () => tableMarkdown(messaging.table),
    classification: () => tableMarkdown(messaging.classificationTable),
    department: () => tableMarkdown(messaging.departmentTable),
    hook: () => tableMarkdown(messaging.hookTable),
    support: () => tableMarkdown(messaging.supportTable),
    case: () => tableMarkdown(messaging.caseTable),
    closing: () => tableMarkdown(messaging.closingTable),
    intake: () => tableMarkdown(messaging.intakeTable),
    automation: () => tableMarkdown(messaging.automationTable),
    fallback: () => tableMarkdown(messaging.fallbackTable),
    monitoring: () => tableMarkdown(messaging.monitoringTable),
    diagram: () => diagramBlock(messaging.flow),
    refusals: () => refusalsBlock(messaging.flow.steps),
    loading: () => diagramBlock(messaging.loadingFlow),
    loadingRefusals: () => refusalsBlock(messaging.loadingFlow.steps),
    policy: () => policyBlock(messaging.defaultPolicy),
    rules: () => rulesBlock(messaging.rules),
    questions: () => questionsBlock(messaging.questions),
  },
  'pending.md': {
    table: () => tableMarkdown(pending.table),
    goal: () => tableMarkdown(pending.goalTable),
    policy: () => policyBlock(pending.defaultPolicy),
    rules: () => rulesBlock(pending.rules),
    questions: () => questionsBlock(pending.questions),
  },
  'requirement.md': {
    table: () => tableMarkdown(requirement.table),
    filing: () => tableMarkdown(requirement.filingTable),
    typify: () => tableMarkdown(requirement.typifyTable),
    channel: () => tableMarkdown(requirement.channelTable),
    collections: () => tableMarkdown(requirement.collectionsTable),
    diagram: () => diagramBlock(requirement.flow),
    refusals: () => refusalsBlock(requirement.flow.steps),
    policy: () => policyBlock(requirement.defaultPolicy),
    rules: () => rulesBlock(requirement.rules),
    questions: () => questionsBlock(requirement.questions),
  },
  'routing.md': {
    table: () => tableMarkdown(routing.table),
    agent: () => tableMarkdown(routing.agentTable),
    supervisor: () => tableMarkdown(routing.supervisorTable),
    gate: () => tableMarkdown(routing.gateTable),
    content: () => tableMarkdown(routing.contentTable),
    configuration: () => diagramBlock(routing.configurationFlow),
    configurationRefusals: () => refusalsBlock(routing.configurationFlow.steps),
    diagram: () => diagramBlock(routing.flow),
    refusals: () => refusalsBlock(routing.flow.steps),
    policy: () => policyBlock(routing.defaultPolicy),
    rules: () => rulesBlock(routing.rules),
    questions: () => questionsBlock(routing.questions),
  },
};
