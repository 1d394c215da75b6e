import { decisionTable } from 'pauta/kernel';
import { among, everyOne, type PublicGraph } from './graph.js';

/*
 * gorules/zen, test-data/graphs/flight-ancillary-recommendations.json: what a traveller is offered. Two tables that
 * collect, after one that sorts flights by their duration. (The last node of the file is left out: it joins the two
 * lists, in an order that changes from call to call.)
 */

interface Input {
  readonly customerProfile: { readonly loyaltyTier: string; readonly travelFrequency: string };
  readonly route: {
    readonly destination: string;
    readonly flightDurationMinutes: number;
    readonly hasAirportLounge: boolean;
  };
  readonly travelPurpose: string;
  readonly previousPurchases?: readonly { readonly productType: string }[];
}

const purposes = ['business', 'leisure', 'family'] as const;
const destinations = ['international', 'beach', 'resort'] as const;
const products = ['baggage', 'meal', 'seat', 'lounge'] as const;
const durations = ['long', 'medium', 'short'] as const;
const yes = ['yes', 'no'] as const;
const longer = ['medium', 'long'] as const;
const purpose = [...purposes, 'another'] as const;

const durationTable = decisionTable({
  name: 'duration',
  hit: 'first',
  facts: { minutes: ['under-120', 'under-240', 'from-240'] },
  rows: [
    { rule: 'long', when: { minutes: 'from-240' }, then: 'long' as const },
    { rule: 'medium', when: { minutes: 'under-240' }, then: 'medium' as const },
    { rule: 'short', when: { minutes: 'under-120' }, then: 'short' as const },
  ],
});

const baseTable = decisionTable({
  name: 'base',
  hit: 'collect',
  facts: { purpose, duration: durations, premium: yes, baggage: yes, meal: yes, seat: yes },
  rows: [
    {
      rule: 'business-lounge',
      when: { purpose: 'business', duration: 'long', premium: 'yes' },
      then: offer('lounge', 5),
    },
    {
      rule: 'business-boarding',
      when: { purpose: 'business', duration: longer },
      then: offer('priority_boarding', 4),
    },
    { rule: 'business-wifi', when: { purpose: 'business' }, then: offer('wifi', 3) },
    { rule: 'leisure-baggage', when: { purpose: 'leisure', duration: 'long' }, then: offer('extra_baggage', 5) },
    { rule: 'leisure-meal', when: { purpose: 'leisure', duration: longer, meal: 'no' }, then: offer('meal', 4) },
    { rule: 'leisure-seat', when: { purpose: 'leisure', seat: 'no' }, then: offer('seat_selection', 3) },
    { rule: 'family-seating', when: { purpose: 'family', duration: longer }, then: offer('family_seating', 5) },
    { rule: 'family-baggage', when: { purpose: 'family', baggage: 'no' }, then: offer('extra_baggage', 4) },
    {
      rule: 'family-entertainment',
      when: { purpose: 'family', duration: 'long' },
      then: offer('entertainment_package', 3),
    },
  ],
});

const additionalTable = decisionTable({
  name: 'additional',
  hit: 'collect',
  facts: {
    ...{ purpose, duration: durations, premium: yes, frequent: yes, hasLounge: yes, lounge: yes, meal: yes },
    destination: [...destinations, 'another'],
  },
  rows: [
    { rule: 'lounge', when: { hasLounge: 'yes', lounge: 'no', premium: 'yes' }, then: offer('lounge', 4) },
    { rule: 'insurance', when: { destination: 'international' }, then: offer('travel_insurance', 3) },
    { rule: 'meal', when: { duration: 'long', meal: 'no' }, then: offer('premium_meal', 2) },
    {
      rule: 'fast-track',
      when: { frequent: 'yes', purpose: 'business' },
      then: offer('fast_track_security', 4),
    },
    {
      rule: 'excursion',
      when: { destination: ['beach', 'resort'], purpose: 'leisure' },
      then: offer('excursion_package', 3),
    },
  ],
});

const offers = { hitPolicy: 'collect', outputs: ['productType', 'priority'], passThrough: true } as const;

export const ancillary: PublicGraph<Input> = {
  file: 'flight-ancillary-recommendations.json',
  nodes: [
    {
      hitPolicy: 'first',
      inputs: ['route.flightDurationMinutes'],
      outputs: ['flightDurationCategory'],
      passThrough: true,
      rows: [
        ['>= 240', "'long'"],
        ['>= 120 and < 240', "'medium'"],
        ['< 120', "'short'"],
      ],
    },
    {
      expressions: {
        isPremiumCustomer: "customerProfile.loyaltyTier == 'gold' or customerProfile.loyaltyTier == 'platinum'",
        hasBoughtBaggage: "some(previousPurchases ?? [], #.productType == 'baggage')",
        hasBoughtMeals: "some(previousPurchases ?? [], #.productType == 'meal')",
        hasBoughtSeats: "some(previousPurchases ?? [], #.productType == 'seat')",
        hasBoughtLounge: "some(previousPurchases ?? [], #.productType == 'lounge')",
      },
    },
    {
      ...offers,
      inputs: ['travelPurpose', 'flightDurationCategory', ''],
      outputPath: 'recommendations.base',
      rows: [
        ["'business'", "'long'", 'isPremiumCustomer', "'lounge'", '5'],
        ["'business'", "'medium', 'long'", '', "'priority_boarding'", '4'],
        ["'business'", '', '', "'wifi'", '3'],
        ["'leisure'", "'long'", '', "'extra_baggage'", '5'],
        ["'leisure'", "'medium', 'long'", '!hasBoughtMeals', "'meal'", '4'],
        ["'leisure'", '', '!hasBoughtSeats', "'seat_selection'", '3'],
        ["'family'", "'medium', 'long'", '', "'family_seating'", '5'],
        ["'family'", '', '!hasBoughtBaggage', "'extra_baggage'", '4'],
        ["'family'", "'long'", '', "'entertainment_package'", '3'],
      ],
    },
    {
      ...offers,
      inputs: ['', ''],
      outputPath: 'recommendations.additional',
      rows: [
        ['route.hasAirportLounge and !hasBoughtLounge', 'isPremiumCustomer', "'lounge'", '4'],
        ["route.destination == 'international'", '', "'travel_insurance'", '3'],
        ["flightDurationCategory == 'long' and !hasBoughtMeals", '', "'premium_meal'", '2'],
        [
          "customerProfile.travelFrequency == 'frequent' and travelPurpose == 'business'",
          ...['', "'fast_track_security'", '4'],
        ],
        [
          "route.destination == 'beach' or route.destination == 'resort'",
          ...["travelPurpose == 'leisure'", "'excursion_package'", '3'],
        ],
      ],
    },
  ],
  cases: [
    {
      input: {
        customerProfile: { loyaltyTier: 'gold', travelFrequency: 'frequent' },
        route: { destination: 'international', flightDurationMinutes: 480, hasAirportLounge: true },
        travelPurpose: 'business',
        previousPurchases: [{ productType: 'seat' }, { productType: 'wifi' }],
      },
      output: {
        customerProfile: { loyaltyTier: 'gold', travelFrequency: 'frequent' },
        route: { destination: 'international', flightDurationMinutes: 480, hasAirportLounge: true },
        travelPurpose: 'business',
        previousPurchases: [{ productType: 'seat' }, { productType: 'wifi' }],
        flightDurationCategory: 'long',
        isPremiumCustomer: true,
        hasBoughtBaggage: false,
        hasBoughtMeals: false,
        hasBoughtSeats: true,
        hasBoughtLounge: false,
        recommendations: {
          base: [offer('lounge', 5), offer('priority_boarding', 4), offer('wifi', 3)],
          additional: [
            ...[offer('lounge', 4), offer('travel_insurance', 3)],
            ...[offer('premium_meal', 2), offer('fast_track_security', 4)],
          ],
        },
      },
    },
  ],
  inputs: everyOne({
    travelPurpose: [...purposes, 'study'],
    flightDurationMinutes: [119.75, 120, 239.75, 240],
    loyaltyTier: ['gold', 'platinum', 'silver'],
    travelFrequency: ['frequent', 'rare'],
    destination: [...destinations, 'domestic'],
    hasAirportLounge: [true, false],
    previousPurchases: [undefined, ...purchases()],
  }).map(({ travelPurpose, loyaltyTier, travelFrequency, previousPurchases, ...route }): Input => ({
    customerProfile: { loyaltyTier, travelFrequency },
    route,
    travelPurpose,
    ...(previousPurchases && { previousPurchases }),
  })),
  tables: [durationTable, baseTable, additionalTable],
  answer: (input, asking) => {
    const { customerProfile, route, travelPurpose, previousPurchases = [] } = input;
    const said = (fact: boolean): 'yes' | 'no' => (fact ? 'yes' : 'no');
    const bought = (product: string): boolean => previousPurchases.some(({ productType }) => productType === product);
    const isPremiumCustomer = ['gold', 'platinum'].includes(customerProfile.loyaltyTier);
    const duration = asking.one(durationTable, { minutes: minutesOf(route.flightDurationMinutes) });
    const seen = {
      purpose: among(purposes, travelPurpose, 'another'),
      ...{ duration, premium: said(isPremiumCustomer), frequent: said(customerProfile.travelFrequency === 'frequent') },
      ...{ hasLounge: said(route.hasAirportLounge), destination: among(destinations, route.destination, 'another') },
      ...{ baggage: said(bought('baggage')), meal: said(bought('meal')) },
      ...{ seat: said(bought('seat')), lounge: said(bought('lounge')) },
    };
    return {
      ...input,
      ...{ flightDurationCategory: duration, isPremiumCustomer },
      ...{ hasBoughtBaggage: bought('baggage'), hasBoughtMeals: bought('meal') },
      ...{ hasBoughtSeats: bought('seat'), hasBoughtLounge: bought('lounge') },
      recommendations: { base: asking.all(baseTable, seen), additional: asking.all(additionalTable, seen) },
    };
  },
};

function minutesOf(minutes: number): 'under-120' | 'under-240' | 'from-240' {
  if (minutes < 120) return 'under-120';
  return minutes < 240 ? 'under-240' : 'from-240';
}

/** Nothing, each product, and all that can be bought together. */
function purchases(): readonly (readonly { readonly productType: string }[])[] {
  return everyOne(Object.fromEntries(products.map((product) => [product, [true, false]]))).map((bought) =>
    products.filter((product) => bought[product]).map((productType) => ({ productType })),
  );
}

function offer(productType: string, priority: number): object {
  return { productType, priority };
}
