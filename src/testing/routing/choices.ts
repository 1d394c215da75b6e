import fc from 'fast-check';
import * as routing from '../../routing/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { kind, rows } from './arbitraries.js';
import { around, csvOf, everybody, FILE, rowOf, WA } from './fixed.js';
import { asked, ofKind, type Subject } from './subject.js';

/** Two ways to write the number of one person, of Mexico, Argentina and Brazil. */
const twofold = fc.constantFrom(
  ['5215512345678', '525512345678'] as const,
  ['5491112345678', '541112345678'] as const,
  ['5511987654321', '551187654321'] as const,
);

const range = fc.record({ min: fc.integer({ min: 7, max: 9 }), max: fc.integer({ min: 10, max: 15 }) });

/** Which clients are known, and which files are taken, as a company chooses. */
export function choices(subject: Subject): readonly Law[] {
  const { decide, validate, validateRows, assignments, emptyPortfolio, newUser } = subject;
  const { portfolioOf, after } = asked(subject);
  const people = everybody(WA);
  const whoIs = (portfolio: routing.Portfolio, from: string, chosen: routing.Policy): routing.Outcome =>
    decide({ account: WA, from }, { portfolio, team: people, policy: chosen }).outcome;
  const given = { action: 'assign', as: 'main', agent: 'ana', passedOver: [], warning: null } as const;
  const notFound = { action: 'not-in-portfolio', reason: 'unknown-client' } as const;
  return [
    law(
      'two ways to write the number of one person are recognised, or kept apart, as the company chooses',
      fc.property(twofold, fc.boolean(), fc.constantFrom('apart', 'recognised'), (pair, isLonger, samePerson) => {
        const [held, from] = isLonger ? pair : [pair[1], pair[0]];
        const outcome = whoIs(portfolioOf(WA, 'whatsapp', [rowOf(held, 'ana')]), from, routing.policy({ samePerson }));
        const isOne = samePerson === 'recognised';
        demandSame(outcome, isOne ? { ...given, client: held, otherSpelling: true } : { ...notFound, client: from });
      }),
    ),
    law(
      'letter case counts before the @ of an address, or does not, as the company chooses; after it never',
      fc.property(
        fc.constantFrom('ana', 'Ana', 'ANA'),
        fc.constantFrom('example.com', 'EXAMPLE.com'),
        fc.constantFrom('insensitive', 'domain-only'),
        (name, domain, emailCase) => {
          const portfolio = portfolioOf(WA, 'email', [rowOf('ana@example.com', 'ana')]);
          const outcome = whoIs(portfolio, `${name}@${domain}`, routing.policy({ emailCase }));
          const isKnown = emailCase === 'insensitive' || name === 'ana';
          demandSame(
            outcome,
            isKnown
              ? { ...given, client: 'ana@example.com', otherSpelling: false }
              : { ...notFound, client: `${name}@example.com` },
          );
        },
      ),
    ),
    law(
      'a number has as many digits as the company chooses, both ends included',
      fc.property(range, fc.integer({ min: 6, max: 16 }), (phoneDigits, length) => {
        const from = '5'.repeat(length);
        const portfolio = portfolioOf(WA, 'whatsapp', [rowOf('56912345678', 'ana')]);
        const fits = phoneDigits.min <= length && length <= phoneDigits.max;
        demandSame(
          whoIs(portfolio, from, routing.policy({ phoneDigits })),
          fits
            ? { ...notFound, client: from }
            : { action: 'not-in-portfolio', reason: 'not-an-identifier', client: null },
        );
      }),
    ),
    law(
      'a file loaded again keeps the clients that it does not name, or removes them, as the company chooses',
      fc.property(
        ofKind((one) => rows(one, 2)),
        fc.constantFrom('merge', 'replace'),
        fc.nat(),
        ([one, held], reuploadMode, place) => {
          const file = [held[place % held.length] as routing.UploadRow];
          const validation = validateRows(file, { account: WA, kind: one, policy: routing.policy({ reuploadMode }) });
          const left = [...assignments(after(portfolioOf(WA, one, held), validation), WA)];
          demandSame(left.length, reuploadMode === 'merge' ? held.length : 1, 'so many clients');
        },
      ),
    ),
    law(
      'a file that gives a client to two is refused, or the later row counts, as the company chooses',
      fc.property(
        ofKind((one) => rows(one, 1)),
        fc.constantFrom('reject', 'last-wins'),
        ([one, file], duplicateConflict) => {
          const [first] = file as [routing.UploadRow];
          const chosen = routing.policy({ duplicateConflict });
          const twice = [...file, { ...first, main: 'another' }];
          const validation = validateRows(twice, { account: WA, kind: one, policy: chosen });
          if (duplicateConflict === 'reject') {
            demand(!validation.ok, 'the file is accepted');
            demandSame(validation.code, 'conflicting-duplicate');
            return;
          }
          const held = [...assignments(after(emptyPortfolio, validation, around), WA)];
          demandSame(held.find(({ client }) => client === first.client)?.main, 'another', 'the main agent');
        },
      ),
    ),
    law(
      'the cells of a file stand between what the company chooses, and between nothing else',
      fc.property(
        kind,
        fc.subarray<routing.Delimiter>([',', ';', '\t'], { minLength: 1 }),
        fc.constantFrom<routing.Delimiter>(',', ';', '\t'),
        (one, delimiters, written) => {
          const client = one === 'whatsapp' ? '56912345678' : 'ana@example.com';
          const source = csvOf([rowOf(client, 'ana')]).replaceAll(',', written);
          const { ok } = validate(source, { ...FILE, kind: one, policy: routing.policy({ delimiters }) });
          demandSame(ok, delimiters.includes(written), 'whether the file is accepted');
        },
      ),
    ),
    law(
      'a new user is enabled, or is not, as the company chooses',
      fc.property(fc.boolean(), (newUserEnabled) => {
        const { saved, shown, stage } = newUser('ana', routing.policy({ newUserEnabled }));
        demandSame([saved.enabled, shown.enabled, stage], [newUserEnabled, newUserEnabled, 'SAVED']);
      }),
    ),
  ];
}
