import { contact, ladder } from 'pauta';
import { sampleAt } from './present.js';
import type { Random } from './random.js';
import { writtenDate } from './written-instant.js';

/** What happens to a move, but for its id, its instant and the move's own id, which are the job's to give. */
type Happening<Event> = Event extends unknown ? Omit<Event, 'id' | 'at' | 'move'> : never;

/** How a job begins: minutes before the sample's present, and days from it to the move. */
export interface JobBeginning {
  readonly entered: number;
  /** `null`: nobody has said when. */
  readonly days: number | null;
  readonly service: ladder.Facts['category'];
}

/** A move as its host keeps it: what happens is recorded with the library. Times are minutes before the present. */
export class Job {
  readonly id: string;
  readonly random: Random;
  search: ladder.Search;
  talk: contact.Contact | null = null;
  private happened = 0;

  constructor(id: string, random: Random, { entered, days, service }: JobBeginning) {
    this.id = id;
    this.random = random;
    this.search = ladder.start({
      move: id,
      searchingSince: instantOf(entered),
      category: service,
      moveDate: days === null ? null : this.date(days),
    });
  }

  get isInter(): boolean {
    return this.search.facts.category === 'inter';
  }

  /** A civil date, so many days from the present. */
  date(days: number): string {
    return writtenDate(sampleAt, days);
  }

  /** Something happens in the search for a mover. */
  finds(minutes: number, happening: Happening<ladder.Event>): void {
    this.search = kept(ladder.record(this.search, this.event(minutes, happening)), happening.type);
  }

  /** Something happens between us and the client. The contact begins with the first. */
  tells(minutes: number, happening: Happening<contact.Event>): void {
    const { moveDate = null, availability = [] } = this.search.facts;
    const talk = this.talk ?? contact.start({ move: this.id, moveDate, availability });
    this.talk = kept(contact.record(talk, this.event(minutes, happening)), happening.type);
  }

  /** The contact is begun, and nothing has been done yet. */
  isToBeTold(): void {
    const { moveDate = null, availability = [] } = this.search.facts;
    this.talk = contact.start({ move: this.id, moveDate, availability });
  }

  /** As the host stores it. */
  stored(): { readonly ladder: ladder.Search; readonly contact?: contact.Contact } {
    return this.talk === null ? { ladder: this.search } : { ladder: this.search, contact: this.talk };
  }

  private event<H>(minutes: number, happening: H): H & { id: string; at: number; move: string } {
    this.happened += 1;
    return { ...happening, id: `${this.id}-e${this.happened}`, at: instantOf(minutes), move: this.id };
  }
}

function instantOf(minutes: number): number {
  return sampleAt - Math.round(minutes * 60) * 1_000;
}

/** A story in which something is refused is told wrongly. */
function kept<State>(
  recorded: { readonly state: State; readonly status: string; readonly code?: string },
  type: string,
): State {
  if (recorded.status === 'applied' || recorded.status === 'late') return recorded.state;
  throw new Error(`${type}: ${recorded.status} ${recorded.code ?? ''}`);
}
