import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';

/** The platform's volume classes, from small to large; what they hold is its own affair (LA-11). */
export type VolumeClass = 'mini' | 'light' | 'full' | 'black';

/** A mover, as far as the lists look at one. */
export interface Mover {
  readonly mp: string;
  /** The classes that the mover takes. */
  readonly volumes: readonly VolumeClass[];
  /** Where the mover is. Regions compare by their exact text. */
  readonly region: string;
}

/** The service to be offered. */
export interface Service {
  readonly volume: VolumeClass;
  /** The regions whose movers come into question. */
  readonly regions: readonly string[];
}

const space = {
  segmentBy: ['volume', 'region', 'either'],
  volume: ['fits', 'other'],
  region: ['fits', 'other'],
} as const;

const rows: readonly Row<typeof space, RuleId, boolean>[] = [
  // L8: by volume class …
  { rule: 'ladder/lists-segment', when: { segmentBy: 'volume', volume: 'fits' }, then: true },
  { rule: 'ladder/lists-segment', when: { segmentBy: 'volume', volume: 'other' }, then: false },
  // … or by the regions where the movers are.
  { rule: 'ladder/lists-segment', when: { segmentBy: 'region', region: 'fits' }, then: true },
  { rule: 'ladder/lists-segment', when: { segmentBy: 'region', region: 'other' }, then: false },
  // LA-10: the union, where the policy wants it.
  { rule: 'ladder/lists-segment', when: { segmentBy: 'either', volume: 'fits' }, then: true },
  { rule: 'ladder/lists-segment', when: { segmentBy: 'either', volume: 'other', region: 'fits' }, then: true },
  { rule: 'ladder/lists-segment', when: { segmentBy: 'either', volume: 'other', region: 'other' }, then: false },
];

/** Whether a mover is on the lists of a service. */
export const segmentTable = /* @__PURE__ */ decisionTable({
  name: 'ladder/segment',
  hit: 'unique',
  facts: space,
  rows,
});

export interface BroadcastOutcome {
  readonly action: 'send-to';
  /** Whom to send the details of the service, in the order given, each once. */
  readonly mps: readonly string[];
}

export type BroadcastDecision = Decision<BroadcastOutcome, RuleId, { readonly segmentBy: Policy['segmentBy'] }>;

/**
 * Whom the WhatsApp lists of a service reach. Each mover once, and nobody who was reached before (`reached`).
 * What the message says is the host's: the manual's example is lost (ladder/lists-template).
 *
 * Source: manual-assignment L8–10.
 */
export function broadcast(
  service: Service,
  movers: readonly Mover[],
  context: { readonly policy?: Policy; readonly reached?: readonly string[] } = {},
): BroadcastDecision {
  const { segmentBy } = context.policy ?? defaultPolicy;
  const { at } = segmentTable;
  const reached = new Set(context.reached);
  const mps = movers
    .filter(({ volumes, region }) => {
      const ofVolume = volumes.includes(service.volume) ? at.volume.fits : at.volume.other;
      const ofRegion = service.regions.includes(region) ? at.region.fits : at.region.other;
      return segmentTable.row(at.segmentBy[segmentBy] + ofVolume + ofRegion).then;
    })
    .map(({ mp }) => mp)
    .filter((mp) => !reached.has(mp) && reached.add(mp));
  return {
    outcome: { action: 'send-to', mps },
    rule: 'ladder/lists-segment',
    situation: { segmentBy },
    validUntil: null,
  };
}
