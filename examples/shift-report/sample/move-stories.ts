import { answerStories } from './answer-stories.js';
import { talkStories } from './client-stories.js';
import type { Job, JobBeginning } from './job.js';
import * as course from './move-course.js';
import type { Random } from './random.js';

/** A kind of move, and how many of it the sample holds. */
export interface MoveStory {
  readonly times: number;
  /** When it entered the search: minutes before the present. */
  readonly entered: (random: Random) => number;
  /** When it is: days from the present. */
  readonly days: (random: Random) => number | null;
  /** Left out: either. */
  readonly service?: JobBeginning['service'];
  readonly tell: (job: Job, entered: number) => void;
}

const soon = (random: Random): number => random.between(3, 9);
const yesterday = (random: Random): number => random.between(1_440, 1_500);

const searchStories: readonly MoveStory[] = [
  // Just entered: the platform searches by itself.
  { times: 3, entered: (random) => random.between(4, 110), days: soon, tell: () => undefined },
  // The re-send is due.
  { times: 2, entered: (random) => random.between(125, 220), days: soon, tell: () => undefined },
  // Re-sent, and the hour is not over.
  { times: 2, entered: (random) => random.between(135, 175), days: soon, tell: course.isResent },
  // The lists are due.
  { times: 1, entered: () => 230, days: soon, tell: course.isResent },
  // … and a mover said no to the re-send without saying why.
  {
    times: 1,
    entered: () => 240,
    days: soon,
    tell: (job, entered) => {
      course.isResent(job, entered);
      job.finds(80, { type: 'mp-refused', mp: 'mp-31' });
    },
  },
  // The lists are out, and nobody has answered.
  { times: 1, entered: () => 225, days: soon, tell: course.isListed },
  // Movers said no: one did not say why, one not when.
  {
    times: 1,
    entered: () => 290,
    days: soon,
    tell: (job, entered) => {
      const [first = '', second = '', third = ''] = course.isListed(job, entered);
      job.finds(60, { type: 'mp-refused', mp: first });
      job.finds(50, { type: 'mp-refused', mp: second, reason: 'date' });
      job.finds(45, { type: 'mp-refused', mp: third, reason: 'date', availability: job.date(10) });
    },
  },
  // Several said no for the price.
  {
    times: 1,
    entered: () => 330,
    days: soon,
    tell: (job, entered) => {
      const [first = '', second = '', third = ''] = course.isListed(job, entered);
      job.finds(100, { type: 'mp-refused', mp: first, reason: 'price' });
      job.finds(70, { type: 'mp-refused', mp: second });
      job.finds(65, { type: 'mp-refused', mp: second, reason: 'price' });
      job.finds(60, { type: 'mp-refused', mp: third });
    },
  },
  // … and it was reported.
  {
    times: 1,
    entered: () => 350,
    days: soon,
    tell: (job, entered) => {
      const [first = '', second = ''] = course.isListed(job, entered);
      job.finds(90, { type: 'mp-refused', mp: first, reason: 'price' });
      job.finds(80, { type: 'mp-refused', mp: second, reason: 'price' });
      job.finds(75, { type: 'price-reported' });
    },
  },
  // Somebody said yes: the offer is to be sent, to be checked, to be checked again, and to be confirmed.
  { times: 1, entered: () => 235, days: soon, tell: course.isConfirmed },
  {
    times: 1,
    entered: () => 250,
    days: soon,
    tell: (job, entered) => {
      const first = course.isConfirmed(job, entered);
      job.finds(28, { type: 'mp-confirmed', mp: 'mp-32' });
      job.finds(20, { type: 'mp-withdrew', mp: first });
    },
  },
  { times: 1, entered: () => 245, days: soon, tell: course.isOffered },
  {
    times: 1,
    entered: () => 260,
    days: soon,
    tell: (job, entered) => {
      const mp = course.isOffered(job, entered);
      job.finds(25, { type: 'checked', winner: mp, chat: false });
    },
  },
  {
    times: 1,
    entered: () => 270,
    days: soon,
    tell: (job, entered) => {
      const mp = course.isOffered(job, entered);
      job.finds(30, { type: 'checked', winner: mp, chat: true });
    },
  },
  // The offer could not be completed, and another is next.
  {
    times: 1,
    entered: () => 300,
    days: soon,
    tell: (job, entered) => {
      const mp = course.isOffered(job, entered);
      job.finds(60, { type: 'mp-confirmed', mp: 'mp-33' });
      job.finds(50, { type: 'offer-failed', mp });
    },
  },
  // The lists gave nobody, and movers under way may.
  {
    times: 2,
    entered: () => 420,
    days: soon,
    service: 'inter',
    tell: (job, entered) => {
      course.isListed(job, entered);
      job.finds(90, { type: 'lists-exhausted' });
      if (job.random.isOneIn(2)) job.finds(60, { type: 'inter-offered', mp: 'mp-34', fit: 'shared-end' });
    },
  },
  // Nobody; and impossibility may be given from the afternoon on, or not at all, or nobody knows.
  {
    times: 1,
    entered: yesterday,
    days: soon,
    tell: (job, entered) => {
      course.isGivenUp(job, entered);
      job.finds(30, { type: 'window-known', window: { from: Date.parse('2026-05-13T15:00:00-04:00') } });
    },
  },
  {
    times: 1,
    entered: yesterday,
    days: () => 16,
    tell: (job, entered) => {
      course.isGivenUp(job, entered);
      job.finds(40, { type: 'window-known', window: false });
    },
  },
  { times: 1, entered: yesterday, days: soon, service: 'local', tell: course.isGivenUp },
  { times: 1, entered: yesterday, days: soon, service: 'inter', tell: course.isGivenUp },
  // The client is to be contacted, and nobody has begun.
  { times: 1, entered: yesterday, days: () => 5, tell: (job, entered) => course.mayBeTold(job, entered, 7) },
  // The date went by while the lists were out.
  { times: 1, entered: () => 3_000, days: () => -1, tell: course.isListed },
  // The mover who had it gave it back.
  {
    times: 1,
    entered: () => 900,
    days: soon,
    tell: (job, entered) => {
      const mp = course.isAssigned(job, entered);
      job.finds(75, { type: 'mp-dropped', mp });
    },
  },
  // Over: assigned by hand, by the platform, and given up by the client.
  { times: 1, entered: yesterday, days: soon, tell: course.isAssigned },
  {
    times: 1,
    entered: () => 170,
    days: soon,
    tell: (job, entered) => {
      course.isResent(job, entered);
      job.finds(15, { type: 'auto-assigned', mp: 'mp-35' });
    },
  },
  {
    times: 1,
    entered: () => 130,
    days: soon,
    tell: (job) => {
      job.finds(20, { type: 'cancel' });
    },
  },
];

export const stories: readonly MoveStory[] = [...searchStories, ...talkStories, ...answerStories];
