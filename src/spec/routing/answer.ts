import { validate } from '../../routing/csv.js';
import { rowsFor, rowsIn, tables } from '../../catalogue/index.js';
import * as routing from '../../routing/index.js';
import type { Answer, Question, World } from '../case.js';
import { firedBy } from '../fired.js';
import { question } from '../schema.js';
import {
  modes,
  reuploadGiven,
  routeGiven,
  transitionGiven,
  uploadGiven,
  type ReuploadGiven,
  type RouteGiven,
  type UploadGiven,
} from './schema.js';
import { actor, transition } from './transition.js';

/** The questions that a case may ask of `routing`. */
export const questions: Readonly<Record<string, Question>> = {
  route: question(routeGiven, route),
  upload: question(uploadGiven, upload),
  reupload: question(reuploadGiven, reupload),
  transition: question(transitionGiven, transition),
};

function route(given: RouteGiven, world: World): Answer {
  const { account, identifier, openWith } = given;
  const decision = routing.decide(
    { account, from: identifier, openWith: openWith ?? null },
    { portfolio: portfolioOf(given, world), team: teamOf(given), policy: world.policies.routing },
  );
  const { outcome, rule, situation } = decision;
  const fired = firedBy(routing.table, situation);
  const decisions = [decision];
  switch (outcome.action) {
    case 'assign':
      return { outcome: `${roles[outcome.as]}:${outcome.agent}`, decisions, ...against(outcome.passedOver, fired) };
    case 'not-covered':
      return { outcome: `not-covered:${outcome.gap}`, decisions, ...against(outcome.passedOver, fired) };
    default:
      return { outcome: outcome.action, fired: [rule, ...fired], decisions };
  }
}

const roles = { main: 'principal', backup: 'backup', supervisor: 'supervisor' } as const;

/** The rows that stood against those who were passed over, and their rules after those that fired before. */
function against(
  passedOver: readonly routing.PassedOver[],
  fired: Answer['fired'],
): Required<Pick<Answer, 'fired' | 'rows'>> {
  const rows = passedOver.flatMap(({ as, because }) => {
    const table = as === 'supervisor' ? 'routing/supervisor' : 'routing/agent';
    const { rows: all } = tables[table];
    return rowsFor(table).filter((_, index) => because.some((why) => why === all[index]?.then));
  });
  return { fired: [...fired, ...rows.flatMap(({ rule, applies }) => [rule, ...applies])], rows };
}

function teamOf({ account, agents }: RouteGiven): routing.Team {
  const team = Object.entries(agents).map(([id, { accountMode, ...agent }]) => {
    return [id, { ...agent, modes: { [account]: modes[accountMode] } }] as const;
  });
  return Object.fromEntries(team);
}

/** A case names the kind of one account; of another its clients tell. What is saved is taken row by row. */
function portfolioOf({ account, channel, assignments }: RouteGiven, { asked, policies }: World): routing.Portfolio {
  return Object.entries(assignments).reduce((whole, [name, given]) => {
    const hasAddress = given.some(({ identifier }) => identifier.includes('@'));
    const kind = name === account ? channel : hasAddress ? 'email' : 'whatsapp';
    return given.reduce((portfolio, { identifier: client, principal: main, backup, supervisor }) => {
      const row = { client, main, backup: backup ?? null, supervisor: supervisor ?? null };
      return loaded(
        portfolio,
        routing.validateRows([row], { account: name, kind, mode: 'merge', policy: policies.routing }),
        asked,
      );
    }, whole);
  }, routing.emptyPortfolio);
}

function loaded(portfolio: routing.Portfolio, validation: routing.Validation, at: number): routing.Portfolio {
  return validation.ok ? routing.load(portfolio, validation, { at }).state : portfolio;
}

function upload({ channel: kind, csv, role, fileName, mode }: UploadGiven, { policies }: World): Answer {
  const validation = validate(csv, {
    account: 'the-account',
    kind,
    by: actor(role),
    fileName: fileName ?? 'cartera.csv',
    mode: mode ?? policies.routing.reuploadMode,
    policy: policies.routing,
  });
  const { gate, content } = validation;
  const fired = firedBy(routing.gateTable, gate);
  const told = {
    fired: content === null ? fired : ([...firedBy(routing.contentTable, content), ...fired] as const),
    rows: [...rowsIn('routing/gate', gate), ...(content === null ? [] : rowsIn('routing/content', content))],
  } as const;
  if (validation.ok) return { outcome: [`accepted:${validation.clients}`, []], ...told };
  const { code, problems } = validation;
  const isConflict = code === 'conflicting-duplicate';
  const isToBlame = isConflict || code === 'identifier-mismatch';
  const lines = problems.filter((one) => (one.code === 'conflicting-duplicate') === isConflict).map(({ line }) => line);
  return { outcome: [`rejected:${code}`, isToBlame ? [...new Set(lines)] : []], ...told };
}

/** Identifiers and agents of this question are opaque: they go by their numbers, each client as an address. */
function reupload({ current, file, mode }: ReuploadGiven, { asked, policies }: World): Answer {
  const { routing: policy } = policies;
  const account = 'the-account';
  const maps = [current, file ?? {}];
  const clients = [...new Set(maps.flatMap(Object.keys))];
  const agents = [...new Set(maps.flatMap((map) => Object.values(map)))];
  const validation = (map: Readonly<Record<string, string>>, how: 'merge' | 'replace'): routing.Validation => {
    const rows = Object.entries(map).map(([client, main]) => {
      return { client: `${clients.indexOf(client)}@case.example`, main: String(agents.indexOf(main)) };
    });
    return routing.validateRows(rows, { account, kind: 'email', mode: how, policy });
  };
  const before = loaded(routing.emptyPortfolio, validation(current, 'merge'), asked);
  const again = validation(file ?? {}, file === null ? 'merge' : (mode ?? policy.reuploadMode));
  const after = loaded(before, again, asked);
  const outcome = [...routing.assignments(after, account)].map(({ client, main }) => {
    return [clients[Number.parseInt(client, 10)] as string, agents[Number(main)] as string] as const;
  });
  // Rows that come from no file are always looked at.
  const fired = firedBy(routing.contentTable, again.content as routing.ContentSeen);
  return {
    outcome: Object.fromEntries(outcome),
    fired: ['routing/new-client-reupload', ...fired],
    rows: rowsIn('routing/content', again.content as routing.ContentSeen),
  };
}
