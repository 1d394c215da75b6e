import type * as messaging from '../../messaging/index.js';

/** Whether a text says nothing. */
export function isBlank(text: string | null | undefined): boolean {
  return !/\S/.test(text ?? '');
}

/** What a conversation lacks to be classified, read from the manual. */
export function missingIn(
  { section, agent, tags }: messaging.Facts,
  { forbiddenSections }: messaging.Policy,
): readonly messaging.Part[] {
  const isForbidden = forbiddenSections.some((one) => one.toLowerCase() === section?.trim().toLowerCase());
  return [
    ...(isBlank(section) || isForbidden ? (['section'] as const) : []),
    ...(isBlank(agent) ? (['agent'] as const) : []),
    ...((tags ?? []).every(isBlank) ? (['tag'] as const) : []),
  ];
}

/** The events by which a conversation is closed, in no order. */
export const CLOSING_ACTS: readonly string[] = ['standard-reply-sent', 'bot-reactivated', 'click-close'];

/** An outcome of `intake` in a word: its action, or the gap, or the reason. */
export function wordOf(outcome: messaging.IntakeOutcome): string {
  if (outcome.action === 'not-covered') return outcome.gap;
  return outcome.action === 'none' ? outcome.reason : outcome.action;
}

/** What `intake` may ask for at each stage. */
export const dueAt: Readonly<Record<messaging.LoadingStage, readonly string[]>> = {
  // A tag set by hand that had to wait is there, and the automation begins with the question.
  IDLE: ['no-trigger', 'conversation-resumed', 'contact-unknown', 'run-automation'],
  WAITING: ['wait', 'run-automation', 'contact-unknown'],
  TAGGED: ['run-automation'],
  ASKED: ['await-data'],
  LOADED: ['load-to-crm', 'already-loaded'],
  // Of a load that failed the data are there already.
  FAILED: ['send-survey', 'await-survey', 'load-to-crm'],
};

/** How far a contact still is from the CRM: the smaller, the nearer. */
export function distanceOf(outcome: messaging.IntakeOutcome): number {
  switch (outcome.action) {
    case 'load-to-crm':
      return 1;
    case 'await-data':
    case 'await-survey':
      return 2;
    case 'send-survey':
      return 3;
    case 'run-automation':
      return 1 + outcome.steps.length;
    default:
      return wordOf(outcome) === 'already-loaded' ? 0 : 9;
  }
}
