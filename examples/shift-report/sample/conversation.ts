import { sampleAt } from './present.js';
import type { Random } from './random.js';
import { writtenInstant } from './written-instant.js';

/** An event of a chat as the help desk exports it. */
export interface ExportedEvent {
  readonly tipo: string;
  readonly id: string;
  readonly cuando: string;
  readonly [field: string]: string;
}

/** Writes down what happens in a chat. Times are minutes before the sample's present; those after it are negative. */
export class Conversation {
  readonly random: Random;
  private readonly events: ExportedEvent[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  client(minutes: number, texto: string, clase?: string): string {
    return this.message(minutes, 'cliente', texto, clase);
  }

  ai(minutes: number, texto: string): string {
    return this.message(minutes, 'ia', texto);
  }

  seller(minutes: number, texto: string, clase?: string): string {
    return this.message(minutes, 'vendedor', texto, clase);
  }

  resolved(minutes: number, por = 'vendedor'): void {
    this.add('resuelto', minutes, { por, via: this.random.pick(['botón', 'menú']) });
  }

  task(minutes: number, texto: string): void {
    this.add('tarea', minutes, { texto });
  }

  deleted(minutes: number, mensaje: string): void {
    this.add('borrado', minutes, { mensaje });
  }

  happens(minutes: number, tipo: 'ia encendida' | 'ia apagada' | 'abierto' | 'leído' | 'no leído'): void {
    this.add(tipo, minutes, {});
  }

  /** The events as they were delivered: now and then two changed places, or one came again. */
  delivered(chat: string): readonly ExportedEvent[] {
    const numbered = this.events.map((event) => renamed(event, chat));
    const { random } = this;
    if (numbered.length > 2 && random.isOneIn(8)) {
      const place = random.between(0, numbered.length - 2);
      numbered.splice(place, 2, numbered[place + 1] as ExportedEvent, numbered[place] as ExportedEvent);
    }
    if (numbered.length > 0 && random.isOneIn(9)) numbered.push(random.pick(numbered));
    return numbered;
  }

  private message(minutes: number, autor: string, texto: string, clase?: string): string {
    return this.add('mensaje', minutes, { autor, texto, ...(clase === undefined ? {} : { clase }) });
  }

  private add(tipo: string, minutes: number, fields: Readonly<Record<string, string>>): string {
    const id = `e${this.events.length + 1}`;
    const at = sampleAt - Math.round(minutes * 60) * 1_000;
    this.events.push({ tipo, id, cuando: writtenInstant(at), ...fields });
    return id;
  }
}

/** Ids are the chat's own, so that no two chats share one. */
function renamed(event: ExportedEvent, chat: string): ExportedEvent {
  const { mensaje } = event;
  return { ...event, id: `${chat}-${event.id}`, ...(mensaje === undefined ? {} : { mensaje: `${chat}-${mensaje}` }) };
}
