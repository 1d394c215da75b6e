import { decisionTable } from 'pauta/kernel';
import { among, aroundEach, everyOne, type PublicGraph } from './graph.js';

/*
 * gorules/zen, test-data/graphs/decision-table-shipping.json: what shipping costs, by what the cart is worth, whether
 * the customer is premium, and the country.
 */

interface Input {
  readonly cart: { readonly items: readonly { readonly unitPrice: number; readonly quantity: number }[] };
  readonly customer: { readonly tags: readonly string[]; readonly country: string };
}

const countries = ['US', 'GB', 'IE'] as const;
const places = [
  { name: 'PREMIUM', when: { premium: 'yes' }, prices: [15, 20, 25] },
  { name: 'US', when: { country: 'US' }, prices: [25, 35, 40] },
  { name: 'UK', when: { country: ['GB', 'IE'] }, prices: [20, 30, 35] },
  { name: 'ROW', when: {}, prices: [35, 45, 50] },
] as const;
const worths = [
  { name: 'HIGH', when: { worth: 'from-1000' } },
  { name: 'MEDIUM', when: { worth: 'from-500' } },
  { name: 'LOW', when: {} },
] as const;

const table = decisionTable({
  name: 'shipping',
  hit: 'first',
  facts: { worth: ['under-500', 'from-500', 'from-1000'], premium: ['yes', 'no'], country: [...countries, 'another'] },
  rows: places.flatMap((place) =>
    worths.map((worth, index) => ({
      rule: `${place.name}_${worth.name}`,
      when: { ...place.when, ...worth.when },
      then: { price: place.prices[index], group: `${place.name}_${worth.name}` },
    })),
  ),
});

const high = '>= 1_000';
const medium = '[500..1_000)';
const premium = 'contains($, "premium")';
const uk = '"GB", "IE"';

export const shipping: PublicGraph<Input> = {
  file: 'decision-table-shipping.json',
  nodes: [
    {
      hitPolicy: 'first',
      inputs: ['sum(map(cart.items, #.unitPrice * #.quantity))', 'customer.tags', 'customer.country'],
      outputs: ['price', 'group'],
      rows: [
        [high, premium, '', '15', '"PREMIUM_HIGH"'],
        [medium, premium, '', '20', '"PREMIUM_MEDIUM"'],
        ['', premium, '', '25', '"PREMIUM_LOW"'],
        [high, '', '"US"', '25', '"US_HIGH"'],
        [medium, '', '"US"', '35', '"US_MEDIUM"'],
        ['', '', '"US"', '40', '"US_LOW"'],
        [high, '', uk, '20', '"UK_HIGH"'],
        [medium, '', uk, '30', '"UK_MEDIUM"'],
        ['', '', uk, '35', '"UK_LOW"'],
        [high, '', '', '35', '"ROW_HIGH"'],
        [medium, '', '', '45', '"ROW_MEDIUM"'],
        ['', '', '', '50', '"ROW_LOW"'],
      ],
    },
  ],
  cases: [
    expected([500, 2, 300, 3], ['premium'], 'US', 15, 'PREMIUM_HIGH'),
    expected([300, 1, 100, 2], ['premium'], 'US', 20, 'PREMIUM_MEDIUM'),
    expected([300, 1, 100, 1], ['premium'], 'US', 25, 'PREMIUM_LOW'),
    expected([1500, 2, 800, 3], [], 'US', 25, 'US_HIGH'),
    expected([300, 2, 50, 3], [], 'US', 35, 'US_MEDIUM'),
    expected([200, 1, 125, 2], [], 'US', 40, 'US_LOW'),
    expected([700, 1, 900, 2], [], 'IE', 20, 'UK_HIGH'),
    expected([400, 1, 200, 2], [], 'GB', 30, 'UK_MEDIUM'),
    expected([200, 1, 100, 1], [], 'IE', 35, 'UK_LOW'),
    expected([1500, 1, 1200, 2], [], 'ROW', 35, 'ROW_HIGH'),
    expected([400, 2, 199.99, 1], [], 'ROW', 45, 'ROW_MEDIUM'),
    expected([499.99, 1], [], 'ROW', 50, 'ROW_LOW'),
  ],
  inputs: everyOne({
    items: [0, ...aroundEach(500, 1000)].flatMap((worth) => [
      [{ unitPrice: worth, quantity: 1 }],
      [
        { unitPrice: worth / 4, quantity: 3 },
        { unitPrice: worth / 4, quantity: 1 },
      ],
    ]),
    tags: [[], ['premium'], ['new', 'premium'], ['new']],
    country: [...countries, 'CL'],
  }).map(({ items, tags, country }) => ({ cart: { items }, customer: { tags, country } })),
  tables: [table],
  answer: ({ cart, customer }, asking) =>
    asking.one(table, {
      worth: worthOf(cart.items.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0)),
      premium: customer.tags.includes('premium') ? 'yes' : 'no',
      country: among(countries, customer.country, 'another'),
    }),
};

function worthOf(total: number): 'under-500' | 'from-500' | 'from-1000' {
  if (total < 500) return 'under-500';
  return total < 1000 ? 'from-500' : 'from-1000';
}

/** A case of the file; of the cart, price and quantity of one item after the other. */
function expected(
  cart: readonly number[],
  tags: readonly string[],
  country: string,
  price: number,
  group: string,
): PublicGraph<Input>['cases'][number] {
  const prices = cart.filter((_, index) => index % 2 === 0);
  const items = prices.map((unitPrice, item) => ({ unitPrice, quantity: cart[item * 2 + 1] ?? 0 }));
  return { input: { cart: { items }, customer: { tags, country } }, output: { price, group } };
}
