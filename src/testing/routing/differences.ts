import fc from 'fast-check';
import type * as routing from '../../routing/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { rows, spelling, team } from './arbitraries.js';
import { csvOf, FILE, WA } from './fixed.js';
import { asked, OTHER, ofKind, type Subject } from './subject.js';

const modes = fc.constantFrom('merge', 'replace');

/** Columns that no option has, one of them headed as one that has. */
const beside = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom('Notas', 'Ciudad', '__proto__', 'constructor', 'identificador de usuario', ''),
    fc.constantFrom('', 'x', '"a, b"', '56900000000', 'ana@example.com'),
  ),
  { selector: ([name]) => name, maxLength: 3 },
);

/** The columns of a file: of each its heading, and its cells. */
function columnsOf(all: readonly routing.UploadRow[]): readonly (readonly string[])[] {
  return [
    ['Identificador de Usuario', ...all.map(({ client }) => client)],
    ['Ejecutivo*', ...all.map(({ main }) => main)],
    ['Ejecutivo de Respaldo', ...all.map(({ backup }) => backup ?? '')],
    ['Supervisor de Respaldo', ...all.map(({ supervisor }) => supervisor ?? '')],
  ];
}

/** What makes no difference. */
export function differences(subject: Subject): readonly Law[] {
  const { decide, validate, validateRows, without, emptyPortfolio } = subject;
  const { portfolioOf, after } = asked(subject);
  return [
    law(
      '6: what is done to one account leaves every other as it was',
      fc.property(
        ofKind((kind) => fc.tuple(rows(kind, 1), rows(kind, 1), rows(kind, 1), modes, team(WA, OTHER))),
        fc.boolean(),
        ([kind, [here, there, file, mode, people]], isLeaving) => {
          const before = portfolioOf(OTHER, kind, there, portfolioOf(WA, kind, here));
          const leavers = here.map(({ client }) => client);
          const changed = isLeaving
            ? without(before, WA, leavers)
            : after(before, validateRows(file, { account: WA, kind, mode }));
          const otherOf = (portfolio: routing.Portfolio): unknown =>
            portfolio.toJSON().accounts.find(({ account }) => account === OTHER);
          demandSame(otherOf(changed), otherOf(before), 'the other account');
          for (const { client } of [...there, ...file]) {
            const contact = { account: OTHER, from: client };
            demandSame(
              decide(contact, { portfolio: changed, team: people }),
              decide(contact, { portfolio: before, team: people }),
            );
          }
        },
      ),
    ),
    law(
      '7: the order of the rows does not matter',
      fc.property(
        ofKind((kind) =>
          rows(kind, 2).chain((all) =>
            fc.tuple(rows(kind), fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
          ),
        ),
        modes,
        ([kind, [held, all, shuffled]], mode) => {
          const before = portfolioOf(WA, kind, held);
          const loaded = (file: readonly routing.UploadRow[]): string =>
            JSON.stringify(after(before, validate(csvOf(file), { ...FILE, kind, mode })));
          demandSame(loaded(shuffled), loaded(all));
        },
      ),
    ),
    law(
      '11: letter case of an address, spaces, dashes and plus of a number change neither validation nor routing',
      fc.property(
        ofKind((kind) =>
          rows(kind, 1).chain((all) =>
            fc.tuple(fc.constant(all), fc.tuple(...all.map(({ client }) => spelling(client, kind))), team(WA)),
          ),
        ),
        ([kind, [all, spellings, people]]) => {
          const spelt = all.map((row, index) => ({ ...row, client: spellings[index] as string }));
          const [one, other] = [all, spelt].map((file) => validate(csvOf(file), { ...FILE, kind })) as [
            routing.Validation,
            routing.Validation,
          ];
          demandSame([one.ok, other.ok], [true, true], 'whether the files are accepted');
          const [plain, written] = [after(emptyPortfolio, one), after(emptyPortfolio, other)];
          demandSame(JSON.stringify(written), JSON.stringify(plain), 'the portfolio');
          all.forEach(({ client }, index) => {
            demandSame(
              decide({ account: WA, from: spellings[index] as string }, { portfolio: written, team: people }),
              decide({ account: WA, from: client }, { portfolio: plain, team: people }),
            );
          });
        },
      ),
    ),
    law(
      '14: the order of the columns, and columns beside them, do not matter',
      fc.property(
        ofKind((kind) => rows(kind)),
        beside,
        fc.infiniteStream(fc.nat()),
        ([kind, all], more, draws) => {
          const columns = [...columnsOf(all), ...more.map(([name, cell]) => [name, ...all.map(() => cell)])];
          const ordered = columns
            .map((column) => ({ column, place: draws.next().value as number }))
            .toSorted((one, other) => one.place - other.place);
          const lines = ['', ...all].map((_, line) => ordered.map(({ column }) => column[line]).join(','));
          const validation = validate(lines.join('\r\n'), { ...FILE, kind });
          demand(validation.ok, 'the file is refused');
          const plain = validate(csvOf(all), { ...FILE, kind });
          demandSame(JSON.stringify(after(emptyPortfolio, validation)), JSON.stringify(after(emptyPortfolio, plain)));
        },
      ),
    ),
  ];
}
