import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decide,
  defaultPolicy,
  emptyPortfolio,
  faultOf,
  load,
  normalised,
  otherSpelling,
  policy,
  validateRows,
  type Accepted,
} from 'pauta/routing';
import { phonesIn } from 'pauta/routing/phones';

const phone = (text: string, choices = defaultPolicy): string | null => normalised(text, 'whatsapp', choices);
const address = (text: string, choices = defaultPolicy): string | null => normalised(text, 'email', choices);

describe('an identifier', () => {
  // The catalogue's table of forms.
  it.each<[text: string, whatsapp: string | null, email: string | null]>([
    ['+56912345678', '56912345678', null],
    ['56912345678', '56912345678', null],
    ['+56 9 1234 5678', '56912345678', null],
    ['(56) 9-1234-5678', '56912345678', null],
    ['912345678', '912345678', null],
    ['1234567', null, null],
    ['5691234567890123', null, null],
    ['5.69123E+10', null, null],
    ['ana@example.com', null, 'ana@example.com'],
    ['ANA@Example.com ', null, 'ana@example.com'],
    ['ana@example', null, null],
    ['@example.com', null, null],
    ['', null, null],
    ['Juan Pérez', null, null],
  ])('%j is %j on WhatsApp and %j by e-mail', (text, whatsapp, email) => {
    expect(phone(text)).toBe(whatsapp);
    expect(address(text)).toBe(email);
  });

  it.each([
    ['\u202a+56\u00a09 1234\u20115678\u202c', '56912345678'],
    ['56.912.345.678', '56912345678'],
    [' 56912345678 ', '56912345678'],
    ['+', null],
    ['++56912345678', null],
    ['56912345678+', null],
    ['56912345678.0', null],
    ['56912345678,00', null],
    ['٥٦٩١٢٣٤٥٦٧٨', null],
  ])('the number %j is read as %j', (text, digits) => {
    expect(phone(text)).toBe(digits);
  });

  it.each([
    ['NIÑO@Ejemplo.CL', 'niño@ejemplo.cl'],
    ['nin\u0303o@ejemplo.cl', 'niño@ejemplo.cl'],
    ['ana@sub.example.com', 'ana@sub.example.com'],
    ['ana@example..com', null],
    ['ana maría@example.com', null],
    ['=ana@example.com', null],
    ['ana@b@example.com', null],
    [`${'a'.repeat(243)}@example.com`, null],
    [`${'a'.repeat(242)}@example.com`, `${'a'.repeat(242)}@example.com`],
  ])('the address %j is read as %j', (text, read) => {
    expect(address(text)).toBe(read);
  });

  it('keeps the case before the @ where the policy says that it counts', () => {
    const choices = policy({ emailCase: 'domain-only' });
    expect(address('Ana@Example.COM', choices)).toBe('Ana@example.com');
    expect(address('ana@example', choices)).toBeNull();
  });

  it('has as many digits as the policy says', () => {
    const choices = policy({ phoneDigits: { min: 3, max: 4 } });
    expect([phone('12', choices), phone('123', choices), phone('1234', choices), phone('12345', choices)]).toEqual([
      null,
      '123',
      '1234',
      null,
    ]);
  });

  it('is read the same when it is read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
        for (const kind of ['whatsapp', 'email'] as const) {
          const once = normalised(text, kind, defaultPolicy);
          if (once !== null) expect(normalised(once, kind, defaultPolicy)).toBe(once);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('what is easily taken for another', () => {
  it.each([
    '56912345678.0',
    '+56 9 1234 5678.0',
    '-56912345678.0',
    '56-912345678.0',
    '\u200e56912345678.0',
    '56912345678.5',
    '56912345678,00',
  ])('%j was saved as a decimal', (text) => {
    expect(normalised(text, 'whatsapp')).toBeNull();
    expect(faultOf(text, 'whatsapp')).toBe('saved-as-decimal');
  });

  it.each([
    ['ana@example.com\u200b', 'ana@example.com'],
    ['\u200eAna@Example.com', 'ana@example.com'],
    ['ñandú@correo.cl', 'ñandú@correo.cl'],
    ['a.b+c@sub.example.com.ar', 'a.b+c@sub.example.com.ar'],
    ['ana@xn--bcher-kva.example', 'ana@xn--bcher-kva.example'],
  ])('%j is the address %j', (text, expected) => {
    expect(normalised(text, 'email')).toBe(expected);
  });

  it.each([
    "'ana@x.cl",
    'ana\0@example.com',
    'ana@x.cl!A1',
    'ana@x.cl/',
    'ana@1.2',
    'a..b@x.cl',
    '.a@x.cl',
    'a.@x.cl',
    'ana@-x.cl',
    'mitad\ud800@x.cl',
    `${'İ'.repeat(200)}@x.cl`,
  ])('%j is no address', (text) => {
    expect(normalised(text, 'email')).toBeNull();
  });

  it.each([
    ["'ana@x.cl", 'email', 'apostrophe'],
    ['ana\0@example.com', 'email', 'control-character'],
    ['@SUM(A1)', 'whatsapp', 'formula'],
    ['@juan', 'whatsapp', 'not-a-phone'],
    ['Juan @ Adereso', 'whatsapp', 'not-a-phone'],
    ['#N/D', 'whatsapp', 'spreadsheet-error'],
    ['#¡VALOR!', 'whatsapp', 'spreadsheet-error'],
    ['#DESBORDAMIENTO!', 'whatsapp', 'spreadsheet-error'],
    ['########', 'whatsapp', 'spreadsheet-error'],
  ] as const)('%j in an account of %s: %s', (text, kind, fault) => {
    expect(faultOf(text, kind)).toBe(fault);
  });
});

describe('what is wrong with an identifier', () => {
  it.each<[text: string, whatsapp: string, email: string]>([
    ['', 'missing', 'missing'],
    [' \t', 'missing', 'missing'],
    ['=HYPERLINK("http://x.example")', 'formula', 'formula'],
    ['#N/A', 'spreadsheet-error', 'spreadsheet-error'],
    ['#¡REF!', 'spreadsheet-error', 'spreadsheet-error'],
    ['########', 'spreadsheet-error', 'spreadsheet-error'],
    ['"56912345678', 'stray-quote', 'stray-quote'],
    ["'56912345678", 'apostrophe', 'apostrophe'],
    ['5,69E+10', 'scientific-notation', 'scientific-notation'],
    ['56912345678.0', 'saved-as-decimal', 'saved-as-decimal'],
    ['1234567', 'too-short', 'wrong-kind'],
    ['5691234567890123', 'too-long', 'wrong-kind'],
    ['569123456789012000', 'truncated', 'wrong-kind'],
    ['ana@example.com', 'wrong-kind', 'not-an-email'],
    ['Juan Pérez', 'not-a-phone', 'not-an-email'],
    ['-', 'not-a-phone', 'not-an-email'],
    ['+', 'not-a-phone', 'not-an-email'],
  ])('%j: %s on WhatsApp, %s by e-mail', (text, whatsapp, email) => {
    expect(faultOf(text, 'whatsapp', defaultPolicy)).toBe(whatsapp);
    expect(faultOf(text, 'email', defaultPolicy)).toBe(email);
  });

  it('is that nobody uses the number, where the policy knows numbers', () => {
    const choices = policy({ phones: phonesIn('US') });
    expect(phone('+15555555555', choices)).toBeNull();
    expect(faultOf('+15555555555', 'whatsapp', choices)).toBe('not-in-use');
  });
});

describe('the other spelling of a number', () => {
  it.each([
    ['5215512345678', '525512345678'],
    ['5491123456789', '541123456789'],
    ['5511983334444', '551183334444'],
  ])('%s is %s', (longer, shorter) => {
    expect(otherSpelling(longer)).toBe(shorter);
    expect(otherSpelling(shorter)).toBe(longer);
  });

  it.each(['551133334444', '5511933334444', '56912345678', '15551234567', 'ana@example.com', ''])(
    'of %j there is none',
    (text) => {
      expect(otherSpelling(text)).toBeNull();
    },
  );
});

describe('phonesIn', () => {
  const inCountry = (country: string) => (text: string) => phone(text, policy({ phones: phonesIn(country) }));

  it.each<[country: string, text: string, digits: string | null]>([
    // The identifier facts of the peers: numbers in use, and not.
    ['GT', '+50223753964', '50223753964'],
    ['US', '+15555555555', null],
    ['CL', '912345678', '56912345678'],
    ['CL', '+56 9 1234 5678', '56912345678'],
    ['CL', '0056912345678', '56912345678'],
    ['CL', '56912345678', '56912345678'],
    ['CL', '(56) 9-1234-5678', '56912345678'],
    ['CL', '5491123456789', '5491123456789'],
    ['CL', '12345678', null],
    ['CL', '+56912345678 ext. 5', null],
    ['CL', 'call 912345678', null],
    ['AR', '01115 2345 6789', '5491123456789'],
    ['AR', '11 2345 6789', '541123456789'],
    ['MX', '5215512345678', '5215512345678'],
    ['MX', '+5215512345678', '5215512345678'],
    ['CL', '5215512345678', '5215512345678'],
    ['MX', '525512345678', '525512345678'],
    ['MX', '5512345678', '525512345678'],
    ['BR', '5511933334444', '5511933334444'],
    ['BR', '551193333444', '551193333444'],
    ['BR', '551183334444', '551183334444'],
    ['BR', '551133334444', '551133334444'],
  ])('%s reads %j as %j', (country, text, digits) => {
    expect(inCountry(country)(text)).toBe(digits);
  });

  it('refuses words and extensions when it is asked directly', () => {
    const { digitsOf, country } = phonesIn('CL');
    expect(country).toBe('CL');
    expect([digitsOf('+56912345678 ext. 5'), digitsOf('x912345678'), digitsOf('')]).toEqual([null, null, null]);
  });

  it.each(['cl', 'XX', '', '__proto__', 'constructor', 'Chile'])('knows no country %j', (country) => {
    expect(() => phonesIn(country)).toThrow(new RegExp(`^country: saw ${JSON.stringify(country)}, expected`));
  });

  it('tells a number that could be one of another country, if it has no plus', () => {
    const { isAmbiguous } = phonesIn('BR');
    expect(isAmbiguous('56 2 2164 8013')).toBe(true);
    expect(isAmbiguous('+56 2 2164 8013')).toBe(false);
    expect(isAmbiguous('0056221648013')).toBe(false);
    expect(isAmbiguous('5511933334444')).toBe(false);
    expect(isAmbiguous('ana')).toBe(false);
  });

  it('finds a client who was written with a plus by the same digits without it', () => {
    const policies = ['BR', 'CO', 'CL', 'US'].map((country) => policy({ phones: phonesIn(country) }));
    const digits = fc.constantFrom('56221648013', '12125551234', '56912345678', '5491123456789', '5215512345678');
    fc.assert(
      fc.property(fc.constantFrom(...policies), digits, (chosen, from) => {
        const options = { account: 'wa', kind: 'whatsapp', policy: chosen } as const;
        const validation = validateRows([{ client: `+${from}`, main: 'P' }], options) as Accepted;
        const { state: portfolio } = load(emptyPortfolio, validation, { at: 0 });
        const { outcome } = decide({ account: 'wa', from }, { portfolio, team: {}, policy: chosen });
        expect(outcome).toMatchObject({ action: 'not-covered', client: from });
      }),
    );
  });

  it('reads what it gave the same again', () => {
    const digits = fc.stringMatching(/^(\+|00)?[0-9]{6,15}$/);
    fc.assert(
      fc.property(fc.constantFrom('CL', 'MX', 'AR', 'BR', 'US', 'ES'), digits, (country, text) => {
        const { digitsOf } = phonesIn(country);
        const once = digitsOf(text);
        if (once !== null) expect(digitsOf(`+${once}`)).toBe(once);
      }),
      { numRuns: 3_000 },
    );
  });
});
