import { timeline, type Interval } from '../../src/kernel/decision.js';
import type { Instant } from '../../src/kernel/clock.js';
import type { ladder } from 'pauta';
import { due, Host, type ContactTold, type Due, type Job, type LadderTold } from './host.js';

/** One line of a script: at this instant, this is due; then this is recorded. */
export interface Line {
  readonly at: Instant;
  /** The action that must be due. */
  readonly due: Due['outcome']['action'];
  /** What is open beside it, where the line says so. */
  readonly duties: readonly ladder.Duty['action'][];
  /** What is recorded with the ladder, and with the contact. */
  readonly ladder: readonly LadderTold[];
  readonly contact: readonly ContactTold[];
}

/** A whole story, from the entry into the search to the end. */
export interface Story {
  readonly name: string;
  readonly beginning: ladder.Beginning;
  readonly lines: readonly Line[];
  /** When we stop looking. */
  readonly until: Instant;
  /** What was due, from when: one line for each interval in which the same decision held. */
  readonly plot: string;
}

/** A stretch of time between two events: the move as it stood, from when until when. */
export interface Chapter {
  readonly job: Job;
  readonly from: Instant;
  readonly to: Instant;
}

/** Plays a story line by line. `check` sees the host at each line, before anything is recorded. */
export function play(story: Story, check: (line: Line, host: Host) => void): readonly Chapter[] {
  const host = new Host(story.beginning);
  const chapters: Chapter[] = [];
  let from = story.beginning.searchingSince;
  for (const line of story.lines) {
    chapters.push({ job: host.job, from, to: line.at });
    check(line, host);
    for (const told of line.ladder) host.tellLadder(line.at, told);
    for (const told of line.contact) host.tellContact(line.at, told);
    from = line.at;
  }
  return [...chapters, { job: host.job, from, to: story.until }];
}

/** The exact intervals of a chapter. */
export function intervals({ job, from, to }: Chapter): readonly Interval<Due>[] {
  return timeline((clock) => due(job, clock), from, to);
}

/** A story as a plot: what was due, from when, by which rule. */
export function plotOf(chapters: readonly Chapter[]): string {
  const written = (at: Instant): string => new Date(at - 4 * 3_600_000).toISOString().slice(5, -1).replace('T', ' ');
  return chapters
    .flatMap(intervals)
    .map(({ from, decision }) => `${written(from)} ${decision.outcome.action.padEnd(21)} ${decision.rule}`)
    .filter((line, index, all) => line.slice(19) !== all[index - 1]?.slice(19))
    .join('\n');
}
