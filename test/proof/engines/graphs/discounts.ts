import { decisionTable } from 'pauta/kernel';
import { among, everyOne, type PublicGraph } from './graph.js';

/*
 * gorules/zen, test-data/graphs/decision-table-discounts.json: the discounts of an order, by its code and date, when
 * the customer joined, and how often they bought. It collects.
 */

interface Input {
  readonly code: string;
  readonly order: { readonly createdAt: string };
  readonly customer: { readonly joinDate: string; readonly pastPurchases: readonly object[] };
}

const codes = ['WELCOME_2023', 'BACK_TO_BACK', 'EARLY_BIRD'] as const;

const table = decisionTable({
  name: 'discounts',
  hit: 'collect',
  facts: {
    code: [...codes, 'another'],
    ordered: ['january-2023', 'another-time'],
    joined: ['before-2020', 'to-2022', 'since-2023'],
    purchases: ['none', 'to-10', 'over-10'],
  },
  rows: [
    {
      rule: 'welcome',
      when: { code: 'WELCOME_2023', joined: 'since-2023', purchases: 'none' },
      then: { discount: { percentage: 15 } },
    },
    {
      rule: 'recurring',
      when: { code: 'BACK_TO_BACK', ordered: 'january-2023', purchases: 'over-10' },
      then: { discount: { flat: 25 } },
    },
    {
      rule: 'old-customer',
      when: { code: 'EARLY_BIRD', joined: 'before-2020' },
      then: { discount: { percentage: 10 } },
    },
  ],
});

export const discounts: PublicGraph<Input> = {
  file: 'decision-table-discounts.json',
  nodes: [
    {
      hitPolicy: 'collect',
      inputs: ['code', 'date(order.createdAt)', 'date(customer.joinDate)', 'len(customer.pastPurchases)'],
      outputs: ['discount.percentage', 'discount.flat'],
      rows: [
        ['"WELCOME_2023"', '', '> date("2023-01-01")', '0', '15', ''],
        ['"BACK_TO_BACK"', '[date("2023-01-01")..date("2023-02-01")]', '', '> 10', '', '25'],
        ['"EARLY_BIRD"', '', '< date("2020-01-01")', '', '10', ''],
      ],
    },
  ],
  cases: [
    expected('WELCOME_2023', '2023-01-15', '2023-02-01', 0, { percentage: 15 }),
    expected('BACK_TO_BACK', '2023-01-20', '2023-01-10', 11, { flat: 25 }),
    expected('EARLY_BIRD', '2022-01-15', '2019-12-01', 0, { percentage: 10 }),
  ],
  inputs: everyOne({
    code: [...codes, 'NONE'],
    createdAt: ['2022-12-31', '2023-01-01', '2023-01-20', '2023-02-01', '2023-02-02'],
    joinDate: ['2019-12-31', '2020-01-01', '2020-01-02', '2022-12-31', '2023-01-01', '2023-01-02'],
    purchases: [0, 1, 10, 11],
  }).map(({ code, createdAt, joinDate, purchases }) => inputOf(code, createdAt, joinDate, purchases)),
  tables: [table],
  answer: ({ code, order, customer }, asking) =>
    asking.all(table, {
      code: among(codes, code, 'another'),
      // Dates as ISO 8601 writes them have the order of their letters.
      ordered: order.createdAt >= '2023-01-01' && order.createdAt <= '2023-02-01' ? 'january-2023' : 'another-time',
      joined: joinedOf(customer.joinDate),
      purchases: purchasesOf(customer.pastPurchases.length),
    }),
};

function joinedOf(date: string): 'before-2020' | 'to-2022' | 'since-2023' {
  if (date < '2020-01-01') return 'before-2020';
  // The day itself does not count: it says after the first of January.
  return date <= '2023-01-01' ? 'to-2022' : 'since-2023';
}

function purchasesOf(count: number): 'none' | 'to-10' | 'over-10' {
  if (count === 0) return 'none';
  return count <= 10 ? 'to-10' : 'over-10';
}

function inputOf(code: string, createdAt: string, joinDate: string, purchases: number): Input {
  return {
    code,
    order: { createdAt },
    customer: { joinDate, pastPurchases: Array.from({ length: purchases }, () => ({})) },
  };
}

function expected(
  code: string,
  createdAt: string,
  joinDate: string,
  purchases: number,
  discount: object,
): PublicGraph<Input>['cases'][number] {
  return { input: inputOf(code, createdAt, joinDate, purchases), output: [{ discount }] };
}
