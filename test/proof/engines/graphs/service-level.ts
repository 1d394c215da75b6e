import { decisionTable } from 'pauta/kernel';
import { among, aroundEach, everyOne, type PublicGraph } from './graph.js';

/*
 * gorules/zen, test-data/graphs/service-level-agreement-enforcement.json: whether what was promised to a customer was
 * broken, how grave that is, what is paid for it, and who is told. Five tables, one after the other.
 */

interface Input {
  readonly service: {
    readonly status: string;
    readonly downtimeDuration?: number;
    readonly responseTime?: number;
    readonly packetLoss?: number;
  };
  readonly customer: { readonly serviceTier?: string };
}

type Parameter = (typeof parameters)[number];

const parameters = ['downtime', 'responseTime', 'packetLoss', 'unknown'] as const;
const tiers = ['premium', 'standard'] as const;
const severities = ['critical', 'high', 'medium', 'none'] as const;
const yes = ['yes', 'no'] as const;

const parameterTable = decisionTable({
  name: 'parameter',
  hit: 'first',
  facts: { down: yes, slow: yes, lossy: yes },
  rows: [
    { rule: 'downtime', when: { down: 'yes' }, then: 'downtime' as const },
    { rule: 'response-time', when: { slow: 'yes' }, then: 'responseTime' as const },
    { rule: 'packet-loss', when: { lossy: 'yes' }, then: 'packetLoss' as const },
    { rule: 'unknown', when: {}, then: 'unknown' as const },
  ],
});

/** What is promised: a parameter of a premium and of a standard customer may not be over these. */
const limits = { downtime: [10, 30], responseTime: [200, 500], packetLoss: [0.5, 2] } as const;
const facts = { parameter: parameters, tier: [...tiers, 'another'] } as const;

const breachTable = decisionTable({
  name: 'breach',
  hit: 'first',
  facts: { ...facts, over: ['neither', 'premium', 'standard'] },
  rows: [
    ...(['downtime', 'responseTime', 'packetLoss'] as const).flatMap((parameter) =>
      tiers.map((tier) => ({
        rule: `${parameter}-${tier}`,
        // What is over the limit of a standard customer is over that of a premium one too.
        when: { parameter, tier, over: tier === 'premium' ? (['premium', 'standard'] as const) : tier },
        then: { slaBreached: true, breachDescription: described(parameter, tier) },
      })),
    ),
    { rule: 'none', when: {}, then: { slaBreached: false, breachDescription: 'No SLA breach detected' } },
  ],
});

const severityTable = decisionTable({
  name: 'severity',
  hit: 'first',
  facts: { breached: yes, ...facts },
  rows: [
    ...(
      [
        ['downtime', 'critical', 'high'],
        ['responseTime', 'high', 'medium'],
        ['packetLoss', 'high', 'medium'],
      ] as const
    ).flatMap(([parameter, ...found]) =>
      tiers.map((tier, index) => ({
        rule: `${parameter}-${tier}`,
        when: { breached: 'yes', parameter, tier } as const,
        then: found[index] as (typeof severities)[number],
      })),
    ),
    { rule: 'none', when: {}, then: 'none' as const },
  ],
});

const compensationTable = decisionTable({
  name: 'compensation',
  hit: 'first',
  facts: { breached: yes, tier: facts.tier },
  rows: [
    { rule: 'premium', when: { breached: 'yes', tier: 'premium' }, then: { times: 5, type: 'service_credit' } },
    { rule: 'others', when: { breached: 'yes' }, then: { times: 2, type: 'account_credit' } },
    { rule: 'none', when: {}, then: { times: 0, type: 'none' } },
  ],
});

const escalationTable = decisionTable({
  name: 'told',
  hit: 'first',
  facts: { severity: severities },
  rows: [
    { rule: 'critical', when: { severity: 'critical' }, then: told(true, 'immediate', 'senior_management') },
    { rule: 'high', when: { severity: 'high' }, then: told(true, '4_hours', 'service_manager') },
    { rule: 'medium', when: { severity: 'medium' }, then: told(true, '24_hours', 'support_team') },
    { rule: 'none', when: {}, then: told(false, 'none', 'none') },
  ],
});

const passed = { hitPolicy: 'first', passThrough: true } as const;

export const serviceLevel: PublicGraph<Input> = {
  file: 'service-level-agreement-enforcement.json',
  nodes: [
    {
      expressions: {
        isDowntime: "service.status == 'down'",
        downtimeDuration: 'service.downtimeDuration ?? 0',
        responseTime: 'service.responseTime ?? 0',
        packetLoss: 'service.packetLoss ?? 0',
        customerTier: "customer.serviceTier ?? 'standard'",
      },
    },
    {
      ...passed,
      inputs: [''],
      outputs: ['parameterType', 'parameterValue'],
      rows: [
        ['isDowntime == true', "'downtime'", 'downtimeDuration'],
        ['responseTime > 0', "'responseTime'", 'responseTime'],
        ['packetLoss > 0', "'packetLoss'", 'packetLoss'],
        ['', "'unknown'", '0'],
      ],
    },
    {
      ...passed,
      inputs: ['parameterType', 'customerTier', 'parameterValue'],
      outputs: ['slaBreached', 'breachDescription'],
      rows: [
        ["'downtime'", "'premium'", '> 10', 'true', "'Excessive downtime for premium customer'"],
        ["'downtime'", "'standard'", '> 30', 'true', "'Excessive downtime for standard customer'"],
        ["'responseTime'", "'premium'", '> 200', 'true', "'Response time exceeds premium SLA'"],
        ["'responseTime'", "'standard'", '> 500', 'true', "'Response time exceeds standard SLA'"],
        ["'packetLoss'", "'premium'", '> 0.5', 'true', "'Packet loss exceeds premium SLA'"],
        ["'packetLoss'", "'standard'", '> 2', 'true', "'Packet loss exceeds standard SLA'"],
        ['', '', '', 'false', "'No SLA breach detected'"],
      ],
    },
    {
      ...passed,
      inputs: ['slaBreached', 'parameterType', 'customerTier'],
      outputs: ['severityLevel', 'severityScore'],
      rows: [
        ['true', "'downtime'", "'premium'", "'critical'", '3'],
        ['true', "'downtime'", "'standard'", "'high'", '2'],
        ['true', "'responseTime'", "'premium'", "'high'", '2'],
        ['true', "'responseTime'", "'standard'", "'medium'", '1'],
        ['true', "'packetLoss'", "'premium'", "'high'", '2'],
        ['true', "'packetLoss'", "'standard'", "'medium'", '1'],
        ['', '', '', "'none'", '0'],
      ],
    },
    {
      ...passed,
      inputs: ['slaBreached', 'customerTier'],
      outputs: ['compensationAmount', 'compensationType'],
      rows: [
        ['true', "'premium'", 'parameterValue * 5', "'service_credit'"],
        ['true', '', 'parameterValue * 2', "'account_credit'"],
        ['', '', '0', "'none'"],
      ],
    },
    {
      ...passed,
      inputs: ['severityLevel'],
      outputs: ['requiresEscalation', 'escalationTimeframe', 'escalationLevel'],
      rows: [
        ["'critical'", 'true', "'immediate'", "'senior_management'"],
        ["'high'", 'true', "'4_hours'", "'service_manager'"],
        ["'medium'", 'true', "'24_hours'", "'support_team'"],
        ['', 'false', "'none'", "'none'"],
      ],
    },
  ],
  cases: [
    {
      input: {
        service: { status: 'down', downtimeDuration: 45, responseTime: 320, packetLoss: 0.8 },
        customer: { serviceTier: 'premium' },
      },
      output: {
        service: { status: 'down', downtimeDuration: 45, responseTime: 320, packetLoss: 0.8 },
        customer: { serviceTier: 'premium' },
        ...{ isDowntime: true, downtimeDuration: 45, responseTime: 320, packetLoss: 0.8 },
        ...{ customerTier: 'premium', parameterType: 'downtime', parameterValue: 45 },
        ...{ slaBreached: true, breachDescription: 'Excessive downtime for premium customer' },
        ...{ severityLevel: 'critical', severityScore: 3 },
        ...{ compensationAmount: 225, compensationType: 'service_credit' },
        ...told(true, 'immediate', 'senior_management'),
      },
    },
  ],
  inputs: everyOne({
    status: ['down', 'up'],
    downtimeDuration: [undefined, 0, ...aroundEach(...limits.downtime)],
    responseTime: [undefined, 0, ...aroundEach(...limits.responseTime)],
    packetLoss: [undefined, 0, ...aroundEach(...limits.packetLoss)],
    serviceTier: [undefined, ...tiers, 'basic'],
  }).map(({ serviceTier, ...service }) => JSON.parse(JSON.stringify({ service, customer: { serviceTier } })) as Input),
  tables: [parameterTable, breachTable, severityTable, compensationTable, escalationTable],
  answer: (input, asking) => {
    const { status, downtimeDuration = 0, responseTime = 0, packetLoss = 0 } = input.service;
    const customerTier = input.customer.serviceTier ?? 'standard';
    const parameter = asking.one(parameterTable, {
      down: status === 'down' ? 'yes' : 'no',
      slow: responseTime > 0 ? 'yes' : 'no',
      lossy: packetLoss > 0 ? 'yes' : 'no',
    });
    const parameterValue = { downtime: downtimeDuration, responseTime, packetLoss, unknown: 0 }[parameter];
    const tier = among(tiers, customerTier, 'another');
    const breach = asking.one(breachTable, { parameter, tier, over: overOf(parameter, parameterValue) });
    const breached = breach.slaBreached ? 'yes' : 'no';
    const severity = asking.one(severityTable, { breached, parameter, tier });
    const { times, type } = asking.one(compensationTable, { breached, tier });
    return {
      ...input,
      ...{ isDowntime: status === 'down', downtimeDuration, responseTime, packetLoss, customerTier },
      ...{ parameterType: parameter, parameterValue },
      ...breach,
      ...{ severityLevel: severity, severityScore: { critical: 3, high: 2, medium: 1, none: 0 }[severity] },
      ...{ compensationAmount: parameterValue * times, compensationType: type },
      ...asking.one(escalationTable, { severity }),
    };
  },
};

/** The highest limit that a value is over. */
function overOf(parameter: Parameter, value: number): 'neither' | 'premium' | 'standard' {
  const [premium, standard] = parameter === 'unknown' ? [0, 0] : limits[parameter];
  if (value > standard) return 'standard';
  return value > premium ? 'premium' : 'neither';
}

function described(parameter: Exclude<Parameter, 'unknown'>, tier: string): string {
  if (parameter === 'downtime') return `Excessive downtime for ${tier} customer`;
  return `${parameter === 'responseTime' ? 'Response time' : 'Packet loss'} exceeds ${tier} SLA`;
}

function told(requiresEscalation: boolean, escalationTimeframe: string, escalationLevel: string): object {
  return { requiresEscalation, escalationTimeframe, escalationLevel };
}
