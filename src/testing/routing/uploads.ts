import fc from 'fast-check';
import type * as routing from '../../routing/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { agentId, client, misfit, rows, spelling } from './arbitraries.js';
import { around, csvOf, everybody, FILE, rowOf, WA } from './fixed.js';
import { asked, ofKind, type Subject } from './subject.js';

const otherKind = { whatsapp: 'email', email: 'whatsapp' } as const;
const forms = { whatsapp: /^\d{8,15}$/, email: /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/ };
const modes = fc.constantFrom('merge', 'replace');

/** A file with one fault, and clients of the account of whom the first is named in it. */
const spoilt = ofKind((kind) =>
  fc.record({
    held: rows(kind),
    file: rows(kind, 1),
    wrong: misfit(kind),
    place: fc.nat(),
    fault: fc.constantFrom('misfit', 'conflict', 'actor', 'name', 'kind', 'empty', 'instant'),
  }),
);

/** What may stand in the cell of a client: more often one, in any spelling, than not. */
const cells = ofKind((kind) => {
  const known = client(kind).chain((one) => spelling(one, kind));
  return fc.array(fc.oneof({ weight: 6, arbitrary: known }, misfit(kind), fc.string()), { maxLength: 4 });
});

/** Some uploads, with each client in any spelling. */
const spelt = ofKind((kind) => {
  const upload = rows(kind).chain((all) =>
    fc.tuple(fc.constant(all), fc.tuple(...all.map((one) => spelling(one.client, kind)))),
  );
  return fc.array(upload, { minLength: 1, maxLength: 3 });
});

/** What an upload does, and that it does all of it or nothing. */
export function uploads(subject: Subject): readonly Law[] {
  const { decide, validate, validateRows, assignments, emptyPortfolio } = subject;
  const { portfolioOf, after } = asked(subject);
  /** Whose each client is; without the instants of the uploads. */
  const peopleIn = (portfolio: routing.Portfolio): readonly unknown[] =>
    Array.from(assignments(portfolio, WA), (one) => [one.client, one.main, one.backup, one.supervisor]);
  return [
    law(
      '4: all or nothing: a refused upload leaves the portfolio as it was',
      fc.property(spoilt, ([kind, { held, file, wrong, place, fault }]) => {
        const [first] = file as [routing.UploadRow];
        const others = held.filter((one) => one.client !== first.client);
        const before = portfolioOf(WA, kind, [...others, { ...first, main: 'before' }]);
        const stored = JSON.stringify(before);
        const bad = { misfit: [rowOf(wrong, 'ana')], conflict: [{ ...first, main: 'another' }] };
        const more = fault === 'misfit' || fault === 'conflict' ? bad[fault] : [];
        const all = fault === 'empty' ? [] : file.toSpliced(place % (file.length + 1), 0, ...more);
        const validation = validate(csvOf(all), {
          account: WA,
          kind: fault === 'kind' ? otherKind[kind] : kind,
          by: fault === 'actor' ? 'agent' : 'administrator',
          fileName: fault === 'name' ? 'cartera.xls' : 'cartera.csv',
          mode: 'replace',
        });
        // Only the instant is not the file's: with one that is none, the load itself is refused.
        demandSame(validation.ok, fault === 'instant', 'whether the file is accepted');
        demand(after(before, validation, Number.NaN) === before, 'a refused upload gave another portfolio');
        demandSame(JSON.stringify(before), stored, 'the portfolio afterwards');
      }),
    ),
    law(
      '5: an accepted upload holds only identifiers of the kind of the account',
      fc.property(cells, ([kind, texts]) => {
        const all = texts.map((text) => rowOf(text, 'ana'));
        const validation = validateRows(all, { account: WA, kind });
        fc.pre(validation.ok);
        const held = [...assignments(after(emptyPortfolio, validation), WA)];
        demandSame(held.length, validation.clients, 'so many clients');
        for (const one of held) {
          demand(forms[kind].test(one.client), `${one.client} is no identifier`);
          demandSame(one.client, one.client.toLowerCase());
        }
      }),
    ),
    law(
      '8: one wrong identifier refuses any file that was accepted, and names itself; without the rows named it is accepted',
      fc.property(
        ofKind((kind) =>
          fc.tuple(rows(kind), fc.array(fc.tuple(fc.nat(), misfit(kind)), { minLength: 1, maxLength: 3 })),
        ),
        ([kind, [sound, wrong]]) => {
          const options = { ...FILE, kind };
          demand(validate(csvOf(sound), options).ok, 'a sound file was refused');
          const bad = wrong.reduce<readonly routing.UploadRow[]>(
            (all, [place, text]) => all.toSpliced(place % (all.length + 1), 0, rowOf(text, 'bad')),
            sound,
          );
          const refused = validate(csvOf(bad), options);
          demand(!refused.ok, 'a file with a wrong identifier was accepted');
          demandSame(refused.code, 'identifier-mismatch');
          const named = refused.problems.map(({ line }) => line);
          demandSame(
            named,
            bad.flatMap(({ main }, index) => (main === 'bad' ? [index + 2] : [])),
            'the lines that are named',
          );
          const lines = csvOf(bad).split('\n');
          const mended = lines.filter((_, index) => !named.includes(index + 1)).join('\n');
          demand(validate(mended, options).ok, 'without the rows named the file is refused');
        },
      ),
    ),
    law(
      '9: a file with all the clients of the account, and more, does the same merged as in the place of the account',
      fc.property(
        ofKind((kind) => fc.tuple(rows(kind, 1), rows(kind))),
        agentId,
        ([kind, [held, more]], main) => {
          const before = portfolioOf(WA, kind, held);
          const names = new Set(held.map((one) => one.client));
          const superset = [...held.map((row) => ({ ...row, main })), ...more.filter((one) => !names.has(one.client))];
          const loaded = (mode: 'merge' | 'replace'): readonly routing.Assignment[] => [
            ...assignments(after(before, validateRows(superset, { account: WA, kind, mode })), WA),
          ];
          demandSame(loaded('merge'), loaded('replace'));
        },
      ),
    ),
    law(
      '10: the same upload once more changes nothing',
      fc.property(
        ofKind((kind) => fc.tuple(rows(kind), rows(kind))),
        modes,
        fc.nat({ max: 1_000 }),
        ([kind, [held, file]], mode, later) => {
          const validation = validate(csvOf(file), { ...FILE, kind, mode });
          const once = after(portfolioOf(WA, kind, held), validation);
          demand(after(once, validation) === once, 'the same upload gave another portfolio');
          demandSame(peopleIn(after(once, validation, around + 1 + later)), peopleIn(once), 'made again later');
        },
      ),
    ),
    law(
      '12: each client has exactly one main agent in an account, whatever was uploaded in whatever spelling',
      fc.property(spelt, ([kind, files]) => {
        const expected = new Map<string, string>();
        let portfolio = emptyPortfolio;
        files.forEach(([all, spellings], number) => {
          for (const one of all) expected.set(one.client, one.main);
          const written = all.map((row, index) => ({ ...row, client: spellings[index] as string }));
          const validation = validateRows(written, { account: WA, kind, mode: 'merge' });
          portfolio = after(portfolio, validation, around + number);
        });
        const held = Array.from(assignments(portfolio, WA), (one) => [one.client, one.main] as const);
        demandSame(held.length, expected.size, 'so many clients');
        demandSame(Object.fromEntries(held), Object.fromEntries(expected), 'the main agents');
        const team = everybody(WA);
        for (const [from, main] of expected) {
          const { outcome } = decide({ account: WA, from }, { portfolio, team });
          demand(outcome.action === 'assign', 'nobody is given the client');
          demandSame([outcome.as, outcome.agent], ['main', main]);
        }
      }),
    ),
  ];
}
