import { describe, expect, it } from 'vitest';
import { contact, ladder, messaging, pending, requirement, routing } from 'pauta';

describe('an option that is left undefined', () => {
  it.each([
    ['contact', contact],
    ['ladder', ladder],
    ['messaging', messaging],
    ['pending', pending],
    ['requirement', requirement],
    ['routing', routing],
  ])('%s: stays as the manual has it', (_, { policy, defaultPolicy }) => {
    const nothing = Object.fromEntries(Object.keys(defaultPolicy).map((field) => [field, undefined]));
    expect(policy(nothing as never)).toEqual(defaultPolicy);
  });

  it('is not made of what the caller may still change', () => {
    const delimiters = [','] as routing.Delimiter[];
    const phoneDigits = { min: 8, max: 15 };
    const made = routing.policy({ delimiters, phoneDigits });
    delimiters.push(';');
    phoneDigits.min = 1;
    expect(made).toEqual(routing.defaultPolicy);
  });
});
