import { questionOf, ruleOf, tableOf, type AnyDecision, type AnyRuleId, type QuestionEntry } from 'pauta/catalogue';
import { fixedClock } from 'pauta/kernel';
import { explain, explainRecorded, explainRule, wordsOf, type Codes, type Lang } from 'pauta/render';
import { ask, type Answer, type Problem, type Told } from 'pauta/spec';
import { instantIn, instantOf, localText } from './times.js';
import { askedBy, type State } from './url.js';
import { pageWords } from './words.js';

/** The answer to a case in sentences, or all that is wrong with the case. */
export type Telling =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | {
      readonly ok: true;
      readonly answer: Answer;
      /** What to do, or what became of an event. */
      readonly what: string;
      readonly why: string;
      readonly law: string;
      readonly until: string;
      /** Which version of the policy decided; `null`: the policy has none. */
      readonly version: Version | null;
      /** What the manual leaves open here: of the rule, and of an answer that it does not cover. */
      readonly open: readonly QuestionEntry[];
    };

/** The version of a policy that decided. */
interface Version {
  readonly name: string;
  /** Since when it is in force, as the clocks of the case show it; empty: since ever. */
  readonly since: string;
  /** Where its values come from, by field. */
  readonly sources: readonly (readonly [string, string])[];
}

/** Asks the library, and puts its answer into words. It never throws, whatever was written into the form. */
export function tellingOf(state: State): Telling {
  const { now, zone, lang } = state;
  const asking = ask(askedBy(state));
  if (!asking.ok) return asking;
  const { answer } = asking;
  const { fired, recorded } = answer;
  const decided = answer.decisions?.[0];
  const clock = fixedClock(instantOf(now) ?? 0);
  const told = decided === undefined ? null : explain(decided, { lang, zone, clock });
  return {
    ok: true,
    answer,
    what: recorded === undefined ? (told?.what ?? rowText(answer, lang)) : recordedText(recorded, lang),
    why: recorded === undefined ? (told?.why ?? '') : (told?.what ?? ''),
    law: lawOf(answer, told?.rule, lang),
    until: recorded === undefined ? (told?.until ?? '') : '',
    version: versionOf(answer, state),
    open: openIn(decided, fired),
  };
}

/** The versions of a state that the library could ask are as its door takes them. */
function versionOf({ version }: Answer, { policies, zone }: State): Version | null {
  if (version === undefined) return null;
  const { versions = [] } = (policies ?? {}) as { readonly versions?: readonly Given[] };
  const { from = null, sources = {} } = versions.find((one) => one.version === version) ?? {};
  const since = instantIn(from);
  return {
    name: version,
    since: since === null ? '' : localText(since, zone).replace('T', ' '),
    sources: Object.entries(sources),
  };
}

interface Given {
  readonly version: string;
  readonly from?: string | number | null;
  readonly sources?: Readonly<Record<string, string>>;
}

/** What became of an event, and where it leads. */
function recordedText({ machine, stage, event, to, became }: Told, lang: Lang): string {
  const { stages = {}, events = {} } = wordsOf(lang, machine).machines[machine] ?? {};
  const system = ruleSystem(machine);
  const { status, code } = became;
  const recorded = code === undefined ? { status } : { status, code: code as Codes[typeof system] };
  const step = stage === to ? (stages[stage] ?? stage) : `${stages[stage] ?? stage} → ${stages[to] ?? to}`;
  return `${explainRecorded(system, recorded, lang)} ${events[event] ?? event}: ${step}.`;
}

function ruleSystem(name: string): State['system'] {
  return name.split('/', 1)[0] as State['system'];
}

/** What the last row that was looked up says; where none was, nothing has happened. */
function rowText({ rows = [] }: Answer, lang: Lang): string {
  const row = rows.at(-1);
  const told = row === undefined ? null : rowAnswer(row.table, row.row, lang);
  return told === null ? pageWords(lang).noChange : `${told}.`;
}

function rowAnswer(table: Parameters<typeof tableOf>[0], row: number, lang: Lang): string | null {
  const found = tableOf(table).rows[row - 1];
  return found === undefined ? null : (wordsOf(lang, table).tables[table]?.answer(found.then) ?? null);
}

/** The rule that answers, in words: the one that decided, or what took an event, refused it or gave it its effect. */
function lawOf({ fired: [rule], decisions: [decision] = [] }: Answer, told: string | undefined, lang: Lang): string {
  return decision?.rule === rule && told !== undefined ? told : explainRule(rule, lang);
}

function openIn(decision: AnyDecision | undefined, [rule]: readonly [AnyRuleId, ...AnyRuleId[]]): QuestionEntry[] {
  const outcome: unknown = decision?.outcome;
  const gap = typeof outcome === 'object' && outcome !== null && 'gap' in outcome ? String(outcome.gap) : '';
  const question = questionOf(gap);
  const { open } = ruleOf(rule);
  return [...(question === undefined ? [] : [question]), ...open.filter(({ code }) => code !== gap)];
}
