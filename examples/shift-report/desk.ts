import { routing } from 'pauta';
import { validate, type Refused } from 'pauta/routing/csv';
import { agentSchema } from './agent-format.js';
import { shown, type Notice, type Problem } from './problem.js';
import { bytesOf, readKind, wholeFile } from './record-file.js';

/** Whose the clients of an account are, and who is there to attend them. */
export interface Desk {
  /** The account that the portfolio is of. */
  readonly account: string;
  readonly portfolio: routing.Portfolio;
  readonly team: routing.Team;
}

interface DeskRead {
  /** `null`: there are no files to tell it by, or they are bad. */
  readonly desk: Desk | null;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** The files of a desk that a folder has. */
interface DeskFiles {
  readonly agents: readonly string[];
  readonly portfolio: string | null;
}

/** Reads who works at the desk, and whose each client is. Neither file need be there; one of them alone is a problem. */
export function readDesk(folder: string, account: string, files: DeskFiles): DeskRead {
  if (files.agents.length === 0 && files.portfolio === null) return { desk: null, problems: [], notices: [] };
  const agents = readKind(folder, files.agents, agentSchema, 'usuario', 'agents.json', 'agent-file');
  const team: routing.Team = Object.fromEntries(agents.values.map(({ id, agent }) => [id, agent]));
  const isTeamKnown = agents.problems.length === 0;
  const { portfolio, problems, notices } = readPortfolio(folder, files.portfolio, account, isTeamKnown ? team : null);
  return {
    desk: isTeamKnown && portfolio !== null ? { account, portfolio, team } : null,
    problems: [...agents.problems, ...problems],
    notices,
  };
}

interface PortfolioRead extends Pick<DeskRead, 'problems' | 'notices'> {
  readonly portfolio: routing.Portfolio | null;
}

/** Reads the file as it would be uploaded. Without a team its agents are not looked up. */
function readPortfolio(folder: string, file: string | null, account: string, team: routing.Team | null): PortfolioRead {
  const unread = (problem: Problem): PortfolioRead => ({ portfolio: null, problems: [problem], notices: [] });
  if (file === null) return unread(wholeFile('portfolio.csv', null, 'portfolio-file'));
  const bytes = bytesOf(folder, file);
  if (!(bytes instanceof Uint8Array)) return unread(bytes);
  const upload = validate(bytes, { account, kind: 'whatsapp', fileName: file, ...(team === null ? {} : { team }) });
  const notices = upload.warnings.map(({ value, lines, note }) => ({ file, lines, about: cellOf(value), note }));
  if (!upload.ok) return { portfolio: null, problems: problemsOf(upload, file), notices };
  // There is no other upload that its instant would have to be compared with.
  const { state } = routing.load(routing.emptyPortfolio, upload, { at: 0 });
  return { portfolio: state, problems: [], notices };
}

/** The rows to blame; where the file as a whole is, what it should have been. */
function problemsOf({ problems, headings, expected }: Refused, file: string): readonly Problem[] {
  if (problems.length === 0) return [wholeFile(file, shown(headings), expected)];
  return problems.map(({ line, column, value, expected }) => ({
    file,
    line,
    column: null,
    path: column,
    seen: cellOf(value),
    expected,
  }));
}

/** What a cell holds; `null`: nothing. */
function cellOf(value: string | null): string | null {
  return value === null || value === '' ? null : shown(value);
}
