import type { Job } from './job.js';
import * as course from './move-course.js';
import type { MoveStory } from './move-stories.js';
import type { Random } from './random.js';

const yesterday = (random: Random): number => random.between(1_440, 1_500);
const monday = (random: Random): number => random.between(2_820, 2_940);
const later = (random: Random): number => random.between(5, 8);

/** One of a kind: entered, was mailed, and then this. */
function once(tell: (job: Job, entered: number) => void, entered = yesterday): MoveStory {
  return { times: 1, entered, days: later, tell };
}

/** What the client answered led to, and where it stands. */
export const answerStories: readonly MoveStory[] = [
  // The client took a mover's date: the note, the date, that mover, step by step.
  once(course.takesDate),
  once((job, entered) => {
    course.takesDate(job, entered);
    job.tells(60, { type: 'chat-note-written' });
  }),
  once((job, entered) => {
    const mp = course.takesDate(job, entered);
    job.tells(60, { type: 'chat-note-written' });
    job.tells(55, { type: 'date-changed' });
    job.finds(55, { type: 'date-agreed', mp, date: job.date(9) });
  }),

  // The client is flexible: the answer, the dates still to come, the system, the broadcast, the new search.
  once((job, entered) => {
    course.givesDates(job, entered, 30);
  }),
  once((job, entered) => {
    course.isMailed(job, entered, 500);
    job.tells(90, { type: 'client-reply' });
    job.tells(85, { type: 'client-answered', stance: 'flexible' });
    job.tells(80, { type: 'ack-sent' });
  }),
  once((job, entered) => {
    course.givesDates(job, entered, 50);
    job.tells(45, { type: 'ack-sent' });
  }),
  once((job, entered) => {
    course.isSoughtAnew(job, entered, 40);
  }),
  once((job, entered) => {
    course.isResentAnew(job, entered, 45);
  }),
  once((job, entered) => {
    course.isResentAnew(job, entered, 120);
  }),
  // Nobody again: the contact is to be told, then the client, who then decides.
  once((job, entered) => {
    course.isGivenUpAnew(job, entered, 900);
  }, monday),
  once((job, entered) => {
    course.isGivenUpAnew(job, entered, 920);
    job.tells(110, { type: 'mp-not-found' });
  }, monday),
  once((job, entered) => {
    course.isGivenUpAnew(job, entered, 940);
    job.tells(120, { type: 'mp-not-found' });
    job.tells(115, { type: 'not-found-mail-sent' });
    job.finds(115, { type: 'client-mail-sent' });
  }, monday),
  // Found: likewise.
  once((job, entered) => {
    course.isAssignedAnew(job, entered, 70);
  }),
  once((job, entered) => {
    const mp = course.isAssignedAnew(job, entered, 80);
    job.tells(50, { type: 'mp-found', mp });
  }),

  // The refund was asked for: the template, the reversal, done.
  once((job, entered) => {
    course.isMailed(job, entered, 600, 9);
    job.tells(70, { type: 'client-reply' });
    job.tells(65, { type: 'client-answered', stance: 'rejects', refund: true });
  }),
  once((job, entered) => {
    asksForRefund(job, entered);
    job.tells(90, { type: 'refund-mail-sent' });
  }),
  once((job, entered) => {
    asksForRefund(job, entered);
    job.tells(85, { type: 'refund-mail-sent' });
    job.tells(40, { type: 'reverso-applied' });
    job.finds(40, { type: 'refund-done' });
  }),
  // In a search on new dates, too.
  once((job, entered) => {
    course.isResentAnew(job, entered, 100);
    job.tells(20, { type: 'client-reply' });
    job.tells(15, { type: 'client-answered', stance: 'not-flexible', refund: true });
  }),

  // What the manual leaves open: no to the date, and nothing else; two things at once.
  once((job, entered) => {
    course.isMailed(job, entered, 610, 9);
    job.tells(75, { type: 'client-reply' });
    job.tells(70, { type: 'client-answered', stance: 'rejects' });
  }),
  once((job, entered) => {
    course.isMailed(job, entered, 620);
    job.tells(75, { type: 'client-reply' });
    job.tells(70, { type: 'client-answered', stance: 'flexible', refund: true });
  }),
  // Assigned on the date that the client took.
  once((job, entered) => {
    const mp = course.takesDate(job, entered);
    job.tells(150, { type: 'chat-note-written' });
    job.tells(145, { type: 'date-changed' });
    job.finds(145, { type: 'date-agreed', mp, date: job.date(9) });
    job.finds(140, { type: 'offer-sent', mp });
    job.finds(135, { type: 'checked', winner: mp, chat: true });
    job.finds(134, { type: 'mp-notified', mp });
    job.tells(134, { type: 'mp-assigned', mp });
  }),
];

function asksForRefund(job: Job, entered: number): void {
  course.isMailed(job, entered, 630);
  job.tells(110, { type: 'client-reply' });
  job.tells(100, { type: 'client-answered', stance: 'not-flexible', refund: true });
}
