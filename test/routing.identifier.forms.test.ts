import { describe, expect, it } from 'vitest';
import { faultOf, normalised, otherSpelling, policy } from 'pauta/routing';
import { phonesIn } from 'pauta/routing/phones';

// Direct-assignment L27, and what the catalogue says of damaged cells: the whole cell is what is said of it.
describe('a fault of a cell', () => {
  it.each([
    ['1234567.0', 'saved-as-decimal'],
    ['1234567.00', 'saved-as-decimal'],
    ['56912345678.000', 'saved-as-decimal'],
    ['56912345678.55', 'saved-as-decimal'],
    ['56912345678,5', 'saved-as-decimal'],
    ['5E10', 'scientific-notation'],
    ['56e9', 'scientific-notation'],
    ['+5.69E10', 'scientific-notation'],
    ['-5,69E-10', 'scientific-notation'],
  ])('%j: %s', (text, fault) => {
    expect(faultOf(text, 'whatsapp')).toBe(fault);
  });

  it.each([
    'ref 1.0',
    '1.0x',
    '56912345678.05x',
    'ref 56912345678.0',
    'x5E10',
    '5E10x',
    'juan=1',
    'juan @a(',
    'fila #N/A',
    '#N/A fila',
    '##### x',
  ])('%j holds one among other things: it is no phone number', (text) => {
    expect(faultOf(text, 'whatsapp')).toBe('not-a-phone');
  });

  it('is looked for in as much as a cell can hold, 32,767 characters', () => {
    const long = 'x'.repeat(32_766);
    expect(faultOf(`${long}"`, 'whatsapp')).toBe('stray-quote');
    expect(faultOf(`${long}x"`, 'whatsapp')).toBe('not-a-phone');
  });
});

describe('how long a number is', () => {
  it('is said of digits, however many, with and without a plus', () => {
    const digits = '0123456789'.repeat(4_000);
    expect(faultOf(digits, 'whatsapp')).toBe('too-long');
    expect(faultOf(`+${digits}`, 'whatsapp')).toBe('too-long');
  });

  it('does not matter within the bounds: then nobody uses it', () => {
    const choices = policy({ phones: phonesIn('US') });
    expect(faultOf('+15555555', 'whatsapp', choices)).toBe('not-in-use'); // 8, the least
    expect(faultOf('+155555555555555', 'whatsapp', choices)).toBe('not-in-use'); // 15, the most
  });

  // A spreadsheet keeps fifteen digits.
  it.each([
    ['5691234567890120', 'truncated'],
    ['56912345678901200', 'truncated'],
    ['56912345678901210', 'too-long'],
    ['56912345678901201', 'too-long'],
    ['5691234567890001', 'too-long'],
  ])('%s was %s: zeros, and nothing else, after the fifteenth', (text, fault) => {
    expect(faultOf(text, 'whatsapp')).toBe(fault);
  });

  it('is, with what stands between the digits, what a cell can hold', () => {
    expect(normalised('56912345678'.padEnd(32_767), 'whatsapp')).toBe('56912345678');
    expect(normalised('56912345678'.padEnd(32_768), 'whatsapp')).toBeNull();
    expect(normalised('+56 9 1234 5678', 'whatsapp')).toBe('56912345678');
  });

  it('of fewer digits than fifteen is not too long for zeros: the policy has its own bounds', () => {
    const choices = policy({ phoneDigits: { min: 3, max: 4 } });
    expect(faultOf('50000', 'whatsapp', choices)).toBe('too-long');
    expect(faultOf('123456789012345', 'whatsapp', choices)).toBe('too-long');
  });
});

describe('how long an address is', () => {
  it('is said of what is written, even where it is shorter in small letters', () => {
    // `J` with a caron is two characters, and `ǰ` is one.
    expect(normalised(`${'J\u030c'.repeat(3)}@example.com`, 'email')).toBe('ǰǰǰ@example.com');
    expect(normalised(`${'J\u030c'.repeat(125)}@example.com`, 'email')).toBeNull();
  });
});

describe('another spelling', () => {
  it.each([
    // Mexico.
    '15215512345678',
    '52155123456789',
    '1525512345678',
    '5255123456789',
    // Argentina.
    '15491123456789',
    '54911234567890',
    '1541123456789',
    '5411234567890',
    // Brazil.
    '15511983334444',
    '1551183334444',
    '55119833344445',
    '5511833344445',
  ])('is none of a number that only holds such a one: %s', (digits) => {
    expect(otherSpelling(digits)).toBeNull();
  });

  it.each([
    ['551173334444', '5511973334444'],
    ['559961234567', '5599961234567'],
  ])('of %s is that with the ninth digit: %s', (shorter, longer) => {
    expect(otherSpelling(shorter)).toBe(longer);
    expect(otherSpelling(longer)).toBe(shorter);
  });
});

describe('a number read in a country', () => {
  it.each<[country: string, text: string, digits: string | null]>([
    ['CL', '912345600', '56912345600'],
    ['CL', '56912345600', '56912345600'],
    // 00 is the code of another country, wherever one lives; in the United States one dials 011.
    ['US', '0056912345678', '56912345678'],
    // Neither spelling is in use.
    ['MX', '+5210000000000', null],
    ['CL', '+520000000000', null],
  ])('%s reads %j as %j', (country, text, digits) => {
    expect(phonesIn(country).digitsOf(text)).toBe(digits);
  });

  it.each<[country: string, text: string, isAmbiguous: boolean, why: string]>([
    ['BR', '56221648013', true, 'a number of Brazil, and one of Chile'],
    ['BR', '56221648000', true, 'so it is with zeros at its end'],
    ['CL', '5491123456789', false, 'no number of Chile'],
    ['CL', '912345678', false, 'no number of any other'],
    ['CL', '56912345678', false, 'one number, read in two ways'],
    ['CL', '12', false, 'none at all'],
    ['CO', '0056221648013', false, 'the code is there'],
  ])('in %s, %s: could be one of two countries: %j (%s)', (country, text, isAmbiguous) => {
    expect(phonesIn(country).isAmbiguous(text)).toBe(isAmbiguous);
  });
});
