import { decisionTable } from 'pauta/kernel';
import { among, aroundEach, everyOne, type PublicGraph } from './graph.js';

/*
 * gorules/zen, test-data/graphs/returns-and-refund-policy.json: whether goods are taken back, and then who bears it.
 * The second table looks at what the first one answered. (What is reckoned from both, the refund, is left out.)
 */

interface Input {
  readonly returnReason: string;
  readonly daysSincePurchase: number;
  readonly itemCondition: string;
  readonly sellerPolicy: { readonly returnsAllowed: boolean };
}

const reasons = ['damaged', 'defective', 'wrong_item', 'changed_mind', 'damaged_in_transit'] as const;
const conditions = ['new', 'like_new', 'used', 'refurbished'] as const;

const eligibility = decisionTable({
  name: 'returns',
  hit: 'first',
  facts: { days: ['under-30', 'to-60', 'over-60'], allowed: ['yes', 'no'], reason: [...reasons, 'another'] },
  rows: [
    {
      rule: 'within',
      when: { days: 'under-30', allowed: 'yes', reason: ['damaged', 'defective', 'wrong_item'] },
      then: status(true, 'eligible', 'The return is within policy timeframe and eligible for processing.'),
    },
    {
      rule: 'changed-mind',
      when: { days: 'under-30', allowed: 'yes', reason: 'changed_mind' },
      then: status(
        true,
        'eligible_restocking_fee',
        'Return is eligible but subject to restocking fee per seller policy.',
      ),
    },
    {
      // The file says `> 30, <= 60`. A comma is an "or" to the engine, so that any number of days fits.
      rule: 'extended',
      when: { allowed: 'yes', reason: ['damaged', 'defective'] },
      then: status(true, 'eligible_extended', 'Extended return period applies for product issues.'),
    },
    {
      rule: 'too-late',
      when: { days: 'over-60' },
      then: status(false, 'ineligible_timeframe', 'Return period has expired.'),
    },
    {
      rule: 'not-returnable',
      when: { allowed: 'no' },
      then: status(false, 'ineligible_non_returnable', 'Item is marked as non-returnable in seller policy.'),
    },
    {
      rule: 'otherwise',
      when: {},
      then: status(false, 'ineligible_other', 'Return does not meet eligibility criteria.'),
    },
  ],
});

const responsibility = decisionTable({
  name: 'responsibility',
  hit: 'first',
  facts: { reason: [...reasons, 'another'], condition: [...conditions, 'another'], eligible: ['yes', 'no'] },
  rows: [
    {
      rule: 'issue-of-new',
      when: { reason: ['damaged', 'defective'], condition: ['new', 'like_new'], eligible: 'yes' },
      then: borne('seller', true, 'Seller is responsible for product issues on new items.'),
    },
    {
      rule: 'wrong-item',
      when: { reason: 'wrong_item', eligible: 'yes' },
      then: borne('seller', true, 'Seller is responsible for shipping incorrect item.'),
    },
    {
      rule: 'transit',
      when: { reason: 'damaged_in_transit', eligible: 'yes' },
      then: borne('platform', true, 'Platform shipping protection covers transit damage.'),
    },
    {
      rule: 'changed-mind',
      when: { reason: 'changed_mind', eligible: 'yes' },
      then: borne('buyer', true, 'Buyer is responsible for return costs when changing mind.'),
    },
    {
      rule: 'issue-of-used',
      when: { reason: ['damaged', 'defective'], condition: ['used', 'refurbished'], eligible: 'yes' },
      then: borne('shared', true, 'Responsibility is shared for used/refurbished items with issues.'),
    },
    {
      rule: 'not-eligible',
      when: { eligible: 'no' },
      then: borne('none', false, 'No refund applicable for ineligible returns.'),
    },
    {
      rule: 'otherwise',
      when: {},
      then: borne('platform', false, 'Platform will review the case for final determination.'),
    },
  ],
});

const withinCells = "'The return is within policy timeframe and eligible for processing.'";
const feeCells = "'Return is eligible but subject to restocking fee per seller policy.'";
const issues = "'damaged', 'defective'";

export const returns: PublicGraph<Input> = {
  file: 'returns-and-refund-policy.json',
  nodes: [
    {
      hitPolicy: 'first',
      inputs: ['daysSincePurchase', 'sellerPolicy.returnsAllowed', 'returnReason'],
      outputs: ['returnStatus.isEligible', 'returnStatus.code', 'returnStatus.message'],
      passThrough: true,
      rows: [
        ['< 30', 'true', "'damaged', 'defective', 'wrong_item'", 'true', "'eligible'", withinCells],
        ['< 30', 'true', "'changed_mind'", 'true', "'eligible_restocking_fee'", feeCells],
        [
          ...['> 30, <= 60', 'true', issues, 'true', "'eligible_extended'"],
          "'Extended return period applies for product issues.'",
        ],
        ['> 60', '', '', 'false', "'ineligible_timeframe'", "'Return period has expired.'"],
        [
          ...['', 'false', '', 'false', "'ineligible_non_returnable'"],
          "'Item is marked as non-returnable in seller policy.'",
        ],
        ['', '', '', 'false', "'ineligible_other'", "'Return does not meet eligibility criteria.'"],
      ],
    },
    {
      hitPolicy: 'first',
      inputs: ['returnReason', 'itemCondition', 'returnStatus.isEligible'],
      outputs: ['resolution.responsibleParty', 'resolution.refundApproved', 'resolution.note'],
      passThrough: true,
      rows: [
        [
          ...[issues, "'new', 'like_new'", 'true', "'seller'", 'true'],
          "'Seller is responsible for product issues on new items.'",
        ],
        ["'wrong_item'", '', 'true', "'seller'", 'true', "'Seller is responsible for shipping incorrect item.'"],
        [
          ...["'damaged_in_transit'", '', 'true', "'platform'", 'true'],
          "'Platform shipping protection covers transit damage.'",
        ],
        [
          ...["'changed_mind'", '', 'true', "'buyer'", 'true'],
          "'Buyer is responsible for return costs when changing mind.'",
        ],
        [
          ...[issues, "'used', 'refurbished'", 'true', "'shared'", 'true'],
          "'Responsibility is shared for used/refurbished items with issues.'",
        ],
        ['', '', 'false', "'none'", 'false', "'No refund applicable for ineligible returns.'"],
        ['', '', '', "'platform'", 'false', "'Platform will review the case for final determination.'"],
      ],
    },
  ],
  cases: [
    {
      input: {
        returnReason: 'damaged',
        daysSincePurchase: 25,
        itemCondition: 'new',
        sellerPolicy: { returnsAllowed: true },
      },
      output: {
        returnReason: 'damaged',
        daysSincePurchase: 25,
        itemCondition: 'new',
        sellerPolicy: { returnsAllowed: true },
        returnStatus: status(true, 'eligible', 'The return is within policy timeframe and eligible for processing.'),
        resolution: borne('seller', true, 'Seller is responsible for product issues on new items.'),
      },
    },
  ],
  inputs: everyOne({
    returnReason: [...reasons, 'late'],
    daysSincePurchase: [0, ...aroundEach(30, 60)],
    itemCondition: [...conditions, 'broken'],
    returnsAllowed: [true, false],
  }).map(({ returnsAllowed, ...input }) => ({ ...input, sellerPolicy: { returnsAllowed } })),
  tables: [eligibility, responsibility],
  answer: (input, asking) => {
    const reason = among(reasons, input.returnReason, 'another');
    const returnStatus = asking.one(eligibility, {
      days: daysOf(input.daysSincePurchase),
      allowed: input.sellerPolicy.returnsAllowed ? 'yes' : 'no',
      reason,
    });
    const resolution = asking.one(responsibility, {
      reason,
      condition: among(conditions, input.itemCondition, 'another'),
      eligible: returnStatus.isEligible ? 'yes' : 'no',
    });
    return { ...input, returnStatus, resolution };
  },
};

function daysOf(days: number): 'under-30' | 'to-60' | 'over-60' {
  if (days < 30) return 'under-30';
  return days <= 60 ? 'to-60' : 'over-60';
}

function status(isEligible: boolean, code: string, message: string): { readonly isEligible: boolean } {
  return { isEligible, ...{ code, message } };
}

function borne(responsibleParty: string, refundApproved: boolean, note: string): object {
  return { responsibleParty, refundApproved, note };
}
