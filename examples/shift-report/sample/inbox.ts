import type { messaging } from 'pauta';
import { sampleAt } from './present.js';
import { writtenInstant } from './written-instant.js';

/** What happens with a contact, but for its id, its instant and the contact, which are the inbox's to give. */
type Happening<Event> = Event extends unknown ? Omit<Event, 'id' | 'at' | 'contact'> : never;

interface ExportedEvent {
  readonly id: string;
  readonly at: string;
  readonly contact: string;
}

/** Writes down what happens with a contact. Times are minutes before the sample's present; those after it are negative. */
export class Inbox {
  readonly events: ExportedEvent[] = [];
  private readonly contact: string;

  constructor(contact: string) {
    this.contact = contact;
  }

  /** Gives the id of what happened. */
  happens(minutes: number, happening: Happening<messaging.Event | messaging.LoadingEvent>): string {
    const id = `${this.contact}-e${this.events.length + 1}`;
    const at = writtenInstant(sampleAt - Math.round(minutes * 60) * 1_000);
    this.events.push({ id, at, contact: this.contact, ...happening });
    return id;
  }

  /** The last event was delivered twice. */
  repeats(): void {
    this.events.push(...this.events.slice(-1));
  }

  /** The last two events changed places on their way. */
  swaps(): void {
    this.events.push(...this.events.splice(-2, 1));
  }

  /** The client writes, and the bot answers. */
  chats(minutes: number): void {
    this.happens(minutes, { type: 'user-message' });
    this.happens(minutes - 0.2, { type: 'bot-answered' });
  }

  /** Somebody files the conversation: section, agent and tag. */
  isFiled(minutes: number, section: string, agent: string, tag: string, department?: string): void {
    this.happens(minutes, { type: 'section-set', section });
    this.happens(minutes, { type: 'agent-set', agent, ...(department === undefined ? {} : { department }) });
    this.happens(minutes, { type: 'tags-set', tags: [tag] });
  }
}
