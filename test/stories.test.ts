import { describe, expect, it } from 'vitest';
import { ladder } from 'pauta';
import { read as readContact, stateSchema as contactSchema } from 'pauta/contact/schema';
import { read as readLadder, stateSchema as ladderSchema } from 'pauta/ladder/schema';
import { deepFreeze } from './deep-freeze.js';
import { due, type Due, type Job } from './stories/host.js';
import { intervals, play, plotOf, type Chapter } from './stories/script.js';
import { stories } from './stories/stories.js';

const lived = stories.map((story) => [story.name, story] as const);

/** What a decision says, without the facts that it saw. */
function said({ outcome, rule }: Due): string {
  return JSON.stringify([outcome, rule]);
}

function at(job: Job, instant: number): Due {
  return due(deepFreeze(job), { now: () => instant });
}

describe('a move, from the entry into the search to the end', () => {
  it.each(lived)('%s', (_, story) => {
    expect.hasAssertions();
    play(story, (line, host) => {
      const when = new Date(line.at).toISOString();
      expect(host.due(line.at).outcome.action, when).toBe(line.due);
      if (line.duties.length === 0) return;
      const { open } = ladder.duties(host.job.ladder.facts, { clock: { now: () => line.at } });
      expect(
        open.map(({ action }) => action),
        when,
      ).toEqual(line.duties);
    });
  });

  it.each(lived)('%s: the plot, interval by interval', (_, story) => {
    const plot = story.plot.trim().replaceAll(/^ +/gm, '');
    expect(plotOf(play(story, () => undefined)).replaceAll(/^ +/gm, '')).toBe(plot);
  });

  it.each(lived)('%s: at every `validUntil` the answer turns, and not a millisecond before', (_, story) => {
    let turns = 0;
    for (const { job, from, to } of play(story, () => undefined)) {
      for (const { from: begin, until, decision } of intervals({ job, from, to })) {
        if (until === null) continue;
        turns += 1;
        expect(said(at(job, until - 1))).toBe(said(decision));
        expect(said(at(job, until))).not.toBe(said(decision));
        expect(said(at(job, Math.floor((begin + until) / 2)))).toBe(said(decision));
      }
    }
    expect(turns).toBeGreaterThan(1);
  });

  it.each(lived)('%s: goes on as if nothing had happened when stored and loaded at any point', (_, story) => {
    for (const { job, to } of play(story, () => undefined)) {
      const search = readLadder(ladderSchema, JSON.parse(JSON.stringify(job.ladder)));
      expect(search).toEqual({ ok: true, value: job.ladder });
      if (job.contact === null) continue;
      const talk = readContact(contactSchema, JSON.parse(JSON.stringify(job.contact)));
      expect(talk).toEqual({ ok: true, value: job.contact });
      if (search.ok && talk.ok) expect(at({ ladder: search.value, contact: talk.value }, to)).toEqual(at(job, to));
    }
  });

  it('ends in every way that there is: assigned, refunded, given up', () => {
    const ends = stories.map((story) => {
      const { job } = play(story, () => undefined).at(-1) as Chapter;
      return [job.ladder.stage, job.contact?.stage ?? null].join(' ');
    });
    expect(new Set(ends)).toEqual(
      new Set(['ASSIGNED ', 'REFUNDED REFUNDED', 'ASSIGNED ASSIGNED', 'CANCELLED CANCELLED']),
    );
  });

  it('offers the client the date that a mover named, and else asks for dates', () => {
    const mails = stories.flatMap((story) =>
      play(story, () => undefined).flatMap(({ job }) =>
        job.contact?.facts.offered ? [job.contact.facts.offered] : [],
      ),
    );
    expect(mails).toContainEqual({ alternative: 1, mp: 'mp-1', date: '2024-05-22' });
    expect(mails).toContainEqual({ alternative: 2 });
  });
});
