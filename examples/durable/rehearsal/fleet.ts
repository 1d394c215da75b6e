import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('worker.ts', import.meta.url));

interface Member {
  readonly name: string;
  process: ChildProcess | null;
  isWorking: boolean;
  /** How it is to die; counted once it has. */
  death: 'atRandom' | 'betweenActAndRecord';
}

/** The worker processes: each is started again under its name when it has died. */
export class Fleet {
  /** SIGKILLs at some moment, and at the worst one: when an act was done and not recorded. */
  readonly kills = { atRandom: 0, betweenActAndRecord: 0 };
  private readonly members: readonly Member[];
  private readonly databaseUrl: string;
  private readonly seed: number;
  private readonly pace: number;
  private isClosing = false;
  private readonly onFault: (error: unknown) => void;

  constructor(
    { size, databaseUrl, seed, pace }: { size: number; databaseUrl: string; seed: number; pace: number },
    onFault: (error: unknown) => void,
  ) {
    this.members = Array.from({ length: size }, (_, index) => ({
      name: `worker-${index + 1}`,
      process: null,
      isWorking: false,
      death: 'atRandom' as const,
    }));
    this.databaseUrl = databaseUrl;
    this.seed = seed;
    this.pace = pace;
    this.onFault = onFault;
  }

  /** Starts them; resolves when all work. */
  async start(): Promise<void> {
    await Promise.all(this.members.map((member) => this.raise(member, 0)));
  }

  /** Kills one that works, at once or between its next act and the record of it; answers with its name. */
  kill(choice: number, isWorstMoment: boolean): string | null {
    const working = this.members.filter(({ isWorking }) => isWorking);
    const member = working[Math.floor(choice * working.length)];
    if (member?.process == null) return null;
    member.isWorking = false;
    member.death = isWorstMoment ? 'betweenActAndRecord' : 'atRandom';
    if (isWorstMoment) member.process.send('die between an act and its record');
    else member.process.kill('SIGKILL');
    return member.name;
  }

  async stop(): Promise<void> {
    this.isClosing = true;
    await Promise.all(
      this.members.map(
        ({ process: child }) =>
          new Promise<void>((resolve) => {
            if (child === null || child.exitCode !== null || child.signalCode !== null) resolve();
            else {
              child.once('exit', () => {
                resolve();
              });
              child.kill('SIGKILL');
            }
          }),
      ),
    );
  }

  private async raise(member: Member, delay: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (this.isClosing) return;
    const child = fork(script, [member.name, String(this.seed), String(this.pace)], {
      env: { ...process.env, MOVES_DATABASE_URL: this.databaseUrl },
    });
    member.process = child;
    child.once('exit', (code, signal) => {
      member.isWorking = false;
      if (this.isClosing) return;
      if (signal === 'SIGKILL') {
        this.kills[member.death] += 1;
        void this.raise(member, 200);
      } else this.onFault(new Error(`${member.name} ended by itself, with ${String(code ?? signal)}`));
    });
    await new Promise<void>((resolve) => {
      child.once('exit', () => {
        resolve();
      });
      child.on('message', (message) => {
        if (message === 'working') member.isWorking = true;
        resolve();
      });
    });
  }
}
