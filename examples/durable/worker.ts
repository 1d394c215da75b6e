import { DBOS } from '@dbos-inc/dbos-sdk';
import { moveWorkflow } from './move-workflow.js';
import { APPLICATION, QUEUE, WORKFLOW } from './names.js';
import type { OutsideWorld } from './outside-world.js';

/** What a worker is started with. */
export interface Worker {
  readonly databaseUrl: string;
  /**
   * Its name among the workers, the same after each restart (a StatefulSet's `hostname` does): a worker that begins
   * takes up what a worker of its name left unfinished. Two at a time must not share it.
   */
  readonly executor: string;
  readonly world: OutsideWorld;
}

/**
 * Which rules a workflow was begun with. A worker takes up workflows of its own version only, so raise it whenever the
 * rules, the policy or the order of the steps changes, and let workers of the old one run until their moves have ended.
 */
const version = 'pauta-0.1.0/moves-1';

/** Works until the process ends: takes moves from the queue, and takes up those that it was at when it died. */
export async function work({ databaseUrl, executor, world }: Worker): Promise<void> {
  DBOS.setConfig({
    name: APPLICATION,
    systemDatabaseUrl: databaseUrl,
    executorID: executor,
    applicationVersion: version,
    // Tables are made once, by `DBOS.migrate` in the deployment: workers that begin at once would make them at once.
    runMigrations: false,
    logLevel: process.env['LOG_LEVEL'] ?? 'warn',
  });
  // A workflow that brings its worker down each time it is taken up is put aside after so many times.
  DBOS.registerWorkflow(moveWorkflow(world), { name: WORKFLOW, maxRecoveryAttempts: 200 });
  await DBOS.launch();
  await DBOS.registerQueue(QUEUE, { minPollingIntervalMs: 200 });
}
