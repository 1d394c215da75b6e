import * as course from './move-course.js';
import type { MoveStory } from './move-stories.js';
import type { Random } from './random.js';

const yesterday = (random: Random): number => random.between(1_440, 1_500);
const monday = (random: Random): number => random.between(2_820, 2_940);
const later = (random: Random): number => random.between(5, 9);

/** The moves whose client is being contacted. */
export const talkStories: readonly MoveStory[] = [
  // A mail is due: with the date of a mover, or with the question for dates.
  {
    times: 1,
    entered: yesterday,
    days: () => 5,
    tell: (job, entered) => {
      course.mayBeTold(job, entered, 7);
      job.isToBeTold();
    },
  },
  {
    times: 1,
    entered: yesterday,
    days: () => 2,
    tell: (job, entered) => {
      course.mayBeTold(job, entered);
      job.isToBeTold();
    },
  },
  // The move is tomorrow: a call; then, if nobody answers, the mail; then nothing but the client.
  {
    times: 2,
    entered: yesterday,
    days: () => 1,
    tell: (job, entered) => {
      course.mayBeTold(job, entered);
      job.isToBeTold();
    },
  },
  {
    times: 1,
    entered: yesterday,
    days: () => 1,
    tell: (job, entered) => {
      course.mayBeTold(job, entered, 3);
      job.finds(12, { type: 'client-called' });
      job.tells(12, { type: 'call-unanswered' });
    },
  },
  {
    times: 1,
    entered: yesterday,
    days: () => 1,
    tell: (job, entered) => {
      course.mayBeTold(job, entered);
      job.finds(50, { type: 'client-called' });
      job.tells(50, { type: 'call-unanswered' });
      job.tells(45, { type: 'mail-sent' });
    },
  },
  // Mailed, and within the five hours, or the twenty-four.
  { times: 1, entered: yesterday, days: () => 2, tell: (job, entered) => course.isMailed(job, entered, 55) },
  { times: 1, entered: yesterday, days: later, tell: (job, entered) => course.isMailed(job, entered, 60) },
  // … and past them.
  { times: 1, entered: yesterday, days: () => 2, tell: (job, entered) => course.isMailed(job, entered, 900) },
  { times: 1, entered: monday, days: later, tell: (job, entered) => course.isMailed(job, entered, 1_470) },
  // Called after the wait, in vain: the manual says nothing more. And a mail that came back.
  {
    times: 1,
    entered: monday,
    days: later,
    tell: (job, entered) => {
      course.isMailed(job, entered, 1_475);
      job.tells(30, { type: 'call-unanswered' });
    },
  },
  {
    times: 1,
    entered: yesterday,
    days: later,
    tell: (job, entered) => {
      course.isMailed(job, entered, 100);
      job.tells(98, { type: 'mail-bounced' });
    },
  },
  // Nobody has said when the move is.
  {
    times: 1,
    entered: yesterday,
    days: () => null,
    tell: (job, entered) => {
      course.mayBeTold(job, entered);
      job.isToBeTold();
    },
  },
  // The client spoke: the call is to be written down, and then acted on. Or wrote.
  {
    times: 1,
    entered: yesterday,
    days: () => 1,
    tell: (job, entered) => {
      course.mayBeTold(job, entered);
      job.finds(15, { type: 'client-called' });
      job.tells(15, { type: 'call-answered' });
    },
  },
  {
    times: 1,
    entered: yesterday,
    days: () => 1,
    tell: (job, entered) => {
      course.mayBeTold(job, entered);
      job.finds(40, { type: 'client-called' });
      job.tells(40, { type: 'call-answered' });
      job.tells(30, { type: 'record-mail-sent' });
    },
  },
  {
    times: 1,
    entered: yesterday,
    days: () => 2,
    tell: (job, entered) => {
      course.isMailed(job, entered, 200);
      job.tells(25, { type: 'client-reply' });
    },
  },
  // A late yes, while the client's message is unread.
  {
    times: 1,
    entered: yesterday,
    days: later,
    tell: (job, entered) => {
      course.isMailed(job, entered, 300);
      job.tells(35, { type: 'client-reply' });
      job.finds(25, { type: 'mp-confirmed', mp: 'mp-36' });
    },
  },
];
