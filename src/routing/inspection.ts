import { Batch, type Repetition } from './batch.js';
import { expectations, type ProblemCode } from './expectations.js';
import type { Columns, Option } from './headings.js';
import { damageIn, faultOf, normalised, type IdentifierFault } from './identifier.js';
import { defaultPolicy, type Policy } from './policy.js';
import { copied } from './roster.js';
import type { RowProblem, ValidationOptions } from './validation.js';
import type { ContentSeen } from './verdict.js';
import { Warnings, type Warning } from './warnings.js';

/** All that was found in the rows of an upload. */
export interface Findings {
  readonly content: ContentSeen;
  readonly batch: Batch;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly Warning[];
}

/**
 * Looks at the rows of an upload, one after the other. It does so a million times over: nothing is built for a row that
 * is as it should be.
 */
export class Inspection {
  readonly #options: ValidationOptions;
  readonly #policy: Policy;
  readonly #columns: Columns | null;
  readonly #expected: ReturnType<typeof expectations>;
  readonly #batch = new Batch();
  readonly #warnings = new Warnings();
  readonly #problems: RowProblem[] = [];
  /** How many numbers have so many digits; `null`: it tells nothing, for each country has its own, or they are addresses. */
  readonly #lengths: number[] | null;
  /** Of the agents named so far, by their numbers: what a spreadsheet made of the id, and whether the team has them. */
  readonly #ruins: (IdentifierFault | null)[] = [null];
  readonly #isKnown: boolean[] = [true];
  #rows = 0;

  /** @param columns of a file; `null`: the rows come from none, and their fields stand for the columns. */
  constructor(options: ValidationOptions, columns: Columns | null) {
    const { kind, policy = defaultPolicy } = options;
    this.#options = options;
    this.#policy = policy;
    this.#columns = columns;
    this.#expected = expectations(kind, policy);
    const hasLengths = kind === 'whatsapp' && policy.phones === null;
    this.#lengths = hasLengths ? new Array<number>(policy.phoneDigits.max + 1).fill(0) : null;
  }

  /** How many rows were looked at. */
  get rows(): number {
    return this.#rows;
  }

  /** Looks at a row. Blanks around what its cells hold do not count; backup and supervisor may be blank. */
  row(client: string, main: string, backup: string, supervisor: string, line: number): void {
    this.#rows++;
    const { kind, team } = this.#options;
    const { roster } = this.#batch;
    const first = roster.numberOf(main);
    const second = roster.numberOf(backup);
    const third = roster.numberOf(supervisor);
    if (roster.ids.length > this.#ruins.length) this.#meet();
    const identifier = normalised(client, kind, this.#policy);
    const ruins = this.#ruins;
    const isSound = ruins[first] === null && ruins[second] === null && ruins[third] === null;
    if (identifier === null || first === 0 || !isSound) {
      this.#blameRow(client.trim(), identifier === null, [first, second, third], line);
      return;
    }
    this.#batch.addNumbered(identifier, first, second, third, line);
    if (this.#lengths !== null) (this.#lengths[identifier.length] as number)++;
    if (kind === 'whatsapp' && this.#policy.phones?.isAmbiguous(client) === true) {
      this.#warnings.add('ambiguous-country', copied(client), line);
    }
    if (second === 0) this.#warnings.add('no-backup', null, line);
    if (third === 0) this.#warnings.add('no-supervisor', null, line);
    if (first === second) this.#warnings.add('main-is-backup', roster.ids[first] as string, line);
    if (team === undefined) return;
    this.#lookUp(first, line);
    if (second !== first) this.#lookUp(second, line);
    if (third !== first && third !== second) this.#lookUp(third, line);
  }

  /** Notes that a row has more cells than there are headings. */
  extraCells(line: number): void {
    this.#warnings.add('extra-cells', null, line);
  }

  /** Blames a line for what is not the fault of one cell. */
  line(code: ProblemCode, seen: string, line: number): void {
    this.#problems.push({ line, column: '', value: shown(seen), code, expected: this.#expected[code] });
  }

  /** What was found. Called once, after the last row. */
  close(): Findings {
    const { kind, mode = this.#policy.reuploadMode } = this.#options;
    const rejects = this.#policy.duplicateConflict === 'reject';
    const clients = this.#problems.length === 0 ? 'fit' : 'misfit';
    for (const heading of this.#columns?.unread ?? []) this.#warnings.addWhole('unread-column', heading);
    if (this.#rows === 0) this.#warnings.addWhole('no-rows', null);
    const repetitions = this.#batch.close(this.#policy.duplicateConflict);
    const conflicts = repetitions.filter(({ conflicting }) => conflicting.length > 0);
    if (rejects) this.#blameConflicts(conflicts);
    this.#warnings.addRepetitions(rejects ? repetitions.filter((each) => each.conflicting.length === 0) : repetitions);
    if (this.#policy.samePerson === 'recognised') this.#warnings.addSpellings(this.#batch);
    if (this.#lengths !== null) this.#warnings.addLengths(this.#batch, this.#lengths);
    const content: ContentSeen = {
      kind,
      rows: this.#rows > 0 ? 'some' : mode === 'replace' ? 'none-to-replace' : 'none',
      clients,
      repetitions:
        conflicts.length > 0 ? (rejects ? 'conflicting' : 'last-counts') : repetitions.length > 0 ? 'equal' : 'none',
    };
    const problems = this.#problems.sort((one, other) => one.line - other.line);
    return { content, batch: this.#batch, problems, warnings: this.#warnings.all };
  }

  #blameRow(client: string, isMisfit: boolean, agents: readonly [number, number, number], line: number): void {
    if (isMisfit) this.#blame('client', client, faultOf(client, this.#options.kind, this.#policy), line);
    if (agents[0] === 0) this.#blame('main', '', 'no-main', line);
    roles.forEach((role, place) => {
      const agent = agents[place] as number;
      const ruin = this.#ruins[agent] ?? null;
      if (ruin !== null) this.#blame(role, this.#batch.roster.ids[agent] as string, ruin, line);
    });
  }

  /** Only the later rows are to blame: the first may be the right one. */
  #blameConflicts(conflicts: readonly Repetition[]): void {
    for (const { client, lines, conflicting } of conflicts) {
      const conflictsWith = lines[0] as number;
      for (const line of conflicting) this.#blame('client', client, 'conflicting-duplicate', line, { conflictsWith });
    }
  }

  #blame(
    option: Option,
    seen: string,
    code: ProblemCode,
    line: number,
    more?: Pick<RowProblem, 'conflictsWith'>,
  ): void {
    const column = this.#columns === null ? option : (this.#columns.headings[this.#columns.places[option]] as string);
    this.#problems.push({ line, column, value: shown(seen), code, expected: this.#expected[code], ...more });
  }

  /** Judges agents whom no row named before: once, however many rows name them. */
  #meet(): void {
    const { ids } = this.#batch.roster;
    for (let number = this.#ruins.length; number < ids.length; number++) {
      const id = ids[number] as string;
      this.#ruins.push(ruinOf(id));
      // Never what an object inherits: a user may be called `constructor`.
      this.#isKnown.push(Object.hasOwn(this.#options.team ?? {}, id));
    }
  }

  #lookUp(agent: number, line: number): void {
    if (this.#isKnown[agent] === false)
      this.#warnings.add('unknown-agent', this.#batch.roster.ids[agent] as string, line);
  }
}

const roles = ['main', 'backup', 'supervisor'] as const;

/** What a spreadsheet made of an agent's id: a formula, an error. A number may well be an id, and a name may hold quotes. */
function ruinOf(agent: string): IdentifierFault | null {
  return /^[=#@]|\p{Cc}/u.test(agent) ? damageIn(agent) : null;
}

/** So much of what was seen is shown. */
const SHOWN = 60;

function shown(seen: string): string {
  return copied(seen.length > SHOWN ? `${seen.slice(0, SHOWN - 1)}…` : seen);
}
