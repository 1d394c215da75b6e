import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import { eventSchema as talkEvent } from 'pauta/contact/schema';
import { eventSchema as searchEvent, read, type Problem } from 'pauta/ladder/schema';
import type * as ladder from 'pauta/ladder';
import { APPLICATION, QUEUE, WORKFLOW } from './names.js';
import type { Happened } from './steps.js';

export const TOPIC = 'happened';

/** The workflow of a move: its id is the idempotency key of its beginning, and the address of its mailbox. */
export function workflowOf(move: string): string {
  return `move/${move}`;
}

/** Begins the workflow of a move, in whichever worker is free. Asked twice, it begins once. */
export async function open(client: DBOSClient, beginning: ladder.Beginning): Promise<void> {
  await client.enqueue(
    { queueName: QUEUE, workflowName: WORKFLOW, workflowID: workflowOf(beginning.move), applicationName: APPLICATION },
    beginning,
  );
}

/**
 * Tells a move what happened: what a webhook calls. The data come from outside, so they go through the doors; what is
 * faulty is answered with its problems and goes no further. `id` is the sender's own: delivered again, it is known.
 */
export async function deliver(
  client: DBOSClient,
  move: string,
  id: string,
  happened: { readonly search?: readonly unknown[]; readonly talk?: readonly unknown[] },
): Promise<readonly Problem[]> {
  const search = (happened.search ?? []).map((event) => read(searchEvent, event));
  const talk = (happened.talk ?? []).map((event) => read(talkEvent, event));
  const problems = [...search, ...talk].flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return problems;
  const sound: Happened = {
    search: search.flatMap((one) => (one.ok ? [one.value] : [])),
    talk: talk.flatMap((one) => (one.ok ? [one.value] : [])),
  };
  await client.send(workflowOf(move), sound, TOPIC, id);
  return [];
}
