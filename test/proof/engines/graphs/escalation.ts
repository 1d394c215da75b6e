import { decisionTable } from 'pauta/kernel';
import { among, aroundEach, everyOne, type PublicGraph } from './graph.js';

/*
 * gorules/zen, test-data/graphs/customer-service-escalation.json: whom an issue goes to, by the customer's tier, how
 * complex the issue is and the money at stake.
 */

interface Input {
  readonly customer: { readonly tier: string };
  readonly issue: { readonly complexity: string; readonly financialImpact: number };
}

const tiers = ['premium', 'standard', 'trial'] as const;
const complexities = ['high', 'medium', 'low'] as const;

const senior = (priority: number, slaMinutes: number): object => ({
  level: 'senior_support',
  description: 'Escalate to senior support team',
  priority,
  slaMinutes,
  assignedTeam: 'Senior Support Team',
});

const table = decisionTable({
  name: 'escalation',
  hit: 'first',
  facts: {
    tier: [...tiers, 'another'],
    complexity: [...complexities, 'another'],
    impact: ['to-1000', 'to-2000', 'to-5000', 'over-5000'],
  },
  rows: [
    {
      rule: 'premium-high-over-5000',
      when: { tier: 'premium', complexity: 'high', impact: 'over-5000' },
      then: {
        level: 'immediate_executive',
        description: 'Immediate executive team escalation required',
        priority: 1,
        slaMinutes: 30,
        assignedTeam: 'Executive Response Team',
      },
    },
    {
      rule: 'premium-high-to-5000',
      when: { tier: 'premium', complexity: 'high', impact: ['to-1000', 'to-2000', 'to-5000'] },
      then: senior(2, 120),
    },
    {
      rule: 'premium-over-1000',
      when: { tier: 'premium', complexity: ['medium', 'low'], impact: ['to-2000', 'to-5000', 'over-5000'] },
      then: senior(2, 120),
    },
    {
      rule: 'standard-high-over-2000',
      when: { tier: 'standard', complexity: 'high', impact: ['to-5000', 'over-5000'] },
      then: senior(2, 180),
    },
    {
      rule: 'standard-medium-over-5000',
      when: { tier: 'standard', complexity: 'medium', impact: 'over-5000' },
      then: senior(2, 180),
    },
    {
      rule: 'trial-high-over-5000',
      when: { tier: 'trial', complexity: 'high', impact: 'over-5000' },
      then: senior(3, 240),
    },
    {
      rule: 'otherwise',
      when: {},
      then: {
        level: 'standard_support',
        description: 'Handle through standard support process',
        priority: 4,
        slaMinutes: 480,
        assignedTeam: 'Standard Support Team',
      },
    },
  ],
});

const seniorCells = ["'senior_support'", "'Escalate to senior support team'"] as const;

export const escalation: PublicGraph<Input> = {
  file: 'customer-service-escalation.json',
  nodes: [
    {
      hitPolicy: 'first',
      inputs: ['customer.tier', 'issue.complexity', 'issue.financialImpact'],
      outputs: ['level', 'description', 'priority', 'slaMinutes', 'assignedTeam'].map((field) => `escalation.${field}`),
      rows: [
        [
          ...["'premium'", "'high'", '> 5000'],
          ...["'immediate_executive'", "'Immediate executive team escalation required'", '1', '30'],
          "'Executive Response Team'",
        ],
        ["'premium'", "'high'", '<= 5000', ...seniorCells, '2', '120', "'Senior Support Team'"],
        ["'premium'", "'medium', 'low'", '> 1000', ...seniorCells, '2', '120', "'Senior Support Team'"],
        ["'standard'", "'high'", '> 2000', ...seniorCells, '2', '180', "'Senior Support Team'"],
        ["'standard'", "'medium'", '> 5000', ...seniorCells, '2', '180', "'Senior Support Team'"],
        ["'trial'", "'high'", '> 5000', ...seniorCells, '3', '240', "'Senior Support Team'"],
        [
          ...['', '', '', "'standard_support'", "'Handle through standard support process'", '4', '480'],
          "'Standard Support Team'",
        ],
      ],
    },
  ],
  cases: [
    {
      input: { customer: { tier: 'premium' }, issue: { complexity: 'high', financialImpact: 7500 } },
      output: {
        escalation: {
          level: 'immediate_executive',
          description: 'Immediate executive team escalation required',
          priority: 1,
          slaMinutes: 30,
          assignedTeam: 'Executive Response Team',
        },
      },
    },
  ],
  inputs: everyOne({
    tier: [...tiers, 'basic'],
    complexity: [...complexities, 'unknown'],
    financialImpact: [0, ...aroundEach(1000, 2000, 5000)],
  }).map(({ tier, complexity, financialImpact }) => ({ customer: { tier }, issue: { complexity, financialImpact } })),
  tables: [table],
  answer: ({ customer, issue }, asking) => ({
    escalation: asking.one(table, {
      tier: among(tiers, customer.tier, 'another'),
      complexity: among(complexities, issue.complexity, 'another'),
      impact: impactOf(issue.financialImpact),
    }),
  }),
};

function impactOf(money: number): 'to-1000' | 'to-2000' | 'to-5000' | 'over-5000' {
  if (money <= 1000) return 'to-1000';
  if (money <= 2000) return 'to-2000';
  return money <= 5000 ? 'to-5000' : 'over-5000';
}
